"""Points that a forum's own tables put on places: what standing somewhere costs, beside what rules work out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[int, int]
"""Two indices, in the order that the name of the table states."""


@dataclass(frozen=True)
class Points:
    """Points by pair of indices, at least 1 each; pairs that are not listed cost nothing.

    Attributes
    ----------
    session_period, session_room
        For each sitting of a session in a period, or in a room.
    session_hours
        For each sitting of a session in a period at whose hours those who take part from afar would rather not.
    theme_period, theme_room
        For each meeting of a theme in a period, or in a room.
    room_period
        For the meeting of a room in a period, if anything stands in it.
    similar
        For each pair of meetings of two themes in one period, the smaller index first.
    """

    session_period: Mapping[Pair, int] = field(default_factory=dict)
    session_room: Mapping[Pair, int] = field(default_factory=dict)
    session_hours: Mapping[Pair, int] = field(default_factory=dict)
    theme_period: Mapping[Pair, int] = field(default_factory=dict)
    theme_room: Mapping[Pair, int] = field(default_factory=dict)
    room_period: Mapping[Pair, int] = field(default_factory=dict)
    similar: Mapping[Pair, int] = field(default_factory=dict)
