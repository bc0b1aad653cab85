"""Prints how fast requests are chosen, with every level proven.

Run ``python -m tests.benchmarks.selection``. Requests, quotas, rankings and balances are drawn by chance; two requests
compete for each place or more.
"""

from __future__ import annotations

import time
from random import Random

from solver.result import Limits
from solver.selection.problem import Balance, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import reasons, waiting_list
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


def main() -> None:
    """Print a row for each size."""
    print("sessions | requests | places | chosen | status | solve s | reasons and waiting lists s")
    for sessions, each in SIZES:
        problem = a_selection(sessions, each)
        began = time.monotonic()
        result = solve(problem, Limits(wall_seconds=60))
        solved = time.monotonic()
        chosen = result.chosen or frozenset()
        reasons(problem, chosen)
        for quota in range(len(problem.quotas)):
            waiting_list(problem, chosen, quota)
        told = time.monotonic()
        places = sum(quota.places for quota in problem.quotas)
        cells = (sessions, sessions * each, places, len(chosen), result.status.value)
        print(" | ".join(map(str, cells)), f"| {solved - began:.2f} | {told - solved:.2f}", flush=True)


if __name__ == "__main__":
    main()
