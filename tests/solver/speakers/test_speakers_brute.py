"""Small lists agree with brute force over all orders on the whole vector of levels."""

from __future__ import annotations

import pytest

from solver.result import Limits, Status
from solver.speakers.solve import solve
from tests.solver.speakers.brute import best_vector, small_problem


@pytest.mark.parametrize("first", range(0, 400, 50))
def test_small_lists_equal_the_best_of_all_orders(first: int) -> None:
    for seed in range(first, first + 50):
        problem = small_problem(seed, most=6 if seed % 10 else 7)
        result = solve(problem, Limits())
        found = tuple(level.value for level in result.levels) or None
        assert (seed, found) == (seed, best_vector(problem))
        assert (seed, result.status is Status.INFEASIBLE) == (seed, found is None)
        assert all(level.bound <= level.value for level in result.levels)
