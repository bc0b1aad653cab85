"""A forum as a folder: forum.yaml and one CSV table a concept."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.checks.every import check_draft
from scheduler.formats.columns import Column, settings_table, tables
from scheduler.formats.csv_folder import MAX_ROWS, files_of_a_forum, read_source, table_text
from scheduler.formats.files import MAX_BYTES
from scheduler.formats.raw import SETTINGS, Source
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.settings_yaml import settings_text
from scheduler.formats.swap import replace_files
from scheduler.formats.tables import read_draft, write_rows


def read_forum(
    path: Path, known_rules: Collection[str] | None = None, max_bytes: int = MAX_BYTES, max_rows: int = MAX_ROWS
) -> Forum:
    """Read a forum's folder, or raise every fault in it at once; rule names are checked where they are known."""
    return forum_of(read_source(Path(path), max_bytes, max_rows), known_rules)


def forum_of(source: Source, known_rules: Collection[str] | None = None) -> Forum:
    """Return the forum that raw tables describe, whatever they were read from, or raise every fault."""
    draft = read_draft(source)
    check_draft(draft, known_rules)
    if faults := [fault for fault in draft.faults if not fault.is_warning]:
        raise ForumFaults(in_order(faults))
    return draft.forum


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """Return faults file by file and row by row, each once."""
    files = {f"{name}.csv": place for place, name in enumerate(tables())}
    return sorted(dict.fromkeys(faults), key=lambda f: (files.get(f.file, -1), f.file, f.row or 0, f.column or ""))


def write_forum(forum: Forum, path: Path, only: Collection[str] | None = None) -> None:
    """Write a forum as a folder that reads back as the same forum, all of it or nothing; empty tables have no file.

    ``only`` names the tables that are written, the settings among them as ``forum``; the other files stay as they are.
    """
    texts: dict[str, str] = {}
    removed: set[str] = set()
    for name, table in tables().items():
        values = getattr(forum, name)
        if only is not None and name not in only:
            continue
        if values:
            texts[f"{name}.csv"] = table_text(*write_rows(table, values, forum.languages[0]))
        else:
            removed.add(f"{name}.csv")
    if only is None or SETTINGS in only:
        texts[SETTINGS_FILE] = settings_text(settings_of(forum))
    replace_files(Path(path), texts, removed, files_of_a_forum())


def settings_of(forum: Forum) -> Iterator[tuple[Column, Any]]:
    """Yield the settings that differ from their default, and those that have none."""
    for column in settings_table().columns:
        group = column.name.partition(".")[0]
        holder = forum if column.name == group else getattr(forum, group)
        value = getattr(holder, column.field)
        if column.required or value != column.default:
            yield column, value
