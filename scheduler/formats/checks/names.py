"""Names: each is given once, and those that are used are given somewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from scheduler.domain.forum import Level
from scheduler.formats.columns import Table, tables
from scheduler.formats.draft import Draft, Row
from scheduler.formats.raw import SETTINGS
from scheduler.formats.reference_columns import REFERENCES
from scheduler.formats.references import UnknownError
from scheduler.formats.wording import did_you_mean


def check_keys(draft: Draft) -> None:
    """No two rows of a table have one name, not even in another case."""
    for name, table in tables().items():
        if name == "rotation_pins":  # two pins of one objective are told by whether they say the opposite
            continue
        seen: dict[tuple[str, ...], tuple[Row, str]] = {}
        for row in draft.rows[name]:
            key = _key(table, row)
            if key is None:
                continue
            folded = tuple(part.casefold() for part in key)
            first, text = seen.setdefault(folded, (row, " ".join(filter(None, key))))
            if first is row:
                continue
            own = " ".join(filter(None, key))
            case = "" if own == text else f" (it differs from '{text}' only in capital letters)"
            column = table.key[0] if len(table.key) == 1 else None
            problem = f"'{own}' is there already, on row {first.number}{case}."
            draft.fault(name, row.number, column, problem, "Write another name, or remove one of the two rows.")


def _key(table: Table, row: Row) -> tuple[str, ...] | None:
    """Return what a row is told apart by, or None where that part of it could not be read."""
    if len(table.key) == 1:
        value = row.cells.get(table.key[0])
        return None if value is None else (str(value),)
    if row.value is None:
        return None
    fields = [column.field for name in table.key if (column := table.column(name))]
    parts = tuple(_text(getattr(row.value, field)) for field in fields)
    return tuple(sorted(parts)) if table.name == "walks" else parts


def _text(value: Any) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def check_references(draft: Draft) -> None:
    """Whatever a row names exists, at least as a row that is itself faulty, and is one row."""
    for name, column, targets in REFERENCES:
        known = tables()[name].column(column)
        for row, value in draft.cells(name, column):
            if error := draft.references.objection(targets, str(value), known is not None and known.many):
                may_be_gone = targets == ("sessions",) and isinstance(error, UnknownError)
                or_else = " Or remove this row if that session was taken out." if may_be_gone else ""
                draft.fault(name, row.number, column, error.problem, error.instead + or_else)


def check_zones(draft: Draft) -> None:
    """A walk is between zones that rooms are in."""
    for number, walk in draft.values("walks"):
        if walk.first == walk.second:
            advice = "Name two zones; within one nobody walks far."
            draft.fault("walks", number, "second", "The walk is from a zone to itself.", advice)
    if "rooms" in draft.unread:
        return
    known = sorted(
        {zone for _, zone in draft.cells("rooms", "zone")} | {room.zone for _, room in draft.values("rooms")}
    )
    for column in ("first", "second"):
        for row, zone in draft.cells("walks", column):
            if zone not in known:
                advice = did_you_mean(zone, known, f"Write a zone of {draft.spoken('rooms')}.")
                draft.fault("walks", row.number, column, f"No room is in a zone '{zone}'.", advice)


def check_rules(draft: Draft, known: Collection[str] | Mapping[str, Collection[str]]) -> None:
    """A setting is for a rule that exists, and sets something that can be set of it."""
    for row, rule in draft.cells("rules", "rule"):
        if known and rule not in known:
            advice = did_you_mean(rule, known, "forum rules lists them.")
            draft.fault("rules", row.number, "rule", f"There is no rule '{rule}'.", advice)
    for number, setting in draft.values("rules"):
        if setting.level is None and setting.weight is None and setting.points is None:
            advice = "Write block, warn or ignore as level, or a weight."
            draft.fault("rules", number, "level", "The row sets nothing.", advice)
            continue
        if setting.weight is not None and setting.points is not None:
            problem = "It has a weight and points."
            draft.fault("rules", number, "points", problem, "Leave one of the two blank.")
        admitted = known.get(setting.rule) if isinstance(known, Mapping) else None
        if admitted is None:
            continue
        words = " or ".join(level.value for level in Level if level.value in admitted)
        if setting.level is not None and setting.level.value not in admitted:
            problem = f"'{setting.rule}' cannot be set to {setting.level.value}."
            draft.fault("rules", number, "level", problem, f"Write {words}.")
        for column in ("weight", "points"):
            if getattr(setting, column) is not None and "weight" not in admitted:
                problem = f"'{setting.rule}' has no weight; rules of the selection hold, or count in their order."
                draft.fault("rules", number, column, problem, f"Leave it blank and write {words} as level.")


def check_languages(draft: Draft) -> None:
    """The forum's own title is in the forum's languages."""
    if not draft.knows("languages", "title"):
        return
    for language in draft.forum.title.root:
        if language not in draft.forum.languages:
            advice = "Correct it, or add it to languages."
            problem = f"'{language}' is not among the forum's languages."
            draft.fault(SETTINGS, None, f"title.{language}", problem, advice)
