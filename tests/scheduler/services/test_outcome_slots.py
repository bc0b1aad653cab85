"""The outcome of a session attached to another has a speaking slot there, once, after the session it comes from."""

from typing import Any

from scheduler.domain.document import Document, DocumentKind
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency
from scheduler.domain.session import Link, RoleName, Tie
from scheduler.services.intake.granted import granted
from scheduler.services.models.dedicated import with_slot_given
from scheduler.services.outcome_slots import with_outcome_slots
from scheduler.services.planning import plan
from solver.result import Limits
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_participant,
    a_period,
    a_person,
    a_request,
    a_role,
    a_room,
    a_session,
    text,
)

OUTCOME = Document(
    id="what-workers-say", kind=DocumentKind.OUTCOME, title=text("Ours"), of_session="own", sessions=("s1",)
)


def a_fed_forum(**fields: Any) -> Forum:
    """Return a forum with a session of a constituency's own, and one that its outcome is attached to."""
    defaults = {
        "periods": (a_period(), a_period("tue-pm", "15:00", "18:00")),
        "rooms": (a_room(),),
        "classes": (a_class("state", delegation=True), a_class("stakeholder", interspersed=True)),
        "constituencies": (Constituency(id="unions", label=text("Trade unions"), focal_point="ana"),),
        "participants": (a_participant("itf", "stakeholder", constituency="unions"), a_participant("peru")),
        "people": (a_person("ana", "itf"),),
        "sessions": (a_session("own", organisers=("itf",)), a_session("s1", opening_minutes=20, floor_minutes=3)),
        "requests": (a_request("r1", "peru"),),
        "documents": (OUTCOME,),
    }
    return a_forum(**(defaults | fields))


def test_an_outcome_has_a_slot_whose_rapporteur_is_to_be_named_and_takes_nobodys_minutes() -> None:
    forum = with_outcome_slots(a_fed_forum())
    slot = forum.requests[-1]
    assert (slot.id, slot.session, slot.participant, slot.person, slot.function) == (
        *("own-in-s1", "s1", "itf", None, "Rapporteur"),
    )
    assert forum.session_by_id["s1"].floor_minutes == 6
    assert forum.ties == (Tie(first="own", link=Link.BEFORE, second="s1"),)


def test_a_rapporteur_who_is_named_has_the_slot() -> None:
    forum = with_outcome_slots(a_fed_forum(roles=(a_role("own", RoleName.RAPPORTEUR, person="ana"),)))
    assert [(r.participant, r.person, r.function) for r in forum.requests[1:]] == [("itf", "ana", None)]


def test_it_is_heard_after_the_session_it_is_of() -> None:
    planned = plan(granted(a_fed_forum(), None), Limits()).agenda
    assert planned is not None
    own, hears = planned.placements_of["own"][0], planned.placements_of["s1"][0]
    assert own.end <= hears.start
    assert {turn.request for turn in planned.list_of["s1"].interventions} == {"r1", "own-in-s1"}


def test_a_tie_that_is_there_is_not_given_again() -> None:
    tie = Tie(first="own", link=Link.FEEDS, second="s1", amount=2)
    assert with_outcome_slots(a_fed_forum(ties=(tie,))).ties == (tie,)


def test_a_slot_that_a_model_has_given_is_the_one() -> None:
    carried = a_request("carries-unions", "itf")
    forum = with_slot_given(a_fed_forum(requests=(carried,)), carried, "ours")
    assert granted(forum, None).requests == (carried,)


def test_two_outcomes_of_one_session_have_one_slot_and_done_twice_is_the_same() -> None:
    again = OUTCOME.model_copy(update={"id": "more"})
    once = with_outcome_slots(a_fed_forum(documents=(OUTCOME, again)))
    assert [request.id for request in once.requests] == ["r1", "own-in-s1"]
    assert with_outcome_slots(once) == once


def test_other_papers_and_outcomes_nobody_could_carry_give_no_slot() -> None:
    note = OUTCOME.model_copy(update={"kind": DocumentKind.CONCEPT_NOTE})
    assert with_outcome_slots(forum := a_fed_forum(documents=(note,))) is forum
    alone = a_fed_forum(sessions=(a_session("own"), a_session("s1")))
    assert with_outcome_slots(alone) is alone
