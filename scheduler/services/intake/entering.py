"""What somebody enters: names become ids, and nothing is added to a log that could not be read back."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scheduler.domain.log import Entry
from scheduler.errors import NotFoundError, RefusedError
from scheduler.formats.cell_errors import CellError
from scheduler.formats.columns import tables
from scheduler.formats.raw import RawRow, RawTable
from scheduler.formats.reading import checked_of, source_of
from scheduler.formats.references import References, UnfollowedError
from scheduler.formats.tables import written_row
from scheduler.formats.wording import plain

OPTIONS = {"request": "REQUEST", "other": "--with"} | {
    name: f"--{name}" for name in ("person", "minutes", "by", "basis", "reason", "at")
}
"""What the command line calls the columns of the log."""

_NAMING = {"request": ("requests", "proposals"), "other": ("requests",), "person": ("people",)}
_LOG = "log"


def identified(folder: Path, said: Mapping[str, Any]) -> dict[str, str | None]:
    """Return the ids of the requests and the person that are named as the tables name them, or raise what is meant."""
    references = References(source_of(folder))
    found: dict[str, str | None] = dict.fromkeys(_NAMING)
    for column, named in _NAMING.items():
        if said.get(column) is None:
            continue
        text = said[column].strip()
        try:
            found[column] = references.names(named).find(text)
        except UnfollowedError:
            found[column] = text  # its table has faults, which reading the forum tells
        except CellError as error:
            raise NotFoundError(f"{OPTIONS[column]}: {error.problem} {error.instead}") from None
    return found


def misfit(error: ValidationError) -> RefusedError:
    """Return what is wrong with an entry that cannot be made, in terms of the command line."""
    first = error.errors()[0]
    problem, instead = plain(first)
    column = str(first["loc"][0])
    return RefusedError(f"{OPTIONS.get(column, column)}: {problem} {instead}")


def check_with(folder: Path, entries: Sequence[Entry], language: str, known_rules: Collection[str]) -> None:
    """Raise every fault a forum would have once these entries are added to its log, before one is."""
    source, table = source_of(folder), tables()[_LOG]
    old = source.tables.get(_LOG) or RawTable(f"{_LOG}.csv", tuple(column.name for column in table.columns), ())
    last = old.rows[-1].number if old.rows else old.heading_row
    rows = [RawRow(last + n, written_row(table, entry, language)) for n, entry in enumerate(entries, 1)]
    header = tuple(dict.fromkeys((*old.header, *(name for row in rows for name in row.cells))))
    new = replace(old, header=header, rows=(*old.rows, *rows))
    checked_of(replace(source, tables={**source.tables, _LOG: new}), known_rules)
