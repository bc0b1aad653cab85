"""Dates and times: they are the forum's, they exist, and they exist once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scheduler import clock
from scheduler.domain.base import Window
from scheduler.domain.programme import Period
from scheduler.formats.cells import written
from scheduler.formats.draft import Draft
from scheduler.formats.raw import SETTINGS

LONGEST_NIGHT_MINUTES = 12 * 60
"""A period that runs past midnight and is longer is taken for one whose times are the wrong way round."""

_DAY = dt.timedelta(days=1)
_WINDOWS = (("rooms", "closed"), ("people", "available"), ("sessions", "available"), ("requests", "available"))


def check_settings(draft: Draft) -> None:
    """The forum's days and hours make sense by themselves."""
    forum = draft.forum
    if draft.knows("days") and len(set(forum.days)) < len(forum.days):
        twice = sorted({day.isoformat() for day in forum.days if forum.days.count(day) > 1})
        draft.fault(SETTINGS, None, "days", f"{', '.join(twice)} is there twice.", "Write each day once.")
    if draft.knows("decent_from", "decent_until") and forum.decent_until <= forum.decent_from:
        draft.fault(
            SETTINGS,
            None,
            "decent_until",
            f"It is not after {draft.heading(SETTINGS, 'decent_from')}.",
            "Write a later time.",
        )
    for column in ("days", "languages"):
        if draft.knows(column) and not getattr(forum, column):
            draft.fault(SETTINGS, None, column, "It is blank.", "Write at least one.")


def check_dates(draft: Draft) -> None:
    """Every date is one of the forum's days."""
    if not draft.knows("days"):
        return
    days = set(draft.forum.days)
    for row, date in draft.cells("periods", "date"):
        if date not in days:
            draft.fault("periods", row.number, "date", f"{date} is not a day of the forum.", _days(draft))
    nights = {period.date + _DAY for _, period in draft.values("periods") if period.end <= period.start}
    for table, column in _WINDOWS:
        for row, window in draft.cells(table, column):
            if window.date not in days | nights:
                draft.fault(table, row.number, column, f"{window.date} is not a day of the forum.", _days(draft))


def _days(draft: Draft) -> str:
    days = sorted(draft.forum.days)
    setting = f"{draft.heading(SETTINGS, 'days')} in {draft.spoken(SETTINGS)}"
    return f"Write a day from {days[0]} to {days[-1]}, or add it to {setting}."


def check_clock_changes(draft: Draft) -> None:
    """Every time that is written is shown by the venue's clocks, and shown once."""
    if not draft.knows("timezone"):
        return
    for number, period in draft.values("periods"):
        for column, date, time in zip(("start", "end"), *_edges(period), strict=True):
            _check_time(draft, "periods", number, column, date, time)
    for table, column in _WINDOWS:
        for row, window in draft.cells(table, column):
            for date, time in zip(*_edges(window), strict=True):
                _check_time(draft, table, row.number, column, date, time)
    for number, pin in draft.values("pins"):
        period = draft.forum.period_by_id.get(pin.period)
        if pin.start is not None and period is not None:
            _check_time(draft, "pins", number, "start", clock.date_in(period, pin.start), pin.start)


def _edges(stretch: Period | Window) -> tuple[tuple[dt.date, dt.date], tuple[dt.time, dt.time]]:
    last = stretch.date if stretch.end > stretch.start else stretch.date + _DAY
    return (stretch.date, last), (stretch.start, stretch.end)


def _check_time(draft: Draft, table: str, row: int, column: str, date: dt.date, time: dt.time) -> None:
    zone = draft.forum.timezone
    if not clock.exists(draft.forum, date, time):
        problem = f"{written(time)} does not exist on {date}: clocks in {zone} go forward over it."
        draft.fault(table, row, column, problem, f"Write {written(_nearest(draft, date, time))} or later.")
    elif clock.is_ambiguous(draft.forum, date, time):
        problem = f"{written(time)} exists twice on {date}: clocks in {zone} go back."
        after = written(_nearest(draft, date, time))
        draft.fault(table, row, column, problem, f"Write a time before the change, or {after} or later.")


def _nearest(draft: Draft, date: dt.date, time: dt.time) -> dt.time:
    """Return the first later time that is shown exactly once."""
    return next(later for later in _later(date, time) if _is_plain(draft, date, later))


def _is_plain(draft: Draft, date: dt.date, time: dt.time) -> bool:
    return clock.exists(draft.forum, date, time) and not clock.is_ambiguous(draft.forum, date, time)


def _later(date: dt.date, time: dt.time) -> Iterator[dt.time]:
    start = dt.datetime.combine(date, time)
    return ((start + dt.timedelta(minutes=minutes)).time() for minutes in range(1, 24 * 60))


def check_order(draft: Draft) -> None:
    """A period that ends before it starts is a night, not a slip."""
    for number, period in draft.values("periods"):
        start, end = clock.period_minutes(draft.forum, period)
        if period.end <= period.start and end - start > LONGEST_NIGHT_MINUTES:
            problem = f"It ends at {written(period.end)}, which is not after its start, {written(period.start)}."
            advice = "Write a later end; only a night of up to twelve hours may run past midnight."
            draft.fault("periods", number, "end", problem, advice)
