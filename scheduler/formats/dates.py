"""Dates and times of day as people write them, read only where there is one way to read them."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Collection, Sequence

from scheduler.clock import MONTHS, WEEKDAYS
from scheduler.formats.cell_errors import CellError, shown
from scheduler.formats.months import month_numbers, month_pattern, weekday_numbers, weekday_pattern

_FIRST_YEAR, _YEAR_AFTER_LAST = 1970, 2200
_LONGEST = 60
"""Characters of the longest date or time that is looked at."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})|(\d{4})年(\d{1,2})月(\d{1,2})[日号]")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})")
_NO_TIME = re.compile(r"[ t]00:00(:00)?$")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|º|ª|-?го|-?е)?")
_AROUND = frozenset({"the", "of", "de", "del", "le", "el", "г", "года"})
"""Words that stand in dates and say nothing."""

_HALF_DAY = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?(?::(\d{2}))? ?([ap])\.? ?m\.?")
_CLOCK = re.compile(r"(\d{1,2}) ?[:.h] ?(\d{2})(?::(\d{2})(?:\.0+)?)?(?: ?(?:h|hrs|hours))?")
_HOUR = re.compile(r"(\d{1,2}) ?h()()")
_RUN_TOGETHER = re.compile(r"(\d{1,2})(\d{2})()(?: ?(?:h|hrs|hours))?")


class TwoDatesError(CellError):
    """A date that can be read in two ways; both are offered, and first the only one that is a day of the forum."""

    def __init__(self, text: str, readings: Sequence[dt.date]) -> None:
        self._readings = readings
        super().__init__(f"{shown(text)} can be read as two dates.", self.offered(()))

    def offered(self, days: Collection[dt.date]) -> str:
        """Return advice that begins with the reading that is one of these days, where the other is none."""
        first, second = sorted(self._readings, key=lambda date: date not in days)
        only = ", a day of the forum," if first in days and second not in days else ""
        return f"Write {_told(first)}{only} or {_told(second)}."


def _told(date: dt.date) -> str:
    return f"{date} for {date.day} {MONTHS[date.month - 1]}"


def plain(text: str) -> str:
    """Return the text of a date, time or number in one form: Latin digits, single blanks, nothing invisible."""
    if not text.isascii():
        seen = (c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
        text = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in seen)
    return " ".join(text.casefold().split())


def parse_date(text: str) -> dt.date:
    """Return a date; one that can be read in two ways is refused, and both are shown."""
    found = _NO_TIME.sub("", plain(text[:_LONGEST]))
    match = _YEAR_FIRST.fullmatch(found)
    if len(text) > _LONGEST:
        raise _no_date(text)
    if match:
        return _date(text, match[1] or match[5], match[3] or match[6], match[4] or match[7])
    if match := _YEAR_LAST.fullmatch(found):
        return _year_last(text, match[1], match[3], match[4])
    return _named(text, found)


def _no_date(text: str) -> CellError:
    return CellError(f"{shown(text)} is not a date.", "Write year-month-day, as 2026-05-05.")


def _date(text: str, year: str, month: str, day: str) -> dt.date:
    if len(year) < 4:
        raise CellError(f"{shown(text)} has a year of two digits.", "Write year-month-day, as 2026-05-05.")
    if not _FIRST_YEAR <= int(year) < _YEAR_AFTER_LAST:
        raise CellError(f"{text} is too far away.", f"Write a year from {_FIRST_YEAR} to {_YEAR_AFTER_LAST - 1}.")
    try:
        return dt.date(int(year), int(month), int(day))
    except ValueError:
        raise CellError(f"No calendar has the date {text}.", "Write a date that exists, as 2026-05-05.") from None


def _year_last(text: str, first: str, second: str, year: str) -> dt.date:
    """Return the date where only one of the two numbers before the year can be the month, or both are the same."""
    if int(first) == int(second) or int(first) > 12 or len(year) < 4:
        return _date(text, year, second, first)
    if int(second) > 12:
        return _date(text, year, first, second)
    raise TwoDatesError(text, [_date(text, year, second, first), _date(text, year, first, second)])


def _named(text: str, found: str) -> dt.date:
    """Return a date whose month is given by name."""
    month = month_pattern().search(found)
    if month is None:
        raise _no_date(text)
    rest = f"{found[: month.start()]} {found[month.end() :]}"
    weekday = weekday_pattern().search(rest)
    if weekday:
        rest = f"{rest[: weekday.start()]} {rest[weekday.end() :]}"
    words = [word for word in re.split(r"[\s,./-]+", rest) if word and word not in _AROUND]
    years = [word for word in words if re.fullmatch(r"\d{4}", word)]
    days = [match[1] for word in words if (match := _DAY.fullmatch(word))]
    if len(years) + len(days) != len(words) or (len(years), len(days)) not in ((1, 1), (0, 2), (0, 1)):
        raise _no_date(text)
    if len(words) == 1:
        raise CellError(f"{shown(text)} has no year.", "Write year-month-day, as 2026-05-05.")
    date = _date(text, years[0] if years else days[1], str(month_numbers()[month[1]]), days[0])
    if weekday and weekday_numbers()[weekday[1]] != date.weekday():
        problem = f"{shown(text)} contradicts itself: {date} is a {WEEKDAYS[date.weekday()]}."
        raise CellError(problem, "Correct the date, or leave the weekday out.")
    return date


def parse_time(text: str) -> dt.time:
    """Return a time of day in hours and minutes."""
    hour, minute, second = _hours_minutes_seconds(text)
    if second:
        raise CellError(f"{shown(text)} has seconds.", "Write hours and minutes, as 09:30.")
    return dt.time(hour, minute)


def parse_end(text: str) -> dt.time:
    """Return the time of day at which something ends, which may be 24:00."""
    return dt.time() if plain(text[:_LONGEST]) in ("24:00", "24.00", "24h00", "24h", "midnight") else parse_time(text)


def parse_exact_time(text: str) -> dt.time:
    """Return a time of day in hours, minutes and, where there are any, seconds."""
    return dt.time(*_hours_minutes_seconds(text))


def _hours_minutes_seconds(text: str) -> tuple[int, int, int]:
    found = plain(text[:_LONGEST])
    if found in ("noon", "12 noon"):
        return 12, 0, 0
    no_clock = CellError(f"No clock shows {text[:_LONGEST]}.", "Write a time from 00:00 to 23:59; midnight is 00:00.")
    if found == "midnight" or len(text) > _LONGEST:
        raise CellError(f"{shown(text)} is not a time of day.", "Write hours:minutes, as 09:30; midnight is 00:00.")
    if match := _HALF_DAY.fullmatch(found):
        hour, minute, second = (int(part or 0) for part in match.groups()[:3])
        if not 1 <= hour <= 12:
            raise no_clock
        hour = hour % 12 + (12 if match[4] == "p" else 0)
    elif match := next((m for p in (_CLOCK, _HOUR, _RUN_TOGETHER) if (m := p.fullmatch(found))), None):
        hour, minute, second = (int(part or 0) for part in match.groups()[:3])
    else:
        raise CellError(f"{shown(text)} is not a time of day.", "Write hours:minutes, as 09:30.")
    if hour > 23 or minute > 59 or second > 59:
        raise no_clock
    return hour, minute, second
