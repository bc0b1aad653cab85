"""One solve for a rotation: the whole horizon at once, to proven optimality, or why it cannot be."""

from __future__ import annotations

import time
from dataclasses import replace

from solver import engine
from solver.engine import Verdict
from solver.errors import DisagreementError
from solver.result import Limits, OnProgress, Progress, Result, Status
from solver.rotation.build import Builder, requirements
from solver.rotation.check import check
from solver.rotation.explain import explain
from solver.rotation.problem import Problem
from solver.rotation.rules.together import PlanIsKept
from solver.rotation.solution import Rotation
from solver.rotation.variables import Variables
from solver.rule import Level, setting_of


def solve(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> Result[Rotation]:
    """Plan in which cycles each objective is reviewed in depth.

    One boolean for each objective and each pattern of cycles it may have, on HiGHS: a policy about one objective only
    filters patterns, so that few rows are left. Where a plan was released, the fewest changes to it come before all
    points; the bound is then of plans that change least.

    Parameters
    ----------
    problem
        Up to about 60 objectives and 10 cycles to come; an objective has 2 to the power of these patterns.
    limits
        ``wall_seconds`` is a guard; seed and effort are not used.

    Returns
    -------
    Result
        OPTIMAL with the rotation, INFEASIBLE with a conflict and its fixes, or, where the guard came first, FEASIBLE or
        NONE_FOUND.
    """
    began = time.monotonic()
    deadline = None if limits.wall_seconds is None else began + limits.wall_seconds
    asked = requirements(problem)
    variables = Builder(problem).build(frozenset(asked))
    answer = _best(problem, variables, deadline) if variables else None
    if variables is None or answer is None or answer.verdict is Verdict.INFEASIBLE:
        return Result(Status.INFEASIBLE, conflict=explain(problem, asked, deadline))
    if answer.values is None:
        return Result(Status.NONE_FOUND, reproducible=False)
    rotation = variables.chosen(answer.values)
    result = _checked(problem, rotation, variables, answer)
    if on_progress is not None:
        on_progress(Progress("rotation", time.monotonic() - began, result.score, result.bound, rotation))
    return result


def _best(problem: Problem, variables: Variables, deadline: float | None) -> engine.Answer:
    """Minimise the changes to a released plan, where there is one, and then all points among plans that change least.

    An answer whose changes are not proven to be the fewest says nothing of a bound.
    """
    changes = PlanIsKept().cost(problem, variables)
    is_kept = setting_of(PlanIsKept(), problem.settings).level is Level.WARN
    if not is_kept or not changes.terms:
        return engine.minimise(variables.model, deadline)
    points, variables.model.cost = variables.model.cost, changes
    first = engine.minimise(variables.model, deadline)
    variables.model.cost = points
    if first.values is None:
        return first
    fewest = changes.constant + sum(first.values[v] * factor for v, factor in changes.terms.items())
    variables.model.row(changes, None, fewest)
    answer = engine.minimise(variables.model, deadline)
    if answer.values is None:
        answer = replace(first, verdict=Verdict.FEASIBLE, bound=0, clock_ended=True)
    return answer if first.bound >= fewest else replace(answer, bound=0)


def _checked(problem: Problem, rotation: Rotation, variables: Variables, answer: engine.Answer) -> Result[Rotation]:
    report = check(problem, rotation)
    cost = variables.model.cost
    modelled = cost.constant + sum((answer.values or ())[v] * factor for v, factor in cost.terms.items())
    judged_past = sum(line.points for line in report.lines) - modelled
    if not report.is_feasible and problem.first >= problem.past:
        raise DisagreementError(f"the model and the checker disagree: {report.broken[:3]}")
    if judged_past and problem.first >= problem.past:
        raise DisagreementError(f"the model says {modelled} points and the checker {report.points}")
    status = Status.OPTIMAL if answer.bound >= modelled else Status.FEASIBLE
    return Result(status, rotation, report, answer.bound, not answer.clock_ended)
