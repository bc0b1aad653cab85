"""How the tables of a forum look as sheets: headings in the organiser's words, a note and a drop-down a column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from zoneinfo import available_timezones

from scheduler.formats.columns import Column, Table
from scheduler.formats.describe import what, where_blank
from scheduler.formats.headings import label, sheet_label
from scheduler.formats.reference_columns import targets_of
from scheduler.formats.workbook.examples import example_of
from scheduler.formats.workbook.sheets import Cell, Choices, SheetColumn, first_cells, listed, typed

YES_NO = ("yes", "no")

_UNITS: Mapping[str, str] = {"seconds": "seconds", "minutes": "minutes", "sittings": "minutes"}
"""Units by the last word of a column's name."""

_LIST = "Several are separated by semicolons."
_LANGUAGES = "Another language has a column of its own, as Title (fr)."


@dataclass(frozen=True, slots=True)
class Offers:
    """What drop-downs draw from: the ids of the sheets, by their number of rows and examples, and lists of words."""

    rows: Mapping[str, int]
    examples: Mapping[str, int] = field(default_factory=dict)
    rules: tuple[str, ...] = ()
    sheets: frozenset[str] | None = None
    """Tables that have a sheet; all where nothing is said."""

    def ids(self, table: str) -> str:
        """Return the formula of the range that holds the ids of a table, blank where it has no sheet."""
        if self.sheets is not None and table not in self.sheets:
            return ""
        return first_cells(sheet_label(table), self.examples.get(table, 0), self.rows.get(table, 0))

    @property
    def lists(self) -> tuple[tuple[str, ...], ...]:
        """The lists of words of the hidden sheet: time zones and rules."""
        return zones(), self.rules

    def words(self, column: Column) -> str:
        """Return the formula of the list of words that a column takes, blank where there is none."""
        name = column.name.rpartition(".")[2]
        place = {"timezone": 0, "rule": 1}.get(name)
        return listed(place, self.lists[place]) if place is not None and self.lists[place] else ""


@cache
def zones() -> tuple[str, ...]:
    """Return the names of time zones people live in, and UTC."""
    return ("UTC", *sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")))


def column_of(table: Table, name: str, offers: Offers) -> SheetColumn:
    """Return the column of a sheet for one heading of a table, or for a note that somebody keeps with its rows."""
    column = table.column(name)
    if column is None:
        return SheetColumn(name, note="A note of your own; it is kept and not used.")
    return SheetColumn(
        heading=label(table.name, name),
        kind=str if column.many else column.kind,
        note=note_of(table, column),
        choices=choices_of(table, column, offers),
        is_list=column.many,
        is_required=column.required,
    )


def choices_of(table: Table, column: Column, offers: Offers) -> Choices:
    """Return what a column offers to choose from."""
    targets = targets_of(table.name, column.name)
    if len(targets) == 1:
        return offers.ids(targets[0])
    words = tuple(str(member.value) for member in getattr(column.kind, "__members__", {}).values())
    return YES_NO if column.kind is bool else words or offers.words(column)


def note_of(table: Table, column: Column, languages: str = _LANGUAGES) -> str:
    """Return what a column means, what to write in it, what a blank cell means, and an example."""
    unit = _UNITS.get(column.name.rpartition("_")[2].rpartition(".")[2])
    asked = what(table, column, lambda name: f"sheet {sheet_label(name)}").removeprefix("list: ")
    asked += f" of {unit}" if unit and "number" in asked else ""
    told = column.description
    lines = [told if told.endswith(".") else f"{told}.", f"Write: {asked}{_bounds(table, column)}."]
    lines += [_LIST] if column.many else [languages] if column.is_text else []
    lines.append("It cannot be blank." if column.required else f"Where blank: {where_blank(column)}.")
    example = example_of(table.name, column.name)
    return "\n".join([*lines, f"Example: {example}"] if example else lines)


def _bounds(table: Table, column: Column) -> str:
    """Return the least and most a number can be, as its field says."""
    found = _limits(table.model)[column.name]
    least = found.get("minimum", found.get("exclusiveMinimum"))
    most = found.get("maximum")
    if most is not None:
        return f", {'more than' if 'exclusiveMinimum' in found else 'from'} {least:g} to {most:g}"
    return "" if least is None else f", {least:g} or more"


@cache
def _limits(model: Any) -> Mapping[str, Mapping[str, Any]]:
    schema = model.model_json_schema(by_alias=True)
    found: dict[str, dict[str, Any]] = {}

    def visit(properties: Mapping[str, Any], prefix: str) -> None:
        for name, shape in properties.items():
            for part in (shape, *shape.get("anyOf", ()), shape.get("items", {})):
                inner = schema.get("$defs", {}).get(part.get("$ref", "").rpartition("/")[2], {})
                visit(inner.get("properties", {}), f"{prefix}{name}.")
                found[prefix + name] = {**found.get(prefix + name, {}), **part}

    visit(schema["properties"], "")
    return found


def cells_of(columns: Sequence[SheetColumn], texts: Sequence[str]) -> tuple[Cell, ...]:
    """Return a row of texts as the cells a spreadsheet should hold."""
    return tuple(typed(text, column.kind) if text else "" for text, column in zip(texts, columns, strict=True))
