"""Objectives over the editions: what was reviewed, how they hang together, what speaks for a review, the policy."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record, Value, WebAddress
from scheduler.domain.participant import Confidence

Year = Annotated[int, Field(ge=1945, le=2200)]
"""The year of an edition; editions are named by it."""

Number = Annotated[int, Field(ge=1)]
"""The number of an objective in its framework."""

Count = Annotated[int, Field(ge=0)]

ANY_SPREAD = 10
"""By which counts of reviews may differ as they will: no more editions are planned at once."""


class Edition(Record):
    """One edition of the series that has taken place."""

    year: Year = Field(description="Year it took place")
    label: Line | None = Field(None, description="Name shown to people, as IMRF 2022")
    opens_set: bool = Field(False, description="Whether a set of editions begins in which each objective comes once")
    has_focus: bool = Field(True, description="Whether any objective was reviewed in depth")
    source: Line | None = Field(None, description="Where this is from")
    confidence: Confidence = Field(Confidence.MEMORY, description="verified, inferred, memory or assumption")


class Depth(Enum):
    """How deeply an objective was reviewed."""

    IN_DEPTH = "in-depth"
    REVIEWED = "reviewed"


class PastReview(Record):
    """That one objective was reviewed in one edition."""

    year: Year = Field(description="Edition")
    objective: Number = Field(description="Number of the objective")
    depth: Depth = Field(Depth.IN_DEPTH, description="in-depth, or reviewed among all")
    source: Line | None = Field(None, description="Where this is from")
    confidence: Confidence = Field(Confidence.MEMORY, description="verified, inferred, memory or assumption")


class Interlink(Record):
    """That two objectives belong together, and how strongly."""

    first: Number = Field(description="Number of one objective")
    second: Number = Field(description="Number of the other")
    weight: Annotated[int, Field(ge=1, le=10)] = Field(1, description="How strongly, 1 to 10")
    source: Line | None = Field(None, description="Where this is from")


class EvidenceSource(Enum):
    """Who says that an objective needs a review."""

    REGIONAL_REVIEW = "regional-review"
    SECRETARY_GENERAL = "secretary-general"
    INDICATOR = "indicator"
    STAKEHOLDER = "stakeholder"
    MIGRANT_NETWORK = "migrant-network"
    SPECIAL_PROCEDURE = "special-procedure"


class Evidence(Record):
    """One input that speaks for reviewing an objective in depth; States are never ranked by it."""

    id: Identifier = Field(description="Short name that never changes")
    objective: Number = Field(description="Number of the objective")
    source: EvidenceSource = Field(description="regional-review, secretary-general, indicator, stakeholder, ...")
    says: Line = Field(description="What it says, in a sentence")
    urgency: Annotated[int, Field(ge=0, le=10)] = Field(1, description="How strongly it speaks for a review, 0 to 10")
    made_by: Identifier | None = Field(None, description="Participant that made the input")
    made_at: dt.date | None = Field(None, description="Date of the input")
    link: WebAddress | None = Field(None, description="Where it can be read")


class RotationPin(Record):
    """That an objective is, or is not, reviewed in depth in one edition to come."""

    objective: Number = Field(description="Number of the objective")
    year: Year = Field(description="Edition")
    in_focus: bool = Field(True, description="Whether it is reviewed in depth; no keeps it out")
    reason: Line | None = Field(None, description="Why, and who decided it")


class RotationSettings(Value):
    """The forum's policy of rotation; without one all objectives are reviewed every time."""

    kind: Identifier = Field("round-table", description="Kind of session in which objectives are reviewed")
    years_between: Annotated[int, Field(ge=1, le=20)] = Field(4, description="Years from one edition to the next")
    focus_least: Count | None = Field(None, description="Fewest objectives in focus each time, fixed ones apart")
    focus_most: Count | None = Field(
        None,
        description="Most objectives in focus each time; if blank, as many as the gaps and sets admit, which is all "
        "every time where there are none",
    )
    fixed: tuple[Number, ...] = Field((), description="Objectives in focus every time, as 17")
    shortest_gap: Annotated[int, Field(ge=1)] = Field(
        1, description="Fewest editions from one review to the next; 2 is never twice in a row"
    )
    longest_gap: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Most editions from one review in depth to the next; any number if blank"
    )
    spread: Annotated[int, Field(ge=1)] = Field(
        1, description="How far counts of reviews may differ after every edition; 10 or more is any number"
    )
    set_editions: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Editions of a set in which each objective comes exactly once"
    )
    weight_regional_review: Count = Field(2, description="Weight of a regional review's urgency")
    weight_secretary_general: Count = Field(2, description="Weight of the Secretary-General's report")
    weight_indicator: Count = Field(2, description="Weight of an indicator")
    weight_stakeholder: Count = Field(2, description="Weight of inputs of stakeholders and migrant networks")
    weight_special_procedure: Count = Field(2, description="Weight of a special procedure")
    weight_reported_least: Count = Field(
        1,
        description="Weight of each report fewer than on the objective most reported on: of past, regional and "
        "national reviews",
    )
    inputs_open: dt.date | None = Field(None, description="When the call for inputs opens")
    inputs_close: dt.date | None = Field(None, description="When the call for inputs closes; later ones do not count")
    round_tables: Annotated[int, Field(ge=1)] = Field(4, description="Round tables the objectives are grouped into")
    size_slack: Count = Field(1, description="How far sizes of round tables may be from even")
    stability: Count = Field(1, description="Points for each pair of an earlier round table that is parted")
    focus_minutes: Count = Field(
        0, description="Floor minutes more of a round table for each of its objectives in focus"
    )
    focus_kinds: tuple[Identifier, ...] = Field(
        (), description="Other kinds of session that get those minutes too, as regional-review, where they have a floor"
    )
