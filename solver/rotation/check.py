"""The checker: what a rotation does wrong and what it costs, without a solver."""

from __future__ import annotations

from solver.rotation.problem import Problem
from solver.rotation.rulebook import RULES
from solver.rotation.solution import Rotation
from solver.rule import Report, check_all


def check(problem: Problem, rotation: Rotation) -> Report:
    """Run every rule that is not ignored over a rotation."""
    return check_all(RULES, problem.settings, problem, rotation)
