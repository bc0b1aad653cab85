"""A model of a rotation, of all rules or of some requirements alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from solver.model import Expr
from solver.result import Requirement
from solver.rotation.problem import Pattern, Problem
from solver.rotation.rulebook import CYCLE_RULES, PATTERN_RULES, POINTS_RULES
from solver.rotation.rules.base import RotationRule
from solver.rotation.variables import Variables, every_pattern
from solver.rule import Instance, Level, setting_of

POLICIES = ("history-stands", "shortest-gap", "longest-gap", "once-in-each-set", "counts-stay-level")
"""Rules that are one decision of the forum for all objectives and cycles: dropped or kept as a whole."""


def requirement(rule: RotationRule, instance: Instance) -> Requirement:
    """Return what an instance of a rule is asked for as: the policy as a whole, where it is one."""
    return Requirement(rule.name, () if rule.name in POLICIES else instance)


def requirements(problem: Problem) -> list[Requirement]:
    """Return what the rules that block ask for, single demands before policies."""
    blocking = [r for r in (*CYCLE_RULES, *PATTERN_RULES) if setting_of(r, problem.settings).level is Level.BLOCK]
    found = [requirement(rule, instance) for rule in blocking for instance in rule.instances(problem)]
    return sorted(dict.fromkeys(found), key=lambda each: each.rule in POLICIES)


def build(problem: Problem, asked: Collection[Requirement]) -> Variables | None:
    """Return the model of some requirements and of all that costs points; None where an objective has no pattern."""
    patterns = [_admitted(problem, i, asked) for i in range(len(problem.objectives))]
    if not all(patterns):
        return None
    variables = Variables(problem, patterns)
    for rule in CYCLE_RULES:
        setting = setting_of(rule, problem.settings)
        for instance in rule.instances(problem):
            if instance[0] >= problem.past and requirement(rule, instance) in asked:
                rule.encode(problem, instance, variables, is_relaxed=False)
            elif instance[0] >= problem.past and setting.level is Level.WARN:
                missed = rule.encode(problem, instance, variables, is_relaxed=True)
                variables.model.penalise(missed, setting.weight)
    _add_points(problem, variables)
    return variables


def _admitted(problem: Problem, objective: int, asked: Collection[Requirement]) -> Sequence[Pattern]:
    checks = [
        (rule, instance)
        for rule in PATTERN_RULES
        for instance in rule.instances(problem)
        if instance[0] == objective and requirement(rule, instance) in asked
    ]
    every = every_pattern(problem, objective)
    return [p for p in every if not any(rule.misses(problem, instance, p) for rule, instance in checks)]


def _add_points(problem: Problem, variables: Variables) -> None:
    for soft in POINTS_RULES:
        setting = setting_of(soft, problem.settings)
        if setting.level is Level.WARN:
            variables.model.penalise(soft.cost(problem, variables), setting.weight)
    for rule in PATTERN_RULES:
        setting = setting_of(rule, problem.settings)
        if setting.level is Level.WARN:
            for instance in rule.instances(problem):
                own: Expr = variables.sum_of(instance[0], lambda p, r=rule, i=instance: r.misses(problem, i, p))  # type: ignore[misc]
                variables.model.penalise(own, setting.weight)
