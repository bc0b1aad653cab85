"""Measures are exact and in the order of what yields to what."""

from __future__ import annotations

from fractions import Fraction

from solver.speakers.measure import LEVELS, UNITS, Share, deviations, measure
from solver.speakers.problem import Mode
from solver.speakers.solution import SpeakersList, Turn
from tests.solver.speakers.builders import guests, in_a_row, others, problem_of


def test_deviation_is_what_guests_have_spoken_beyond_their_share() -> None:
    problem = problem_of((*others(2), *guests(1)))
    assert deviations(problem, in_a_row(problem, [0, 2, 1])) == (Fraction(-10, 3), Fraction(10, 3), 0)


def test_unequal_limits_and_the_changeover_are_counted_in_seconds() -> None:
    problem = problem_of((*others(1, 20), *guests(1, 5)), changeover=5)
    found = measure(problem, in_a_row(problem, [1, 0]))
    assert found.level("largest-deviation") == 10 - Fraction(10 * 10, 35)
    assert found.level("sum-of-squares") == (10 - Fraction(100, 35)) ** 2
    assert found.longest_runs == (25, 10)
    assert found.caps == (Fraction(25, 2) + 25, 5 + 10)


def test_pinned_and_opening_speakers_are_not_counted_after_the_opening() -> None:
    problem = problem_of(
        (*others(1, opening=True), *guests(1, place=1), *others(1), *guests(1)), mode=Mode.AFTER_OPENING
    )
    assert deviations(problem, in_a_row(problem, [1, 0, 2, 3])) == (-5, 0)


def test_shares_follow_the_seconds_spoken_in_each_sitting() -> None:
    problem = problem_of((*others(1, 10), *guests(1, 30)), ((0, 10), (50, 80)))
    found = measure(problem, SpeakersList((Turn(0, 0, 0), Turn(1, 1, 50))))
    assert found.shares == (Share(0, 0, Fraction(1, 4)), Share(1, 1, Fraction(3, 4)))


def test_nothing_is_measured_where_nobody_is_interspersed_by_mode() -> None:
    problem = problem_of((*others(1), *guests(1)), mode=Mode.NONE)
    assert measure(problem, in_a_row(problem, [0, 1])).vector[5:7] == (0, 0)


def test_every_level_has_a_unit() -> None:
    problem = problem_of(others(1))
    assert len(LEVELS) == len(UNITS) == len(measure(problem, in_a_row(problem, [0])).vector)
