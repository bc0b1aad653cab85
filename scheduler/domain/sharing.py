"""How places are shared out where more people ask than can have one: shares, balances, limits and the lot."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field, StringConstraints

from scheduler.domain.base import Identifier, Line, Record, Value

Percent = Annotated[float, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0)]
Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 digest in hexadecimal digits."""


class Share(Record):
    """What of the floor of some sessions a class, or a constituency in it, is promised."""

    kind: Identifier | None = Field(None, description="Kind of session it holds in; blank where a session is named")
    session: Identifier | None = Field(None, description="Session it holds in, instead of what holds for its kind")
    participant_class: Identifier = Field(alias="class", description="Class of participants")
    constituency: Identifier | None = Field(None, description="Constituency in that class; blank is the whole class")
    percent: Percent | None = Field(None, description="Share of the floor time, in hundredths")
    places: Count | None = Field(None, description="Number of speakers, instead of a share")
    least: Count | None = Field(None, description="Fewest speakers, where so many ask")
    most: Count | None = Field(None, description="Most speakers")
    basis: Line | None = Field(None, description="The decision or promise this rests on")

    model_config = Value.model_config | {"validate_by_name": True, "validate_by_alias": True}


class Trait(Enum):
    """What a balance counts."""

    REGION = "region"
    GENDER = "gender"
    FLAG = "flag"
    CONSTITUENCY = "constituency"
    CLASS = "class"
    TRACK = "track"


class Per(Enum):
    """Over what a balance counts."""

    SESSION = "session"
    FORUM = "forum"


class Balance(Record):
    """How many of those who are given a place a group should be, at least or at most."""

    id: Identifier = Field(description="Short name that never changes")
    trait: Trait = Field(description="What is counted: region, gender, flag, constituency, class or track")
    value: Line = Field(description="Which one, as un.african, woman or first-time")
    participant_class: Identifier | None = Field(None, alias="class", description="Among whom; blank is everybody")
    kinds: tuple[Identifier, ...] = Field((), description="In which kinds of session; all where blank")
    per: Per = Field(Per.SESSION, description="Counted in each session, or over the whole forum")
    least_percent: Percent | None = Field(None, description="Fewest, in hundredths of the places")
    most_percent: Percent | None = Field(None, description="Most, in hundredths of the places")
    basis: Line | None = Field(None, description="The decision or promise this rests on")

    model_config = Value.model_config | {"validate_by_name": True, "validate_by_alias": True}


class Yielded(Enum):
    """Who has the time that a speaker yields."""

    CLASS = "class"
    FLOOR = "floor"
    NOBODY = "nobody"


class SelectionSettings(Value):
    """Forum-wide settings of requests and of how places are given."""

    model: Identifier | None = Field(None, description="Participation model the forum follows, as forum models lists")
    list_opens: dt.datetime | None = Field(None, description="When lists open, as 2026-02-02 09:00")
    list_closes: dt.datetime | None = Field(None, description="When lists close; later requests are late")
    most_in_session: Annotated[int, Field(ge=1)] | None = Field(
        1, description="Most places of one organisation in a session"
    )
    most_in_forum: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Most places of one organisation in the forum; any number if blank"
    )
    most_events_led: Annotated[int, Field(ge=1)] | None = Field(
        1, description="Most side events of any kind that one organisation or delegation leads"
    )
    most_side_events: Count | None = Field(
        None, description="Most side events of a kind, those that are sessions already included; all there is room for"
    )
    yielded: Yielded = Field(Yielded.CLASS, description="Who has the time a speaker yields: class, floor or nobody")
    lot_commitment: Digest | None = Field(
        None, description="Published digest of the secret seed, from forum lot commit"
    )
    lot_committed: dt.datetime | None = Field(None, description="When that digest was made and published")
    lot_late: Line | None = Field(None, description="Why it was published though a list had closed, if one had")
    lot_value: Line | None = Field(None, description="Public value known only after lists closed, as a stated draw")
    lot_seed: Line | None = Field(None, description="The seed, published once the lot is drawn")
    lot_drawn: dt.datetime | None = Field(None, description="When the lot was drawn, from forum lot draw")
    lot_requests: Digest | None = Field(None, description="Digest of the requests there were then, from forum lot draw")
