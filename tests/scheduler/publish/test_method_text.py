from __future__ import annotations

from pathlib import Path

from scheduler.publish.method_text import method_markdown, method_text
from scheduler.services.method.document import Method, Section, Table, passages, points
from scheduler.services.method.page import method
from tests.scheduler.services.method.small import a_small_forum

GOLDEN = Path(__file__).with_name("golden_method.md")
"""The page of a small forum as it was read and found right; a change of the method changes it too."""


def a_page(*blocks: object) -> Method:
    section = Section.model_validate({"id": "one", "title": "One *part*", "blocks": blocks})
    return Method(forum="forum-0001", title="A forum", sections=(section,))


def test_the_page_of_a_small_forum_is_the_one_that_was_read() -> None:
    assert method_markdown(method(a_small_forum())) == GOLDEN.read_text(encoding="utf-8")


def test_points_stand_with_what_they_are_about_and_numbers_where_order_counts() -> None:
    page = a_page(points("First.", ("Term", "Second."), numbered=True), points("Third."))
    assert method_text(page).splitlines()[3:] == ["1. First.", "2. Term: Second.", "", "- Third.", ""][:-1]


def test_markdown_of_strangers_stays_text_and_plain_text_is_left_as_it_is() -> None:
    page = a_page(*passages("A [link] and *stars*."))
    assert "A \\[link\\] and \\*stars\\*." in method_markdown(page)
    assert "A [link] and *stars*." in method_text(page)


def test_a_table_is_one_of_markdown_or_of_aligned_columns() -> None:
    page = a_page(Table(title="Title", header=("who", "places"), rows=(("Youth", "12"), ("Unions", "3")), numbers=(1,)))
    assert method_markdown(page).splitlines()[4:] == [
        *("### Title", ""),
        "| who    | places |",
        "| ------ | -----: |",
        "| Youth  |     12 |",
        "| Unions |      3 |",
    ]
    assert method_text(page).splitlines()[3:] == [
        *("### Title", ""),
        "who     places",
        "------  ------",
        "Youth       12",
        "Unions       3",
    ]


def test_a_long_title_goes_on_below_where_the_page_fits_a_terminal_and_stays_a_heading_in_markdown() -> None:
    page = a_page(Table(title="Round table " * 8, header=("who", "places"), rows=(("Youth", "12"),)))
    title = [f"### {' '.join(['Round table'] * 6)}", "    Round table Round table"]
    assert method_text(page).splitlines()[3:5] == title
    assert method_markdown(page).splitlines()[4] == f"### {' '.join(['Round table'] * 8)}"
