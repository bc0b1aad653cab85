"""A forum as one workbook: a sheet for its settings, one for each table, and two for an agenda where there is one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.formats.cells import written
from scheduler.formats.columns import Table, settings_table, tables, usual_tables
from scheduler.formats.files import write_bytes
from scheduler.formats.folder import settings_of
from scheduler.formats.headings import sheet_label
from scheduler.formats.raw import SETTINGS
from scheduler.formats.tables import write_rows
from scheduler.formats.workbook.agenda_sheets import agenda_sheets, without_shown_pins
from scheduler.formats.workbook.examples import example_of
from scheduler.formats.workbook.layout import Offers, cells_of, column_of, note_of
from scheduler.formats.workbook.sheets import Cell, Sheet, SheetColumn, typed, workbook_bytes

_READ_ME = (
    "A forum as one workbook",
    "Each sheet is one table of the forum; the sheet Forum holds its settings. Rest the pointer on a heading to read "
    "what belongs in its column.",
    "You can add rows, change cells and sort. Columns of your own are kept as notes. An id names its row in the other "
    "sheets: do not change it, and give each row another one.",
    "Several entries in one cell are separated by semicolons. Dates are written 2026-05-05, times 10:00.",
    "Nothing here is calculated: write values, not formulas.",
    "To see what is wrong, if anything: forum check THIS-FILE.xlsx",
    "To take it over: forum import THIS-FILE.xlsx --into FOLDER",
    "The file holds everything about everybody: it is for organisers, not for publication.",
)
_LANGUAGES = "Another language has a row of its own, as Title (fr)."
_READ_ME_AGENDA = (
    "The sheets Placements and Speakers lists are the agenda. Change a period, room or start, give a speaker another "
    "place, write yes under Pinned for what must stay, and import the file with -o edited.json. That is the agenda as "
    "you made it, marked as edited by hand; making it again works around what is pinned.",
    "Grey columns only help you; they are not read. Times of speakers are counted anew.",
)


def write_workbook(forum: Forum, path: Path, agenda: Agenda | None = None) -> None:
    """Write a forum, and its agenda where there is one, as a workbook that reads back as the same forum."""
    write_bytes(Path(path), forum_workbook(forum, agenda))


def forum_workbook(
    forum: Forum, agenda: Agenda | None = None, rules: Iterable[str] = (), programme: Forum | None = None
) -> bytes:
    """Return the bytes of a forum's workbook, the same each time; ``rules`` are offered where a rule is named.

    ``programme`` is the forum the agenda was made of, where that has sessions or requests which no table of it has.
    """
    filled = frozenset(name for name in tables() if getattr(forum, name))
    rows = {name: len(getattr(forum, name)) for name in tables()}
    offers = Offers(rows, rules=tuple(rules), sheets=usual_tables() | filled)
    if agenda is None:
        return workbook_bytes(table_sheets(forum, offers), _READ_ME, offers.lists)
    sheets = [
        *agenda_sheets(forum, agenda, offers.ids, programme),
        *table_sheets(without_shown_pins(forum, agenda), offers),
    ]
    return workbook_bytes(sheets, (*_READ_ME, *_READ_ME_AGENDA), offers.lists)


def table_sheets(forum: Forum, offers: Offers) -> Iterator[Sheet]:
    """Yield the sheets of a forum's settings and tables, required ones first."""
    yield settings_sheet(_setting_texts(forum), offers)
    for table in in_order(offers.sheets):
        header, rows = write_rows(table, getattr(forum, table.name), forum.languages[0])
        names = full_header(table, header)
        columns = tuple(column_of(table, name, offers) for name in names)
        filled = [dict(zip(header, row, strict=True)) for row in rows]
        cells = [cells_of(columns, [row.get(name, "") for name in names]) for row in filled]
        yield Sheet(sheet_label(table.name), columns, cells)


def in_order(names: Collection[str] | None = None) -> list[Table]:
    """Return the tables as a workbook shows them, all or some: those that must have rows first."""
    shown = [table for name, table in tables().items() if names is None or name in names]
    return sorted(shown, key=lambda table: not table.required)


def full_header(table: Table, header: list[str]) -> list[str]:
    """Return all columns of a table, each with its languages, and then notes."""
    known = [
        name for column in table.columns for name in ([n for n in header if table.column(n) is column] or [column.name])
    ]
    return known + [name for name in header if name not in known]


def settings_sheet(texts: Mapping[str, str], offers: Offers) -> Sheet:
    """Return the sheet of settings, also those left to their default."""
    table = settings_table()
    columns = (
        SheetColumn("Setting", is_help=True),
        SheetColumn("Value", note="What the forum says. A blank value means what the next column says."),
        SheetColumn("What it says", is_help=True),
        SheetColumn("Example", is_help=True),
    )
    rows: list[tuple[Cell, ...]] = []
    values: list[SheetColumn] = []
    for column in table.columns:
        for name in [name for name in texts if table.column(name) is column] or [column.name]:
            value = column_of(table, name, offers)
            text = texts.get(name, "")
            told = note_of(table, column, _LANGUAGES).partition("\nExample: ")[0].replace("\n", " ")
            cell = typed(text, value.kind) if text else ""
            rows.append((value.heading, cell, told, example_of(SETTINGS, column.name)))
            values.append(value)
    return Sheet(sheet_label(SETTINGS), columns, rows, values=values)


def _setting_texts(forum: Forum) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, value in settings_of(forum):
        if isinstance(value, Text):
            for language, text in value.root.items():
                found[column.name if language == forum.languages[0] else f"{column.name}.{language}"] = written(text)
        else:
            found[column.name] = "; ".join(map(written, value)) if column.many else written(value)
    return found
