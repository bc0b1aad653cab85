"""One session's list under two policies, with what differs counted by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.request import Rank
from scheduler.domain.session import Mode, Policy
from scheduler.errors import NotFoundError, SchedulerError
from scheduler.services.ordering_compare import OrderedList, compare_policies
from tests.scheduler.builders import (
    FIRST_DAY,
    a_class,
    a_forum,
    a_kind,
    a_list,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_session,
    an_agenda,
    an_intervention,
    text,
)

STATES = {"chad": 4, "peru": 1, "oman": 3, "cuba": 2}
STAKEHOLDERS = {"unions": 2, "youth": 1}


def a_placed_forum(mode: Mode = Mode.THROUGHOUT, **fields: Any) -> tuple[Forum, Agenda]:
    """Return four States and two stakeholders who asked on these days of February, and a session that stands at 10."""
    asked = STATES | STAKEHOLDERS
    ranks = {"chad": "M", "peru": "A", "oman": "M", "cuba": "A"}
    forum = a_forum(
        **{
            "kinds": (a_kind(mode=mode, ranks=False),),
            "ranks": (Rank(id="M", label="Minister", order=1), Rank(id="A", label="Ambassador", order=2)),
            "sessions": (a_session(floor_minutes=60), a_session("s2")),
            "classes": (
                a_class("state", delegation=True),
                a_class("stakeholder", interspersed=True, protocol_place=2),
            ),
            "participants": tuple(
                a_participant(id, "state" if id in STATES else "stakeholder", name=text(id.title())) for id in asked
            ),
            "requests": tuple(
                a_request(f"q-{id}", id, rank=ranks.get(id), requested_at=dt.datetime(2026, 2, day))
                for id, day in asked.items()
            ),
        }
        | fields
    )
    speakers = a_list("s1", an_intervention("q-chad", "2026-05-05 10:00"), outcome=Outcome.EDITED)
    return forum, an_agenda(a_placement("s1", "2026-05-05 10:00"), lists=(speakers,))


def names(made: OrderedList) -> list[str | None]:
    return [turn.speaker.organisation for turn in made.speakers]


def test_both_lists_intersperse_alike_and_differ_in_who_stands_where() -> None:
    forum, agenda = a_placed_forum()
    found = compare_policies(forum, agenda, "s1", (Policy.REQUEST_TIME, Policy.RANK_AND_TIME))
    assert names(found.first) == ["Peru", "Youth", "Cuba", "Oman", "Unions", "Chad"]
    assert names(found.second) == ["Oman", "Youth", "Chad", "Peru", "Unions", "Cuba"]
    assert found.moved == 4
    assert [made.stakeholder_places for made in (found.first, found.second)] == [(2, 5), (2, 5)]
    assert [made.rank_inversions for made in (found.first, found.second)] == [4, 0]
    assert (found.first.longest_run_speakers, found.first.longest_run_minutes) == (2, 6)
    assert [turn.start.strftime("%H:%M") for turn in found.first.speakers] == [
        f"10:{minute:02}" for minute in range(0, 18, 3)
    ]


def test_both_are_as_even_as_the_best_possible_list() -> None:
    forum, agenda = a_placed_forum()
    found = compare_policies(forum, agenda, "s1", (Policy.LOT, Policy.ALTERNATE))
    figures = [(made.evenness.value, made.evenness.best) for made in (found.first, found.second) if made.evenness]
    assert figures == [(1, 1), (1, 1)]
    assert [made.outcome for made in (found.first, found.second)] == [Outcome.OPTIMAL, Outcome.OPTIMAL]


def test_a_list_that_is_exempt_is_measured_against_the_best_that_is_interspersed() -> None:
    forum, agenda = a_placed_forum(Mode.NONE)
    found = compare_policies(forum, agenda, "s1", (Policy.REQUEST_TIME, Policy.LOT))
    assert found.first.stakeholder_places == found.second.stakeholder_places == (5, 6)
    assert names(found.first) == ["Peru", "Cuba", "Oman", "Chad", "Youth", "Unions"]
    assert found.first.longest_run_speakers == 4
    assert found.first.evenness is not None
    assert (found.first.evenness.value, found.first.evenness.best) == (4, 1)


def test_among_speakers_of_one_side_there_is_no_evenness() -> None:
    forum, agenda = a_placed_forum()
    states = tuple(request for request in forum.requests if request.participant in STATES)
    forum = forum.model_copy(update={"requests": states})
    found = compare_policies(forum, agenda, "s1", (Policy.REQUEST_TIME, Policy.REQUEST_TIME))
    assert (found.first.evenness, found.first.stakeholder_places, found.moved) == (None, (), 0)


def test_a_session_without_speakers_or_without_a_place_is_not_compared() -> None:
    forum, agenda = a_placed_forum()
    with pytest.raises(NotFoundError, match=r"Session s2 has no speakers to put in order; .* are s1"):
        compare_policies(forum, agenda, "s2", (Policy.LOT, Policy.REQUEST_TIME))
    with pytest.raises(NotFoundError, match="are none"):
        compare_policies(forum, an_agenda(), "s1", (Policy.LOT, Policy.REQUEST_TIME))


def test_an_impossible_list_is_said_to_be_one_whatever_the_policy() -> None:
    forum, agenda = a_placed_forum()
    night = Window(date=FIRST_DAY, start=dt.time(22), end=dt.time(23))
    person = a_person("late", "chad", available=(night,))
    requests = (*forum.requests, a_request("q-late", "chad", person="late"))
    forum = forum.model_copy(update={"people": (person,), "requests": requests})
    with pytest.raises(SchedulerError, match="Session s1: no list of its speakers was found where the session stands"):
        compare_policies(forum, agenda, "s1", (Policy.LOT, Policy.REQUEST_TIME))
