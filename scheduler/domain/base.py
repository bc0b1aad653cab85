"""The base of all values: frozen, strict about unknown fields, documented field by field."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, RootModel, StringConstraints, model_validator

Identifier = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$")]
"""A short stable name of a row: letters, digits, dot, hyphen and underscore."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One line of text that is shown to people."""

Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
"""A BCP 47 language tag such as ``en`` or ``zh-Hant``."""


class Value(BaseModel):
    """A value: never changed, only replaced."""

    model_config = ConfigDict(frozen=True, extra="forbid")


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
