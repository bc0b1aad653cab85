"""Dates and times as worksheets store them: a number of days, and a number format that says it is one.

ECMA-376 part 1, 18.8.30 (number formats) and 18.17.4 (dates and times).
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from functools import lru_cache

GENERAL = "General"
"""The number format of cells that have none."""

BUILT_IN: Mapping[int, str] = {
    **dict.fromkeys((*range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    14: "mm-dd-yy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "m/d/yy h:mm",
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mmss.0",
}
"""Formats of dates and times that a workbook names by number alone; some depend on the language of the program."""

_ELAPSED = re.compile(r"\[(h+|m+|s+)\]", re.IGNORECASE)
"""Hours, minutes or seconds that count on beyond a day."""

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a format that are no part of the value."""

_EPOCH, _EPOCH_1904 = dt.datetime(1899, 12, 30), dt.datetime(1904, 1, 1)
_LEAP_DAY_OF_1900 = 60
"""Day that the calendar of worksheets has and 1900 had not; the days before it count one less."""

_DAY_MILLISECONDS = 86_400_000


@lru_cache(maxsize=1_000)
def is_elapsed(number_format: str) -> bool:
    """Say whether a format shows a length of time."""
    return _ELAPSED.search(number_format.split(";", 1)[0]) is not None


@lru_cache(maxsize=1_000)
def is_date(number_format: str) -> bool:
    """Say whether a format shows a date, a time of day or a length of time."""
    shown = _LITERAL.sub("", number_format.split(";", 1)[0])
    return is_elapsed(number_format) or re.search("[dmhys]", shown, re.IGNORECASE) is not None


def from_serial(number: float, number_format: str, from_1904: bool = False) -> dt.datetime | dt.time | dt.timedelta:
    """Return what a number of days means under a format of dates; raise an error where no calendar has it."""
    if is_elapsed(number_format):
        return dt.timedelta(milliseconds=round(number * _DAY_MILLISECONDS))
    days, fraction = divmod(number, 1)
    time = dt.timedelta(milliseconds=round(fraction * _DAY_MILLISECONDS))
    if number >= 0 and days == 0 and time.days == 0:
        return (dt.datetime.min + time).time()
    if not from_1904 and 0 < number < _LEAP_DAY_OF_1900:
        days += 1
    return (_EPOCH_1904 if from_1904 else _EPOCH) + dt.timedelta(days=days) + time
