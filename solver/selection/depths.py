"""At which level each decision would first make a selection worse were it the other way round, proven by solving."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from solver import engine
from solver.model import Expr
from solver.rule import Level, setting_of
from solver.selection.check import active_levels, levels_of
from solver.selection.exchanges import Exchanges
from solver.selection.problem import Problem
from solver.selection.rulebook import LIMITS
from solver.selection.solution import Selection
from solver.selection.variables import Variables

MOST_REQUESTS = 1_000
"""Requests up to which depths are proven by solving; beyond, only what the best single exchange proves is known."""

IMPOSSIBLE = -1
"""The depth of what no selection that keeps the limits could have."""


def depths(problem: Problem, chosen: Selection, exchanges: Exchanges) -> Mapping[int, int | None]:
    """Return for each open request how many levels can stay as good as they are with its decision the other way round.

    All other requests may change too. The best exchange shows how deep one comes at least; whether any selection comes
    deeper is asked level by level, for all requests at once, until none is found that has another one of them. The last
    level needs no question: it decides whatever comes to it.

    Returns
    -------
    Mapping
        The depth by request: the index of the level that is the first to become worse, the number of levels where none
        does, :data:`IMPOSSIBLE` where the limits forbid it; None where none of these is proven.
    """
    known = {i: exchange.depth for i, exchange in (*exchanges.for_refused.items(), *exchanges.for_chosen.items())}
    open_ones = [i for i, request in enumerate(problem.requests) if request.decided is None]
    found = {i: known.get(i, IMPOSSIBLE) for i in open_ones}
    if len(problem.requests) > MOST_REQUESTS:
        last = len(active_levels(problem)) - 1
        return {i: depth if depth >= max(last, 0) else None for i, depth in found.items()}
    variables, values = Variables(problem), levels_of(problem, chosen)
    for rule in LIMITS:
        if setting_of(rule, problem.settings).level is not Level.IGNORE:
            rule.encode(problem, variables)
    for place, rule in enumerate(active_levels(problem)):
        _deepen(problem, chosen, variables, found, place, values)
        cost = rule.encode(problem, variables)
        variables.model.row(Expr(dict(cost.terms), cost.constant), None, values[place])
    return found


def _deepen(
    problem: Problem,
    chosen: Selection,
    variables: Variables,
    found: dict[int, int],
    place: int,
    values: tuple[int, ...],
) -> None:
    """Find all that is possible with so many levels as good as they are."""
    unknown = {i for i, depth in found.items() if depth == place - 1}
    while unknown:
        variables.model.cost = _others(variables, chosen, unknown)
        answer = engine.minimise(variables.model)
        if answer.values is None:
            return
        other = variables.chosen(answer.values)
        reached = _depth(levels_of(problem, other), values)
        changed = {i for i in unknown if (i in other) != (i in chosen)}
        if not changed:
            return
        for i in found:
            if (i in other) != (i in chosen):
                found[i] = max(found[i], reached)
        unknown -= changed


def _others(variables: Variables, chosen: Selection, requests: Collection[int]) -> Expr:
    """Return how many of some requests are decided as they are."""
    cost = Expr()
    for i in requests:
        cost.add(variables.given[i] if i in chosen else ~variables.given[i])
    return cost


def _depth(other: tuple[int, ...], values: tuple[int, ...]) -> int:
    return next((k for k, (a, b) in enumerate(zip(other, values, strict=True)) if a > b), len(values))
