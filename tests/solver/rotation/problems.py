"""Small rotations and what brute force makes of them."""

from __future__ import annotations

from itertools import combinations, product
from random import Random

from solver.rotation.check import check
from solver.rotation.problem import Cycle, Objective, Pattern, Problem
from solver.rotation.solution import Rotation
from solver.rule import Level, Report, Setting


def a_problem(seed: int) -> Problem:
    """Return a rotation of three or four objectives over one or two past and three cycles to come."""
    random = Random(seed)
    past, size = random.randrange(3), random.choice((3, 4))
    cycles = tuple(Cycle(least := random.randrange(3), least + random.randrange(2)) for _ in range(past + 3))
    to_come = range(past, past + 3)
    planned = random.random() < 0.4

    def drawn(chance: float, among: range) -> Pattern:
        return frozenset(cycle for cycle in among if random.random() < chance)

    objectives = tuple(
        Objective(
            reviewed=drawn(0.5, range(past)),
            is_fixed=number == 0 and random.random() < 0.3,
            wanted=drawn(0.08, to_come),
            unwanted=drawn(0.08, to_come),
            urgency=random.randrange(4),
            planned=drawn(0.4, to_come) if planned else None,
        )
        for number in range(size)
    )
    return Problem(
        cycles=cycles,
        past=past,
        objectives=objectives,
        shortest_gap=random.choice((1, 1, 2)),
        longest_gap=random.choice((None, 3, 4)),
        spread=random.choice((None, 1, 2)),
        sets=random.choice(((), ((past, past + 2),), ((past, past + 2), (past + 2, past + 4)))),
        settings=_relaxed(random),
    )


def _relaxed(random: Random) -> dict[str, Setting]:
    names = (
        "focus-size",
        "counts-stay-level",
        "longest-gap",
        "shortest-gap",
        "rotation-pin-holds",
        "urgent-first",
        "plan-is-kept",
    )
    return {name: Setting(random.choice((Level.WARN, Level.IGNORE)), 5) for name in names if random.random() < 0.2}


def every_rotation(problem: Problem) -> list[Rotation]:
    """Return every rotation that tells the past as it was."""
    choices = [
        [objective.reviewed | frozenset(chosen) for n in range(4) for chosen in combinations(problem.to_come, n)]
        for objective in problem.objectives
    ]
    return list(product(*choices))


def best_of_all(problem: Problem) -> int | None:
    """Return the fewest points of rotations that break nothing and, of those, change least, if there are any."""
    reports = (check(problem, rotation) for rotation in every_rotation(problem))
    best = min(((_changes(report), report.points) for report in reports if report.is_feasible), default=None)
    return None if best is None else best[1]


def _changes(report: Report) -> int:
    return sum(line.amount for line in report.lines if line.rule == "plan-is-kept" and line.points)
