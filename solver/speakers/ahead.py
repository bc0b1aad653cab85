"""What must still be possible: speakers to come against the time before they leave or until they arrive."""

from __future__ import annotations

from bisect import bisect_right
from math import gcd

from solver.speakers.problem import Problem
from solver.speakers.queues import Queues


class Ahead:
    """What is certain of a state by counts alone.

    Attributes
    ----------
    leaving
        Bundles with their latest start and duration, who leaves first coming first.
    always, arriving
        Bundles that can start at any time, and the others by their earliest start.
    """

    def __init__(self, problem: Problem, queues: Queues) -> None:
        self._stretches = problem.stretches
        self._durations = [queues.queues[bundle.queue].duration for bundle in queues.bundles]
        windowed = [b for b, bundle in enumerate(queues.bundles) if bundle.starts is not None]
        self.leaving = sorted((queues.bundles[b].latest or 0, b, self._durations[b]) for b in windowed)
        earliest = [queues.bundles[b].earliest or 0 for b in windowed]
        self.always = [b for b, bundle in enumerate(queues.bundles) if bundle.starts is None]
        self.arriving = [
            (moment, [b for b, arrives in zip(windowed, earliest, strict=True) if arrives == moment])
            for moment in sorted(set(earliest))
        ]
        counted = [b for b, bundle in enumerate(queues.bundles) if queues.queues[bundle.queue].counted]
        self._side = [
            [b for b in counted if queues.queues[queues.bundles[b].queue].interspersed is side]
            for side in (False, True)
        ]
        self._leave = [self._last_end(queues, side) for side in self._side]
        self._changeover = problem.changeover
        self._unit = gcd(*map(problem.duration, range(len(problem.interventions))))
        pinned = [sum(map(problem.duration, pins)) for pins in queues.pins_after]
        self._pinned = [sum(pinned[len(pinned) - count :]) for count in range(len(pinned))]
        self._longest = max(map(problem.duration, range(len(problem.interventions))), default=0)

    def _last_end(self, queues: Queues, bundles: list[int]) -> int | None:
        """Return the second by which all of some bundles have spoken, or None where somebody can stay."""
        ends = [(queues.bundles[b].latest, self._durations[b]) for b in bundles]
        return (
            max((latest or 0) + own for latest, own in ends) if all(e[0] is not None for e in ends) and ends else None
        )

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
        if not self.arriving or self.arriving[-1][0] <= time:
            return 0
        most = 0
        speakers = sum([left[b] * self._durations[b] for b in self.always]) + self._pinned[sum(left)]
        for moment, bundles in self.arriving:
            come = sum([left[b] * self._durations[b] for b in bundles])
            if come and moment > time:
                most = max(most, self._floor_until(stretch, time, moment) - speakers)
            speakers += come
        return most

    def _floor_until(self, stretch: int, time: int, moment: int) -> int:
        """Return the floor seconds before a moment that somebody must fill, the rest at a stretch's end left out."""
        last = bisect_right([begins for begins, _ in self._stretches], moment) - 1
        seconds = 0
        for index in range(stretch, last + 1):
            begins, ends = self._stretches[index]
            seconds += max(0, min(moment, ends - self._longest) - (time if index == stretch else begins))
        return seconds

    def tail(self, left: tuple[int, ...], time: int) -> tuple[int, bool] | None:
        """Return seconds that one side must speak after the last of the other, and which side, where that is certain.

        It is where all of the other side must leave: what they and the first side say before has to fit until then.
        """
        for side in (False, True):
            leave = self._leave[side]
            if leave is None or not any(left[b] for b in self._side[side]):
                continue
            room = self._spoken_until(time, leave) - sum([left[b] * self._durations[b] for b in self._side[side]])
            rest = sum([left[b] * self._durations[b] for b in self._side[not side]])
            if rest > room:
                return rest - max(0, room), not side
        return None

    def _spoken_until(self, time: int, moment: int) -> int:
        """Return the most seconds, changeovers included, that can be spoken between two moments."""
        rooms = [min(ends, moment) - max(begins, time) for begins, ends in self._stretches]
        return sum([(room + self._changeover) // self._unit * self._unit for room in rooms if room > 0])
