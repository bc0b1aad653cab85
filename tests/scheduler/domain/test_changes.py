"""Two agendas are compared sitting by sitting and speaker by speaker."""

from datetime import timedelta
from itertools import permutations

import pytest

from scheduler.domain.agenda import Agenda
from scheduler.domain.changes import Affected, changes
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_list, a_placement, an_agenda, an_intervention


def with_order(*requests: str, first_minute: int = 0) -> Agenda:
    """Return an agenda whose first session has these speakers, three minutes each."""
    turns = [an_intervention(r, f"2026-05-05 10:{first_minute + 3 * i:02}") for i, r in enumerate(requests)]
    return an_agenda(a_placement("rt1", "2026-05-05 10:00", 120), lists=(a_list("rt1", *turns),))


def test_an_agenda_does_not_differ_from_itself() -> None:
    assert changes(a_busy_forum(), a_busy_agenda(), a_busy_agenda()).is_empty


def test_an_offset_written_otherwise_is_no_change() -> None:
    agenda = a_busy_agenda()
    in_utc = Agenda.model_validate_json(agenda.model_dump_json().replace("T10:00:00-04:00", "T14:00:00+00:00"))
    assert changes(a_busy_forum(), agenda, in_utc).is_empty


def test_added_removed_and_moved_sittings_are_told_apart() -> None:
    stays = a_placement("rt1", "2026-05-05 10:00")
    goes = a_placement("side1", "2026-05-05 13:15")
    first, later = a_placement("rt2", "2026-05-06 10:00"), a_placement("rt2", "2026-05-06 11:00", room="r2")
    comes = a_placement("rt2", "2026-05-06 12:00", sitting=2)
    found = changes(a_busy_forum(), an_agenda(stays, goes, first), an_agenda(stays, later, comes))
    assert (found.added, found.removed) == ((comes,), (goes,))
    assert [(move.before, move.after, move.is_new_time, move.is_new_room) for move in found.moved] == [
        (first, later, True, True)
    ]


def test_one_speaker_who_goes_last_is_the_only_one_that_moved() -> None:
    change = changes(a_busy_forum(), with_order("q1", "q2", "q3", "q4"), with_order("q2", "q3", "q4", "q1")).lists[0]
    assert [(turn.request, turn.place_before, turn.place_after) for turn in change.moved] == [("q1", 1, 4)]
    assert [turn.request for turn in change.shifted] == ["q2", "q3", "q4"]


def test_added_and_removed_speakers_carry_their_places() -> None:
    change = changes(a_busy_forum(), with_order("q1", "q2"), with_order("q3", "q1")).lists[0]
    assert [(turn.request, turn.place_before, turn.place_after) for turn in (*change.added, *change.removed)] == [
        ("q3", None, 1),
        ("q2", 2, None),
    ]
    assert change.moved == ()


def test_a_start_some_seconds_later_in_the_same_minute_is_no_change() -> None:
    before = with_order("q1", "q2", "q4")
    assert changes(a_busy_forum(), before, _seconds_later(before, 20)).is_empty
    swapped = _seconds_later(with_order("q4", "q2", "q1"), 20)
    change = changes(a_busy_forum(), before, swapped).lists[0]
    assert {turn.request for turn in change.turns} == {"q1", "q4"}


def _seconds_later(agenda: Agenda, seconds: int) -> Agenda:
    later = timedelta(seconds=seconds)
    turns = [turn.model_copy(update={"start": turn.start + later}) for turn in agenda.lists[0].interventions]
    return agenda.model_copy(update={"lists": (agenda.lists[0].model_copy(update={"interventions": tuple(turns)}),)})


@pytest.mark.parametrize("order", list(permutations(["q1", "q2", "q3", "q4"])))
def test_the_fewest_speakers_are_said_to_have_moved(order: tuple[str, ...]) -> None:
    found = changes(a_busy_forum(), with_order("q1", "q2", "q3", "q4"), with_order(*order))
    moved = {turn.request for change in found.lists for turn in change.moved}
    stays = {new for old, new in zip(("q1", "q2", "q3", "q4"), order, strict=True) if old == new}
    kept = [request for request in order if request not in moved | stays]
    rises = [len(set(p)) for n in range(5) for p in permutations(order, n) if _keeps_order(p, order)]
    assert kept == sorted(kept)
    assert moved & stays == set()
    assert len(kept) <= max(rises) <= len(order) - len(moved)


def _keeps_order(some: tuple[str, ...], order: tuple[str, ...]) -> bool:
    places = [order.index(request) for request in some]
    return list(some) == sorted(some) and places == sorted(places)


def test_who_is_affected_are_role_holders_organisers_and_speakers_whose_turn_changed() -> None:
    before = an_agenda(a_placement("rt1", "2026-05-05 10:00"), a_placement("side1", "2026-05-05 13:15"))
    after = an_agenda(a_placement("rt1", "2026-05-05 10:00"), a_placement("side1", "2026-05-05 13:30"))
    assert changes(a_busy_forum(), before, after).affected == Affected(participants=("unions",), people=("lee",))
    swapped = changes(a_busy_forum(), with_order("q1", "q2", "q4"), with_order("q1", "q4", "q2")).affected
    assert swapped == Affected(participants=("caritas", "kenya"), people=("sam", "wanjiru"), requests=("q2", "q4"))


def test_a_sitting_that_moves_affects_its_own_speakers_though_their_turns_stay_the_same() -> None:
    forum, before = a_busy_forum(), a_busy_agenda()
    later = a_placement("rt2", "2026-05-06 11:00", period="wed-am", sitting=2, room="r2")
    after = before.model_copy(update={"placements": (*before.placements[:3], later)})
    assert changes(forum, before, after).affected == Affected(participants=("iom",), requests=("q5",))
