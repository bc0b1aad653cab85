"""Each rule: an allowed case, a forbidden case and a case counted by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from solver.rule import Kind, sentence
from solver.speakers.problem import Intervention, Mode, Problem
from solver.speakers.rulebook import RULES
from solver.speakers.rules.floor import FloorTime, FloorWaits
from solver.speakers.rules.interspersal import RunCap, SittingShare
from solver.speakers.rules.neighbours import NeighboursDiffer
from solver.speakers.rules.order import GroupsFirst, LateLast, OpeningFirst, ProtocolOrder, ReservedPlaces
from solver.speakers.rules.presence import EverySpeakerOnce, PinnedPlace, WithinAvailability
from solver.speakers.solution import SpeakersList, Turn
from tests.solver.speakers.builders import amounts, changed, guests, in_a_row, others, problem_of

THREE = problem_of(others(3))


def test_rules_stand_hard_before_soft_under_one_name_each_with_a_sentence() -> None:
    kinds = [rule.kind for rule in RULES]
    assert kinds == sorted(kinds, key=lambda kind: kind is Kind.SOFT)
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert all(sentence(rule).endswith(".") for rule in RULES)


def test_every_speaker_has_the_floor_once() -> None:
    assert amounts(EverySpeakerOnce(), THREE, in_a_row(THREE, [2, 0, 1])) == []


def test_a_speaker_is_missing_and_another_speaks_three_times() -> None:
    assert amounts(EverySpeakerOnce(), THREE, in_a_row(THREE, [0, 0, 0, 2])) == [((0,), 2), ((1,), 1)]


def test_pinned_speakers_open_and_close_the_list() -> None:
    problem = changed(changed(THREE, 2, place=1), 0, place=-1)
    assert amounts(PinnedPlace(), problem, in_a_row(problem, [2, 1, 0])) == []


def test_a_speaker_pinned_third_who_opens_stands_two_places_away() -> None:
    problem = changed(THREE, 1, place=3)
    assert amounts(PinnedPlace(), problem, in_a_row(problem, [1, 0, 2])) == [((1,), 2)]


def test_a_speaker_pinned_second_who_closes_stands_one_place_away() -> None:
    problem = changed(THREE, 1, place=2)
    assert amounts(PinnedPlace(), problem, in_a_row(problem, [0, 2, 1])) == [((1,), 1)]


def test_a_speaker_within_one_of_two_windows_is_available() -> None:
    problem = changed(THREE, 0, windows=((0, 5), (10, 20)))
    assert amounts(WithinAvailability(), problem, in_a_row(problem, [1, 0, 2])) == []


def test_a_window_must_hold_the_whole_intervention() -> None:
    problem = changed(THREE, 0, windows=((10, 19),))
    assert amounts(WithinAvailability(), problem, in_a_row(problem, [1, 0, 2])) == [((0,), 1)]


def test_the_floor_passes_on_after_the_changeover_and_to_the_next_stretch_where_somebody_does_not_fit() -> None:
    problem = problem_of(others(3), ((0, 35), (100, 200)), changeover=5)
    turns = (Turn(0, 0, 0), Turn(1, 0, 15), Turn(2, 1, 100))
    assert amounts(FloorTime(), problem, SpeakersList(turns)) == []


def test_a_speaker_must_not_start_before_the_changeover_has_passed_nor_leave_a_pause() -> None:
    problem = problem_of(others(3), changeover=5)
    turns = (Turn(0, 0, 0), Turn(1, 0, 14), Turn(2, 0, 40))
    assert amounts(FloorTime(), problem, SpeakersList(turns)) == [((1,), 1), ((2,), 1)]


def test_a_turn_outside_the_floor_is_refused() -> None:
    problem = problem_of(others(2), ((0, 15),))
    assert amounts(FloorTime(), problem, in_a_row(problem, [0, 1])) == [((1,), 1)]
    assert amounts(FloorWaits(), problem, in_a_row(problem, [0, 1])) == []


def test_turns_in_a_stretch_that_does_not_exist_are_refused() -> None:
    turns = SpeakersList((Turn(0, 1, 0), Turn(1, 1, 10), Turn(2, -1, 20)))
    assert amounts(FloorTime(), THREE, turns) == [((0,), 1), ((1,), 1), ((2,), 1)]


def test_a_stretch_that_is_too_short_for_a_speaker_is_passed_over() -> None:
    problem = problem_of(others(2), ((0, 10), (50, 55), (100, 110)))
    turns = SpeakersList((Turn(0, 0, 0), Turn(1, 2, 100)))
    assert amounts(FloorTime(), problem, turns) == []
    assert amounts(FloorWaits(), problem, turns) == []


def test_the_floor_waits_for_who_is_not_there_yet_and_the_wait_is_counted() -> None:
    problem = changed(problem_of(others(2), ((0, 25), (100, 200))), 1, windows=((130, 200),))
    solution = SpeakersList((Turn(0, 0, 0), Turn(1, 1, 130)))
    assert amounts(FloorTime(), problem, solution) == []
    assert amounts(FloorWaits(), problem, solution) == [((1,), 15 + 30)]


def test_the_floor_waits_for_who_speaks_until_the_very_end() -> None:
    problem = changed(problem_of(others(2), ((0, 40),)), 1, windows=((30, 40),))
    solution = SpeakersList((Turn(0, 0, 0), Turn(1, 0, 30)))
    assert amounts(FloorTime(), problem, solution) == []
    assert amounts(FloorWaits(), problem, solution) == [((1,), 20)]


def test_a_first_speaker_who_begins_late_without_a_reason_is_refused() -> None:
    turns = SpeakersList((Turn(0, 0, 5), Turn(1, 0, 15)))
    assert amounts(FloorTime(), THREE, turns) == [((0,), 1)]


def test_a_speaker_who_comes_too_early_breaks_availability_and_costs_no_wait() -> None:
    problem = changed(problem_of(others(2)), 1, windows=((50, 90),))
    assert amounts(FloorWaits(), problem, in_a_row(problem, [0, 1])) == []
    assert amounts(FloorTime(), problem, in_a_row(problem, [0, 1])) == []
    assert amounts(WithinAvailability(), problem, in_a_row(problem, [0, 1])) == [((1,), 1)]


def test_the_rest_of_a_stretch_that_nobody_fits_into_is_no_wait() -> None:
    problem = problem_of(others(2), ((0, 19), (100, 200)))
    assert amounts(FloorWaits(), problem, SpeakersList((Turn(0, 0, 0), Turn(1, 1, 100)))) == []


def test_the_opening_comes_first_whatever_is_pinned() -> None:
    problem = changed(changed(THREE, 0, place=1), 2, opening=True)
    assert amounts(OpeningFirst(), problem, in_a_row(problem, [0, 2, 1])) == []


def test_an_opening_speaker_after_two_others_counts_two() -> None:
    problem = changed(THREE, 2, opening=True)
    assert amounts(OpeningFirst(), problem, in_a_row(problem, [0, 1, 2])) == [((2,), 2)]


def test_groups_come_first_in_their_own_stream_only() -> None:
    problem = problem_of((*others(2), *others(1, group=True), *guests(1)), groups_first=True)
    assert amounts(GroupsFirst(), problem, in_a_row(problem, [3, 2, 0, 1])) == []


def test_a_group_after_two_national_statements_counts_two() -> None:
    problem = problem_of((*others(2), *others(1, group=True), *guests(1)), groups_first=True)
    assert amounts(GroupsFirst(), problem, in_a_row(problem, [0, 3, 1, 2])) == [((2,), 2)]


def test_groups_come_where_protocol_puts_them_when_they_are_not_set_first() -> None:
    problem = problem_of((*others(2), *others(1, group=True)))
    assert amounts(GroupsFirst(), problem, in_a_row(problem, [0, 1, 2])) == []


def asked(*steps: tuple[int, int], **more: Any) -> Problem:
    """Return others of these steps of protocol who asked so late."""
    return problem_of([Intervention(10, False, standing, *standing) for standing in steps], **more)


def test_a_late_speaker_is_told_for_each_of_the_class_who_asked_earlier_and_comes_after() -> None:
    problem = asked((1, 0), (1, 1), (1, 0), (1, 2))
    assert amounts(LateLast(), problem, in_a_row(problem, [1, 0, 2, 3])) == [((1,), 2)]
    assert amounts(LateLast(), problem, in_a_row(problem, [3, 0, 1, 2])) == [((3,), 3), ((1,), 1)]
    assert amounts(LateLast(), problem, in_a_row(problem, [2, 0, 1, 3])) == []


def test_a_late_speaker_may_come_before_another_class_and_before_the_other_side() -> None:
    problem = asked((1, 1), (2, 0))
    assert amounts(LateLast(), problem, in_a_row(problem, [0, 1])) == []
    mixed = changed(asked((1, 1), (1, 0)), 1, interspersed=True)
    assert amounts(LateLast(), mixed, in_a_row(mixed, [0, 1])) == []


def test_a_late_speaker_with_a_pinned_place_is_exempt() -> None:
    problem = changed(asked((1, 1), (1, 0)), 0, place=1)
    assert amounts(LateLast(), problem, in_a_row(problem, [0, 1])) == []


def test_a_run_may_be_as_long_as_its_cap() -> None:
    problem = problem_of((*others(4), *guests(1)))
    assert RunCap().cap(problem, False) == 40 / 2 + 10
    assert amounts(RunCap(), problem, in_a_row(problem, [0, 1, 2, 4, 3])) == []


def test_a_run_of_four_where_three_may_is_ten_seconds_over() -> None:
    problem = problem_of((*others(4), *guests(1)))
    assert amounts(RunCap(), problem, in_a_row(problem, [4, 0, 1, 2, 3])) == [((0,), 10)]


def test_a_run_that_is_half_a_second_over_its_cap_counts_one() -> None:
    problem = problem_of((*others(2), *others(1, 1), *guests(1)))
    assert RunCap().cap(problem, False) == Fraction(21, 2) + 10
    assert amounts(RunCap(), problem, in_a_row(problem, [0, 1, 2, 3])) == [((0,), 1)]


def test_caps_count_the_changeover_and_both_sides() -> None:
    problem = problem_of((*others(1), *guests(5)), changeover=2)
    assert RunCap().cap(problem, True) == 60 / 2 + 12
    assert amounts(RunCap(), problem, in_a_row(problem, [1, 2, 3, 4, 5, 0])) == [((1,), 18)]


def test_a_sitting_holds_its_share_rounded_up_or_down() -> None:
    problem = problem_of((*others(3), *guests(1)), ((0, 20), (100, 120)))
    turns = (Turn(0, 0, 0), Turn(3, 0, 10), Turn(1, 1, 100), Turn(2, 1, 110))
    assert amounts(SittingShare(), problem, SpeakersList(turns)) == []


def test_a_sitting_with_both_of_two_guests_has_one_too_many_and_the_other_one_too_few() -> None:
    problem = problem_of((*others(2), *guests(2)), ((0, 20), (100, 120)))
    turns = (Turn(2, 0, 0), Turn(3, 0, 10), Turn(0, 1, 100), Turn(1, 1, 110))
    assert amounts(SittingShare(), problem, SpeakersList(turns)) == [((0,), 1), ((1,), 1)]


def test_protocol_orders_each_stream_alone() -> None:
    problem = problem_of((*others(2), *guests(2)))
    assert amounts(ProtocolOrder(), problem, in_a_row(problem, [2, 0, 3, 1])) == []


def test_equal_keys_share_their_places() -> None:
    problem = problem_of([Intervention(10, False, (1,)) for _ in range(3)])
    assert amounts(ProtocolOrder(), problem, in_a_row(problem, [2, 0, 1])) == []


def test_the_last_who_speaks_first_costs_four_and_the_others_one_each() -> None:
    assert amounts(ProtocolOrder(), THREE, in_a_row(THREE, [2, 0, 1])) == [((2,), 4), ((0,), 1), ((1,), 1)]


def test_pinned_speakers_have_no_protocol_place() -> None:
    problem = changed(THREE, 2, place=1)
    assert amounts(ProtocolOrder(), problem, in_a_row(problem, [2, 0, 1])) == []


def test_neighbours_that_share_region_and_constituency_count_two() -> None:
    problem = problem_of(
        [Intervention(10, False, (n,), region=region, constituency=tag) for n, region, tag in ((0, 1, 5), (1, 1, 5))]
    )
    assert amounts(NeighboursDiffer(), problem, in_a_row(problem, [0, 1])) == [((1,), 2)]


def test_neighbours_that_differ_or_have_no_region_or_a_break_between_them_count_nothing() -> None:
    problem = problem_of([Intervention(10, False, (n,), region=n % 2) for n in range(2)], ((0, 10), (50, 90)))
    turns = SpeakersList((Turn(0, 0, 0), Turn(1, 1, 50)))
    assert amounts(NeighboursDiffer(), problem, turns) == []
    assert amounts(NeighboursDiffer(), changed(problem, 1, region=0), turns) == []
    assert amounts(NeighboursDiffer(), THREE, in_a_row(THREE, [0, 1, 2])) == []


def test_guests_without_a_reserved_place_are_named_where_places_are_reserved() -> None:
    problem = problem_of((*others(1), *guests(1), *guests(1, place=1)), mode=Mode.RESERVED)
    assert amounts(ReservedPlaces(), problem, in_a_row(problem, [2, 0, 1])) == [((1,), 1)]


def test_only_guests_who_are_in_the_list_are_named() -> None:
    problem = problem_of((*others(1), *guests(2)), mode=Mode.RESERVED)
    assert amounts(ReservedPlaces(), problem, in_a_row(problem, [0, 2])) == [((2,), 1)]


def test_no_place_is_asked_for_where_guests_are_interspersed() -> None:
    problem = problem_of((*others(1), *guests(1)))
    assert amounts(ReservedPlaces(), problem, in_a_row(problem, [0, 1])) == []
