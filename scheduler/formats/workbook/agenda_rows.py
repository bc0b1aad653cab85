"""The sheets of an agenda an organiser edits and brings back: where sittings stand, and who speaks in what order."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Value
from scheduler.formats.columns import Table, columns_of

PLACEMENTS = "placements"
LISTS = "lists"

HELP = frozenset({"Title", "End", "Speaker"})
"""Headings of columns that only help to find a row."""

YES, NO, ELSEWHERE = "yes", "no", "elsewhere"
"""What ``pinned`` can say: fixed as this row says, free, or fixed by the sheet of pins or requests."""


class PlacementRow(Value):
    """Where one sitting stands."""

    session: Identifier = Field(description="Session that is placed")
    sitting: Annotated[int, Field(ge=1)] = Field(1, description="Which sitting, the first is 1")
    period: Identifier = Field(description="Period it stands in")
    room: Identifier = Field(description="Room it stands in")
    start: Line = Field(description="Local time it starts at, as 10:00")
    pinned: Line | None = Field(None, description="yes keeps it where this row says in the next solve")


class TurnRow(Value):
    """One turn at the microphone in the list of a session."""

    session: Identifier = Field(description="Session it is in")
    place: Annotated[float, Field(gt=0)] = Field(description="Place in the list; 2.5 goes between 2 and 3")
    request: Identifier = Field(description="Request that is given the floor")
    expected: Line | None = Field(None, description="Expected start; counted anew when it is read")
    pinned: Line | None = Field(None, description="yes keeps this place in the next solve")


AGENDA_TABLES = {
    PLACEMENTS: Table(PLACEMENTS, PlacementRow, False, tuple(columns_of(PlacementRow))),
    LISTS: Table(LISTS, TurnRow, False, tuple(columns_of(TurnRow))),
}
"""The sheets as tables, read like all others."""
