"""The sheets of an agenda, read back: what they say row by row, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from scheduler.domain.base import Value
from scheduler.errors import Fault
from scheduler.formats.cell_errors import CellError, shown
from scheduler.formats.cells import parse_bool
from scheduler.formats.dates import parse_time
from scheduler.formats.raw import RawTable, Source
from scheduler.formats.references import References
from scheduler.formats.tables import read_cells, validate
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
_Problem = tuple[str, str, str]

_NAMES = {"session": "sessions", "period": "periods", "room": "rooms", "request": "requests"}
"""Columns that name a row of another table; a proposal that was chosen is a session too."""


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


def read_sheets(source: Source) -> tuple[AgendaSheets, list[Fault]]:
    """Return the rows of an agenda's sheets that are understood, and every fault of the others."""
    faults: list[Fault] = []
    references = References(source)
    placements = _rows(source, PLACEMENTS, PlacementRow, references, faults)
    turns = _rows(source, LISTS, TurnRow, references, faults)
    if placements:
        named = {n: (f"{row.session} {row.sitting}", "This sitting") for n, row in placements.items()}
        faults += _twice(source.agenda[PLACEMENTS], "session", named)
    if turns:
        asked = {n: (turn.request, "This request") for n, turn in turns.items()}
        faults += _twice(source.agenda[LISTS], "request", asked)
        faults += _unclear_orders(source.agenda[LISTS], turns)
    return AgendaSheets(placements, turns), faults


def id_of(references: References, column: str, text: str) -> str:
    """Return the id of the row that a cell names, or the text where it names none."""
    try:
        return references.names(_targets(references, column)).find(text) if column in _NAMES else text
    except CellError:
        return text


def _targets(references: References, column: str) -> tuple[str, ...]:
    also = ("proposals",) if column == "session" and "proposals" in references.source.tables else ()
    return (_NAMES[column], *also)


def fault_at(raw: RawTable, row: int, column: str, problem: str, instead: str) -> Fault:
    """Return the fault of a cell, under the heading that was written."""
    return Fault(raw.file, row, raw.headings.get(column, column), problem, instead)


def _rows(source: Source, name: str, model: type[R], references: References, faults: list[Fault]) -> dict[int, R]:
    raw, table = source.agenda.get(name), AGENDA_TABLES[name]
    found: dict[int, R] = {}
    for row in raw.rows if raw else ():
        parsed, problems = read_cells(table, row.cells, "en")
        problems += [*_misnamed(parsed, references), *_unpinnable(parsed)]
        value, more = validate(table, parsed, {column for column, _, _ in problems})
        told = list(dict.fromkeys([*problems, *more]))
        faults += [fault_at(raw, row.number, *problem) for problem in told if raw]
        if isinstance(value, model) and not told:
            found[row.number] = value
    return found


def _misnamed(parsed: dict[str, Any], references: References) -> Iterator[_Problem]:
    """Put ids where other names stand, and yield what is wrong with names that no row has."""
    for column in _NAMES:
        if column in parsed:
            try:
                parsed[column] = references.names(_targets(references, column)).find(parsed[column])
            except CellError as error:
                if error.problem:
                    yield column, error.problem, error.instead


def _unpinnable(parsed: dict[str, Any]) -> Iterator[_Problem]:
    """Put yes or no where other words for them stand, and yield what cannot be pinned."""
    pinned = parsed.get("pinned", NO)
    if pinned.casefold() != ELSEWHERE:
        try:
            parsed["pinned"] = YES if parse_bool(pinned) else NO
        except CellError:
            yield (
                "pinned",
                f"{shown(pinned)} is not one of the words for this column.",
                f"Write {YES}, {NO} or {ELSEWHERE}.",
            )
    if parsed.get("pinned") == YES and "start" in parsed:
        try:
            parsed["start"] = parse_time(parsed["start"]).isoformat("minutes")
        except CellError as error:
            yield "start", error.problem, error.instead


def _twice(raw: RawTable, column: str, named: Mapping[int, tuple[str, str]]) -> Iterator[Fault]:
    seen: dict[str, int] = {}
    for number, (key, noun) in named.items():
        first = seen.setdefault(key, number)
        if first != number:
            problem, advice = f"{noun} is there a second time.", f"Keep one; the first is row {first}."
            yield fault_at(raw, number, column, problem, advice)


def _unclear_orders(raw: RawTable, turns: Mapping[int, TurnRow]) -> Iterator[Fault]:
    """Warn of two turns of one place, and of rows that were moved while their places were left; places count."""
    lists: dict[str, list[tuple[int, float]]] = {}
    for number, turn in sorted(turns.items()):
        lists.setdefault(turn.session, []).append((number, turn.place))
    for session, rows in lists.items():
        first: dict[float, int] = {}
        for number, place in rows:
            if first.setdefault(place, number) != number:
                problem = f"Row {first[place]} has this place too, and speaks first since it stands above."
                yield _warning(raw, number, problem, "To move one up write a place between two others, as 2.5.")
        places = [place for _, place in rows]
        if places != sorted(places) and sorted(places) == list(range(1, len(rows) + 1)):
            problem = f"The rows of {session} stand in another order than their places, which count."
            yield _warning(raw, rows[0][0], problem, "To move speakers change their places, not their rows.")


def _warning(raw: RawTable, number: int, problem: str, instead: str) -> Fault:
    return replace(fault_at(raw, number, "place", problem, instead), is_warning=True)
