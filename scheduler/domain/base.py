"""The base of all values: frozen, strict about unknown fields, documented field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Annotated, Any, Self
from zoneinfo import ZoneInfo, available_timezones, reset_tzpath

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    PlainSerializer,
    RootModel,
    StringConstraints,
    model_validator,
)

reset_tzpath(())  # zones come from the tzdata wheel alone: the system's can be older
ZoneInfo.clear_cache()

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
"""A short stable name of a row: letters, digits, dot, hyphen and underscore."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One line of text that is shown to people."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as ``en`` or ``zh-Hant``."""


WebAddress = Annotated[
    str, StringConstraints(strip_whitespace=True, pattern=r"^https?://[!#-&(-;=?-~]+$", max_length=500)
]
"""A public web address that anybody may follow, as https://example.org/report."""

_LONGEST_ZONE = 60
"""Characters of a wrong name of a time zone that are looked at and shown."""


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def _known_zone(name: str) -> str:
    if name not in _zone_names():
        near = get_close_matches(name[:_LONGEST_ZONE], sorted(_zone_names()), n=1, cutoff=0.75)
        advice = f"did you mean {near[0]}?" if near else "write an IANA name, as America/New_York"
        raise ValueError(f"no time zone is called '{name[:_LONGEST_ZONE]}'; {advice}")
    return name


ZoneName = Annotated[str, AfterValidator(_known_zone)]
"""The IANA name of a time zone, such as ``America/New_York``."""


class Value(BaseModel):
    """A value: never changed, only replaced."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy that remembers nothing its changed fields would answer differently."""
        copied = super().model_copy(update=update, deep=deep)
        for name in copied.__dict__.keys() - type(self).model_fields.keys():
            del copied.__dict__[name]
        return copied


class Record(Value):
    """A value that is one row of a table, with the cells that somebody keeps beside it under headings of their own."""

    notes: tuple[tuple[str, str], ...] = Field((), description="Heading and text of what is under no column")


class Text(RootModel[dict[Language, str]]):
    """One text in one or more languages."""

    model_config = ConfigDict(frozen=True)

    def of(self, *languages: str) -> str:
        """Return the text in the first of these languages it has, else in its first language."""
        for language in languages:
            if language in self.root:
                return self.root[language]
        return next(iter(self.root.values()), "")

    def __str__(self) -> str:
        return self.of("en")


class Window(Value):
    """A stretch of local wall time on one date, half open; an end at or before the start is the next day."""

    date: dt.date
    start: dt.time
    end: dt.time


class Hours(Value):
    """Daily hours in local wall time, half open."""

    start: dt.time
    end: dt.time

    @model_validator(mode="after")
    def _in_order(self) -> Hours:
        if self.end <= self.start:
            raise ValueError("the hours end before they start; write the earlier time first")
        return self


Minutes = Annotated[int, Field(ge=1, le=24 * 60)]

Moment = Annotated[AwareDatetime, PlainSerializer(dt.datetime.isoformat, return_type=str, when_used="json")]
"""Local time with its UTC offset, written as 2026-05-05T10:00:00-04:00 and never as Z."""
