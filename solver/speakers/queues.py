"""Queues: the speakers that a pattern of the list cannot tell apart, and when each of them can start."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from solver.speakers.problem import Problem, Window

Standing = tuple[int, int]
"""Step of protocol and how late a speaker asked."""

Starts = tuple[Window, ...]
"""First and last possible start, in seconds, both inclusive, of each stretch of possible starts."""


Key = tuple[int, int, bool, int, int, int]
"""Stream, stream of groups, whether of groups, seconds, and standing where that is kept apart."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Speakers of one queue with the same possible starts; None is any time, empty never."""

    queue: int
    starts: Starts | None
    members: tuple[int, ...]

    @property
    def earliest(self) -> int | None:
        """First possible start, or None for any time."""
        return None if self.starts is None else self.starts[0][0]

    @property
    def latest(self) -> int | None:
        """Last possible start, or None for any time."""
        return None if self.starts is None else self.starts[-1][1]

    def admits(self, start: int) -> bool:
        """Return whether its members can start at a second."""
        return self.starts is None or any(a <= start <= b for a, b in self.starts)


@dataclass(frozen=True, slots=True)
class Queue:
    """Speakers of one stream with one time limit, groups apart where they come first; in protocol order.

    Attributes
    ----------
    stream, group_stream
        As in the problem.
    before
        Queues whose statements on behalf of groups should come before those of this one.
    places
        First and last protocol place of each member in the stream.
    standings
        Step and lateness of each member. Where windows decide who of a queue speaks when, the speakers of a step in
        which somebody is late are in queues of their own, each of one lateness.
    """

    stream: int
    group_stream: int
    group: bool
    seconds: int
    duration: int
    interspersed: bool
    counted: bool
    opening: bool
    members: tuple[int, ...]
    places: tuple[Window, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class Queues:
    """All queues of a problem, their bundles, and the pinned interventions by the place they follow.

    Attributes
    ----------
    pins_after
        For each number of speakers that are not pinned and have spoken, 0 to all, the pinned ones that come next.
    """

    queues: tuple[Queue, ...]
    bundles: tuple[Bundle, ...]
    bundles_of: tuple[tuple[int, ...], ...]
    pins_after: tuple[tuple[int, ...], ...]

    @property
    def windowed(self) -> bool:
        """Whether anybody who is not pinned has windows that matter."""
        return any(bundle.starts is not None for bundle in self.bundles)


class Lateness:
    """How many who asked in time would come after a late speaker.

    Attributes
    ----------
    kin
        For each queue those in whose stream of groups it is.
    """

    def __init__(self, queues: Queues) -> None:
        streams = [queue.group_stream for queue in queues.queues]
        self.kin = [[g for g, other in enumerate(streams) if other == own] for own in streams]
        self._standings = [queue.standings for queue in queues.queues]
        late = {standing for standings in self._standings for standing in standings if standing[1]}
        self._earlier = {one: [_earlier(standings, one) for standings in self._standings] for one in late}

    def passed(self, left: list[int], queue: int, number: int) -> int:
        """Return how many of their step asked earlier than a member of a queue and have not spoken."""
        standing = self._standings[queue][number]
        return sum([self._earlier[standing][g][left[g]] for g in self.kin[queue]]) if standing[1] else 0


def _earlier(standings: Sequence[Standing], standing: Standing) -> list[int]:
    """Return for each number of members that are left how many of them are of a step and asked earlier."""
    counts = [0]
    for step, late in reversed(standings):
        counts.append(counts[-1] + (step == standing[0] and late < standing[1]))
    return counts


def make_queues(problem: Problem) -> Queues | None:
    """Sort the speakers into queues; None where two pins want one place, or one that the list does not have."""
    pins = _pins_after(problem)
    if pins is None:
        return None
    found: dict[Key, list[int]] = {}
    apart = _steps_apart(problem)
    for i, (it, stream, kin) in enumerate(
        zip(problem.interventions, problem.streams, problem.group_streams, strict=True)
    ):
        if stream is not None and kin is not None:
            standing = (it.step, it.late) if (kin, it.step) in apart else (-1, 0)
            found.setdefault((stream, kin, problem.groups_first and it.group, it.seconds, *standing), []).append(i)
    queues: list[Queue] = []
    bundles: list[Bundle] = []
    bundles_of: list[tuple[int, ...]] = []
    for key in sorted(found):
        members = sorted(found[key], key=lambda i: (problem.protocol_places[i] or (0, 0), i))
        queues.append(_queue(problem, key, members))
        alike: dict[Starts | None, list[int]] = {}
        for i in members:
            alike.setdefault(possible_starts(problem, i), []).append(i)
        first = len(bundles)
        bundles += [Bundle(len(queues) - 1, starts, tuple(group)) for starts, group in alike.items()]
        bundles_of.append(tuple(range(first, len(bundles))))
    return Queues(tuple(queues), tuple(bundles), tuple(bundles_of), pins)


def _steps_apart(problem: Problem) -> frozenset[tuple[int | None, int]]:
    """Return the steps whose late speakers make queues of their own, with the stream of groups they are in."""
    free = [i for i, stream in enumerate(problem.streams) if stream is not None]
    if all(problem.interventions[i].windows is None for i in free):
        return frozenset()
    return frozenset(
        (problem.group_streams[i], problem.interventions[i].step) for i in free if problem.interventions[i].late
    )


def _queue(problem: Problem, key: Key, members: list[int]) -> Queue:
    stream, kin, group, seconds, _, _ = key
    it = problem.interventions[members[0]]
    places = tuple(problem.protocol_places[i] or (0, 0) for i in members)
    return Queue(
        stream,
        kin,
        group,
        seconds,
        problem.duration(members[0]),
        it.interspersed,
        problem.counted[members[0]],
        it.opening,
        tuple(members),
        places,
        tuple((problem.interventions[i].step, problem.interventions[i].late) for i in members),
    )


def _pins_after(problem: Problem) -> tuple[tuple[int, ...], ...] | None:
    count = len(problem.interventions)
    at: dict[int, int] = {}
    for i, place in enumerate(problem.places):
        if place is not None:
            if place in at or not 0 <= place < count:
                return None
            at[place] = i
    found: list[list[int]] = [[]]
    for place in range(count):
        if place in at:
            found[-1].append(at[place])
        else:
            found.append([])
    return tuple(map(tuple, found))


def possible_starts(problem: Problem, intervention: int) -> Starts | None:
    """Return when an intervention can start, or None where its windows exclude no start the floor has.

    Stretches of possible starts are joined where the floor has no start between them; empty is never.
    """
    it = problem.interventions[intervention]
    if it.windows is None:
        return None
    floor = [(a, b - it.seconds) for a, b in problem.stretches if a + it.seconds <= b]
    pieces = [
        (max(a, c), min(b, d - it.seconds))
        for a, b in floor
        for c, d in sorted(it.windows)
        if max(a, c) <= min(b, d - it.seconds)
    ]
    joined: list[Window] = []
    for a, b in sorted(pieces):
        if joined and not any(max(c, joined[-1][1] + 1) <= min(d, a - 1) for c, d in floor):
            joined[-1] = joined[-1][0], max(b, joined[-1][1])
        else:
            joined.append((a, b))
    if not joined:
        return ()
    everywhere = len(joined) == 1 and joined[0][0] <= floor[0][0] and joined[0][1] >= floor[-1][1]
    return None if everywhere else tuple(joined)
