"""The plan of an edition's national reviews: who has a place and why, and who shares a panel."""

from __future__ import annotations

from functools import cached_property
from typing import Literal

from pydantic import Field

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Identifier, Value


class Choice(Value):
    """Whether a volunteer has a place in this edition, and why."""

    review: Identifier
    is_chosen: bool
    because: str = Field(description="One sentence that says why; who is put off is told of the first call")
    number: int | None = Field(None, description="Number drawn by lot, where it decided")


class Panel(Value):
    """States that present in consecutive sessions of one meeting."""

    id: Identifier
    reviews: tuple[Identifier, ...]


class ReviewPlan(Value):
    """Choice and panels of one forum's reviews; kept beside the forum, so that later panels change little."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    outcome: Outcome = Field(Outcome.OPTIMAL, description="optimal where no panels are better")
    score: int = Field(0, description="Points of the panels; lower is better")
    bound: int = Field(0, description="Proven lower bound of the points")
    short: int = Field(0, description="Places that panels lack to the fewest States of one")
    same_region: int = Field(0, description="Pairs of States of one region that share a panel")
    moved: tuple[Identifier, ...] = Field((), description="Reviews that have another panel than in the plan before")
    choices: tuple[Choice, ...] = Field((), description="Who volunteered, in the order places are given")
    panels: tuple[Panel, ...] = ()

    @cached_property
    def panel_of(self) -> dict[str, str]:
        """Panels by review."""
        return {review: panel.id for panel in self.panels for review in panel.reviews}

    @cached_property
    def choice_of(self) -> dict[str, Choice]:
        """Choices by review."""
        return {choice.review: choice for choice in self.choices}
