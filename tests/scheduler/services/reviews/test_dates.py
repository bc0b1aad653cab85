"""Reports are due when the review or the forum says; follow-ups come again until the year of the next review."""

import datetime as dt

import pytest

from scheduler.domain.national_review import Stage
from scheduler.services.reviews.dates import follow_ups_of, later, report_due_of
from tests.scheduler.services.reviews.reviewing import a_review, a_review_forum


def test_a_report_is_due_as_the_review_says_else_as_the_forum_does() -> None:
    forum = a_review_forum(settings={"report_due": dt.date(2026, 4, 1)})
    assert report_due_of(forum, a_review("peru")) == dt.date(2026, 4, 1)
    assert report_due_of(forum, a_review("peru", report_due=dt.date(2026, 3, 1))) == dt.date(2026, 3, 1)
    assert report_due_of(a_review_forum(), a_review("peru")) is None


@pytest.mark.parametrize(
    ("fields", "months", "dates"),
    [
        ({}, 12, ["2027-05-05", "2028-05-05", "2029-05-05"]),
        ({"next_review": 2028}, 12, ["2027-05-05"]),
        ({"next_review": 2028, "follow_up": dt.date(2026, 12, 31)}, 6, ["2026-12-31", "2027-06-30", "2027-12-31"]),
        ({"follow_up": dt.date(2027, 1, 1)}, 0, ["2027-01-01"]),
        ({"next_review": 2027}, 12, []),
        ({"next_review": 2027, "follow_up": dt.date(2026, 11, 1)}, 1, ["2026-11-01", "2026-12-01"]),
        ({}, 0, []),
        ({"stage": Stage.WITHDRAWN}, 12, []),
    ],
)
def test_follow_ups_come_again_until_the_next_review(fields: dict[str, object], months: int, dates: list[str]) -> None:
    forum = a_review_forum(settings={"follow_up_months": months})
    assert [str(date) for date in follow_ups_of(forum, a_review("peru", **fields))] == dates


def test_a_month_without_the_day_has_its_last_day() -> None:
    assert later(dt.date(2027, 10, 31), 4) == dt.date(2028, 2, 29)
