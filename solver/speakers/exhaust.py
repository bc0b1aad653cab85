"""Every list that is equally even, speaker by speaker, cut where protocol and neighbours can no longer be better."""

from __future__ import annotations

from solver.speakers.assign import displacement
from solver.speakers.merge import DONE, State, Step, matches
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues
from solver.speakers.search import Budget, Found, is_tight

MOST_NODES = 4000
"""Nodes opened for the last levels, at most."""

Cost = tuple[int, int]
Twin = tuple[object, ...]


def exhaust(
    problem: Problem, queues: Queues, detail: Found, cost: Cost, budget: Budget
) -> tuple[list[int] | None, bool]:
    """Return a better order if there is one, and whether the best is proved.

    Parameters
    ----------
    detail
        A search that has kept all its ties in the first four levels.
    cost
        Protocol and neighbours that have to be bettered.
    """
    if detail.label is None or not detail.ties:
        return None, False
    start = next((state for state, label in detail.labels.items() if not detail.into.get(state)), None)
    if start is None:
        return None, False
    search = _Exhaust(problem, queues, _ways_on(detail), cost, budget.share(MOST_NODES))
    first = [i for i in queues.pins_after[0]]
    neighbours = sum(matches(problem, a, b) for a, b in zip(first, first[1:], strict=False))
    del neighbours
    search.walk(start, 0, (0, search.pinned(0)), -1, 0)
    return search.best, search.whole and detail.complete


def _ways_on(detail: Found) -> dict[State, list[Step]]:
    ways: dict[State, dict[tuple[State, int, int], Step]] = {}
    stack, seen = [DONE], {DONE}
    while stack:
        state = stack.pop()
        for before, step in detail.into.get(state, ()):
            if is_tight(detail, before, step, detail.ties):
                ways.setdefault(before, {})[(step.state, step.queue, step.start)] = step
                if before not in seen:
                    seen.add(before)
                    stack.append(before)
    return {state: list(found.values()) for state, found in ways.items()}
