"""Small selections by chance, and their best by trying every subset."""

from __future__ import annotations

from itertools import combinations
from random import Random

from solver.selection.check import check, levels_of
from solver.selection.problem import Balance, Organisation, Problem, Quota, Request, Session


def a_problem(seed: int, size: int = 9) -> Problem:
    """Return a selection drawn by chance: two sessions, three quotas, every rule with something to say."""
    draw = Random(seed)
    quotas = (Quota(0, draw.randint(0, 3)), Quota(0, draw.randint(1, 3)), Quota(1, draw.randint(1, 3)))
    organisations = tuple(
        Organisation(draw.choice([None, 1, 1]), draw.choice([None, 1, 2])) for _ in range(draw.randint(2, 5))
    )
    requests = tuple(
        Request(
            quota=draw.randrange(3),
            organisation=draw.randrange(len(organisations)),
            seconds=draw.choice([120, 180, 300]),
            rank=draw.choice([None, None, 1, 2, 3]),
            is_late=draw.random() < 0.3,
            lot=draw.randrange(1_000_000),
            traits=frozenset(t for t in range(3) if draw.random() < 0.4),
            decided=draw.choice([None] * 9 + [True, False]),
        )
        for _ in range(size)
    )
    balances = tuple(
        Balance(
            trait, frozenset(draw.sample(range(3), draw.randint(1, 3))), draw.randint(0, 2), draw.choice([None, 1, 2])
        )
        for trait in range(3)
    )
    sessions = (Session(draw.choice([400, 700, 2000]), 15), Session(draw.choice([300, 900])))
    return Problem(sessions, quotas, organisations, requests, balances)


def best_of_all(problem: Problem) -> tuple[int, ...] | None:
    """Return what the levels of the best selection come to, or None where no selection keeps the limits."""
    everybody = range(len(problem.requests))
    subsets = (frozenset(some) for size in range(len(everybody) + 1) for some in combinations(everybody, size))
    worths = [levels_of(problem, chosen) for chosen in subsets if check(problem, chosen).is_feasible]
    return min(worths, default=None)
