"""What one cell can hold: how each type of value is read from text and written as text."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from enum import Enum
from typing import Any

from scheduler.domain.base import Hours, Window
from scheduler.formats.wording import did_you_mean

_FIRST_YEAR, _YEAR_AFTER_LAST = 1970, 2200
_YES = frozenset({"yes", "y", "true", "1", "x"})
_NO = frozenset({"no", "n", "false", "0"})
_WINDOW = re.compile(r"(\d{4}-\d{2}-\d{2})[ T]+(\d{1,2}:\d{2}) ?[-–] ?(\d{1,2}:\d{2})")
_HOURS = re.compile(r"(\d{1,2}:\d{2}) ?[-–] ?(\d{1,2}:\d{2})")
_TIME = re.compile(r"(\d{1,2}):(\d{2})")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?")
_WHOLE = re.compile(r"[+-]?\d{1,12}(\.0+)?")
_NUMBER = re.compile(r"[+-]?\d{1,12}(\.\d{1,17})?")
_FORMULA = re.compile(r"'*[=+\-@]")


class CellError(ValueError):
    """A cell that cannot be understood: what is wrong and what to write instead."""

    def __init__(self, problem: str, instead: str) -> None:
        self.problem = problem
        self.instead = instead
        super().__init__(f"{problem} {instead}")


def shown(text: str) -> str:
    """Return a cell's text in quotes, shortened, for a message."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"


def composed(text: str) -> str:
    """Return text with composed characters, plain line ends and without outer blanks."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").strip())


def clean(text: str) -> str:
    """Return what a table's cell means: composed, and without the guard of :func:`guarded`."""
    text = composed(text)
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def guarded(text: str) -> str:
    """Return text that a spreadsheet shows instead of running it; :func:`clean` takes the guard away again."""
    return f"'{text}" if _FORMULA.match(text) else text


def parse_text(text: str) -> str:
    """Return text, refusing characters nobody can see."""
    for character in text:
        if unicodedata.category(character) == "Cc" and character not in "\n\t":
            raise CellError(f"It holds an invisible character (U+{ord(character):04X}).", "Remove it.")
    return text


def parse_bool(text: str) -> bool:
    """Return yes or no."""
    word = text.casefold()
    if word not in _YES | _NO:
        raise CellError(f"{shown(text)} is neither yes nor no.", "Write yes or no.")
    return word in _YES


def parse_int(text: str) -> int:
    """Return a whole number."""
    if not _WHOLE.fullmatch(text):
        raise CellError(f"{shown(text)} is not a whole number.", "Write digits only, as 30.")
    return int(float(text)) if "." in text else int(text)


def parse_float(text: str) -> float:
    """Return a number with or without a decimal point."""
    if not _NUMBER.fullmatch(text):
        raise CellError(f"{shown(text)} is not a number.", "Write it with a decimal point, as 2.5.")
    return float(text)


def parse_date(text: str) -> dt.date:
    """Return a date."""
    if not _DATE.fullmatch(text):
        raise CellError(f"{shown(text)} is not a date.", "Write year-month-day, as 2026-05-05.")
    try:
        date = dt.date.fromisoformat(text)
    except ValueError:
        raise CellError(f"No calendar has the date {text}.", "Write a date that exists, as 2026-05-05.") from None
    if not _FIRST_YEAR <= date.year < _YEAR_AFTER_LAST:
        raise CellError(f"{text} is too far away.", f"Write a year from {_FIRST_YEAR} to {_YEAR_AFTER_LAST - 1}.")
    return date


def parse_time(text: str) -> dt.time:
    """Return a time of day."""
    match = _TIME.fullmatch(text)
    if not match:
        raise CellError(f"{shown(text)} is not a time of day.", "Write hours:minutes, as 09:30.")
    hour, minute = int(match[1]), int(match[2])
    if hour > 23 or minute > 59:
        raise CellError(f"No clock shows {text}.", "Write a time from 00:00 to 23:59; midnight is 00:00.")
    return dt.time(hour, minute)


def parse_moment(text: str) -> dt.datetime:
    """Return a date with a time of day, in the forum's local time."""
    if not _MOMENT.fullmatch(text):
        raise CellError(f"{shown(text)} is not a date with a time.", "Write local time as 2026-02-03 10:15.")
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        raise CellError(f"{text} does not exist.", "Write a date and time that exist, as 2026-02-03 10:15.") from None


def parse_window(text: str) -> Window:
    """Return a stretch of time on one date."""
    match = _WINDOW.fullmatch(text)
    if not match:
        raise CellError(
            f"{shown(text)} is not a stretch of time.", "Write date, start and end, as 2026-05-05 10:00-11:30."
        )
    return Window(date=parse_date(match[1]), start=parse_time(match[2]), end=parse_time(match[3]))


def parse_hours(text: str) -> Hours:
    """Return daily hours."""
    match = _HOURS.fullmatch(text)
    if not match:
        raise CellError(f"{shown(text)} are not daily hours.", "Write start and end, as 08:00-20:00.")
    start, end = parse_time(match[1]), parse_time(match[2])
    if end <= start:
        raise CellError(f"{shown(text)} ends before it starts.", "Write the earlier time first, as 08:00-20:00.")
    return Hours(start=start, end=end)


def parse_word(words: type[Enum], text: str) -> Enum:
    """Return one of a few words."""
    known = {str(member.value): member for member in words}
    member = known.get(text.casefold())
    if member is None:
        raise CellError(f"{shown(text)} is not one of the words for this column.", _choices(text, known))
    return member


def _choices(text: str, known: dict[str, Enum]) -> str:
    advice = did_you_mean(text, known, "")
    every = ", ".join(known)
    return advice if advice.startswith("Write") else f"{advice} The words are {every}."


PARSERS: dict[type, Callable[[str], Any]] = {
    str: parse_text,
    bool: parse_bool,
    int: parse_int,
    float: parse_float,
    dt.date: parse_date,
    dt.time: parse_time,
    dt.datetime: parse_moment,
    Window: parse_window,
    Hours: parse_hours,
}


def parse(kind: type, text: str) -> Any:
    """Return what a cell of this type says."""
    return parse_word(kind, text) if issubclass(kind, Enum) else PARSERS[kind](text)


def written(value: Any) -> str:
    """Return the text of a cell from which :func:`parse` makes the same value."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Enum():
            return str(value.value)
        case float():
            return str(int(value)) if value.is_integer() else repr(value)
        case dt.datetime():
            return value.isoformat(" ", "seconds" if value.second else "minutes")
        case dt.time():
            return value.isoformat("minutes")
        case Window():
            return f"{value.date} {written(value.start)}-{written(value.end)}"
        case Hours():
            return f"{written(value.start)}-{written(value.end)}"
        case str():
            return guarded(value)
    return str(value)
