"""When each speaker of an order starts: as early as the order allows."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from solver.speakers.problem import Problem, Window
from solver.speakers.queues import possible_starts
from solver.speakers.solution import SpeakersList, Turn


def next_start(stretches: Sequence[Window], stretch: int, time: int, seconds: int) -> tuple[int, int] | None:
    """Return the stretch and second at which an intervention starts that comes next, or None without floor left.

    ``time`` is the first free second of ``stretch``. Who does not fit there opens the next stretch that is long enough.
    """
    if time + seconds <= stretches[stretch][1]:
        return stretch, time
    for later in range(stretch + 1, len(stretches)):
        begins, ends = stretches[later]
        if begins + seconds <= ends:
            return later, begins
    return None


def first_start(
    stretches: Sequence[Window], due: tuple[int, int], starts: Sequence[Window] | None
) -> tuple[int, int] | None:
    """Return the stretch and second of the first possible start from one on, or None where there is none.

    ``starts`` are possible starts as in :func:`solver.speakers.queues.possible_starts`.
    """
    if starts is None:
        return due
    for first, last in starts:
        if due[1] <= last:
            if first <= due[1]:
                return due
            return bisect_right([begins for begins, _ in stretches], first) - 1, first
    return None


def floor_between(stretches: Sequence[Window], first: int, last: int) -> int:
    """Return the seconds of floor time between two seconds."""
    return sum([max(0, min(ends, last) - max(begins, first)) for begins, ends in stretches])


def timed(problem: Problem, order: Iterable[int]) -> SpeakersList | None:
    """Return the list of an order with its times, or None where windows or the floor leave no time for somebody."""
    turns: list[Turn] = []
    stretch, time = 0, problem.stretches[0][0] if problem.stretches else 0
    for i in order:
        due = None
        if problem.stretches:
            due = next_start(problem.stretches, stretch, time, problem.interventions[i].seconds)
        begun = None if due is None else first_start(problem.stretches, due, possible_starts(problem, i))
        if begun is None:
            return None
        stretch, start = begun
        turns.append(Turn(i, stretch, start))
        time = start + problem.duration(i)
    return SpeakersList(tuple(turns))


def with_pins(pins_after: Sequence[Sequence[int]], order: Sequence[int]) -> tuple[int, ...]:
    """Return the whole order made of those who are not pinned and the pinned ones at their places."""
    whole = list(pins_after[0])
    for i, pinned in zip(order, pins_after[1:], strict=True):
        whole += [i, *pinned]
    return tuple(whole)
