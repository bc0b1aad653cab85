"""Deadlines and follow-ups are calendar events in categories of their own, whose names stay when dates change."""

import datetime as dt

from icalendar import Calendar

from scheduler.domain.national_review import Stage
from scheduler.publish.ical import calendar
from scheduler.publish.reviews_events import deadline_events
from tests.scheduler.builders import an_agenda
from tests.scheduler.services.reviews.reviewing import a_recommendation, a_review, a_review_forum

DUE = {"report_due": dt.date(2026, 4, 1)}


def test_reports_are_due_and_reviews_that_took_place_are_followed_up_until_the_next() -> None:
    done = a_review("kenya", stage=Stage.PRESENTED, next_review=2029, report="https://example.org/kenya")
    early = a_recommendation(follow_up=dt.date(2026, 11, 1))
    same = a_recommendation("rec-2", follow_up=dt.date(2027, 5, 5))
    forum = a_review_forum(done, a_review("peru"), settings=DUE, recommendations=(early, same))
    assert [(str(e.date), e.uid, e.title, e.description, e.category) for e in deadline_events(forum)] == [
        (
            "2026-04-01",
            "forum-0001.vnr-kenya.report@forum-scheduler",
            "Report due for the national review: Kenya",
            "It is here: https://example.org/kenya",
            "Review deadline",
        ),
        (
            "2026-04-01",
            "forum-0001.vnr-peru.report@forum-scheduler",
            "Report due for the national review: Peru",
            None,
            "Review deadline",
        ),
        (
            "2026-11-01",
            "forum-0001.rec-1.follow-up@forum-scheduler",
            "Follow-up of a recommendation to Kenya",
            "Recognise skills",
            "Review follow-up",
        ),
        (
            "2027-05-05",
            "forum-0001.vnr-kenya.follow-up-1@forum-scheduler",
            "Follow-up of the national review: Kenya",
            None,
            "Review follow-up",
        ),
        (
            "2028-05-05",
            "forum-0001.vnr-kenya.follow-up-2@forum-scheduler",
            "Follow-up of the national review: Kenya",
            None,
            "Review follow-up",
        ),
    ]


def test_who_withdrew_or_was_put_off_has_no_deadline() -> None:
    gone = a_review("peru", stage=Stage.WITHDRAWN)
    forum = a_review_forum(gone, a_review("kenya", first_call=True), a_review("mali"), settings=DUE | {"capacity": 1})
    assert [event.title for event in deadline_events(forum)] == ["Report due for the national review: Kenya"]


def test_the_calendar_holds_them_as_whole_days() -> None:
    forum = a_review_forum(a_review("kenya"), settings=DUE)
    (event,) = Calendar.from_ical(calendar(forum, an_agenda())).walk("VEVENT")
    assert event.decoded("dtstart") == dt.date(2026, 4, 1)
    assert event.decoded("dtend") == dt.date(2026, 4, 2)
    assert str(event["categories"].cats[0]) == "Review deadline"


def test_a_date_that_moves_keeps_the_name_of_its_event() -> None:
    before = a_review_forum(a_review("kenya"), settings=DUE)
    after = a_review_forum(a_review("kenya", report_due=dt.date(2026, 4, 15)), settings=DUE)
    (first,), (second,) = deadline_events(before), deadline_events(after)
    assert (first.uid, first.date) == (second.uid, dt.date(2026, 4, 1))
    assert second.date == dt.date(2026, 4, 15)
