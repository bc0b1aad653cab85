"""Why a request was refused or given its place, and who would be promoted when somebody withdraws."""

from __future__ import annotations

from dataclasses import dataclass, replace

from solver.selection.check import active_levels
from solver.selection.depths import IMPOSSIBLE, depths
from solver.selection.exchanges import Exchange, best_exchanges
from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.tally import Tally

LEVELS_DECIDE = "levels-decide"
"""What is told in place of a level where none is proven to be the first that would become worse."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one request was refused, or given its place.

    Attributes
    ----------
    rule
        The limit that would break, or else the level that is the first to become worse, were the request treated the
        other way round and all others as is best then. Where requests of its own organisation keep it out, that is the
        limit of organisations. :data:`LEVELS_DECIDE` where it is not proven which one that is.
    instead
        The request that would lose its place to it, or have its place, in the best single exchange; None for nobody.
    balances
        Balances that would be missed by more, where these decide.
    """

    request: int
    rule: str
    instead: int | None = None
    balances: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Reasons:
    """A reason for each request: of those refused, and of those given a place."""

    refused: tuple[Reason, ...]
    given: tuple[Reason, ...]


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


def reasons(problem: Problem, chosen: Selection) -> Reasons:
    """Return why each request was refused or given its place.

    A second choice whose first choice is given is no refusal: its reason is ``one-choice-holds``. What an earlier round
    gave is open here like all else; who could have a place but for it is told ``decision-stands``.
    """
    free = replace(problem, requests=tuple(replace(request, stays=False) for request in problem.requests))
    exchanges = best_exchanges(free, chosen)
    found = depths(free, chosen, exchanges)
    tally = Tally(free, chosen)
    outside = Tally(free, [i for i in sorted(chosen) if free.requests[i].decided is not None])
    refused, given = [], []
    for i, request in enumerate(free.requests):
        level = None if request.decided is not None else _level(problem, found[i])
        if i in chosen:
            exchange = exchanges.for_chosen.get(i)
            given.append(_reason(i, level or "decision-stands", exchange, is_chosen=True))
        elif request.decided is not None:
            refused.append(Reason(i, "decision-stands"))
        else:
            exchange = exchanges.for_refused.get(i)
            rule = _refused(free, tally, outside, i, level)
            refused.append(_reason(i, rule, exchange, is_chosen=False))
    return Reasons(tuple(refused), tuple(given))


def _reason(request: int, rule: str, exchange: Exchange | None, *, is_chosen: bool) -> Reason:
    if exchange is None:
        return Reason(request, rule)
    instead = exchange.come if is_chosen else exchange.gone
    return Reason(request, rule, instead, exchange.missed if rule == "balance-is-met" else ())


def _level(problem: Problem, depth: int | None) -> str | None:
    """Return the level of a depth; None where the limits alone forbid it."""
    names = [rule.name for rule in active_levels(problem)]
    if depth is None:
        return LEVELS_DECIDE
    if depth == IMPOSSIBLE or not names:
        return None
    if depth < len(names):
        return names[depth]
    return "decision-stands" if any(request.stays for request in problem.requests) else names[-1]


def _refused(problem: Problem, tally: Tally, decided: Tally, request: int, rule: str | None) -> str:
    others = [i for i in problem.other_choices[request] if tally.has(i)]
    if problem.requests[request].instead_of in others:
        return "one-choice-holds"
    for i in others:
        tally.remove(i)
    own, full = tally.limit_of_organisation(request), tally.limit(request)
    for i in others:
        tally.add(i)
    return own or rule or decided.limit(request) or full or "floor-time-holds"


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
