"""A first timetable of a large forum: periods for all sittings together, then rooms and starts period by period."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from solver import engine
from solver.engine import Answer, Effort, Verdict
from solver.model import total
from solver.timetable.build import ABSENT, Demand, blocking, build, count_rooms, single_rooms
from solver.timetable.choice import Domain
from solver.timetable.problem import Placement, Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables

SPARE = 0.25
"""Part of the rooms that the first try leaves free where several sittings can follow each other in a room."""

PLANNED = 10 * ABSENT
"""Points for a sitting that gets no room in the period planned for it, beside one that is only offered it."""


def periods_for_all(
    problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], effort: Effort
) -> tuple[Answer, Variables]:
    """Find a period for every sitting in a model of the rules that block, which counts rooms but knows none.

    The model is a relaxation: if it has no solution, the problem has none. It is first tried with spare minutes, so
    that rooms are found more easily afterwards.
    """
    quick = replace(effort, relaxation=0, presolve=False)
    spacious = _counted(problem, domains, demands, SPARE)
    answer = engine.solve(spacious.model, replace(quick, work=effort.work / 30))
    if answer.values is not None:
        return answer, spacious
    variables = _counted(problem, domains, demands, 0.0)
    answer = engine.solve(variables.model, replace(quick, work=effort.work / 10))
    if answer.verdict is Verdict.UNKNOWN:
        answer = engine.solve(variables.model, effort)
    return answer, variables


def _counted(problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], spare: float) -> Variables:
    variables = build(problem, domains, blocking(demands), has_rooms=False)
    count_rooms(problem, variables, domains, single_rooms(demands), spare)
    variables.model.cost.terms.clear()
    return variables


def rooms_by_period(
    problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], times: Timetable, effort: Effort
) -> Timetable:
    """Give the sittings of each period rooms and starts in it, in order of time.

    Sittings of later periods that are tied to them are looked at too, so that no start is taken that leaves them no
    place. What finds none is offered to the periods that follow; what finds none there stays absent.
    """
    placements: list[Placement | None] = [None] * len(domains)
    by_period: dict[int, list[int]] = {}
    planned = {sitting: placement.period for sitting, placement in times.placed()}
    for sitting, period in planned.items():
        by_period.setdefault(period, []).append(sitting)
    hard = blocking(demands)
    quick = replace(effort, relaxation=1, presolve=False)
    done: set[int] = set()
    for period in sorted(by_period, key=lambda index: problem.periods[index].start):
        left = [
            i for i in sorted(done) if placements[i] is None and any(c.period == period for c in domains[i].choices)
        ]
        here = [*by_period[period], *left]
        ahead = planned.keys() & {other for i in here for other in problem.tied[i]} - done - {*here}
        narrowed = list(domains)
        for i in {*here, *ahead}:
            narrowed[i] = domains[i].within({period} if i not in ahead else {planned[i]})
        fixed = {i: placement for i, placement in enumerate(placements) if i not in here and i not in ahead}
        variables = build(problem, narrowed, hard, fixed, {*here, *ahead})
        for sitting in by_period[period]:
            variables.model.penalise(total([~variables.present[sitting]]), PLANNED)
        answer = engine.solve(variables.model, quick, variables.hint(Timetable(tuple(placements))))
        if answer.values is not None:
            found = variables.solution(answer.values)
            for sitting in here:
                placements[sitting] = found.placements[sitting]
        done.update(here)
    return Timetable(tuple(placements))
