"""Every list that is equally even, speaker by speaker, cut where protocol and neighbours can no longer be better."""

from __future__ import annotations

from solver.speakers.assign import displacement, takes
from solver.speakers.merge import DONE, State, Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues, possible_starts
from solver.speakers.search import Budget, Found, is_tight
from solver.speakers.timeline import first_start, next_start

MOST_NODES = 4000
"""Nodes opened at most."""

MOST_SPEAKERS = 400
"""Longest list that is searched; the walk goes one call deeper with each speaker."""

Cost = tuple[int, int]
"""Protocol and neighbours."""


def exhaust(
    problem: Problem, queues: Queues, detail: Found, cost: Cost, budget: Budget
) -> tuple[list[int] | None, bool]:
    """Return a better order if there is one, and whether nothing better than what is known then exists.

    Parameters
    ----------
    detail
        A search that has kept its ties.
    cost
        Protocol and neighbours that have to be bettered.
    """
    starts = [state for state in detail.labels if not detail.into.get(state)]
    if detail.label is None or detail.ties is None or not starts or len(problem.interventions) > MOST_SPEAKERS:
        return None, False
    walk = _Walk(problem, queues, _ways_on(detail, detail.ties), cost, budget.share(MOST_NODES))
    walk.push(queues.pins_after[0])
    walk.go(starts[0], (0, walk.neighbours_from(0)))
    return walk.best, walk.whole and detail.complete


def _ways_on(detail: Found, ties: int) -> dict[State, list[Step]]:
    """Return the steps that lie on best lists, by the state they leave."""
    ways: dict[State, dict[tuple[State, int, tuple[int, int], int], Step]] = {}
    stack, seen = [DONE], {DONE}
    while stack:
        state = stack.pop()
        for before, step in detail.into.get(state, ()):
            if is_tight(detail, before, step, ties):
                ways.setdefault(before, {})[step.state, step.queue, step.due, step.start] = step
                if before not in seen:
                    seen.add(before)
                    stack.append(before)
    return {state: list(found.values()) for state, found in ways.items()}


class _Walk:
    def __init__(
        self, problem: Problem, queues: Queues, ways: dict[State, list[Step]], cost: Cost, budget: Budget
    ) -> None:
        self.problem, self.queues, self.ways, self.budget = problem, queues, ways, budget
        self.cost = cost
        self.best: list[int] | None = None
        self.whole = True
        self.order: list[int] = []
        self.used: set[int] = set()
        self.spoken: dict[int, int] = {}
        self.turns: list[tuple[int, int, int]] = []
        self.starts = [possible_starts(problem, i) for i in range(len(problem.interventions))]
        self.twins = [
            (it.windows, places, it.region, it.constituency)
            for it, places in zip(problem.interventions, problem.protocol_places, strict=True)
        ]

    def push(self, speakers: tuple[int, ...]) -> None:
        """Give the floor to speakers in a row."""
        for i in speakers:
            stretch, time = 0, self.problem.stretches[0][0]
            if self.turns:
                before, stretch, start = self.turns[-1]
                time = start + self.problem.duration(before)
            due = next_start(self.problem.stretches, stretch, time, self.problem.interventions[i].seconds)
            begun = first_start(self.problem.stretches, due or (stretch, time), self.starts[i])
            self.turns.append((i, *(begun or (stretch, time))))

    def neighbours_from(self, first: int) -> int:
        """Return the matches of the turns from one on with those before them."""
        return sum(
            self.problem.matches(self.turns[n - 1][0], self.turns[n][0])
            for n in range(max(1, first), len(self.turns))
            if self.turns[n - 1][1] == self.turns[n][1]
        )

    def go(self, state: State, cost: Cost) -> None:
        """Try everybody who can come next."""
        if cost >= self.cost or not self.whole:
            return
        if state == DONE:
            self.cost, self.best = cost, list(self.order)
            return
        for step in self.ways.get(state, ()):
            stream = self.queues.queues[step.queue].stream
            place = self.spoken.get(stream, 0)
            for off, i in self._candidates(step, place):
                if not self.budget.spend():
                    self.whole = False
                    return
                self._try(step, stream, i, (cost[0] + off, cost[1]))

    def _candidates(self, step: Step, place: int) -> list[tuple[int, int]]:
        seen: set[tuple[object, ...]] = set()
        found = []
        for i in self.queues.queues[step.queue].members:
            if (
                i in self.used
                or self.twins[i] in seen
                or not takes(self.problem, i, step.due, (step.stretch, step.start))
            ):
                continue
            seen.add(self.twins[i])
            found.append((displacement(self.problem.protocol_places[i] or (0, 0), place), i))
        return sorted(found)

    def _try(self, step: Step, stream: int, i: int, cost: Cost) -> None:
        length = len(self.turns)
        self.order.append(i)
        self.used.add(i)
        self.spoken[stream] = self.spoken.get(stream, 0) + 1
        self.push((i, *self.queues.pins_after[len(self.order)]))
        self.go(step.state, (cost[0], cost[1] + self.neighbours_from(length)))
        del self.turns[length:]
        self.spoken[stream] -= 1
        self.used.discard(i)
        self.order.pop()
