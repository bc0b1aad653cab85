"""Requests for the floor and for roles."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record, Window, ZoneName
from scheduler.domain.session import RoleName


class Rank(Record):
    """One step of protocol rank; a lower number speaks earlier."""

    id: Identifier = Field(description="Short name that never changes")
    label: Line = Field(description="Name shown to people, as Minister")
    order: Annotated[int, Field(ge=1)] = Field(description="Place in protocol, 1 is highest")


class TimeClass(Enum):
    """Which of a kind's time limits a statement has."""

    NATIONAL = "national"
    GROUP = "group"
    STAKEHOLDER = "stakeholder"
    JOINT = "joint"


class Request(Record):
    """A wish to speak in a session, or for a role in it, made for one participant."""

    id: Identifier = Field(description="Number that never changes, as r0017; agendas show it, so put no name in it")
    session: Identifier = Field(description="Session it wants to speak in")
    second_choice: Identifier | None = Field(None, description="Session it would take where the first has no place")
    participant: Identifier = Field(description="Delegation or organisation it speaks for: the capacity")
    person: Identifier | None = Field(None, description="Speaker; blank is to be named")
    rank: Identifier | None = Field(None, description="Rank of the speaker, as M for minister")
    function: Line | None = Field(None, description="Title or function, where the speaker is to be named")
    role: RoleName | None = Field(None, description="Role it asks for, as panellist; blank is to speak from the floor")
    nominated_by: Identifier | None = Field(None, description="Participant that nominates it; blank asks for itself")
    on_behalf_of: Line | None = Field(None, description="Group the statement is made for, as African Group")
    cosponsors: tuple[Identifier, ...] = Field((), description="Participants that join in its statement")
    time_class: TimeClass | None = Field(
        None, description="Whose time limit it has: national, group, stakeholder or joint; follows from the rest"
    )
    minutes: Annotated[float, Field(gt=0, le=120)] | None = Field(
        None, description="Time limit; as the kind of session says where blank"
    )
    requested_at: dt.datetime | None = Field(None, description="When the request came, as 2026-02-03 10:15")
    priority: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Place among its requester's own requests, 1 is wanted most"
    )
    language: Identifier | None = Field(None, description="Language of the statement")
    remote: bool = Field(False, description="Whether the speaker takes part from afar")
    timezone: ZoneName | None = Field(None, description="IANA zone of a speaker from afar who is to be named")
    objectives: tuple[int, ...] = Field((), description="Objectives the statement is about")
    flags: tuple[Identifier, ...] = Field((), description="What it counts under, as first-time")
    available: tuple[Window, ...] = Field((), description="When the speaker can speak; any time where blank")
    place: int | None = Field(None, description="Pinned place in the list: 1 opens it, 3 is third, -1 closes it")
