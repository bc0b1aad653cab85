"""Deadlines and follow-ups of national reviews as calendar events, each in a category of its own."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.services.reviews.choosing import chosen
from scheduler.services.reviews.dates import PRESENTED, follow_ups_of, report_due_of

DEADLINE, FOLLOW_UP = "Review deadline", "Review follow-up"


class DeadlineEvent(Value):
    """One event that takes a whole day."""

    uid: str = Field(description="Stable name of its calendar event")
    date: dt.date
    title: str
    description: str | None
    category: str


def deadline_events(forum: Forum, language: str | None = None) -> tuple[DeadlineEvent, ...]:
    """Return when reports are due, and every follow-up until the next review, by date."""
    found: list[DeadlineEvent] = []
    for review in chosen(forum):
        name = say(forum, forum.participant_by_id[review.participant].name, language)
        if due := report_due_of(forum, review):
            link = f"It is here: {review.report}" if review.report else None
            title = f"Report due for the national review: {name}"
            found.append(_event(forum, f"{review.id}.report", due, title, link, DEADLINE))
        if review.stage in PRESENTED:
            found += _follow_ups(forum, review, name)
    return tuple(sorted(found, key=lambda event: (event.date, event.uid)))


def _follow_ups(forum: Forum, review: NationalReview, name: str) -> list[DeadlineEvent]:
    dates = follow_ups_of(forum, review)
    title = f"Follow-up of the national review: {name}"
    found = [
        _event(forum, f"{review.id}.follow-up-{number}", date, title, None, FOLLOW_UP)
        for number, date in enumerate(dates, start=1)
    ]
    for item in forum.recommendations:
        if item.review == review.id and item.follow_up and item.follow_up not in dates:
            own = f"Follow-up of a recommendation to {name}"
            words = clean_line(item.text.of(*forum.languages))
            found.append(_event(forum, f"{item.id}.follow-up", item.follow_up, own, words, FOLLOW_UP))
    return found


def _event(forum: Forum, own: str, date: dt.date, title: str, description: str | None, category: str) -> DeadlineEvent:
    uid = clean_line(f"{forum.uid}.{own}@forum-scheduler")
    return DeadlineEvent(uid=uid, date=date, title=title, description=description, category=category)
