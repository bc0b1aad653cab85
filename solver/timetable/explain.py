"""Why no timetable exists: a smallest set of cases of rules that cannot hold together, and what helps."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from solver import engine
from solver.conflict import UndecidedError, smallest
from solver.engine import Effort, Verdict
from solver.result import Conflict, Limits, OnProgress, Progress
from solver.timetable.build import Demand, blocking, build, count_rooms, demands_of, single_rooms
from solver.timetable.domains import domains_of
from solver.timetable.problem import Problem

QUESTION_WORK = 10.0
"""Deterministic time for one question at effort 1."""

STRUCTURE = "inside-period"
"""The rule that is always applied: a sitting outside every period would be no place at all."""


def explain(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> Conflict | None:
    """Return why no timetable exists, or None if one does or if it was not found out in time.

    First the sittings that conflict are found, with all rules applied to them; then, among the cases of rules over
    those sittings, a smallest set. Each claim of the result was confirmed by a solve unless ``proven`` is False.
    """
    questions = _Questions(problem, limits, on_progress)
    demands = blocking(demands_of(problem))
    if questions.holds(demands) is not False:
        return None
    try:
        members = _members(questions, demands)
    except UndecidedError:
        return None
    fixes, are_known = _fixes(questions, demands, members)
    joint: tuple[Demand, ...] = ()
    if not fixes and are_known:
        joint, are_known = _joint(questions, demands, members)
    return Conflict(
        tuple(demand.requirement for demand in members),
        tuple(demand.requirement for demand in fixes),
        are_known,
        tuple(demand.requirement for demand in joint),
    )


class _Questions:
    """Asks whether some demands can hold together, telling how far it is."""

    def __init__(self, problem: Problem, limits: Limits, on_progress: OnProgress | None) -> None:
        self.problem, self._limits, self._on_progress = problem, limits, on_progress
        self._started = time.monotonic()
        self._asked = 0

    def holds(self, demands: Iterable[Demand]) -> bool | None:
        """Whether some demands can hold together; None if that is not found out."""
        self._asked += 1
        if self._on_progress is not None:
            self._on_progress(Progress(f"question {self._asked}", time.monotonic() - self._started))
        deadline = None if self._limits.wall_seconds is None else self._started + self._limits.wall_seconds
        if deadline is not None and time.monotonic() > deadline:
            return None
        effort = Effort(QUESTION_WORK * self._limits.effort, deadline, self._limits.seed, self._limits.workers)
        return _holds(self.problem, tuple(demands), effort)


def _holds(problem: Problem, demands: Sequence[Demand], effort: Effort) -> bool | None:
    needed = {d.instance[0] for d in demands if d.rule.name == "placed-once"}
    away = {sitting: None for sitting in range(len(problem.sittings)) if sitting not in needed}
    domains = domains_of(problem, ((d.rule, d.setting, d.instance) for d in demands), frozenset(needed))
    if any(not domains[i].choices or not domains[i].rooms for i in needed):
        return False
    for has_rooms in (False, True):
        variables = build(problem, domains, demands, away, has_rooms=has_rooms)
        count_rooms(problem, variables, domains, single_rooms(demands))
        variables.model.cost.terms.clear()
        verdict = engine.solve(variables.model, effort).verdict
        if verdict is Verdict.INFEASIBLE:
            return False
    return True if verdict in (Verdict.OPTIMAL, Verdict.FEASIBLE) else None


def _members(questions: _Questions, demands: Sequence[Demand]) -> list[Demand]:
    sittings = [d for d in demands if d.rule.name == "placed-once"]
    always = [d for d in demands if d.rule.name == STRUCTURE]
    others = [d for d in demands if d.rule.name not in ("placed-once", STRUCTURE)]
    needed = smallest(sittings, [*always, *others], questions.holds)
    left = _families(questions, [*always, *needed], others)
    return needed + smallest(left, [*always, *needed], questions.holds)


def _families(questions: _Questions, needed: Sequence[Demand], others: list[Demand]) -> list[Demand]:
    """Leave out whole rules without which the sittings still cannot all stand."""
    names = list(dict.fromkeys(d.rule.name for d in others))
    for name in names:
        without = [d for d in others if d.rule.name != name]
        if len(without) < len(others) and questions.holds([*needed, *without]) is False:
            others = without
    return others


def _fixes(questions: _Questions, demands: Sequence[Demand], members: Sequence[Demand]) -> tuple[list[Demand], bool]:
    """Return the members without which everything else can hold, and whether all answers are known."""
    answers = [(member, questions.holds([d for d in demands if d is not member])) for member in members]
    return [member for member, answer in answers if answer], all(answer is not None for _, answer in answers)


def _joint(
    questions: _Questions, demands: Sequence[Demand], members: Sequence[Demand]
) -> tuple[tuple[Demand, ...], bool]:
    """Drop one member of each conflict in turn until the rest holds."""
    dropped = [_preferred(members)]
    while True:
        rest = [d for d in demands if d not in dropped]
        answer = questions.holds(rest)
        if answer is None:
            return tuple(dropped), False
        if answer:
            return tuple(dropped), True
        try:
            dropped.append(_preferred(_members(questions, rest)))
        except UndecidedError:
            return tuple(dropped), False


def _preferred(members: Sequence[Demand]) -> Demand:
    """Return the member that is easiest to give up: not the session as such, if there is another."""
    return sorted(members, key=lambda demand: demand.rule.name == "placed-once")[0]
