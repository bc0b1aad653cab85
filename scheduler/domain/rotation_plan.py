"""The plan of a rotation: what the editions to come review in depth. A value that is released in versions."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Line, Value


class EditionPlan(Value):
    """What one edition to come reviews in depth, and how all objectives share its round tables."""

    year: int
    focus: tuple[int, ...] = Field(description="Objectives reviewed in depth, fixed ones included")
    round_tables: tuple[tuple[int, ...], ...] = Field(description="Objectives of each round table")
    parted: int = Field(0, description="Points of linked objectives that do not share a round table")
    parted_bound: int = Field(0, description="Proven bound of those points")


class RotationPlan(Value):
    """A plan of the editions to come. A value: a newer version replaces it, and earlier ones are kept."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    series: Line | None = Field(None, description="Its series, whose later editions go on from the plan")
    version: Annotated[int, Field(ge=1)] = 1
    comment: Line | None = None
    outcome: Outcome
    score: int
    bound: int
    editions: tuple[EditionPlan, ...]
    floors: dict[str, int] = Field(
        default_factory=dict, description="Floor minutes of sessions before the plan gave them more"
    )
    given: dict[str, int] = Field(default_factory=dict, description="Floor minutes that the plan gave those sessions")
    earlier: tuple[RotationPlan, ...] = Field((), description="Versions released before, the newest first")

    @cached_property
    def focus_of(self) -> dict[int, tuple[int, ...]]:
        """Objectives in focus by year."""
        return {edition.year: edition.focus for edition in self.editions}
