"""Raw tables: what a folder of CSV files and a workbook have in common before a cell is understood."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from scheduler.errors import Fault

SETTINGS = "forum"
"""Name of the table of forum-wide settings, whose columns are ``setting`` and ``value``."""


class Formula(str):
    """A cell that holds a formula or an error of one: a fault where a value is due."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it was written: its number in the file and its cells by column, blank ones left out."""

    number: int
    cells: Mapping[str, str]
    notes: tuple[tuple[str, str], ...] = ()
    """Heading and text of the cells that are under no column of the table."""


@dataclass(frozen=True, slots=True)
class RawTable:
    """One table as it was written."""

    file: str
    header: tuple[str, ...]
    rows: tuple[RawRow, ...]
    heading_row: int = 1
    headings: Mapping[str, str] = field(default_factory=dict)
    """Each column's heading as it was written."""


@dataclass(frozen=True, slots=True)
class Source:
    """Everything a reader found: tables by name, the settings among them, and what it could not read."""

    tables: Mapping[str, RawTable]
    faults: tuple[Fault, ...] = ()
    unread: frozenset[str] = field(default_factory=frozenset)
    """Tables that are there but could not be read; a reference to one is no second fault."""
    agenda: Mapping[str, RawTable] = field(default_factory=dict)
    """Sheets of an agenda that an organiser edits, by name."""
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles that the sheets of a workbook would have, by table; none for a folder."""

    def called(self, table: str) -> str:
        """Return the name of the file or sheet that holds a table, or would if there were one."""
        raw = self.tables.get(table)
        file = "forum.yaml" if table == SETTINGS else f"{table}.csv"
        return raw.file if raw else self.titles.get(table, file)

    def spoken(self, table: str) -> str:
        """Return what a message calls the file or sheet that holds a table."""
        return f"sheet {self.called(table)}" if self.titles else self.called(table)
