"""Regional reviews of the years before, what they found, and events outside the forum that prepare it."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record, Text, WebAddress, ZoneName
from scheduler.domain.participant import Confidence
from scheduler.domain.rotation import Number


class RegionScheme(Record):
    """A scheme of regions, as the five groups of the United Nations or the regional commissions."""

    id: Identifier = Field(description="Short name before the dot of its regions, as un")
    label: Text = Field(description="Name shown to people")
    source: Line | None = Field(None, description="Where it is from")


class RegionalReview(Record):
    """One regional review, or one of a corridor of migration."""

    id: Identifier = Field(description="Short name that never changes")
    title: Text = Field(description="Name shown to people")
    regions: tuple[Identifier, ...] = Field(min_length=1, description="Regions it is of, as commission.escap")
    start: dt.date | None = Field(None, description="First day")
    end: dt.date | None = Field(None, description="Last day")
    place: Line | None = Field(None, description="Where it was held")
    session: Identifier | None = Field(None, description="Session of this forum that hears it")
    link: WebAddress | None = Field(None, description="Where its report can be read")
    source: Line | None = Field(None, description="Where this is from")
    confidence: Confidence = Field(Confidence.MEMORY, description="verified, inferred, memory or assumption")


class RegionalResult(Record):
    """What a regional review found about one objective."""

    review: Identifier = Field(description="Regional review")
    objective: Number = Field(description="Number of the objective")
    finding: Line = Field(description="What it found, in a sentence")
    urgency: Annotated[int, Field(ge=0, le=10)] = Field(1, description="How strongly it speaks for a review, 0 to 10")
    link: WebAddress | None = Field(None, description="Where it can be read")


class PreparationKind(Enum):
    """What an event outside the forum's rooms is."""

    NATIONAL_WORKSHOP = "national-workshop"
    REGIONAL_TRAINING = "regional-training"
    CONSULTATION = "consultation"
    BRIEFING = "briefing"
    FOLLOW_UP = "follow-up"
    SIDE_EVENT = "side-event"


class Preparation(Record):
    """An event outside the forum's rooms: it prepares the forum, follows it up, or is a side event held online."""

    id: Identifier = Field(description="Short name that never changes")
    kind: PreparationKind = Field(
        description="national-workshop, regional-training, consultation, briefing, follow-up or side-event"
    )
    title: Text = Field(description="Name shown to people")
    start: dt.datetime = Field(description="When it begins, in its own time zone, as 2026-02-03 10:00")
    end: dt.datetime = Field(description="When it ends")
    timezone: ZoneName | None = Field(None, description="IANA zone of its times; the forum's where blank")
    place: Line | None = Field(None, description="Where it is held; blank is online")
    regions: tuple[Identifier, ...] = Field((), description="Regions it is for")
    organisers: tuple[Identifier, ...] = Field((), description="Participants that organise it")
    stream: WebAddress | None = Field(None, description="Where it is streamed or its recording is found")
    link: WebAddress | None = Field(None, description="Where more can be read")
