"""A forum in memory as the raw tables it would be written as, so that it is checked before anything is written."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from tempfile import TemporaryDirectory

from scheduler.domain.forum import Forum
from scheduler.errors import Fault, SchedulerError
from scheduler.formats.columns import tables
from scheduler.formats.folder import settings_of, write_forum
from scheduler.formats.raw import SETTINGS, RawRow, RawTable, Source
from scheduler.formats.reading import Checked, checked_of
from scheduler.formats.settings_yaml import read_settings, settings_text
from scheduler.formats.tables import write_rows
from scheduler.services.importing import ImportPlan, plan_import


def raw_tables(forum: Forum, only: Collection[str] | None = None) -> Source:
    """Return the tables of a forum as text, or some of them; the settings are called ``forum``."""
    found: dict[str, RawTable] = {}
    faults: list[Fault] = []
    if only is None or SETTINGS in only:
        found[SETTINGS], faults = read_settings(settings_text(settings_of(forum)))
    for name, table in tables().items():
        values = getattr(forum, name)
        if (only is None and not values) or (only is not None and name not in only):
            continue
        header, rows = write_rows(table, values, forum.languages[0])
        columns = {heading for heading in header if table.column(heading)}
        raw_rows = []
        for number, row in enumerate(rows, 2):
            said = {heading: cell for heading, cell in zip(header, row, strict=True) if cell}
            cells = {heading: cell for heading, cell in said.items() if heading in columns}
            notes = tuple((heading, cell) for heading, cell in said.items() if heading not in columns)
            raw_rows.append(RawRow(number, cells, notes))
        found[name] = RawTable(f"{name}.csv", tuple(columns), tuple(raw_rows))
    return Source(found, tuple(faults))


def changes_by(before: Forum, after: Forum, path: Path, known_rules: Collection[str]) -> ImportPlan:
    """Return what changes in a forum's folder or workbook, or raise every fault that the changed forum would have."""
    touched = {name for name in tables() if getattr(before, name) != getattr(after, name)}
    incoming = raw_tables(after, {SETTINGS, *touched})
    if path.is_dir():
        return plan_import(incoming, path, known_rules)
    with TemporaryDirectory() as folder:
        write_forum(before, Path(folder))
        return plan_import(incoming, Path(folder), known_rules)


def write_anew(forum: Forum, folder: Path, known_rules: Collection[str]) -> Checked:
    """Write a forum without a fault into a folder that is not there yet, or is empty."""
    checked = checked_of(raw_tables(forum), known_rules)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise SchedulerError(f"{folder} is there already; name a folder that is not, or one that is empty.")
    write_forum(checked.forum, folder)
    return checked
