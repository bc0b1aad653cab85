"""The page is sound, can be read without eyes or colour, says what the JSON says, and keeps strangers' text a text."""

import json
from itertools import pairwise

import pytest

from scheduler.publish.participation_html import participation_html
from scheduler.publish.rotation_matrix import Matrix, MatrixRow
from scheduler.services.participation.groups import BODIES
from scheduler.services.participation.report import participation
from tests.scheduler import builders as b
from tests.scheduler.publish.pages import Node, read_page, tables_of
from tests.scheduler.publish.reports import a_full_forum, a_full_report

REPORT = a_full_report()
DATA = json.loads(REPORT.model_dump_json())
PAGE = read_page(participation_html(REPORT, "en"))
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>\x1b\u202e"


def shown(count: int | None) -> str:
    """Return a number as the page has it."""
    return "not told" if count is None else str(count)


def drawing(title: str) -> Node:
    """Return the drawing of a title."""
    return next(svg for svg in PAGE.all("svg") if svg.all("title")[0].text == title)


def words_in(svg: Node) -> list[str]:
    """Return what is written in a drawing."""
    return [word.text for word in svg.all("text")]


def test_every_table_has_a_caption_and_every_heading_a_scope() -> None:
    tables = PAGE.all("table")
    assert len(tables) == 15
    assert [table for table in tables if len(table.all("caption")) != 1 or not table.all("caption")[0].text] == []
    assert [head.get("scope") for table in tables for head in table.all("th") if not head.get("scope")] == []
    assert [
        row for table in tables for row in table.all("tbody")[0].all("tr") if row.all("th")[0].get("scope") != "row"
    ] == []


def test_every_row_has_a_cell_under_each_heading() -> None:
    assert [name for name, rows in tables_of(PAGE).items() if len({len(row) for row in rows}) > 1] == []


def test_every_drawing_is_an_image_with_a_title_and_words_of_its_own() -> None:
    drawings = PAGE.all("svg")
    assert [one.all("title")[0].text for one in drawings] == [
        "Requested and given, by class",
        "Share of the minutes, by class",
        "Who speaks in each quarter of the lists",
        "Session s1",
    ]
    assert [one.get("role") for one in drawings] == ["img"] * 4
    assert [one for one in drawings if not one.all("desc")[0].text] == []


def test_what_names_something_else_names_what_is_there_once() -> None:
    ids = [node.get("id") for node in all_of(PAGE) if node.get("id")]
    named = [id for node in all_of(PAGE) for id in (node.get("aria-labelledby") or "").split()]
    links = [(link.get("href") or "").removeprefix("#") for link in PAGE.all("a")]
    assert sorted(ids) == sorted(set(ids))
    assert {*named, *links} - set(ids) == set()


def all_of(node: Node) -> list[Node]:
    """Return every element in an element."""
    below = [child for child in node.children if isinstance(child, Node)]
    return [one for child in below for one in (child, *all_of(child))]


def test_headings_go_down_one_step_at_a_time_from_one_title() -> None:
    levels = [int(node.name[1]) for node in PAGE.all("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


def test_the_page_loads_and_runs_nothing() -> None:
    source = participation_html(REPORT, "en")
    assert {node.name for node in all_of(PAGE)} & {"script", "img", "link", "iframe", "object", "form"} == set()
    assert [word for word in ("http:", "https:", "@import", "javascript:") if word in source] == []
    outside = [
        v for node in all_of(PAGE) for k, v in node.attributes.items() if k in ("src", "href") and v and v[0] != "#"
    ]
    assert outside == []
    assert [node for node in all_of(PAGE) if node.get("style")] == []


def test_requests_on_the_page_are_those_of_the_json() -> None:
    tables = tables_of(PAGE)
    for caption, key in (("class", "by_class"), ("constituency", "by_constituency"), ("session", "by_session")):
        rows = DATA["requests"][key]
        fields = ("requested", "given", "spoken", "unplaced")
        assert tables[f"Requests by {caption}"][1:] == [[r["label"], *(shown(r[f]) for f in fields)] for r in rows]
    total = DATA["requests"]["total"]
    assert tables["Requests by body"][1] == [
        "All",
        *(shown(total[f]) for f in ("requested", "given", "spoken", "unplaced")),
    ]
    assert (total["requested"], total["given"], total["spoken"], total["unplaced"]) == (37, 18, 17, 19)


def test_requests_in_the_drawing_are_those_of_the_json() -> None:
    expected = ["Requested", "Given", "Spoken"]
    for row in DATA["requests"]["by_class"]:
        expected += [row["label"], *(shown(row[field]) for field in ("requested", "given", "spoken"))]
    assert words_in(drawing("Requested and given, by class")) == expected


def test_promises_on_the_page_are_those_of_the_json() -> None:
    rows = tables_of(PAGE)["What was promised"][1:]
    assert rows == [
        ["Stakeholder", "30%, 18 min", "33.33%, 18 min", "yes"],
        ["State", "70%, 42 min", "66.67%, 36 min", "no"],
    ]
    assert [(p["percent"], p["promised_minutes"], p["share_percent"], p["minutes"]) for p in DATA["promises"]] == [
        (30, 18, 33.33, 18),
        (70, 42, 66.67, 36),
    ]


def test_promises_of_several_lists_are_drawn_beside_what_there_is() -> None:
    report = a_full_report()
    promise = report.promises[0].model_copy(update={"session": None})
    places = promise.model_copy(update={"percent": None, "places": 8})
    page = read_page(participation_html(report.model_copy(update={"promises": (promise, places)}), "en"))
    written = {svg.all("title")[0].text: words_in(svg) for svg in page.all("svg")}
    assert written["Share of the time, and the promise"] == ["Has", "Promised", "Stakeholder", "33.33% of 30%"]
    assert written["Speakers, and the places promised"] == ["Has", "Promised", "Stakeholder", "6 of 8"]


def test_the_running_share_in_the_drawing_is_that_of_the_json() -> None:
    svg = drawing("Session s1")
    (line,) = svg.all("polyline")
    points = [tuple(map(float, point.split(","))) for point in (line.get("points") or "").split()]
    (left, floor), (right, top) = points[0], points[-1]
    found = [((x - left) / (right - left), (floor - y) / (floor - top)) for x, y in points[1:]]
    (data,) = DATA["sessions"]
    assert [round(over, 3) for over, _ in found] == [round(over, 3) for over in data["elapsed"]]
    assert [round(had, 3) for _, had in found] == [round(had, 3) for had in data["running"]]
    assert data["had_by"] == [0, 0.5, 0.5]
    assert svg.all("desc")[0].text.startswith(
        "Of their minutes, stakeholders have had 0% after a quarter of the list's minutes, 50% after half and 50%"
    )


def test_quarters_in_the_drawing_are_those_of_the_json() -> None:
    bodies = DATA["total"]["by_body"]
    expected = [BODIES[body["key"]] for body in bodies]
    for quarter, label in enumerate(("First quarter", "Second quarter", "Third quarter", "Last quarter")):
        expected += [label, " / ".join(f"{body['quarters'][quarter]:.0%}" for body in bodies)]
    assert words_in(drawing("Who speaks in each quarter of the lists")) == expected


def test_a_share_that_falls_is_warned_of_at_the_top() -> None:
    (box,) = [section for section in PAGE.all("section") if section.get("class") == "warning"]
    assert box.all("h2")[0].text == "Warning: a share falls below an earlier one"
    assert [item.text for item in box.all("li")] == [
        "Forum 2022, Stakeholder: share of the floor falls from 50% to 33.33%."
    ]


def test_a_constituency_of_one_organisation_has_no_number_but_what_is_public() -> None:
    rows = [row for table in tables_of(PAGE).values() for row in table if row[0] == "Trade unions"]
    assert ["Trade unions", "not told", "0", "0", "not told"] in rows
    assert [row for row in rows if set(row[1:]) - {"not told", "0", "0%", "-"}] == []


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl"), ("fr", "ltr")])
def test_the_page_says_its_language_and_which_way_it_is_read(language: str, direction: str) -> None:
    (html,) = read_page(participation_html(REPORT, language)).all("html")
    assert (html.get("lang"), html.get("dir")) == (language, direction)
    own = html.all("h2")[0].all("span")
    assert [(one.get("lang"), one.get("dir")) for one in own] == ([] if language == "en" else [("en", "ltr")])


def test_a_hostile_name_is_text_wherever_it_stands() -> None:
    forum = a_full_forum()
    label = b.text(HOSTILE)
    classes = tuple(c.model_copy(update={"label": label}) for c in forum.classes)
    constituencies = tuple(c.model_copy(update={"label": label}) for c in forum.constituencies)
    flags = tuple(f.model_copy(update={"label": label}) for f in forum.flags)
    sessions = tuple(s.model_copy(update={"title": label}) for s in forum.sessions)
    baselines = tuple(x.model_copy(update={"edition": HOSTILE, "source": HOSTILE}) for x in forum.baselines)
    shares = tuple(s.model_copy(update={"basis": HOSTILE}) for s in forum.shares)
    fields = {"title": label, "classes": classes, "constituencies": constituencies, "flags": flags}
    report = a_full_report(sessions=sessions, baselines=baselines, shares=shares, **fields)
    source = participation_html(report, "en")
    page = read_page(source)
    assert {node.name for node in all_of(page)} & {"script", "img"} == set()
    assert [node for node in all_of(page) if any(key.startswith("on") for key in node.attributes)] == []
    assert [mark for mark in ("\x1b", "\u202e", "<script", "<img") if mark in source] == []
    seen = "<script>alert(1)</script>\"'><img src=x onerror=y>"
    assert page.all("h1")[0].text == f"Participation: {seen}"
    assert {row[0] for row in tables_of(page)["Requests by class"][1:]} == {seen}


def test_a_forum_without_lists_or_requests_is_a_short_page() -> None:
    page = read_page(participation_html(participation(b.a_forum(), b.an_agenda()), "en"))
    assert page.all("table", "svg") == []
    assert [heading.text for heading in page.all("h2")] == ["Gender, where people stated it", "How it was counted"]


def test_what_the_editions_review_has_a_section_of_its_own_where_it_is_told() -> None:
    rows = (MatrixRow(number=7, label="Vulnerabilities", cells=("reviewed", "planned"), years_since=None),)
    found = Matrix(title="Trial", language="en", years=(2022, 2026), rows=rows)
    page = read_page(participation_html(REPORT, "en", found))
    assert [heading.text for heading in page.all("h2") if "editions" in heading.text][-1:] == [
        "Objectives over the editions"
    ]
    assert "Objectives over the editions" not in [heading.text for heading in PAGE.all("h2")]
    captions = [table.all("caption")[0].text for table in page.all("table")]
    assert "Objectives by editions, and years since each was last reviewed in depth" in captions
