"""The index every id of a forum has in the solver's problems: its position in the forum's own table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.forum import Forum


def positions(ids: Iterable[str]) -> dict[str, int]:
    """Number ids in the order they come."""
    return {item: index for index, item in enumerate(ids)}


@dataclass(frozen=True)
class Indices:
    """Ids to indices, so that only this package speaks both languages."""

    forum: Forum

    @cached_property
    def kind(self) -> dict[str, int]:
        """Kinds of session."""
        return positions(kind.id for kind in self.forum.kinds)

    @cached_property
    def period(self) -> dict[str, int]:
        """Periods."""
        return positions(period.id for period in self.forum.periods)

    @cached_property
    def room(self) -> dict[str, int]:
        """Rooms."""
        return positions(room.id for room in self.forum.rooms)

    @cached_property
    def session(self) -> dict[str, int]:
        """Sessions."""
        return positions(session.id for session in self.forum.sessions)

    @cached_property
    def person(self) -> dict[str, int]:
        """People."""
        return positions(person.id for person in self.forum.people)

    @cached_property
    def participant(self) -> dict[str, int]:
        """Participants; the solver calls them delegations."""
        return positions(participant.id for participant in self.forum.participants)

    @cached_property
    def theme(self) -> dict[str, int]:
        """Themes."""
        return positions(theme.id for theme in self.forum.themes)

    @cached_property
    def constituency(self) -> dict[str, int]:
        """Constituencies."""
        return positions(constituency.id for constituency in self.forum.constituencies)

    @cached_property
    def objective(self) -> dict[int, int]:
        """Objectives by number, also those that only a session names."""
        named = {number for session in self.forum.sessions for number in session.objectives}
        numbers = sorted(named | {objective.number for objective in self.forum.objectives})
        return {number: index for index, number in enumerate(numbers)}

    @cached_property
    def region(self) -> dict[str, int]:
        """Regions of sessions and participants."""
        named = {region for session in self.forum.sessions for region in session.regions}
        return positions(sorted(named | {region for item in self.forum.participants for region in item.regions}))

    @cached_property
    def audience(self) -> dict[str, int]:
        """Audiences sessions expect."""
        return positions(sorted({item for session in self.forum.sessions for item in session.audiences}))

    @cached_property
    def equipment(self) -> dict[str, int]:
        """Pieces of equipment rooms have or sessions need."""
        needed = {item for session in self.forum.sessions for item in session.equipment}
        return positions(sorted(needed | {item for room in self.forum.rooms for item in room.equipment}))

    @cached_property
    def zone(self) -> dict[str, int]:
        """Zones that have a room."""
        return positions(sorted({room.zone for room in self.forum.rooms}))

    @cached_property
    def day(self) -> dict[str, int]:
        """Dates of the forum and of its periods, as ISO text."""
        dates = {*self.forum.days, *(period.date for period in self.forum.periods)}
        return positions(day.isoformat() for day in sorted(dates))

    @cached_property
    def sitting(self) -> dict[tuple[str, int], int]:
        """Sittings by session and number, the first is 1."""
        names = [(s.id, number) for s in self.forum.sessions for number in range(1, len(s.sittings) + 1)]
        return {name: index for index, name in enumerate(names)}

    @cached_property
    def sittings(self) -> tuple[tuple[str, int], ...]:
        """Session and number of every sitting, by index."""
        return tuple(self.sitting)
