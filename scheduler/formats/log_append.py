"""New entries at the end of a forum's log: earlier lines stay as they were written, byte for byte."""

from __future__ import annotations

import codecs
import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from scheduler.domain.log import Entry
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.columns import Table, tables
from scheduler.formats.csv_folder import SEPARATORS, read_source, table_text
from scheduler.formats.files import read_bytes, write_bytes
from scheduler.formats.headings import heading_named, known_headings
from scheduler.formats.tables import written_row

TABLE = "log"


@contextmanager
def sole_writer(folder: Path) -> Iterator[None]:
    """Keep others who record in the same folder waiting, where the system has such locks."""
    if os.name != "posix":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def append_entries(folder: Path, entries: Sequence[Entry], language: str) -> Path:
    """Add entries to the log of a forum's folder, all or none of them, and return its file."""
    table = tables()[TABLE]
    rows = [written_row(table, entry, language) for entry in entries]
    raw = read_source(folder).tables.get(TABLE)
    if raw is None:
        file = folder / f"{TABLE}.csv"
        header = [column.name for column in table.columns]
        write_bytes(file, table_text(header, _cells(header, rows)).encode("utf-8"))
        return file
    file = folder / raw.file
    content = read_bytes(file)
    if isinstance(content, Fault):
        raise ForumFaults([content])
    write_bytes(file, appended(file.name, content, raw.heading_row, table, rows))
    return file


def appended(file: str, content: bytes, heading_row: int, table: Table, rows: Sequence[Mapping[str, str]]) -> bytes:
    """Return a CSV file with rows added; its line of headings grows where a row says what is under none of them."""
    encoding, mark = _encoding(content)
    lines = content[len(mark) :].decode(encoding).splitlines(keepends=True)
    heading = lines[heading_row - 1].rstrip("\r\n") if heading_row <= len(lines) else ""
    separator = max(SEPARATORS, key=lambda one: known_headings(table.name, _parsed(heading, one)))
    names = [heading_named(table.name, cell) for cell in _parsed(heading, separator)]
    if "number" not in names:
        advice = "Write the headings into one line, without line breaks in them."
        raise ForumFaults([Fault(file, heading_row, None, "The headings of the log were not found.", advice)])
    missing = [
        column.name for column in table.columns if column.name not in names and any(column.name in r for r in rows)
    ]
    end = "\r\n" if lines[heading_row - 1].endswith("\r\n") else "\n"
    if missing:
        lines[heading_row - 1] = heading + separator + separator.join(missing) + end
    if not lines[-1].endswith(("\n", "\r")):
        lines[-1] += end
    header = [*names, *missing]
    return mark + "".join([*lines, _lines(header, rows, separator, end)]).encode(encoding)


def _encoding(content: bytes) -> tuple[str, bytes]:
    marks = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
    mark = next((mark for mark in marks if content.startswith(mark)), b"")
    return marks.get(mark, "utf-8"), mark


def _parsed(line: str, separator: str) -> list[str]:
    return next(csv.reader([line], delimiter=separator), [])


def _cells(header: Sequence[str | None], rows: Sequence[Mapping[str, str]]) -> list[list[str]]:
    return [[row.get(name or "", "") for name in header] for row in rows]


def _lines(header: Sequence[str | None], rows: Sequence[Mapping[str, str]], separator: str, end: str) -> str:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator, lineterminator=end).writerows(_cells(header, rows))
    return stream.getvalue()
