"""Proposals for side events, and the published criteria they are marked by."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Minutes, Record, Text, Window


class Proposal(Record):
    """A side event that is proposed; once chosen it is a session of the same id."""

    id: Identifier = Field(description="Short name that never changes; the session is called so once chosen")
    kind: Identifier = Field(description="Kind of session it would be, as side-event")
    title: Text = Field(description="Title shown to people")
    description: Text | None = Field(None, description="A paragraph for the programme")
    organisers: tuple[Identifier, ...] = Field(min_length=1, description="Participants that organise it, leader first")
    themes: tuple[Identifier, ...] = Field((), description="Themes it belongs to")
    objectives: tuple[int, ...] = Field((), description="Numbers of the objectives it is about")
    minutes: Minutes = Field(90, description="Length in minutes")
    audience: Annotated[int, Field(ge=0)] = Field(0, description="People expected")
    equipment: tuple[Identifier, ...] = Field((), description="Equipment it needs")
    languages: tuple[Identifier, ...] = Field((), description="Languages it is interpreted into; none if blank")
    preferred: tuple[Identifier, ...] = Field((), description="Periods it would rather have")
    available: tuple[Window, ...] = Field(
        (), description="When it can take place; any time where blank; one held online is held in a window it fills"
    )
    remote: bool = Field(False, description="Whether it is held online, and needs no room")
    flags: tuple[Identifier, ...] = Field((), description="What it counts under, as migrant-led")
    priority: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Place among its leader's own proposals, 1 is wanted most"
    )


class Criterion(Record):
    """One published criterion by which proposals are marked."""

    id: Identifier = Field(description="Short name that never changes")
    label: Text = Field(description="Name shown to people, as Link to the objectives under review")
    weight: Annotated[int, Field(ge=0, le=100)] = Field(1, description="How much it counts")
    most: Annotated[int, Field(ge=1, le=100)] = Field(10, description="Highest mark")


class Mark(Record):
    """The mark of one proposal by one criterion."""

    proposal: Identifier = Field(description="Proposal that is marked")
    criterion: Identifier = Field(description="Criterion it is marked by")
    points: Annotated[int, Field(ge=0, le=100)] = Field(description="Points, up to the criterion's highest mark")
