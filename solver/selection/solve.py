"""One solve for a selection: level by level, each proven and checked before the next."""

from __future__ import annotations

import time

from solver import engine
from solver.engine import Verdict
from solver.errors import DisagreementError
from solver.model import Expr
from solver.result import Limits, OnProgress, Progress, Status
from solver.rule import Level, setting_of
from solver.selection.check import active_levels, check, levels_of
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS
from solver.selection.solution import LevelResult, Selection, SelectionResult
from solver.selection.variables import Variables


def solve(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> SelectionResult:
    """Choose the requests that are given the floor.

    Levels are minimised one after the other; what a level came to is kept in all that follow.

    Parameters
    ----------
    limits
        ``wall_seconds`` is a guard; seed and effort are not used, every level is solved to proven optimality.
    on_progress
        Called with each level's name, value and bound.

    Returns
    -------
    SelectionResult
        OPTIMAL where every level is proven; FEASIBLE where the guard came first, with what each level came to;
        INFEASIBLE where decisions made outside the method cannot stand together with the limits.
    """
    began = time.monotonic()
    deadline = None if limits.wall_seconds is None else began + limits.wall_seconds
    variables = Variables(problem)
    for rule in LIMITS:
        if setting_of(rule, problem.settings).level is not Level.IGNORE:
            rule.encode(problem, variables)
    chosen: Selection | None = None
    levels: list[LevelResult] = []
    reproducible = True
    for place, rule in enumerate(active_levels(problem)):
        cost = rule.encode(problem, variables)
        if chosen is not None and not cost.terms:
            _same(rule.name, levels_of(problem, chosen)[place], cost.constant)
            levels.append(LevelResult(rule.name, cost.constant, cost.constant))
            continue
        if chosen is not None and deadline is not None and time.monotonic() >= deadline:
            reproducible = False
            break
        variables.model.cost = cost
        answer = engine.minimise(variables.model, deadline)
        reproducible &= not answer.clock_ended
        if answer.verdict is Verdict.INFEASIBLE and chosen is None:
            return SelectionResult(Status.INFEASIBLE, reproducible=reproducible)
        if answer.values is None:
            break
        chosen = variables.chosen(answer.values)
        value = levels_of(problem, chosen)[place]
        worth = _worth(cost, answer.values)
        if answer.verdict is Verdict.OPTIMAL or worth < value:  # a clock leaves auxiliaries larger than they need be
            _same(rule.name, value, worth)
        levels.append(LevelResult(rule.name, value, answer.bound))
        if on_progress is not None:
            on_progress(Progress(rule.name, time.monotonic() - began, value, answer.bound, chosen))
        variables.model.row(Expr(dict(cost.terms), cost.constant), None, value)
    return _ended(problem, chosen, levels, reproducible)


def _ended(
    problem: Problem, chosen: Selection | None, levels: list[LevelResult], reproducible: bool
) -> SelectionResult:
    if chosen is None:
        return SelectionResult(Status.NONE_FOUND, reproducible=reproducible)
    report = check(problem, chosen)
    if not report.is_feasible:
        raise DisagreementError(f"the model and the checker disagree: {report.broken[:3]}")
    names, values = [rule.name for rule in active_levels(problem)], levels_of(problem, chosen)
    bounds = {level.rule: level.bound for level in levels}
    final = tuple(LevelResult(name, value, bounds.get(name, 0)) for name, value in zip(names, values, strict=True))
    is_proven = len(bounds) == len(names) and all(level.value == level.bound for level in final)
    return SelectionResult(Status.OPTIMAL if is_proven else Status.FEASIBLE, chosen, report, final, reproducible)


def _same(rule: str, checked: int, modelled: int) -> None:
    if checked != modelled:
        raise DisagreementError(f"the model and the checker disagree on {rule}: {modelled} and {checked}")


def _worth(cost: Expr, values: tuple[int, ...]) -> int:
    return cost.constant + sum(values[variable] * factor for variable, factor in cost.terms.items())
