"""A drawing is sound XML, says in words what it shows, and is to scale."""

from xml.etree import ElementTree

import pytest

from scheduler.publish.charts import LETTERS, Bar, Group, Series, bars, lines, shortened, stacked
from scheduler.publish.html import Markup

SERIES = (Series("Asked", "plain"), Series("Given", "hatch"))
GROUPS = (Group("States", (Bar(0, 10, "10"), Bar(1, 5, "5"))), Group("NGOs", (Bar(0, 8, "8"), Bar(1, 2, "2"))))


def parsed(drawing: Markup) -> ElementTree.Element:
    """Return a drawing as a tree."""
    return ElementTree.fromstring(drawing)


def words_of(drawing: Markup) -> list[str]:
    """Return what is written in a drawing, in order."""
    return [found.text or "" for found in parsed(drawing).iter("text")]


def boxes_of(drawing: Markup, height: str) -> list[tuple[float, float]]:
    """Return start and length of the bars of a height, those of a legend left out."""
    boxes = [box.attrib for box in parsed(drawing).iter("rect") if box.get("height") == height and "x" in box.attrib]
    return [(float(box["x"]), float(box["width"])) for box in boxes if box["width"] != "22"]


@pytest.mark.parametrize(
    "drawing",
    [
        bars("c1", "Title <1>", "Words", SERIES, GROUPS),
        stacked("c1", "Title <1>", "Words", SERIES, GROUPS),
        lines("c1", "Title <1>", "Words", (0.5, 1), (0, 1)),
        bars("c1", "Title <1>", "Words", SERIES, ()),
    ],
)
def test_a_drawing_is_an_image_with_a_title_and_words(drawing: Markup) -> None:
    svg = parsed(drawing)
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "c1-title c1-words")
    assert [(one.tag, one.get("id"), one.text) for one in svg[:2]] == [
        ("title", "c1-title", "Title <1>"),
        ("desc", "c1-words", "Words"),
    ]


def test_bars_are_to_one_scale_and_have_their_words() -> None:
    drawing = bars("c1", "Title", "Words", SERIES, GROUPS)
    assert words_of(drawing) == ["Asked", "Given", "States", "10", "5", "NGOs", "8", "2"]
    assert [length for _, length in boxes_of(drawing, "12")] == [290, 145, 232, 58]


def test_a_mark_stands_where_the_promise_is_and_is_explained() -> None:
    groups = (Group("States", (Bar(0, 5, "5 of 10", mark=10),)),)
    drawing = bars("c1", "Title", "Words", SERIES[:1], groups, mark="Promised")
    marks = [line for line in parsed(drawing).iter("line") if line.get("stroke-width") == "3"]
    assert words_of(drawing) == ["Asked", "Promised", "States", "5 of 10"]
    assert [mark.get("x1") for mark in marks] == ["15", "294.0"]
    assert boxes_of(drawing, "12") == [(4, 145)]


def test_parts_of_a_stack_follow_each_other() -> None:
    groups = (Group("First", (Bar(0, 0.75, "75%"), Bar(1, 0.25, "25%"))),)
    drawing = stacked("c1", "Title", "Words", SERIES, groups)
    assert boxes_of(drawing, "16") == [(4, 264), (268, 88)]
    assert words_of(drawing)[-1] == "75% / 25%"


def test_a_line_begins_at_nothing_and_passes_through_every_point() -> None:
    svg = parsed(lines("c1", "Title", "Words", (0.25, 0.5, 1), (0, 0.5, 1)))
    points = svg.find("polyline")
    assert points is not None
    assert points.get("points") == "44,158 120.5,158 197,83 350,8"
    even = next(line for line in svg.iter("line") if line.get("stroke-dasharray"))
    assert [even.get(side) for side in ("x1", "y1", "x2", "y2")] == ["44", "158", "350", "8"]


def test_fillings_are_patterns_and_named_after_their_drawing() -> None:
    drawing = bars("c7", "Title", "Words", SERIES, GROUPS)
    assert {pattern.get("id") for pattern in parsed(drawing).iter("pattern")} == {"c7-hatch", "c7-dots"}
    assert {box.get("fill") for box in parsed(drawing).iter("rect") if "x" in box.attrib} == {
        "#ffffff",
        "url(#c7-hatch)",
    }


def test_a_long_label_is_shortened_by_what_it_takes_of_the_line() -> None:
    assert shortened("x" * LETTERS) == "x" * LETTERS
    assert shortened("x" * (LETTERS + 1)) == "x" * (LETTERS - 1) + "…"
    assert len(shortened("漢" * 40)) == (LETTERS - 1) // 2 + 1


def test_a_hostile_label_stays_text() -> None:
    groups = (Group("</text><script>", (Bar(0, 1, "1"), Bar(1, 1, "1"))),)
    assert words_of(bars("c1", "Title", "Words", SERIES, groups))[2] == "</text><script>"
