"""Focal points know their constituency: what they want more is given before what they want less."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from solver.model import Expr, total
from solver.rule import Instance, Kind, Violation
from solver.selection.labels import Labels
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.variables import Variables


class RankingIsFollowed:
    """A focal point's own ranking is followed inside a quota; what it does not rank comes after what it does.

    A second choice whose first choice is given is not passed over.

    Instance: the request. Unit: a pair of a request that is given the floor and one that is passed over, though the
    same focal point wants it more.
    """

    name = "ranking-is-followed"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the requests before which another is wanted."""
        return [(i,) for i, more in enumerate(problem.wanted_more) if more]

    def check(self, problem: Problem, solution: Selection) -> Iterator[Violation]:
        for i in sorted(solution):
            settled = [j in solution or problem.requests[j].instead_of in solution for j in problem.wanted_more[i]]
            if passed_over := settled.count(False):
                yield Violation(self.name, (i,), passed_over, (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        count = len(problem.wanted_more[instance[0]])
        return f"{labels.request(instance[0])} comes after {count} that its focal point wants more."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        who = labels.request(violation.instance[0])
        return f"{who} is given the floor before {violation.amount} that its focal point wants more."

    def encode(self, problem: Problem, variables: Variables) -> Expr:
        cost = Expr()
        for ranking in problem.rankings:
            if not _has_its_quota_alone(problem, ranking):
                cost.add_expr(_each_passed_over(problem, variables, ranking))
                continue
            passed_over = _passed_over(problem, variables, ranking)
            variables.model.row(Expr(dict(passed_over.terms), passed_over.constant), 0, None)  # true, and a bound
            cost.add_expr(passed_over)
        return cost


def _has_its_quota_alone(problem: Problem, ranking: tuple[tuple[int, ...], ...]) -> bool:
    """Say whether nobody else competes in the quota of a ranking, so that how many of it are given is all but known."""
    rivals = problem.of_quota[problem.requests[ranking[0][0]].quota]
    return sum(problem.requests[i].decided is None for i in rivals) == sum(map(len, ranking))


def _each_passed_over(problem: Problem, variables: Variables, ranking: tuple[tuple[int, ...], ...]) -> Expr:
    """Return the pairs of one ranking, each a variable: the better bound where others compete for the quota too."""
    cost = Expr()
    for i in (i for tied in ranking for i in tied):
        for wanted in problem.wanted_more[i]:
            passed = variables.model.boolean()
            first = problem.requests[wanted].instead_of
            settled = [variables.given[j] for j in (wanted, first) if j is not None]
            variables.model.clause([passed, ~variables.given[i], *settled])
            cost.add(passed)
    return cost


def _passed_over(problem: Problem, variables: Variables, ranking: tuple[tuple[int, ...], ...]) -> Expr:
    """Return the pairs of one ranking, without a variable for each.

    With k given of a ranking, g of them of one rank, and b(i) wanted more than i, it is the sum of b(i) over those
    given, less the pairs in which the other is given too: C(k, 2), but for the C(g, 2) of each rank.
    """
    cost = Expr()
    for tied in ranking:
        for i in tied:
            cost.add(variables.given[i], len(problem.wanted_more[i]))
            cost.add_expr(_excused(problem, variables, i), -1)
        cost.add_expr(_pairs(variables, tied, _most(problem, tied)))
    members = [i for tied in ranking for i in tied]
    return cost.add_expr(_pairs(variables, members, _most(problem, members)), -1)


def _most(problem: Problem, members: Sequence[int]) -> int:
    """Return how many of some requests of one quota can be given at most."""
    return min(problem.asked[problem.requests[members[0]].quota], len(members))


def _pairs(variables: Variables, members: Sequence[int], most: int) -> Expr:
    """Return n(n-1)/2 of the n members that are given, of whom there are at most so many."""
    if most < 2:
        return Expr()
    steps = [variables.model.boolean() for _ in range(most)]
    variables.model.row(total(variables.given[i] for i in members).add_expr(total(steps), -1), 0, 0)
    for step, following in pairwise(steps):
        variables.model.clause([step, ~following])
    return Expr({step: number for number, step in enumerate(steps) if number})


def _excused(problem: Problem, variables: Variables, request: int) -> Expr:
    """Return how many that are wanted less are given while a second choice is settled by its first."""
    first, less = problem.requests[request].instead_of, problem.wanted_less[request]
    if first is None or not less:
        return Expr()
    most = _most(problem, less)
    excused = variables.model.integer(0, most)
    variables.model.row(total(variables.given[i] for i in less).add(excused, -1), 0, None)
    for literal in (variables.given[first], ~variables.given[request]):
        variables.model.row(Expr().add(excused).add(literal, -most), None, 0)
    return Expr({excused: 1})
