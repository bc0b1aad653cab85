"""Headings as organisers write them: which column each means, in any order, case and common wording.

A heading that means no column is kept as a note with its rows and reported; nothing is guessed from the cells.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from scheduler.errors import Fault
from scheduler.formats.cells import clean, shown
from scheduler.formats.columns import Table, settings_table, tables
from scheduler.formats.labels import COLUMN_LABELS, SHEET_LABELS
from scheduler.formats.limits import Limits
from scheduler.formats.raw import SETTINGS, Formula, RawRow, RawTable
from scheduler.formats.synonyms import COLUMN_SYNONYMS, LANGUAGES, TABLE_SYNONYMS
from scheduler.formats.unwanted import unwanted_columns
from scheduler.formats.wording import did_you_mean
from scheduler.formats.workbook.agenda_rows import AGENDA_TABLES

EXAMPLE = "example:"
"""How the first cell of a row begins that shows how to fill a table; such rows are not read."""

TITLE_ROWS = 20
"""Filled rows among which the headings are looked for."""

LONGEST = 100
"""Characters of the longest text that is looked at as a heading."""

Grid = Iterable[tuple[int, Sequence[str]]]
"""Rows of cells with their numbers, as a spreadsheet shows them."""

_UNIT = re.compile(
    r"[(\[](min|mins|minutes|minute|hh:mm|required|optional|yes/no|y/n|local time)[)\]]|\bin min\w*$|\(s\)"
)
_ASIDE = re.compile(r"(.+?)\s*\(([^()]*)\)")
_OTHER_UNITS = frozenset({"h", "hr", "hrs", "hour", "hours", "s", "sec", "secs", "second", "seconds", "days"})
_LANGUAGE = re.compile(r"(.+?)[\s.]*[(\[]([^()\[\]]+)[)\]]|(.+)\.([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)")


def sheet_label(table: str) -> str:
    """Return the title of a table's sheet in the organiser's words."""
    return SHEET_LABELS.get(table, table.replace("_", " ").capitalize())


def label(table: str, heading: str) -> str:
    """Return a heading in the organiser's words; one that is no column of the table is its own label."""
    columns = table_called(table)
    column = columns.column(heading)
    if column is None:
        return heading
    words = COLUMN_LABELS.get((table, column.name)) or COLUMN_LABELS.get(("", column.name))
    words = words or column.name.replace(".", ": ").replace("_", " ").capitalize()
    language = heading.removeprefix(column.name).removeprefix(".")
    return f"{words} ({language})" if language else words


@cache
def table_called(name: str) -> Table:
    """Return a table by its name, the settings among them."""
    return settings_table() if name == SETTINGS else {**tables(), **AGENDA_TABLES}[name]


def plain(text: str) -> str:
    """Return a heading without what is only dress: case, units in brackets, stars, blanks, hyphens, underscores."""
    text = _UNIT.sub(" ", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(re.findall(r"[^\W_]+|#", text))


@cache
def _tables_by_words() -> Mapping[str, str]:
    found = {}
    for name in (SETTINGS, *tables(), *AGENDA_TABLES):
        for words in (name, sheet_label(name), *TABLE_SYNONYMS.get(name, ())):
            found[plain(words)] = name
    return found


def table_named(text: str) -> str | None:
    """Return the table a sheet's or file's title means, or None."""
    return _tables_by_words().get(plain(text))


@cache
def _columns_by_words(table: str) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for column in table_called(table).columns:
        own = COLUMN_SYNONYMS.get((table, column.name), ())
        for words in (column.name, label(table, column.name), *own):
            found[plain(words)] = column.name
    for column in table_called(table).columns:
        for words in COLUMN_SYNONYMS.get(("", column.name), ()):
            found.setdefault(plain(words), column.name)
    return found


def _by_words(known: Mapping[str, str], text: str) -> str | None:
    """Return the column that words mean, in singular or plural, with an explanation in brackets or another word."""
    words = plain(text)
    for one in (words, f"{words}s", words.removesuffix("s")):
        if one in known:
            return known[one]
    aside = _ASIDE.fullmatch(text.strip())
    if aside and not _is_unit_or_language(aside[2]):
        return _by_words(known, aside[1])
    if "/" in text:
        meant = {_by_words(known, part) for part in text.split("/")}
        return meant.pop() if len(meant) == 1 else None
    return None


def _is_unit_or_language(text: str) -> bool:
    words = plain(text)
    return words in _OTHER_UNITS or words in LANGUAGES or re.fullmatch(r"[a-z]{2,3}( \w{2,8})?", words) is not None


def heading_named(table: str, text: str) -> str | None:
    """Return the column a heading means, with its language as ``title.fr``, or None."""
    if not text or len(text) > LONGEST:
        return None
    known = _columns_by_words(table)
    if column := _by_words(known, text):
        return column
    match = _LANGUAGE.fullmatch(text.strip())
    if match is None:
        return None
    words, tongue = (match[1], match[2]) if match[1] else (match[3], match[4])
    name = _by_words(known, words)
    column_ = table_called(table).column(name) if name else None
    if column_ is None or not column_.is_text:
        return None
    tongue = LANGUAGES.get(plain(tongue), tongue)
    return f"{name}.{_tag(tongue)}" if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tongue) else None


def _tag(tongue: str) -> str:
    """Return a language tag in its usual capitals, as zh-Hant or pt-BR."""
    language, *others = tongue.split("-")
    shapes = {4: str.capitalize, 2: str.upper}
    return "-".join([language.lower(), *(shapes.get(len(part), str.lower)(part) for part in others)])


def table_of(file: str, table: Table, grid: Grid, limits: Limits) -> tuple[RawTable, list[Fault]]:
    """Return the table that a grid of cells holds, and what is wrong with its form."""
    rows = [(number, _filled(cells)) for number, cells in grid]
    rows = [(number, cells) for number, cells in rows if cells]
    if not rows:
        advice = "Write the names of the columns in the first row."
        return RawTable(file, (), ()), [Fault(file, 1, None, "The table has no header.", advice)]
    if excess := list(_excess(file, rows, limits)):
        return RawTable(file, (), ()), excess
    place = _heading_row(table.name, rows)
    number, cells = rows[place]
    names = _without_second_names(table.name, [heading_named(table.name, cell) for cell in cells], cells)
    if faults := [*_twice(file, number, names, cells), *unwanted_columns(file, number, table.name, names, cells)]:
        return RawTable(file, (), ()), faults
    notes = _notes(rows[place + 1 :], names, cells)
    found = tuple(_row(number, cells, names, notes) for number, cells in rows[place + 1 :] if not _is_example(cells))
    headings = {name: cell for name, cell in zip(names, cells, strict=True) if name}
    header = tuple(headings)
    return RawTable(file, header, found, number, headings), _reported(file, table, number, notes.values())


def _filled(cells: Sequence[str]) -> list[str]:
    """Return the cells of a row up to the last that holds anything."""
    found = [cell if isinstance(cell, Formula) else clean(cell) for cell in cells]
    while found and not found[-1]:
        found.pop()
    return found


def _excess(file: str, rows: Sequence[tuple[int, Sequence[str]]], limits: Limits) -> Iterator[Fault]:
    """Yield the rows with more columns, or longer cells, than are read, and whether there are too many entries."""
    entries = sum(cell.count(";") + cell.count("\n") for _, cells in rows for cell in cells)
    if entries > limits.list_entries:
        problem = (
            f"Its cells have more than {limits.list_entries:,} semicolons and line ends, as between entries of lists."
        )
        yield Fault(file, None, None, problem, "Write shorter lists.")
    for number, cells in rows:
        if len(cells) > limits.columns:
            advice = "Remove the columns that are no part of the forum."
            yield Fault(file, number, None, f"It has more than {limits.columns} columns.", advice)
            return
        longest = max(map(len, cells))
        if longest > limits.cell_characters:
            problem = f"A cell has {longest:,} characters; {limits.cell_characters:,} are allowed."
            yield Fault(file, number, None, problem, "Shorten it.")


def _heading_row(table: str, rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """Return the row with the most headings of the table, the first of several, since titles may stand above it."""
    counts = [known_headings(table, cells) for _, cells in rows[:TITLE_ROWS]]
    return counts.index(max(counts))


def known_headings(table: str, cells: Sequence[str]) -> int:
    """Return how many columns of a table a row of cells names."""
    return len({name for cell in cells if (name := heading_named(table, cell))})


def _without_second_names(table: str, names: Sequence[str | None], cells: Sequence[str]) -> list[str | None]:
    """Return the columns that headings mean, where one that has its own heading is not meant by another word too."""
    own = {name for name, cell in zip(names, cells, strict=True) if name and _is_own(table, name, cell)}
    pairs = zip(names, cells, strict=True)
    return [name if name not in own or _is_own(table, str(name), cell) else None for name, cell in pairs]


def _is_own(table: str, name: str, cell: str) -> bool:
    return plain(cell) in (plain(name), plain(label(table, name)))


def _twice(file: str, number: int, names: Sequence[str | None], cells: Sequence[str]) -> list[Fault]:
    faults = []
    for name in sorted({name for name in names if name and names.count(name) > 1}):
        written = [cell for cell, own in zip(cells, names, strict=True) if own == name]
        same = "" if len(set(written)) == 1 else f" ({' and '.join(written)} mean the same)"
        faults.append(Fault(file, number, written[0], f"The column is there twice{same}.", "Keep one of the two."))
    return faults


def _notes(
    rows: Sequence[tuple[int, Sequence[str]]], names: Sequence[str | None], cells: Sequence[str]
) -> dict[int, str]:
    """Return the places of columns that are kept as notes, by what they are called there."""
    width = max((len(row) for _, row in rows), default=0)
    found: dict[int, str] = {}
    for place in range(max(width, len(cells))):
        heading = cells[place] if place < len(cells) else ""
        if place < len(names) and names[place]:
            continue
        if heading or any(place < len(row) and row[place] for _, row in rows):
            name = heading or f"Untitled {column_letter(place)}"
            found[place] = name if name not in found.values() else f"{name} (column {column_letter(place)})"
    return found


def column_letter(place: int) -> str:
    """Return the letters over a column of a spreadsheet, A for 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _row(number: int, cells: Sequence[str], names: Sequence[str | None], notes: Mapping[int, str]) -> RawRow:
    said = {name: cell for name, cell in zip(names, cells, strict=False) if name and cell}
    kept = tuple((notes[place], cell) for place, cell in enumerate(cells) if cell and place in notes)
    return RawRow(number, said, kept)


def _is_example(cells: Sequence[str]) -> bool:
    return next(cell for cell in cells if cell).casefold().startswith(EXAMPLE)


def _reported(file: str, table: Table, number: int, notes: Iterable[str]) -> list[Fault]:
    known = [*(label(table.name, column.name) for column in table.columns), *(column.name for column in table.columns)]
    faults = []
    for heading in notes:
        problem = f"The table has no column {shown(heading)}; it is kept as a note."
        near = did_you_mean(heading, known, "")
        advice = near if near.startswith("Did") else "No need to do anything."
        if meant := heading_named(table.name, heading):
            problem = f"{shown(heading)} may mean {label(table.name, meant)}, which is there; it is kept as a note."
            advice = "Remove one of the two if they say the same."
        faults.append(Fault(file, number, heading, problem, advice, is_warning=True))
    return faults


def settings_of_grid(file: str, grid: Grid) -> tuple[RawTable, list[Fault]]:
    """Return the settings that a sheet lists, one a row with its value beside it."""
    rows: list[RawRow] = []
    seen: dict[str, int] = {}
    headings: dict[str, str] = {}
    faults: list[Fault] = []
    for number, cells in grid:
        name, value = ([clean(cell) for cell in cells] + ["", ""])[:2]
        if not name or plain(name) in ("setting", "name", "what") or name.casefold().startswith(EXAMPLE):
            continue
        setting = heading_named(SETTINGS, name)
        if setting is None and not value:
            continue  # a title above the settings
        setting = setting or name
        if setting in seen:
            problem = f"It is set twice, first on row {seen[setting]}."
            faults.append(Fault(file, number, name, problem, "Keep one of the two."))
            continue
        seen[setting] = number
        headings[setting] = name
        rows.append(RawRow(number, {"setting": setting, "value": value}))
    return RawTable(file, ("setting", "value"), tuple(rows), headings=headings), faults
