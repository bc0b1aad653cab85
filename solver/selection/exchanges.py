"""What the best single exchange would cost a selection: one request in, and one out for it where it has no room."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from solver.selection.problem import Problem
from solver.selection.solution import Selection
from solver.selection.tally import Cost, Tally


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request for another, or one that goes for nothing.

    Attributes
    ----------
    cost
        What it adds to each level that is not ignored, most important first.
    gone
        The request that loses its place; None where there is room for both.
    come
        The request that is given it; None where nobody is.
    missed
        Balances that are missed by more after it.
    """

    cost: Cost
    gone: int | None
    come: int | None
    missed: tuple[int, ...] = ()

    @property
    def depth(self) -> int:
        """How many levels are no worse after it, before the first that is."""
        return next((place for place, amount in enumerate(self.cost) if amount > 0), len(self.cost))


@dataclass(frozen=True, slots=True)
class Exchanges:
    """The best exchange for each refused request and for each chosen one; who has none is in neither."""

    for_refused: Mapping[int, Exchange]
    for_chosen: Mapping[int, Exchange]


def best_exchanges(problem: Problem, chosen: Selection) -> Exchanges:
    """Return for each request that is open the exchange that would turn what it has into the other at least cost."""
    tally = Tally(problem, chosen)
    open_ones = [i for i in sorted(chosen) if problem.requests[i].decided is None]
    in_place: dict[tuple[str, int], list[int]] = defaultdict(list)
    for i in open_ones:
        r = problem.requests[i]
        in_place["quota", r.quota].append(i)
        in_place["session", problem.session_of(i)].append(i)
        in_place["organisation", r.organisation].append(i)
    found: dict[int, Exchange] = {}
    lost: dict[int, Exchange] = {i: _gone(problem, tally, i) for i in open_ones}
    for request in range(len(problem.requests)):
        if request in chosen or problem.requests[request].decided is not None:
            continue
        for exchange in _exchanges(problem, tally, request, in_place):
            if request not in found or exchange.cost < found[request].cost:
                found[request] = exchange
            if exchange.gone is not None and exchange.cost < lost[exchange.gone].cost:
                lost[exchange.gone] = exchange
    return Exchanges(found, lost)


def _gone(problem: Problem, tally: Tally, request: int) -> Exchange:
    before = _missed(problem, tally, request)
    tally.remove(request)
    cost = tuple(-amount for amount in tally.cost(request))
    missed = _more(before, _missed(problem, tally, request))
    tally.add(request)
    return Exchange(cost, request, None, missed)


def _exchanges(
    problem: Problem, tally: Tally, request: int, in_place: Mapping[tuple[str, int], list[int]]
) -> Iterator[Exchange]:
    """Yield what each rival that blocks a request would cost; its own other choice is a rival as well."""
    limit = tally.limit(request)
    if limit is None:
        yield _cost(problem, tally, None, request)
        return
    for rival in _rivals(problem, tally, request, limit, in_place):
        tally.remove(rival)
        has_room = tally.limit(request) is None
        tally.add(rival)
        if has_room:
            yield _cost(problem, tally, rival, request)


def _rivals(
    problem: Problem, tally: Tally, request: int, limit: str, in_place: Mapping[tuple[str, int], list[int]]
) -> Iterable[int]:
    r = problem.requests[request]
    if limit == "one-choice-holds":
        return [i for i in problem.other_choices[request] if tally.has(i) and problem.requests[i].decided is None]
    if limit == "quota-holds":
        return in_place.get(("quota", r.quota), ())
    if limit in ("floor-time-holds", "class-time-holds"):
        return in_place.get(("session", problem.session_of(request)), ())
    return in_place.get(("organisation", r.organisation), ())


def _cost(problem: Problem, tally: Tally, gone: int | None, come: int) -> Exchange:
    both = [come] if gone is None else [gone, come]
    before = [_missed(problem, tally, i) for i in both]
    cost: Cost = tuple(0 for _ in tally.cost(come))
    if gone is not None:
        tally.remove(gone)
        cost = tuple(-amount for amount in tally.cost(gone))
    cost = tuple(a + b for a, b in zip(cost, tally.cost(come), strict=True))
    tally.add(come)
    after = [_missed(problem, tally, i) for i in both]
    tally.remove(come)
    if gone is not None:
        tally.add(gone)
    missed = {i for old, new in zip(before, after, strict=True) for i in _more(old, new)}
    return Exchange(cost, gone, come, tuple(sorted(missed)))


def _missed(problem: Problem, tally: Tally, request: int) -> dict[int, int]:
    return {balance: tally.missed(balance) for balance in tally.balances_of(request)}


def _more(before: Mapping[int, int], after: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(balance for balance, amount in after.items() if amount > before[balance])
