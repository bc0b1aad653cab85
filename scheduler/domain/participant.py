"""Who takes part: classes, constituencies, participants, people and what they belong to."""

from __future__ import annotations

from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints

from scheduler.domain.base import Identifier, Line, Record, Text, Value, Window, ZoneName

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""The code of a country in three letters, as ISO 3166-1 has it."""


class Confidence(Enum):
    """How sure a cited fact is."""

    VERIFIED = "verified"
    INFERRED = "inferred"
    MEMORY = "memory"
    ASSUMPTION = "assumption"


class ParticipantClass(Record):
    """A class of participants with its rights as cited data."""

    id: Identifier = Field(description="Short name that never changes")
    label: Text = Field(description="Name shown to people, as Member State")
    interspersed: bool = Field(False, description="Whether its speakers are placed among the others")
    delegation: bool = Field(False, description="Whether its members are delegations of States or observers")
    protocol_place: Annotated[int, Field(ge=1)] = Field(
        1, description="Place of the class in protocol; classes with one number form one order"
    )
    speaks_in: tuple[Identifier, ...] = Field((), description="Kinds of session it may ask to speak in")
    basis: Line | None = Field(None, description="The decision or source this rests on")
    confidence: Confidence = Field(Confidence.MEMORY, description="verified, inferred, memory or assumption")


class Flag(Record):
    """Something the forum counts participants or requests under, as first-time or led by migrants."""

    id: Identifier = Field(description="Short name that never changes")
    label: Text = Field(description="Name shown to people, as Led by migrants")
    description: Line | None = Field(None, description="What it means, so that everybody states it alike")


class Constituency(Record):
    """A stakeholder group with a focal point."""

    id: Identifier = Field(description="Short name that never changes")
    label: Text = Field(description="Name shown to people, as Trade unions")
    focal_point: Identifier | None = Field(None, description="Person who speaks for it")


class Participant(Record):
    """A delegation, observer, UN entity or stakeholder organisation."""

    id: Identifier = Field(description="Short name that never changes")
    name: Text = Field(description="Name shown to people")
    participant_class: Identifier = Field(alias="class", description="Its class")
    constituency: Identifier | None = Field(None, description="Its stakeholder group")
    country: CountryCode | None = Field(
        None, description="Its country by ISO code or name; for an organisation as well"
    )
    regions: tuple[Identifier, ...] = Field(
        (), description="Regions and corridors, as un.african; scheme before the dot"
    )
    people: Annotated[int, Field(ge=1)] = Field(1, description="People it can send to sessions at once")
    track: Identifier | None = Field(None, description="How it is accredited, as ecosoc or special")
    flags: tuple[Identifier, ...] = Field((), description="What it counts under, as migrant-led")

    model_config = Value.model_config | {"validate_by_name": True, "validate_by_alias": True}


class Publication(Enum):
    """How much of a person leaves the tool."""

    NAMED = "named"
    ORGANISATION = "organisation"
    WITHHELD = "withheld"


class Person(Record):
    """Somebody who takes part."""

    id: Identifier = Field(description="Short name that never changes")
    name: Line = Field(description="Name as the person writes it")
    affiliations: tuple[Identifier, ...] = Field((), description="Participants the person belongs to")
    function: Line | None = Field(None, description="Title or function, as Minister of Labour")
    publication: Publication | None = Field(
        None, description="named, organisation or withheld; blank is named for delegations, else organisation"
    )
    gender: Line | None = Field(None, description="Only as the person chose to state it; never needed")
    gender_counts: bool = Field(False, description="Whether the person agrees that gender counts when places are given")
    timezone: ZoneName | None = Field(None, description="IANA zone of a person who takes part from afar")
    available: tuple[Window, ...] = Field((), description="When the person is there; always where blank")
