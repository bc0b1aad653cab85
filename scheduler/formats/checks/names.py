"""Names: each is given once, and each that is used is given somewhere."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from scheduler.formats.columns import Table, tables
from scheduler.formats.draft import Draft, Row
from scheduler.formats.raw import SETTINGS
from scheduler.formats.wording import Adviser, did_you_mean

REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("periods", "kinds", ("kinds",)),
    ("themes", "objectives", ("objectives",)),
    ("classes", "speaks_in", ("kinds",)),
    ("constituencies", "focal_point", ("people",)),
    ("participants", "class", ("classes",)),
    ("participants", "constituency", ("constituencies",)),
    ("people", "affiliations", ("participants",)),
    ("sessions", "kind", ("kinds",)),
    ("sessions", "themes", ("themes",)),
    ("sessions", "objectives", ("objectives",)),
    ("sessions", "audiences", ("constituencies", "classes")),
    ("sessions", "organisers", ("participants",)),
    ("sessions", "preferred", ("periods",)),
    ("roles", "session", ("sessions",)),
    ("roles", "person", ("people",)),
    ("roles", "participant", ("participants",)),
    ("ties", "first", ("sessions",)),
    ("ties", "second", ("sessions",)),
    ("pins", "session", ("sessions",)),
    ("pins", "period", ("periods",)),
    ("pins", "room", ("rooms",)),
    ("requests", "session", ("sessions",)),
    ("requests", "participant", ("participants",)),
    ("requests", "person", ("people",)),
    ("requests", "rank", ("ranks",)),
    ("requests", "objectives", ("objectives",)),
)
"""Table, column, and the tables whose rows the column names."""


def check_keys(draft: Draft) -> None:
    """No two rows of a table have one name, not even in another case."""
    for name, table in tables().items():
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
    parts = tuple(_text(getattr(row.value, column)) for column in table.key)
    return tuple(sorted(parts)) if table.name == "walks" else parts


def _text(value: Any) -> str:
    return "" if value is None else str(getattr(value, "value", value))


def check_references(draft: Draft) -> None:
    """Whatever a row names exists, at least as a row that is itself faulty."""
    for name, column, targets in REFERENCES:
        if draft.unread.intersection(targets):
            continue
        known = {str(n) for target in targets for n in draft.named(target, tables()[target].key[0])}
        where = " or ".join(draft.files[target] for target in targets)
        adviser = Adviser(known, f"Write a name that {where} has, or add it there.")
        for row, value in draft.cells(name, column):
            if str(value) not in known:
                draft.fault(name, row.number, column, f"{where} has no '{value}'.", adviser.about(str(value)))


def check_zones(draft: Draft) -> None:
    """A walk is between zones that rooms are in."""
    if not draft.is_whole("rooms"):
        return
    known = sorted({room.zone for _, room in draft.values("rooms")})
    for column in ("first", "second"):
        for row, zone in draft.cells("walks", column):
            if zone not in known:
                advice = did_you_mean(zone, known, "Write a zone of rooms.csv.")
                draft.fault("walks", row.number, column, f"No room is in a zone '{zone}'.", advice)


def check_rules(draft: Draft, known: Collection[str]) -> None:
    """A setting is for a rule that exists, and sets something."""
    for row, rule in draft.cells("rules", "rule"):
        if known and rule not in known:
            advice = did_you_mean(rule, known, "forum rules lists them.")
            draft.fault("rules", row.number, "rule", f"There is no rule '{rule}'.", advice)
    for number, setting in draft.values("rules"):
        if setting.level is None and setting.weight is None:
            advice = "Write block, warn or ignore as level, or a weight."
            draft.fault("rules", number, "level", "The row sets nothing.", advice)


def check_languages(draft: Draft) -> None:
    """The forum's own title is in the forum's languages."""
    if not draft.knows("languages", "title"):
        return
    for language in draft.forum.title.root:
        if language not in draft.forum.languages:
            advice = "Correct it, or add it to languages."
            problem = f"'{language}' is not among the forum's languages."
            draft.fault(SETTINGS, None, f"title.{language}", problem, advice)
