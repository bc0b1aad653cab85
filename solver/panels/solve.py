"""Panels, dealt out where that is best, else by an integer program over States that are alike."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from solver import engine
from solver.engine import Effort, Verdict
from solver.errors import DisagreementError
from solver.model import Expr, Model, total
from solver.panels.problem import (
    Panels,
    Points,
    Problem,
    bound_of,
    even_pairs,
    faults_of,
    points_of,
    score_of,
    weights,
)
from solver.result import Limits, Status

WORK = 20.0
"""Deterministic work of the default effort."""

Alike = tuple[int | None, int | None, int | None, frozenset[int] | None]
"""Region, earlier panel, panel it is kept in and periods of a State; those that share them can stand for each other."""


@dataclass(frozen=True, slots=True)
class PanelsResult:
    """The end of a search: the panel of each State, the checker's points, also as one number, and a proven bound."""

    status: Status
    panels: Panels | None = None
    points: Points | None = None
    score: int = 0
    bound: int = 0


def solve(problem: Problem, limits: Limits) -> PanelsResult:
    """Share States out among panels so that no sharing has better :class:`Points`.

    Names of earlier panels are kept; new ones have the numbers after them. Dealing the States out by region, like
    cards, reaches the bound where nothing holds anybody anywhere, so no solver is asked; nor is one where all can stay.
    """
    for panels in (staying(problem), dealt(problem)):
        if panels is not None and not [*faults_of(problem, panels)]:
            points = points_of(problem, panels)
            if points <= bound_of(problem) or _must_be(problem, points):
                return _ended(problem, panels, score_of(problem, points))
    return _modelled(problem, limits)


def dealt(problem: Problem) -> Panels | None:
    """Deal the States out, region after region, to the number of panels that is best where nobody is held.

    Each region stands in one run, so every panel has as many of its States as every other, or one more: no panels have
    fewer pairs of one region. Sizes differ by one at most.
    """
    if not problem.states:
        return ()
    panels = bound_of(problem).panels
    order = sorted(range(problem.states), key=lambda i: (problem.regions[i] is None, problem.regions[i] or 0, i))
    found = {state: place % panels for place, state in enumerate(order)}
    return tuple(found[state] for state in range(problem.states))


def staying(problem: Problem) -> Panels | None:
    """Return the earlier panels where everybody was in one."""
    before = tuple(problem.before_of(state) for state in range(problem.states))
    named = tuple(panel for panel in before if panel is not None)
    return named if len(named) == problem.states else None


def _must_be(problem: Problem, points: Points) -> bool:
    """Say whether panels are the only ones where nobody moves, and lack no more places than must be."""
    return staying(problem) is not None and points[:2] == bound_of(problem)[:2]


def _ended(problem: Problem, panels: Panels, bound: int) -> PanelsResult:
    points = points_of(problem, panels)
    score = score_of(problem, points)
    status = Status.OPTIMAL if score <= bound else Status.FEASIBLE
    return PanelsResult(status, panels, points, score, min(score, bound))


def _modelled(problem: Problem, limits: Limits) -> PanelsResult:
    alike: dict[Alike, list[int]] = {}
    for state in range(problem.states):
        key = problem.regions[state], problem.before_of(state), problem.kept_of(state), problem.periods_of(state)
        alike.setdefault(key, []).append(state)
    built = _Built(problem, alike)
    deadline = None if limits.wall_seconds is None else time.monotonic() + limits.wall_seconds
    answer = engine.solve(built.model, Effort(WORK * limits.effort, deadline, limits.seed, limits.workers))
    if answer.values is None:
        infeasible = answer.verdict is Verdict.INFEASIBLE
        return PanelsResult(Status.INFEASIBLE if infeasible else Status.NONE_FOUND)
    panels = built.read(answer.values)
    score = score_of(problem, points_of(problem, panels))
    if [*faults_of(problem, panels)] or score > _worth(built.model.cost, answer.values):
        raise DisagreementError(f"the model and the checker disagree on {panels}")
    return _ended(problem, panels, answer.bound)


class _Built:
    """The model: how many States that are alike are in each panel."""

    def __init__(self, problem: Problem, alike: Mapping[Alike, Sequence[int]]) -> None:
        self.problem = problem
        self.alike = alike
        self.model = Model()
        self.slots = range(problem.named + _most_new(problem))
        self.counts = [
            [self.model.integer(0, len(states) if key[2] in (None, g) else 0) for g in self.slots]
            for key, states in alike.items()
        ]
        self.factors = weights(problem)
        for row, states in zip(self.counts, alike.values(), strict=True):
            self.model.row(total(row), len(states), len(states))
        self._sizes()
        self._moves()
        self._pairs()
        self._periods()

    def _sizes(self) -> None:
        problem, used = self.problem, [self.model.boolean() for _ in self.slots]
        for g in self.slots:
            lacking = self.model.integer(0, problem.least)
            size = total(row[g] for row in self.counts)
            self.model.row(_plus(size, used[g], -problem.most), None, 0)
            self.model.row(_plus(size, used[g], -1), 0, None)
            self.model.row(_plus(_plus(size, lacking, 1), used[g], -problem.least), 0, None)
            self.model.penalise(total([lacking]), self.factors.short)
            self.model.penalise(total([used[g]]), self.factors.panels)
        for g in self.slots[problem.named + 1 :]:  # a new panel is opened only where the one before it is
            self.model.row(Expr({used[g - 1]: 1, used[g]: -1}), 0, None)

    def _moves(self) -> None:
        for (_, before, _, _), row in zip(self.alike, self.counts, strict=True):
            if before is not None:
                self.model.penalise(total(row[g] for g in self.slots if g != before), self.factors.moved)

    def _pairs(self) -> None:
        for region in dict.fromkeys(key[0] for key in self.alike):
            if region is None:
                continue
            rows = [row for key, row in zip(self.alike, self.counts, strict=True) if key[0] == region]
            pairs = Expr()
            for g in self.slots:
                pairs.add_expr(self.model.pairs(total(row[g] for row in rows), self.problem.most))
            count = sum(len(states) for key, states in self.alike.items() if key[0] == region)
            self.model.row(Expr(dict(pairs.terms)), even_pairs(count, len(self.slots)) - pairs.constant, None)
            self.model.penalise(pairs, self.factors.pairs)

    def _periods(self) -> None:
        every = sorted({period for key in self.alike for period in key[3] or ()})
        limited = [(key[3], row) for key, row in zip(self.alike, self.counts, strict=True) if key[3] is not None]
        if not limited:
            return
        for g in self.slots:
            held = {period: self.model.boolean() for period in every}
            self.model.row(total(held.values()), None, 1)
            for periods, row in limited:
                admitted = Expr({held[period]: -self.problem.most for period in periods})
                self.model.row(_plus(admitted, row[g], 1), None, 0)

    def read(self, values: Sequence[int]) -> Panels:
        """Return the panels that values stand for; among States that are alike the first ones have the first panels."""
        found: dict[int, int] = {}
        for states, row in zip(self.alike.values(), self.counts, strict=True):
            places = [g for g in self.slots for _ in range(values[row[g]])]
            found |= dict(zip(states, places, strict=True))
        return tuple(found[state] for state in range(self.problem.states))


def _most_new(problem: Problem) -> int:
    """Return how many new panels can be of use: no more than there are full ones, unless somebody is held."""
    is_held = any(panel is not None for panel in problem.kept) or any(item is not None for item in problem.periods)
    return problem.states if is_held else max(problem.fewest, problem.states // problem.least)


def _plus(expr: Expr, variable: int, factor: int) -> Expr:
    return Expr(dict(expr.terms), expr.constant).add(variable, factor)


def _worth(cost: Expr, values: Sequence[int]) -> int:
    return cost.constant + sum(values[variable] * factor for variable, factor in cost.terms.items())
