"""A speakers list: interventions in order, each with its stretch and first second."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Turn:
    """One intervention in the list."""

    intervention: int
    stretch: int
    start: int


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """All turns in order."""

    turns: tuple[Turn, ...]
