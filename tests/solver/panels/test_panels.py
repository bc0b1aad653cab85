"""Panels are as good as the best of all panels, in sizes, in who moves and in how regions mix."""

from itertools import product
from random import Random

import pytest

from solver.panels.problem import Points, Problem, bound_of, even_pairs, faults_of, points_of, score_of
from solver.panels.solve import dealt, solve
from solver.result import Limits, Status

AFRICA, ASIA, EUROPE = 0, 1, 2


def best_of_all(problem: Problem) -> Points | None:
    """Try every way to give each State a panel, new ones told apart by their first State."""
    found = []
    for panels in product(range(problem.named + problem.states), repeat=problem.states):
        fresh = list(dict.fromkeys(panel for panel in panels if panel >= problem.named))
        if fresh == list(range(problem.named, problem.named + len(fresh))) and not [*faults_of(problem, panels)]:
            found.append(points_of(problem, panels))
    return min(found, default=None)


def drawn(seed: int, states: int) -> Problem:
    """Draw a small problem with earlier panels, States kept somewhere and States with few periods."""
    draw = Random(seed)
    least = draw.randint(1, 3)
    named = draw.randint(0, 2)

    def panel(often: float) -> int | None:
        return draw.randrange(named) if named and draw.random() < often else None

    return Problem(
        regions=tuple(draw.choice([AFRICA, AFRICA, ASIA, EUROPE, None]) for _ in range(states)),
        least=least,
        most=draw.randint(least, 4),
        before=tuple(panel(0.7) for _ in range(states)),
        kept=tuple(panel(0.15) for _ in range(states)),
        periods=tuple(draw.choice([None, None, None, frozenset({0}), frozenset({1, 2})]) for _ in range(states)),
    )


@pytest.mark.parametrize("seed", range(60))
def test_no_panels_are_better_than_the_ones_found(seed: int) -> None:
    problem = drawn(seed, 5)
    result = solve(problem, Limits())
    assert result.points == best_of_all(problem)
    assert result.status is (Status.INFEASIBLE if result.points is None else Status.OPTIMAL)


@pytest.mark.parametrize("seed", range(40))
def test_dealing_is_best_where_nobody_is_held(seed: int) -> None:
    draw = Random(seed)
    regions = tuple(draw.choice([AFRICA, AFRICA, ASIA, None]) for _ in range(6))
    problem = Problem(regions, least := draw.randint(1, 3), draw.randint(least, 4))
    panels = dealt(problem)
    assert panels is not None
    assert [*faults_of(problem, panels)] == []
    assert points_of(problem, panels) == bound_of(problem) == best_of_all(problem)


@pytest.mark.parametrize("seed", range(20))
def test_the_bound_is_not_above_the_best(seed: int) -> None:
    problem = drawn(100 + seed, 5)
    best = best_of_all(problem)
    assert best is None or bound_of(problem) <= best


def test_points_are_counted_by_hand() -> None:
    problem = Problem((AFRICA, AFRICA, AFRICA, ASIA, None, None), 3, 4, before=(0, 0, 0, 1, 1, None))
    points = points_of(problem, (0, 0, 0, 0, 1, 1))
    assert points == Points(short=1, moved=1, pairs=3, panels=2)
    assert even_pairs(5, 3) == 2


def test_faults_are_named() -> None:
    problem = Problem((0, 0), 1, 1, kept=(None, 1), periods=(frozenset({1}), frozenset({2})))
    assert [*faults_of(problem, (0, 0))] == [
        "panel 0 has 2 States",
        "the States of panel 0 share no period",
        "State 1 is not in the panel it is kept in",
    ]
    assert [*faults_of(problem, (0,))] == ["not every State has one panel"]


def test_one_number_orders_points_as_they_stand() -> None:
    problem = Problem((0,) * 7, 3, 4)
    steps = [Points(0, 0, 0, 7), Points(0, 0, 1, 1), Points(0, 1, 0, 0), Points(0, 7, 10, 7), Points(1, 0, 0, 0)]
    scores = [score_of(problem, points) for points in steps]
    assert scores == sorted(set(scores))


def test_who_withdraws_leaves_a_place_that_one_other_fills_where_a_panel_has_one_to_spare() -> None:
    problem = Problem((0, 1, 0, 1, 2, 3), 3, 4, before=(0, 0, 1, 1, 1, 1))
    result = solve(problem, Limits())
    assert result.points == Points(short=0, moved=1, pairs=0, panels=2)
    assert result.panels is not None
    assert result.panels[:2] == (0, 0)


def test_who_comes_late_joins_the_panel_without_its_region_and_nobody_moves() -> None:
    problem = Problem((0, 1, 2, 1, 2, 3, 0), 3, 4, before=(0, 0, 0, 1, 1, 1, None))
    result = solve(problem, Limits())
    assert (result.panels, result.status) == ((0, 0, 0, 1, 1, 1, 1), Status.OPTIMAL)


def test_nobody_has_no_panels() -> None:
    assert solve(Problem((), 3, 4), Limits()).panels == ()


def test_keeping_more_in_a_panel_than_it_holds_is_impossible() -> None:
    assert solve(Problem((0, 1, 2), 1, 2, kept=(0, 0, 0)), Limits()).status is Status.INFEASIBLE
