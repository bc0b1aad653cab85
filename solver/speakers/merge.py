"""The merge: how far a list has come, and which queue can have the floor next.

A list is built from its first speaker to its last. What has to be known of its beginning is a :class:`State`; who of a
queue speaks is left open as far as a bundle goes, and among bundles the one that must leave first is taken, which
loses nothing where each speaker has one stretch of possible starts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from solver.speakers.ahead import Ahead
from solver.speakers.problem import Problem
from solver.speakers.queues import Lateness, Queue, Queues, possible_starts
from solver.speakers.rules.interspersal import RunCap
from solver.speakers.timeline import first_start, floor_between, next_start


class State(NamedTuple):
    """How far a list has come.

    Attributes
    ----------
    left
        Speakers still to come, by bundle.
    stretch, time
        Where the floor is free next.
    deviation
        D_k times T_n, an integer in seconds squared.
    last
        The intervention before, or -1 where neighbours are not followed.
    run
        Seconds of the current run, negative for the others, 0 where runs are not followed.
    held, spoken
        Interspersed speakers and seconds counted in the stretch, 0 where shares are not followed.
    """

    left: tuple[int, ...]
    stretch: int
    time: int
    deviation: int
    last: int
    run: int
    held: int
    spoken: int


class _Passed(NamedTuple):
    """A state with what the way to it has cost since the state before."""

    state: State
    wait: int = 0
    share: int = 0
    matches: int = 0


DONE = State((), 0, 0, 0, -1, 0, 0, 0)
"""The state in which every list ends."""


class Step(NamedTuple):
    """One speaker more, and what it costs at each level.

    ``due`` is the stretch and second at which the floor is free, ``stretch`` and ``start`` where the speaker begins.
    """

    state: State
    queue: int
    bundle: int
    due: tuple[int, int]
    stretch: int
    start: int
    wait: int
    late: int
    groups: int
    share: int
    over: int
    protocol: int
    neighbours: int


@dataclass(frozen=True, slots=True)
class Follow:
    """What a merge follows beyond who has spoken: runs, shares of stretches, neighbours, speakers with holes.

    Attributes
    ----------
    waits
        Whether the floor may wait for who is not there yet.
    split
        Bundles whose speakers are tried one by one at each place, because their possible starts have holes.
    """

    runs: bool = False
    shares: bool = False
    neighbours: bool = False
    waits: bool = False
    split: frozenset[int] = frozenset()


class Merge:
    """The steps of one problem."""

    def __init__(self, problem: Problem, queues: Queues, follow: Follow) -> None:
        self.problem, self.queues, self.follow = problem, queues, follow
        counted = [q for q in queues.queues if q.counted]
        self.total = sum(q.duration * len(q.members) for q in counted)
        self.part = sum(q.duration * len(q.members) for q in counted if q.interspersed)
        self.among = sum(len(q.members) for q in counted if q.interspersed)
        cap = RunCap()
        self._caps = [cap.cap(problem, side).as_integer_ratio() for side in (False, True)]
        self.ahead = Ahead(problem, queues) if queues.windowed else None
        self._pin_starts = {i: possible_starts(problem, i) for pins in queues.pins_after for i in pins}
        self._stream_of = [[g for g, o in enumerate(queues.queues) if o.stream == q.stream] for q in queues.queues]
        self._lateness = Lateness(queues)
        self._groups_of = [[g for g in of if queues.queues[g].group] for of in self._lateness.kin]
        self._size_of = [sum(len(queues.queues[g].members) for g in kin) for kin in self._stream_of]

    @property
    def fixed_neighbours(self) -> bool:
        """Whether a pattern says who speaks after whom: nobody has windows, and protocol leaves no choice."""
        return not self.queues.windowed and all(first == last for q in self.queues.queues for first, last in q.places)

    def start(self) -> State | None:
        """Return the state before the first speaker who is not pinned, or None where the pins alone are too much."""
        if not self.problem.stretches:
            return None
        left = tuple(len(bundle.members) for bundle in self.queues.bundles)
        first = State(left, 0, self.problem.stretches[0][0], 0, -1, 0, 0, 0)
        pinned = self._pinned(_Passed(first))
        if pinned is None:
            return None
        return pinned.state if any(left) else DONE

    def start_wait(self) -> int:
        """Return the seconds the floor waits for those who are pinned before all others."""
        left = tuple(len(bundle.members) for bundle in self.queues.bundles)
        pinned = self._pinned(_Passed(State(left, 0, self.problem.stretches[0][0], 0, -1, 0, 0, 0)))
        return 0 if pinned is None else pinned.wait

    def waits_ahead(self, state: State) -> int:
        """Return seconds the floor must still wait at least."""
        if self.ahead is None or state == DONE:
            return 0
        return self.ahead.waits(state.left, state.stretch, state.time)

    def over_ahead(self, state: State) -> int:
        """Return seconds over the caps that the rest of a list brings at least."""
        if not self.follow.runs or state == DONE:
            return 0
        rest = [0, 0]
        for left, bundle in zip(state.left, self.queues.bundles, strict=True):
            queue = self.queues.queues[bundle.queue]
            rest[queue.interspersed] += left * queue.duration * queue.counted
        if rest[0] and rest[1]:
            tail = None if self.ahead is None else self.ahead.tail(state.left, state.time)
            return 0 if tail is None else self._over(*tail)
        side = rest[1] > 0
        begun = max(0, state.run if side else -state.run)
        return self._over(begun + rest[side], side) - self._over(begun, side)

    def steps(self, state: State) -> Iterator[Step]:
        """Yield every way to go on; nothing where somebody can no longer be placed."""
        left = [sum([state.left[b] for b in of]) for of in self.queues.bundles_of]
        if self.ahead is not None and not self.ahead.leave_in_time(state.left, state.time):
            return
        if not self.follow.waits and self.waits_ahead(state):
            return
        opening = any(n and q.opening for n, q in zip(left, self.queues.queues, strict=True))
        for index, queue in enumerate(self.queues.queues):
            if not left[index]:
                continue
            due = next_start(self.problem.stretches, state.stretch, state.time, queue.seconds)
            if due is None:
                return
            if opening and not queue.opening:
                continue
            for bundle, begun in self._picks(state.left, index, due):
                step = self._step(state, left, index, bundle, due, begun)
                if step is not None:
                    yield step

    def _picks(self, left: tuple[int, ...], queue: int, due: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int]]]:
        """Yield the bundles that can have the floor next, with the stretch and second at which they begin."""
        soonest: tuple[int, int] | None = None
        for b in self.queues.bundles_of[queue]:
            if not left[b]:
                continue
            starts = self.queues.bundles[b].starts
            if starts is None:
                soonest = soonest or (1 << 62, b)
                continue
            split = b in self.follow.split
            begun = first_start(self.problem.stretches, due, starts if split else ((starts[0][0], starts[-1][1]),))
            if begun is None:
                continue
            if begun != due:
                if self.follow.waits:
                    yield b, begun
            elif split:
                yield b, begun
            elif soonest is None or starts[-1][1] < soonest[0]:
                soonest = starts[-1][1], b
        if soonest is not None:
            yield soonest[1], due

    def _step(
        self,
        state: State,
        left: list[int],
        index: int,
        bundle: int,
        due: tuple[int, int],
        begun: tuple[int, int],
    ) -> Step | None:
        queue = self.queues.queues[index]
        number = len(queue.members) - left[index]
        place = self._size_of[index] - sum([left[g] for g in self._stream_of[index]])
        first, last = queue.places[number]
        off = max(first - place, place - last, 0)
        groups = 0
        if not queue.group and self._groups_of[index]:
            groups = sum([left[g] for g in self._groups_of[index]])
        share = 0
        held, spoken = state.held, state.spoken
        if begun[0] != state.stretch:
            share, held, spoken = self._share(held, spoken), 0, 0
        run, over = self._run(state.run, queue)
        who, matches = -1, 0
        if self.follow.neighbours:
            who = queue.members[number]
            matches = self._matches(state.last, who) if begun[0] == state.stretch else 0
        if queue.counted and self.follow.shares:
            held, spoken = held + queue.interspersed, spoken + queue.duration
        remaining = (*state.left[:bundle], state.left[bundle] - 1, *state.left[bundle + 1 :])
        deviation = self._deviation(state.deviation, queue)
        now = State(remaining, begun[0], begun[1] + queue.duration, deviation, who, run, held, spoken)
        wait = 0 if begun == due else floor_between(self.problem.stretches, due[1], begun[1])
        passed = self._pinned(_Passed(now, wait, share, matches))
        if passed is None:
            return None
        now, wait, share, matches = passed
        if sum(left) == 1:
            now, share = DONE, share + self._share(now.held, now.spoken)
        late = self._lateness.passed(left, index, number)
        return Step(now, index, bundle, due, *begun, wait, late, groups, share, over, off * off, matches)

    def _deviation(self, deviation: int, queue: Queue) -> int:
        if not queue.counted:
            return deviation
        return deviation + queue.duration * (queue.interspersed * self.total - self.part)

    def _run(self, run: int, queue: Queue) -> tuple[int, int]:
        if not (self.follow.runs and queue.counted):
            return run, 0
        sign = 1 if queue.interspersed else -1
        before = max(0, run * sign)
        return (before + queue.duration) * sign, self._over(before + queue.duration, queue.interspersed) - self._over(
            before, queue.interspersed
        )

    def _over(self, run: int, side: bool) -> int:
        seconds, parts = self._caps[side]
        return max(0, -((seconds - run * parts) // parts))

    def _share(self, held: int, spoken: int) -> int:
        if not self.follow.shares or not spoken:
            return 0
        low, rest = divmod(self.among * spoken, self.total)
        return max(low - held, held - low - bool(rest), 0)

    def _matches(self, before: int, after: int) -> int:
        return 0 if before < 0 else self.problem.matches(before, after)

    def _pinned(self, passed: _Passed) -> _Passed | None:
        """Give the floor to the pinned speakers who come next."""
        state, wait, share, matches = passed
        pins = self.queues.pins_after[len(self.queues.pins_after) - 1 - sum(state.left)]
        for i in pins:
            due = next_start(self.problem.stretches, state.stretch, state.time, self.problem.interventions[i].seconds)
            begun = None if due is None else first_start(self.problem.stretches, due, self._pin_starts[i])
            if due is None or begun is None or (begun != due and not self.follow.waits):
                return None
            if begun != due:
                wait += floor_between(self.problem.stretches, due[1], begun[1])
            if begun[0] != state.stretch:
                share += self._share(state.held, state.spoken)
                state = state._replace(held=0, spoken=0)
            elif self.follow.neighbours:
                matches += self._matches(state.last, i)
            last = i if self.follow.neighbours else -1
            state = state._replace(stretch=begun[0], time=begun[1] + self.problem.duration(i), last=last)
        return _Passed(state, wait, share, matches)
