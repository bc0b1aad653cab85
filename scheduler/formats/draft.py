"""A forum while it is read: what of it is understood so far, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum, Level
from scheduler.errors import Fault
from scheduler.formats.headings import label
from scheduler.formats.raw import SETTINGS
from scheduler.formats.references import References


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the cells that are understood, by column, and its value if all are."""

    number: int
    cells: Mapping[str, Any]
    value: Value | None


@dataclass(slots=True)
class Draft:
    """The rows of every table, the faults found in them, and a forum of the rows that are whole."""

    files: Mapping[str, str]
    lines: Mapping[str, int]
    """Where each setting stands in its file."""
    rows: Mapping[str, tuple[Row, ...]]
    forum: Forum
    references: References
    unknown: frozenset[str]
    """Settings that could not be read; the forum carries stand-ins for them."""
    unread: frozenset[str]
    """Tables that could not be read in full."""
    faults: list[Fault] = field(default_factory=list)
    _named: dict[tuple[str, str], set[Any]] = field(default_factory=dict)
    _written: dict[str, dict[int, Mapping[str, str]]] = field(default_factory=dict)

    def fault(self, table: str, row: int | None, column: str | None, problem: str, instead: str) -> None:
        """Note one fault."""
        self.faults.append(Fault(self.files[table], self._row(table, row, column), column, problem, instead))

    def warn(self, table: str, row: int | None, column: str | None, problem: str, instead: str) -> None:
        """Note what may be meant as it is, and may be a slip."""
        row = self._row(table, row, column)
        self.faults.append(Fault(self.files[table], row, column, problem, instead, is_warning=True))

    def _row(self, table: str, row: int | None, column: str | None) -> int | None:
        """Return the row, or the line of a setting."""
        if table != SETTINGS or column is None:
            return row
        return self.lines.get(column, self.lines.get(column.partition(".")[0]))

    def spoken(self, table: str) -> str:
        """Return what a message calls the file or sheet of a table."""
        return self.references.source.spoken(table)

    def heading(self, table: str, column: str) -> str:
        """Return what a column is called in the file, or would be if it were there."""
        source = self.references.source
        raw = source.tables.get(table)
        usual = label(table, column) if source.titles else column
        return raw.headings.get(column, usual) if raw else usual

    def cells(self, table: str, column: str) -> Iterator[tuple[Row, Any]]:
        """Yield the rows that have this cell with what it says, entry by entry where it is a list."""
        for row in self.rows[table]:
            value = row.cells.get(column)
            for item in value if isinstance(value, tuple) else (value,):
                if item is not None:
                    yield row, item

    def values(self, table: str) -> Iterator[tuple[int, Any]]:
        """Yield row number and value of the rows that are whole."""
        for row in self.rows[table]:
            if row.value is not None:
                yield row.number, row.value

    def named(self, table: str, column: str = "id") -> set[Any]:
        """Return the names a table gives, faulty rows included."""
        if (table, column) not in self._named:
            self._named[table, column] = {value for _, value in self.cells(table, column)}
        return self._named[table, column]

    def missed(self, table: str, row: Row, column: str) -> bool:
        """Say whether a row has a cell in this column that could not be understood."""
        if table not in self._written:
            raw = self.references.source.tables[table]
            self._written[table] = {raw_row.number: raw_row.cells for raw_row in raw.rows}
        return column in self._written[table][row.number] and column not in row.cells

    def blocks(self, *rules: str) -> bool:
        """Say whether each of these rules blocks in this forum; where one only warns, what breaks it is no fault."""
        relaxed = {stated.rule for stated in self.forum.rules if stated.level not in (None, Level.BLOCK)}
        return relaxed.isdisjoint(rules)

    def is_whole(self, *names: str) -> bool:
        """Say whether every row of these tables is understood, so that what is missing in them is missing."""
        return all(name not in self.unread and all(row.value for row in self.rows[name]) for name in names)

    def knows(self, *settings: str) -> bool:
        """Say whether these settings could be read."""
        return self.unknown.isdisjoint(settings)
