"""A timetable: for each sitting its placement, or None while it has none."""

from __future__ import annotations

from collections.abc import Iterator
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
