"""The timetable problem: which sitting stands in which room, when.

All times are whole minutes of elapsed time since an origin that the caller chooses, intervals are half open,
and everything is named by its index in the tuples of :class:`Problem`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from solver.rule import Setting
from solver.timetable.interpretation import Interpretation
from solver.timetable.points import Points

Window = tuple[int, int]
"""A stretch of time, half open, in minutes."""


class Standing(Enum):
    """What may stand beside a session at the same time."""

    ALONE = "alone"
    """Nothing official stands beside it (plenary, opening, policy debate, closing)."""
    OFFICIAL = "official"
    """Official; other official sessions may stand beside it (round table, VNR, hearing)."""
    SIDE = "side"
    """Never beside an official session (side event)."""
    FREE = "free"
    """Beside anything that does not stand alone (dedicated stakeholder session, briefing)."""


class Habit(Enum):
    """How the sessions of a theme lie over the days."""

    NONE = "none"
    SPREAD = "spread"
    TOGETHER = "together"


class Link(Enum):
    """What ties two sessions together, from the first to the second."""

    BEFORE = "before"
    """The first ends before the second starts, at least ``minutes`` earlier."""
    SAME_DAY = "same day"
    CONSECUTIVE = "consecutive"
    """The second starts after the first ends, at most ``minutes`` later."""
    FEEDS = "feeds"
    """The first ends before the second starts and at most ``days`` days earlier."""
    APART = "apart"
    """The two are never at the same time."""


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of one day in which sessions of some kinds can stand."""

    day: int
    start: int
    end: int
    kinds: frozenset[int]
    prime: bool = False

    @property
    def minutes(self) -> int:
        """Length in minutes."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Room:
    """A place with seats, equipment, interpretation booths and hours (none given: always open)."""

    seats: int
    equipment: frozenset[int] = frozenset()
    booths: int = 0
    zone: int = 0
    changeover_minutes: int = 0
    open: tuple[Window, ...] | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """What is placed: one or more sittings, each inside one meeting.

    Attributes
    ----------
    sittings
        Minutes of each sitting, in order.
    seats
        Seats it cannot do without.
    audience
        People expected.
    languages
        Interpretation booths it needs; 0 where it is not interpreted.
    people
        Persons bound for the whole of it: chairs, moderators, panellists, attendees.
    speakers, attendees
        Those of them who speak in it, and those who only want to be there.
    due
        Its place among the sessions of its themes, from 1; 0 is any.
    delegations
        Participants with a named role in it, bound as one body.
    wanted_by
        Participants that need somebody in the room.
    windows
        Times at which it can take place; None is any time.
    opens
        Objectives that its taking place opens for discussion.
    preferred
        Periods it would rather have; empty is no wish.
    remote
        For each remote speaker the times that are decent hours where that speaker is.
    """

    kind: int
    standing: Standing
    sittings: tuple[int, ...]
    seats: int = 0
    audience: int = 0
    equipment: frozenset[int] = frozenset()
    languages: int = 0
    people: frozenset[int] = frozenset()
    speakers: frozenset[int] = frozenset()
    attendees: frozenset[int] = frozenset()
    due: int = 0
    delegations: frozenset[int] = frozenset()
    wanted_by: frozenset[int] = frozenset()
    themes: frozenset[int] = frozenset()
    objectives: frozenset[int] = frozenset()
    opens: frozenset[int] = frozenset()
    regions: frozenset[int] = frozenset()
    audiences: frozenset[int] = frozenset()
    windows: tuple[Window, ...] | None = None
    preferred: frozenset[int] = frozenset()
    stakeholder_led: bool = False
    remote: tuple[tuple[Window, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """One tie between two sessions; ``amount`` is minutes, or days where the link is ``FEEDS``."""

    link: Link
    first: int
    second: int
    amount: int = 0


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a sitting stands: its period, room and first minute."""

    period: int
    room: int
    start: int


@dataclass(frozen=True, slots=True)
class Pin:
    """What of a sitting's placement an organiser has fixed; None leaves it open."""

    sitting: int
    period: int | None = None
    room: int | None = None
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """One part of a session, the unit that is placed."""

    session: int
    number: int
    minutes: int


@dataclass(frozen=True)
class Problem:
    """Everything a timetable is made from.

    Attributes
    ----------
    slot_minutes
        Starts lie on multiples of this after the start of their period.
    walk
        Minutes of walking from zone to zone, square and symmetric, 0 inside a zone.
    person_windows
        For each person the times at which they are there; None is always.
    delegation_people
        For each participant the people it has.
    habits
        For each theme how its sessions lie over the days.
    theme_chairs
        For each theme the persons who chair its meetings.
    points
        What places cost by the forum's own tables.
    framework
        Objectives that are to be open for discussion.
    baseline
        For each sitting its place in a given agenda, or None; empty where no agenda is given.
    settings
        Level and weight by rule name, where they differ from the rule's own.
    """

    periods: tuple[Period, ...]
    rooms: tuple[Room, ...]
    sessions: tuple[Session, ...]
    relations: tuple[Relation, ...] = ()
    pins: tuple[Pin, ...] = ()
    slot_minutes: int = 5
    walk: tuple[tuple[int, ...], ...] = ((0,),)
    person_windows: tuple[tuple[Window, ...] | None, ...] = ()
    delegation_people: tuple[int, ...] = ()
    habits: tuple[Habit, ...] = ()
    theme_chairs: tuple[frozenset[int], ...] = ()
    points: Points = field(default_factory=Points)
    interpretation: Interpretation = field(default_factory=Interpretation)
    framework: frozenset[int] = frozenset()
    baseline: tuple[Placement | None, ...] = ()
    settings: Mapping[str, Setting] = field(default_factory=dict)

    @cached_property
    def sittings(self) -> tuple[Sitting, ...]:
        """All sittings, session by session."""
        return tuple(
            Sitting(index, number, minutes)
            for index, session in enumerate(self.sessions)
            for number, minutes in enumerate(session.sittings)
        )

    @cached_property
    def sittings_of(self) -> tuple[tuple[int, ...], ...]:
        """For each session the indices of its sittings."""
        found: list[list[int]] = [[] for _ in self.sessions]
        for index, sitting in enumerate(self.sittings):
            found[sitting.session].append(index)
        return tuple(tuple(indices) for indices in found)

    @cached_property
    def tied(self) -> tuple[tuple[int, ...], ...]:
        """For each sitting the other sittings of its session and of sessions that a relation ties to it."""
        near: list[set[int]] = [{index} for index in range(len(self.sessions))]
        for relation in self.relations:
            near[relation.first].add(relation.second)
            near[relation.second].add(relation.first)
        return tuple(
            tuple(i for i in self.sittings_with(near[sitting.session]) if i != index)
            for index, sitting in enumerate(self.sittings)
        )

    @cached_property
    def days(self) -> tuple[int, ...]:
        """The days that have a period, in order."""
        return tuple(sorted({period.day for period in self.periods}))

    def session_of(self, sitting: int) -> Session:
        """Return the session a sitting belongs to."""
        return self.sessions[self.sittings[sitting].session]

    def sittings_with(self, sessions: frozenset[int] | set[int]) -> tuple[int, ...]:
        """Return the sittings of some sessions, in order."""
        return tuple(i for s in sorted(sessions) for i in self.sittings_of[s])

    def tagged(self, family: str) -> Mapping[int, tuple[int, ...]]:
        """Return the sittings of the sessions that carry each index of one of their sets.

        ``family`` names the set: people, delegations, wanted_by, themes, objectives, opens, regions, audiences.
        """
        if family not in self._tagged:
            found: dict[int, list[int]] = {}
            for sitting in range(len(self.sittings)):
                for index in getattr(self.session_of(sitting), family):
                    found.setdefault(index, []).append(sitting)
            self._tagged[family] = {index: tuple(found[index]) for index in sorted(found)}
        return self._tagged[family]

    @cached_property
    def _tagged(self) -> dict[str, Mapping[int, tuple[int, ...]]]:
        return {}
