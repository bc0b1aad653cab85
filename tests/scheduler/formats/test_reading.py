"""A forum is read from a folder or a workbook, whatever its name says, with its warnings."""

from pathlib import Path

import pytest
from xlsxwriter import Workbook

from scheduler.errors import ForumFaults
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_checked, read_forum, source_of
from scheduler.formats.workbook.writing import write_workbook
from tests.scheduler.formats.folders import a_plain_forum


def faults_of(path: Path) -> list[str]:
    """Return the faults of a forum's files as they are shown."""
    with pytest.raises(ForumFaults) as caught:
        read_forum(path)
    return [str(fault) for fault in caught.value.faults]


def sheets(path: Path, **rows: list[list[str]]) -> Path:
    """Write a workbook with these sheets."""
    with Workbook(path) as book:
        for title, cells in rows.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(cells):
                sheet.write_row(number, 0, row)
    return path


@pytest.mark.parametrize("name", ["forum.xlsx", "forum", "forum.csv"])
def test_a_workbook_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    write_workbook(a_plain_forum(), tmp_path / name)
    assert read_forum(tmp_path / name) == a_plain_forum()


def test_a_single_table_may_be_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "Venues.csv").write_text("Id;Room;Capacity\nr1;Hall;9\n")
    source = source_of(tmp_path / "Venues.csv")
    assert {name: [dict(row.cells) for row in raw.rows] for name, raw in source.tables.items()} == {
        "rooms": [{"id": "r1", "name": "Hall", "seats": "9"}]
    }
    (tmp_path / "Budget.csv").write_text("Id;Room;Capacity\nr1;Hall;9\n")
    assert [str(fault) for fault in source_of(tmp_path / "Budget.csv").faults] == [
        "Budget.csv: A forum has no such table. Name it after its table, as rooms.csv."
    ]


def test_what_a_workbook_lacks_is_called_as_a_sheet(tmp_path: Path) -> None:
    path = sheets(tmp_path / "forum.xlsx", Rooms=[["Id", "Capacity"], ["r1", "9"]])
    assert faults_of(path) == [
        "Forum: There is no such sheet. Write it; it names the forum, its days and its time zone.",
        "Kinds of session: There is no such table. "
        "Write at least one row; a kind of session and how its speakers lists are made.",
        "Periods: There is no such table. "
        "Write at least one row; a stretch of one of the forum's days in which sessions of some kinds can stand.",
        "sheet Rooms, row 1, column Name: The column is missing. Add it: name shown to people.",
        "Sessions: There is no such table. "
        "Write at least one row; what is placed; each of its sittings stands inside one meeting.",
    ]


def test_settings_of_a_sheet_are_named_in_its_words(tmp_path: Path) -> None:
    settings = [["Setting", "Value"], ["Timezone", "Europe/Zurch"], ["Forum i", "x"]]
    path = sheets(tmp_path / "forum.xlsx", Forum=settings, Rooms=[["Id", "Name", "Name (de)", "Seats"], ["r", "R"]])
    assert [line for line in faults_of(path) if "Forum, row" in line] == [
        "sheet Forum, row 2, setting Timezone: No time zone is called 'Europe/Zurch'. Did you mean Europe/Zurich?",
        "sheet Forum, row 3, setting Forum i: There is no such setting. Did you mean Forum id?",
    ]
    assert "sheet Rooms, row 1, column Name (de): 'de' is not among the forum's languages. " in str(faults_of(path))
    assert "Or add it to Languages in Forum." in str(faults_of(path))


def test_warnings_come_with_a_forum_and_with_its_faults(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    rooms = tmp_path / "rooms.csv"
    rooms.write_text("id,name,seats,Colour\nr1,Hall,9,blue\n")
    warned = [("rooms.csv", 1, "Colour", True)]
    found = read_checked(tmp_path).warnings
    assert [(fault.file, fault.row, fault.column, fault.is_warning) for fault in found] == warned
    rooms.write_text("id,name,seats,Colour\nr1,Hall,many,blue\n")
    with pytest.raises(ForumFaults) as caught:
        read_checked(tmp_path)
    assert [(f.file, f.row, f.column, f.is_warning) for f in caught.value.warnings] == warned
    assert [fault.column for fault in caught.value.faults] == ["seats"]


def test_a_note_with_a_character_nobody_sees_is_a_fault(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text("id,name,seats,Colour\nr1,Hall,9,bl\x07ue\n")
    assert faults_of(tmp_path) == [
        "rooms.csv, row 2, column Colour: It holds an invisible character (U+0007). Remove it."
    ]
