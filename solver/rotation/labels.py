"""The words for the things a rotation names by index, so that rules can speak in sentences."""

from __future__ import annotations

from typing import Protocol


class Labels(Protocol):
    """Names of things."""

    def objective(self, objective: int) -> str:
        """Name of an objective."""

    def cycle(self, cycle: int) -> str:
        """Name of a cycle, as 2030."""


class PlainLabels:
    """Labels that show the indices, where nothing better is at hand."""

    def objective(self, objective: int) -> str:
        return f"objective {objective}"

    def cycle(self, cycle: int) -> str:
        return f"cycle {cycle}"
