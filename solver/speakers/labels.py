"""The words for the things a speakers problem names by index, so that rules can speak in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Labels(Protocol):
    """Names of things; times are formatted in the forum's local time."""

    def speaker(self, intervention: int) -> str:
        """Who has the floor: the participant, with the person or group where known."""

    def stretch(self, stretch: int) -> str:
        """Name of a stretch of the floor time: the sitting, with its day and hours."""

    def time(self, second: int) -> str:
        """Day and clock time of a second."""

    def clock(self, second: int) -> str:
        """Clock time of a second."""

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        """When somebody can speak, as far as it may be told; nothing where that is never and may be told."""

    def tag(self, family: str, tag: int) -> str:
        """Name of a region or a constituency."""


class PlainLabels:
    """Labels that show the indices, where nothing better is at hand."""

    def speaker(self, intervention: int) -> str:
        return f"speaker {intervention}"

    def stretch(self, stretch: int) -> str:
        return f"stretch {stretch}"

    def time(self, second: int) -> str:
        return f"second {second}"

    def clock(self, second: int) -> str:
        return f"second {second}"

    def hours(self, windows: Sequence[tuple[int, int]]) -> str:
        return spoken_hours(windows, self)

    def tag(self, family: str, tag: int) -> str:
        return f"{family} {tag}"


def spoken_hours(windows: Sequence[tuple[int, int]], labels: Labels) -> str:
    """Say when windows are, as "from Tuesday 5 May, 10:00 until Tuesday 5 May, 11:30 or ..."."""
    return " or ".join(f"from {labels.time(start)} until {labels.time(end)}" for start, end in windows)
