"""A folder of CSV files as raw tables, and back."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from scheduler.errors import Fault
from scheduler.formats.cells import shown
from scheduler.formats.characters import guarded
from scheduler.formats.columns import Table, tables
from scheduler.formats.files import read_text
from scheduler.formats.headings import known_headings, settings_of_grid, table_called, table_named, table_of
from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import SETTINGS, RawTable, Source
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.settings_yaml import read_settings
from scheduler.formats.swap import settle
from scheduler.formats.wording import Adviser, did_you_mean

SEPARATORS = ",;\t"
"""What may stand between two cells."""

_EXPORTED = ("programme", "speakers")
"""Names of tables that forum export writes for others to see; they may lie beside those of the forum."""

_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+$")
_NAMED_SEPARATOR = re.compile(r"sep=([,;\t])\r?\n", re.IGNORECASE)
"""First line by which spreadsheet programs tell each other the separator; they do not show it as a row."""

_HEAD = 20_000
"""Characters among which the headings are looked for to find the separator."""

_BLANKS = 10
"""How many times as many cells as are allowed may be looked at, since most could be commas in texts."""


def read_source(folder: Path, limits: Limits = STANDARD) -> Source:
    """Return the raw tables of a forum's folder and the faults of their form."""
    if not folder.is_dir():
        problem = "There is no such folder." if not folder.exists() else "It is a file, not a folder."
        fault = Fault(str(folder), None, None, problem, "Name the folder that holds forum.yaml.")
        return Source({}, (fault,), frozenset([SETTINGS, *tables()]))
    settle(folder, {*files_of_a_forum(), *(path.name for path in files_in(folder))})
    return _source(*_files_by_table(folder), limits)


def read_file(path: Path, limits: Limits = STANDARD) -> Source:
    """Return the one table that a CSV file holds, known by its name."""
    name = table_in(path.name)
    if name is None:
        advice = did_you_mean(path.stem, tables(), "Name it after its table, as rooms.csv.")
        return Source({}, (Fault(path.name, None, None, "A forum has no such table.", advice),))
    return _source({name: path}, [], limits)


def _source(files: Mapping[str, Path], faults: list[Fault], limits: Limits) -> Source:
    found: dict[str, RawTable] = {}
    unread = set()
    cells = 0
    for name in (name for name in (SETTINGS, *tables()) if name in files):
        path = files[name]
        is_yaml = path.suffix.casefold() != ".csv"
        text = read_text(path, limits.settings_bytes if is_yaml else limits.file_bytes)
        if isinstance(text, Fault):
            faults.append(text)
            unread.add(name)
            continue
        if is_yaml:
            found[name], more = read_settings(text, limits)
        else:
            found[name], more = read_table(path.name, text, table_called(name), limits, cells)
            cells += sum(len(row.cells) for row in found[name].rows)
        faults += more
        if any(not fault.is_warning for fault in more):
            unread.add(name)
    return Source(found, tuple(faults), frozenset(unread))


def files_of_a_forum() -> frozenset[str]:
    """Return the names of the files that a forum's folder is made of."""
    return frozenset({SETTINGS_FILE, *(f"{name}.csv" for name in tables())})


def table_in(file: str) -> str | None:
    """Return the table that a file of this name holds, as venues.csv the rooms; None for a file of something else."""
    stem, _, suffix = file.casefold().rpartition(".")
    if suffix in ("yaml", "yml"):
        return SETTINGS if f"{stem}.yaml" == SETTINGS_FILE else None
    name = table_named(stem) if suffix == "csv" and stem not in _EXPORTED else None
    return name if name == SETTINGS or name in tables() else None


def files_in(folder: Path) -> list[Path]:
    """Return the files of a folder that hold tables or settings of a forum, whatever they are called."""
    return [path for path in sorted(folder.iterdir()) if path.name[0] != "." and table_in(path.name)]


def _files_by_table(folder: Path) -> tuple[dict[str, Path], list[Fault]]:
    """Return the file of each table, and the files that are none or hold a table a second time."""
    known = files_of_a_forum()
    adviser = Adviser(tables(), "Rename or remove it.")
    found: dict[str, Path] = {}
    faults = []
    for path in sorted(folder.iterdir(), key=lambda path: (path.name not in known, path.name)):
        if path.name[0] == "." or path.suffix.casefold() not in (".csv", ".yaml", ".yml"):
            continue
        if path.stem.casefold() in _EXPORTED:
            continue
        name = table_in(path.name)
        if name is None:
            faults.append(Fault(path.name, None, None, "A forum has no such table.", adviser.about(path.stem)))
        elif name in found:
            problem = f"{found[name].name} holds this table already."
            faults.append(Fault(path.name, None, None, problem, "Put the rows of both into one file."))
        elif path.exists():
            found[name] = path
    return found, faults


def read_table(
    file: str, text: str, table: Table, limits: Limits = STANDARD, cells: int = 0
) -> tuple[RawTable, list[Fault]]:
    """Return one CSV table and the faults of its form; the other tables of the forum have so many cells already."""
    named = _NAMED_SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    separator = named[1] if named else _separator(text, table)
    if text.count(separator) > limits.cells * _BLANKS:
        return RawTable(file, (), ()), [_too_many_cells(file, limits)]
    grid: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    number = 0
    try:
        for number, record in enumerate(csv.reader(_lines(text), delimiter=separator, strict=True), 1):
            if any(record):
                grid.append((number, record))
                cells += len(record)
            if number > limits.rows * 20 or len(grid) > limits.rows:
                problem = f"The table has more than {limits.rows:,} rows."
                return RawTable(file, (), ()), [Fault(file, None, None, problem, "Split the forum or remove rows.")]
            if cells > limits.cells:
                return RawTable(file, (), ()), [_too_many_cells(file, limits)]
    except csv.Error as error:
        advice = "Check the quotation marks: a cell that holds one is quoted, and the mark is doubled."
        faults.append(Fault(file, number + 1, None, f"It is not CSV: {error}.", advice))
    if table.name == SETTINGS:
        found, more = settings_of_grid(file, grid)
        return found, [*faults, *more]
    found, more = table_of(file, table, grid, limits)
    return found, [*faults, *more, *_beyond(file, grid, found.heading_row)]


def _too_many_cells(file: str, limits: Limits) -> Fault:
    problem = f"With it the forum has more than {limits.cells:,} cells."
    return Fault(file, None, None, problem, "Split the forum or remove rows.")


def _lines(text: str) -> Iterator[str]:
    return (match[0] for match in _LINE.finditer(text))


def _separator(text: str, table: Table) -> str:
    """Return the separator by which most headings of the table are found, else the one there is most of."""
    head = text[:_HEAD]
    return max(SEPARATORS, key=lambda separator: (_most_headings(head, separator, table), head.count(separator)))


def _most_headings(head: str, separator: str, table: Table) -> int:
    most = 0
    try:
        for record in csv.reader(_lines(head), delimiter=separator):
            most = max(most, known_headings(table.name, record))
    except csv.Error:
        pass  # what is wrong is told when the whole table is read
    return most


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
    writer.writerow(map(guarded, header))
    writer.writerows(rows)
    return stream.getvalue()
