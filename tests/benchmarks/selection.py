"""Prints how fast requests are chosen, with every level proven.

Run ``python -m tests.benchmarks.selection``. Requests, quotas, rankings and balances are drawn by chance; two requests
compete for each place or more. In the last rows a third of the requests have a second choice, a fifth are of 5 minutes
and take two places, and the time of each session is divided between two classes.
"""

from __future__ import annotations

import time
from dataclasses import replace
from random import Random

from solver.result import Limits
from solver.selection.problem import Balance, Budget, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import reasons, unmet, waiting_list
from solver.selection.solve import solve

CONSTITUENCIES = 14
REGIONS = 5
SIZES = ((1, 100), (4, 100), (8, 200), (20, 150))


def a_selection(sessions: int, each: int, seed: int = 0) -> Problem:
    """Return a selection of ``each`` requests for each of some sessions."""
    draw = Random(seed)
    size = sessions * each
    constituencies = [draw.randrange(CONSTITUENCIES) for _ in range(size // 3)]
    regions = [draw.randrange(REGIONS) for _ in constituencies]
    most = max(1, each // CONSTITUENCIES // 2)
    quotas = tuple(Quota(s, draw.randint(1, most)) for s in range(sessions) for _ in range(CONSTITUENCIES))
    requests = []
    for number in range(size):
        organisation, session = draw.randrange(len(constituencies)), number // each
        ranks = constituencies[organisation] % 2
        requests.append(
            Request(
                quota=session * CONSTITUENCIES + constituencies[organisation],
                organisation=organisation,
                seconds=180,
                rank=draw.choice([None, 1, 2, 3, 4]) if ranks else None,
                ranked_by=constituencies[organisation],
                is_late=draw.random() < 0.2,
                lot=draw.randrange(1_000_000),
                traits=frozenset({regions[organisation], REGIONS + draw.randrange(2)}),
            )
        )
    inside = [frozenset(range(s * CONSTITUENCIES, (s + 1) * CONSTITUENCIES)) for s in range(sessions)]
    places = sum(quota.places for quota in quotas)
    balances = [Balance(region, here, most) for here in inside for region in range(REGIONS)]
    balances.append(Balance(REGIONS, frozenset(range(len(quotas))), places // 3))
    organisations = (Organisation(1, 3),) * len(constituencies)
    return Problem((Session(200 * each, 15),) * sessions, quotas, organisations, tuple(requests), tuple(balances))


def with_choices(problem: Problem, seed: int = 0) -> Problem:
    """Return a selection with second choices, statements of two lengths and a budget for each half of the quotas."""
    draw = Random(seed)
    sessions = len(problem.sessions)
    firsts = [replace(r, seconds=300, places=2) if draw.random() < 0.2 else r for r in problem.requests]
    seconds = []
    for first, request in enumerate(firsts):
        if draw.random() < 1 / 3:
            session, constituency = divmod(request.quota, CONSTITUENCIES)
            other = (session + draw.randrange(1, sessions)) % sessions
            seconds.append(replace(request, quota=other * CONSTITUENCIES + constituency, instead_of=first))
    budgets = []
    for session in range(sessions):
        for half in range(2):
            begin = session * CONSTITUENCIES + half * CONSTITUENCIES // 2
            quotas = range(begin, begin + CONSTITUENCIES // 2)
            places = sum(problem.quotas[quota].places for quota in quotas)
            budgets.append(Budget(frozenset(quotas), places * 195))
    return replace(problem, requests=(*firsts, *seconds), budgets=tuple(budgets))


def row(problem: Problem) -> str:
    """Solve a selection and return its figures."""
    began = time.monotonic()
    result = solve(problem, Limits(wall_seconds=60))
    solved = time.monotonic()
    chosen = result.chosen or frozenset()
    reasons(problem, chosen)
    unmet(problem, chosen)
    for quota in range(len(problem.quotas)):
        waiting_list(problem, chosen, quota)
    told = time.monotonic()
    wishes = sum(request.instead_of is None for request in problem.requests)
    cells = (
        len(problem.sessions),
        wishes,
        len(problem.requests) - wishes,
        sum(quota.places for quota in problem.quotas),
        len(chosen),
        result.status.value,
        f"{solved - began:.2f}",
        f"{told - solved:.2f}",
    )
    return " | ".join(map(str, cells))


def main() -> None:
    """Print a row for each size, without and with second choices and budgets."""
    solve(a_selection(1, 20), Limits())  # what follows does not wait for imports
    print("sessions | requests | second choices | places | chosen | status | solve s | reasons and waiting lists s")
    for sessions, each in SIZES:
        print(row(a_selection(sessions, each)), flush=True)
    for sessions, each in SIZES[1:]:
        print(row(with_choices(a_selection(sessions, each))), flush=True)


if __name__ == "__main__":
    main()
