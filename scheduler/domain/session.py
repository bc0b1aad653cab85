"""What is placed: sessions, their kinds, roles, ties and pins."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Minutes, Record, Text, Window


class Standing(Enum):
    """What may stand beside a session at the same time."""

    ALONE = "alone"
    OFFICIAL = "official"
    SIDE = "side"
    FREE = "free"


class Mode(Enum):
    """How stakeholders stand in the speakers list of a session."""

    THROUGHOUT = "throughout"
    AFTER_OPENING = "after-opening"
    RESERVED = "reserved"
    NONE = "none"


class Policy(Enum):
    """In what order speakers of one class and rank come."""

    RANK_AND_TIME = "rank-and-time"
    REQUEST_TIME = "request-time"
    ALTERNATE = "alternate"
    REGIONAL_ROTATION = "regional-rotation"
    ALPHABETICAL = "alphabetical"
    LOT = "lot"
    FIRST_TIMERS = "first-timers"


class SessionKind(Record):
    """A kind of session and how its speakers lists are made."""

    id: Identifier = Field(description="Short name that never changes")
    label: Text = Field(description="Name shown to people, as Round table")
    standing: Standing = Field(
        description="alone (nothing official beside it), official, side (never against official), free"
    )
    opens_objectives: bool | None = Field(
        None,
        description="Whether its sessions open their objectives for discussion in the forum; if blank, those that "
        "stand alone or are official do",
    )
    mode: Mode = Field(Mode.NONE, description="throughout, after-opening, reserved or none")
    mandate: Line | None = Field(None, description="The decision the mode rests on, as A/RES/73/326")
    policy: Policy = Field(Policy.REQUEST_TIME, description="Order inside one class and rank")
    groups_first: bool = Field(False, description="Statements on behalf of groups come before national ones")
    ranks: bool = Field(True, description="Whether a higher rank speaks earlier")
    minutes_national: Annotated[float, Field(gt=0, le=120)] = Field(3, description="Time limit of a statement")
    minutes_group: Annotated[float, Field(gt=0, le=120)] = Field(5, description="Time limit for a group")
    minutes_interspersed: Annotated[float, Field(gt=0, le=120)] = Field(3, description="Time limit of a stakeholder")
    minutes_joint: Annotated[float, Field(gt=0, le=120)] = Field(5, description="Time limit of a joint statement")

    @property
    def is_opening(self) -> bool:
        """Whether a session of this kind counts as discussing its objectives in the forum itself."""
        if self.opens_objectives is None:
            return self.standing in (Standing.ALONE, Standing.OFFICIAL)
        return self.opens_objectives


class Session(Record):
    """What is placed; each of its sittings stands inside one meeting."""

    id: Identifier = Field(description="Short name that never changes")
    kind: Identifier = Field(description="Its kind")
    title: Text = Field(description="Title shown to people")
    description: Text | None = Field(None, description="A paragraph for the programme")
    sittings: tuple[Minutes, ...] = Field(min_length=1, description="Minutes of each sitting, as 180; 180")
    seats: Annotated[int, Field(ge=0)] = Field(0, description="Seats it cannot do without")
    audience: Annotated[int, Field(ge=0)] = Field(0, description="People expected")
    equipment: tuple[Identifier, ...] = Field((), description="Equipment it needs")
    languages: tuple[Identifier, ...] = Field((), description="Languages it is interpreted into; none if blank")
    themes: tuple[Identifier, ...] = Field((), description="Themes it belongs to")
    objectives: tuple[int, ...] = Field((), description="Numbers of the objectives it is about")
    regions: tuple[Identifier, ...] = Field((), description="Regions or corridors it is about")
    audiences: tuple[Identifier, ...] = Field((), description="Constituencies or classes expected to come")
    organisers: tuple[Identifier, ...] = Field((), description="Participants that organise it, leader first")
    available: tuple[Window, ...] = Field((), description="When it can take place; any time where blank")
    preferred: tuple[Identifier, ...] = Field((), description="Periods it would rather have")
    due: Annotated[int, Field(ge=1)] | None = Field(
        None, description="Its place among the sessions of its theme, the first is 1; any where blank"
    )
    opening_minutes: Annotated[int, Field(ge=0)] = Field(
        0, description="Minutes of its first sitting before the floor opens"
    )
    floor_minutes: Annotated[int, Field(ge=0)] = Field(
        0, description="Minutes reserved for speakers from the floor; 0 takes no requests"
    )
    response_minutes: Annotated[int, Field(ge=0)] = Field(
        0, description="Minutes of those for the floor that are kept for responses, a list opened during the session"
    )
    list_opens: dt.datetime | None = Field(None, description="When its list opens, as 2026-02-02 09:00")
    list_closes: dt.datetime | None = Field(None, description="When its list closes; later requests are late")
    mode: Mode | None = Field(None, description="How stakeholders are interspersed; as its kind where blank")
    mandate: Line | None = Field(None, description="The decision that mode rests on")
    policy: Policy | None = Field(None, description="Order inside a class; as its kind where blank")
    drawn_letter: Annotated[str, Field(pattern=r"^[A-Z]$")] | None = Field(
        None, description="Letter the alphabetical order begins with"
    )


class RoleName(Enum):
    """What somebody does in a session."""

    CHAIR = "chair"
    CO_CHAIR = "co-chair"
    MODERATOR = "moderator"
    KEYNOTE = "keynote"
    PANELLIST = "panellist"
    DISCUSSANT = "discussant"
    RAPPORTEUR = "rapporteur"
    PRESENTER = "presenter"
    ATTENDEE = "attendee"


class Role(Record):
    """One role in one session, held by a person, or by a participant that names nobody yet."""

    session: Identifier = Field(description="Session it is held in")
    role: RoleName = Field(description="chair, co-chair, moderator, keynote, panellist, ...")
    person: Identifier | None = Field(None, description="Who holds it; blank for a participant as such")
    participant: Identifier | None = Field(None, description="In what capacity, or which delegation")
    remote: bool = Field(False, description="Whether the person takes part from afar")


class RolePlaces(Record):
    """How many places of one role a session gives to those who ask for it."""

    session: Identifier = Field(description="Session that has the places")
    role: RoleName = Field(description="keynote, moderator, panellist, discussant or rapporteur")
    places: Annotated[int, Field(ge=0)] = Field(description="Number of places")


class Link(Enum):
    """What ties two sessions together."""

    BEFORE = "before"
    SAME_DAY = "same-day"
    CONSECUTIVE = "consecutive"
    FEEDS = "feeds"
    APART = "apart"


class Tie(Record):
    """One tie between two sessions, from the first to the second."""

    first: Identifier = Field(description="Session the tie goes out from")
    link: Link = Field(description="before, same-day, consecutive, feeds or apart")
    second: Identifier = Field(description="Session the tie goes to")
    amount: Annotated[int, Field(ge=0)] | None = Field(
        None, description="Minutes between them (before: least, consecutive: most), or most days (feeds)"
    )


class Pin(Record):
    """What of one sitting's placement is fixed."""

    session: Identifier = Field(description="Session whose sitting is fixed")
    sitting: Annotated[int, Field(ge=1)] = Field(1, description="Which sitting, the first is 1")
    period: Identifier | None = Field(None, description="Period it must stand in")
    room: Identifier | None = Field(None, description="Room it must stand in")
    start: dt.time | None = Field(None, description="Local time it must start at; needs a period")
