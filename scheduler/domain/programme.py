"""Where and when sessions can stand: days, periods and rooms."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Hours, Identifier, Record, Text, Window

MOST_SEATS = 100_000
MOST_BOOTHS = 20


class Period(Record):
    """A stretch of one of the forum's days in which sessions of some kinds can stand."""

    id: Identifier = Field(description="Short name that never changes")
    title: Text | None = Field(None, description="What it is called; the day and hours where blank")
    date: dt.date = Field(description="The day it begins, as 2026-05-05")
    start: dt.time = Field(description="First minute in the forum's local time, as 10:00")
    end: dt.time = Field(description="End in local time; at or before the start means the next day")
    kinds: tuple[Identifier, ...] = Field(description="Kinds of session that can stand in it")
    prime: bool = Field(False, description="Whether it is one of the times everybody wants")


class Room(Record):
    """A place with seats, equipment, interpretation booths and hours."""

    id: Identifier = Field(description="Short name that never changes")
    name: Text = Field(description="Name shown to people")
    seats: Annotated[int, Field(ge=0, le=MOST_SEATS)] = Field(description="Number of seats")
    equipment: tuple[Identifier, ...] = Field((), description="What it has: webcast, hybrid, podium, ...")
    booths: Annotated[int, Field(ge=0, le=MOST_BOOTHS)] = Field(0, description="Number of interpretation booths")
    zone: Identifier = Field("main", description="Building or floor; walking minutes are between zones")
    changeover_minutes: Annotated[int, Field(ge=0, le=240)] = Field(
        0, description="Minutes needed between two sessions in this room"
    )
    hours: Hours | None = Field(None, description="Daily opening hours; always open where blank")
    closed: tuple[Window, ...] = Field((), description="Times at which it cannot be used")
