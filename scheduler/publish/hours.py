"""Times as people read them, in the venue's local time."""

from __future__ import annotations

import datetime as dt

from scheduler.clock import MONTHS, WEEKDAYS
from scheduler.domain.forum import Forum


def local(forum: Forum, moment: dt.datetime) -> dt.datetime:
    """Return a moment in the venue's time with a fixed offset, since wall times of one zone compare as wall times."""
    return moment.astimezone(dt.timezone(moment.astimezone(forum.zone).utcoffset() or dt.timedelta()))


def clock(forum: Forum, moment: dt.datetime) -> str:
    """Return the local clock time, with the zone's letters where the clocks show that time twice."""
    shown = moment.astimezone(forum.zone)
    twice = shown.replace(fold=0).utcoffset() != shown.replace(fold=1).utcoffset()
    return f"{shown:%H:%M} {shown:%Z}" if twice else f"{shown:%H:%M}"


def stretch(forum: Forum, start: dt.datetime, end: dt.datetime) -> str:
    """Return a stretch of time as ``10:00-13:00``."""
    return f"{clock(forum, start)}-{clock(forum, end)}"


def day(date: dt.date) -> str:
    """Return a date as ``Tuesday 5 May 2026``, the same on every machine whatever its locale."""
    return f"{WEEKDAYS[date.weekday()]} {date.day} {MONTHS[date.month - 1]} {date.year}"


def dated(forum: Forum, moment: dt.datetime) -> str:
    """Return a day and a local time as ``Tuesday 5 May 2026, 10:00``; what states no zone is local already."""
    shown = moment.astimezone(forum.zone) if moment.tzinfo else moment
    return f"{day(shown.date())}, {shown:%H:%M}"


def dated_at(moment: dt.datetime) -> str:
    """Return a day and a time as it is written where it is, as ``Tuesday 5 May 2026, 10:00``."""
    return f"{day(moment.date())}, {moment:%H:%M}"


def minutes(seconds: int) -> str:
    """Return a length as ``3 min`` or ``2.5 min``."""
    return f"{round(seconds / 60, 2):g} min"
