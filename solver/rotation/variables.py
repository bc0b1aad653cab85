"""The decisions of a rotation: one choice per objective among the patterns it may have."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from solver.model import Expr, Literal, Model, total
from solver.rotation.problem import Pattern, Problem
from solver.rotation.solution import Rotation


class Variables:
    """A boolean for each objective and pattern, exactly one of an objective's is 1."""

    def __init__(self, problem: Problem, patterns: Sequence[Sequence[Pattern]]) -> None:
        self.model = Model()
        self.patterns = patterns
        self.has: list[list[Literal]] = [[self.model.boolean() for _ in own] for own in patterns]
        for literals in self.has:
            self.model.row(total(literals), 1, 1)

    def sum_of(self, objective: int, value: Callable[[Pattern], int]) -> Expr:
        """Return what a function of an objective's pattern comes to."""
        expr = Expr()
        for pattern, literal in zip(self.patterns[objective], self.has[objective], strict=True):
            if amount := value(pattern):
                expr.add(literal, amount)
        return expr

    def chosen(self, values: tuple[int, ...]) -> Rotation:
        """Read a rotation from the values of all variables."""
        return tuple(
            next(pattern for pattern, literal in zip(own, literals, strict=True) if values[literal])
            for own, literals in zip(self.patterns, self.has, strict=True)
        )


def every_pattern(problem: Problem, objective: int) -> list[Pattern]:
    """Return every pattern that has the objective's past, fewest reviews first."""
    past = problem.objectives[objective].reviewed
    return [
        past | frozenset(chosen)
        for size in range(len(problem.to_come) + 1)
        for chosen in combinations(problem.to_come, size)
    ]
