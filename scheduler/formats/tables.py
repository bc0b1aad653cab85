"""Raw tables become the values of ``scheduler.domain``, row by row, with every fault of every cell."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from scheduler.domain.base import Text, Value
from scheduler.domain.forum import Forum
from scheduler.errors import Fault
from scheduler.formats.cells import CellError, parse, parse_text, shown, written
from scheduler.formats.columns import NOTES, Column, Table, settings_table, tables, words
from scheduler.formats.dates import TwoDatesError
from scheduler.formats.draft import Draft, Row
from scheduler.formats.durations import minutes_meant
from scheduler.formats.headings import heading_named, label
from scheduler.formats.limits import STANDARD, Limits
from scheduler.formats.raw import SETTINGS, Formula, RawRow, RawTable, Source
from scheduler.formats.references import References
from scheduler.formats.wording import did_you_mean, plain, semicolons

_Problem = tuple[str, str, str]
"""Column, what is wrong, what to write instead."""

_STAND_INS: Mapping[str, Any] = {
    "uid": "unreadable",
    "title": Text({"en": "?"}),
    "timezone": "UTC",
    "days": (dt.date(1970, 1, 1),),
}


def read_draft(source: Source, limits: Limits = STANDARD) -> Draft:
    """Return what a source says, with the faults of its cells; a forum only if there are none.

    A table with more faults than are listed is not read further.
    """
    faults = list(source.faults)
    files = {name: source.called(name) for name in (SETTINGS, *tables())}
    settings, unknown = _read_settings(source, files[SETTINGS], faults)
    references = References(source)
    rows = {
        name: _read_table(table, source, files[name], settings, unknown, references, faults, limits.faults)
        for name, table in tables().items()
    }
    values = {name: tuple(row.value for row in found if row.value) for name, found in rows.items()}
    forum = Forum.model_validate({**_STAND_INS, **settings, **values})
    cut = {name for name, raw in source.tables.items() if name in rows and len(rows[name]) < len(raw.rows)}
    return Draft(files, _lines(source), rows, forum, references, frozenset(unknown), source.unread | cut, faults)


def _lines(source: Source) -> dict[str, int]:
    raw = source.tables.get(SETTINGS)
    return {row.cells["setting"]: row.number for row in (raw.rows if raw else ()) if row.cells}


def _read_settings(source: Source, file: str, faults: list[Fault]) -> tuple[dict[str, Any], set[str]]:
    """Return the settings that are understood and the names of those that are not."""
    table = settings_table()
    raw = source.tables.get(SETTINGS)
    if raw is None and SETTINGS not in source.unread:
        advice = "Write it; it names the forum, its days and its time zone."
        problem = f"There is no such {'sheet' if source.titles else 'file'}."
        faults.append(Fault(file, None, None, problem, advice))
    lines = _lines(source)
    found = {row.cells["setting"]: row.cells.get("value", "") for row in (raw.rows if raw else ()) if row.cells}
    for name in found:
        if table.column(name) is None:
            names = [c.name for c in table.columns]
            labels = [label(SETTINGS, c.name) for c in table.columns] if source.titles else ()
            advice = did_you_mean(name, names, "Remove it.", labels)
            faults.append(Fault(file, lines[name], name, "There is no such setting.", advice))
    language = found.get("languages", "").split(";")[0].strip() or "en"
    parsed, problems = read_cells(table, {name: text for name, text in found.items() if text}, language)
    value, more = validate(table, _nested(parsed), {name for name, _, _ in problems})
    for name, problem, instead in [*problems, *more]:
        if not (problem == _BLANK and (raw is None or SETTINGS in source.unread)):
            faults.append(Fault(file, lines.get(name), name, problem, instead))
    if value is not None:
        return dict(value), set()
    bad = {name.partition(".")[0] for name, _, _ in [*problems, *more]}
    if "languages" not in found and (raw is None or SETTINGS in source.unread):
        bad.add("languages")
    return {name: item for name, item in _nested(parsed).items() if name not in bad}, bad


def _nested(parsed: Mapping[str, Any]) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for name, value in parsed.items():
        group, _, field = name.partition(".")
        if field:
            data.setdefault(group, {})[field] = value
        else:
            data[name] = value
    return data


def _read_table(
    table: Table,
    source: Source,
    file: str,
    settings: Mapping[str, Any],
    unknown: set[str],
    references: References,
    faults: list[Fault],
    most_faults: int,
) -> tuple[Row, ...]:
    raw = source.tables.get(table.name)
    if raw is None or not raw.rows:
        if table.required and table.name not in source.unread:
            problem = "There is no such table." if raw is None else "The table has no rows."
            advice = f"Write at least one row; {_lower(table.model.__doc__)}"
            faults.append(Fault(file, None, None, problem, advice))
        return ()
    languages, days = settings.get("languages", ("en",)), settings.get("days", ())
    setting = f"{label(SETTINGS, 'languages') if source.titles else 'languages'} in {source.called(SETTINGS)}"
    faults += _header_faults(table, raw, languages if "languages" not in unknown else None, setting)
    absent = {c.name for c in table.columns if not any(table.column(name) is c for name in raw.header)}
    rows: list[Row] = []
    most_faults += len(faults)
    for raw_row in raw.rows:
        if len(faults) > most_faults:
            break
        known = {name: text for name, text in raw_row.cells.items() if table.column(name)}
        parsed, problems = read_cells(table, known, next(iter(languages), "en"), references, days)
        notes = {NOTES: raw_row.notes} if raw_row.notes else {}
        problems += _unreadable_notes(raw_row)
        value, more = validate(table, {**parsed, **notes}, {name for name, _, _ in problems})
        bad = {name.partition(".")[0] for name, _, _ in [*problems, *more]}
        for name, problem, instead in dict.fromkeys([*problems, *more]):
            if not (name in absent and problem == _BLANK):
                faults.append(Fault(file, raw_row.number, name, problem, instead))
        rows.append(Row(raw_row.number, {name: cell for name, cell in parsed.items() if name not in bad}, value))
    return tuple(rows)


def _unreadable_notes(row: RawRow) -> Iterator[_Problem]:
    for heading, text in row.notes:
        try:
            parse_text(heading)
            parse_text(text)
        except CellError as error:
            yield heading, error.problem, error.instead


def _lower(text: str | None) -> str:
    text = (text or "").strip().splitlines()[0]
    return text[:1].lower() + text[1:] if not text[1:2].isupper() else text


def _header_faults(table: Table, raw: RawTable, languages: Iterable[str] | None, settings: str) -> list[Fault]:
    faults = []
    for name in raw.header:
        language = name.partition(".")[2]
        if language and languages is not None and language not in languages:
            problem = f"'{language}' is not among the forum's languages."
            advice = did_you_mean(language, languages, "") + f" Or add it to {settings}."
            faults.append(Fault(raw.file, raw.heading_row, name, problem, advice))
    others = sorted({heading for row in raw.rows for heading, _ in row.notes})
    for column in table.columns:
        if column.required and not any(table.column(name) is column for name in raw.header):
            heading = label(table.name, column.name)
            advice = did_you_mean(heading, others, did_you_mean(column.name, others, f"Add it: {_asked(column)}."))
            faults.append(Fault(raw.file, raw.heading_row, column.name, "The column is missing.", advice))
    return faults


def read_cells(
    table: Table,
    cells: Mapping[str, str],
    language: str,
    references: References | None = None,
    days: Collection[dt.date] = (),
) -> tuple[dict[str, Any], list[_Problem]]:
    """Return what the cells of one row say by column, and what could not be understood."""
    parsed: dict[str, Any] = {}
    problems: list[_Problem] = []
    for name, text in cells.items():
        column = table.column(name)
        if column is None:
            continue
        if isinstance(text, Formula):
            problems.append((name, f"It holds a formula or its error, {shown(text)}.", _VALUE_ONLY))
            continue
        entries = [part.strip() for part in BETWEEN_ENTRIES.split(text)] if column.many else [text]
        values = []
        for entry in filter(None, entries):
            try:
                named = references.resolve(table.name, column.name, entry) if references else entry
                values.append(parse(str if column.is_text else column.kind, named))
            except CellError as error:
                problems.append((name, error.problem, _advice(column, entry, error, days)))
        if column.is_text and values:
            texts = parsed.setdefault(column.name, {})
            tongue = name.partition(".")[2] or language
            if tongue in texts:
                advice = f"{column.name} is that language already."
                problems.append((name, f"The text in '{tongue}' is given twice.", advice))
            texts[tongue] = values[0]
        elif column.many:
            parsed[column.name] = tuple(values)
        elif values:
            parsed[column.name] = values[0]
    return parsed, problems


BETWEEN_ENTRIES = re.compile("[;；؛\n]")
"""What may stand between the entries of a list."""

_BLANK = "It is blank."
_VALUE_ONLY = "Write the value itself; a spreadsheet's Paste Special, Values, does it for a whole column."


def _advice(column: Column, entry: str, error: CellError, days: Collection[dt.date]) -> str:
    if isinstance(error, TwoDatesError) and column.kind is not dt.datetime:
        return error.offered(days)
    return _divided(column, entry) or minutes_meant(column, entry) or error.instead


def _divided(column: Column, entry: Any) -> str | None:
    """Return advice where commas stand between the entries of a list, each of which could be understood."""
    if not column.many or not isinstance(entry, str) or "," not in entry:
        return None
    parts = [part.strip() for part in entry.split(",")]
    try:
        for part in parts:
            parse(column.kind, part)
    except CellError:
        return None
    return semicolons(parts)


def validate(table: Table, parsed: Mapping[str, Any], bad: set[str]) -> tuple[Value | None, list[_Problem]]:
    """Return the value of one row, or what its fields object to; columns already ``bad`` are passed over."""
    try:
        value = table.model.model_validate(dict(parsed))
    except ValidationError as error:
        return None, [problem for detail in error.errors() for problem in _explained(table, detail, bad)]
    return (None if bad else value), []


def _explained(table: Table, detail: Any, bad: set[str]) -> Iterable[_Problem]:
    location = [step for step in detail["loc"] if isinstance(step, str) and step != "[key]"]
    name = ".".join(location)
    column = table.column(name) or table.column(location[0] if location else "")
    if name in bad or (column and column.name in bad):
        return
    if detail["type"] == "missing":
        yield name, _BLANK, f"Write it: {_asked(column)}." if column else "Write it."
    else:
        problem, instead = plain(detail)
        yield name, problem, (column and _divided(column, detail["input"])) or instead


def _asked(column: Column) -> str:
    if words(column.kind):
        return f"one of {', '.join(words(column.kind))}"
    return _lower(column.description).rstrip(".") or f"its {column.name.replace('_', ' ')}"


def write_rows(table: Table, values: Iterable[Value], language: str) -> tuple[list[str], list[list[str]]]:
    """Return header and rows of a table; a column stays away where every row has its default."""
    rows = [written_row(table, value, language) for value in values]
    used = {name for row in rows for name in row}
    header = [
        name
        for column in table.columns
        for name in sorted((n for n in used if table.column(n) is column), key=lambda n: (n != column.name, n))
    ]
    notes = [name for name in dict.fromkeys(name for row in rows for name in row) if name not in header]
    meant = [heading_named(table.name, name) for name in notes]  # a column that is there keeps a note from being it
    header += [*(name for name in dict.fromkeys(meant) if name and name not in header), *notes]
    return header, [[row.get(name, "") for name in header] for row in rows]


def written_row(table: Table, value: Value, language: str) -> dict[str, str]:
    """Return the cells of one row by heading, those with their default left out."""
    row: dict[str, str] = {}
    for column in table.columns:
        item = getattr(value, column.field)
        if item == column.default and not column.required:
            continue
        if isinstance(item, Text):
            for tongue, text in item.root.items():
                row[column.name if tongue == language else f"{column.name}.{tongue}"] = written(text)
        else:
            row[column.name] = "; ".join(map(written, item)) if column.many else written(item)
    return row | {heading: written(text) for heading, text in getattr(value, NOTES, ())}
