"""A forum as a folder: forum.yaml and one CSV table a concept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.formats.columns import Column, settings_table, tables
from scheduler.formats.csv_folder import files_in, files_of_a_forum, table_in, table_text
from scheduler.formats.raw import SETTINGS
from scheduler.formats.settings_yaml import FILE as SETTINGS_FILE
from scheduler.formats.settings_yaml import settings_text
from scheduler.formats.swap import replace_files
from scheduler.formats.tables import write_rows


def write_forum(forum: Forum, path: Path, only: Collection[str] | None = None) -> None:
    """Write a forum as a folder that reads back as the same forum, all of it or nothing; empty tables have no file.

    ``only`` names the tables that are written, the settings among them as ``forum``; the other files stay as they are.
    """
    path = Path(path)
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
    others = _other_names(path) if path.is_dir() else set()
    removed |= {name for name in others if only is None or table_in(name) in only}
    replace_files(path, texts, removed, files_of_a_forum() | others)


def _other_names(folder: Path) -> set[str]:
    """Return the files that hold a table under another name than its own, where none of its own name does."""
    names = {file.name: table_in(file.name) for file in files_in(folder)}
    held = {name for file, name in names.items() if file in files_of_a_forum()}
    return {file for file, name in names.items() if name not in held}


def settings_of(forum: Forum) -> Iterator[tuple[Column, Any]]:
    """Yield the settings that differ from their default, and those that have none."""
    for column in settings_table().columns:
        group = column.name.partition(".")[0]
        holder = forum if column.name == group else getattr(forum, group)
        value = getattr(holder, column.field)
        if column.required or value != column.default:
            yield column, value
