"""A workbook as raw tables: every sheet that is a table of a forum, and the sheets of an agenda."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from scheduler.errors import Fault
from scheduler.formats.columns import tables
from scheduler.formats.files import read_bytes
from scheduler.formats.headings import settings_of_grid, sheet_label, table_called, table_named, table_of
from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import SETTINGS, RawTable, Source
from scheduler.formats.workbook.agenda_pins import pinned_source
from scheduler.formats.workbook.agenda_reading import read_sheets
from scheduler.formats.workbook.agenda_rows import AGENDA_TABLES, HELP
from scheduler.formats.workbook.opening import Refusal
from scheduler.formats.workbook.sheets import CHOICES, READ_ME
from scheduler.formats.workbook.worksheets import Worksheets


@dataclass(slots=True)
class _Found:
    tables: dict[str, RawTable] = field(default_factory=dict)
    agenda: dict[str, RawTable] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


def read_source(path: Path, limits: Limits = STANDARD) -> Source:
    """Return the raw tables of a workbook and the faults of its form; what its sheets pin is among the pins."""
    content = read_bytes(path, limits.file_bytes)
    if isinstance(content, Fault):
        return _unread(content)
    try:
        book = Worksheets(content, limits)
    except Refusal as refusal:
        return _unread(Fault(path.name, None, None, refusal.problem, refusal.instead))
    found = _Found()
    for title in book.titles:
        _read_sheet(book, title, limits, found)
    titles = {name: sheet_label(name) for name in (SETTINGS, *tables())}
    source = Source(found.tables, tuple(found.faults), frozenset(found.unread), found.agenda, titles)
    if not source.agenda:
        return source
    sheets, faults = read_sheets(source)
    source, more = pinned_source(source, sheets)
    return replace(source, faults=(*source.faults, *faults, *more))


def _unread(fault: Fault) -> Source:
    return Source({}, (fault,), frozenset([SETTINGS, *tables()]))


def _read_sheet(book: Worksheets, title: str, limits: Limits, found: _Found) -> None:
    name = table_named(title)
    if name is None:
        if title not in (READ_ME, CHOICES):
            problem = "A forum has no such table, so the sheet was not read."
            fault = Fault(title, None, None, problem, "Give it the name of a table if it is one.", is_warning=True)
            found.faults.append(fault)
        return
    into = found.agenda if name in AGENDA_TABLES else found.tables
    if name in into or name in found.unread:
        twice = Fault(title, None, None, "A second sheet holds this table.", "Put their rows into one sheet.")
        found.faults.append(twice)
        return
    try:
        grid = book.grid(title)
    except Refusal as refusal:
        found.faults.append(Fault(title, None, None, refusal.problem, refusal.instead))
        found.unread.add(name)
        return
    into[name], faults = (
        settings_of_grid(title, grid) if name == SETTINGS else table_of(title, table_called(name), grid, limits)
    )
    found.faults += _about_agenda(faults) if name in AGENDA_TABLES else faults
    if any(not fault.is_warning for fault in faults):
        found.unread.add(name)


def _about_agenda(faults: list[Fault]) -> list[Fault]:
    """Return the faults of an agenda's sheet, whose other columns are not kept."""
    problem, advice = "An agenda has no such column, so it was not read.", "Keep notes in the other sheets."
    unkept = [replace(fault, problem=problem, instead=advice) if fault.is_warning else fault for fault in faults]
    return [fault for fault in unkept if fault.column not in HELP]
