"""Taking over what a file says into a forum's folder: what would change is known before anything is written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import Any

from scheduler.domain.base import Text, Value
from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.cells import written
from scheduler.formats.columns import Column, Table, tables
from scheduler.formats.csv_folder import read_source
from scheduler.formats.draft import Draft
from scheduler.formats.folder import settings_of, write_forum
from scheduler.formats.limits import Limits
from scheduler.formats.raw import SETTINGS, Source
from scheduler.formats.reading import checked_of
from scheduler.formats.tables import read_draft, written_row

Key = tuple[str, ...]
"""The cells by which a row is known, as written."""

Cells = Mapping[str, str]
"""What a row says by column, as written; what is left to its default is not there."""


class ChangeKind(Enum):
    """What happens to a row."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"


class CellChange(Value):
    """One cell that says something else; an empty text is a blank cell."""

    column: str
    old: str
    new: str


class RowChange(Value):
    """One row that is added, changed or removed."""

    table: str
    key: Key
    kind: ChangeKind
    cells: tuple[CellChange, ...] = ()


class ImportPlan(Value):
    """What an import would do, and the forum it would leave."""

    forum: Forum
    changes: tuple[RowChange, ...]
    warnings: tuple[str, ...] = ()
    """What of the source may be meant as it is, and may be a slip."""
    renamed: tuple[tuple[str, str, str], ...] = ()
    """Table, removed key and added key of rows that say the same but for their key: perhaps one row, given a new id."""

    @property
    def touched(self) -> frozenset[str]:
        """The tables that differ."""
        return frozenset(change.table for change in self.changes)


def plan_import(incoming: Source, folder: Path, known_rules: Collection[str] | None = None) -> ImportPlan:
    """Compare what was read with a forum's folder, which need not exist; raise every fault of the result.

    A table that was read takes the place of the folder's; tables that were not read stay. Rows are known by their id,
    wherever they stand and whatever they are called, and keep their place in the folder.
    """
    _refuse_nothing(incoming)
    current = read_source(folder, Limits.of_environment()) if folder.is_dir() else Source({})
    before = read_draft(current)
    _refuse_another_forum(before, read_draft(incoming))
    replaced = {before.files[name] for name in incoming.tables}
    faults = (*incoming.faults, *(fault for fault in current.faults if fault.file not in replaced))
    checked = checked_of(Source({**current.tables, **incoming.tables}, faults, incoming.unread), known_rules)
    forum = checked.forum
    changes = _settings_changes(before, forum) if SETTINGS in incoming.tables else []
    placed: dict[str, tuple[Value, ...]] = {}
    for name, table in tables().items():
        if name in incoming.tables:
            old = _by_key(table, (value for _, value in before.values(name)))
            new = _by_key(table, getattr(forum, name))
            changes += _changes(table, old, new, forum.languages[0])
            kept = [key for key in old if key in new]
            placed[name] = tuple(new[key] for key in [*kept, *(key for key in new if key not in old)])
    return ImportPlan(
        forum=forum.model_copy(update=placed),
        changes=tuple(changes),
        warnings=tuple(str(fault) for fault in checked.warnings),
        renamed=_renamed(changes),
    )


def carry_out(plan: ImportPlan, folder: Path) -> None:
    """Write the tables of a plan that differ, all of them or none; a plan without changes touches no file."""
    if plan.changes:
        write_forum(plan.forum, folder, only=plan.touched)


def _refuse_nothing(incoming: Source) -> None:
    """Raise where a source holds no table, with what was found instead."""
    if not incoming.tables and not incoming.agenda:
        found = [replace(fault, is_warning=False) for fault in incoming.faults]
        nothing = Fault(
            "It", None, None, "No table of a forum was found in it.", "Name a sheet or file after its table."
        )
        raise ForumFaults(found or [nothing])


def shrinking(incoming: Source, folder: Path) -> Mapping[str, tuple[int, int]]:
    """Return the tables that would have fewer rows than the folder has now, with both numbers."""
    current = read_source(folder, Limits.of_environment()) if folder.is_dir() else Source({})
    sizes = {
        name: (len(current.tables[name].rows), len(raw.rows))
        for name, raw in incoming.tables.items()
        if name != SETTINGS and name in current.tables
    }
    return {name: (old, new) for name, (old, new) in sizes.items() if new < old}


def _refuse_another_forum(before: Draft, incoming: Draft) -> None:
    if before.knows("uid") and incoming.knows("uid") and before.forum.uid != incoming.forum.uid:
        problem = f"This is another forum: its uid is {incoming.forum.uid}, the folder's is {before.forum.uid}."
        advice = "Import it into a folder of its own; or, if it is the same forum, correct the uid."
        raise ForumFaults([Fault(incoming.files[SETTINGS], incoming.lines.get("uid"), "uid", problem, advice)])


def _settings_changes(before: Draft, forum: Forum) -> list[RowChange]:
    old = _setting_texts(
        column_value for column_value in settings_of(before.forum) if before.knows(column_value[0].name)
    )
    new = _setting_texts(settings_of(forum))
    kind = ChangeKind.CHANGED if old else ChangeKind.ADDED
    cells = _cell_changes(old, new)
    return [RowChange(table=SETTINGS, key=(), kind=kind, cells=cells)] if cells else []


def _setting_texts(settings: Iterable[tuple[Column, Any]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for column, value in settings:
        if isinstance(value, Text):
            found |= {f"{column.name}.{language}": text for language, text in value.root.items()}
        else:
            found[column.name] = "; ".join(map(written, value)) if column.many else written(value)
    return found


def _by_key(table: Table, values: Iterable[Value]) -> dict[Key, Value]:
    fields = [column.field for name in table.key if (column := table.column(name))]
    return {tuple(_text(getattr(value, field)) for field in fields): value for value in values}


def _text(value: Any) -> str:
    return "" if value is None else written(value)


def _changes(table: Table, old: Mapping[Key, Value], new: Mapping[Key, Value], language: str) -> list[RowChange]:
    found = []
    for key in [*old, *(key for key in new if key not in old)]:
        rows = [written_row(table, values[key], language) if key in values else {} for values in (old, new)]
        cells = _cell_changes(*rows)
        if cells:
            kind = ChangeKind.REMOVED if key not in new else ChangeKind.CHANGED if key in old else ChangeKind.ADDED
            found.append(RowChange(table=table.name, key=key, kind=kind, cells=cells))
    return found


def _cell_changes(old: Cells, new: Cells) -> tuple[CellChange, ...]:
    return tuple(
        CellChange(column=name, old=old.get(name, ""), new=new.get(name, ""))
        for name in dict.fromkeys([*old, *new])
        if old.get(name, "") != new.get(name, "")
    )


def _renamed(changes: Iterable[RowChange]) -> tuple[tuple[str, str, str], ...]:
    """Pair each removed row with the one added row that says the same but for its id."""
    said: dict[tuple[str, tuple[str, ...]], dict[ChangeKind, list[RowChange]]] = {}
    for change in changes:
        if change.kind is not ChangeKind.CHANGED and len(change.key) == 1:
            is_added = change.kind is ChangeKind.ADDED
            rest = tuple(cell.new if is_added else cell.old for cell in change.cells if cell.column != "id")
            said.setdefault((change.table, rest), {}).setdefault(change.kind, []).append(change)
    pairs = (
        (table, both.get(ChangeKind.REMOVED, []), both.get(ChangeKind.ADDED, [])) for (table, _), both in said.items()
    )
    return tuple(
        (table, removed[0].key[0], added[0].key[0])
        for table, removed, added in pairs
        if len(removed) == len(added) == 1
    )
