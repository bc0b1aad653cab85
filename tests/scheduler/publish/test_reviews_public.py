"""A national review in every output: the parts of its slot, a decline in neutral words, reports and whose views."""

import csv
import io
import json

import icalendar
import pytest

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import Answer
from scheduler.publish.ical import calendar
from scheduler.publish.programme_text import programme
from scheduler.publish.reviews_public import review_in
from scheduler.publish.tables import agenda_csv, agenda_public_json
from scheduler.services.reviews.programme import with_reviews
from tests.scheduler.builders import a_person, a_placement, a_request, a_session, an_agenda
from tests.scheduler.services.reviews.reviewing import a_report, a_review, a_review_forum

LINES = (
    "Minutes: presentation 8, questions and recommendations 9, reply 3.",
    "The State presents without a part for civil society; its minutes are for questions.",
    "Report of the State: https://example.org/kenya",
    "Alternative report, the views of its authors (Unions): What workers see https://example.org/alt-1 "
    "Reply of the State: https://example.org/reply",
    "Alternative report, the views of its authors (Diaspora): What workers see https://example.org/alt-2 "
    "The State has a right of reply.",
)


@pytest.fixture
def reviewed() -> tuple[Forum, Agenda]:
    """A review with two alternative reports, one of which the State has replied to, and where it stands."""
    review = a_review("kenya", civil_society=Answer.DECLINED, report="https://example.org/kenya")
    reports = a_report(reply="https://example.org/reply"), a_report("alt-2", author="diaspora")
    forum = with_reviews(a_review_forum(review, a_review("peru"), alternative_reports=reports))
    return forum, an_agenda(a_placement("vnr-kenya", "2026-05-05 10:00", 20, period="am"))


def test_every_output_has_its_lines(reviewed: tuple[Forum, Agenda]) -> None:
    printed = " ".join(programme(*reviewed).split())
    (event,) = (
        event
        for event in icalendar.Calendar.from_ical(calendar(*reviewed)).walk("VEVENT")
        if str(event["UID"]).endswith(".vnr-kenya.1@forum-scheduler")
    )
    (row,) = csv.DictReader(io.StringIO(agenda_csv(*reviewed)))
    assert [line for line in ("Part of National reviews, panel 1", *LINES) if line not in printed] == []
    assert [line for line in LINES if line not in str(event["DESCRIPTION"]).splitlines()] == []
    assert row["national_review"] == "; ".join(LINES)


def test_json_has_whose_views_a_report_has_and_the_reply_apart(reviewed: tuple[Forum, Agenda]) -> None:
    (session,) = json.loads(agenda_public_json(*reviewed))["sessions"]
    assert session["national_review"] == {
        "state": "kenya",
        "parts": LINES[0],
        "civil_society": LINES[1],
        "report": "https://example.org/kenya",
        "alternative_reports": [
            {
                "id": "alt-1",
                "title": "What workers see",
                "authors": "Unions",
                "link": "https://example.org/alt-1",
                "reply": "https://example.org/reply",
            },
            {
                "id": "alt-2",
                "title": "What workers see",
                "authors": "Diaspora",
                "link": "https://example.org/alt-2",
                "reply": None,
            },
        ],
    }


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (Answer.PROPOSED, "A part for civil society is proposed to the State."),
        (Answer.CONFIRMED, "A part for civil society is confirmed by the State."),
    ],
)
def test_a_part_is_proposed_until_the_state_has_answered(answer: Answer, sentence: str) -> None:
    found = review_in(with_reviews(a_review_forum(a_review("kenya", civil_society=answer))), "vnr-kenya")
    assert found is not None
    assert found.lines == (
        "Minutes: presentation 8, civil society 5, questions and recommendations 4, reply 3.",
        sentence,
    )


def test_of_a_session_that_is_written_no_parts_are_told_that_it_may_not_have() -> None:
    own = a_session("vnr-kenya", "vnr", 60, opening_minutes=10, floor_minutes=40)
    found = review_in(a_review_forum(a_review("kenya"), sessions=(own,), alternative_reports=(a_report(),)), own.id)
    assert found is not None
    assert (found.parts, found.civil_society, [one.id for one in found.alternative_reports]) == (None, None, ["alt-1"])


def test_a_session_that_is_no_review_has_none_and_a_forum_without_that_part_asks_for_none() -> None:
    forum = with_reviews(a_review_forum(a_review("kenya"), settings={"civil_society_minutes": 0}))
    assert review_in(forum, "rt") is None
    found = review_in(forum, "vnr-kenya")
    assert found is not None
    assert found.lines == ("Minutes: presentation 8, questions and recommendations 9, reply 3.",)


def test_an_author_who_stands_for_somebody_withheld_is_named_in_none_of_them() -> None:
    hidden = a_person("sam", "unions", publication="withheld")
    asking = a_request("q1", "unions", "rt", person="sam")
    made = a_review_forum(a_review("kenya"), alternative_reports=(a_report(),), people=(hidden,), requests=(asking,))
    forum, agenda = with_reviews(made), an_agenda(a_placement("vnr-kenya", "2026-05-05 10:00", 20, period="am"))
    for output in (
        programme(forum, agenda),
        agenda_csv(forum, agenda),
        agenda_public_json(forum, agenda),
        calendar(forum, agenda).replace(b"\r\n ", b"").decode(),
    ):
        words = " ".join(output.split())
        assert ("an author whose details are withheld" in words, "Unions" in words) == (True, False)
