"""The last levels: protocol and neighbours among all lists that are equally even.

First speakers of one queue change places while that helps, then the equally even patterns are searched with every
speaker by name, which proves the result on small lists and wherever protocol leaves little choice.
"""

from __future__ import annotations

from collections.abc import Sequence

from solver.speakers.assign import displacement, takes
from solver.speakers.bound import prices
from solver.speakers.byname import ByName
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues
from solver.speakers.search import Budget, Found, ways_on
from solver.speakers.solution import SpeakersList, Turn
from solver.speakers.timeline import next_start, timed, with_pins

SWAP_ROUNDS = 8
"""Rounds of swaps, at most."""

MOST_STEPS = 60_000
"""Steps taken with every speaker by name, at most."""

Cost = tuple[int, int]
"""Protocol and neighbours."""


def finish(
    problem: Problem, queues: Queues, detail: Found, order: Sequence[int], budget: Budget
) -> tuple[list[int], Cost]:
    """Return an order at least as good, and bounds of protocol and, where it stands at its bound, of neighbours."""
    improved = swap(problem, queues, list(order), budget)
    solution = timed(problem, with_pins(queues.pins_after, improved))
    if solution is None or detail.label is None or detail.ties is None:
        return list(order), (0, 0)
    cost = cost_of(problem, solution)
    ways = ways_on(detail, detail.ties)
    price = None if cost == (0, 0) else prices(problem, queues, ways)
    if price is None:
        return improved, (0, 0)
    start = next(state for state in detail.labels if not detail.into.get(state))
    search = ByName(problem, queues, ways, price, cost[0] - price.bound)
    found = search.best(start, (cost[0] - price.bound, cost[1]), budget.part(MOST_STEPS))
    reached = price.bound + search.reached[0], search.reached[1]
    return found or improved, reached if detail.complete else (0, 0)


def cost_of(problem: Problem, solution: SpeakersList) -> Cost:
    """Return protocol and neighbours of a list."""
    seen: dict[int, int] = {}
    protocol = neighbours = 0
    for n, turn in enumerate(solution.turns):
        stream, places = problem.streams[turn.intervention], problem.protocol_places[turn.intervention]
        if stream is not None and places is not None:
            protocol += displacement(places, seen.get(stream, 0))
            seen[stream] = seen.get(stream, 0) + 1
        if n and solution.turns[n - 1].stretch == turn.stretch:
            neighbours += problem.matches(solution.turns[n - 1].intervention, turn.intervention)
    return protocol, neighbours


def dues(problem: Problem, turns: Sequence[Turn]) -> list[tuple[int, int]]:
    """Return for each turn the stretch and second at which the floor is free for it."""
    found = []
    stretch, time = 0, problem.stretches[0][0]
    for turn in turns:
        due = next_start(problem.stretches, stretch, time, problem.interventions[turn.intervention].seconds)
        found.append(due or (turn.stretch, turn.start))
        stretch, time = turn.stretch, turn.start + problem.duration(turn.intervention)
    return found


class _Swaps:
    """An order whose speakers of equal time limit change places; times and evenness stay as they are."""

    def __init__(self, problem: Problem, queues: Queues, order: list[int], solution: SpeakersList) -> None:
        self.problem, self.order = problem, order
        self.queue_of = {i: q for q, queue in enumerate(queues.queues) for i in queue.members}
        self.turns = solution.turns
        self.whole = [turn.intervention for turn in solution.turns]
        self.at = [n for n, i in enumerate(self.whole) if i in self.queue_of]
        self.due = dues(problem, self.turns)
        self.place: list[int] = []
        seen: dict[int, int] = {}
        for i in order:
            stream = problem.streams[i] or 0
            self.place.append(seen.get(stream, 0))
            seen[stream] = seen.get(stream, 0) + 1

    def around(self, slots: tuple[int, int]) -> Cost:
        """Return what the speakers in two slots cost, with the pairs they are part of."""
        protocol = sum(
            displacement(self.problem.protocol_places[self.order[s]] or (0, 0), self.place[s]) for s in slots
        )
        pairs = {n for s in slots for n in (self.at[s], self.at[s] + 1)}
        return protocol, sum(self._pair(n) for n in pairs)

    def _takes(self, i: int, n: int) -> bool:
        turn = self.turns[n]
        return takes(self.problem, i, self.due[n], (turn.stretch, turn.start))

    def _pair(self, n: int) -> int:
        if not 0 < n < len(self.whole) or self.turns[n - 1].stretch != self.turns[n].stretch:
            return 0
        return self.problem.matches(self.whole[n - 1], self.whole[n])

    def try_swap(self, one: int, two: int) -> bool:
        """Swap two slots where that helps."""
        first, second = self.order[one], self.order[two]
        if self.queue_of[first] != self.queue_of[second]:
            return False
        if not (self._takes(first, self.at[two]) and self._takes(second, self.at[one])):
            return False
        before = self.around((one, two))
        self._swap(one, two)
        if self.around((one, two)) < before:
            return True
        self._swap(one, two)
        return False

    def _swap(self, one: int, two: int) -> None:
        self.order[one], self.order[two] = self.order[two], self.order[one]
        a, b = self.at[one], self.at[two]
        self.whole[a], self.whole[b] = self.whole[b], self.whole[a]


def swap(problem: Problem, queues: Queues, order: list[int], budget: Budget) -> list[int]:
    """Return the order after all swaps of two speakers of one queue that lower protocol, then neighbours."""
    solution = timed(problem, with_pins(queues.pins_after, order))
    if solution is None or cost_of(problem, solution) == (0, 0):
        return order
    swaps = _Swaps(problem, queues, order, solution)
    for _ in range(SWAP_ROUNDS):
        helped = False
        for one in range(len(order)):
            if budget.look():
                return swaps.order
            for two in range(one + 1, len(order)):
                helped = swaps.try_swap(one, two) or helped
        if not helped:
            break
    return swaps.order
