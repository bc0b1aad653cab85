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
    group
        Whether it is a statement on behalf of a group.
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
            None if i.place is None else i.place - 1 if i.place > 0 else count + i.place
            for i in self.interventions
        )
