"""What a fold tells of one request: how its statement is made, and each thing that happened to it."""

from __future__ import annotations

import datetime as dt
from enum import Enum

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import Decision


class Delivery(Enum):
    """How a statement is made."""

    IN_PERSON = "in person"
    REMOTE = "remote"
    RECORDED = "recorded"
    PROXY = "read by proxy"


DELIVERIES = {
    Happening.REMOTE: Delivery.REMOTE,
    Happening.RECORDED: Delivery.RECORDED,
    Happening.PROXY: Delivery.PROXY,
}
"""What may happen to the delivery of a statement; its place stays."""


class Event(Value):
    """One thing that happened to a request: what the selection decided, or an entry of the log."""

    number: int | None = Field(None, description="Number of the entry; none is the selection")
    at: dt.datetime | None = None
    what: str = Field(description="What happened, in the word of the log")
    basis: Basis
    by: str | None = None
    other: str | None = Field(None, description="The other request, where two have exchanged places")
    reason: str | None = None


EARLIER = Event(what="given", basis=Basis.METHOD, reason="An earlier selection gave it a place.")
"""What is told of whoever has left the place that a selection gave before it was made again."""


def decided(decision: Decision) -> Event:
    """Return what the selection decided as an event."""
    return Event(what=decision.state.value, basis=decision.basis, reason=decision.reason)


def logged(entry: Entry) -> Event:
    """Return an entry of the log as an event."""
    what = entry.happening.value
    other = entry.other if entry.happening is Happening.SWAPPED else None
    return Event(
        number=entry.number, at=entry.at, what=what, basis=entry.basis, by=entry.by, other=other, reason=entry.reason
    )
