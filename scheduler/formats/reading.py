"""Reading a forum from whatever holds it: a folder of tables or one workbook."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats import csv_folder
from scheduler.formats.checks.every import check_draft
from scheduler.formats.columns import tables
from scheduler.formats.headings import label
from scheduler.formats.limits import STANDARD, Limits, first_of
from scheduler.formats.raw import SETTINGS, Source
from scheduler.formats.tables import read_draft

OnPhase = Callable[[str], None]
"""Called with what is being done, in a few words."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A forum without a fault, and what may be meant as it is but may be a slip."""

    forum: Forum
    warnings: tuple[Fault, ...] = ()


def source_of(path: Path, limits: Limits | None = None) -> Source:
    """Return the raw tables of a folder, a workbook, or one CSV file for a single table.

    The bounds are those of the environment where none are given.
    """
    limits = limits or Limits.of_environment()
    if not path.is_file():
        return csv_folder.read_source(path, limits)
    if path.suffix.casefold() == ".csv" and not _is_packed(path):
        return csv_folder.read_file(path, limits)
    from scheduler.formats.workbook.reading import read_source

    return read_source(path, limits)


def _is_packed(path: Path) -> bool:
    """Say whether a file begins as every workbook does."""
    try:
        with path.open("rb") as stream:
            return stream.read(2) == b"PK"
    except OSError:
        return False  # the reader of the file says what keeps it from being read


def read_forum(path: Path, known_rules: Collection[str] | None = None, limits: Limits | None = None) -> Forum:
    """Read a forum, or raise every fault in it at once; rule names are checked where they are known."""
    return read_checked(Path(path), known_rules, limits).forum


def read_checked(
    path: Path,
    known_rules: Collection[str] | None = None,
    limits: Limits | None = None,
    on_phase: OnPhase | None = None,
) -> Checked:
    """Read a forum with its warnings, or raise every fault and warning in it at once."""
    limits = limits or Limits.of_environment()
    tell = on_phase or (lambda _: None)
    tell(f"reading {path.name}")
    source = source_of(path, limits)
    rows = sum(len(raw.rows) for raw in source.tables.values())
    tell(f"checking {rows:,} rows")
    return checked_of(source, known_rules, limits)


def forum_of(source: Source, known_rules: Collection[str] | None = None) -> Forum:
    """Return the forum that raw tables describe, whatever they were read from, or raise every fault."""
    return checked_of(source, known_rules).forum


def checked_of(source: Source, known_rules: Collection[str] | None = None, limits: Limits = STANDARD) -> Checked:
    """Return the forum that raw tables describe with its warnings, or raise every fault and warning."""
    draft = read_draft(source, limits)
    check_draft(draft, known_rules, limits)
    found = in_order(source, draft.faults, limits)
    if any(not fault.is_warning for fault in draft.faults):
        raise ForumFaults(found)
    return Checked(draft.forum, tuple(found))


def in_order(source: Source, faults: Iterable[Fault], limits: Limits) -> list[Fault]:
    """Return the first faults table by table and row by row, each once, under the headings that were written."""
    files = [source.called(name) for name in (SETTINGS, *tables())]
    places = {file: place for place, file in enumerate(files)}
    read = {raw.file: name for name, raw in (*source.tables.items(), *source.agenda.items())}
    found = sorted(
        dict.fromkeys(faults), key=lambda f: (places.get(f.file, -1), f.file, f.row or 0, f.column or "", f.problem)
    )
    first = first_of(found, limits)
    return [_under_heading(source, read[fault.file], fault) if fault.file in read else fault for fault in first]


def _under_heading(source: Source, table: str, fault: Fault) -> Fault:
    """Return a fault with its column as the file heads it, or would if the column were there."""
    if fault.column is None:
        return fault
    headings = {**source.agenda, **source.tables}[table].headings
    heading = headings.get(fault.column, label(table, fault.column) if source.titles else fault.column)
    return replace(fault, column=heading, is_setting=table == SETTINGS)
