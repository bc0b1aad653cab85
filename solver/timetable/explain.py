"""Why no timetable exists: a smallest set of cases of rules that cannot hold together, and what helps."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from functools import partial

from solver import engine
from solver.conflict import Holds, UndecidedError, smallest
from solver.engine import Effort, Verdict
from solver.result import Conflict, Limits, OnProgress, Progress, Requirement
from solver.timetable.build import Demand, blocking, build, count_rooms, demands_of, single_rooms
from solver.timetable.domains import domains_of
from solver.timetable.problem import Problem
from solver.timetable.remedy import ROOM, TEAMS, remedied, remedies, unopened

QUESTION_WORK = 10.0
"""Deterministic time for one question at effort 1."""

STRUCTURE = "inside-period"
"""The rule that is always applied: a sitting outside every period would be no place at all."""


def explain(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> Conflict | None:
    """Return why no timetable exists, or None if one does or if it was not found out in time.

    First the sittings that conflict are found, with all rules applied to them; then, among the cases of rules over
    those sittings, a smallest set. Each claim of the result was confirmed by a solve unless ``proven`` is False.

    Fixes are remedies (:func:`solver.timetable.remedy.remedied`) of members: each was applied and the changed problem
    solved. In ``joint`` a remedy may come more than once, as two more teams.
    """
    questions = _Questions(problem, limits, on_progress)
    demands = blocking(demands_of(problem))
    if questions.holds(demands) is not False:
        return None
    try:
        members = _members(questions.holds, demands)
    except UndecidedError:
        return None
    fixes, are_known = _fixes(questions, members)
    joint: tuple[Requirement, ...] = ()
    if not fixes and are_known:
        joint, are_known = _joint(questions, members)
    return Conflict(tuple(demand.requirement for demand in members), fixes, are_known, joint)


class _Questions:
    """Asks whether some demands can hold together, telling how far it is."""

    def __init__(self, problem: Problem, limits: Limits, on_progress: OnProgress | None) -> None:
        self.problem, self._limits, self._on_progress = problem, limits, on_progress
        self._started = time.monotonic()
        self._asked = 0

    def holds(self, demands: Iterable[Demand], problem: Problem | None = None) -> bool | None:
        """Whether some demands of the problem, or of a changed one, can hold together; None if it is not found out."""
        self._asked += 1
        if self._on_progress is not None:
            self._on_progress(Progress(f"question {self._asked}", time.monotonic() - self._started))
        deadline = None if self._limits.wall_seconds is None else self._started + self._limits.wall_seconds
        if deadline is not None and time.monotonic() > deadline:
            return None
        effort = Effort(QUESTION_WORK * self._limits.effort, deadline, self._limits.seed, self._limits.workers)
        return _holds(problem or self.problem, tuple(demands), effort)

    def holds_with(self, applied: Sequence[Requirement]) -> bool | None:
        """Whether everything can hold in the problem with some remedies."""
        problem, demands = _changed(self.problem, applied)
        return self.holds(demands, problem)


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


def _members(holds: Holds[Demand], demands: Sequence[Demand]) -> list[Demand]:
    sittings = [d for d in demands if d.rule.name == "placed-once"]
    always = [d for d in demands if d.rule.name == STRUCTURE]
    others = [d for d in demands if d.rule.name not in ("placed-once", STRUCTURE)]
    needed = smallest(sittings, [*always, *others], holds)
    left = _families(holds, [*always, *needed], others)
    return needed + smallest(left, [*always, *needed], holds)


def _families(holds: Holds[Demand], needed: Sequence[Demand], others: list[Demand]) -> list[Demand]:
    """Leave out whole rules without which the sittings still cannot all stand."""
    names = list(dict.fromkeys(d.rule.name for d in others))
    for name in names:
        without = [d for d in others if d.rule.name != name]
        if len(without) < len(others) and holds([*needed, *without]) is False:
            others = without
    return others


def _fixes(questions: _Questions, members: Sequence[Demand]) -> tuple[tuple[Requirement, ...], bool]:
    """Return the remedies each of which makes everything possible alone, and whether all answers are known."""
    tried = sorted(remedies(questions.problem, (member.requirement for member in members)), key=_effort)
    answers = [(remedy, questions.holds_with([remedy])) for remedy in tried]
    return tuple(remedy for remedy, answer in answers if answer), all(answer is not None for _, answer in answers)


def _joint(questions: _Questions, members: Sequence[Demand]) -> tuple[tuple[Requirement, ...], bool]:
    """Apply one remedy against each conflict in turn until everything is possible."""
    applied: list[Requirement] = []
    problem = questions.problem
    helping = unopened(problem)
    while True:
        applied += helping or [min(remedies(problem, (member.requirement for member in members)), key=_effort)]
        helping = []
        problem, demands = _changed(questions.problem, applied)
        answer = questions.holds(demands, problem)
        if answer is not False:
            return tuple(applied), answer is True
        try:
            members = _members(partial(questions.holds, problem=problem), demands)
        except UndecidedError:
            return tuple(applied), False


def _changed(problem: Problem, applied: Sequence[Requirement]) -> tuple[Problem, list[Demand]]:
    """Return the problem with some remedies, and what it then demands."""
    problem, left_out = remedied(problem, applied)
    return problem, [d for d in blocking(demands_of(problem)) if d.requirement not in left_out]


def _effort(remedy: Requirement) -> int:
    """Return how late a remedy is tried: a team is soonest hired, a room seldom added, a session given up last."""
    if remedy.rule == "placed-once":
        return 3
    return 0 if remedy.rule in TEAMS else 2 if remedy.rule == ROOM else 1
