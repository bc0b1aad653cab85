"""A first timetable of a large forum: periods for all sittings together, then rooms and starts period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver import engine
from solver.engine import Answer, Effort, Verdict
from solver.timetable.build import Demand, blocking, build, count_rooms, single_rooms
from solver.timetable.choice import Domain
from solver.timetable.problem import Placement, Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


def periods_for_all(
    problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], effort: Effort
) -> tuple[Answer, Variables]:
    """Find a period for every sitting in a model of the rules that block, which counts rooms but knows none.

    The model is a relaxation: if it has no solution, the problem has none.
    """
    variables = build(problem, domains, blocking(demands), has_rooms=False)
    count_rooms(problem, variables, domains, single_rooms(demands))
    variables.model.cost.terms.clear()
    quick = replace(effort, work=effort.work / 10, relaxation=0, presolve=False)
    answer = engine.solve(variables.model, quick)
    if answer.verdict is Verdict.UNKNOWN:
        answer = engine.solve(variables.model, effort)
    return answer, variables


def rooms_by_period(
    problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], times: Timetable, effort: Effort
) -> Timetable:
    """Give the sittings of each period rooms and starts in it, in order of time; what finds none stays absent."""
    placements: list[Placement | None] = [None] * len(domains)
    by_period: dict[int, list[int]] = {}
    for sitting, placement in times.placed():
        by_period.setdefault(placement.period, []).append(sitting)
    hard = blocking(demands)
    quick = replace(effort, relaxation=1, presolve=False)
    for period in sorted(by_period, key=lambda index: problem.periods[index].start):
        here = by_period[period]
        narrowed = [domain.within({period}) if i in here else domain for i, domain in enumerate(domains)]
        fixed = {i: placement for i, placement in enumerate(placements) if i not in here}
        variables = build(problem, narrowed, hard, fixed, here)
        answer = engine.solve(variables.model, quick)
        if answer.values is not None:
            found = variables.solution(answer.values)
            for sitting in here:
                placements[sitting] = found.placements[sitting]
    return Timetable(tuple(placements))
