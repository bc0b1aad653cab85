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
    """No place stays empty while a request of its quota is refused.

    Instance: the quota. Unit: an empty place that there are requests for.
    """

    name = "places-are-filled"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the quotas."""
        return [(quota,) for quota in range(len(problem.quotas))]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for quota in range(len(problem.quotas)):
            members = problem.of_quota[quota]
            empty = min(problem.quotas[quota].places, len(members)) - sum(i in solution for i in members)
            if empty > 0:
                yield Violation(self.name, (quota,), empty)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"All places of {labels.quota(instance[0])} that are asked for are given."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.quota(violation.instance[0])}: empty places {violation.amount}, though there are requests."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        empty = Expr()
        for quota, members in enumerate(problem.of_quota):
            given = total(variables.given[i] for i in members)
            wanted = min(problem.quotas[quota].places, len(members))
            empty.add_expr(given, -1).constant += wanted
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


class RankingIsFollowed:
    """A focal point's own ranking is followed inside a quota; what it does not rank comes after what it does.

    Instance: the request. Unit: a request of the quota that is wanted more than one that is given the floor.
    """

    name = "ranking-is-followed"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the requests before which another is wanted."""
        return [(i,) for i, before in enumerate(problem.ranked_before) if before]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            if problem.ranked_before[i]:
                yield Violation(self.name, (i,), problem.ranked_before[i], (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        count = problem.ranked_before[instance[0]]
        return f"{labels.request(instance[0])} comes after {count} that its focal point wants more."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return self.state(problem, violation.instance, labels)

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, problem.ranked_before)


class EverybodySpeaksOnce:
    """As many organisations as can speak at least once, before any speaks twice.

    Instance: the organisation. Unit: an organisation refused everywhere.
    """

    name = "everybody-speaks-once"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the organisations that ask for the floor."""
        return [(organisation,) for organisation, asked in enumerate(problem.of_organisation) if asked]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for organisation, asked in enumerate(problem.of_organisation):
            if asked and not any(i in solution for i in asked):
                yield Violation(self.name, (organisation,), where=asked)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.organisation(instance[0])} speaks at least once."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.organisation(violation.instance[0])} is refused everywhere it asked for the floor."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        refused = Expr()
        for asked in filter(None, problem.of_organisation):
            silent = variables.model.boolean()
            variables.model.clause([silent, *(variables.given[i] for i in asked)])
            refused.add(silent)
        return refused


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


class LotDecides:
    """Among selections that are equal in all else, the one with the least sum of drawn numbers is taken.

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
            if problem.requests[i].lot:
                yield Violation(self.name, (i,), problem.requests[i].lot, (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"The number drawn for {labels.request(instance[0])} is {problem.requests[instance[0]].lot}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return self.state(problem, violation.instance, labels)

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        return _weighted(variables, [request.lot for request in problem.requests])


def _weighted(variables: Variables, weights: Iterable[int]) -> Expr:
    expr = Expr()
    for literal, weight in zip(variables.given, weights, strict=True):
        expr.add(literal, weight)
    return expr
