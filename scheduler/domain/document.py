"""Papers of sessions, agenda items of constituencies, and records such as pledges, by objective."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Record, Text, WebAddress
from scheduler.domain.rotation import Number


class DocumentKind(Enum):
    """What a paper is."""

    GUIDING_QUESTIONS = "guiding-questions"
    TECHNICAL_SUMMARY = "technical-summary"
    CONCEPT_NOTE = "concept-note"
    OUTCOME = "outcome"


class Document(Record):
    """A paper attached to sessions, as guiding questions or the outcome of another session."""

    id: Identifier = Field(description="Short name that never changes")
    kind: DocumentKind = Field(description="guiding-questions, technical-summary, concept-note or outcome")
    title: Text = Field(description="Title shown to people")
    sessions: tuple[Identifier, ...] = Field(min_length=1, description="Sessions it is attached to")
    of_session: Identifier | None = Field(None, description="Session whose outcome it is")
    drafters: tuple[Identifier, ...] = Field((), description="Participants that drafted it")
    consulted_from: dt.date | None = Field(None, description="First day of the consultation on it")
    consulted_until: dt.date | None = Field(None, description="Last day of the consultation on it")
    version: Line | None = Field(None, description="Its version, as 2 or final")
    published_on: dt.date | None = Field(None, description="When it was published; a draft, where blank, is not shown")
    link: WebAddress | None = Field(None, description="Where it can be read")


class AgendaItem(Record):
    """One item that a constituency has put on the agenda of its own session."""

    session: Identifier = Field(description="Session it belongs to")
    number: Annotated[int, Field(ge=1)] = Field(description="Place on the agenda")
    title: Text = Field(description="Title shown to people")


class PledgeKind(Enum):
    """What is recorded."""

    PLEDGE = "pledge"
    RECOMMENDATION = "recommendation"
    DECLARATION = "declaration"


class Pledge(Record):
    """A pledge, a recommendation or a paragraph of the declaration, by objective."""

    id: Identifier = Field(description="Short name that never changes")
    kind: PledgeKind = Field(PledgeKind.PLEDGE, description="pledge, recommendation or declaration")
    text: Text = Field(description="What it says")
    made_by: Identifier | None = Field(None, description="Participant that made it; blank is the forum")
    session: Identifier | None = Field(None, description="Session it was made in")
    objectives: tuple[Number, ...] = Field((), description="Objectives it is about")
    forwarded_to: tuple[Line, ...] = Field((), description="Other forums it is carried to, as HLPF 2026")
    link: WebAddress | None = Field(None, description="Where it can be read")
