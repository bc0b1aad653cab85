"""Drawings in SVG that say in words what they show, and tell their parts apart without colour."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from scheduler.publish.clean import clean_line
from scheduler.publish.html import Markup, element, joined

WIDTH = 360
LEFT, RIGHT = 4, 66
"""Room at the sides of bars: the right one is for the numbers."""
LETTERS = 46
"""Cells of a label that fit the width."""
INK, GREY, BLUE, PAPER, WARN = "#1a1a1a", "#767676", "#0b4f8a", "#ffffff", "#8a3b00"


@dataclass(frozen=True, slots=True)
class Series:
    """One of the things that are drawn for every group."""

    label: str
    fill: str
    """plain, solid, grey, hatch or dots, which are apart in black and white."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its length, the words at its end, and where a mark stands on it."""

    series: int
    value: float
    words: str
    mark: float | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Bars under one label."""

    label: str
    bars: tuple[Bar, ...]


def bars(
    name: str, title: str, words: str, series: Sequence[Series], groups: Sequence[Group], mark: str | None = None
) -> Markup:
    """Draw bars that lie below each other, group by group, to one scale; ``mark`` says what marks on them mean."""
    values = [value for group in groups for bar in group.bars for value in (bar.value, bar.mark or 0)]
    scale = (WIDTH - LEFT - RIGHT) / (max(values, default=0) or 1)
    parts, y = _legend(name, series, mark)
    for group in groups:
        parts.append(_words(LEFT, y + 14, shortened(group.label)))
        y += 20
        for bar in group.bars:
            length = round(bar.value * scale, 2)
            parts.append(_box(LEFT, y, length, 12, _paint(name, series[bar.series].fill)))
            if bar.mark is not None:
                at = round(LEFT + bar.mark * scale, 2)
                parts += _mark(at, y)
            end = max(length, round((bar.mark or 0) * scale, 2))
            parts.append(_words(round(LEFT + end + 6, 2), y + 11, bar.words))
            y += 16
        y += 6
    return _drawing(name, title, words, y, [_patterns(name), *parts])


def stacked(name: str, title: str, words: str, series: Sequence[Series], groups: Sequence[Group]) -> Markup:
    """Draw one bar a group, its parts one after the other, each with its number below."""
    parts, y = _legend(name, series)
    full = WIDTH - 2 * LEFT
    for group in groups:
        parts.append(_words(LEFT, y + 14, shortened(group.label)))
        x, y = float(LEFT), y + 20
        for bar in group.bars:
            length = round(bar.value * full, 2)
            parts.append(_box(round(x, 2), y, length, 16, _paint(name, series[bar.series].fill)))
            x += length
        numbers = " / ".join(bar.words for bar in group.bars)
        parts.append(_words(LEFT, y + 30, numbers))
        y += 42
    return _drawing(name, title, words, y, [_patterns(name), *parts])


def lines(name: str, title: str, words: str, across: Sequence[float], up: Sequence[float]) -> Markup:
    """Draw a share that grows from 0 to 1 beside the straight line of even growth."""
    left, top, size, height = 44, 8, WIDTH - 44 - 10, 150
    parts: list[Markup] = []
    for share in (0, 0.5, 1):
        y = round(top + (1 - share) * height, 2)
        parts.append(_line(left, y, left + size, y, {"stroke": GREY, "stroke_width": "0.5"}))
        parts.append(_words(left - 4, y + 4, f"{share:.0%}", anchor="end"))
        parts.append(_words(round(left + share * size, 2), top + height + 16, f"{share:.0%}", anchor=_ANCHORS[share]))
    parts.append(_line(left, top + height, left + size, top, _EVEN))
    points = [f"{left},{top + height}"]
    for over, had in zip(across, up, strict=True):
        points.append(f"{round(left + over * size, 2):g},{round(top + (1 - had) * height, 2):g}")
    parts.append(element("polyline", points=" ".join(points), fill="none", stroke_linejoin="round", **_HAD))
    y = top + height + 34
    for label, stroke in (("Had so far", _HAD), ("Even: the ideal", _EVEN)):
        parts.append(_line(left, y - 4, left + 30, y - 4, stroke))
        parts.append(_words(left + 38, y, label))
        y += 18
    return _drawing(name, title, words, y - 8, parts)


_ANCHORS = {0: "start", 0.5: "middle", 1: "end"}
_HAD = {"stroke": BLUE, "stroke_width": "3"}
_EVEN = {"stroke": WARN, "stroke_width": "2", "stroke_dasharray": "6 4"}


def shortened(label: str) -> str:
    """Return a label as far as it fits above a bar."""
    label = clean_line(label)
    return label if cell_len(label) <= LETTERS else f"{set_cell_size(label, LETTERS - 1).rstrip()}…"


def _drawing(name: str, title: str, words: str, height: float, parts: Sequence[str]) -> Markup:
    named = (element("title", title, id=f"{name}-title"), element("desc", words, id=f"{name}-words"))
    return element(
        "svg",
        joined((*named, *parts)),
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-words",
    )


def _legend(name: str, series: Sequence[Series], mark: str | None = None) -> tuple[list[Markup], int]:
    """Return what each filling means, one below the other, and where the drawing goes on."""
    if len(series) < 2 and mark is None:
        return [], 2
    parts: list[Markup] = []
    for row, one in enumerate(series):
        parts.append(_box(LEFT, 2 + 20 * row, 22, 12, _paint(name, one.fill)))
        parts.append(_words(LEFT + 30, 13 + 20 * row, one.label))
    rows = len(series)
    if mark is not None:
        parts += [*_mark(LEFT + 11, 2 + 20 * rows), _words(LEFT + 30, 13 + 20 * rows, mark)]
        rows += 1
    return parts, 8 + 20 * rows


def _mark(x: float, y: float) -> list[Markup]:
    """Return an upright mark across a bar, apart from it by a white edge."""
    edge = _line(x, y - 3, x, y + 15, {"stroke": PAPER, "stroke_width": "7"})
    return [edge, _line(x, y - 4, x, y + 16, {"stroke": WARN, "stroke_width": "3"})]


def _patterns(name: str) -> Markup:
    """Return the fillings of one drawing; their names are its own, since a page has many."""
    ground = element("rect", width=6, height=6, fill=PAPER)
    stripe = element("path", d="M-1,7 l8,-8 M-1,1 l2,-2 M5,7 l2,-2", stroke=BLUE, stroke_width=2.2)
    dot = element("circle", cx=3, cy=3, r=1.6, fill=INK)
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    hatch = element("pattern", ground, stripe, id=f"{name}-hatch", **size)
    return element("defs", hatch, element("pattern", ground, dot, id=f"{name}-dots", **size))


def _line(x1: float, y1: float, x2: float, y2: float, stroke: Mapping[str, str]) -> Markup:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **stroke)


def _paint(name: str, fill: str) -> str:
    plain = {"plain": PAPER, "solid": BLUE, "grey": GREY}
    return plain.get(fill) or f"url(#{name}-{fill})"


def _box(x: float, y: float, width: float, height: float, fill: str) -> Markup:
    return element("rect", x=x, y=y, width=width, height=height, fill=fill, stroke=INK, stroke_width=1)


def _words(x: float, y: float, words: str, anchor: str | None = None) -> Markup:
    return element("text", words, x=x, y=y, text_anchor=anchor)
