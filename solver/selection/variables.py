"""The decisions of a selection: a boolean for each request, 1 where it is given the floor."""

from __future__ import annotations

from solver.model import Literal, Model
from solver.selection.problem import Problem


class Variables:
    """All decisions over one model."""

    def __init__(self, problem: Problem) -> None:
        self.model = Model()
        self.given: tuple[Literal, ...] = tuple(self.model.boolean() for _ in problem.requests)

    def chosen(self, values: tuple[int, ...]) -> frozenset[int]:
        """Read a selection from the values of all variables."""
        return frozenset(i for i, literal in enumerate(self.given) if values[literal])
