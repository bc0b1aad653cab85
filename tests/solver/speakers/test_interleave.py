from fractions import Fraction
from itertools import accumulate, combinations, groupby
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver.result import Limits
from solver.speakers.interleave import interleave
from solver.speakers.measure import measure
from solver.speakers.problem import Intervention, Problem
from solver.speakers.solution import SpeakersList, Turn
from solver.speakers.solve import solve

ROW = st.lists(st.sampled_from((60, 120, 180, 300)), max_size=5)


def evenness(others: list[int], among: list[int], carried: int, pattern: tuple[bool, ...]) -> tuple[Fraction, Fraction]:
    """Count by hand: the largest deviation and the sum of squares of one pattern."""
    share = Fraction(carried + sum(among), sum(others) + sum(among))
    rows = {False: iter(others), True: iter(among)}
    turns = [(side, next(rows[side])) for side in pattern]
    found = list(accumulate((seconds * (side - share) for side, seconds in turns), initial=Fraction(carried)))[1:]
    return max(map(abs, found)), sum((one * one for one in found), Fraction(0))


def keeps_caps(others: list[int], among: list[int], pattern: tuple[bool, ...]) -> bool:
    """Count by hand: whether every run is at most its side's time over the gaps, and one longest statement more."""
    rows, turns = {False: others, True: among}, {False: iter(others), True: iter(among)}
    runs = [(side, sum(next(turns[side]) for _ in run)) for side, run in groupby(pattern)]
    return all(run <= Fraction(sum(rows[side]), len(rows[not side]) + 1) + max(rows[side]) for side, run in runs)


def every_pattern(others: int, among: int) -> list[tuple[bool, ...]]:
    """Return all patterns of two rows."""
    count = others + among
    return [tuple(place in chosen for place in range(count)) for chosen in combinations(range(count), among)]


@given(ROW, ROW, st.integers(-300, 300), st.sampled_from((None, True, False)), st.integers(0, 99))
@settings(max_examples=300, deadline=None)
def test_no_pattern_is_more_even(
    others: list[int], among: list[int], carried: int, first: bool | None, seed: int
) -> None:
    patterns = every_pattern(len(others), len(among))
    now = Random(seed).choice(patterns)
    if not others or not among:
        assert interleave(others, among, carried, now) == patterns[0]
        return
    allowed = [pattern for pattern in patterns if first is None or pattern[0] is first]

    def worth(pattern: tuple[bool, ...]) -> tuple[Fraction, Fraction, int]:
        changes = sum(was is not side for was, side in zip(now, pattern, strict=True))
        return *evenness(others, among, carried, pattern), changes

    capped = [pattern for pattern in allowed if keeps_caps(others, among, pattern)]
    found = interleave(others, among, carried, now, first)
    assert found in (capped or allowed)
    assert worth(found) == min(map(worth, capped or allowed))


def test_one_stakeholder_among_four_states_stands_in_the_middle() -> None:
    assert interleave([180] * 4, [180]) == (False, False, True, False, False)


def test_stakeholders_who_are_ahead_of_their_share_come_later_but_not_last() -> None:
    assert interleave([180] * 6, [180], carried=72) == (False,) * 4 + (True, False, False)


def test_stakeholders_who_are_behind_come_at_once() -> None:
    assert interleave([180] * 2, [180], carried=-180) == (True, False, False)


def test_no_run_is_longer_than_its_cap_where_that_can_be() -> None:
    assert interleave([180] * 2, [180] * 8) == tuple(side == "h" for side in "hhshhhshhh")


def test_between_equals_the_list_stays_as_it_stands() -> None:
    assert interleave([60], [60], now=(True, False)) == (True, False)
    assert interleave([60], [60], now=(False, True)) == (False, True)


@pytest.mark.parametrize("side", [True, False])
def test_a_side_can_be_made_to_come_first(side: bool) -> None:
    assert interleave([60] * 3, [60] * 3, first=side)[0] is side


@given(st.integers(1, 12), st.integers(1, 8))
@settings(max_examples=60, deadline=None)
def test_a_list_of_one_time_limit_is_as_even_as_the_whole_solver_makes_it(others: int, among: int) -> None:
    seconds, count = 180, others + among
    turns = [Intervention(seconds, i >= others, (i,)) for i in range(count)]
    problem = Problem(tuple(turns), ((0, seconds * count),))
    pattern = interleave([seconds] * others, [seconds] * among)
    rows = {False: iter(range(others)), True: iter(range(others, count))}
    own = SpeakersList(tuple(Turn(next(rows[side]), 0, place * seconds) for place, side in enumerate(pattern)))
    best = solve(problem, Limits()).solution
    assert best is not None
    assert measure(problem, own).vector[:7] == measure(problem, best).vector[:7]
