"""Voluntary national reviews: their stages, alternative reports, recommendations and follow-up."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Minutes, Record, Text, Value, WebAddress, Window
from scheduler.domain.rotation import Count, Number, Year


class Stage(Enum):
    """How far a review has come."""

    ANNOUNCED = "announced"
    REPORTED = "reported"
    PRESENTED = "presented"
    RECORDED = "recorded"
    FOLLOWED_UP = "followed-up"
    WITHDRAWN = "withdrawn"


class Answer(Enum):
    """What a State said to a proposal."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class NationalReview(Record):
    """The voluntary national review of one State in this edition."""

    id: Identifier = Field(description="Short name that never changes")
    participant: Identifier = Field(description="State that presents")
    stage: Stage = Field(
        Stage.ANNOUNCED, description="announced, reported, presented, recorded, followed-up, withdrawn"
    )
    announced_at: dt.datetime | None = Field(None, description="When it volunteered, as 2025-10-01 09:00")
    last_presented: Year | None = Field(None, description="Year of its review before; blank is its first")
    first_call: bool = Field(False, description="Whether it was put off from the edition before, and comes first now")
    presenter: Identifier | None = Field(None, description="Person who presents")
    minutes: Minutes | None = Field(None, description="Minutes of its slot; as the settings say where blank")
    civil_society: Answer = Field(Answer.PROPOSED, description="Its answer to a part for civil society in the slot")
    panel: Identifier | None = Field(None, description="Panel it is kept in; blank lets the tool choose")
    available: tuple[Window, ...] = Field((), description="When it can be presented; any time where blank")
    objectives: tuple[Number, ...] = Field((), description="Objectives it is mostly about")
    report: WebAddress | None = Field(None, description="Where its report can be read")
    report_due: dt.date | None = Field(None, description="When the report is due; as the settings say where blank")
    progress: Text | None = Field(None, description="Progress that was noted, once recorded")
    follow_up: dt.date | None = Field(None, description="When what was recommended is followed up")
    next_review: Year | None = Field(None, description="Edition of its next review; follow-ups recur until then")


class AlternativeReport(Record):
    """A report by civil society beside a State's own; it has the views of its authors."""

    id: Identifier = Field(description="Short name that never changes")
    review: Identifier = Field(description="Review it belongs to")
    author: Identifier = Field(description="Participant that wrote it")
    title: Text = Field(description="Title shown to people")
    link: WebAddress = Field(description="Where it can be read")
    submitted_at: dt.date | None = Field(None, description="When it came")
    asks_floor: bool = Field(False, description="Whether its author asks for the floor in the part for civil society")
    reply: WebAddress | None = Field(None, description="Where the State's reply can be read")


class Response(Enum):
    """What a State said to a recommendation."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    NOTED = "noted"


class Recommendation(Record):
    """A recommendation made in a review, and what became of it."""

    id: Identifier = Field(description="Short name that never changes")
    review: Identifier = Field(description="Review it was made in")
    made_by: Identifier = Field(description="Participant that made it")
    text: Text = Field(description="What is recommended")
    objectives: tuple[Number, ...] = Field((), description="Objectives it is about")
    response: Response = Field(Response.PENDING, description="The State's response: pending, accepted or noted")
    response_text: Text | None = Field(None, description="The response in words")
    follow_up: dt.date | None = Field(None, description="When it is followed up")
    done: bool = Field(False, description="Whether the follow-up was held")


class ReviewSettings(Value):
    """How national reviews are chosen, grouped and run in this forum."""

    kind: Identifier | None = Field(None, description="Kind of session of a review, as vnr")
    capacity: Count | None = Field(None, description="Most reviews in this edition; any number if blank")
    first_minutes: Minutes = Field(30, description="Slot of a State that presents for the first time")
    again_minutes: Minutes = Field(20, description="Slot of a State that has presented before")
    presentation_minutes: Minutes = Field(10, description="Minutes of a slot for the presentation")
    civil_society_minutes: Count = Field(5, description="Minutes of a slot for civil society, where not declined")
    reply_minutes: Count = Field(3, description="Minutes of a slot for the State's reply at its end")
    first_alone: bool = Field(True, description="Whether first presenters have a session of their own")
    panel_least: Annotated[int, Field(ge=1)] = Field(3, description="Fewest States in a panel")
    panel_most: Annotated[int, Field(ge=1)] = Field(4, description="Most States in a panel")
    report_due: dt.date | None = Field(None, description="When reports are due")
    follow_up_months: Count = Field(12, description="Months from a review to its first follow-up, and between others")
    region_scheme: Identifier = Field(
        "un", description="Scheme of regions panels are mixed by and lists take turns by, as un"
    )
