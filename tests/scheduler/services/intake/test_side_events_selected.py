"""A selection of side events and their log: made before it, after it, in parts, made again and repeated."""

from __future__ import annotations

from scheduler.domain.log import Basis
from scheduler.domain.proposal import Mark
from scheduler.domain.selection import State
from scheduler.domain.sharing import SelectionSettings
from scheduler.services.intake.asking import places_now
from scheduler.services.intake.replay import other_promotions
from scheduler.services.intake.standing import log_faults
from scheduler.services.lot_again import selected_again
from scheduler.services.lot_verify import verify_lot
from scheduler.services.selecting.digest import is_current
from solver.result import Limits
from tests.scheduler.asking import asks, selected, told
from tests.scheduler.services.intake.events_cases import (
    LINK,
    OBJECTION,
    OVERRIDE,
    a_forum_of_events,
    after,
    placed,
    placed_or_online,
    short,
    stands,
)
from tests.scheduler.services.selecting.test_proposals import a_proposal, a_side_forum


def test_an_event_of_the_same_leader_that_competes_for_other_places_waits_for_a_selection() -> None:
    online = [a_proposal(id, "ngo1", remote=True, priority=n) for n, id in enumerate(("q1", "q2"), 2)]
    forum = a_side_forum(a_proposal("p1", "ngo1", priority=1), *online, selection=SelectionSettings(most_events_led=1))
    forum = forum.model_copy(update={"criteria": (LINK,), "marks": (Mark(proposal="p1", criterion="link", points=9),)})
    selection = selected(forum)
    assert placed_or_online(forum, selection) == ["p1"]
    found = after(after(forum, selection, "p1", "withdrawn"), selection, "q2", "withdrawn")
    assert short(found) == [("p1", "withdrawn", "requester"), ("q2", "withdrawn", "requester")]
    again = selected(found, earlier=selection, places=places_now(found, selection))
    assert placed_or_online(found, again) == ["q1"]


def test_before_a_selection_a_proposal_is_withdrawn_and_the_selection_leaves_it_out() -> None:
    forum = after(a_forum_of_events(), None, "p1", "withdrawn")
    forum = after(after(forum, None, "p2", "declined", **OBJECTION), None, "p5", "given", **OVERRIDE)
    assert placed(forum, None) == ["p5"]
    selection = selected(forum)
    assert {d.request: (d.state, d.basis) for d in selection.side_events} == {
        "p1": (State.DECLINED, Basis.REQUESTER),
        "p2": (State.DECLINED, Basis.OBJECTION),
        "p3": (State.WAIT_LISTED, Basis.METHOD),
        "p4": (State.GIVEN, Basis.METHOD),
        "p5": (State.GIVEN, Basis.OVERRIDE),
    }
    assert (placed(forum, selection), log_faults(forum, selection)) == (["p4", "p5"], ())
    assert stands(forum, selection)["p1"] == ("withdrawn", None)


def test_a_selection_that_is_made_again_keeps_what_the_log_says() -> None:
    forum = a_forum_of_events()
    first = selected(forum)
    forum = after(after(forum, first, "p2", "withdrawn"), first, "p5", "given", **OVERRIDE)
    before = placed(forum, first)
    again = selected(forum, earlier=first, places=places_now(forum, first))
    assert (before, placed(forum, again)) == (["p1", "p3", "p5"], ["p1", "p3", "p5"])
    assert told(again, "p1").reason == (
        "It had this place by an earlier selection or what was recorded since, and keeps it."
    )
    assert (told(again, "p4").state, stands(forum, again)["p2"]) == (State.WAIT_LISTED, ("withdrawn", None))
    assert is_current(forum, again)
    later = after(after(forum, again, "p5", "declined", **OBJECTION), again, "p1", "withdrawn")
    assert short(later)[3:] == [
        ("p5", "declined", "objection"),
        ("p1", "withdrawn", "requester"),
        ("p4", "given", "method"),
    ]
    assert selected_again(later, again, Limits()) == again


def test_more_events_than_their_leader_may_lead_stand_where_an_organiser_gave_them() -> None:
    forum = after(a_forum_of_events(), None, "p1", "given", **OVERRIDE)
    forum = after(after(forum, None, "p4", "given", **OVERRIDE), None, "p5", "given", **OVERRIDE)
    selection = selected(forum)
    assert placed(forum, selection) == ["p1", "p4", "p5"]
    assert stands(forum, selection)["p2"] == ("wait-listed", 1)


def test_what_followed_before_side_events_were_decided_once_more_is_not_repeated() -> None:
    forum = a_forum_of_events(requests=(asks("q1", "youth1"),))
    first = selected(forum, side_events_only=True, earlier=selected(forum, sessions=["s1"]))
    later = after(forum, first, "p2", "withdrawn")
    anew = selected(later, side_events_only=True, earlier=first)
    assert (anew.logged, log_faults(later, anew), placed(later, anew)) == (0, (), ["p1", "p3"])
    assert list(other_promotions(later, anew)) == []
    assert selected_again(later, anew, Limits()) == anew


def test_the_lot_is_verified_with_the_promotions_of_side_events() -> None:
    forum = a_forum_of_events(requests=(asks("q1", "youth1"),))
    selection = selected(forum)
    found = after(forum, selection, "p2", "withdrawn")
    verified = verify_lot(found, selection, selected_again(found, selection, Limits()))
    assert verified.differs == ()
    assert "Repeating the log gave the same promotions: 1." in verified.confirmed
    other = found.log[1].model_copy(update={"request": "p5"})
    assert list(other_promotions(found.model_copy(update={"log": (found.log[0], other)}), selection)) == [
        "Entry 2 of the log gives p5 a place by the method, which comes to p3 there."
    ]
    left_out = found.model_copy(update={"log": found.log[:1]})
    assert list(other_promotions(left_out, selection)) == [
        "The method gives p3 a place after entry 1 of the log, which does not say so."
    ]
