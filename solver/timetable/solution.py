"""A timetable: for each sitting its placement, or None while it has none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from solver.timetable.problem import Placement, Problem


@dataclass(frozen=True, slots=True)
class Timetable:
    """Placements by sitting index, as long as ``problem.sittings``."""

    placements: tuple[Placement | None, ...]

    def placed(self) -> Iterator[tuple[int, Placement]]:
        """Yield each sitting that has a place, with the place."""
        for sitting, placement in enumerate(self.placements):
            if placement is not None:
                yield sitting, placement

    def span(self, problem: Problem, sitting: int) -> tuple[int, int] | None:
        """Return the minutes a sitting takes, half open, or None while it has no place."""
        placement = self.placements[sitting]
        if placement is None:
            return None
        return placement.start, placement.start + problem.sittings[sitting].minutes

    def nearer_than(self, problem: Problem, sittings: Iterable[int], gap: int = 0) -> Iterator[tuple[int, int]]:
        """Yield the pairs of placed sittings, smaller index first, with fewer than ``gap`` minutes between them.

        With a gap of 0 these are the pairs that share a minute.
        """
        spans = sorted((span, sitting) for sitting in sittings if (span := self.span(problem, sitting)) is not None)
        live: list[tuple[int, int]] = []
        for (start, end), sitting in spans:
            live = [(other_end, other) for other_end, other in live if other_end + gap > start]
            for _, other in live:
                yield min(other, sitting), max(other, sitting)
            live.append((end, sitting))

    def minutes_between(self, problem: Problem, first: int, second: int) -> int:
        """Return the minutes between two placed sittings, negative where they overlap."""
        one, two = self.span(problem, first), self.span(problem, second)
        assert one is not None
        assert two is not None
        return max(two[0] - one[1], one[0] - two[1])

    def slots_shared(self, problem: Problem, first: int, second: int) -> int:
        """Return the slots of time, parts of one included, that two placed sittings share."""
        one, two = self.span(problem, first), self.span(problem, second)
        assert one is not None
        assert two is not None
        return max(0, -((max(one[0], two[0]) - min(one[1], two[1])) // problem.slot_minutes))

    def walk(self, problem: Problem, first: int, second: int) -> int:
        """Return the minutes of walking between the rooms of two placed sittings."""
        one, two = self.placements[first], self.placements[second]
        assert one is not None
        assert two is not None
        return problem.walk[problem.rooms[one.room].zone][problem.rooms[two.room].zone]

    def sittings_by_meeting(self, problem: Problem) -> dict[tuple[int, int], list[int]]:
        """Return the placed sittings by meeting: period and room."""
        found: dict[tuple[int, int], list[int]] = {}
        for sitting, placement in self.placed():
            found.setdefault((placement.period, placement.room), []).append(sitting)
        return found

    def themes_by_meeting(self, problem: Problem) -> dict[tuple[int, int], frozenset[int]]:
        """Return the themes of what stands in each meeting: period and room."""
        return {
            meeting: frozenset[int]().union(*(problem.session_of(i).themes for i in sittings))
            for meeting, sittings in sorted(self.sittings_by_meeting(problem).items())
        }
