"""What standing somewhere costs by the forum's own tables."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Record

MOST_POINTS = 1_000_000

CostPoints = Annotated[int, Field(ge=1, le=MOST_POINTS)]


class Why(Enum):
    """What a preference is about."""

    WISH = "wish"
    HOURS = "hours"


class Preference(Record):
    """Points that a session or a theme in a period or a room costs, or a room in a period."""

    session: Identifier | None = Field(None, description="Session it is about")
    theme: Identifier | None = Field(None, description="Theme it is about, in place of a session")
    room: Identifier | None = Field(None, description="Room that costs points; with a period and no more, its use then")
    period: Identifier | None = Field(None, description="Period that costs points")
    points: CostPoints = Field(description="Points: for each sitting of a session, each meeting of a theme or room")
    why: Why = Field(Why.WISH, description="wish; or hours, where the period is early or late for remote speakers")


class SimilarThemes(Record):
    """Two themes that the same people follow."""

    first: Identifier = Field(description="A theme")
    second: Identifier = Field(description="A theme that is similar to it")
    points: CostPoints = Field(1, description="Points for each pair of their meetings in one period")
