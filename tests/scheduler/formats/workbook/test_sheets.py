"""Sheets show what is in their cells, offer what can be written, and are the same bytes each time."""

import datetime as dt
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scheduler.errors import SchedulerError
from scheduler.formats.workbook.sheets import Cell, Sheet, SheetColumn, first_cells, listed, typed, workbook_bytes

COLUMNS = (
    SheetColumn("Id", note="A short name."),
    SheetColumn("Day", dt.date),
    SheetColumn("Seats", int),
    SheetColumn("Level", choices=("block", "warn")),
    SheetColumn("Rooms", choices=first_cells("Rooms", 0, 3), is_list=True),
    SheetColumn("Help", is_help=True),
)
ROW: tuple[Cell, ...] = ("=1+1", dt.date(2026, 5, 5), 30, "warn", "a; b", "only help")


def opened(sheet: Sheet, is_protected: bool = False) -> Any:
    content = workbook_bytes([sheet], ["Hello", "Read this."], is_protected=is_protected)
    return openpyxl.load_workbook(io.BytesIO(content))[sheet.title]


@pytest.mark.parametrize(
    ("text", "kind", "cell"),
    [
        ("2026-05-05", dt.date, dt.date(2026, 5, 5)),
        ("10:00", dt.time, dt.time(10)),
        ("2026-02-03 10:15", dt.datetime, dt.datetime(2026, 2, 3, 10, 15)),
        ("1850-02-03 10:15", dt.datetime, "1850-02-03 10:15"),
        ("30", int, 30),
        ("9007199254740993", int, "9007199254740993"),
        ("2.5", float, 2.5),
        ("1.2345678901234567", float, "1.2345678901234567"),
        ("soon", int, "soon"),
        ("10:00", str, "10:00"),
        ("'=1+1", str, "=1+1"),
        ("''=1+1", str, "''=1+1"),
        ("O'Brien", str, "O'Brien"),
    ],
)
def test_a_text_becomes_what_a_spreadsheet_should_hold(text: str, kind: type, cell: Cell) -> None:
    found = typed(text, kind)
    assert (found, type(found)) == (cell, type(cell))


def test_text_that_a_spreadsheet_would_run_is_text() -> None:
    cell = opened(Sheet("Trial", COLUMNS, [ROW]))["A2"]
    assert (cell.value, cell.data_type, cell.quotePrefix, cell.number_format) == ("=1+1", "s", True, "@")


def test_text_that_looks_like_markup_of_the_writer_is_text() -> None:
    row = ("<r><t>x</t></r>", *ROW[1:])
    assert opened(Sheet("Trial", COLUMNS, [row]))["A2"].value == "<r><t>x</t></r>"


def test_dates_and_numbers_are_real_ones() -> None:
    sheet = opened(Sheet("Trial", COLUMNS, [ROW]))
    assert [(sheet[place].value, sheet[place].number_format) for place in ("B2", "C2")] == [
        (dt.datetime(2026, 5, 5), "yyyy-mm-dd"),
        (30, "General"),
    ]


def test_headings_have_notes_and_stay_in_view() -> None:
    sheet = opened(Sheet("Trial", COLUMNS, [ROW]))
    assert [cell.value for cell in sheet[1]] == ["Id", "Day", "Seats", "Level", "Rooms", "Help"]
    assert (sheet["A1"].comment.text, sheet.freeze_panes) == ("A short name.", "B2")


def test_columns_offer_what_can_be_written_in_them() -> None:
    rules = {str(rule.sqref): rule for rule in opened(Sheet("Trial", COLUMNS, [ROW])).data_validations.dataValidation}
    assert {place: (rule.type, rule.formula1, rule.showErrorMessage) for place, rule in rules.items()} == {
        "B2:B2000": ("date", "25569", True),
        "C2:C2000": ("whole", "-999", True),
        "D2:D2000": ("list", '"block,warn"', True),
        "E2:E2000": ("list", "OFFSET('Rooms'!$A$2,0,0,MAX(1,COUNTA('Rooms'!$A$2:$A$2000)),1)", False),
    }
    assert {rule.errorStyle for rule in rules.values() if rule.showErrorMessage} == {"warning"}


def test_rows_can_be_filtered_and_sorted_where_none_is_held() -> None:
    sheets = [opened(Sheet("Trial", COLUMNS, [ROW]), is_protected) for is_protected in (False, True)]
    assert [sheet.auto_filter.ref for sheet in sheets] == ["A1:F2000", None]


def test_a_protected_sheet_holds_headings_and_examples_and_leaves_the_rest_free() -> None:
    sheet = opened(Sheet("Trial", COLUMNS, examples=[("example: a", *ROW[1:])]), is_protected=True)
    assert sheet.protection.sheet
    assert [sheet[place].protection.locked for place in ("A1", "A2", "B2")] == [True, True, True]
    assert not any(column.protection.locked for column in sheet.column_dimensions.values())


def test_rows_can_differ_in_what_their_second_cell_holds() -> None:
    values = (SheetColumn("Zone", choices=listed(0, ("UTC", "Asia/Manila"))), SheetColumn("From", dt.time))
    columns = (SheetColumn("Setting"), SheetColumn("Value"))
    content = workbook_bytes([Sheet("Forum", columns, [("Zone", "UTC"), ("From", "")], values=values)], [], [["UTC"]])
    book = openpyxl.load_workbook(io.BytesIO(content))
    rules = {str(rule.sqref): rule.formula1 for rule in book["Forum"].data_validations.dataValidation}
    assert rules == {"B2": "'Choices'!$A$1:$A$2", "B3": "0"}
    assert (book["Forum"]["B3"].number_format, book["Choices"].sheet_state) == ("hh:mm", "hidden")


def test_a_text_longer_than_a_cell_holds_is_refused_by_its_place() -> None:
    with pytest.raises(SchedulerError) as caught:
        workbook_bytes([Sheet("Trial", COLUMNS, [("x" * 32_768, *ROW[1:])])], [])
    assert str(caught.value) == (
        "Sheet Trial, row 2: a text of 32,768 characters, and a workbook's cell holds 32,767. "
        "Shorten it, or use the folder."
    )


def test_the_same_sheets_are_the_same_bytes(tmp_path: Path) -> None:
    first, second = (workbook_bytes([Sheet("Trial", COLUMNS, [ROW])], ["Hello"]) for _ in range(2))
    assert first == second
