"""One solve for a speakers list: best level by level, checked, with a bound of each level or the reasons why not."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction
from math import ceil

from solver.errors import DisagreementError
from solver.result import Limits, OnProgress, Progress, Status
from solver.rule import Level, setting_of
from solver.speakers.because import blame
from solver.speakers.check import check
from solver.speakers.conflict import explain, without
from solver.speakers.measure import LEVELS, UNITS, measure
from solver.speakers.plan import Draft, plan
from solver.speakers.problem import Problem
from solver.speakers.rulebook import RULES
from solver.speakers.search import Budget
from solver.speakers.solution import LevelResult, SpeakersResult

STEPS = 400_000
"""Steps a solve may take at effort 1."""

REASON_STEPS = 80_000
"""Steps that looking for reasons may take at effort 1."""


SEARCH_PART = 0.7
"""Part of the wall guard that searching may use; the rest is for the beam, the assignment and the checker."""


def solve(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> SpeakersResult:
    """Make the best list of a problem.

    Parameters
    ----------
    limits
        ``effort`` scales the steps that may be taken; ``wall_seconds`` is a guard that marks the result not
        reproducible where it ends the run. Seed and workers are not used: the method is deterministic.
    on_progress
        Called with the phase and, at the end, the points of the list and what they would be at the bounds.

    Returns
    -------
    SpeakersResult
        ``OPTIMAL`` where every level stands at its proved bound.
    """
    began = time.monotonic()
    deadline = None if limits.wall_seconds is None else began + limits.wall_seconds * SEARCH_PART
    budget = Budget(round(STEPS * limits.effort), deadline)
    asked = _blocking_only(problem)
    result = _attempt(problem, asked, budget, limits)
    if on_progress is not None:
        on_progress(Progress("speakers list", time.monotonic() - began, result.score, result.bound))
    return result


def _attempt(problem: Problem, asked: Problem, budget: Budget, limits: Limits) -> SpeakersResult:
    outcome = plan(asked, budget)
    reasons = Budget(round(REASON_STEPS * limits.effort), budget.deadline)
    if outcome.draft is not None:
        return _judged(problem, asked, outcome.draft, budget, reasons)
    if not outcome.impossible:
        return SpeakersResult(Status.NONE_FOUND, reproducible=not (budget.late or reasons.late))
    conflict, repair = explain(asked, reasons)
    yielding = [member for member in repair if _level(problem, member.rule) is not Level.BLOCK]
    if repair and len(yielding) == len(repair):
        return _attempt(problem, without(asked, repair), budget, limits)
    return SpeakersResult(
        Status.INFEASIBLE, conflict=conflict, repair=repair, reproducible=not (budget.late or reasons.late)
    )


def _level(problem: Problem, rule: str) -> Level:
    return setting_of(next(one for one in RULES if one.name == rule), problem.settings).level


def _blocking_only(problem: Problem) -> Problem:
    """Return the problem without what its settings ignore."""
    ignored = {rule.name for rule in RULES if _level(problem, rule.name) is Level.IGNORE}
    kept = tuple(
        replace(
            it,
            windows=None if "within-availability" in ignored else it.windows,
            place=None if "pinned-place" in ignored else it.place,
            opening=it.opening and "opening-first" not in ignored,
        )
        for it in problem.interventions
    )
    groups = problem.groups_first and "groups-first" not in ignored
    return replace(problem, interventions=kept, groups_first=groups)


def _judged(problem: Problem, asked: Problem, draft: Draft, budget: Budget, reasons: Budget) -> SpeakersResult:
    """Let the checker judge a draft and say what is proved of it."""
    report = check(problem, draft.solution)
    blocked = {violation.rule for violation in report.broken}
    if blocked - set(LEVELS) or measure(asked, draft.solution).vector != draft.measures.vector:
        raise DisagreementError(f"a speakers list breaks {sorted(blocked)} although it was made to keep them")
    levels = tuple(
        LevelResult(name, unit, value, bound, because)
        for name, unit, value, bound, because in zip(
            LEVELS, UNITS, draft.measures.vector, draft.bounds, blame(asked, draft, reasons), strict=True
        )
    )
    proved = all(level.proven for level in levels)
    if blocked:
        return SpeakersResult(
            _blocked_status(levels, blocked), reproducible=not (budget.late or reasons.late), levels=levels
        )
    bound = report.points if proved else min(report.points, _points(problem, report.points, levels))
    status = Status.OPTIMAL if proved else Status.FEASIBLE
    return SpeakersResult(status, draft.solution, report, bound, not (budget.late or reasons.late), levels=levels)


def _blocked_status(levels: Iterable[LevelResult], blocked: set[str]) -> Status:
    """Say whether levels that must not cost anything are proved to."""
    proved = all(any(level.name == name and level.bound > 0 for level in levels) for name in blocked)
    return Status.INFEASIBLE if proved else Status.NONE_FOUND


def _points(problem: Problem, points: int, levels: Iterable[LevelResult]) -> int:
    """Return the points of a list that stands at the bound of every level."""
    saved = Fraction(0)
    for level in levels:
        rule = next((rule for rule in RULES if rule.name == level.name), None)
        if rule is not None and setting_of(rule, problem.settings).level is Level.WARN:
            saved += (level.value - level.bound) * setting_of(rule, problem.settings).weight
    return ceil(points - saved)
