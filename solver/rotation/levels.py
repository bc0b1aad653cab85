"""How often each objective can have come after each cycle, where sizes and level counts are both asked for."""

from __future__ import annotations

from collections.abc import Collection

from solver.rotation.problem import Pattern, Problem, count

Bounds = tuple[int, int]
"""Fewest and most reviews of one objective once a cycle is over."""


def level_bounds(problem: Problem, sized: Collection[int]) -> dict[int, Bounds]:
    """Return bounds of the counts after each cycle to come, if counts are to stay level.

    Counts of n objectives that come to T in all and differ by s at most lie between floor(T / n) - s + 1 and
    ceil(T / n) + s - 1 where s is not 0, since some count is below the mean, or all are at it.

    Parameters
    ----------
    problem
        Its spread is set, and some objective rotates.
    sized
        Cycles whose focus sizes are asked for; in the others any number may be in focus.
    """
    number, spread = len(problem.rotating), problem.spread or 0
    slack = spread - 1 if spread else 0
    least = most = sum(count(problem.objectives[i].reviewed, problem.past - 1) for i in problem.rotating)
    found = {}
    for cycle in problem.to_come:
        bounds = problem.cycles[cycle]
        is_sized = cycle in sized
        least += bounds.least if is_sized else 0
        most += number if not is_sized or bounds.most is None else min(number, bounds.most)
        low, high = (least // number, -(-most // number)) if spread else (-(-least // number), most // number)
        found[cycle] = (low - slack, high + slack)
    return found


def is_within(pattern: Pattern, bounds: dict[int, Bounds]) -> bool:
    """Whether a pattern's counts keep all bounds."""
    return all(low <= count(pattern, cycle) <= high for cycle, (low, high) in bounds.items())
