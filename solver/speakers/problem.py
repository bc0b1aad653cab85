"""The speakers problem: in what order the interventions of one session come, and at what minute.

Times are whole seconds of elapsed time since the origin of the timetable, intervals are half open, and everything
is named by its index. One list may run over several stretches (sittings); an intervention lies inside one of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from solver.rule import Setting

Window = tuple[int, int]
"""A stretch of time, half open, in seconds."""


class Mode(Enum):
    """Where the interspersed speakers stand."""

    THROUGHOUT = "throughout"
    AFTER_OPENING = "after-opening"
    """Interspersed after the interventions of the opening segment (``Intervention.opening``)."""
    RESERVED = "reserved"
    """Only places that are pinned; the others follow in protocol order, interspersed classes last."""
    NONE = "none"
    """Protocol order alone."""


@dataclass(frozen=True, slots=True)
class Intervention:
    """One granted turn at the microphone.

    Attributes
    ----------
    seconds
        Time limit, without changeover.
    interspersed
        Whether its class is one of those that are interspersed.
    protocol
        Key by which speakers of the same stream (interspersed or not) come in protocol order, smaller first:
        place of the class, rank, then the session's policy. Equal keys leave a choice.
    step, late
        Its step of protocol, the place of its class, and how late it asked, 0 in time; later ones of a step follow,
        and ``protocol`` says the same.
    group
        Whether it is a statement on behalf of a group that comes first as such; a late one does not.
    windows
        Times in which the whole intervention must lie, or None for any; already reduced by the times at which
        its speaker is bound elsewhere.
    region, constituency
        Indices, or None where it has none; neighbours in the list should differ in both.
    place
        Pinned place, 1 is first, -1 is last; None is not pinned.
    opening
        Whether it belongs to the opening segment, which precedes the rest.
    """

    seconds: int
    interspersed: bool
    protocol: tuple[int, ...] = ()
    step: int = 0
    late: int = 0
    group: bool = False
    windows: tuple[Window, ...] | None = None
    region: int | None = None
    constituency: int | None = None
    place: int | None = None
    opening: bool = False


@dataclass(frozen=True)
class Problem:
    """Everything one speakers list is made from.

    Attributes
    ----------
    stretches
        The floor time: stretches in time order, disjoint.
    changeover
        Seconds between two speakers; also counted with each intervention when minutes are compared.
    groups_first
        Whether statements on behalf of groups come before national ones of the same stream.
    """

    interventions: tuple[Intervention, ...]
    stretches: tuple[Window, ...]
    mode: Mode = Mode.THROUGHOUT
    changeover: int = 0
    groups_first: bool = False
    settings: Mapping[str, Setting] = field(default_factory=dict)

    @cached_property
    def places(self) -> tuple[int | None, ...]:
        """For each intervention its pinned place counted from 0, or None."""
        count = len(self.interventions)
        return tuple(
            None if i.place is None else i.place - 1 if i.place > 0 else count + i.place for i in self.interventions
        )

    @cached_property
    def is_mixed(self) -> bool:
        """Whether the mode intersperses one class of speakers among the others."""
        return self.mode in (Mode.THROUGHOUT, Mode.AFTER_OPENING)

    @cached_property
    def counted(self) -> tuple[bool, ...]:
        """For each intervention whether interspersal is measured over it."""
        after_opening = self.mode is Mode.AFTER_OPENING
        return tuple(
            self.is_mixed and i.place is None and not (after_opening and i.opening) for i in self.interventions
        )

    @cached_property
    def streams(self) -> tuple[int | None, ...]:
        """For each intervention that is not pinned the stream in which protocol orders it, else None.

        A stream is one part of the list (opening or rest) and, where classes are mixed, one side of the mixture.
        """
        return tuple(
            None if i.place is not None else 2 * (not i.opening) + (counted and i.interspersed)
            for i, counted in zip(self.interventions, self.counted, strict=True)
        )

    @cached_property
    def group_streams(self) -> tuple[int | None, ...]:
        """For each intervention that is not pinned the stream in which group statements come first, else None."""
        reserved = self.mode is Mode.RESERVED
        return tuple(
            None if stream is None else 2 * stream + (reserved and i.interspersed)
            for i, stream in zip(self.interventions, self.streams, strict=True)
        )

    @cached_property
    def protocol_places(self) -> tuple[Window | None, ...]:
        """For each intervention that is not pinned its first and last protocol place in its stream, counted from 0.

        Equal keys share all the places they take together. Groups come first where the problem says so, and
        interspersed speakers last where places are reserved.
        """
        found: list[Window | None] = [None] * len(self.interventions)
        for stream in set(self.streams) - {None}:
            members = [i for i, other in enumerate(self.streams) if other == stream]
            members.sort(key=self._protocol_key)
            keys = [self._protocol_key(i) for i in members]
            for i, key in zip(members, keys, strict=True):
                found[i] = keys.index(key), len(keys) - 1 - keys[::-1].index(key)
        return tuple(found)

    def _protocol_key(self, intervention: int) -> tuple[bool, bool, tuple[int, ...]]:
        it = self.interventions[intervention]
        return self.mode is Mode.RESERVED and it.interspersed, self.groups_first and not it.group, it.protocol

    def duration(self, intervention: int) -> int:
        """Return the seconds an intervention counts with: its limit and the changeover after it."""
        return self.interventions[intervention].seconds + self.changeover

    def is_available(self, intervention: int, start: int) -> bool:
        """Return whether the whole intervention lies in its windows when it starts at a second."""
        it = self.interventions[intervention]
        return it.windows is None or any(a <= start and start + it.seconds <= b for a, b in it.windows)

    def matches(self, before: int, after: int) -> int:
        """Return how many of region and constituency two interventions share, 0 to 2."""
        one, two = self.interventions[before], self.interventions[after]
        return (one.region is not None and one.region == two.region) + (
            one.constituency is not None and one.constituency == two.constituency
        )
