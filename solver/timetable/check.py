"""The independent judge of timetables: what each rule says of one, without a solver."""

from __future__ import annotations

from solver.rule import Report, check_all
from solver.timetable.problem import Problem
from solver.timetable.rulebook import RULES
from solver.timetable.solution import Timetable


def check(problem: Problem, timetable: Timetable) -> Report:
    """Judge a timetable by every rule the problem's settings do not ignore."""
    return check_all(RULES, problem.settings, problem, timetable)
