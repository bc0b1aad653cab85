"""Breaks each rule of a rotation on either side, and says whether small rotations by brute force notice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from solver.errors import DisagreementError
from solver.model import Expr
from solver.result import Limits, Status
from solver.rotation.check import check
from solver.rotation.problem import Pattern, Problem
from solver.rotation.rulebook import CYCLE_RULES, PATTERN_RULES, RULES
from solver.rotation.rules.base import RotationRule
from solver.rotation.solve import solve
from solver.rotation.variables import Variables
from solver.rule import Instance
from tests.agreement import breaking
from tests.agreement.breaking import Way
from tests.solver.rotation.problems import a_problem, best_of_all

CASES = 60

HISTORY = "history-stands"
"""The rule about what no rotation of brute force tells otherwise."""

Case = tuple[Problem, int | None]


def ways(rule: RotationRule) -> Iterator[Way]:
    """Yield how a rule is broken: what is said of it, the method, and what stands in its place."""
    yield from breaking.ways_of_checking(rule)
    if rule in PATTERN_RULES:
        yield from _filters(rule)
    elif rule in CYCLE_RULES:
        yield from _rows(rule)
    else:
        yield from _costs(rule)


def _filters(rule: Any) -> Iterator[Way]:
    misses = type(rule).misses

    def too_much(self: Any, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        return int(misses(self, problem, instance, pattern)) + int(problem.past in pattern)

    if rule.name != HISTORY:
        # Every pattern has the past as it was, so that a filter that says nothing is as right as one that does.
        yield "filter says nothing", "misses", lambda *_: 0
    yield "filter says too much", "misses", too_much


def _rows(rule: Any) -> Iterator[Way]:
    encode = type(rule).encode

    def too_much(self: Any, problem: Problem, instance: Instance, variables: Variables, *, is_relaxed: bool) -> Expr:
        missed: Expr = encode(self, problem, instance, variables, is_relaxed=is_relaxed)
        first = problem.rotating[0] if problem.rotating else 0
        variables.model.row(variables.sum_of(first, lambda pattern: int(instance[0] in pattern)), None, 0)
        return missed

    yield "rows say nothing", "encode", lambda *_, **__: Expr()
    yield "rows say too much", "encode", too_much


def _costs(rule: Any) -> Iterator[Way]:
    cost = type(rule).cost

    def too_much(self: Any, problem: Problem, variables: Variables) -> Expr:
        found: Expr = cost(self, problem, variables)
        return Expr(found.terms, found.constant + 1)

    yield "points are nothing", "cost", lambda *_: Expr()
    yield "points are too many", "cost", too_much


def is_right(problem: Problem, best: int | None) -> bool:
    """Whether a solve comes to what brute force came to, and a past that is told otherwise is found out."""
    if not _remembers(problem):
        return False
    try:
        result = solve(problem, Limits())
    except DisagreementError:
        return False
    if best is None:
        return result.status is Status.INFEASIBLE
    return (result.status, result.score) == (Status.OPTIMAL, best)


def _remembers(problem: Problem) -> bool:
    """Whether each objective whose past is left out breaks a rule."""
    told = [v.instance for v in check(problem, (frozenset(),) * len(problem.objectives)).broken if v.rule == HISTORY]
    return told == [(i,) for i, objective in enumerate(problem.objectives) if objective.reviewed]


def problems(count: int = CASES) -> list[Problem]:
    """Return small rotations."""
    return [a_problem(seed) for seed in range(count)]


def cases(count: int = CASES) -> list[Case]:
    """Return small rotations with what their best come to."""
    return [(problem, best_of_all(problem)) for problem in problems(count)]


def outcomes(count: int = CASES) -> Iterator[tuple[str, str, bool]]:
    """Yield every rule, how it is broken and whether that is noticed."""
    return breaking.outcomes(RULES, ways, problems(count), best_of_all, is_right)
