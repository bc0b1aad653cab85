"""The reference of forum files, made from the models that read them, so that it cannot grow stale."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum

from scheduler.domain.base import Hours, Text, Window
from scheduler.formats.cells import written
from scheduler.formats.columns import Column, Table, settings_table, tables, words
from scheduler.formats.reference_columns import REFERENCES

_KINDS: dict[type, str] = {
    str: "text",
    bool: "yes or no",
    int: "whole number",
    float: "number",
    dt.date: "date",
    dt.time: "time",
    dt.datetime: "date and time",
    Window: "window",
    Hours: "hours",
    Text: "text, in several languages",
}


def describe_tables() -> str:
    """Return a Markdown section for forum.yaml and for each table, with every column."""
    sections = [_section("forum.yaml", "Forum-wide settings", settings_table())]
    sections += [_section(f"{name}.csv", _title(table), table) for name, table in tables().items()]
    return "\n".join(sections)


def _title(table: Table) -> str:
    told = (table.model.__doc__ or "").strip().splitlines()[0].rstrip(".")
    return f"{told}{'; required' if table.required else ''}"


def _section(file: str, told: str, table: Table) -> str:
    noun = "Setting" if table.name == "forum" else "Column"
    lines = [
        f"### {file}",
        "",
        f"{told}.",
        "",
        f"| {noun} | What to write | Where blank | What it says |",
        "|---|---|---|---|",
    ]
    lines += [f"| {' | '.join(_cells(table, column))} |" for column in table.columns]
    return "\n".join(lines) + "\n"


def _cells(table: Table, column: Column) -> Iterator[str]:
    yield f"`{column.name}`"
    yield what(table, column)
    yield where_blank(column)
    yield column.description


def what(table: Table, column: Column, named: Callable[[str], str] = "{}.csv".format) -> str:
    """Return what to write in a column; ``named`` says how a table is called where it is read."""
    targets = next((t for name, header, t in REFERENCES if (name, header) == (table.name, column.name)), None)
    if targets:
        kind = f"name from {' or '.join(map(named, targets))}"
    elif words(column.kind):
        kind = " / ".join(words(column.kind))
    else:
        kind = _KINDS[column.kind]
    return f"list: {kind}" if column.many else kind


def where_blank(column: Column) -> str:
    """Return what a blank cell means."""
    value = column.default
    if column.required:
        return "required"
    if value is None or value == ():
        return "nothing"
    if isinstance(value, tuple):
        return "; ".join(map(written, value))
    return str(value.value) if isinstance(value, Enum) else written(value)
