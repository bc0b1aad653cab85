"""Side events are chosen by the same method: room, marks, one event led by an organisation, balances, mergers."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.programme import Period
from scheduler.domain.proposal import Criterion, Mark, Proposal
from scheduler.domain.selection import State
from scheduler.domain.session import Standing
from scheduler.domain.sharing import SelectionSettings
from scheduler.services.selecting.capacity import capacity
from scheduler.services.selecting.proposals import mergeable
from scheduler.translate.selection_proposals import shortfall
from tests.scheduler.asking import a_balance, an_asking_forum, asks, selected, told
from tests.scheduler.builders import a_kind, a_period, a_room, a_session, text


def a_proposal(id: str, *organisers: str, **fields: Any) -> Proposal:
    """Return a proposal of an hour."""
    return Proposal(**({"id": id, "kind": "side", "title": text(id), "organisers": organisers, "minutes": 60} | fields))


def a_lunch(id: str, start: str = "13:15", end: str = "14:30") -> Period:
    return a_period(id, start, end, kinds=("side",))


def a_side_forum(*proposals: Proposal, lunches: int = 1, **fields: Any) -> Forum:
    """Return a forum with one room and so many lunches for side events."""
    defaults: dict[str, Any] = {
        "kinds": (a_kind(), a_kind("side", Standing.SIDE)),
        "periods": (a_period(), *(a_lunch(f"lunch{n}") for n in range(lunches))),
        "sessions": (a_session("s1", floor_minutes=12),),
        "proposals": proposals,
    }
    return an_asking_forum(**(defaults | fields))


def chosen(forum: Forum) -> list[str]:
    return [decision.request for decision in selected(forum).side_events if decision.state is State.GIVEN]


def test_there_is_room_for_one_event_a_period_and_room_less_those_that_stand_there() -> None:
    proposals = (a_proposal("p1", "youth1"),)
    two_rooms: dict[str, Any] = {"rooms": (a_room("r1"), a_room("r2", changeover_minutes=10))}
    assert capacity(a_side_forum(lunches=3), "side", proposals) == 3
    assert capacity(a_side_forum(lunches=3, **two_rooms), "side", proposals) == 6
    sessions = (a_session("old", "side", 60), a_session("s1", floor_minutes=12))
    assert capacity(a_side_forum(lunches=3, sessions=sessions), "side", proposals) == 2
    long = (a_period(), a_lunch("evening", "18:00", "20:10"))
    assert capacity(a_side_forum(periods=long, **two_rooms), "side", proposals) == 4


def test_a_forum_can_allow_fewer_than_there_is_room_for() -> None:
    proposals = (a_proposal("p1", "youth1"), a_proposal("p2", "youth2"))
    sessions = (a_session("old", "side", 60), a_session("s1", floor_minutes=12))
    allowed = [
        capacity(
            a_side_forum(lunches=4, sessions=sessions, selection=SelectionSettings(most_side_events=most)),
            "side",
            proposals,
        )
        for most in (None, 9, 3, 1, 0)
    ]
    assert allowed == [3, 3, 2, 0, 0]


def test_a_room_without_what_is_needed_and_one_that_is_closed_are_no_room() -> None:
    proposals = (a_proposal("p1", "youth1", equipment=("hybrid",)),)
    rooms = (a_room("r1"), a_room("r2", equipment=("hybrid", "webcast")))
    assert capacity(a_side_forum(rooms=rooms), "side", proposals) == 1
    hours = {"start": dt.time(9), "end": dt.time(14)}
    assert capacity(a_side_forum(rooms=(a_room("r2", equipment=("hybrid",), hours=hours),)), "side", proposals) == 0


def test_the_best_marks_by_weight_are_chosen() -> None:
    criteria = (
        Criterion(id="link", label=text("Link"), weight=1),
        Criterion(id="depth", label=text("D"), weight=3, most=5),
    )
    marks = (
        Mark(proposal="p1", criterion="link", points=10),
        Mark(proposal="p1", criterion="depth", points=2),
        Mark(proposal="p2", criterion="link", points=1),
        Mark(proposal="p2", criterion="depth", points=5),
    )
    forum = a_side_forum(a_proposal("p1", "youth1"), a_proposal("p2", "ngo1"), criteria=criteria, marks=marks)
    assert [shortfall(forum, proposal) for proposal in forum.proposals] == [1800, 900]
    assert chosen(forum) == ["p2"]
    found = selected(forum)
    assert (told(found, "p1").rule, told(found, "p1").position) == ("marks-decide", 1)
    assert told(found, "p1").reason == (
        "There were 2 proposals for 1 place of the kind Side; others have better marks by the published criteria; "
        "its own come to 55 percent of the highest there could be; it is number 1 on the waiting list."
    )


def test_a_state_and_civil_society_together_have_the_full_mark_where_the_forum_says_so() -> None:
    alone, together = a_proposal("p1", "youth1", "ngo1"), a_proposal("p2", "kenya", "youth2")
    criteria = (Criterion(id="together", label=text("Together"), weight=2),)
    forum = a_side_forum(alone, together, criteria=criteria)
    assert ([shortfall(forum, p) for p in forum.proposals], chosen(forum)) == ([2000, 0], ["p2"])
    marked = forum.model_copy(update={"marks": (Mark(proposal="p2", criterion="together", points=5),)})
    assert [shortfall(marked, p) for p in marked.proposals] == [2000, 1000]
    assert [shortfall(a_side_forum(alone, together), p) for p in (alone, together)] == [0, 0]


def test_an_organisation_leads_one_event_a_state_as_well() -> None:
    proposals = [a_proposal(f"p{n}", "kenya", priority=3 - n) for n in range(3)]
    forum = a_side_forum(*proposals, lunches=3)
    found = selected(forum)
    assert (chosen(forum), told(found, "p0").rule) == (["p2"], "organisation-in-session")
    free = forum.model_copy(update={"selection": SelectionSettings(most_events_led=None)})
    assert chosen(free) == ["p0", "p1", "p2"]


def test_balances_of_side_events_count_who_leads_them() -> None:
    proposals = [a_proposal("p1", "youth1"), a_proposal("p2", "ngo1"), a_proposal("p3", "kenya", "youth2")]
    african = a_balance("africa", "region", "un.african", kinds=("side",), least_percent=50)
    forum = a_side_forum(*proposals, lunches=2, balances=(african,), requests=(asks("q1", "youth1"),))
    found = selected(forum)
    assert "p3" in chosen(forum)
    assert [(b.balance, b.session, b.least, b.given, b.shortfall) for b in found.balances] == [
        ("africa", None, 1, 1, 0)
    ]


def test_what_fits_nowhere_is_declined_and_what_is_held_online_needs_no_room() -> None:
    forum = a_side_forum(
        a_proposal("p1", "youth1", equipment=("stage",)),
        a_proposal("p2", "ngo1", remote=True),
        a_proposal("p3", "ngo2", minutes=90),
        a_proposal("p4", "ngo3"),
    )
    assert {d.request: (d.state, d.position) for d in selected(forum).side_events} == {
        "p1": (State.DECLINED, None),
        "p2": (State.GIVEN, None),
        "p3": (State.DECLINED, None),
        "p4": (State.GIVEN, None),
    }


def test_side_events_alone_leave_the_decisions_about_requests_as_they_are() -> None:
    forum = a_side_forum(a_proposal("p1", "youth1"), requests=(asks("q1", "youth1"),))
    both = selected(forum)
    assert ([d.request for d in both.decisions], [d.request for d in both.side_events]) == (["q1"], ["p1"])
    alone = selected(forum, side_events_only=True)
    assert (alone.decisions, alone.side_events) == ((), both.side_events)
    for again in (selected(forum, side_events_only=True, earlier=both), selected(forum, sessions=["s1"], earlier=both)):
        assert again.model_copy(update={"parts": (), "levels": both.levels}) == both


def test_proposals_on_one_theme_from_one_kind_of_organiser_are_shown_together() -> None:
    forum = a_side_forum(
        a_proposal("p1", "youth1", objectives=(7,)),
        a_proposal("p2", "kenya", "youth2", objectives=(7, 9)),
        a_proposal("p3", "youth3", objectives=(9, 7)),
        a_proposal("p4", "ngo1", objectives=(7,)),
        a_proposal("p5", "mexico", objectives=(9,)),
        a_proposal("p6", "ngo2", objectives=(1,)),
    )
    assert mergeable(forum) == (("p1", "p2", "p3"), ("p2", "p5"))
