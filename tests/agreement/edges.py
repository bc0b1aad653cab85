"""Timetables in which a sitting stands right where a rule begins or ceases to hold."""

from collections.abc import Iterator
from random import Random

from solver.timetable.problem import Placement, Problem, Window
from solver.timetable.solution import Timetable

GAPS = (0, 10, 15, 25, 30, 60)
"""Minutes of changeover, walking, rest and relations that the random problems are drawn from."""


def at_an_edge(random: Random, problem: Problem, timetable: Timetable) -> Timetable:
    """Move one sitting to, or a slot beside, the edge of a window or of another sitting, where there is one."""
    sitting = random.randrange(len(problem.sittings))
    starts = {
        edge + random.choice((-1, 0, 0, 1)) * problem.slot_minutes for edge in _edges(problem, timetable, sitting)
    }
    places = [
        Placement(index, random.randrange(len(problem.rooms)), start)
        for index, period in enumerate(problem.periods)
        for start in sorted(starts)
        if period.start <= start <= period.end - problem.sittings[sitting].minutes
        and (start - period.start) % problem.slot_minutes == 0
    ]
    if not places:
        return timetable
    placements = list(timetable.placements)
    placements[sitting] = random.choice(places)
    return Timetable(tuple(placements))


def _edges(problem: Problem, timetable: Timetable, sitting: int) -> Iterator[int]:
    minutes = problem.sittings[sitting].minutes
    for low, high in _windows(problem, sitting):
        yield low
        yield high - minutes
    for other, place in timetable.placed():
        if other != sitting:
            for gap in GAPS:
                yield place.start - gap - minutes
                yield place.start + problem.sittings[other].minutes + gap


def _windows(problem: Problem, sitting: int) -> Iterator[Window]:
    session = problem.session_of(sitting)
    yield from session.windows or ()
    for windows in session.remote:
        yield from windows
    for room in problem.rooms:
        yield from room.open or ()
    for person in session.people:
        yield from problem.person_windows[person] or ()
