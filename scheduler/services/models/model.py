"""A participation model: who may ask for the floor where, what share each class has, what dedicated sessions there are.

It is data in a folder of its own. ``model.yaml`` says what it is, what it rests on and who decides what; the other
files are tables of a forum with only the rows and columns that the model sets. Since no model knows the sessions of a
forum, a cell may say what it means instead:

- ``every round-table`` in a column that names a session: the row holds for each session of that kind,
- ``first opening or plenary``: for the first session of the first of these kinds that the forum has a session of,
- ``{constituency}``, ``{label}`` and ``{class}``: the row holds for each constituency with somebody who may speak, by
  its id, its name, and the class of who speaks for it,
- ``speaker of migrants or ngo`` in a column that names a participant: the organisation that speaks for the first of
  these constituencies that has one, its focal point's where that is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field, StringConstraints

from scheduler.domain.base import Line, Value
from scheduler.domain.participant import Confidence
from scheduler.domain.sharing import Yielded
from scheduler.formats.raw import RawTable

FILE = "model.yaml"

TABLES = (
    "flags",
    "constituencies",
    "classes",
    "kinds",
    "criteria",
    "sessions",
    "ties",
    "shares",
    "balances",
    "role_places",
    "requests",
)
"""Tables that a model may set, in the order in which they are laid over a forum."""

Paragraph = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Days = Annotated[int, Field(ge=0, le=1000)]


class Fact(Value):
    """One thing the model rests on, and where it is from."""

    fact: Line
    source: Line
    confidence: Confidence = Confidence.MEMORY


class Decided(Value):
    """One thing that is decided, and by whom."""

    what: Line
    who: Line


class ModelSettings(Value):
    """What a model sets for the forum as a whole; what is left out stays as it is."""

    list_opens_days: Days | None = Field(None, description="Days before the forum's first day on which lists open")
    list_closes_days: Days | None = Field(None, description="Days before the forum's first day on which lists close")
    most_in_session: Annotated[int, Field(ge=1)] | None = Field(None, description="Most places in a session")
    most_in_forum: Annotated[int, Field(ge=1)] | None = Field(None, description="Most places in the forum")
    yielded: Yielded | None = Field(None, description="Who has the time a speaker yields")
    dedicated_within_days: Days | None = Field(
        None, description="Most days from a dedicated session to the one that takes up its result"
    )


class ModelText(Value):
    """What ``model.yaml`` says."""

    label: Line
    description: Paragraph
    decided: tuple[Decided, ...] = Field(min_length=1)
    sources: tuple[Fact, ...] = Field(min_length=1)
    settings: ModelSettings = ModelSettings()


@dataclass(frozen=True, eq=False)
class Model:
    """A model as it was read: its text and its tables, whose rows are laid over a forum later."""

    name: str
    text: ModelText
    tables: Mapping[str, RawTable]
