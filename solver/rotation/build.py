"""A model of a rotation, of all rules or of some requirements alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import cached_property

from solver.model import Expr
from solver.result import Requirement
from solver.rotation.levels import Bounds, is_within, level_bounds
from solver.rotation.problem import Pattern, Problem
from solver.rotation.rulebook import CYCLE_RULES, PATTERN_RULES, POINTS_RULES
from solver.rotation.rules.base import RotationRule
from solver.rotation.variables import Variables, every_pattern
from solver.rule import Instance, Level, setting_of

POLICIES = ("history-stands", "shortest-gap", "longest-gap", "once-in-each-set", "counts-stay-level")
"""Rules that are one decision of the forum for all objectives and cycles: dropped or kept as a whole."""

LEVEL = Requirement("counts-stay-level", ())
HISTORY = Requirement("history-stands", ())


def requirement(rule: RotationRule, instance: Instance) -> Requirement:
    """Return what an instance of a rule is asked for as: the policy as a whole, where it is one."""
    return Requirement(rule.name, () if rule.name in POLICIES else instance)


def requirements(problem: Problem) -> list[Requirement]:
    """Return what the rules that block ask for, single demands before policies."""
    blocking = [r for r in (*CYCLE_RULES, *PATTERN_RULES) if setting_of(r, problem.settings).level is Level.BLOCK]
    found = [requirement(rule, instance) for rule in blocking for instance in rule.instances(problem)]
    return sorted(dict.fromkeys(found), key=lambda each: each.rule in POLICIES)


class Builder:
    """Makes models of one problem; what each pattern breaks is worked out once."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem

    @cached_property
    def _patterns(self) -> list[list[tuple[Pattern, frozenset[Requirement]]]]:
        """Every pattern of each objective with the requirements it breaks."""
        problem = self._problem
        own: list[list[tuple[RotationRule, Instance]]] = [[] for _ in problem.objectives]
        for rule in PATTERN_RULES:
            for instance in rule.instances(problem):
                own[instance[0]].append((rule, instance))
        return [
            [
                (p, frozenset(requirement(rule, at) for rule, at in own[i] if rule.misses(problem, at, p)))  # type: ignore[attr-defined]
                for p in every_pattern(problem, i)
            ]
            for i in range(len(problem.objectives))
        ]

    def build(self, asked: Collection[Requirement]) -> Variables | None:
        """Return the model of some requirements and of all that costs points; None where an objective has no pattern.

        It has a choice for each objective.
        """
        bounds = self._bounds(asked)
        patterns = self._admitted(asked, bounds)
        if not all(patterns):
            return None
        variables = Variables(self._problem, patterns, bounds)
        _add_cycles(self._problem, variables, asked, with_points=True)
        _add_points(self._problem, variables)
        return variables

    def build_alike(self, asked: Collection[Requirement]) -> Variables | None:
        """Return the model of some requirements alone, in which objectives that may do the same are counted together.

        It holds exactly where :meth:`build` does, is much smaller, and names no objective's pattern.
        """
        bounds = self._bounds(asked)
        patterns = self._admitted(asked, bounds)
        if not all(patterns):
            return None
        variables = Variables(self._problem, patterns, bounds, alike=True)
        _add_cycles(self._problem, variables, asked, with_points=False)
        return variables

    def _bounds(self, asked: Collection[Requirement]) -> dict[int, Bounds]:
        if LEVEL not in asked:
            return {}
        return level_bounds(self._problem, {each.instance[0] for each in asked if each.rule == "focus-size"})

    def _admitted(self, asked: Collection[Requirement], bounds: dict[int, Bounds]) -> list[Sequence[Pattern]]:
        wanted, rotating = frozenset(asked), frozenset(self._problem.rotating)
        return [
            [p for p, broken in own if broken.isdisjoint(wanted) and (i not in rotating or is_within(p, bounds))]
            for i, own in enumerate(self._patterns)
        ]


def _add_cycles(problem: Problem, variables: Variables, asked: Collection[Requirement], *, with_points: bool) -> None:
    for rule in CYCLE_RULES:
        setting = setting_of(rule, problem.settings)
        for instance in rule.instances(problem):
            if instance[0] >= problem.past and requirement(rule, instance) in asked:
                rule.encode(problem, instance, variables, is_relaxed=False)
            elif instance[0] >= problem.past and setting.level is Level.WARN and with_points:
                missed = rule.encode(problem, instance, variables, is_relaxed=True)
                variables.model.penalise(missed, setting.weight)


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
