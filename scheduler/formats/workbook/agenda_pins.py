"""What the sheets of an agenda pin becomes cells of the tables of pins and requests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from scheduler.errors import Fault
from scheduler.formats.cell_errors import CellError
from scheduler.formats.dates import parse_time
from scheduler.formats.headings import sheet_label
from scheduler.formats.raw import RawRow, RawTable, Source
from scheduler.formats.references import References
from scheduler.formats.workbook.agenda_reading import AgendaSheets, fault_at, id_of
from scheduler.formats.workbook.agenda_rows import LISTS, NO, PLACEMENTS, YES

Key = tuple[str, ...]
Said = tuple[int, dict[str, str]]
"""Row number in the agenda's sheet, and cells of another table that it sets."""

_PINNED = ("session", "sitting", "period", "room", "start")


def pinned_source(source: Source, sheets: AgendaSheets) -> tuple[Source, list[Fault]]:
    """Return a source with the pins that its agenda's sheets set, and where two sheets contradict each other."""
    faults: list[Fault] = []
    tables = dict(source.tables)
    references = References(source)
    pins: dict[Key, Said] = {
        (row.session, str(row.sitting)): (number, {name: str(getattr(row, name)) for name in _PINNED})
        for number, row in sheets.placements.items()
        if row.pinned == YES
    }
    if pins:
        held = tables.get("pins", RawTable(sheet_label("pins"), (), ()))
        tables["pins"] = _merged(held, pins, _pin_key, references, source.agenda[PLACEMENTS], faults)
    places: dict[Key, Said] = {}
    for numbers in sheets.orders().values():
        for place, number in enumerate(numbers, 1):
            turn = sheets.turns[number]
            if turn.pinned == YES:
                places[(turn.request,)] = number, {"place": str(place)}
    if places and "requests" in tables:
        tables["requests"] = _merged(tables["requests"], places, _request_key, references, source.agenda[LISTS], faults)
    return replace(source, tables=tables), faults


def _pin_key(row: RawRow, references: References) -> Key:
    return id_of(references, "session", row.cells.get("session", "")), row.cells.get("sitting", "1")


def _request_key(row: RawRow, references: References) -> Key:
    return (row.cells.get("id", ""),)


def _merged(
    raw: RawTable,
    said: Mapping[Key, Said],
    key_of: Callable[[RawRow, References], Key],
    references: References,
    sheet: RawTable,
    faults: list[Fault],
) -> RawTable:
    """Return a table with cells that another sheet says added to the rows they are about, new rows at the end."""
    left = dict(said)
    rows: list[RawRow] = []
    for row in raw.rows:
        number, cells = left.pop(key_of(row, references), (0, {}))
        for column, text in cells.items():
            faults += _contradictions(raw, row, column, text, references, sheet, number)
        rows.append(replace(row, cells={**row.cells, **cells}))
    rows += [RawRow(number, cells) for number, cells in left.values()]
    header = [*raw.header, *dict.fromkeys(name for _, cells in said.values() for name in cells)]
    return replace(raw, header=tuple(dict.fromkeys(header)), rows=tuple(rows))


def _contradictions(
    raw: RawTable, row: RawRow, column: str, text: str, references: References, sheet: RawTable, number: int
) -> Iterator[Fault]:
    held = row.cells.get(column)
    if held is not None and _meaning(column, held, references) != text:
        problem = f"It is pinned to {text} here, but sheet {raw.file}, row {row.number} says {held}."
        yield fault_at(sheet, number, "pinned", problem, f"Make the two the same, or write {NO} here.")


def _meaning(column: str, text: str, references: References) -> str:
    if column != "start":
        return id_of(references, column, text)
    try:
        return parse_time(text).isoformat("minutes")
    except CellError:
        return text
