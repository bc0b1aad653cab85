"""What the formulation of a selection asks of a rule, beside :class:`solver.rule.Rule`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol

from solver.model import Expr
from solver.rule import Instance, Rule, Violation
from solver.selection.labels import Labels
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.variables import Variables


class SelectionRule(Rule, Protocol):
    """A rule over selections: a hard one writes rows, a soft one is a level and returns what it comes to."""

    def instances(self, problem: Problem) -> Iterable[Instance]: ...

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]: ...

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str: ...

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str: ...

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        """Write the rule's rows and return its amount, to be minimised; a hard rule's is 0."""
