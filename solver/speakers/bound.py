"""A bound of protocol that holds for every equally even list, and what each place costs beyond it."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from solver.speakers.assign import Arc, cheapest, displacement, takes
from solver.speakers.merge import State, Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues

Opening = tuple[int, int, tuple[int, int], tuple[int, int]]
"""Queue, place in its stream, when the floor is free, and where the speaker begins."""


@dataclass(frozen=True, slots=True)
class Prices:
    """What protocol costs at least, and what a speaker at a place of its stream adds to that.

    The protocol of a list is ``bound`` plus the extras of all its speakers, none of them negative.

    Attributes
    ----------
    extras
        By stream and place the speakers who may stand there and what each adds.
    """

    bound: int
    extras: dict[tuple[int, int], dict[int, int]]


def place_of(queues: Queues, state: State, queue: int) -> int:
    """Return the place in its stream of the next speaker of a queue."""
    stream = queues.queues[queue].stream
    own = [b for b, bundle in enumerate(queues.bundles) if queues.queues[bundle.queue].stream == stream]
    return sum(len(queues.bundles[b].members) - state.left[b] for b in own)


def prices(problem: Problem, queues: Queues, ways: dict[State, list[Step]]) -> Prices | None:
    """Return the prices of all lists made of the given steps, or None where there is no such list.

    Each speaker may take every place of the stream that one of these lists leaves open to them; the bound is the
    cheapest assignment of that kind, the extras are its reduced costs.
    """
    openings = {
        (step.queue, place_of(queues, state, step.queue), step.due, (step.stretch, step.start))
        for state, steps in ways.items()
        for step in steps
    }
    bound = 0
    extras: dict[tuple[int, int], dict[int, int]] = {}
    for stream in sorted({queue.stream for queue in queues.queues}):
        members = [i for queue in queues.queues if queue.stream == stream for i in queue.members]
        arcs = _arcs(problem, queues, stream, members, openings)
        found = cheapest(len(members), arcs) if queues.windowed else (_in_protocol_order(problem, members), 0)
        if found is None:
            return None
        bound += found[1]
        for m, place, extra in _reduced(found[0], arcs):
            extras.setdefault((stream, place), {})[members[m]] = extra
    return Prices(bound, extras)


def _in_protocol_order(problem: Problem, members: list[int]) -> list[int]:
    ordered = sorted(range(len(members)), key=lambda m: (problem.protocol_places[members[m]] or (0, 0), m))
    places = [0] * len(members)
    for place, m in enumerate(ordered):
        places[m] = place
    return places


def _arcs(problem: Problem, queues: Queues, stream: int, members: list[int], openings: set[Opening]) -> list[Arc]:
    number = {i: m for m, i in enumerate(members)}
    arcs: list[Arc] = []
    for bundle in queues.bundles:
        if queues.queues[bundle.queue].stream != stream:
            continue
        places = {
            place
            for queue, place, due, begun in openings
            if queue == bundle.queue and takes(problem, bundle.members[0], due, begun)
        }
        for i in bundle.members:
            wanted = problem.protocol_places[i] or (0, 0)
            arcs += [(number[i], place, displacement(wanted, place)) for place in sorted(places)]
    return arcs


def _reduced(place_of_speaker: list[int], arcs: list[Arc]) -> list[Arc]:
    """Return the arcs with their reduced costs: shortest paths over the exchanges of a cheapest assignment."""
    own = {m: cost for m, place, cost in arcs if place_of_speaker[m] == place}
    exchanges: list[list[tuple[int, int]]] = [[] for _ in place_of_speaker]
    for m, place, cost in arcs:
        exchanges[place_of_speaker[m]].append((place, cost - own.get(m, 0)))
    price = [0] * len(place_of_speaker)
    waiting, queued = deque(range(len(price))), set(range(len(price)))
    while waiting:
        place = waiting.popleft()
        queued.discard(place)
        for other, change in exchanges[place]:
            if price[place] + change < price[other]:
                price[other] = price[place] + change
                if other not in queued:
                    queued.add(other)
                    waiting.append(other)
    return [(m, place, cost - own.get(m, 0) + price[place_of_speaker[m]] - price[place]) for m, place, cost in arcs]
