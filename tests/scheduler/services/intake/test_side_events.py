"""A side event that is withdrawn, declined or given a place: who follows, and what others see of it."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.errors import RefusedError
from scheduler.services.intake.desk import own_proposals
from scheduler.services.intake.online import held_online
from scheduler.services.intake.published import published
from scheduler.services.intake.record import record
from scheduler.services.intake.remarks import remarks
from scheduler.services.intake.standing import log_faults
from tests.scheduler.asking import a_balance, asks, selected
from tests.scheduler.builders import a_person
from tests.scheduler.services.intake.events_cases import (
    NOON,
    OBJECTION,
    OVERRIDE,
    a_forum_of_events,
    after,
    placed,
    short,
    stands,
)
from tests.scheduler.services.selecting.test_proposals import a_proposal, a_side_forum


def test_side_events_stand_as_the_selection_says_whose_leader_has_one_last() -> None:
    forum = a_forum_of_events()
    assert stands(forum, selected(forum)) == {
        "p1": ("given a place", None),
        "p2": ("given a place", None),
        "p3": ("wait-listed", 1),
        "p4": ("wait-listed", 3),
        "p5": ("wait-listed", 2),
    }


def test_a_withdrawal_gives_the_place_to_the_next_as_things_stand_then() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    one = after(forum, selection, "p2", "withdrawn")
    assert short(one) == [("p2", "withdrawn", "requester"), ("p3", "given", "method")]
    assert own_proposals(one, selection, request="p2")[0].basis is Basis.METHOD
    assert (one.log[1].other, one.log[1].reason) == (
        "p2",
        "A place has become free, and this proposal was first in its waiting list.",
    )
    assert placed(one, selection) == ["p1", "p3"]
    both = after(one, selection, "p1", "withdrawn")
    assert short(both)[2:] == [("p1", "withdrawn", "requester"), ("p4", "given", "method")]
    assert stands(both, selection) == {
        "p1": ("withdrawn", None),
        "p2": ("withdrawn", None),
        "p3": ("given a place", None),
        "p4": ("given a place", None),
        "p5": ("wait-listed", 1),
    }


def test_an_objection_frees_the_place_as_well_and_is_recorded_as_what_it_is() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    found = after(forum, selection, "p2", "declined", **OBJECTION)
    assert short(found) == [("p2", "declined", "objection"), ("p3", "given", "method")]
    (standing,) = own_proposals(found, selection, request="p2")
    assert (standing.state.value, standing.basis, standing.reason) == (
        "declined",
        Basis.OBJECTION,
        "The State concerned objects.",
    )
    assert [(event.number, event.what) for event in standing.history] == [(None, "given"), (1, "declined")]


def test_balances_are_weighed_anew_with_those_who_have_a_place_now() -> None:
    led = a_balance("led", "flag", "migrant-led", kinds=("side",), least_percent=50)
    forum = a_forum_of_events(balances=(led,))
    flagged = {"p3": ("migrant-led",), "p5": ("migrant-led",)}
    proposals = tuple(p.model_copy(update={"flags": flagged.get(p.id, ())}) for p in forum.proposals)
    forum = forum.model_copy(update={"proposals": proposals})
    selection = selected(forum)
    assert placed(forum, selection) == ["p1", "p3"]
    found = after(after(forum, selection, "p3", "withdrawn"), selection, "p1", "withdrawn")
    assert short(found)[1::2] == [("p5", "given", "method"), ("p2", "given", "method")]


def test_who_leads_as_many_as_it_may_is_passed_over() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    full = after(after(forum, selection, "p3", "withdrawn"), selection, "p5", "withdrawn")
    found = after(full, selection, "p2", "withdrawn")
    assert short(found)[2:] == [("p2", "withdrawn", "requester")]
    assert list(remarks(full, selection, found.log[2:])) == [
        "Nobody who waits for its place can have it now; it stays free."
    ]
    last = after(full, selection, "p4", "withdrawn")
    assert list(remarks(last, selection, after(last, selection, "p2", "withdrawn").log[3:])) == [
        "Nobody waits for this place; it stays free."
    ]


def test_an_override_gives_a_place_beyond_the_room_there_is_which_nobody_has_after_it() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    found = after(forum, selection, "p5", "given", **OVERRIDE)
    assert placed(found, selection) == ["p1", "p2", "p5"]
    assert list(remarks(forum, selection, found.log)) == [
        "3 side events of its kind have a place now, 1 more than there is room for."
    ]
    fewer = after(found, selection, "p2", "withdrawn")
    assert short(fewer)[1:] == [("p2", "withdrawn", "requester")]
    assert list(remarks(found, selection, fewer.log[1:])) == [
        "There are as many side events of its kind as there is room for all the same; nobody has its place."
    ]


def test_who_had_no_place_frees_none() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    assert short(after(forum, selection, "p3", "withdrawn")) == [("p3", "withdrawn", "requester")]


def test_a_side_event_held_online_frees_no_room_and_lets_others_of_its_leader_follow() -> None:
    events = [a_proposal(id, "ngo1", remote=True, priority=n) for n, id in enumerate(("q1", "q2"), 1)]
    forum = a_side_forum(*events, a_proposal("p1", "youth1"), a_proposal("p2", "ngo2"))
    selection = selected(forum)
    assert [one.id for one in held_online(forum, selection)] == ["q1"]
    found = after(forum, selection, "q1", "withdrawn")
    assert short(found) == [("q1", "withdrawn", "requester"), ("q2", "given", "method")]
    assert [one.id for one in held_online(found, selection)] == ["q2"]


@pytest.mark.parametrize(
    ("proposal", "happening", "fields", "why"),
    [
        ("p1", "absent", {}, r"^p1 is a proposal for a side event, which cannot be recorded as absent\. Record it as"),
        ("p1", "declined", {}, r"^The basis accreditation needs the officer who decided and the reason\."),
        ("p1", "declined", {"basis": Basis.METHOD}, r"^What is declined cannot rest on method here\."),
        ("p1", "withdrawn", {"minutes": 3}, r"^A proposal is withdrawn alone\. Leave out the other request"),
        ("p1", "given", OVERRIDE, r"^Proposal p1 cannot be recorded as given\. It has a place: record withdrawn"),
        ("p3", "given", {"basis": Basis.METHOD}, r"^The method gives p3 no place that nobody it competes with has"),
        ("p3", "given", {"basis": Basis.METHOD, "other": "p1"}, r"^The method gives p3 no place that nobody it"),
        ("p3", "given", {"basis": Basis.REQUESTER}, r"^What is given cannot rest on requester here\. Write the basis"),
    ],
    ids=str,
)
def test_what_cannot_happen_to_a_side_event_is_refused(
    proposal: str, happening: str, fields: dict[str, Any], why: str
) -> None:
    forum = a_forum_of_events()
    with pytest.raises(RefusedError, match=why):
        record(forum, selected(forum), proposal, Happening(happening), at=NOON, **fields)


def test_a_check_names_each_entry_that_cannot_be() -> None:
    forum = a_forum_of_events()
    entries = [
        Entry(number=1, at=NOON, request="p1", happening=Happening.WITHDRAWN),
        Entry(number=2, at=NOON, request="p1", happening=Happening.WITHDRAWN),
        Entry(number=3, at=NOON, request="p2", happening=Happening.SPOKEN, basis=Basis.CHAIR),
    ]
    faults = log_faults(forum.model_copy(update={"log": tuple(entries)}), selected(forum))
    assert [(fault.row, fault.problem) for fault in faults] == [
        (3, "Proposal p1 cannot be recorded as withdrawn."),
        (4, "p2 is a proposal for a side event, which cannot be recorded as spoken."),
    ]


def test_others_learn_of_the_withdrawal_of_a_side_event_that_had_a_place_alone() -> None:
    forum = a_forum_of_events()
    selection = selected(forum)
    found = after(after(forum, selection, "p3", "withdrawn", reason="Canary"), selection, "p1", "declined", **OBJECTION)
    assert published(found, selection) == ()
    gone = after(found, selection, "p2", "withdrawn", reason="Canary")
    assert [(one.session, one.who, one.what) for one in published(gone, selection)] == [("p2", "Ngo1", "withdrawn")]


def test_a_withdrawal_names_the_class_alone_of_a_leader_whose_name_gives_away_who_is_withheld() -> None:
    forum = a_forum_of_events(requests=(asks("q1", "ngo1", person="ngo-focal"),))
    people = tuple(a_person(person.id, *person.affiliations, publication="withheld") for person in forum.people)
    forum = forum.model_copy(update={"people": people})
    selection = selected(forum)
    found = after(forum, selection, "p2", "withdrawn")
    assert [(one.session, one.who) for one in published(found, selection)] == [("p2", "Stakeholder")]
