"""What a selection is best in, level by level: each yields to all before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.model import Expr, total
from solver.rule import Instance, Kind, Violation
from solver.selection.labels import Labels
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.variables import Variables


class PlacesAreFilled:
    """As many of the places that are asked for are given as can be.

    Instance: the quota. Unit: a place that was asked for, as a first or a second choice, and stays empty.
    """

    name = "places-are-filled"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the quotas."""
        return [(quota,) for quota in range(len(problem.quotas))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for quota in range(len(problem.quotas)):
            taken = sum(problem.requests[i].places for i in problem.of_quota[quota] if i in solution)
            if (empty := problem.asked[quota] - taken) > 0:
                yield Violation(self.name, (quota,), empty)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.quota(instance[0])}: every place that is asked for is given."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.quota(violation.instance[0])}: empty places {violation.amount} that were asked for."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        empty = Expr()
        for quota, members in enumerate(problem.of_quota):
            for i in members:
                empty.add(variables.given[i], -problem.requests[i].places)
            empty.constant += problem.asked[quota]
        return empty


class BalanceIsMet:
    """Regions, genders and other groups that a balance names have as many speakers as it asks, and no more.

    Instance: the balance. Unit: a speaker too few or too many.
    """

    name = "balance-is-met"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the balances."""
        return [(balance,) for balance in range(len(problem.balances))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for index, balance in enumerate(problem.balances):
            count = sum(i in solution for i in problem.of_balance[index])
            over = 0 if balance.most is None else count - balance.most
            if (amount := max(balance.least - count, over)) > 0:
                yield Violation(self.name, (index,), amount)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        balance = problem.balances[instance[0]]
        most = "" if balance.most is None else f" and at most {balance.most}"
        return f"At least {balance.least}{most} of the speakers are {labels.trait(balance.trait)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it is missed by {violation.amount}."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        missed = Expr()
        for balance, members in zip(problem.balances, problem.of_balance, strict=True):
            count = total(variables.given[i] for i in members)
            short = variables.model.integer(0, balance.least)
            missed.add(short)
            variables.model.row(Expr(dict(count.terms), count.constant).add(short), balance.least, None)
            if balance.most is not None:
                missed.add_expr(variables.model.excess(count, balance.most, len(members)))
        return missed


class EverybodySpeaksOnce:
    """As many organisations as can are heard at least once, before any is heard twice.

    Instance: the organisation. Unit: an organisation that is refused everywhere, in what it asks itself and in what it
    joins in.
    """

    name = "everybody-speaks-once"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the organisations that ask to be heard."""
        return [(organisation,) for organisation, asked in enumerate(problem.heard_with) if asked]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for organisation, asked in enumerate(problem.heard_with):
            if asked and not any(i in solution for i in asked):
                yield Violation(self.name, (organisation,), where=asked)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.organisation(instance[0])} is heard at least once."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.organisation(violation.instance[0])} is refused everywhere."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        refused = Expr()
        for asked in filter(None, problem.heard_with):
            silent = variables.model.boolean()
            variables.model.clause([silent, *(variables.given[i] for i in asked)])
            refused.add(silent)
        return refused
