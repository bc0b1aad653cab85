"""The tables of a forum and their columns, as the values of ``scheduler.domain`` define them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, create_model
from pydantic.fields import FieldInfo

from scheduler.domain.base import Hours, Text, Value, Window
from scheduler.domain.forum import Forum

KEYS: Mapping[str, tuple[str, ...]] = {
    "objectives": ("number",),
    "walks": ("first", "second"),
    "roles": ("session", "role", "person", "participant"),
    "ties": ("first", "link", "second"),
    "pins": ("session", "sitting"),
    "preferences": ("session", "theme", "room", "period", "why"),
    "similar_themes": ("first", "second"),
    "role_places": ("session", "role"),
    "log": ("number",),
    "shares": ("kind", "session", "class", "constituency"),
    "marks": ("proposal", "criterion"),
    "baselines": ("edition", "class", "flag"),
    "editions": ("year",),
    "past_reviews": ("year", "objective"),
    "interlinks": ("first", "second"),
    "rotation_pins": ("objective", "year"),
    "regional_results": ("review", "objective"),
    "agenda_items": ("session", "number"),
    "rules": ("rule",),
}
"""Columns by which the rows of a table differ, where that is not ``id``."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "selection": ("flags", "role_places", "log", "shares", "balances", "baselines"),
    "preferences": ("preferences", "similar_themes"),
    "side-events": ("proposals", "criteria", "marks"),
    "rotation": ("editions", "past_reviews", "interlinks", "evidence", "rotation_pins"),
    "reviews": (
        "region_schemes",
        "regional_reviews",
        "regional_results",
        "national_reviews",
        "alternative_reports",
        "recommendations",
        "preparations",
    ),
    "papers": ("documents", "agenda_items", "pledges"),
}
"""Tables that only some forums need, by what they need them for; a template has them where that is asked for."""

NOTES = "notes"
"""Field of a row for what is under no column."""

_CELL_MODELS = (Text, Window, Hours)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, the type of its cells and what its field says about it."""

    name: str
    field: str
    kind: type
    many: bool
    required: bool
    default: Any
    description: str

    @property
    def is_text(self) -> bool:
        """Whether it can be given in several languages."""
        return self.kind is Text


@dataclass(frozen=True, eq=False)
class Table:
    """One table: a tuple field of the forum, whose rows are values of one model."""

    name: str
    model: type[Value]
    required: bool
    columns: tuple[Column, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """Columns by which its rows differ."""
        return KEYS.get(self.name, ("id",))

    def column(self, header: str) -> Column | None:
        """Return the column a header such as ``title`` or ``title.fr`` belongs to."""
        base = header.partition(".")[0]
        column = self._by_name.get(header) or self._by_name.get(base)
        return column if column and (column.name == header or column.is_text) else None

    @cached_property
    def _by_name(self) -> Mapping[str, Column]:
        return {column.name: column for column in self.columns}


def _atom(annotation: Any) -> tuple[Any, bool]:
    """Return the type of a cell and whether there can be several, stripped of what pydantic adds."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return _atom(get_args(annotation)[0])
    if origin in (Union, types.UnionType):
        return _atom(next(part for part in get_args(annotation) if part is not type(None)))
    if origin is tuple:
        return _atom(get_args(annotation)[0])[0], True
    return annotation, False


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel) and kind not in _CELL_MODELS


def columns_of(model: type[BaseModel], prefix: str = "") -> Iterator[Column]:
    """Yield the columns of a table whose rows are values of this model."""
    for field, info in model.model_fields.items():
        if field == NOTES:
            continue
        kind, many = _atom(info.annotation)
        name = prefix + (info.alias or field)
        if _is_record(kind):
            yield from columns_of(kind, f"{name}.")
            continue
        default = info.get_default(call_default_factory=True) if not info.is_required() else None
        yield Column(name, field, kind, many, info.is_required(), default, info.description or "")


def _is_table(info: FieldInfo) -> bool:
    kind, many = _atom(info.annotation)
    return many and _is_record(kind)


@cache
def tables() -> Mapping[str, Table]:
    """Return the tables of a forum by name, in the forum's order."""
    found = {}
    for name, info in Forum.model_fields.items():
        if _is_table(info):
            model = _atom(info.annotation)[0]
            found[name] = Table(name, model, info.is_required(), tuple(columns_of(model)))
    return found


def usual_tables(groups: Iterable[str] = ()) -> frozenset[str]:
    """Return the tables that every forum may need, and those of some groups."""
    asked = frozenset(groups)
    return frozenset(tables()) - {name for group, names in GROUPS.items() if group not in asked for name in names}


@cache
def settings_table() -> Table:
    """Return the forum-wide settings as a table of one row."""
    fields: dict[str, Any] = {
        name: (info.rebuild_annotation(), info) for name, info in Forum.model_fields.items() if not _is_table(info)
    }
    model: type[Value] = create_model("Settings", __base__=Value, **fields)
    return Table("forum", model, True, tuple(columns_of(model)))


def words(kind: type) -> tuple[str, ...]:
    """Return the words a column of few words takes."""
    return tuple(str(member.value) for member in kind) if issubclass(kind, Enum) else ()
