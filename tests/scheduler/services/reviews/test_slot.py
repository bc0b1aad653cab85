"""The parts of a slot add up to its minutes, whatever the State said to a part for civil society."""

import pytest

from scheduler.domain.national_review import Answer
from scheduler.services.reviews.slot import Slot, asking_authors, minutes_of, seconds_each, slot_of
from tests.scheduler.services.reviews.reviewing import a_report, a_review, a_review_forum


@pytest.mark.parametrize("answer", list(Answer))
@pytest.mark.parametrize("minutes", [None, 20, 45])
@pytest.mark.parametrize("last", [None, 2018])
def test_parts_add_up(answer: Answer, minutes: int | None, last: int | None) -> None:
    forum = a_review_forum()
    review = a_review("peru", civil_society=answer, minutes=minutes, last_presented=last)
    assert slot_of(forum, review).minutes == minutes_of(forum, review) == (minutes or (20 if last else 30))


def test_minutes_that_are_declined_are_for_questions() -> None:
    forum = a_review_forum()
    assert slot_of(forum, a_review("peru")) == Slot(8, 5, 4, 3)
    assert slot_of(forum, a_review("peru", civil_society=Answer.DECLINED)) == Slot(8, 0, 9, 3)


def test_authors_who_ask_share_the_part_and_none_is_left_where_it_is_declined() -> None:
    reports = a_report(asks_floor=True), a_report("alt-2", author="diaspora", asks_floor=True), a_report("alt-3")
    forum = a_review_forum(a_review("kenya"), alternative_reports=reports, speaker_changeover_seconds=15)
    review = forum.national_reviews[0]
    assert [report.id for report in asking_authors(forum, review)] == ["alt-1", "alt-2"]
    assert seconds_each(forum, review) == (5 * 60 - 2 * 15) // 2
    declined = a_review("kenya", civil_society=Answer.DECLINED)
    assert (asking_authors(forum, declined), seconds_each(forum, declined)) == ((), 0)
