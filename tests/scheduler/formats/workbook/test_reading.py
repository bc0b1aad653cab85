"""A workbook is read as an organiser sees it, whatever program wrote it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.utils.datetime import MAC_EPOCH

from scheduler.formats.raw import RawTable
from scheduler.formats.reading import checked_of, read_forum
from scheduler.formats.workbook.reading import read_source
from scheduler.formats.workbook.writing import write_workbook
from tests.scheduler.formats.folders import a_plain_forum

Change = Callable[[openpyxl.Workbook], object]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    write_workbook(a_plain_forum(), tmp_path / "forum.xlsx")
    return tmp_path / "forum.xlsx"


def changed(path: Path, change: Change) -> Path:
    """Change a workbook with another program's writer."""
    book = openpyxl.load_workbook(path, rich_text=True)
    change(book)
    book.save(path)
    book.close()
    return path


def table_in(path: Path, *rows: tuple[Any, ...], name: str = "Rooms") -> RawTable:
    """Return a table as it is read from a workbook that has nothing else."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append(row)
    book.save(path / "table.xlsx")
    return read_source(path / "table.xlsx").tables[name.casefold()]


def test_merged_titles_and_blank_rows_above_the_headings_are_passed_over(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made["Rooms"].insert_rows(1, amount=3)
        made["Rooms"]["A1"] = "Rooms of the venue, as of May"
        made["Rooms"].merge_cells("A1:F1")

    assert read_forum(changed(book, change)) == a_plain_forum()


def test_hidden_sheets_rows_and_columns_are_read_like_all_others(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made["Rooms"].sheet_state = "hidden"
        made["People"].row_dimensions[2].hidden = True
        made["People"].column_dimensions["B"].hidden = True

    assert read_forum(changed(book, change)) == a_plain_forum()


def test_formatted_rows_below_the_last_one_are_blank(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made["Rooms"]["A5000"].font = openpyxl.styles.Font(bold=True)
        made["Rooms"]["A5000"].value = "  "

    assert read_forum(changed(book, change)) == a_plain_forum()


def test_sheets_in_another_order_and_case_are_known(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made.move_sheet("Sessions", offset=-4)
        made["Rooms"].title = "MEETING-ROOMS"

    assert read_forum(changed(book, change)) == a_plain_forum()


def test_a_sheet_that_is_no_table_is_passed_over_with_a_warning(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made.create_sheet("Budget")["A1"] = "=1+1"

    checked = checked_of(read_source(changed(book, change)))
    assert (checked.forum, [str(warning) for warning in checked.warnings]) == (
        a_plain_forum(),
        ["Budget: A forum has no such table, so the sheet was not read. Give it the name of a table if it is one."],
    )


def test_two_sheets_of_one_table_are_a_fault(book: Path) -> None:
    def change(made: openpyxl.Workbook) -> None:
        made.create_sheet("Venues")["A1"] = "Id"

    assert [str(fault) for fault in read_source(changed(book, change)).faults] == [
        "Venues: A second sheet holds this table. Put their rows into one sheet."
    ]


def test_a_file_that_is_no_workbook_is_one_fault(tmp_path: Path) -> None:
    (tmp_path / "forum.xlsx").write_text("id,name\n")
    assert [fault.problem for fault in read_source(tmp_path / "forum.xlsx").faults] == [
        "It is neither a folder nor an Excel workbook (.xlsx)."
    ]


def test_cells_say_what_people_see(tmp_path: Path) -> None:
    rich = CellRichText("Hall ", TextBlock(InlineFont(b=True), "A"))
    rows = [("Id", "Name", "Seats", "Zone"), (1.0, rich, "=200+50", True), ("b", "#N/A", 2.5, dt.date(2026, 5, 5))]
    first, second = table_in(tmp_path, *rows).rows
    assert dict(first.cells) == {"id": "1", "name": "Hall A", "seats": "=200+50", "zone": "yes"}
    assert dict(second.cells) == {"id": "b", "name": "#N/A", "seats": "2.5", "zone": "2026-05-05"}


def test_days_that_count_from_1904_are_the_same_days(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = MAC_EPOCH
    sheet = book.active
    assert sheet is not None
    sheet.title = "Periods"
    sheet.append(("Id", "Date", "Start"))
    sheet.append(("am", dt.date(2026, 5, 5), dt.time(9, 30)))
    book.save(tmp_path / "mac.xlsx")
    (row,) = read_source(tmp_path / "mac.xlsx").tables["periods"].rows
    assert dict(row.cells) == {"id": "am", "date": "2026-05-05", "start": "09:30"}


def test_other_formats_of_dates_and_times_are_the_same_values(tmp_path: Path) -> None:
    book = xlsxwriter.Workbook(tmp_path / "dates.xlsx")
    sheet = book.add_worksheet("Periods")
    sheet.write_row(0, 0, ("Id", "Date", "Start", "End"))
    sheet.write_string(1, 0, "am")
    sheet.write_number(1, 1, 46147, book.add_format({"num_format": "[$-40C]dddd d mmmm yyyy"}))
    sheet.write_number(1, 2, 0.427083333, book.add_format({"num_format": "h:mm AM/PM"}))
    sheet.write_number(1, 3, 26 / 24, book.add_format({"num_format": "[h]:mm"}))
    book.close()
    (row,) = read_source(tmp_path / "dates.xlsx").tables["periods"].rows
    assert dict(row.cells) == {"id": "am", "date": "2026-05-05", "start": "10:15", "end": "26:00"}
