"""The decisions of a rotation: one choice per objective among the patterns it may have."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations

from solver.model import Expr, Literal, Model, total
from solver.rotation.levels import Bounds
from solver.rotation.problem import Pattern, Problem
from solver.rotation.solution import Rotation


class Variables:
    """A boolean for each objective and pattern, exactly one of an objective's is 1.

    Where ``alike`` is asked for, rotating objectives with the same patterns are one: an integer says how many of them
    have a pattern, and all but the first come to nothing in sums.

    Parameters
    ----------
    patterns
        Those each objective may have.
    bounds
        Bounds that the counts of all patterns keep after a cycle.
    """

    def __init__(
        self,
        problem: Problem,
        patterns: Sequence[Sequence[Pattern]],
        bounds: Mapping[int, Bounds],
        *,
        alike: bool = False,
    ) -> None:
        self.model = Model()
        self.patterns = patterns
        self.bounds = bounds
        sizes: dict[int, int] = {}
        firsts: dict[tuple[bool, tuple[Pattern, ...]], int] = {}
        for i, own in enumerate(patterns):
            key = (problem.objectives[i].is_fixed, tuple(own))
            first = firsts.setdefault(key, i) if alike else i
            sizes[first] = sizes.get(first, 0) + 1
        self.sizes = sizes
        """How many objectives each of those that stand for all has the choices of."""
        self.has: list[list[Literal]] = []
        for i, own in enumerate(patterns):
            size = sizes.get(i, 0)
            self.has.append([self.model.integer(0, size) for _ in own] if size else [])
            if size:
                self.model.row(total(self.has[i]), size, size)

    def sum_of(self, objective: int, value: Callable[[Pattern], int]) -> Expr:
        """Return what a function of an objective's pattern comes to."""
        expr = Expr()
        if objective in self.sizes:
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
