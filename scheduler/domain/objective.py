"""What the forum reviews: objectives of its framework and themes that tie sessions together."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Record, Text


class Objective(Record):
    """One of the framework's numbered objectives."""

    number: Annotated[int, Field(ge=1)] = Field(description="Number in the framework")
    title: Text = Field(description="Full title")
    short: Text | None = Field(None, description="Short label")


class Habit(Enum):
    """How the sessions of a theme lie over the days."""

    NONE = "none"
    SPREAD = "spread"
    TOGETHER = "together"


class Theme(Record):
    """What ties sessions together: a cluster of objectives, a track."""

    id: Identifier = Field(description="Short name that never changes")
    title: Text = Field(description="Name shown to people")
    objectives: tuple[int, ...] = Field((), description="Objectives of the cluster")
    days: Habit = Field(Habit.NONE, description="none, spread over the days, or together on few days")
    chairs: tuple[Identifier, ...] = Field((), description="People who chair its meetings")
