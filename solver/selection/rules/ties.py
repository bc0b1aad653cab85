"""What decides between requests that are equal in all that comes before: choice, time, marks and the lot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.model import Expr
from solver.rule import Instance, Kind, Violation
from solver.selection.labels import Labels
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.variables import Variables


class FirstChoiceFirst:
    """Requests are given their first choice of session rather than their second.

    Instance: the request for the second choice. Unit: a second choice that is given the floor.
    """

    name = "first-choice-first"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the second choices."""
        return [(i,) for i, request in enumerate(problem.requests) if request.instead_of is not None]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            if problem.requests[i].instead_of is not None:
                yield Violation(self.name, (i,), where=(i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.request(instance[0])} is a second choice."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and is given the floor."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, [int(request.instead_of is not None) for request in problem.requests])


class EarlyBeforeLate:
    """Requests that came while the list was open come before late ones.

    Instance: the request. Unit: a late request that is given the floor.
    """

    name = "early-before-late"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the late requests."""
        return [(i,) for i, request in enumerate(problem.requests) if request.is_late]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            if problem.requests[i].is_late:
                yield Violation(self.name, (i,), where=(i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.request(instance[0])} came after the list was closed."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, and is given the floor."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, [int(request.is_late) for request in problem.requests])


class MarksDecide:
    """Proposals with better marks by the published criteria come first.

    Instance: the request. Unit: a point by which a request that is chosen stays below the best mark.
    """

    name = "marks-decide"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the requests below the best mark."""
        return [(i,) for i, request in enumerate(problem.requests) if request.shortfall]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            if problem.requests[i].shortfall:
                yield Violation(self.name, (i,), problem.requests[i].shortfall, (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        points = problem.requests[instance[0]].shortfall
        return f"{labels.request(instance[0])} stays {points} points below the best mark."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return self.state(problem, violation.instance, labels)

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, [request.shortfall for request in problem.requests])


class LotDecides:
    """Among selections that are equal in all else, the one with the least sum of drawn numbers is taken.

    The number of a first choice counts twice, so that of two who are given a place the one drawn earlier has its first
    choice.

    Instance: the request. Unit: a point of the number drawn for a request that is given the floor.
    """

    name = "lot-decides"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the requests with a number above 0."""
        return [(i,) for i, request in enumerate(problem.requests) if request.lot]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            if problem.drawn[i]:
                yield Violation(self.name, (i,), problem.drawn[i], (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"The number drawn for {labels.request(instance[0])} is {problem.requests[instance[0]].lot}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return self.state(problem, violation.instance, labels)

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, problem.drawn)


def _weighted(variables: Variables, weights: Iterable[int]) -> Expr:
    expr = Expr()
    for literal, weight in zip(variables.given, weights, strict=True):
        expr.add(literal, weight)
    return expr
