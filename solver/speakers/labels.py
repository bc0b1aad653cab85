"""The words for the things a speakers problem names by index, so that rules can speak in sentences."""

from __future__ import annotations

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

    def tag(self, family: str, tag: int) -> str:
        return f"{family} {tag}"
