"""The checker: what a selection does wrong and what each level comes to, without a solver."""

from __future__ import annotations

from solver.rule import Level, Report, check_all, setting_of
from solver.selection.problem import Problem
from solver.selection.rulebook import LEVELS, RULES
from solver.selection.rules.base import SelectionRule
from solver.selection.solution import Selection


def check(problem: Problem, chosen: Selection) -> Report:
    """Run every rule that is not ignored over a selection."""
    return check_all(RULES, problem.settings, problem, chosen)


def levels_of(problem: Problem, chosen: Selection) -> tuple[int, ...]:
    """Return what each level that is not ignored comes to, most important first; lower is better."""
    return tuple(sum(v.amount for v in rule.check(problem, chosen)) for rule in active_levels(problem))


def active_levels(problem: Problem) -> tuple[SelectionRule, ...]:
    """Return the levels a problem's settings do not ignore, most important first."""
    return tuple(rule for rule in LEVELS if setting_of(rule, problem.settings).level is not Level.IGNORE)
