"""A plan drawn before the demands: places taken in the grid, and who is bound when.

Sample forums are feasible by construction: every demand they state is met by the plan that was drawn here first.
Times are local wall times on days without a clock change.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scheduler.domain.programme import Period, Room
from scheduler.services.sampling.edition import SampleSizeError


@dataclass(frozen=True, slots=True)
class Place:
    """Where one sitting stands in the plan."""

    session: str
    sitting: int
    period: str
    room: Room
    start: dt.datetime
    minutes: int

    @property
    def end(self) -> dt.datetime:
        """End of the sitting."""
        return self.start + dt.timedelta(minutes=self.minutes)


class Grid:
    """Meetings that fill up one session after the other."""

    def __init__(self, periods: Iterable[Period], rooms: Iterable[Room]) -> None:
        self.periods = {period.id: period for period in periods}
        self.rooms = {room.id: room for room in rooms}
        self.places: list[Place] = []
        self._of: dict[str, list[Place]] = {}
        self._next_free: dict[tuple[str, str], dt.datetime] = {}

    def put(self, session: str, minutes: int, periods: Iterable[str], rooms: Iterable[str], sitting: int = 1) -> Place:
        """Put a sitting into the first of these meetings that has time left, and return its place."""
        halls = tuple(rooms)
        for period in periods:
            for room in halls:
                start = self._start(self.periods[period], self.rooms[room], minutes)
                if start is not None:
                    place = Place(session, sitting, period, self.rooms[room], start, minutes)
                    changeover = dt.timedelta(minutes=self.rooms[room].changeover_minutes)
                    self._next_free[period, room] = place.end + changeover
                    self.places.append(place)
                    self._of.setdefault(session, []).append(place)
                    return place
        raise SampleSizeError(f"{session} finds no meeting with {minutes} minutes left; ask for fewer sessions")

    def of(self, session: str) -> tuple[Place, ...]:
        """Return the places of a session's sittings, in order."""
        return tuple(self._of.get(session, ()))

    def is_empty(self, period: str, room: str) -> bool:
        """Say whether nothing stands in a meeting."""
        return (period, room) not in self._next_free

    def _start(self, period: Period, room: Room, minutes: int) -> dt.datetime | None:
        begin = dt.datetime.combine(period.date, period.start)
        finish = dt.datetime.combine(period.date, period.end)
        start = self._next_free.get((period.id, room.id), begin)
        end = start + dt.timedelta(minutes=minutes)
        if end > finish or (room.hours and not (room.hours.start <= start.time() and end.time() <= room.hours.end)):
            return None
        for closed in room.closed:
            shut = dt.datetime.combine(closed.date, closed.start), dt.datetime.combine(closed.date, closed.end)
            if start < shut[1] and shut[0] < end:
                return None
        return start


class Diary:
    """Who is bound when and in which part of the building."""

    def __init__(self, walks: Mapping[tuple[str, str], int]) -> None:
        self._walks = walks
        self._bound: dict[str, list[Place]] = {}

    def is_free(self, who: str, places: Iterable[Place]) -> bool:
        """Say whether somebody can be at all these places and still walk from and to their others."""
        return all(self._fit(own, place) for place in places for own in self._bound.get(who, ()))

    def bind(self, who: str, places: Iterable[Place]) -> None:
        """Note that somebody is at these places."""
        self._bound.setdefault(who, []).extend(places)

    def places(self, who: str) -> tuple[Place, ...]:
        """Return the places somebody is bound at."""
        return tuple(self._bound.get(who, ()))

    def load(self, who: str) -> int:
        """Return the number of places somebody is bound at."""
        return len(self._bound.get(who, ()))

    def _fit(self, one: Place, other: Place) -> bool:
        if one.session == other.session:
            return True
        zones = one.room.zone, other.room.zone
        walk = dt.timedelta(minutes=self._walks.get(zones, self._walks.get((zones[1], zones[0]), 0)))
        return one.end + walk <= other.start or other.end + walk <= one.start
