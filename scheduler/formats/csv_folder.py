"""A folder of CSV files as raw tables, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from scheduler.errors import Fault
from scheduler.formats.cells import clean
from scheduler.formats.columns import tables
from scheduler.formats.files import MAX_BYTES, read_text
from scheduler.formats.raw import SETTINGS, RawRow, RawTable, Source
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.settings_yaml import read_settings
from scheduler.formats.swap import settle
from scheduler.formats.wording import did_you_mean

MAX_ROWS = 200_000
"""Most rows of one table."""


def read_source(folder: Path, limit: int = MAX_BYTES, rows: int = MAX_ROWS) -> Source:
    """Return the raw tables of a forum's folder and the faults of their form."""
    if not folder.is_dir():
        problem = "There is no such folder." if not folder.exists() else "It is a file, not a folder."
        fault = Fault(str(folder), None, None, problem, "Name the folder that holds forum.yaml.")
        return Source({}, (fault,), frozenset([SETTINGS, *tables()]))
    settle(folder, files_of_a_forum())
    found: dict[str, RawTable] = {}
    faults = _strangers(folder)
    unread = set()
    for name in (SETTINGS, *tables()):
        path = folder / (SETTINGS_FILE if name == SETTINGS else f"{name}.csv")
        if not path.exists():
            continue
        text = read_text(path, limit)
        if isinstance(text, Fault):
            faults.append(text)
            unread.add(name)
            continue
        found[name], more = read_settings(text) if name == SETTINGS else read_table(path.name, text, rows)
        faults += more
        if more:
            unread.add(name)
    return Source(found, tuple(faults), frozenset(unread))


def files_of_a_forum() -> frozenset[str]:
    """Return the names of the files that a forum's folder is made of."""
    return frozenset({SETTINGS_FILE, *(f"{name}.csv" for name in tables())})


def _strangers(folder: Path) -> list[Fault]:
    known = files_of_a_forum()
    return [
        Fault(
            path.name, None, None, "A forum has no such table.", did_you_mean(path.name, known, "Rename or remove it.")
        )
        for path in sorted(folder.iterdir())
        if path.suffix.casefold() in (".csv", ".yaml", ".yml") and path.name not in known and path.name[0] != "."
    ]


def read_table(file: str, text: str, limit: int = MAX_ROWS) -> tuple[RawTable, list[Fault]]:
    """Return one CSV table and the faults of its form."""
    if text.count("\n") > limit * 20:
        return RawTable(file, (), ()), [_too_long(file, limit)]
    faults: list[Fault] = []
    records: list[list[str]] = []
    try:
        for record in csv.reader(io.StringIO(text, newline=""), strict=True):
            records.append(record)
            if len(records) > limit:
                return RawTable(file, (), ()), [_too_long(file, limit)]
    except csv.Error as error:
        advice = "Check the quotation marks: a cell that holds one is quoted, and the mark is doubled."
        faults.append(Fault(file, len(records) + 1, None, f"It is not CSV: {error}.", advice))
    header = tuple(clean(cell) for cell in records[0]) if records else ()
    if problems := _header_faults(file, header):
        return RawTable(file, (), ()), [*faults, *problems]
    rows = [_row(file, number, header, record, faults) for number, record in enumerate(records[1:], 2) if any(record)]
    return RawTable(file, header, tuple(rows)), faults


def _too_long(file: str, limit: int) -> Fault:
    return Fault(file, None, None, f"The table has more than {limit:,} rows.", "Split the forum or remove rows.")


def _header_faults(file: str, header: Sequence[str]) -> list[Fault]:
    if not header:
        return [Fault(file, 1, None, "The table has no header.", "Write the names of the columns in the first row.")]
    if len(header) == 1 and any(mark in header[0] for mark in ";\t"):
        return [Fault(file, 1, None, "The columns are not separated by commas.", "Save it as CSV with commas.")]
    twice = sorted({name for name in header if name and header.count(name) > 1})
    return [Fault(file, 1, name, "The column is there twice.", "Keep one of the two.") for name in twice]


def _row(file: str, number: int, header: Sequence[str], record: Sequence[str], faults: list[Fault]) -> RawRow:
    cells = [clean(cell) for cell in record]
    beyond = [cell for cell in cells[len(header) :] if cell]
    unnamed = [cell for name, cell in zip(header, cells, strict=False) if cell and not name]
    if beyond or unnamed:
        cell = (beyond + unnamed)[0]
        advice = "Put text that holds a comma in quotation marks, or give the column a name."
        faults.append(Fault(file, number, None, f"The cell '{cell[:60]}' is under no column.", advice))
    return RawRow(number, {name: cell for name, cell in zip(header, cells, strict=False) if name and cell})


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of a CSV table."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()
