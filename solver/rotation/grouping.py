"""Which objectives share a round table: groups of like size, linked objectives together, much as they were before."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from solver import engine
from solver.engine import Effort, Verdict
from solver.errors import DisagreementError
from solver.model import Expr, Literal, Model, total
from solver.result import Limits, Status, gap
from solver.rotation.groups import GroupingProblem, Groups, faults_of, points_of, whole

WORK = 20.0
"""Deterministic work of the default effort."""


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


def group(problem: GroupingProblem, limits: Limits) -> GroupingResult:
    """Share objectives out among round tables, parting as little as can be of what belongs together.

    A choice among all groups there can be where they can be listed, which is proven nearly at once
    (:func:`solver.rotation.columns.chosen_groups`); else a search on CP-SAT, with a boolean for each objective and
    group. OPTIMAL where the bound is reached; INFEASIBLE where the sizes cannot be kept.
    """
    from solver.rotation.columns import MOST_GROUPS, chosen_groups, count_groups

    if not problem.groups * problem.smallest <= problem.objectives <= problem.groups * problem.largest:
        return GroupingResult(Status.INFEASIBLE)
    if (together := whole(problem)) is not None:
        return _checked(problem, together, 0, 0)
    deadline = None if limits.wall_seconds is None else time.monotonic() + limits.wall_seconds
    if count_groups(problem) <= MOST_GROUPS:
        verdict, groups, bound = chosen_groups(problem, deadline)
        if verdict is Verdict.INFEASIBLE:
            return GroupingResult(Status.INFEASIBLE)
        if groups is not None:
            return _checked(problem, groups, points_of(problem, groups), bound)
    return search(problem, limits, deadline)


def search(problem: GroupingProblem, limits: Limits, deadline: float | None) -> GroupingResult:
    """Group with a boolean for each objective and round table on CP-SAT, where there are too many groups to list."""
    model, has = _model(problem)
    effort = Effort(WORK * limits.effort, deadline, limits.seed, limits.workers)
    answer = engine.solve(model, effort, _hint(problem, has))
    if answer.values is None:
        infeasible = answer.verdict is Verdict.INFEASIBLE
        return GroupingResult(Status.INFEASIBLE if infeasible else Status.NONE_FOUND)
    found = tuple(
        frozenset(i for i in range(problem.objectives) if answer.values[has[i][g]]) for g in range(problem.groups)
    )
    return _checked(problem, tuple(sorted(found, key=min)), _worth(model.cost, answer.values), answer.bound)


def _checked(problem: GroupingProblem, groups: Groups, modelled: int, bound: int) -> GroupingResult:
    points = points_of(problem, groups)
    if [*faults_of(problem, groups)] or points != modelled or bound > points:
        raise DisagreementError(f"the model and the checker disagree on {groups}")
    return GroupingResult(Status.OPTIMAL if bound == points else Status.FEASIBLE, groups, points, bound)


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
