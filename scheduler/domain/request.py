"""Requests for the floor."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record, Window


class Rank(Record):
    """One step of protocol rank; a lower number speaks earlier."""

    id: Identifier = Field(description="Short name that never changes")
    label: Line = Field(description="Name shown to people, as Minister")
    order: Annotated[int, Field(ge=1)] = Field(description="Place in protocol, 1 is highest")


class Request(Record):
    """A granted wish to speak in a session, made for one participant."""

    id: Identifier = Field(description="Number that never changes, as r0017; agendas show it, so put no name in it")
    session: Identifier = Field(description="Session it wants to speak in")
    participant: Identifier = Field(description="Delegation or organisation it speaks for: the capacity")
    person: Identifier | None = Field(None, description="Speaker; blank is to be named")
    rank: Identifier | None = Field(None, description="Rank of the speaker, as M for minister")
    on_behalf_of: Line | None = Field(None, description="Group the statement is made for, as African Group")
    minutes: Annotated[float, Field(gt=0, le=120)] | None = Field(
        None, description="Time limit; as the kind of session says where blank"
    )
    requested_at: dt.datetime | None = Field(None, description="When the request came, as 2026-02-03 10:15")
    language: Identifier | None = Field(None, description="Language of the statement")
    remote: bool = Field(False, description="Whether the speaker takes part from afar")
    objectives: tuple[int, ...] = Field((), description="Objectives the statement is about")
    available: tuple[Window, ...] = Field((), description="When the speaker can speak; any time where blank")
    place: int | None = Field(None, description="Pinned place in the list: 1 opens it, 3 is third, -1 closes it")
