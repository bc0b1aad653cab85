"""The picture of a rotation: the same in text, drawing and table, told by marks."""

from html.parser import HTMLParser

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.formats.reading import read_forum
from scheduler.publish.rotation_matrix import WORDS, Matrix, matrix, matrix_page, matrix_svg, matrix_table, matrix_text
from scheduler.samples import sample_path


@pytest.fixture(scope="module")
def found() -> Matrix:
    forum: Forum = read_forum(sample_path("hlpf-2027"))
    edition = EditionPlan(year=2027, focus=(4, 10, 12, 15, 17), round_tables=())
    plan = RotationPlan(forum=forum.uid, outcome=Outcome.OPTIMAL, score=0, bound=0, editions=(edition,))
    return matrix(forum, plan)


def test_each_cell_says_what_an_edition_did_or_will(found: Matrix) -> None:
    rows = {row.number: dict(zip(found.years, row.cells, strict=True)) for row in found.rows}
    assert [rows[4][year] for year in (2016, 2019, 2022, 2026, 2027)] == [
        "none",
        "in-depth",
        "in-depth",
        "none",
        "planned",
    ]
    assert rows[1][2027] == "open"
    assert {row.number: row.years_since for row in found.rows}[4] == 5


def test_a_terminal_has_a_line_an_objective(found: Matrix) -> None:
    lines = matrix_text(found).splitlines()
    assert lines[0].split() == ["objective", *(f"{year % 100:02d}" for year in range(2016, 2028)), "years"]
    assert lines[4].split()[-13:] == [*"---#--#----+", "5"]
    assert max(map(len, lines[:18])) <= 80
    longer = found.model_copy(update={"years": tuple(range(2016, 2032))})
    assert matrix_text(longer).splitlines()[3].startswith(" 3 Good health and well-b…  -")


class Reader(HTMLParser):
    """Notes the elements of a page with their attributes, and its texts."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def test_a_drawing_has_a_shape_for_each_cell_and_tells_itself_in_words(found: Matrix) -> None:
    reader = Reader()
    reader.feed(str(matrix_svg(found)))
    names = [name for name, _ in reader.elements]
    assert reader.elements[0][1]["role"] == "img"
    assert names[1:4] == ["title", "desc", "rect"]
    assert reader.elements[3][1]["fill"] == "#fff"
    shown = [cell for row in found.rows for cell in row.cells]
    in_legend = 1
    assert names.count("path") == shown.count("planned") + in_legend
    assert names.count("rect") == shown.count("planned") + shown.count("in-depth") + 2 * in_legend + 1
    assert names.count("line") == 17
    assert "nothing: not reviewed" in reader.texts
    assert any("Objective 4: 2016 not reviewed" in text for text in reader.texts)


def test_a_page_has_a_table_with_caption_and_headings_for_readers(found: Matrix) -> None:
    reader = Reader()
    reader.feed(str(matrix_page(found)))
    scopes = [attributes.get("scope") for name, attributes in reader.elements if name == "th"]
    assert scopes.count("col") == len(found.years) + 2
    assert scopes.count("row") == 17
    attributes_of = dict(reader.elements)
    assert attributes_of["caption"]["id"] == "objectives-table"
    assert next(attributes for name, attributes in reader.elements if name == "div" and attributes) == {
        "class": "scroll",
        "role": "group",
        "aria-labelledby": "objectives-table",
        "tabindex": "0",
    }
    rows = str(matrix_table(found)).partition("<tbody>")[2].split("<tr>")[1:]
    assert all(row.startswith('<th scope="row">') for row in rows)
    cells = [text for text in reader.texts if text in WORDS.values()]
    assert len(cells) >= 17 * len(found.years)


def test_words_that_are_not_in_the_language_of_the_page_say_so(found: Matrix) -> None:
    french = found.model_copy(update={"language": "fr"})
    table = str(matrix_table(french))
    assert table.count('<span lang="en" dir="ltr">planned in depth</span>') == 5
    assert '<th scope="row">4 <bdi>Quality education</bdi></th>' in table
    drawing = Reader()
    drawing.feed(str(matrix_svg(french)))
    assert drawing.elements[0][1]["lang"] == "en"
    assert [attributes.get("lang") for name, attributes in drawing.elements if name == "text"].count("fr") == 17


def test_a_label_without_room_is_cut_and_says_so(found: Matrix) -> None:
    row = found.rows[0].model_copy(update={"label": "Long " * 20})
    drawing = str(matrix_svg(found.model_copy(update={"rows": (row,)})))
    assert f">1 {('Long ' * 20)[:39].rstrip()}…</text>" in drawing


def test_what_was_never_reviewed_in_depth_is_told_in_a_word(found: Matrix) -> None:
    row = found.rows[0].model_copy(update={"years_since": None})
    assert str(matrix_table(found.model_copy(update={"rows": (row,)}))).endswith(
        "<td>never</td></tr></tbody></table></div>"
    )
