"""What one cell can hold: how each type of value is read from text and written as text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from typing import Any

from scheduler.domain.base import Hours, Window
from scheduler.formats.cell_errors import CellError as CellError
from scheduler.formats.cell_errors import shown as shown
from scheduler.formats.characters import guarded, objection, unguarded
from scheduler.formats.dates import parse_date, parse_end, parse_exact_time, parse_time, plain
from scheduler.formats.wording import did_you_mean

_LONGEST_NUMBER, _LONGEST_SPAN = 40, 80
"""Characters of the longest number, and of the longest stretch of time, that is looked at."""

_YES = frozenset({"yes", "y", "true", "1", "x", "✓", "✔"})
_NO = frozenset({"no", "n", "false", "0"})
_TIME = r"\d{1,2}(?: ?[:.h] ?\d{2}| ?h)?(?: ?[ap]\.? ?m\.?)?"
_HOURS = re.compile(rf"(?:from )?({_TIME}) ?(?:[-–—]|to|until) ?({_TIME}|midnight)")
_WINDOW = re.compile(rf"(.+?)(?:,? |(?<=\d)t){_HOURS.pattern}")
_MOMENT = re.compile(r"(.+?)(?:,? |(?<=\d)t)(\d{1,2}[:.h]\d{2}.{0,9}|\d{1,2} ?[ap]\.? ?m\.?)")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:[ '’]\d{3})+(?=\D|$)")
_THOUSANDS = re.compile(r"[+-]?\d{1,3}([.,]000)+")
_COMMA_OR_POINT = re.compile(r"[+-]?\d{1,3}(,\d{3})+")
_WHOLE = re.compile(r"[+-]?\d{1,12}([.,]0+)?")
_NUMBER = re.compile(r"[+-]?\d{1,12}([.,]\d{1,17})?")
_BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001)))) + "\u200b\u2060\ufeff"
"""What means nothing at the edge of a cell: blanks, and characters without width."""


def trimmed(text: str) -> str:
    """Return text with plain line ends and without outer blanks, its characters just as they were written."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(_BLANKS)


def clean(text: str) -> str:
    """Return what a table's cell means: trimmed, and without the guard of :func:`guarded`."""
    return unguarded(trimmed(text))


def parse_text(text: str) -> str:
    """Return text, refusing characters nobody can see."""
    if problem := objection(text):
        raise CellError(problem, "Remove it.")
    return text


def parse_bool(text: str) -> bool:
    """Return yes or no."""
    word = plain(text) if len(text) <= _LONGEST_NUMBER else ""
    if word not in _YES | _NO:
        raise CellError(f"{shown(text)} is neither yes nor no.", "Write yes or no.")
    return word in _YES


def parse_int(text: str) -> int:
    """Return a whole number."""
    found = _number(text)
    if _THOUSANDS.fullmatch(found):
        raise _two_numbers(text, re.sub("[.,]", "", found), re.split("[.,]", found)[0])
    if not _WHOLE.fullmatch(found):
        raise CellError(f"{shown(text)} is not a whole number.", "Write digits only, as 30.")
    return int(re.split("[.,]", found)[0])


def parse_float(text: str) -> float:
    """Return a number with or without decimals, after a point or a comma."""
    found = _number(text)
    if _COMMA_OR_POINT.fullmatch(found):
        raise _two_numbers(text, found.replace(",", ""), found.replace(",", ".", 1))
    if not _NUMBER.fullmatch(found):
        raise CellError(f"{shown(text)} is not a number.", "Write it with a decimal point, as 2.5.")
    return float(found.replace(",", "."))


def _number(text: str) -> str:
    """Return a number without the blanks that group its thousands."""
    if len(text) > _LONGEST_NUMBER:
        return ""
    return _GROUPED.sub(lambda match: re.sub("[ '’]", "", match[0]), plain(text))


def _two_numbers(text: str, first: str, second: str) -> CellError:
    return CellError(f"{shown(text)} can be read as two numbers.", f"Write {first} or {second}.")


def parse_moment(text: str) -> dt.datetime:
    """Return a date with a time of day, in the forum's local time."""
    match = _MOMENT.fullmatch(plain(text[:_LONGEST_SPAN]))
    if not match or len(text) > _LONGEST_SPAN:
        raise CellError(f"{shown(text)} is not a date with a time.", "Write local time as 2026-02-03 10:15.")
    return dt.datetime.combine(parse_date(match[1]), parse_exact_time(match[2]))


def parse_window(text: str) -> Window:
    """Return a stretch of time on one date."""
    match = _WINDOW.fullmatch(plain(text[:_LONGEST_SPAN]))
    if not match or len(text) > _LONGEST_SPAN:
        raise CellError(
            f"{shown(text)} is not a stretch of time.", "Write date, start and end, as 2026-05-05 10:00-11:30."
        )
    return Window(date=parse_date(match[1]), start=parse_time(match[2]), end=parse_end(match[3]))


def parse_hours(text: str) -> Hours:
    """Return daily hours."""
    match = _HOURS.fullmatch(plain(text[:_LONGEST_SPAN]))
    if not match or len(text) > _LONGEST_SPAN:
        raise CellError(f"{shown(text)} are not daily hours.", "Write start and end, as 08:00-20:00.")
    start, end = parse_time(match[1]), parse_time(match[2])
    if end <= start:
        raise CellError(f"{shown(text)} ends before it starts.", "Write the earlier time first, as 08:00-20:00.")
    return Hours(start=start, end=end)


def parse_word(words: type[Enum], text: str) -> Enum:
    """Return one of a few words, written with blanks or hyphens and in any case."""
    member = _members(words).get(_bare(text)) if len(text) <= _LONGEST_SPAN else None
    if member is None:
        raise CellError(f"{shown(text)} is not one of the words for this column.", _choices(text, words))
    return member


def _bare(text: str) -> str:
    return re.sub("[ _‐-]+", "-", plain(text))


@cache
def _members(words: type[Enum]) -> Mapping[str, Enum]:
    return {_bare(str(member.value)): member for member in words}


def _choices(text: str, words: type[Enum]) -> str:
    known = [str(member.value) for member in words]
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
