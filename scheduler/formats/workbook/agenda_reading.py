"""The sheets of an agenda, read back: what they say row by row, what is wrong with it, and what they pin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from scheduler.domain.base import Value
from scheduler.errors import Fault
from scheduler.formats.cell_errors import CellError
from scheduler.formats.dates import parse_time
from scheduler.formats.raw import RawRow, RawTable
from scheduler.formats.tables import read_cells, validate
from scheduler.formats.wording import did_you_mean
from scheduler.formats.workbook.agenda_rows import (
    AGENDA_TABLES,
    ELSEWHERE,
    LISTS,
    NO,
    PLACEMENTS,
    YES,
    PlacementRow,
    TurnRow,
)

R = TypeVar("R", bound=Value)

Key = tuple[str, ...]
Said = tuple[int, dict[str, str]]
"""Row number in the agenda's sheet, and cells of another table that it sets."""

_NAMES = {"session": "sessions", "period": "periods", "room": "rooms", "request": "requests"}
"""Columns that name a row of another table."""


@dataclass(frozen=True, slots=True)
class AgendaSheets:
    """What the sheets of an agenda say, row number by row number."""

    placements: Mapping[int, PlacementRow] = field(default_factory=dict)
    turns: Mapping[int, TurnRow] = field(default_factory=dict)

    def orders(self) -> dict[str, tuple[int, ...]]:
        """Return the rows of each session's list in the order its places give, equal places as they come."""
        found: dict[str, list[int]] = {}
        for number, turn in sorted(self.turns.items(), key=lambda item: (item[1].place, item[0])):
            found.setdefault(turn.session, []).append(number)
        return {session: tuple(numbers) for session, numbers in found.items()}


def read_sheets(agenda: Mapping[str, RawTable], tables: Mapping[str, RawTable]) -> tuple[AgendaSheets, list[Fault]]:
    """Return the rows of an agenda's sheets that are understood, and every fault of the others."""
    faults: list[Fault] = []
    placements = _rows(agenda.get(PLACEMENTS), PLACEMENTS, PlacementRow, tables, faults)
    turns = _rows(agenda.get(LISTS), LISTS, TurnRow, tables, faults)
    if placements:
        named = {n: (f"{row.session} {row.sitting}", "This sitting") for n, row in placements.items()}
        faults += _twice(agenda[PLACEMENTS], "session", named)
    if turns:
        faults += _twice(agenda[LISTS], "request", {n: (t.request, "This request") for n, t in turns.items()})
        faults += _strayed(agenda[LISTS], turns, tables)
    return AgendaSheets(placements, turns), faults


def _rows(
    raw: RawTable | None, name: str, model: type[R], tables: Mapping[str, RawTable], faults: list[Fault]
) -> dict[int, R]:
    table, found = AGENDA_TABLES[name], {}
    for row in raw.rows if raw else ():
        parsed, problems = read_cells(table, row.cells, "en")
        value, more = validate(table, parsed, {column for column, _, _ in problems})
        told = [*problems, *more, *_unpinnable(parsed)]
        bad = {column for column, _, _ in told}
        told += _misnamed({column: name for column, name in parsed.items() if column not in bad}, tables)
        faults += [fault_at(raw, row.number, *problem) for problem in dict.fromkeys(told)]
        if isinstance(value, model) and not told:
            found[row.number] = value
    return found


def fault_at(raw: RawTable | None, row: int, column: str, problem: str, instead: str) -> Fault:
    """Return the fault of a cell, under the heading that was written."""
    file, headings = (raw.file, raw.headings) if raw else ("", {})
    return Fault(file, row, headings.get(column, column), problem, instead)


def _misnamed(parsed: Mapping[str, Any], tables: Mapping[str, RawTable]) -> Iterator[tuple[str, str, str]]:
    for column, target in _NAMES.items():
        name, table = parsed.get(column), tables.get(target)
        if name and table and name not in (known := [row.cells.get("id", "") for row in table.rows]):
            advice = did_you_mean(name, known, f"Write an id of sheet {table.file}.")
            yield column, f"Sheet {table.file} has no '{name}'.", advice


def _unpinnable(parsed: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    pinned = parsed.get("pinned", NO)
    if pinned not in (YES, NO, ELSEWHERE):
        yield "pinned", f"'{pinned}' is not one of the words for this column.", f"Write {YES}, {NO} or {ELSEWHERE}."
    elif pinned == YES and "start" in parsed:
        try:
            parse_time(parsed["start"])
        except CellError as error:
            yield "start", error.problem, error.instead


def _twice(raw: RawTable, column: str, named: Mapping[int, tuple[str, str]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, (key, noun) in named.items():
        first = seen.setdefault(key, number)
        if first != number:
            problem, advice = f"{noun} is there a second time.", f"Keep one; the first is row {first}."
            yield fault_at(raw, number, column, problem, advice)


def _strayed(raw: RawTable, turns: Mapping[int, TurnRow], tables: Mapping[str, RawTable]) -> Iterator[Fault]:
    requests = tables.get("requests")
    sessions = {row.cells.get("id"): row.cells.get("session") for row in (requests.rows if requests else ())}
    for number, turn in turns.items():
        asked = sessions.get(turn.request)
        if asked is not None and asked.casefold() != turn.session.casefold():
            problem = f"Request {turn.request} is for another session, {asked}."
            yield fault_at(raw, number, "session", problem, f"Write {asked}, or change the request.")


def pinned_tables(
    sheets: AgendaSheets, agenda: Mapping[str, RawTable], tables: Mapping[str, RawTable]
) -> tuple[dict[str, RawTable], list[Fault]]:
    """Return the tables with the pins that an agenda's sheets set, and where two sheets contradict each other."""
    faults: list[Fault] = []
    found = dict(tables)
    pins: dict[Key, Said] = {
        (row.session, str(row.sitting)): (number, _pin_cells(row))
        for number, row in sheets.placements.items()
        if row.pinned == YES
    }
    if pins:
        held = found.get("pins", RawTable("Pins", (), ()))
        found["pins"] = _merged(held, pins, agenda[PLACEMENTS], faults)
    places: dict[Key, Said] = {}
    for numbers in sheets.orders().values():
        for place, number in enumerate(numbers, 1):
            turn = sheets.turns[number]
            if turn.pinned == YES:
                places[(turn.request,)] = number, {"id": turn.request, "place": str(place)}
    if places and "requests" in found:
        found["requests"] = _merged(found["requests"], places, agenda[LISTS], faults)
    return found, faults


def _pin_cells(row: PlacementRow) -> dict[str, str]:
    cells = {"session": row.session, "sitting": str(row.sitting), "period": row.period, "room": row.room}
    return cells | {"start": row.start}


def _merged(raw: RawTable, said: Mapping[Key, Said], sheet: RawTable, faults: list[Fault]) -> RawTable:
    """Return a table with cells that another sheet says added to the rows they are about, new rows at the end."""
    left = dict(said)
    rows: list[RawRow] = []
    for row in raw.rows:
        keys = ((row.cells.get("session", ""), row.cells.get("sitting", "1")), (row.cells.get("id", ""),))
        number, cells = next((left.pop(key) for key in keys if key in left), (0, {}))
        faults += _contradictions(raw.file, row, sheet, number, cells)
        rows.append(replace(row, cells={**row.cells, **cells}))
    rows += [RawRow(number, cells) for number, cells in left.values()]
    header = [*raw.header, *dict.fromkeys(name for _, cells in said.values() for name in cells)]
    return replace(raw, header=tuple(dict.fromkeys(header)), rows=tuple(rows))


def _contradictions(
    held_in: str, row: RawRow, sheet: RawTable, number: int, cells: Mapping[str, str]
) -> Iterable[Fault]:
    for column, text in cells.items():
        held = row.cells.get(column)
        if held is not None and held != text and not (column == "start" and held == f"{text}:00"):
            problem = f"It is pinned to {text} here, but sheet {held_in}, row {row.number} says {held}."
            yield fault_at(sheet, number, "pinned", problem, f"Make the two the same, or write {NO} here.")
