"""National reviews: what cannot be is told where it stands, and what is missing for a stage is a warning."""

from pathlib import Path

import pytest

from scheduler.domain.national_review import ReviewSettings
from tests.scheduler.formats.folders import told, warned

KIND = ReviewSettings(kind="round-table")
HEAD = "id,participant,stage,last_presented,presenter,minutes,panel\n"


@pytest.mark.parametrize(
    ("rows", "messages"),
    [
        (
            "v1,mexico,,,,,\nv2,mexico,,,,,\n",
            ["row 3, column participant: mexico has a review already, on row 2. Remove one of the two."],
        ),
        (
            "v1,caritas,,,,,\n",
            ["row 2, column participant: caritas is no delegation. Write a State that presents its review."],
        ),
        (
            "v1,mexico,,,,15,\n",
            [
                "row 2, column minutes: Its parts need 18 minutes, and its slot has 15. "
                "Give it 18 minutes or more, or shorten a part in the settings 'reviews'."
            ],
        ),
        (
            "v1,mexico,,2030,,,\n",
            [
                "row 2, column last_presented: Its review before was in 2030, which is to come. "
                "Write the year of the review before."
            ],
        ),
    ],
)
def test_what_a_review_cannot_be(tmp_path: Path, rows: str, messages: list[str]) -> None:
    found = told(tmp_path, {"national_reviews": HEAD + rows}, reviews=KIND)
    assert [line.removeprefix("national_reviews.csv, ") for line in found] == messages


def test_a_presenter_is_one_of_the_states_own_people(tmp_path: Path) -> None:
    people = "id,name,affiliations\nana,Ana,caritas\n"
    tables = {"national_reviews": f"{HEAD}v1,mexico,,,ana,,\n", "people": people}
    assert told(tmp_path, tables, reviews=KIND) == [
        "national_reviews.csv, row 2, column presenter: ana does not belong to mexico. "
        "Write one of its people, or add it to the person in people.csv."
    ]


def test_reviews_need_a_kind_and_sizes_in_order(tmp_path: Path) -> None:
    settings = ReviewSettings(panel_least=5)
    assert told(tmp_path, {"national_reviews": f"{HEAD}v1,mexico,,,,,\n"}, reviews=settings) == [
        "forum.yaml, setting reviews.kind: There are national reviews, and no kind of session. "
        "Write the kind of session a review is, as vnr.",
        "forum.yaml, row 11, setting reviews.panel_least: The fewest States in a panel, 5, are more than the most. "
        "Write the smaller number as the fewest.",
    ]
    assert told(tmp_path / "other", {}, reviews=ReviewSettings(kind="vnr")) == [
        "forum.yaml, row 11, setting reviews.kind: There is no kind of session 'vnr'. "
        "Add it to kinds.csv, or write another."
    ]


def test_a_panel_holds_no_more_than_it_may(tmp_path: Path) -> None:
    states = ["mexico", "chile", "peru"]
    tables = {
        "participants": "id,name,class\n" + "".join(f"{s},{s.title()},state\n" for s in (*states,)) + "caritas,C,ngo\n",
        "national_reviews": HEAD + "".join(f"v-{s},{s},,2022,,,one\n" for s in states),
    }
    settings = ReviewSettings(kind="round-table", panel_least=1, panel_most=2)
    assert told(tmp_path, tables, reviews=settings) == [
        "national_reviews.csv, row 4, column panel: 3 States are kept in one, and a panel has 2 at most. "
        "Write another panel, or leave it blank."
    ]


def test_recommendations_and_reports_are_by_others(tmp_path: Path) -> None:
    tables = {
        "national_reviews": f"{HEAD}v1,mexico,presented,,,,\n",
        "recommendations": "id,review,made_by,text,response,response_text\n"
        "r1,v1,mexico,More,,\nr2,v1,caritas,More,,Yes\n",
        "alternative_reports": "id,review,author,title,link\na1,v1,mexico,Other,https://example.org/a\n",
    }
    assert told(tmp_path, tables, reviews=KIND) == [
        "alternative_reports.csv, row 2, column author: mexico is the State whose review it is. "
        "Write the participant that wrote it.",
        "recommendations.csv, row 2, column made_by: mexico recommends something to itself. "
        "Write who made the recommendation.",
        "recommendations.csv, row 3, column response: It has words of response, and is pending. "
        "Write accepted or noted, or leave the words out.",
    ]


def test_alternative_reports_are_civil_societys_with_a_name_and_time_of_their_own(tmp_path: Path) -> None:
    tables = {
        "national_reviews": "id,participant\nv1,mexico\n",
        "participants": "id,name,class\nmexico,Mexico,state\nkenya,Kenya,state\n"
        + "".join(f"g{n},Group {n},ngo\n" for n in range(6))
        + "caritas,Caritas,ngo\n",
        "requests": "id,session,participant\nr1,s1,caritas\n",
        "alternative_reports": "id,review,author,title,link,asks_floor\n"
        "a1,v1,kenya,Other,https://example.org/a,\nr1,v1,caritas,Other,https://example.org/a,\n"
        + "".join(f"b{n},v1,g{n},Other,https://example.org/a,yes\n" for n in range(6)),
    }
    found = [line for line in told(tmp_path, tables, reviews=KIND) if line.startswith("alternative_reports")]
    assert found == [
        "alternative_reports.csv, row 2, column author: kenya is a delegation, and alternative reports are those of "
        "civil society. Attach it as a document, or remove the row.",
        "alternative_reports.csv, row 3, column id: A request is called r1 already. "
        "Write another id; its author's request has it.",
        "alternative_reports.csv, row 9, column asks_floor: 6 authors ask for the 5 minutes of civil society in v1. "
        "Leave out the wish of some, let them speak together, or reserve more minutes.",
    ]


def test_what_a_stage_lacks_is_a_warning(tmp_path: Path) -> None:
    tables = {
        "national_reviews": "id,participant,stage,announced_at,last_presented\n"
        "v1,mexico,reported,2025-10-01 09:00,2022\n",
        "recommendations": "id,review,made_by,text\nr1,v1,caritas,More\n",
    }
    found = warned(tmp_path, tables, reviews=KIND)
    assert [line for line in found if "reviews" in line or "recommendations" in line] == [
        "national_reviews.csv, row 2, column report: It is reported, and lacks the public link of its report. "
        "Write it, or an earlier stage.",
        "recommendations.csv, row 2, column review: v1 is reported, so nothing has been recommended in it yet. "
        "Write the stage the review has come to.",
    ]


def test_a_request_a_role_and_a_pin_may_name_a_review(tmp_path: Path) -> None:
    tables = {
        "national_reviews": f"{HEAD}v1,mexico,,2022,,,\n",
        "requests": "id,session,participant\nq1,v1,caritas\nq2,v2,caritas\n",
        "pins": "session,period\nv1,am\n",
    }
    assert told(tmp_path, tables, reviews=KIND) == [
        "requests.csv, row 3, column session: sessions.csv has no 'v2'. Write one of s1, s2, v1. "
        "Or remove this row if that session was taken out."
    ]
