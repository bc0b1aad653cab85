"""Who of each queue stands in which of its places: exact assignment by windows and protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from solver.speakers.merge import Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues, possible_starts
from solver.speakers.timeline import first_start

Arc = tuple[int, int, int]
"""Speaker, place and cost, speakers and places counted from 0."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place of a pattern: its queue, place in the stream, when the floor is free, and where it starts."""

    queue: int
    place: int
    due: tuple[int, int]
    stretch: int
    start: int


def takes(problem: Problem, intervention: int, due: tuple[int, int], begun: tuple[int, int]) -> bool:
    """Return whether a speaker for whom the floor is free at one second begins at the other."""
    if due == begun:
        return problem.is_available(intervention, begun[1])
    return first_start(problem.stretches, due, possible_starts(problem, intervention)) == begun


def slots_of(queues: Queues, steps: Iterable[Step]) -> list[Slot]:
    """Return the places of a pattern."""
    seen: Counter[int] = Counter()
    slots = []
    for step in steps:
        stream = queues.queues[step.queue].stream
        slots.append(Slot(step.queue, seen[stream], step.due, step.stretch, step.start))
        seen[stream] += 1
    return slots


def displacement(places: tuple[int, int], place: int) -> int:
    """Return the squared distance of a place in the stream from those protocol gives."""
    off = max(places[0] - place, place - places[1], 0)
    return off * off


def fill(problem: Problem, queues: Queues, slots: Sequence[Slot]) -> list[int] | None:
    """Return who stands in each place, nearest to protocol in all; None where windows leave no way."""
    order = [-1] * len(slots)
    for index, queue in enumerate(queues.queues):
        own = [n for n, slot in enumerate(slots) if slot.queue == index]
        if all(queues.bundles[b].starts is None for b in queues.bundles_of[index]):
            chosen: list[int] | None = list(queue.members)
        else:
            chosen = _assigned(problem, queues, index, [slots[n] for n in own])
        if chosen is None:
            return None
        for n, i in zip(own, chosen, strict=True):
            order[n] = i
    return order


def _assigned(problem: Problem, queues: Queues, queue: int, slots: Sequence[Slot]) -> list[int] | None:
    members = queues.queues[queue].members
    number = {i: m for m, i in enumerate(members)}
    arcs: list[Arc] = []
    for b in queues.bundles_of[queue]:
        bundle = queues.bundles[b]
        open_to = [
            (n, slot.place)
            for n, slot in enumerate(slots)
            if takes(problem, bundle.members[0], slot.due, (slot.stretch, slot.start))
        ]
        for i in bundle.members:
            first, last = problem.protocol_places[i] or (0, 0)
            m = number[i]
            arcs += [(m, n, max(first - place, place - last, 0) ** 2) for n, place in open_to]
    found = cheapest(len(members), arcs)
    if found is None:
        return None
    chosen = [-1] * len(slots)
    for m, n in enumerate(found[0]):
        chosen[n] = members[m]
    return chosen


def cheapest(size: int, arcs: Sequence[Arc]) -> tuple[list[int], int] | None:
    """Return the place of each speaker and the cost of the cheapest assignment, or None where there is none."""
    from ortools.graph.python.linear_sum_assignment import SimpleLinearSumAssignment

    if len({m for m, _, _ in arcs}) < size or len({n for _, n, _ in arcs}) < size:
        return None
    solver = SimpleLinearSumAssignment()
    for m, n, cost in arcs:
        solver.add_arc_with_cost(m, n, cost)
    if solver.solve() != SimpleLinearSumAssignment.OPTIMAL:
        return None
    return [int(solver.right_mate(m)) for m in range(size)], int(solver.optimal_cost())
