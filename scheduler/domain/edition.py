"""What a class had of the floor in earlier editions and other forums: the baselines a report compares with."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record
from scheduler.domain.participant import Confidence
from scheduler.domain.sharing import Percent


class Baseline(Record):
    """One figure of an earlier edition or another forum that a share should not fall below."""

    edition: Line = Field(description="Edition or forum, as IMRF 2022")
    participant_class: Identifier = Field(alias="class", description="Class of participants")
    flag: Identifier | None = Field(None, description="Only those with this flag, as migrant-led")
    requested: Annotated[int, Field(ge=0)] | None = Field(None, description="Requests made")
    given: Annotated[int, Field(ge=0)] | None = Field(None, description="Places given")
    spoken: Annotated[int, Field(ge=0)] | None = Field(None, description="Statements made")
    percent: Percent | None = Field(None, description="Share of the floor time, in hundredths")
    warns: bool = Field(True, description="Whether a smaller share now is warned of")
    source: Line | None = Field(None, description="Where the figure is from")
    confidence: Confidence = Field(Confidence.MEMORY, description="verified, inferred, memory or assumption")

    model_config = Record.model_config | {"validate_by_name": True, "validate_by_alias": True}
