"""The words for the things a timetable problem names by index, so that rules can speak in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Labels(Protocol):
    """Names of things; times are formatted in the forum's local time."""

    def session(self, session: int) -> str:
        """Title of a session."""

    def sitting(self, sitting: int) -> str:
        """Title of a sitting: its session's, with its number where there are several."""

    def person(self, person: int) -> str:
        """Name of a person."""

    def delegation(self, delegation: int) -> str:
        """Name of a participant."""

    def room(self, room: int) -> str:
        """Name of a room."""

    def period(self, period: int) -> str:
        """Day and hours of a period."""

    def day(self, day: int) -> str:
        """Date of a day."""

    def time(self, minute: int) -> str:
        """Day and clock time of a minute."""

    def clock(self, minute: int) -> str:
        """Clock time of a minute."""

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        """When somebody is there, as far as it may be told."""

    def kind(self, kind: int) -> str:
        """Name of a kind of session."""

    def tag(self, family: str, tag: int) -> str:
        """Name of a theme, objective, region, audience or piece of equipment."""


class PlainLabels:
    """Labels that show the indices, where nothing better is at hand."""

    def session(self, session: int) -> str:
        return f"session {session}"

    def sitting(self, sitting: int) -> str:
        return f"sitting {sitting}"

    def person(self, person: int) -> str:
        return f"person {person}"

    def delegation(self, delegation: int) -> str:
        return f"delegation {delegation}"

    def room(self, room: int) -> str:
        return f"room {room}"

    def period(self, period: int) -> str:
        return f"period {period}"

    def day(self, day: int) -> str:
        return f"day {day}"

    def time(self, minute: int) -> str:
        return f"minute {minute}"

    def clock(self, minute: int) -> str:
        return f"minute {minute}"

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        return spoken_windows(windows, self)

    def kind(self, kind: int) -> str:
        return f"kind {kind}"

    def tag(self, family: str, tag: int) -> str:
        return f"{family} {tag}"


def spoken_windows(windows: Sequence[tuple[int, int]], labels: Labels) -> str:
    """Say when windows are, as "Tuesday 5 May 10:00 to 11:30 or ..."."""
    if not windows:
        return "at no time"
    return " or ".join(f"{labels.time(low)} to {labels.clock(high)}" for low, high in windows)
