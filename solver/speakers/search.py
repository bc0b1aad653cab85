"""Best first through the states of a merge: the best pattern, proved, within a budget of nodes."""

from __future__ import annotations

import heapq
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from solver.speakers.merge import DONE, Merge, State, Step

TIES_STEPS = 6000
"""Steps taken beyond the best list, at least, where its equals are looked for."""

CLOCK_STEPS = 512
"""Steps between two looks at the clock."""

Label = tuple[int, ...]
"""What the beginning of a list costs, the first number counts most."""

ABOVE, CAPS = 5, 4
"""Levels above evenness: waits, late ones, groups, shares, caps; and which of them is that of the caps."""


@dataclass(slots=True)
class Budget:
    """Steps a search may still take, and the second of the monotonic clock at which it must end.

    A part takes its steps from the whole as well, and the whole knows when the clock ended a part.
    """

    steps: int
    deadline: float | None = None
    late: bool = False
    whole: Budget | None = None

    def spend(self, steps: int = 1) -> bool:
        """Take some steps; False where none are left or the clock has run out."""
        before = self.steps
        budget: Budget | None = self
        while budget is not None:
            budget.steps -= steps
            budget = budget.whole
        if before // CLOCK_STEPS != self.steps // CLOCK_STEPS:
            self.look()
        return self.steps >= 0 and not self.late

    def look(self) -> bool:
        """Look at the clock; return whether it has run out."""
        if self.deadline is not None and time.monotonic() > self.deadline:
            self.late = True
        budget = self.whole
        while self.late and budget is not None:
            budget.late = True
            budget = budget.whole
        return self.late

    def part(self, steps: int) -> Budget:
        """Return a budget of at most some of the steps, under the same clock."""
        return Budget(min(steps, max(0, self.steps)), self.deadline, self.late, self)


class Aim(Protocol):
    """What a search minimises."""

    @property
    def start(self) -> Label:
        """Return the cost of the empty list."""

    def extend(self, label: Label, step: Step) -> Label | None:
        """Return the cost with one step more, or None where the step is not wanted."""


def above(label: Label, step: Step) -> Label:
    """Return the costs of the levels above evenness with one step more."""
    costs = (step.wait, step.late, step.groups, step.share, step.over)
    return tuple([label[n] + cost for n, cost in enumerate(costs)])


@dataclass(frozen=True, slots=True)
class Evenness:
    """First waits, late ones, groups, shares and caps, then the largest deviation, at least ``floor``."""

    floor: int = 0

    @property
    def start(self) -> Label:
        """Return the cost of the empty list."""
        return 0, 0, 0, 0, 0, self.floor

    def extend(self, label: Label, step: Step) -> Label | None:
        """Return the cost with one step more."""
        return *above(label, step), max(label[ABOVE], abs(step.state.deviation))


@dataclass(frozen=True, slots=True)
class Detail:
    """The levels above, squares, protocol, neighbours, inside the given deviation and levels above it."""

    most: Label
    start: Label = (0,) * (ABOVE + 3)

    def extend(self, label: Label, step: Step) -> Label | None:
        """Return the cost with one step more."""
        deviation = step.state.deviation
        so_far = above(label, step)
        if abs(deviation) > self.most[ABOVE] or so_far > self.most[:ABOVE]:
            return None
        squares, protocol, neighbours = label[ABOVE:]
        return *so_far, squares + deviation * deviation, protocol + step.protocol, neighbours + step.neighbours


@dataclass(frozen=True, slots=True)
class Anything:
    """Any list will do."""

    start: Label = ()

    def extend(self, label: Label, step: Step) -> Label | None:
        """Return no cost."""
        return ()


@dataclass(slots=True)
class Found:
    """What a search has found.

    Attributes
    ----------
    label
        Cost of the best list, or None where there is none or none was reached.
    bound
        No list costs less.
    complete
        Whether the search ended by itself; without a label that proves that no list exists.
    ties
        Levels in which all equals of the best list were kept, or None.
    into
        For each state the ways into it, the best last.
    labels
        Cost of the best way into each state.
    """

    label: Label | None
    bound: Label
    complete: bool
    ties: int | None = None
    into: dict[State, list[tuple[State, Step]]] = field(default_factory=dict)
    labels: dict[State, Label] = field(default_factory=dict)

    def pattern(self) -> list[Step]:
        """Return the steps of the best list."""
        steps: list[Step] = []
        state = DONE
        while self.into.get(state):
            before, step = self.into[state][-1]
            steps.append(step)
            state = before
        return steps[::-1]


def best_first(merge: Merge, aim: Aim, budget: Budget, ties: int | None = None) -> Found:
    """Search for the best list; with ``ties`` for all that equal it in that many levels, at most twice as long."""
    found = Found(None, aim.start, True, ties)
    start = merge.start()
    if start is None:
        return found
    first = aim.start and (merge.start_wait(), *aim.start[1:])
    heap: list[tuple[Label, int, int, State]] = [(_ahead(merge, first, start), 0, 0, start)]
    found.labels[start] = first
    closed: set[State] = set()
    serial = taken = 0
    while heap:
        least, _, _, state = heapq.heappop(heap)
        if state in closed:
            continue
        if found.label is not None and (ties is None or least[:ties] > found.label[:ties]):
            return found
        if not budget.spend():
            found.complete = False
            return found
        taken += 1
        closed.add(state)
        found.bound = found.bound if found.label is not None else least
        label = found.labels[state]
        if state == DONE:
            found.label = label
            budget = budget.part(TIES_STEPS + taken)
            continue
        for step in merge.steps(state):
            taken += 1
            if not budget.spend():
                found.complete = False
                return found
            after = aim.extend(label, step)
            if after is not None and _better(found, step, state, after, ties):
                serial += 1
                heapq.heappush(heap, (_ahead(merge, after, step.state), sum(step.state.left), -serial, step.state))
    return found


def _ahead(merge: Merge, label: Label, state: State) -> Label:
    """Return what every list through a state costs at least."""
    if not label or not (merge.follow.waits or merge.follow.runs):
        return label
    waits = merge.waits_ahead(state) if merge.follow.waits else 0
    return (label[0] + waits, *label[1:CAPS], label[CAPS] + merge.over_ahead(state), *label[ABOVE:])


def _better(found: Found, step: Step, before: State, label: Label, ties: int | None) -> bool:
    """Note a way into a state; return whether it is the best so far."""
    known = found.labels.get(step.state)
    better = known is None or label < known
    if better:
        found.labels[step.state] = label
    if ties is None:
        if better:
            found.into[step.state] = [(before, step)]
        return better
    ways = found.into.setdefault(step.state, [])
    if better:
        ways.append((before, step))
    else:
        ways.insert(0, (before, step))
    return better


def beam(merge: Merge, aim: Aim, width: int, budget: Budget) -> list[Step] | None:
    """Return the steps of a good list, keeping only the best states at each place; None where all of them end."""
    start = merge.start()
    if start is None:
        return None
    layer: dict[State, Label] = {start: aim.start}
    ways: dict[State, tuple[State, Step]] = {}
    for _ in range(sum(start.left)):
        following: dict[State, Label] = {}
        for state, label in layer.items():
            if budget.late:
                return None
            for step in merge.steps(state):
                budget.spend()
                after = aim.extend(label, step)
                if after is not None and (step.state not in following or after < following[step.state]):
                    following[step.state] = after
                    ways[step.state] = state, step
        kept = heapq.nsmallest(width, following.items(), key=lambda item: item[1])
        layer = dict(kept)
    if DONE not in layer:
        return None
    steps: list[Step] = []
    state = DONE
    while state != start:
        state, step = ways[state]
        steps.append(step)
    return steps[::-1]


def patterns(found: Found, ties: int, most: int) -> Iterator[list[Step]]:
    """Yield patterns that equal the best in the given number of levels, the best first."""
    if found.label is None:
        return
    stack: list[tuple[State, tuple[Step, ...]]] = [(DONE, ())]
    while stack and most > 0:
        state, after = stack.pop()
        ways = found.into.get(state)
        if not ways:
            most -= 1
            yield list(reversed(after))
            continue
        for before, step in ways:
            if is_tight(found, before, step, ties):
                stack.append((before, (*after, step)))


def is_tight(found: Found, before: State, step: Step, ties: int) -> bool:
    """Return whether a step lies on a best way to its state, in the given number of levels of :class:`Detail`."""
    square = step.state.deviation * step.state.deviation
    costs = (step.wait, step.late, step.groups, step.share, step.over, square, step.protocol, step.neighbours)
    label = found.labels[before]
    return all(label[n] + costs[n] == found.labels[step.state][n] for n in range(ties))


def ways_on(detail: Found, ties: int) -> dict[State, list[Step]]:
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
