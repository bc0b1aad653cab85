"""Text that a spreadsheet would run comes out as text in every table, and reads back as it was."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.formats.cells import clean
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.formats.workbook.writing import write_workbook
from scheduler.publish.tables import agenda_csv, speakers_csv
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, text

TEXTS = (
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "=cmd|'/c calc'!A0",
    '=HYPERLINK("http://127.0.0.1:9/"&A1,"press")',
    "-2+3+cmd|' /C calc'!A0",
    "+4 Kabul time",
    "- a bullet",
    "@home",
    "=",
    "'=1+1",
    "''=1+1",
    "'quoted'",
    "'",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(A1)",
    "=1,2;3",
    '="a""b"',
    "{=1+1}",
    "%0A=1+1",
    "1e5",
    "007",
    "1/2",
    "<r>=1</r>",
    "_x003D_1+1",
    "http://127.0.0.1:9/",
    "mailto:a@b.example",
    "internal:Rooms!A1",
    "TRUE",
    "#REF!",
)
RUN = re.compile(r"\s*[=+\-@＝＋－＠\t\r]")
NUMBER = re.compile(r"-?\d+")


def a_forum_called(name: str) -> Forum:
    """Return a forum in which this text stands wherever people write one."""
    forum = a_busy_forum()

    def texts(field: str, *rows: Any, **others: Any) -> tuple[Any, ...]:
        return tuple(row.model_copy(update={field: text(name, fr=f"{name} {row.id}")} | others) for row in rows)

    return forum.model_copy(
        update={
            "title": text(name, fr=f"{name} fr"),
            "series": name,
            "note": name,
            "rooms": texts("name", *forum.rooms, notes=((f"{name} heading", name),)),
            "sessions": texts("title", *forum.sessions[:2], floor_minutes=60) + texts("title", *forum.sessions[2:]),
            "kinds": texts("label", *forum.kinds),
            "themes": texts("title", *forum.themes),
            "participants": texts("name", *forum.participants),
            "people": tuple(
                one.model_copy(update={"name": f"{name} {one.id}", "function": name}) for one in forum.people
            ),
            "requests": tuple(one.model_copy(update={"on_behalf_of": name}) for one in forum.requests),
        }
    )


def run_by_a_spreadsheet(table: str) -> list[str]:
    """Return the cells of a CSV table that are no number and that a spreadsheet would take for a formula."""
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    return [cell for cell in cells if RUN.match(cell) and not NUMBER.fullmatch(cell)]


@pytest.mark.parametrize("name", TEXTS)
def test_in_a_folder(name: str, tmp_path: Path) -> None:
    forum = a_forum_called(name)
    write_forum(forum, tmp_path)
    tables = [path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.csv"))]
    assert [cell for table in tables for cell in run_by_a_spreadsheet(table)] == []
    assert read_forum(tmp_path) == forum


@pytest.mark.parametrize("name", TEXTS)
def test_in_a_workbook(name: str, tmp_path: Path) -> None:
    forum = a_forum_called(name)
    path = tmp_path / "forum.xlsx"
    write_workbook(forum, path, a_busy_agenda())
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
    assert [cell.coordinate for cell in cells if cell.value == name and cell.data_type != "s"] == []
    assert read_forum(path) == forum


@pytest.mark.parametrize("name", TEXTS)
def test_in_an_exported_table(name: str) -> None:
    forum, agenda = a_forum_called(name), a_busy_agenda()
    sessions, speakers = agenda_csv(forum, agenda), speakers_csv(forum, agenda, "fr")
    assert run_by_a_spreadsheet(sessions) + run_by_a_spreadsheet(speakers) == []
    titles = {clean(row["title"]) for row in csv.DictReader(io.StringIO(sessions))}
    assert titles == {name}
    assert {clean(row["speaker"])[: len(name)] for row in csv.DictReader(io.StringIO(speakers))} >= {name}


def test_the_texts_can_stand_in_a_forum() -> None:
    assert [str(Text({"en": name})) for name in TEXTS] == list(TEXTS)
