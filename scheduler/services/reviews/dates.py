"""When reports are due, and when what was recommended is followed up, again and again until the next review."""

from __future__ import annotations

import calendar
import datetime as dt

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage

PRESENTED = (Stage.PRESENTED, Stage.RECORDED, Stage.FOLLOWED_UP)
"""Stages of a review that has taken place."""

MOST_FOLLOW_UPS = 60
"""Follow-ups of one review at most: one a month over five years."""


def report_due_of(forum: Forum, review: NationalReview) -> dt.date | None:
    """Return when a report is due: as the review says, else as the forum does."""
    return review.report_due or forum.reviews.report_due


def next_review_of(forum: Forum, review: NationalReview) -> int:
    """Return the year of the State's next review: as it says, else the next edition's."""
    return review.next_review or max(forum.days).year + forum.rotation.years_between


def follow_ups_of(forum: Forum, review: NationalReview) -> tuple[dt.date, ...]:
    """Return the dates of all follow-ups, the first as stated, before the year of the next review.

    Where no date is stated the first comes as many months after the forum as there are between two.
    """
    months = forum.reviews.follow_up_months
    first = review.follow_up or (later(max(forum.days), months) if months else None)
    if first is None or review.stage is Stage.WITHDRAWN:
        return ()
    until, found = next_review_of(forum, review), list[dt.date]()
    while first.year < until and len(found) < MOST_FOLLOW_UPS:
        date = later(first, months * len(found))
        if date.year >= until:
            break
        found.append(date)
        if not months:
            break
    return tuple(found)


def later(date: dt.date, months: int) -> dt.date:
    """Return the same day some months later, or the last of that month where it has no such day."""
    years, month = divmod(date.month - 1 + months, 12)
    last = calendar.monthrange(date.year + years, month + 1)[1]
    return date.replace(year=date.year + years, month=month + 1, day=min(date.day, last))
