from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.selection import Decision, Kept, LevelOutcome, Lot, Selection, State
from scheduler.domain.sharing import SelectionSettings
from scheduler.services.lot import NOT_COMMITTED, commit
from scheduler.services.lot_verify import verify_lot
from tests.scheduler.builders import a_forum, a_participant, a_request

SETTINGS = SelectionSettings(
    lot_commitment=commit("seed"), lot_seed="seed", lot_value="17 23 42", list_closes=dt.datetime(2026, 3, 2, 18)
)
LOT = Lot(commitment=commit("seed"), seed="seed", value="17 23 42")


def a_drawn_forum(settings: SelectionSettings = SETTINGS) -> Forum:
    return a_forum(
        participants=(a_participant("chad"),),
        requests=(a_request("q1", "chad"), a_request("q2", "chad")),
        selection=settings,
    )


def a_decision(request: str, state: State = State.GIVEN, **fields: Any) -> Decision:
    return Decision(request=request, session="s1", state=state, reason="It was drawn.", **fields)


def a_selection(*decisions: Decision, **fields: Any) -> Selection:
    defaults = {"forum": "forum-0001", "made_of": "0" * 64, "outcome": Outcome.OPTIMAL, "lot": LOT}
    return Selection(**(defaults | {"decisions": decisions} | fields))


def test_seed_numbers_lot_and_decisions_are_confirmed_and_the_rest_is_left_open() -> None:
    made = a_selection(a_decision("q1"), a_decision("q2", State.WAIT_LISTED, position=1))
    found = verify_lot(a_drawn_forum(), made, made)
    assert found.is_sound
    assert found.confirmed == (
        f"The published seed has the published digest {commit('seed')}.",
        "The numbers drawn follow from the seed and the public value: 2 in all.",
        "The selection was made with this seed, digest and public value.",
        "Selecting again gave the same 2 decisions.",
    )
    assert found.unknown == (
        "Whether the digest was published before lists closed on Monday 2 March 2026, 18:00: compare it with the "
        "place and the day it was published.",
        "Whether requests are those there were when the lot was drawn: no digest of them was published.",
        "Whether '17 23 42' is the public value that was named beforehand, and nobody could know it before lists "
        "closed: compare it with its own source.",
    )


def test_a_selection_made_with_another_value_differs_and_both_are_named() -> None:
    made = a_selection(lot=LOT.model_copy(update={"value": "1 2 3"}))
    found = verify_lot(a_drawn_forum(), made, made)
    assert found.differs == ("The selection was made with the public value 1 2 3; the forum states 17 23 42.",)


def test_a_decision_that_was_tampered_with_is_told_with_both_versions() -> None:
    made = a_selection(a_decision("q1"), a_decision("q2", State.WAIT_LISTED, position=1))
    again = a_selection(a_decision("q1"), a_decision("q2"))
    found = verify_lot(a_drawn_forum(), made, again)
    assert found.differs == (
        "q2: the selection says 'wait-listed in s1, place 1: It was drawn.', selecting again says 'given in s1: It "
        "was drawn.'.",
    )
    assert not found.is_sound


def test_files_and_levels_that_changed_are_told() -> None:
    level = LevelOutcome(rule="lot-decides", value=3, bound=3)
    found = verify_lot(a_drawn_forum(), a_selection(levels=(level,)), a_selection(made_of="1" * 64))
    assert found.differs == (
        "The forum's files are not those the selection was made of: something was changed in them since.",
        "The levels of the method come to other amounts when selecting again.",
    )


def test_of_many_decisions_that_differ_ten_are_told_and_the_rest_counted() -> None:
    made = a_selection(*(a_decision(f"q{number:02}") for number in range(12)))
    found = verify_lot(a_drawn_forum(), made, a_selection())
    assert len(found.differs) == 11
    assert found.differs[-1] == "2 more decisions differ."


def test_a_lot_nobody_committed_to_is_said_to_have_been_foreseeable() -> None:
    found = verify_lot(a_drawn_forum(SelectionSettings()))
    assert found.confirmed == ("The numbers drawn follow from the seed alone: 2 in all.",)
    assert found.unknown == (
        NOT_COMMITTED,
        "Whether a selection was made with this lot: name its file to compare them.",
    )


def test_a_selection_that_was_not_made_again_is_left_open() -> None:
    found = verify_lot(a_drawn_forum(), a_selection())
    assert found.unknown[-1] == "Whether selecting again gives the same decisions: it was not done."


def test_places_that_were_kept_when_selecting_again_are_left_open() -> None:
    selection = a_selection(a_decision("q1"), kept=(Kept(request="q1", session="s1"),))
    assert verify_lot(a_drawn_forum(), selection, selection).unknown[-1] == (
        "Whether places that were kept when the selection was made again (1) had been given by an earlier selection "
        "and its log: compare them with the selection.json of that time."
    )
