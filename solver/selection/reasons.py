"""Why a request was refused, and who would be promoted when somebody withdraws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.selection.check import active_levels
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS
from solver.selection.solution import Selection
from solver.selection.tally import Tally

SHARED = ("quota-holds", "floor-time-holds", "class-time-holds")
"""Limits of what others have too: whom one is refused for is then worth asking."""


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


@dataclass(frozen=True, slots=True)
class Unmet:
    """A balance that is missed.

    Attributes
    ----------
    short, over
        Speakers that it has too few, or too many.
    would_add
        Refused requests each of which would lessen what is missing, best first by the levels; who is refused by a
        decision or an organisation's limit, or has a place in the other session of its choice, is not among them.
    """

    balance: int
    short: int
    over: int
    would_add: tuple[int, ...]


def reasons(problem: Problem, chosen: Selection) -> tuple[Reason, ...]:
    """Return for each refused request why it was refused.

    A second choice whose first choice is given is no refusal: its reason is ``one-choice-holds``. A first choice is
    looked at as though its second choice had not been given.
    """
    tally = Tally(problem, chosen)
    return tuple(_reason(problem, chosen, tally, i) for i in range(len(problem.requests)) if i not in chosen)


def _reason(problem: Problem, chosen: Selection, tally: Tally, request: int) -> Reason:
    r = problem.requests[request]
    if r.decided is not None:
        return Reason(request, "decision-stands")
    instead = [] if r.instead_of is not None else [i for i in problem.other_choices[request] if i in chosen]
    for i in instead:
        tally.remove(i)
    rivals = [i for i in problem.of_quota[r.quota] if i in chosen and problem.requests[i].decided is None]
    found = _found(problem, tally, request, rivals)
    for i in instead:
        tally.add(i)
    return found


def _found(problem: Problem, tally: Tally, request: int, rivals: Sequence[int]) -> Reason:
    limit = tally.limit(request)
    if not rivals or limit not in (None, *SHARED):
        return Reason(request, limit or "balance-is-met")
    return max(
        (_against(problem, tally, request, rival) for rival in rivals), key=lambda reason: _depth(problem, reason)
    )


def _against(problem: Problem, tally: Tally, request: int, rival: int) -> Reason:
    tally.remove(rival)
    limit = tally.limit(request)
    costs = zip(active_levels(problem), tally.cost(request), tally.cost(rival), strict=True)
    level = next((rule.name for rule, mine, its in costs if mine != its), "lot-decides")
    tally.add(rival)
    return Reason(request, limit or level, rival)


def _depth(problem: Problem, reason: Reason) -> int:
    names = [rule.name for rule in (*LIMITS, *active_levels(problem))]
    return names.index(reason.rule)


def waiting_list(problem: Problem, chosen: Selection, quota: int) -> tuple[int, ...]:
    """Return the refused requests of a quota in the order in which successive withdrawals in it would promote them.

    Everybody already chosen or promoted keeps the floor; each time the best by the levels is promoted. Requests of
    organisations that have all the places they may have come last. Who has a place in one session of its choice does
    not wait for another.
    """
    tally = Tally(problem, chosen)
    waiting = [i for i in problem.of_quota[quota] if i not in chosen and _may_be_promoted(problem, tally, i)]
    order: list[int] = []
    while waiting:
        best = min(waiting, key=lambda i: (tally.limit_of_organisation(i) is not None, tally.standing(i), i))
        waiting.remove(best)
        order.append(best)
        tally.add(best)
    return tuple(order)


def unmet(problem: Problem, chosen: Selection) -> tuple[Unmet, ...]:
    """Return the balances that are missed, and who would have to be added."""
    tally = Tally(problem, chosen)
    found = []
    for index, balance in enumerate(problem.balances):
        members = problem.of_balance[index]
        count = sum(i in chosen for i in members)
        short = max(0, balance.least - count)
        over = 0 if balance.most is None else max(0, count - balance.most)
        could = [i for i in members if i not in chosen and _may_be_promoted(problem, tally, i)]
        added = [i for i in could if short and tally.limit_of_organisation(i) is None]
        if short or over:
            found.append(Unmet(index, short, over, tuple(sorted(added, key=lambda i: (tally.standing(i), i)))))
    return tuple(found)


def _may_be_promoted(problem: Problem, tally: Tally, request: int) -> bool:
    return problem.requests[request].decided is None and not tally.is_settled(request)
