"""Why a request was refused, and who would be promoted when somebody withdraws."""

from __future__ import annotations

from dataclasses import dataclass

from solver.selection.check import active_levels
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS
from solver.selection.solution import Selection
from solver.selection.tally import Tally


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one request was refused.

    Attributes
    ----------
    rule
        The limit or level that decided: of all chosen requests of its quota it is set against the one to which it comes
        nearest, and this is the first level at which it is worse than that one.
    against
        That chosen request; None where the rule decided by itself.
    """

    request: int
    rule: str
    against: int | None = None


def reasons(problem: Problem, chosen: Selection) -> tuple[Reason, ...]:
    """Return for each refused request why it was refused."""
    tally = Tally(problem, chosen)
    return tuple(_reason(problem, chosen, tally, i) for i in range(len(problem.requests)) if i not in chosen)


def _reason(problem: Problem, chosen: Selection, tally: Tally, request: int) -> Reason:
    r = problem.requests[request]
    if r.decided is not None:
        return Reason(request, "decision-stands")
    rivals = [i for i in problem.of_quota[r.quota] if i in chosen and problem.requests[i].decided is None]
    limit = tally.limit(request)
    if not rivals or limit not in (None, "quota-holds"):
        return Reason(request, limit or "balance-is-met")
    return max(
        (_against(problem, tally, request, rival) for rival in rivals), key=lambda reason: _depth(problem, reason)
    )


def _against(problem: Problem, tally: Tally, request: int, rival: int) -> Reason:
    tally.change(rival, -1)
    limit = tally.limit(request)
    costs = zip(active_levels(problem), tally.cost(request), tally.cost(rival), strict=True)
    level = next((rule.name for rule, mine, its in costs if mine != its), "lot-decides")
    tally.change(rival, 1)
    return Reason(request, limit or level, rival)


def _depth(problem: Problem, reason: Reason) -> int:
    names = [rule.name for rule in (*LIMITS, *active_levels(problem))]
    return names.index(reason.rule)


def waiting_list(problem: Problem, chosen: Selection, quota: int) -> tuple[int, ...]:
    """Return the refused requests of a quota in the order in which successive withdrawals in it would promote them.

    Everybody already chosen or promoted keeps the floor; each time the best by the levels is promoted. Requests of
    organisations that have all the places they may have come last.
    """
    tally = Tally(problem, chosen)
    waiting = [i for i in problem.of_quota[quota] if i not in chosen and problem.requests[i].decided is None]
    order: list[int] = []
    while waiting:
        best = min(waiting, key=lambda i: (tally.limit_of_organisation(i) is not None, tally.cost(i), i))
        waiting.remove(best)
        order.append(best)
        tally.change(best, 1)
    return tuple(order)
