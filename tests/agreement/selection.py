"""Breaks each rule of a selection on either side, and says whether small selections by brute force notice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from solver.errors import DisagreementError
from solver.model import Expr
from solver.result import Limits, Status
from solver.rule import Violation
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS, RULES
from solver.selection.rules.base import SelectionRule
from solver.selection.solution import Selection
from solver.selection.solve import solve
from solver.selection.variables import Variables
from tests.solver.selection.problems import a_problem, best_of_all

CASES = 25


def ways(rule: SelectionRule) -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Yield how a rule is broken: what is said of it, the method, and what stands in its place."""
    check, encode = type(rule).check, type(rule).encode

    def misses_last(self: Any, problem: Problem, solution: Selection) -> Iterator[Violation]:
        yield from [*check(self, problem, solution)][:-1]

    def says_too_much(self: Any, problem: Problem, variables: Variables) -> Expr:
        cost = encode(self, problem, variables)
        if rule in LIMITS:
            variables.model.at_most(1, variables.given)
        return Expr(cost.terms, cost.constant + 1)

    yield "checker finds nothing", "check", lambda *_: iter(())
    yield "checker misses the last", "check", misses_last
    yield "model says nothing", "encode", lambda *_: Expr()
    yield "model says too much", "encode", says_too_much


@contextmanager
def replaced(rule: SelectionRule, method: str, instead: Callable[..., Any]) -> Iterator[None]:
    """Put something in the place of a rule's method for a while."""
    owner, kept = type(rule), vars(type(rule))[method]
    setattr(owner, method, instead)
    try:
        yield
    finally:
        setattr(owner, method, kept)


def is_right(problem: Problem, best: tuple[int, ...] | None) -> bool:
    """Whether a solve comes to what brute force came to."""
    try:
        result = solve(problem, Limits())
    except DisagreementError:
        return False
    values = tuple(level.value for level in result.levels)
    return result.status is Status.INFEASIBLE if best is None else (result.status, values) == (Status.OPTIMAL, best)


def cases(count: int = CASES) -> list[tuple[Problem, tuple[int, ...] | None]]:
    """Return small selections with what their best come to."""
    problems = [a_problem(seed, size=7) for seed in range(count)]
    return [(problem, best_of_all(problem)) for problem in problems]


def outcomes(count: int = CASES) -> Iterator[tuple[str, str, bool]]:
    """Yield every rule, how it is broken and whether that is noticed."""
    drawn = cases(count)
    for rule in RULES:
        for what, method, instead in ways(rule):
            with replaced(rule, method, instead):
                tried = drawn if method == "encode" else cases(count)
                is_noticed = any(not is_right(*case) for case in tried)
            yield rule.name, what, is_noticed
