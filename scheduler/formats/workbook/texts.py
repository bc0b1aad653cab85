"""What one cell of a worksheet says, as the text a table's cell holds."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

from scheduler.formats.raw import Formula

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
"""Parts of a number format that are no part of the value: quoted text, colours and zones, fillers."""

_DIGITS = 15
"""Significant digits a spreadsheet keeps; what lies beyond is noise of its arithmetic."""


def text_of(value: Any, data_type: str = "", number_format: str = "General") -> str:
    """Return a cell's text as people see it: yes for TRUE, 2026-05-05 for a date, 3 for 3.0."""
    match value:
        case None:
            return ""
        case _ if data_type in ("e", "f"):
            return Formula(getattr(value, "text", None) or str(value))
        case bool():
            return "yes" if value else "no"
        case float():
            return number_text(value)
        case dt.datetime():
            return _moment_text(value, number_format)
        case dt.time():
            return _clock_text(dt.timedelta(hours=value.hour, minutes=value.minute, seconds=_seconds(value)))
        case dt.timedelta():
            return _clock_text(value)
    return str(value)


def number_text(value: float) -> str:
    """Return a number without needless decimals."""
    return str(int(value)) if value.is_integer() and abs(value) < 10**_DIGITS else f"{value:.{_DIGITS}g}"


def _seconds(value: dt.time) -> float:
    return value.second + value.microsecond / 1_000_000


def _clock_text(value: dt.timedelta) -> str:
    """Return a time of day to the nearest second, since fractions of a day are not exact."""
    minutes, seconds = divmod(round(value.total_seconds()), 60)
    text = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return f"{text}:{seconds:02d}" if seconds else text


def _moment_text(value: dt.datetime, number_format: str) -> str:
    shown = _LITERAL.sub("", number_format).casefold()
    has_time = any(mark in shown for mark in "hs")
    if has_time and not any(mark in shown for mark in "dy"):
        return _clock_text(value - dt.datetime.combine(value, dt.time()))
    if value.microsecond and value < dt.datetime.max - dt.timedelta(seconds=1):
        value = (value + dt.timedelta(microseconds=500_000)).replace(microsecond=0)
    if value.time() == dt.time() and not has_time:
        return value.date().isoformat()
    return value.isoformat(" ", "seconds" if value.second else "minutes")
