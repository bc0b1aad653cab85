"""Breaks each rule of a selection on either side, and says whether small selections by brute force notice."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from solver.errors import DisagreementError
from solver.model import Expr
from solver.result import Limits, Status
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS, RULES
from solver.selection.rules.base import SelectionRule
from solver.selection.solve import solve
from solver.selection.variables import Variables
from tests.agreement import breaking
from tests.agreement.breaking import Way
from tests.solver.selection.problems import a_problem, best_of_all

CASES = 25


def ways(rule: SelectionRule) -> Iterator[Way]:
    """Yield how a rule is broken: what is said of it, the method, and what stands in its place."""
    encode = type(rule).encode

    def says_too_much(self: Any, problem: Problem, variables: Variables) -> Expr:
        cost = encode(self, problem, variables)
        if rule in LIMITS:
            variables.model.at_most(1, variables.given)
        return Expr(cost.terms, cost.constant + 1)

    yield from breaking.ways_of_checking(rule)
    yield "model says nothing", "encode", lambda *_: Expr()
    yield "model says too much", "encode", says_too_much


def is_right(problem: Problem, best: tuple[int, ...] | None) -> bool:
    """Whether a solve comes to what brute force came to."""
    try:
        result = solve(problem, Limits())
    except DisagreementError:
        return False
    values = tuple(level.value for level in result.levels)
    return result.status is Status.INFEASIBLE if best is None else (result.status, values) == (Status.OPTIMAL, best)


def problems(count: int = CASES) -> list[Problem]:
    """Return small selections."""
    return [a_problem(seed, size=7) for seed in range(count)]


def cases(count: int = CASES) -> list[tuple[Problem, tuple[int, ...] | None]]:
    """Return small selections with what their best come to."""
    return [(problem, best_of_all(problem)) for problem in problems(count)]


def outcomes(count: int = CASES) -> Iterator[tuple[str, str, bool]]:
    """Yield every rule, how it is broken and whether that is noticed."""
    return breaking.outcomes(RULES, ways, problems(count), best_of_all, is_right)
