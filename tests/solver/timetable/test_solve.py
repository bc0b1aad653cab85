"""Solving, against going through every timetable of tiny problems."""

from dataclasses import replace
from functools import cache
from random import Random

import pytest

from solver.result import Limits, Progress, Status
from solver.rule import Level, Setting
from solver.timetable.check import check
from solver.timetable.problem import Link, Problem, Relation
from solver.timetable.rulebook import RULES
from solver.timetable.solve import solve
from tests.solver.timetable.brute import best_points, tiny_problem
from tests.solver.timetable.builders import PERIODS, problem, room, session


def eased(random: Random) -> Problem:
    """Draw a tiny problem in which most rules cost points, so that about half have a timetable."""
    drawn = tiny_problem(random)
    warn = {rule.name: Setting(Level.WARN, random.choice((1, 3, 10))) for rule in RULES[2:] if random.random() < 0.7}
    return replace(drawn, settings=warn)


@cache
def eased_with_best(seed: int) -> tuple[Problem, int | None]:
    given = eased(Random(f"eased {seed}"))
    return given, best_points(given)


@pytest.mark.parametrize("seed", range(30))
def test_the_optimum_is_the_best_of_all_timetables(seed: int) -> None:
    given, best = eased_with_best(seed)
    result = solve(given, Limits(seed=seed))
    if best is None:
        assert (result.status, result.solution) == (Status.INFEASIBLE, None)
        return
    assert (result.status, result.score, result.bound, result.gap) == (Status.OPTIMAL, best, best, 0.0)
    assert result.solution is not None
    assert check(given, result.solution) == result.report


def test_the_tiny_problems_are_of_both_sorts() -> None:
    solvable = [eased_with_best(seed)[1] is not None for seed in range(30)]
    assert 10 <= sum(solvable) <= 20


def test_a_forum_too_full_for_its_room_is_infeasible() -> None:
    full = problem(*(session(180) for _ in range(5)), rooms=(room(),))
    assert solve(full, Limits()).status is Status.INFEASIBLE
    assert solve(replace(full, rooms=(room(), room())), Limits()).status is Status.OPTIMAL


def test_ties_in_a_circle_are_infeasible() -> None:
    ties = tuple(Relation(Link.BEFORE, *pair) for pair in ((0, 1), (1, 2), (2, 0)))
    circle = problem(session(60), session(60), session(60), relations=ties)
    assert solve(circle, Limits()).status is Status.INFEASIBLE
    assert solve(replace(circle, relations=ties[:2]), Limits()).status is Status.OPTIMAL


def busy() -> Problem:
    """More than one optimum: short sessions in rows that share tags and people."""
    return problem(
        *(
            session(30, people=frozenset({n % 3}), objectives=frozenset({n % 2}), audience=120 - 10 * (n % 4))
            for n in range(8)
        ),
        periods=PERIODS[:2],
        rooms=(room(100, changeover_minutes=10), room(80)),
    )


def test_the_same_seed_gives_the_same_result() -> None:
    first, second = (solve(busy(), Limits(effort=0.5, seed=7)) for _ in range(2))
    assert first == second
    assert first.reproducible
    assert first.solution is not None
    assert repr(first) == repr(second)


def test_each_event_has_a_score_no_worse_and_a_bound_no_lower_than_the_one_before() -> None:
    told: list[Progress] = []
    result = solve(busy(), Limits(effort=0.5), told.append)
    scores = [event.score for event in told if event.score is not None]
    bounds = [event.bound for event in told if event.bound is not None]
    assert scores == sorted(scores, reverse=True)
    assert bounds == sorted(bounds)
    assert (scores[-1], bounds[-1]) == (result.score, result.bound)
    assert told[-1].best == result.solution


def test_a_limit_that_is_over_at_once_is_not_called_infeasible() -> None:
    result = solve(busy(), Limits(wall_seconds=0.0))
    assert result.status in (Status.NONE_FOUND, Status.FEASIBLE)
    assert not result.reproducible
