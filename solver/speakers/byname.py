"""Best first through all equally even lists with every speaker by name: protocol, then neighbours, proved."""

from __future__ import annotations

import heapq
from typing import NamedTuple

from solver.speakers.assign import takes
from solver.speakers.bound import Prices, place_of
from solver.speakers.merge import DONE, State, Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues, possible_starts
from solver.speakers.search import Budget
from solver.speakers.timeline import first_start, next_start

Cost = tuple[int, int]
"""Protocol beyond its bound, and neighbours."""


class Node(NamedTuple):
    """A beginning of a list: its state, who has spoken as bits, and who spoke last."""

    state: State
    spoken: int
    last: int


class ByName:
    """The search of one problem.

    Parameters
    ----------
    ways
        The steps that equally even lists are made of, by the state they leave.
    slack
        Protocol beyond its bound that a known list has: no step that costs more is of use.
    """

    def __init__(
        self, problem: Problem, queues: Queues, ways: dict[State, list[Step]], prices: Prices, slack: int
    ) -> None:
        self.problem, self.queues, self.ways = problem, queues, ways
        self.reached: Cost = (0, 0)
        self._into: dict[Node, tuple[Node, int]] = {}
        self._who = {
            key: sorted((extra, i) for i, extra in extras.items() if extra <= slack)
            for key, extras in prices.extras.items()
        }
        self._queue_of = {i: q for q, queue in enumerate(queues.queues) for i in queue.members}
        self._starts = [possible_starts(problem, i) for i in range(len(problem.interventions))]
        self._twin = [
            (it.windows, places, it.region, it.constituency)
            for it, places in zip(problem.interventions, problem.protocol_places, strict=True)
        ]

    def best(self, start: State, known: Cost, budget: Budget) -> list[int] | None:
        """Return the order that is better than what is known and best, or None; ``reached`` is then a bound."""
        pins = self.queues.pins_after[0]
        matches = self._after_pins(-1, 0, self.problem.stretches[0][0], pins)
        first = Node(start, 0, pins[-1] if pins else -1)
        cost = {first: (0, matches)}
        heap: list[tuple[Cost, int, int, Node]] = [((0, matches), 0, 0, first)]
        serial = 0
        while heap:
            reached, _, _, node = heapq.heappop(heap)
            if cost[node] < reached:
                continue
            self.reached = reached
            if reached >= known:
                self.reached = known
                return None
            if node.state == DONE:
                return self._order(node)
            if not budget.spend():
                return None
            for after, i, extra, matches in self._on(node):
                budget.spend()
                total = (reached[0] + extra, reached[1] + matches)
                if after not in cost or total < cost[after]:
                    cost[after] = total
                    self._into[after] = node, i
                    serial += 1
                    heapq.heappush(heap, (total, -after.spoken.bit_count(), -serial, after))
        self.reached = known
        return None

    def _on(self, node: Node) -> list[tuple[Node, int, int, int]]:
        found = []
        pins = self.queues.pins_after[node.spoken.bit_count() + 1]
        for step in self.ways.get(node.state, ()):
            place = place_of(self.queues, node.state, step.queue)
            twins = set()
            for extra, i in self._who.get((self.queues.queues[step.queue].stream, place), ()):
                if node.spoken >> i & 1 or self._twin[i] in twins or not self._takes(step, i):
                    continue
                twins.add(self._twin[i])
                matches = 0
                if node.last >= 0 and step.stretch == node.state.stretch:
                    matches = self.problem.matches(node.last, i)
                time = step.start + self.problem.duration(i)
                matches += self._after_pins(i, step.stretch, time, pins)
                after = Node(step.state, node.spoken | 1 << i, pins[-1] if pins else i)
                found.append((after, i, extra, matches))
        return found

    def _takes(self, step: Step, i: int) -> bool:
        return self._queue_of[i] == step.queue and takes(self.problem, i, step.due, (step.stretch, step.start))

    def _after_pins(self, before: int, stretch: int, time: int, pins: tuple[int, ...]) -> int:
        """Return the matches that pinned speakers bring who follow one another."""
        matches = 0
        for i in pins:
            due = next_start(self.problem.stretches, stretch, time, self.problem.interventions[i].seconds)
            begun = None if due is None else first_start(self.problem.stretches, due, self._starts[i])
            if begun is None:
                return matches
            if before >= 0 and begun[0] == stretch:
                matches += self.problem.matches(before, i)
            before, stretch, time = i, begun[0], begun[1] + self.problem.duration(i)
        return matches

    def _order(self, node: Node) -> list[int]:
        order = []
        while node in self._into:
            node, i = self._into[node]
            order.append(i)
        return order[::-1]
