"""The picture of a rotation: objectives by editions, told by marks that need no colour."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, set_cell_size

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Depth
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.publish.html import Markup, Tongues, element, joined, page
from scheduler.publish.page_style import STYLE
from scheduler.publish.visible import say
from scheduler.translate.rotation import this_year

WORDS = {
    "in-depth": "reviewed in depth",
    "reviewed": "reviewed",
    "planned": "planned in depth",
    "open": "open for discussion",
    "none": "not reviewed",
}
MARKS = {"in-depth": "#", "reviewed": "o", "planned": "+", "open": ".", "none": "-"}
"""Marks of the terminal."""

LEGEND = ", ".join(f"{MARKS[key]} {words}" for key, words in WORDS.items())


class MatrixRow(Value):
    """One objective over the editions."""

    number: int
    label: str
    cells: tuple[str, ...]
    years_since: int | None


class Matrix(Value):
    """Objectives by editions, those of the past first."""

    title: str
    language: str
    """That of titles and labels; all other words are English."""
    years: tuple[int, ...]
    rows: tuple[MatrixRow, ...]


def matrix(forum: Forum, plan: RotationPlan | None, language: str | None = None) -> Matrix:
    """Return what each edition reviews, and the years since each objective was last reviewed in depth."""
    past = {edition.year for edition in forum.editions}
    planned = plan.focus_of if plan else {}
    years = tuple(sorted(past | {year for year in planned if year not in past}))
    depth = {(review.objective, review.year): review.depth for review in forum.past_reviews}
    rows = []
    for objective in sorted(forum.objectives, key=lambda objective: objective.number):
        own = {year for (number, year), how in depth.items() if number == objective.number and how is Depth.IN_DEPTH}
        rows.append(
            MatrixRow(
                number=objective.number,
                label=say(forum, objective.short or objective.title, language),
                cells=tuple(_cell(objective.number, year, past, depth, planned) for year in years),
                years_since=this_year(forum) - max(own) if own else None,
            )
        )
    return Matrix(
        title=say(forum, forum.title, language), language=language or forum.languages[0], years=years, rows=tuple(rows)
    )


def _cell(
    number: int, year: int, past: set[int], depth: dict[tuple[int, int], Depth], planned: dict[int, tuple[int, ...]]
) -> str:
    if year in past:
        return depth[number, year].value if (number, year) in depth else "none"
    return "planned" if number in planned.get(year, ()) else "open"


def matrix_text(found: Matrix) -> str:
    """Return the matrix for a terminal of 80 columns."""
    room = max(12, 80 - 3 - 3 * len(found.years) - 6)
    widest = min(room, max((cell_len(row.label) for row in found.rows), default=room))

    def line(number: str, label: str, cells: Iterable[str], since: str) -> str:
        shown = set_cell_size(_cut(label, widest), widest)
        return f"{number:>2} {shown}{''.join(f'{cell:>3}' for cell in cells)}{since:>6}"

    lines = [line("", "objective", (f"{year % 100:02d}" for year in found.years), "years")]
    lines += [line(str(row.number), row.label, (MARKS[cell] for cell in row.cells), _since(row)) for row in found.rows]
    return "\n".join([*lines, "", f"{LEGEND};", "years: since it was last reviewed in depth"]) + "\n"


def _since(row: MatrixRow) -> str:
    return "-" if row.years_since is None else str(row.years_since)


_SIDE, _WIDE, _TOP = 24, 260, 64
_LONGEST = 40
_INK, _LINE = "#1b1b1b", "#b5b5b5"


def matrix_svg(found: Matrix) -> Markup:
    """Return the matrix as a drawing: a full square, a ring, a square with a cross, a dot, or nothing.

    It has a ground of its own, so that it is read on a dark one too, and a line below each objective.
    """
    width, height = max(730, _WIDE + _SIDE * len(found.years) + 60), _TOP + _SIDE * len(found.rows) + 10
    parts: list[str] = [
        element("title", f"Objectives by editions: {found.title}"),
        element("desc", f"{len(found.rows)} objectives in {len(found.years)} editions. {_told(found)}"),
        element("rect", width=width, height=height, fill="#fff"),
    ]
    for place, (cell, words) in enumerate((cell, words) for cell, words in WORDS.items() if cell != "none"):
        parts += [_shape(cell, 4 + 150 * place, 4), element("text", words, x=32 + 150 * place, y=20, font_size=11)]
    parts.append(element("text", f"nothing: {WORDS['none']}", x=4 + 150 * 4, y=20, font_size=11))
    for place, year in enumerate(found.years):
        x = _WIDE + _SIDE * place + _SIDE / 2
        parts.append(element("text", str(year), x=x, y=_TOP - 8, text_anchor="middle", font_size=9))
    last = _WIDE + _SIDE * len(found.years) + 50
    parts.append(element("text", "years since", x=last, y=_TOP - 8, text_anchor="end", font_size=9))
    for index, row in enumerate(found.rows):
        y = _TOP + _SIDE * index
        parts.append(element("line", x1=4, x2=last, y1=y + _SIDE, y2=y + _SIDE, stroke=_LINE))
        parts.append(
            element(
                "text", f"{row.number} {_cut(row.label, _LONGEST)}", x=4, y=y + 16, font_size=11, lang=found.language
            )
        )
        parts += [_shape(cell, _WIDE + _SIDE * place, y) for place, cell in enumerate(row.cells)]
        parts.append(element("text", _since(row), x=last, y=y + 16, text_anchor="end", font_size=11))
    return element(
        "svg",
        joined(parts),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        role="img",
        font_family="sans-serif",
        fill=_INK,
        lang="en",
    )


def _cut(label: str, most: int) -> str:
    """Return what of a label has room beside the cells, and that something is left out."""
    return label if cell_len(label) <= most else f"{set_cell_size(label, most - 1).rstrip()}…"


def _told(found: Matrix) -> str:
    return " ".join(
        f"Objective {row.number}: "
        + ", ".join(f"{year} {WORDS[cell]}" for year, cell in zip(found.years, row.cells, strict=True))
        + (", never reviewed in depth." if row.years_since is None else f", {row.years_since} years since in depth.")
        for row in found.rows
    )


def _shape(cell: str, x: float, y: float) -> Markup:
    if cell == "in-depth":
        return _square(x, y, _INK)
    if cell == "planned":
        cross = f"M{x + 5} {y + 5}L{x + _SIDE - 5} {y + _SIDE - 5}M{x + _SIDE - 5} {y + 5}L{x + 5} {y + _SIDE - 5}"
        return joined([_square(x, y, "none"), element("path", d=cross, stroke=_INK)], "")
    radius = {"reviewed": 6, "open": 1.5}.get(cell)
    if radius is None:
        return Markup("")
    fill = "none" if cell == "reviewed" else _INK
    return element("circle", cx=x + _SIDE / 2, cy=y + _SIDE / 2, r=radius, fill=fill, stroke=_INK)


def _square(x: float, y: float, fill: str) -> Markup:
    side = _SIDE - 10
    return element("rect", x=x + 5, y=y + 5, width=side, height=side, stroke=_INK, fill=fill)


def matrix_table(found: Matrix) -> Markup:
    """Return the matrix as an HTML table that is read cell by cell, and moved with the keys where it is wide."""
    tongues, name = Tongues(found.language), "objectives-table"
    words = ("Objective", *map(str, found.years), "Years since")
    head = [element("th", word if word.isdecimal() else tongues.own(word), scope="col") for word in words]
    rows = [
        element(
            "tr",
            element("th", str(row.number), Markup(" "), tongues.theirs(row.label), scope="row"),
            *(element("td", tongues.own(WORDS[cell])) for cell in row.cells),
            element("td", tongues.own("never") if row.years_since is None else str(row.years_since)),
        )
        for row in found.rows
    ]
    title = tongues.own("Objectives by editions, and years since each was last reviewed in depth")
    table = element(
        "table",
        element("caption", title, id=name),
        element("thead", element("tr", *head)),
        element("tbody", *rows),
    )
    return element("div", table, class_="scroll", role="group", aria_labelledby=name, tabindex=0)


def matrix_page(found: Matrix, *more: Markup) -> Markup:
    """Return a page with the picture, the table and what else is told, which stands for itself."""
    tongues = Tongues(found.language)
    body = (
        element("h1", tongues.own("Objectives by editions:"), Markup(" "), tongues.theirs(found.title)),
        element("div", matrix_svg(found)),
        matrix_table(found),
        *more,
    )
    return page(f"Objectives by editions: {found.title}", tongues, STYLE, element("main", *body))
