"""Sheets as an organiser meets them: headings with notes, drop-downs, real dates, text that stays text."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scheduler.errors import SchedulerError
from scheduler.formats.cell_errors import CellError
from scheduler.formats.cells import parse
from scheduler.formats.characters import guarded, unguarded
from scheduler.formats.workbook.texts import number_text

READ_ME = "Read me"
"""Title of the sheet that explains the others."""

CHOICES = "Choices"
"""Title of the hidden sheet of words to choose from that no other sheet has."""

_MAX_CHARACTERS = 32_767
"""Longest text a spreadsheet's cell holds."""

_LONGEST_SHOWN = 255
"""Longest text that old spreadsheet programs show, not as ####, in a cell whose format is text."""

_NARROWEST, _WIDEST = 10, 48
_CREATED = dt.datetime(2000, 1, 1)
_FIRST_YEAR = 1901
_NUMBER_FORMATS: Mapping[type, str] = {
    int: "General",
    float: "General",
    dt.date: "yyyy-mm-dd",
    dt.time: "hh:mm",
    dt.datetime: "yyyy-mm-dd hh:mm",
}
"""How cells of these types are shown; those of all others are text, so that nothing is taken for a date."""

Cell = str | int | float | dt.date | dt.time
Choices = tuple[str, ...] | str
"""Words to choose from, or the formula of the range that holds them."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """One column of a sheet; a help column explains a row and is not read again."""

    heading: str
    kind: type = str
    note: str = ""
    choices: Choices = ()
    is_list: bool = False
    is_help: bool = False
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows, examples before them; a blank text is a blank cell."""

    title: str
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[Cell]] = ()
    examples: Sequence[Sequence[Cell]] = ()
    values: Sequence[SheetColumn] = ()
    """What the second cell of each row holds, where the rows differ in it."""

    @property
    def last(self) -> int:
        """Row down to which it is prepared."""
        return last_row(len(self.rows) + len(self.examples))


def last_row(rows: int) -> int:
    """Return the row down to which a sheet of so many rows is prepared."""
    return max(2_000, rows + 500)


def first_cells(title: str, examples: int, rows: int) -> str:
    """Return the formula of the first cells of a sheet's rows, as many as are filled when it is used."""
    first, last = examples + 2, last_row(rows + examples)
    title = title.replace("'", "''")
    return f"=OFFSET('{title}'!$A${first},0,0,MAX(1,COUNTA('{title}'!$A${first}:$A${last})),1)"


def listed(place: int, words: Sequence[str]) -> str:
    """Return the formula of one column of the hidden sheet of choices."""
    letter = chr(ord("A") + place)
    return f"='{CHOICES}'!${letter}$1:${letter}${len(words)}"


def workbook_bytes(
    sheets: Iterable[Sheet],
    read_me: Sequence[str],
    choices: Sequence[Sequence[str]] = (),
    is_protected: bool = False,
) -> bytes:
    """Return a workbook of these sheets, the same bytes each time."""
    stream = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(stream, options)
    book.set_properties({"created": _CREATED})
    writer = _Writer(book, is_protected)
    writer.add_read_me(read_me)
    for sheet in sheets:
        writer.add(sheet)
    writer.add_choices(choices)
    book.close()
    return stream.getvalue()


def typed(text: str, kind: type) -> Cell:
    """Return what a spreadsheet should hold for a cell's text: a number, date or time where it is one, else text."""
    if kind in _NUMBER_FORMATS:
        try:
            value: Cell = parse(kind, text)
        except CellError:
            value = text
        if _reads_back(value):
            return value
    return readable(unguarded(text))


def readable(text: str) -> str:
    """Return what a cell says so that reading it gives the text: itself, unless it looks like a guarded one."""
    return text if unguarded(text) == text else guarded(text)


def _reads_back(value: Cell) -> bool:
    match value:
        case float():
            return float(number_text(value)) == value
        case int():
            return float(number_text(float(value))) == value
        case dt.date():
            return value.year >= _FIRST_YEAR
    return isinstance(value, dt.time)


class _Writer:
    def __init__(self, book: Workbook, is_protected: bool) -> None:
        self._book = book
        self._is_protected = is_protected
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def _format(self, **properties: Any) -> Format:
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format({"valign": "top", **properties})
        return self._formats[key]

    def add_read_me(self, lines: Sequence[str]) -> None:
        sheet = self._book.add_worksheet(READ_ME)
        sheet.set_column(0, 0, 100)
        sheet.hide_gridlines(2)
        for row, line in enumerate(lines):
            bold = {"bold": True, "font_size": 14} if row == 0 else {}
            sheet.write_string(row, 0, line, self._format(text_wrap=True, **bold))

    def add_choices(self, choices: Sequence[Sequence[str]]) -> None:
        if not any(choices):
            return
        sheet = self._book.add_worksheet(CHOICES)
        sheet.hide()
        for place, words in enumerate(choices):
            for row, word in enumerate(words):
                sheet.write_string(row, place, word)

    def add(self, plan: Sheet) -> None:
        sheet = self._book.add_worksheet(plan.title)
        self._prepare(sheet, plan)
        for row, cells in enumerate(plan.examples, 1):
            for place, cell in enumerate(cells):
                self._put(sheet, row, place, cell, {"italic": True, "font_color": "#6B6B6B"})
        for row, cells in enumerate(plan.rows, 1 + len(plan.examples)):
            for place, (cell, column) in enumerate(zip(cells, plan.columns, strict=True)):
                self._put(sheet, row, place, cell, self._free(column))
        for place, column in enumerate(plan.columns):
            rules = validation(column)
            if rules:
                sheet.data_validation(1 + len(plan.examples), place, plan.last - 1, place, rules)
        for row, column in enumerate(plan.values, 1):
            self._prepare_value(sheet, row, column, is_blank=plan.rows[row - 1][1] == "")

    def _prepare(self, sheet: Worksheet, plan: Sheet) -> None:
        """Write headings, notes and widths, and leave free what is to be filled."""
        last = len(plan.columns) - 1
        sheet.freeze_panes(1, 1)
        sheet.set_landscape()
        sheet.repeat_rows(0)
        sheet.fit_to_pages(1, 0)
        heading = {"bold": True, "bottom": 1, "text_wrap": True, "num_format": "@"}
        for place, column in enumerate(plan.columns):
            shape = {"num_format": _NUMBER_FORMATS.get(column.kind, "@"), "locked": not self._is_protected}
            sheet.set_column(place, place, _width(plan, place), self._format(**shape))
            colour = "#EDEDED" if column.is_help else "#FCE4D6" if column.is_required else "#D9E7F5"
            self._put(sheet, 0, place, readable(column.heading), heading | {"bg_color": colour})
            if column.note:
                lines = column.note.count("\n") + 1 + len(column.note) // 60
                sheet.write_comment(0, place, column.note, {"width": 330, "height": 24 + 17 * lines, "font_size": 9})
        if self._is_protected:
            sheet.set_column(last + 1, last + 30, None, self._format(locked=False, num_format="@"))
            sheet.protect("", dict.fromkeys(_ALLOWED, True))
        else:
            sheet.autofilter(0, 0, plan.last - 1, last)

    def _prepare_value(self, sheet: Worksheet, row: int, column: SheetColumn, is_blank: bool) -> None:
        rules = validation(column)
        if rules:
            sheet.data_validation(row, 1, row, 1, rules)
        if is_blank:
            shape = self._free(column) | {"num_format": _NUMBER_FORMATS.get(column.kind, "@")}
            sheet.write_blank(row, 1, None, self._format(**shape))

    def _free(self, column: SheetColumn) -> dict[str, Any]:
        properties: dict[str, Any] = {"font_color": "#595959", "text_wrap": True} if column.is_help else {}
        return properties | ({"locked": False} if self._is_protected and not column.is_help else {})

    def _put(self, sheet: Worksheet, row: int, place: int, cell: Cell, shape: Mapping[str, Any]) -> None:
        if isinstance(cell, str):
            if cell:
                self._put_text(sheet, row, place, cell, shape)
            return
        number_format = _NUMBER_FORMATS[type(cell)]
        if isinstance(cell, dt.datetime) and cell.second:
            number_format += ":ss"
        style = self._format(**{**shape, "num_format": number_format})
        if isinstance(cell, int | float):
            sheet.write_number(row, place, cell, style)
        else:
            sheet.write_datetime(row, place, cell, style)

    def _put_text(self, sheet: Worksheet, row: int, place: int, text: str, shape: Mapping[str, Any]) -> None:
        if len(text) > _MAX_CHARACTERS:
            problem = f"a text of {len(text):,} characters, and a workbook's cell holds {_MAX_CHARACTERS:,}"
            raise SchedulerError(f"Sheet {sheet.get_name()}, row {row + 1}: {problem}. Shorten it, or use the folder.")
        number_format = "@" if len(text) <= _LONGEST_SHOWN else "General"
        shape = {**shape, "num_format": number_format} | ({"quote_prefix": True} if guarded(text) != text else {})
        if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes such a text for its own markup
            sheet.write_rich_string(row, place, text[:1], text[1:2], text[2:], self._format(**shape))
        else:
            sheet.write_string(row, place, text, self._format(**shape))


_ALLOWED = (
    "format_cells",
    "format_columns",
    "format_rows",
    "insert_columns",
    "insert_rows",
    "delete_rows",
    "sort",
    "select_locked_cells",
    "select_unlocked_cells",
)
"""What a protected sheet lets people do; only headings and examples are held."""


def _width(plan: Sheet, place: int) -> int:
    cells = [plan.columns[place].heading, *(row[place] for row in (*plan.examples, *plan.rows[:200]))]
    return min(_WIDEST, max(_NARROWEST, 2 + max(len(str(cell)) for cell in cells)))


def validation(column: SheetColumn) -> dict[str, Any]:
    """Return what a spreadsheet offers and warns of in a column; nothing is refused, forum check says more."""
    if column.is_help:
        return {}
    if column.choices:
        rules: dict[str, Any] = {"validate": "list", "source": _source(column.choices)}
        return rules | ({"show_error": False} if column.is_list else _warning("It is not in the list."))
    if column.is_list:
        return {}
    if column.kind is dt.date or column.kind is dt.datetime:
        limits: dict[str, Any] = {"minimum": dt.date(1970, 1, 1), "maximum": dt.date(2199, 12, 31)}
        return {"validate": "date", "criteria": "between"} | limits | _warning("Write a date, as 2026-05-05.")
    if column.kind is dt.time:
        limits = {"minimum": dt.time(0), "maximum": dt.time(23, 59, 59)}
        return {"validate": "time", "criteria": "between"} | limits | _warning("Write a time of day, as 10:00.")
    if column.kind in (int, float):
        kind = "integer" if column.kind is int else "decimal"
        return {"validate": kind, "criteria": ">=", "value": -999} | _warning("Write a number, as 30.")
    return {}


def _warning(message: str) -> dict[str, Any]:
    return {"error_type": "warning", "error_title": "Is this right?", "error_message": message}


def _source(choices: Choices) -> str | list[str]:
    return choices if isinstance(choices, str) else list(choices)
