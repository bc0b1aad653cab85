"""A clock that ends a selection leaves the best so far, checked, and says that it is not reproducible."""

from __future__ import annotations

from random import Random

import pytest

from solver.result import Limits, Status
from solver.selection.check import check
from solver.selection.problem import Organisation, Problem, Quota, Request, Session
from solver.selection.solve import solve


def a_crowded_floor(size: int = 150, focal_points: int = 14) -> Problem:
    """Return two sessions for whose whole floor the requests of many focal points compete."""
    draw = Random(1)
    requests = tuple(
        Request(
            quota=draw.randrange(2),
            organisation=draw.randrange(size // 3),
            seconds=180,
            rank=draw.choice([None, 1, 2, 3, 4, 5]),
            ranked_by=draw.randrange(focal_points),
            is_late=draw.random() < 0.2,
            lot=draw.randrange(1_000_000),
        )
        for _ in range(size)
    )
    sessions = (Session(180 * size // 5),) * 2
    return Problem(sessions, (Quota(0, size // 5), Quota(1, size // 5)), (Organisation(1, 2),) * (size // 3), requests)


@pytest.mark.parametrize("seconds", [0.0, 0.1, 0.3, 0.6])
def test_a_selection_that_a_clock_ends_is_checked_and_not_called_proven(seconds: float) -> None:
    problem = a_crowded_floor()
    result = solve(problem, Limits(wall_seconds=seconds))
    assert result.status in (Status.FEASIBLE, Status.NONE_FOUND, Status.OPTIMAL)
    assert result.chosen is None or check(problem, result.chosen).is_feasible
    assert result.reproducible == (result.status is Status.OPTIMAL)
    assert [level.rule for level in result.levels if level.bound > level.value] == []


def test_many_focal_points_that_compete_for_one_floor_are_decided_to_the_end() -> None:
    result = solve(a_crowded_floor(), Limits())
    assert (result.status, [level.value - level.bound for level in result.levels]) == (Status.OPTIMAL, [0] * 8)
