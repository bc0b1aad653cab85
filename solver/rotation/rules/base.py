"""What the formulation of a rotation asks of a rule, beside :class:`solver.rule.Rule`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from solver.model import Expr
from solver.rotation.labels import Labels
from solver.rotation.problem import Pattern, Problem
from solver.rotation.solution import Rotation
from solver.rotation.variables import Variables
from solver.rule import Instance, Rule, Violation


class RotationRule(Rule, Protocol):
    """A rule over rotations; of one objective it filters patterns, of a cycle it writes rows."""

    def instances(self, problem: Problem) -> Iterable[Instance]: ...

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]: ...

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str: ...

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str: ...


class PatternRule(RotationRule, Protocol):
    """A hard rule about one objective at a time."""

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        """Return the units by which a pattern of the objective an instance begins with breaks the rule."""


class CycleRule(RotationRule, Protocol):
    """A hard rule about all objectives in one cycle."""

    def encode(self, problem: Problem, instance: Instance, variables: Variables, *, is_relaxed: bool) -> Expr:
        """Write the rows of one instance and return its units, to be minimised; none where it is not relaxed."""


class PointsRule(RotationRule, Protocol):
    """A soft rule."""

    def cost(self, problem: Problem, variables: Variables) -> Expr:
        """Return its units."""
