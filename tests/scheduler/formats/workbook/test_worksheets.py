"""Worksheets become grids of text, and every bound of a workbook is a setting."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
import xlsxwriter

from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import Formula
from scheduler.formats.workbook.grid import Grid
from scheduler.formats.workbook.opening import Refusal
from scheduler.formats.workbook.worksheets import Worksheets

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def written(*cells: tuple[str, Any], title: str = "Rooms") -> bytes:
    """Return a workbook with one sheet of these cells."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet(title)
    for place, value in cells:
        sheet.write(place, value)
    book.close()
    return stream.getvalue()


def with_sheet(xml: str) -> bytes:
    """Return a workbook whose one sheet has this XML as its rows."""
    source = zipfile.ZipFile(io.BytesIO(written(("A1", 1))))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in source.namelist():
            content = f'<worksheet xmlns="{NS}"><sheetData>{xml}</sheetData></worksheet>'.encode()
            archive.writestr(name, content if name == SHEET else source.read(name))
    return stream.getvalue()


def grid(content: bytes, limits: Limits = STANDARD) -> Grid:
    """Return the cells of the first sheet."""
    sheets = Worksheets(content, limits)
    return sheets.grid(sheets.titles[0])


def test_rows_have_their_numbers_and_end_with_the_last_filled_cell() -> None:
    assert grid(written(("A1", "Id"), ("C1", "Seats"), ("B4", "Hall"))) == [(1, ("Id", "", "Seats")), (4, ("", "Hall"))]


def test_titles_come_in_order() -> None:
    assert Worksheets(written(title="Meeting rooms"), STANDARD).titles == ("Meeting rooms",)


def test_text_comes_back_character_by_character() -> None:
    texts = ("=1+1", "_x0041_", "_x005F_", "tab\there", "two\nlines", "<b>&amp;</b>", " edges ", "👩🏽‍⚕️", "x" * 32_767)
    cells = [(f"A{number}", text) for number, text in enumerate(texts, 1)]
    assert [row[0] for _, row in grid(written(*cells))] == list(texts)


def test_cells_without_a_place_follow_one_another() -> None:
    found = grid(with_sheet("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row><c t='b'><v>1</v></c></row>"))
    assert found == [(1, ("1", "", "2")), (2, ("yes",))]


def test_phonetic_readings_are_no_part_of_a_text() -> None:
    reading = "<c t='inlineStr'><is><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></is></c>"
    assert grid(with_sheet(f"<row>{reading}</row>")) == [(1, ("東京",))]


def test_formulas_and_their_errors_are_told_from_text() -> None:
    cells = "<c><f>A1+1</f><v>2</v></c><c><f t='shared' si='0'>B1</f></c><c><f t='shared' si='0'/></c>"
    found = grid(with_sheet(f"<row>{cells}<c t='e'><v>#REF!</v></c></row>"))
    assert found == [(1, ("=A1+1", "=B1", "=B1", "#REF!"))]
    assert {type(cell) for cell in found[0][1]} == {Formula}


@pytest.mark.parametrize(
    ("bound", "problem"),
    [
        ({"entries": 3}, "It is packed of more than 3 files."),
        ({"unpacked_bytes": 100}, "Unpacked it has more than 100 bytes."),
        ({"elements": 20}, "With it the workbook is made of more than 20 elements."),
        ({"rows": 2}, "It has more than 2 rows."),
        ({"columns": 1}, "Cell B1 is filled, and 1 columns are read."),
        ({"cells": 3}, "It has more than 3 texts."),
        ({"cells": 5}, "With it the workbook has more than 5 cells."),
        ({"cell_characters": 4}, "A cell has more than 4 characters."),
        ({"depth": 3}, "Its XML is nested in more than 3 levels."),
    ],
)
def test_a_workbook_beyond_a_bound_is_refused(bound: dict[str, int], problem: str) -> None:
    content = written(("A1", "Name"), ("B1", "Seats"), ("A2", "Hall"), ("B2", "Great"), ("A3", "Room one"), ("B3", 9))
    assert len(grid(content)) == 3
    with pytest.raises(Refusal) as caught:
        grid(content, replace(STANDARD, **bound))
    assert caught.value.problem == problem


def test_a_part_that_packs_too_well_is_refused() -> None:
    blanks = with_sheet("<row>" + " " * 2_000_000 + "</row>")
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, zipfile.ZipFile(io.BytesIO(blanks)) as source:
        for name in source.namelist():
            archive.writestr(name, source.read(name))
    with pytest.raises(Refusal) as caught:
        grid(packed.getvalue())
    assert caught.value.problem == f"Its part {SHEET} unpacks to more than 200 times its size."
    assert grid(packed.getvalue(), replace(STANDARD, ratio=2_000)) == []
