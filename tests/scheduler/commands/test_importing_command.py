"""An organiser edits a workbook in a spreadsheet program and brings it back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from typer.testing import CliRunner

from scheduler.cli import app
from scheduler.formats.agenda_json import read_agenda
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from tests.scheduler.asking import a_share, an_asking_forum, asks


def forum(*words: str | Path) -> tuple[int, str, str]:
    """Run one command; return its exit code, what it prints and what it says."""
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture(scope="module")
def solved(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Solve a small forum into ``agenda.json``, and write both as a workbook."""
    folder = tmp_path_factory.mktemp("solved")
    write_forum(read_forum(sample_path("tiny")), folder / "tiny")
    assert forum("solve", folder / "tiny", "-o", folder / "agenda.json")[0] == 0
    words = ("export", folder / "tiny", folder / "agenda.json", "--format", "workbook", "-o", folder / "tiny.xlsx")
    assert forum(*words)[0] == 0
    return folder


@pytest.fixture
def workbook(solved: Path, tmp_path: Path) -> Path:
    """Return a copy of the workbook, beside the forum's folder and its agenda."""
    shutil.copytree(solved, tmp_path, dirs_exist_ok=True)
    return tmp_path / "tiny.xlsx"


def cell_of(sheet: Worksheet, heading: str, **where: str) -> tuple[int, int]:
    """Return row and column of the cell under a heading in the row that has these words."""
    headings = {str(cell.value): cell.column for cell in sheet[1]}
    for row in range(2, sheet.max_row + 1):
        if all(str(sheet.cell(row, headings[name.capitalize()]).value) == text for name, text in where.items()):
            return row, headings[heading]
    raise AssertionError(f"no row with {where}")


def edit(file: Path, sheet: str, heading: str, value: object, **where: str) -> None:
    """Change one cell of a workbook as a spreadsheet program does."""
    book = load_workbook(file)
    row, column = cell_of(book[sheet], heading, **where)
    book[sheet].cell(row, column).value = value
    book.save(file)


def test_a_workbook_that_was_not_edited_changes_nothing(workbook: Path, tmp_path: Path) -> None:
    code, said, _ = forum("import", workbook, "--into", tmp_path / "tiny", "--yes", "-o", tmp_path / "back.json")
    assert (code, said) == (0, f"Nothing to change: the tables of {tmp_path / 'tiny'} say the same already.\n")
    tiny = read_forum(tmp_path / "tiny")
    old, new = (read_agenda(tmp_path / name, tiny) for name in ("agenda.json", "back.json"))
    assert set(new.placements) == set(old.placements)
    assert new.lists[0].interventions == old.lists[0].interventions


def test_a_room_that_is_changed_and_pinned_is_kept_by_the_next_solve(workbook: Path, tmp_path: Path) -> None:
    tiny = tmp_path / "tiny"
    edit(workbook, "Placements", "Room", "hall", session="side-1")
    edit(workbook, "Placements", "Pinned", "yes", session="side-1")
    code, said, _ = forum("import", workbook, "--into", tiny, "--yes", "-o", tmp_path / "edited.json")
    assert code == 0
    assert "pins: 1 added\n  + side-1" in said
    assert forum("verify", tiny, tmp_path / "edited.json")[0] == 0
    assert forum("solve", tiny, "-o", tmp_path / "again.json")[0] == 0
    again = read_agenda(tmp_path / "again.json", read_forum(tiny))
    assert [placement.room for placement in again.placements_of["side-1"]] == ["hall"]


def test_an_edit_that_breaks_a_rule_is_brought_back_and_found_by_verify(workbook: Path, tmp_path: Path) -> None:
    edit(workbook, "Placements", "Room", "room-2", session="debate")
    out = tmp_path / "edited.json"
    assert forum("import", workbook, "--into", tmp_path / "tiny", "--yes", "-o", out)[0] == 0
    code, said, _ = forum("verify", tmp_path / "tiny", out)
    assert (code, "room-equipment" in said) == (1, True)
    assert read_agenda(out, read_forum(tmp_path / "tiny")).outcome.value == "edited by hand"


def test_a_list_in_another_order_keeps_what_is_pinned(workbook: Path, tmp_path: Path) -> None:
    tiny = tmp_path / "tiny"
    agenda = read_agenda(tmp_path / "agenda.json", read_forum(tiny))
    last = agenda.list_of["debate"].interventions[-1].request
    edit(workbook, "Speakers lists", "Place", 0.5, request=last)
    edit(workbook, "Speakers lists", "Pinned", "yes", request=last)
    assert forum("import", workbook, "--into", tiny, "--yes", "-o", tmp_path / "edited.json")[0] == 0
    edited = read_agenda(tmp_path / "edited.json", read_forum(tiny))
    assert edited.list_of["debate"].interventions[0].request == last
    assert forum("solve", tiny, "-o", tmp_path / "again.json")[0] == 0
    assert read_agenda(tmp_path / "again.json", read_forum(tiny)).list_of["debate"].interventions[0].request == last


def test_nothing_is_done_before_it_is_confirmed(workbook: Path, tmp_path: Path) -> None:
    edit(workbook, "Rooms", "Seats", 222, id="hall")
    tiny = tmp_path / "tiny"
    before = read_forum(tiny)
    code, said, told = forum("import", workbook, "--into", tiny)
    assert (code, "seats: 200 -> 222" in said) == (2, True)
    assert "Nothing was changed." in told
    assert forum("import", workbook, "--into", tiny, "--dry-run")[0] == 0
    assert read_forum(tiny) == before
    assert forum("import", workbook, "--into", tiny, "--yes")[0] == 0
    assert read_forum(tiny).room_by_id["hall"].seats == 222


def test_a_fault_keeps_everything_from_being_written(workbook: Path, tmp_path: Path) -> None:
    edit(workbook, "Rooms", "Seats", "many", id="hall")
    edit(workbook, "Sessions", "Kind", "rave", id="debate")
    tiny = tmp_path / "tiny"
    before = read_forum(tiny)
    code, _, told = forum("import", workbook, "--into", tiny, "--yes", "-o", tmp_path / "edited.json")
    assert code == 1
    assert "Rooms, row 2, column Seats: 'many' is not a whole number." in told
    assert "column Kind: " in told
    assert "2 faults found" in told
    assert read_forum(tiny) == before
    assert not (tmp_path / "edited.json").exists()


def test_a_program_reads_what_would_change(workbook: Path, tmp_path: Path) -> None:
    edit(workbook, "Rooms", "Seats", 222, id="hall")
    code, said, _ = forum("import", workbook, "--into", tmp_path / "tiny", "--dry-run", "--json")
    document = json.loads(said)
    assert (code, document["done"]) == (0, False)
    assert document["changes"] == [
        {
            "table": "rooms",
            "key": ["hall"],
            "kind": "changed",
            "cells": [{"column": "seats", "old": "200", "new": "222"}],
        }
    ]


def test_what_is_no_forum_is_refused_with_a_word(workbook: Path, tmp_path: Path) -> None:
    assert forum("import", tmp_path / "nowhere.xlsx", "--into", tmp_path / "tiny")[0] == 2
    assert forum("import", workbook, "--into", workbook)[0] == 2
    assert forum("import", tmp_path / "tiny", "--into", tmp_path / "new", "-o", tmp_path / "a.json")[0] == 2


def test_a_workbook_without_a_table_of_a_forum_is_refused(workbook: Path, tmp_path: Path) -> None:
    book = Workbook()
    book.active.title = "Salas"
    book.active.append(["Código", "Cabinas"])
    book.save(tmp_path / "salas.xlsx")
    code, said, told = forum("import", tmp_path / "salas.xlsx", "--into", tmp_path / "tiny", "--dry-run")
    assert (code, said) == (1, "")
    assert "Salas: A forum has no such table" in told


def test_what_may_be_a_slip_is_told(workbook: Path, tmp_path: Path) -> None:
    book = load_workbook(workbook)
    book["Rooms"]["H1"] = "Colour"
    book["Rooms"]["H2"] = "blue"
    book.save(workbook)
    _, said, _ = forum("import", workbook, "--into", tmp_path / "tiny", "--dry-run")
    assert "Colour: (blank) -> blue" in said
    assert "1 warning:\nsheet Rooms, row 1, column Colour: " in said


def test_it_is_told_whether_the_edited_agenda_is_sound(workbook: Path, tmp_path: Path) -> None:
    assert "The edited agenda is sound" in forum("import", workbook, "--into", tmp_path / "tiny", "--dry-run")[2]
    edit(workbook, "Placements", "Room", "room-2", session="debate")
    told = forum("import", workbook, "--into", tmp_path / "tiny", "--dry-run")[2]
    assert "The edited agenda breaks rules that block (room-equipment)" in told


def test_a_table_with_fewer_rows_is_named_where_it_brings_faults(workbook: Path, tmp_path: Path) -> None:
    (tmp_path / "part").mkdir()
    (tmp_path / "part" / "rooms.csv").write_text("id,name,seats\nannex,Annex,40\n", "utf-8")
    (tmp_path / "tiny" / "pins.csv").write_text("session,room\ndebate,hall\n", "utf-8")
    code, _, told = forum("import", tmp_path / "part", "--into", tmp_path / "tiny", "--yes")
    assert code == 1
    assert f"Note: rooms.csv has 1 row and takes the place of the 2 that {tmp_path / 'tiny'} has." in told


def test_an_agenda_with_a_place_in_a_second_choice_comes_back_as_it_was(tmp_path: Path) -> None:
    folder, out, workbook = tmp_path / "asking", tmp_path / "agenda.json", tmp_path / "book.xlsx"
    requests = (asks("first", "youth1"), asks("second", "youth2", second_choice="s2"))
    shares = tuple(a_share(session=session, places=1) for session in ("s1", "s2"))
    written = an_asking_forum(*requests, shares=shares)
    write_forum(written, folder)
    assert forum("select", folder)[0] == 0
    assert forum("solve", folder, "-o", out)[0] == 0
    assert forum("export", folder, out, "--format", "workbook", "-o", workbook)[0] == 0
    code, said, told = forum("import", workbook, "--into", folder, "--yes", "-o", tmp_path / "back.json")
    assert (code, "say the same already" in said) == (0, True), told
    assert forum("verify", folder, tmp_path / "back.json")[0] == 0
    lists = [[turn["request"] for turn in found["interventions"]] for found in read_lists(tmp_path / "back.json")]
    assert sorted(lists) == [["first"], ["second"]]


def read_lists(path: Path) -> list[dict[str, list[dict[str, str]]]]:
    """Return the speakers lists of an agenda's file."""
    found: list[dict[str, list[dict[str, str]]]] = json.loads(path.read_text(encoding="utf-8"))["lists"]
    return found
