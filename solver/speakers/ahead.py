"""What must still be possible: speakers to come against the time before they leave or until they arrive."""

from __future__ import annotations

from bisect import bisect_right

from solver.speakers.problem import Problem
from solver.speakers.queues import Queues


class Ahead:
    """Necessary conditions on who is still to come; a state that breaks one has no end.

    Attributes
    ----------
    leaving
        Bundles with their latest start and duration, who leaves first coming first.
    arriving
        For each earliest start the bundles that may have the floor before it.
    """

    def __init__(self, problem: Problem, queues: Queues) -> None:
        self._stretches = problem.stretches
        self._durations = [queues.queues[bundle.queue].duration for bundle in queues.bundles]
        windowed = [b for b, bundle in enumerate(queues.bundles) if bundle.starts is not None]
        self.leaving = sorted((queues.bundles[b].latest or 0, b, self._durations[b]) for b in windowed)
        self.arriving: list[tuple[int, list[int], list[int]]] = []
        for moment in sorted({queues.bundles[b].earliest or 0 for b in windowed}):
            late = [b for b in windowed if (queues.bundles[b].earliest or 0) >= moment]
            soon = sorted(set(range(len(queues.bundles))) - set(late))
            self.arriving.append((moment, soon, late))
        pinned = [problem.duration(i) for i, place in enumerate(problem.places) if place is not None]
        self._pinned = sum(pinned)
        self._longest = max(self._durations + pinned, default=0)

    def holds(self, left: tuple[int, ...], stretch: int, time: int) -> bool:
        """Return whether nobody is certain to be missed."""
        return self._leave_in_time(left, time) and self._floor_is_filled(left, stretch, time)

    def _leave_in_time(self, left: tuple[int, ...], time: int) -> bool:
        spoken = longest = 0
        for latest, bundle, duration in self.leaving:
            if left[bundle]:
                spoken += left[bundle] * duration
                longest = max(longest, duration)
                if time + spoken - longest > latest:
                    return False
        return True

    def _floor_is_filled(self, left: tuple[int, ...], stretch: int, time: int) -> bool:
        for moment, soon, late in self.arriving:
            if moment <= time or not any(left[b] for b in late):
                continue
            speakers = sum([left[b] * self._durations[b] for b in soon]) + self._pinned
            if speakers < self._floor_until(stretch, time, moment):
                return False
        return True

    def _floor_until(self, stretch: int, time: int, moment: int) -> int:
        """Return the floor seconds before a moment that somebody must fill, the rest at a stretch's end left out."""
        last = bisect_right([begins for begins, _ in self._stretches], moment) - 1
        seconds = 0
        for index in range(stretch, last + 1):
            begins, ends = self._stretches[index]
            seconds += max(0, min(moment, ends - self._longest) - (time if index == stretch else begins))
        return seconds
