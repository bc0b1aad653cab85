"""A folder of CSV files as raw tables, and back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from scheduler.errors import Fault
from scheduler.formats.cells import shown
from scheduler.formats.columns import Table, tables
from scheduler.formats.files import read_text
from scheduler.formats.headings import table_of
from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import SETTINGS, RawTable, Source
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.settings_yaml import read_settings
from scheduler.formats.swap import settle
from scheduler.formats.wording import did_you_mean

SEPARATORS = ",;\t"
"""What may stand between two cells; the one that the first filled line has most of does."""


def read_source(folder: Path, limits: Limits = STANDARD) -> Source:
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
        text = read_text(path, limits.file_bytes)
        if isinstance(text, Fault):
            faults.append(text)
            unread.add(name)
            continue
        found[name], more = (
            read_settings(text) if name == SETTINGS else read_table(path.name, text, tables()[name], limits)
        )
        faults += more
        if any(not fault.is_warning for fault in more):
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


def read_table(file: str, text: str, table: Table, limits: Limits = STANDARD) -> tuple[RawTable, list[Fault]]:
    """Return one CSV table and the faults of its form."""
    grid: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    number = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=True)
        for number, record in enumerate(reader, 1):
            if any(record):
                grid.append((number, record))
            if number > limits.rows * 20 or len(grid) > limits.rows:
                problem = f"The table has more than {limits.rows:,} rows."
                fault = Fault(file, None, None, problem, "Split the forum or remove rows.")
                return RawTable(file, (), ()), [fault]
    except csv.Error as error:
        advice = "Check the quotation marks: a cell that holds one is quoted, and the mark is doubled."
        faults.append(Fault(file, number + 1, None, f"It is not CSV: {error}.", advice))
    found, more = table_of(file, table, grid, limits)
    return found, [*faults, *more, *_beyond(file, grid, found.heading_row)]


def _separator(text: str) -> str:
    line = next((line for line in text.splitlines() if line.strip(f"{SEPARATORS} ")), "")
    return max(SEPARATORS, key=line.count)


def _beyond(file: str, grid: Sequence[tuple[int, Sequence[str]]], heading_row: int) -> Iterator[Fault]:
    """Yield the rows that have more cells than there are headings, as where a text with a comma is not quoted."""
    width = next((len(cells) for number, cells in grid if number == heading_row), 0)
    for number, cells in grid:
        extra = [cell for cell in cells[width:] if cell.strip()]
        if number > heading_row and extra:
            advice = "Put text that holds a comma in quotation marks, or give the column a name."
            yield Fault(file, number, None, f"The cell {shown(extra[0])} is under no column.", advice)


def table_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the text of a CSV table."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return stream.getvalue()
