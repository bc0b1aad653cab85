"""The checker: what a speakers list does wrong, in milliseconds and without a solver."""

from __future__ import annotations

from solver.rule import Report, check_all
from solver.speakers.problem import Problem
from solver.speakers.rulebook import RULES
from solver.speakers.solution import SpeakersList


def check(problem: Problem, solution: SpeakersList) -> Report:
    """Run every rule over a speakers list."""
    return check_all(RULES, problem.settings, problem, solution)
