"""Lengths of time where a column takes minutes as digits: what is meant, to be offered and never taken as read."""

from __future__ import annotations

import re

from scheduler.formats.columns import Column
from scheduler.formats.dates import plain

_LONGEST = 40
_MOST_TIMES = 12
_MINUTES = r"(?:m|min|mins|minutes?|minutos?|мин|минут|分钟|دقيقة|['’′])\.?"
_HOURS = r"(?:h|hr|hrs|hours?|heures?|horas?|ч|小时|ساعة)\.?"
_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
_IN_MINUTES = re.compile(rf"({_NUMBER}) ?{_MINUTES}")
_IN_HOURS = re.compile(rf"({_NUMBER}) ?{_HOURS}")
_IN_BOTH = re.compile(rf"(\d{{1,2}}) ?{_HOURS},? ?(?:and )?(\d{{1,2}})(?: ?{_MINUTES})?")
_ON_A_CLOCK = re.compile(r"(\d{1,2}):(\d{2})")
_SEVERAL = re.compile(r"(\d{1,2}) ?[x×*] ?(.+)")
_MINUTES_UNNAMED = frozenset({"sittings", "amount"})
"""Columns of minutes whose names do not say so."""


def minutes_meant(column: Column, text: str) -> str | None:
    """Return advice where a cell of minutes says how long in another way, as ``1h30``; None where that is not clear."""
    if ("minutes" not in column.name and column.name not in _MINUTES_UNNAMED) or len(text) > _LONGEST:
        return None
    found, times = plain(text), 1
    if column.many and (several := _SEVERAL.fullmatch(found)):
        times, found = int(several[1]), several[2]
    minutes = float(found) if times > 1 and found.isdecimal() else _minutes(found, column.kind is int)
    if minutes is None or not 0 < times <= _MOST_TIMES or (column.kind is int and not minutes.is_integer()):
        return None
    return f"Write {'; '.join([f'{minutes:g}'] * times)}."


def _minutes(text: str, on_a_clock: bool) -> float | None:
    """Return the minutes of a length; of a short one such as 1:30 nobody knows whether seconds are meant."""
    if match := _IN_MINUTES.fullmatch(text):
        return _number(match[1])
    if match := _IN_HOURS.fullmatch(text):
        return round(60 * _number(match[1]), 2)
    match = _IN_BOTH.fullmatch(text) or (_ON_A_CLOCK.fullmatch(text) if on_a_clock else None)
    if match and int(match[2]) < 60:
        return 60.0 * int(match[1]) + int(match[2])
    return None


def _number(text: str) -> float:
    return float(text.replace(",", "."))
