"""Timetables in which a sitting stands right where a rule begins or ceases to hold."""

from collections.abc import Iterable
from itertools import chain
from random import Random

from solver.timetable.problem import Placement, Problem, Window
from solver.timetable.solution import Timetable
from tests.solver.timetable.drawing import starts_in

GAPS = (0, 10, 15, 25, 30, 60)
"""Minutes of changeover, walking, rest and relations that the random problems are drawn from."""


def at_an_edge(random: Random, problem: Problem, timetable: Timetable) -> Timetable:
    """Move one sitting to, or a slot beside, the edge of a window or of another sitting, where there is one."""
    sitting = random.randrange(len(problem.sittings))
    edges = _edges(random, problem, timetable, sitting)
    starts = {edge + random.choice((-1, 0, 0, 1)) * problem.slot_minutes for edge in edges}
    places = [
        Placement(index, random.randrange(len(problem.rooms)), start)
        for index, period in enumerate(problem.periods)
        for start in sorted(starts)
        if start in starts_in(period, problem.sittings[sitting].minutes, problem.slot_minutes)
    ]
    if not places:
        return timetable
    placements = list(timetable.placements)
    placements[sitting] = random.choice(places)
    return Timetable(tuple(placements))


def _edges(random: Random, problem: Problem, timetable: Timetable, sitting: int) -> list[int]:
    """Return the edges of one family: of some windows, or of the other sittings."""
    minutes = problem.sittings[sitting].minutes
    session = problem.session_of(sitting)
    windows: list[Iterable[Window]] = [
        session.windows or (),
        chain.from_iterable(session.remote),
        chain.from_iterable(room.open or () for room in problem.rooms),
        chain.from_iterable(problem.person_windows[person] or () for person in session.people),
    ]
    families = [[edge for low, high in family for edge in (low, high - minutes)] for family in windows]
    near = [
        edge
        for other, place in timetable.placed()
        if other != sitting
        for gap in GAPS
        for edge in (place.start - gap - minutes, place.start + problem.sittings[other].minutes + gap)
    ]
    return random.choice([family for family in (*families, near) if family] or [[]])
