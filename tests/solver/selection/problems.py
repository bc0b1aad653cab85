"""Small selections by chance, and their best by trying every subset."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from random import Random

from solver.selection.check import check, levels_of
from solver.selection.problem import Balance, Budget, Organisation, Problem, Quota, Request, Session

QUOTAS = range(3)


def a_problem(seed: int, size: int = 9) -> Problem:
    """Return a selection drawn by chance: two sessions, three quotas, every rule with something to say."""
    draw = Random(seed)
    quotas = (Quota(0, draw.randint(0, 3)), Quota(0, draw.randint(1, 3)), Quota(1, draw.randint(1, 3)))
    organisations = tuple(
        Organisation(draw.choice([None, 1, 1]), draw.choice([None, 1, 2])) for _ in range(draw.randint(2, 5))
    )
    firsts = [_a_request(draw, len(organisations)) for _ in range(size - size // 4)]
    wishes = [draw.randrange(len(firsts)) for _ in range(size // 4)]
    seconds = [replace(firsts[i], quota=(firsts[i].quota + draw.randint(1, 2)) % 3, instead_of=i) for i in wishes]
    balances = tuple(
        Balance(
            trait, frozenset(draw.sample(QUOTAS, draw.randint(1, 3))), draw.randint(0, 2), draw.choice([None, 1, 2])
        )
        for trait in range(3)
    )
    budgets = (
        Budget(frozenset({0, 1}), draw.choice([300, 600, 2000])),
        Budget(frozenset({2}), draw.choice([200, 500])),
    )
    sessions = (Session(draw.choice([400, 700, 2000]), 15), Session(draw.choice([300, 900])))
    return Problem(sessions, quotas, organisations, (*firsts, *seconds), balances, budgets)


def _a_request(draw: Random, organisations: int) -> Request:
    return Request(
        quota=draw.choice(QUOTAS),
        organisation=draw.randrange(organisations),
        seconds=draw.choice([0, 120, 180, 300]),
        rank=draw.choice([None, 1, 2, 3]),
        is_late=draw.random() < 0.3,
        lot=draw.randrange(1_000_000),
        traits=frozenset(t for t in range(3) if draw.random() < 0.4),
        decided=draw.choice([None] * 9 + [True, False]),
        shortfall=draw.choice([0, 0, 5, 20]),
        ranked_by=draw.choice([None, 0, 0, 1]),
        places=draw.choice([1, 1, 1, 2]),
        cosponsors=frozenset(o for o in range(organisations) if draw.random() < 0.1),
    )


def best_of_all(problem: Problem) -> tuple[int, ...] | None:
    """Return what the levels of the best selection come to, or None where no selection keeps the limits."""
    everybody = range(len(problem.requests))
    subsets = (frozenset(some) for size in range(len(everybody) + 1) for some in combinations(everybody, size))
    worths = [levels_of(problem, chosen) for chosen in subsets if check(problem, chosen).is_feasible]
    return min(worths, default=None)
