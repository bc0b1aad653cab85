"""What must still be possible: speakers to come against the time before they leave or until they arrive."""

from __future__ import annotations

from bisect import bisect_right

from solver.speakers.problem import Problem
from solver.speakers.queues import Queues


class Ahead:
    """What is certain of a state by counts alone.

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
        pinned = [sum(map(problem.duration, pins)) for pins in queues.pins_after]
        self._pinned = [sum(pinned[len(pinned) - count :]) for count in range(len(pinned))]
        self._longest = max(map(problem.duration, range(len(problem.interventions))), default=0)

    def leave_in_time(self, left: tuple[int, ...], time: int) -> bool:
        """Return whether nobody is certain to have left before their turn."""
        spoken = longest = 0
        for latest, bundle, duration in self.leaving:
            if left[bundle]:
                spoken += left[bundle] * duration
                longest = max(longest, duration)
                if time + spoken - longest > latest:
                    return False
        return True

    def waits(self, left: tuple[int, ...], stretch: int, time: int) -> int:
        """Return seconds the floor must wait at least: those who are there cannot fill it until the others come."""
        most = 0
        for moment, soon, late in self.arriving:
            if moment <= time or not any(left[b] for b in late):
                continue
            speakers = sum([left[b] * self._durations[b] for b in soon]) + self._pinned[sum(left)]
            most = max(most, self._floor_until(stretch, time, moment) - speakers)
        return most

    def _floor_until(self, stretch: int, time: int, moment: int) -> int:
        """Return the floor seconds before a moment that somebody must fill, the rest at a stretch's end left out."""
        last = bisect_right([begins for begins, _ in self._stretches], moment) - 1
        seconds = 0
        for index in range(stretch, last + 1):
            begins, ends = self._stretches[index]
            seconds += max(0, min(moment, ends - self._longest) - (time if index == stretch else begins))
        return seconds
