"""Local wall time, instants, and minutes since a forum's origin: the only place where one becomes another.

The origin is local midnight of the forum's first day. Everything counted from it is elapsed time, so a night with a
clock change is an hour longer or shorter than its wall times say. Moments carry a fixed offset, never a zone, so that
adding a time to one is exact too.
"""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Period

_DAY = dt.timedelta(days=1)

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""English names, whatever the machine's language is."""


def _wall_offsets(forum: Forum, date: dt.date, time: dt.time) -> tuple[dt.timedelta, dt.timedelta]:
    """Return the offsets a wall time has before and after a clock change that touches it; equal if none does."""
    naive = dt.datetime.combine(date, time.replace(tzinfo=None), tzinfo=forum.zone)
    return (
        naive.replace(fold=0).utcoffset() or dt.timedelta(),
        naive.replace(fold=1).utcoffset() or dt.timedelta(),
    )


def exists(forum: Forum, date: dt.date, time: dt.time) -> bool:
    """Say whether the venue's clocks show this wall time at all on this date."""
    earlier, later = _wall_offsets(forum, date, time)
    return earlier >= later


def is_ambiguous(forum: Forum, date: dt.date, time: dt.time) -> bool:
    """Say whether the venue's clocks show this wall time twice on this date."""
    earlier, later = _wall_offsets(forum, date, time)
    return earlier > later


def wall(forum: Forum, date: dt.date, time: dt.time, fold: int = 0) -> dt.datetime:
    """Return the moment of a wall time; ``fold`` 1 is the second of two, a time that is skipped moves forward."""
    earlier, later = _wall_offsets(forum, date, time)
    naive = dt.datetime.combine(date, time.replace(tzinfo=None))
    if earlier < later:
        return _local(forum, naive.replace(tzinfo=dt.timezone(earlier)))
    return naive.replace(tzinfo=dt.timezone(later if fold else earlier))


def _local(forum: Forum, moment: dt.datetime) -> dt.datetime:
    """Return the moment in local time with the offset it has then."""
    local = moment.astimezone(forum.zone)
    return local.replace(tzinfo=dt.timezone(local.utcoffset() or dt.timedelta()), fold=0)


def origin(forum: Forum) -> dt.datetime:
    """Return the instant, in UTC, from which a forum's minutes are counted."""
    return wall(forum, min(forum.days), dt.time()).astimezone(dt.UTC)


def second_of(forum: Forum, moment: dt.datetime) -> int:
    """Return the whole seconds from the origin to a moment, negative before it."""
    return (moment - origin(forum)) // dt.timedelta(seconds=1)


def minute_of(forum: Forum, moment: dt.datetime) -> int:
    """Return the whole minutes from the origin to a moment, negative before it."""
    return (moment - origin(forum)) // dt.timedelta(minutes=1)


def moment_at(forum: Forum, minutes: int, seconds: int = 0) -> dt.datetime:
    """Return the local moment that many minutes and seconds after the origin, with its offset."""
    return _local(forum, origin(forum) + dt.timedelta(minutes=minutes, seconds=seconds))


def window_minutes(forum: Forum, window: Window) -> tuple[int, int]:
    """Return a window in minutes since the origin, the widest one where an edge exists twice."""
    return _stretch(forum, window.date, window.start, window.end)


def period_minutes(forum: Forum, period: Period) -> tuple[int, int]:
    """Return a period in minutes since the origin."""
    return _stretch(forum, period.date, period.start, period.end)


def date_in(period: Period, time: dt.time) -> dt.date:
    """Return the date of a wall time inside a period, the next day's after midnight of a night."""
    is_after_midnight = period.end <= period.start and time < period.start
    return period.date + _DAY if is_after_midnight else period.date


def minute_in(forum: Forum, period: Period, time: dt.time) -> int:
    """Return a wall time inside a period, such as a pinned start, in minutes since the origin."""
    return minute_of(forum, wall(forum, date_in(period, time), time))


def _stretch(forum: Forum, date: dt.date, start: dt.time, end: dt.time) -> tuple[int, int]:
    last = date if end > start else date + _DAY
    return minute_of(forum, wall(forum, date, start)), minute_of(forum, wall(forum, last, end, fold=1))
