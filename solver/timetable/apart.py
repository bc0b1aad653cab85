"""Solves a timetable in a process that can be ended; this process never imports a solver."""

from __future__ import annotations

from solver.apart import Ended, run_apart
from solver.result import Limits, OnProgress, Result, Status
from solver.timetable.check import check
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable


def solve_apart(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> Result[Timetable]:
    """Solve as :func:`solver.timetable.solve.solve` does; a run that is ended keeps its best timetable.

    Raises
    ------
    EngineError
        If the solver process died.
    """
    ended = run_apart(_solve, problem, limits, wall_seconds=limits.wall_seconds, on_progress=on_progress)
    if isinstance(ended.answer, Result):
        return ended.answer
    return _cut_short(problem, ended)


def _solve(problem: Problem, limits: Limits, report: OnProgress) -> Result[Timetable]:
    from solver.timetable.solve import solve

    return solve(problem, limits, report)


def _cut_short(problem: Problem, ended: Ended) -> Result[Timetable]:
    if ended.last is None or not isinstance(ended.last.best, Timetable):
        return Result(Status.CANCELLED if ended.is_cancelled else Status.NONE_FOUND, reproducible=False)
    report = check(problem, ended.last.best)
    status = Status.CANCELLED if ended.is_cancelled else Status.FEASIBLE
    return Result(status, ended.last.best, report, ended.last.bound or 0, reproducible=False)
