"""When each speaker of an order starts: as early as the order allows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from solver.speakers.problem import Problem, Window
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


def timed(problem: Problem, order: Iterable[int]) -> SpeakersList | None:
    """Return the list of an order with its times, or None where the floor is too short for it."""
    turns: list[Turn] = []
    stretch, time = 0, problem.stretches[0][0] if problem.stretches else 0
    for i in order:
        due = None
        if problem.stretches:
            due = next_start(problem.stretches, stretch, time, problem.interventions[i].seconds)
        if due is None:
            return None
        stretch, start = due
        turns.append(Turn(i, stretch, start))
        time = start + problem.duration(i)
    return SpeakersList(tuple(turns))


def with_pins(pins_after: Sequence[Sequence[int]], order: Sequence[int]) -> tuple[int, ...]:
    """Return the whole order made of those who are not pinned and the pinned ones at their places."""
    whole = list(pins_after[0])
    for i, pinned in zip(order, pins_after[1:], strict=True):
        whole += [i, *pinned]
    return tuple(whole)
