"""Tables of public facts, with source and confidence, and of made-up words that sample forums are drawn from."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from scheduler.domain.base import Text

Row = dict[str, str]


@cache
def rows(table: str) -> tuple[Row, ...]:
    """Return the rows of one table of this package."""
    content = (files("scheduler.services.sampling") / "data" / f"{table}.csv").read_text(encoding="utf-8")
    return tuple(csv.DictReader(content.splitlines()))


def text(row: Row, column: str) -> Text:
    """Return a text in every language the row has it in."""
    found = {"en": row[column]}
    for header, cell in row.items():
        name, dot, language = header.partition(".")
        if name == column and dot and cell:
            found[language] = cell
    return Text(found)


def items(cell: str) -> tuple[str, ...]:
    """Return the items of a cell that holds a list."""
    return tuple(item for item in cell.split(";") if item)


def numbers(cell: str) -> tuple[int, ...]:
    """Return the numbers of a cell that holds a list of them."""
    return tuple(int(item) for item in items(cell))
