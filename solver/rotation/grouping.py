"""Which objectives share a round table: groups of like size, linked objectives together, much as they were before."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from solver import engine
from solver.engine import Effort, Verdict
from solver.errors import DisagreementError
from solver.model import Expr, Literal, Model, total
from solver.result import Limits, Status, gap

Groups = tuple[frozenset[int], ...]
"""The objectives of each round table, in the order of their first ones."""

WORK = 20.0
"""Deterministic work of the default effort."""


@dataclass(frozen=True)
class GroupingProblem:
    """Objectives that are to share round tables.

    Attributes
    ----------
    objectives
        How many there are.
    groups
        How many round tables, 1 to the number of objectives.
    smallest, largest
        Bounds of the size of a group.
    links
        Weight, at least 1, of each pair of objectives that belong together; the smaller index stands first.
    before
        Groups of an earlier cycle; two objectives that shared one stay together where it costs no more.
    stability
        Points for each pair of an earlier group that is parted, at least 0.
    spread
        Objectives that are to be spread evenly over the groups.
    """

    objectives: int
    groups: int
    smallest: int
    largest: int
    links: Mapping[tuple[int, int], int]
    before: Groups = ()
    stability: int = 0
    spread: frozenset[int] = frozenset()

    def together(self) -> dict[tuple[int, int], int]:
        """Return what it costs to part each pair of objectives."""
        costs = dict(self.links)
        for group in self.before:
            for pair in combinations(sorted(group), 2):
                costs[pair] = costs.get(pair, 0) + self.stability
        return {pair: cost for pair, cost in costs.items() if cost}

    @property
    def spread_bounds(self) -> tuple[int, int]:
        """Fewest and most of the objectives to be spread in one group."""
        return len(self.spread) // self.groups, -(-len(self.spread) // self.groups)


def even_sizes(objectives: int, groups: int, slack: int = 0) -> tuple[int, int]:
    """Return the smallest and largest size of groups that are as even as can be, give or take ``slack``."""
    return max(1, objectives // groups - slack), -(-objectives // groups) + slack


@dataclass(frozen=True, slots=True)
class GroupingResult:
    """The end of a grouping: the groups, the points of parted pairs, and a proven bound of them."""

    status: Status
    groups: Groups | None = None
    points: int = 0
    bound: int = 0

    @property
    def gap(self) -> float:
        """(points - bound) / points, 0 where the points are 0."""
        return gap(self.points, self.bound)


def points_of(problem: GroupingProblem, groups: Groups) -> int:
    """Return the cost of the pairs that groups part; this is the checker of a grouping."""
    of = {objective: index for index, group in enumerate(groups) for objective in group}
    return sum(cost for (a, b), cost in problem.together().items() if of[a] != of[b])


def faults_of(problem: GroupingProblem, groups: Groups) -> Iterator[str]:
    """Say what groups do not do that they must."""
    placed = sorted(objective for group in groups for objective in group)
    if placed != list(range(problem.objectives)):
        yield "not every objective is in exactly one group"
    if len(groups) != problem.groups:
        yield f"there are {len(groups)} groups, not {problem.groups}"
    for group in groups:
        if not problem.smallest <= len(group) <= problem.largest:
            yield f"a group has {len(group)} objectives"
        few, many = problem.spread_bounds
        if not few <= len(group & problem.spread) <= many:
            yield f"a group has {len(group & problem.spread)} of those to be spread"


def group(problem: GroupingProblem, limits: Limits) -> GroupingResult:
    """Share objectives out among round tables, parting as little as can be of what belongs together.

    A boolean for each objective and group, one for each pair that has a cost, on CP-SAT; groups are told apart by their
    smallest objective. OPTIMAL where the bound is reached; INFEASIBLE where the sizes cannot be kept.
    """
    if not problem.groups * problem.smallest <= problem.objectives <= problem.groups * problem.largest:
        return GroupingResult(Status.INFEASIBLE)
    model, has = _model(problem)
    deadline = None if limits.wall_seconds is None else time.monotonic() + limits.wall_seconds
    effort = Effort(WORK * limits.effort, deadline, limits.seed, limits.workers)
    answer = engine.solve(model, effort, _hint(problem, has))
    if answer.values is None:
        infeasible = answer.verdict is Verdict.INFEASIBLE
        return GroupingResult(Status.INFEASIBLE if infeasible else Status.NONE_FOUND)
    found = tuple(
        frozenset(i for i in range(problem.objectives) if answer.values[has[i][g]]) for g in range(problem.groups)
    )
    groups = tuple(sorted(found, key=min))
    points = points_of(problem, groups)
    if [*faults_of(problem, groups)] or points != _worth(model.cost, answer.values):
        raise DisagreementError(f"the model and the checker disagree on {groups}")
    status = Status.OPTIMAL if answer.bound >= points else Status.FEASIBLE
    return GroupingResult(status, groups, points, min(points, answer.bound))


def _model(problem: GroupingProblem) -> tuple[Model, Sequence[Sequence[Literal]]]:
    model = Model()
    has = [[model.boolean() for _ in range(problem.groups)] for _ in range(problem.objectives)]
    for literals in has:
        model.row(total(literals), 1, 1)
    for g in range(problem.groups):
        model.row(total(row[g] for row in has), problem.smallest, problem.largest)
        if problem.spread:
            model.row(total(has[i][g] for i in sorted(problem.spread)), *problem.spread_bounds)
    for i in range(problem.objectives):  # an objective opens a group only where the one before has been opened
        for g in range(1, problem.groups):
            opened = total(has[j][g - 1] for j in range(i))
            model.row(opened.add(has[i][g], -1), 0, None)
    for (a, b), cost in problem.together().items():
        parted = model.boolean()
        for g in range(problem.groups):
            model.clause([~has[a][g], has[b][g], parted])
            model.clause([~has[b][g], has[a][g], parted])
        model.penalise(total([parted]), cost)
    return model, has


def _hint(problem: GroupingProblem, has: Sequence[Sequence[Literal]]) -> dict[int, int]:
    """Return earlier groups as a place to start from, where there are as many."""
    if len(problem.before) != problem.groups:
        return {}
    ordered = sorted(problem.before, key=min)
    return {has[i][g]: int(i in members) for g, members in enumerate(ordered) for i in range(problem.objectives)}


def _worth(cost: Expr, values: Sequence[int]) -> int:
    return cost.constant + sum(values[variable] * factor for variable, factor in cost.terms.items())


def linked(pairs: Iterable[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    """Return links as a problem holds them: the smaller index first, weights of one pair added up."""
    found: dict[tuple[int, int], int] = {}
    for a, b, weight in pairs:
        if a != b:
            found[min(a, b), max(a, b)] = found.get((min(a, b), max(a, b)), 0) + weight
    return found
