"""Sharing objectives out as a choice among all groups there can be: its linear bound is nearly always the answer."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb, floor

import numpy as np
from numpy.typing import NDArray

from solver import engine
from solver.engine import Master, Verdict
from solver.model import Model, total
from solver.rotation.groups import GroupingProblem, Groups, points_of

MOST_GROUPS = 500_000
"""Groups that are priced one by one; more would take longer than a search."""

A_ROUND = 60
"""Groups a round adds to the linear program: of best reduced worth, no two with the same objectives not to spread."""

MOST_CHOICES = 20_000
"""Groups that the last choice is made among at most."""

EXACT = 1e-4
"""Reduced worth below which a group is no gain; worths are integers."""

GRID = 2**20
"""Prices are whole multiples of one part of this, so that sums of them are exact in whatever order they are made."""

Matrix = NDArray[np.float64]


def count_groups(problem: GroupingProblem) -> int:
    """Return about how many groups there can be: those of the objectives to be spread, times those of the others."""
    few, many = problem.spread_bounds
    spread, others = len(problem.spread), problem.objectives - len(problem.spread)
    apart = sum(comb(spread, size) for size in range(few, many + 1))
    return apart * sum(comb(others, size) for size in range(max(0, problem.smallest - many), problem.largest - few + 1))


@dataclass(frozen=True)
class Candidates:
    """Every group there can be, as one of some objectives to be spread with one of the others, and what it is worth.

    Attributes
    ----------
    spread, others
        Rows are sets of objectives, columns objectives; 1 where one is in the set.
    worth
        What a set of the first with one of the second keeps together, minus infinity where their size is not admitted.
    """

    spread: Matrix
    others: Matrix
    worth: Matrix

    def reduced(self, prices: Sequence[float]) -> Matrix:
        """Return what each group is worth beyond the prices of its objectives; the last price is of any group."""
        own = np.array(prices[:-1])
        found: Matrix = self.worth - (self.spread @ own)[:, None] - (self.others @ own)[None, :] - prices[-1]
        return found

    def members(self, place: int) -> tuple[int, ...]:
        """Return the objectives of a group by its place, row by row."""
        one, other = divmod(place, len(self.others))
        return tuple(int(i) for i in np.flatnonzero(self.spread[one] + self.others[other]))


def candidates(problem: GroupingProblem) -> Candidates:
    """List every group there can be."""
    few, many = problem.spread_bounds
    weights = np.zeros((problem.objectives, problem.objectives))
    for (a, b), cost in problem.together().items():
        weights[a, b] = weights[b, a] = cost
    rest = [i for i in range(problem.objectives) if i not in problem.spread]
    spread = _sets(sorted(problem.spread), few, many, problem.objectives)
    others = _sets(rest, max(0, problem.smallest - many), problem.largest - few, problem.objectives)
    own = ((spread @ weights) * spread).sum(1)[:, None] + ((others @ weights) * others).sum(1)[None, :]
    sizes = spread.sum(1)[:, None] + others.sum(1)[None, :]
    is_admitted = (problem.smallest <= sizes) & (sizes <= problem.largest)
    return Candidates(spread, others, np.where(is_admitted, own / 2 + spread @ weights @ others.T, -np.inf))


def _sets(members: Sequence[int], least: int, most: int, width: int) -> Matrix:
    found = []
    for size in range(least, min(most, len(members)) + 1):
        chosen = np.array([*combinations(members, size)], dtype=np.intp).reshape(comb(len(members), size), size)
        rows = np.zeros((len(chosen), width))
        rows[np.arange(len(chosen))[:, None], chosen] = 1
        found.append(rows)
    return np.concatenate(found or [np.zeros((0, width))])


def chosen_groups(problem: GroupingProblem, deadline: float | None) -> tuple[Verdict, Groups | None, int]:
    """Choose groups that part least; return how that ended, the groups and a proven bound of what is parted.

    Column generation: the linear program knows some groups, and all others are priced by its dual values until none
    is worth more than its objectives. Groups of a choice worth within ``slack`` of the linear bound have each a reduced
    worth of ``-slack`` at least. So the best choice among those alone is the best of all where one better by 1, the
    least there can be, would be within the slack; else the slack grows.
    """
    given = candidates(problem)
    priced = _priced(problem, given, deadline)
    if priced is None:
        return Verdict.UNKNOWN, None, 0
    most, reduced = priced
    everything = sum(problem.together().values())
    bound = max(0, everything - floor(most + EXACT))
    slack = most - floor(most + EXACT) + EXACT
    while True:
        places = np.flatnonzero(reduced >= -slack)
        if len(places) > MOST_CHOICES:
            return Verdict.UNKNOWN, None, bound
        is_all = len(places) == np.isfinite(reduced).sum()
        verdict, groups = _choice(problem, given, places, deadline)
        if verdict is Verdict.INFEASIBLE and is_all:
            return verdict, None, 0
        if groups is not None:
            parted = points_of(problem, groups)
            if verdict is Verdict.OPTIMAL and (is_all or everything - parted + 1 >= most - slack):
                return verdict, groups, parted
        if verdict in (Verdict.FEASIBLE, Verdict.UNKNOWN):
            return verdict, groups, bound
        slack += max(1, slack // 2)


def _priced(problem: GroupingProblem, given: Candidates, deadline: float | None) -> tuple[float, Matrix] | None:
    """Return the linear bound of what is kept together, and the reduced worth of every group."""
    shortage = 1.0 + sum(problem.together().values())
    master = Master([1] * problem.objectives + [problem.groups], -shortage)
    while True:
        prices = [round(price * GRID) / GRID for price in master.prices()]
        reduced = given.reduced(prices)
        most = reduced.max(axis=0)
        if most.max() <= EXACT:
            bound = sum(prices[:-1]) + problem.groups * (prices[-1] + max(0.0, float(most.max())))
            return bound, reduced.ravel()
        if deadline is not None and time.monotonic() > deadline:
            return None
        for other in np.argpartition(-most, min(A_ROUND, len(most) - 1))[:A_ROUND]:
            if most[other] > EXACT:
                place = int(reduced[:, other].argmax()) * len(most) + int(other)
                master.add(float(given.worth.ravel()[place]), (*given.members(place), problem.objectives))


def _choice(
    problem: GroupingProblem, given: Candidates, places: NDArray[np.intp], deadline: float | None
) -> tuple[Verdict, Groups | None]:
    """Choose among some groups; where they cannot hold all objectives there is none."""
    model = Model()
    sets = [given.members(int(place)) for place in places]
    takes = [model.boolean() for _ in sets]
    holding: list[list[int]] = [[] for _ in range(problem.objectives)]
    for literal, members, place in zip(takes, sets, places, strict=True):
        model.cost.add(literal, -int(given.worth.ravel()[place]))
        for objective in members:
            holding[objective].append(literal)
    for literals in holding:
        model.row(total(literals), 1, 1)
    model.row(total(takes), problem.groups, problem.groups)
    answer = engine.minimise(model, deadline)
    if answer.values is None:
        return answer.verdict, None
    taken = (frozenset(members) for literal, members in zip(takes, sets, strict=True) if answer.values[literal])
    return answer.verdict, tuple(sorted(taken, key=min))
