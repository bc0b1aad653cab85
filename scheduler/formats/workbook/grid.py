"""The cells of a worksheet as a grid of text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from contextlib import suppress

from scheduler.formats.limits import Limits
from scheduler.formats.raw import Formula
from scheduler.formats.workbook.handlers import Texts, is_count, unescaped
from scheduler.formats.workbook.opening import Refusal
from scheduler.formats.workbook.serials import GENERAL, from_serial, is_date
from scheduler.formats.workbook.texts import text_of

Grid = list[tuple[int, tuple[str, ...]]]
"""Rows that hold anything, each with its number and its cells up to the last that does."""

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_LAST_ROW = 1_048_576
_LONGEST_NUMBER = 40
_LONGEST_FORMULA = 100
"""Characters of a formula that are kept: it is a fault where a value is due, and is only shown."""


class Converter:
    """Makes the text of a cell out of what a workbook stores."""

    def __init__(self, strings: Sequence[str], formats: Sequence[str], from_1904: bool) -> None:
        self._strings = strings
        self._formats = formats
        self._from_1904 = from_1904

    def text(self, kind: str, style: str, stored: str) -> str:
        """Return the text of a cell of this type and style."""
        if kind == "s":
            if not (is_count(stored) and int(stored) < len(self._strings)):
                raise Refusal(f"A cell refers to the text number {stored[:20]}, which is not there.")
            return self._strings[int(stored)]
        if kind in ("inlineStr", "str"):
            return unescaped(stored)
        if kind == "b":
            return text_of(stored.strip() not in ("0", "false"))
        if kind == "e":
            return Formula(stored)
        if kind == "d":
            return _iso_text(stored.strip())
        return self._number_text(style, stored.strip())

    def _number_text(self, style: str, stored: str) -> str:
        if len(stored) > _LONGEST_NUMBER:
            return stored
        try:
            number = float(stored)
        except ValueError:
            return stored
        is_known = is_count(style) and int(style) < len(self._formats)
        code = self._formats[int(style)] if is_known else GENERAL
        if is_date(code):
            with suppress(ValueError, OverflowError):
                return text_of(from_serial(number, code, self._from_1904), "d", code)
        return text_of(number)


def _iso_text(stored: str) -> str:
    try:
        return text_of(dt.datetime.fromisoformat(stored.removesuffix("Z")), "d", "yyyy-mm-dd")
    except ValueError:
        return stored


class Cells:
    """The filled cells of one worksheet, row by row, whatever it says of its own size."""

    def __init__(self, convert: Converter, limits: Limits, cells_left: int) -> None:
        self.grid: Grid = []
        self.cells_left = cells_left
        self._convert = convert
        self._limits = limits
        self._value, self._formula = Texts(limits), Texts(limits)
        self._formulas: dict[str, str] = {}
        self._row: dict[int, str] = {}
        self._number = self._column = 0
        self._kind = self._style = self._shared = ""
        self._is_cell = self._has_formula = self._is_reading = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a row, a cell or a part of one."""
        if name == "c":
            self._begin_cell(attributes)
        elif name == "row":
            self._begin_row(attributes.get("r"))
        elif self._is_cell:
            if name == "v" or (name == "t" and not self._is_reading):
                self._value.is_open = (name == "v") is (self._kind != "inlineStr")
            elif name == "f":
                self._has_formula = self._formula.is_open = True
                self._shared = attributes.get("si", "")
            elif name == "rPh":
                self._is_reading = True

    def end(self, name: str) -> None:
        """End a row, a cell or a part of one."""
        if name in ("v", "t"):
            self._value.is_open = False
        elif name == "f":
            self._formula.is_open = False
        elif name == "rPh":
            self._is_reading = False
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self._end_row()

    def text(self, text: str) -> None:
        """Take a piece of a value or formula."""
        if self._value.is_open:
            self._value.take(text)
        elif self._formula.is_open:
            self._formula.take(text)

    def _begin_row(self, number: str | None) -> None:
        self._end_row()
        self._number = int(number) if number and is_count(number) else self._number + 1
        self._column = 0
        if self._number > _LAST_ROW:
            raise Refusal(f"It has a row {self._number:,}, and the last one of a worksheet is {_LAST_ROW:,}.")

    def _begin_cell(self, attributes: Mapping[str, str]) -> None:
        self._column += 1
        if place := attributes.get("r"):
            match = _REFERENCE.fullmatch(place)
            if match is None:
                raise Refusal(f"It has a cell '{place[:20]}', which no worksheet has.")
            self._column = _column_number(match[1])
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", "0")
        self._value.clear()
        self._formula.clear()
        self._shared = ""
        self._is_cell, self._has_formula = True, False

    def _end_cell(self) -> None:
        self._is_cell = False
        stored = self._value.whole()
        if self._has_formula:
            written = self._formula.whole()[:_LONGEST_FORMULA]
            text: str = Formula(f"={written}")
            if self._shared:
                text = self._formulas.setdefault(self._shared, text)
        else:
            text = self._convert.text(self._kind, self._style, stored) if stored else ""
        if not text.strip():
            return
        if self._column > self._limits.columns:
            place = f"{_column_letters(self._column)}{self._number}"
            problem = f"Cell {place} is filled, and {self._limits.columns:,} columns are read."
            raise Refusal(problem, "Clear what is so far to the right, or move it.")
        self._row[self._column] = text

    def _end_row(self) -> None:
        if not self._row:
            return
        width = max(self._row)
        self.cells_left -= width
        if self.cells_left < 0:
            problem = f"With it the workbook has more than {self._limits.cells:,} cells."
            raise Refusal(problem, "Split the forum, or remove sheets that are no part of it.")
        if len(self.grid) == self._limits.rows:
            raise Refusal(f"It has more than {self._limits.rows:,} rows.", "Split the forum or remove rows.")
        self.grid.append((self._number, tuple(self._row.get(place, "") for place in range(1, width + 1))))
        self._row = {}


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _column_letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
