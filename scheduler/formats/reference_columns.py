"""Which columns name rows of other tables."""

from __future__ import annotations

from functools import cache

REFERENCES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("periods", "kinds", ("kinds",)),
    ("themes", "objectives", ("objectives",)),
    ("classes", "speaks_in", ("kinds",)),
    ("constituencies", "focal_point", ("people",)),
    ("participants", "class", ("classes",)),
    ("participants", "constituency", ("constituencies",)),
    ("participants", "flags", ("flags",)),
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
    ("role_places", "session", ("sessions",)),
    ("ties", "first", ("sessions",)),
    ("ties", "second", ("sessions",)),
    ("pins", "session", ("sessions",)),
    ("pins", "period", ("periods",)),
    ("pins", "room", ("rooms",)),
    ("requests", "session", ("sessions",)),
    ("requests", "second_choice", ("sessions",)),
    ("requests", "participant", ("participants",)),
    ("requests", "person", ("people",)),
    ("requests", "rank", ("ranks",)),
    ("requests", "nominated_by", ("participants",)),
    ("requests", "cosponsors", ("participants",)),
    ("requests", "objectives", ("objectives",)),
    ("requests", "flags", ("flags",)),
    ("log", "request", ("requests",)),
    ("log", "other", ("requests",)),
    ("log", "person", ("people",)),
    ("shares", "kind", ("kinds",)),
    ("shares", "session", ("sessions",)),
    ("shares", "class", ("classes",)),
    ("shares", "constituency", ("constituencies",)),
    ("balances", "class", ("classes",)),
    ("balances", "kinds", ("kinds",)),
    ("proposals", "kind", ("kinds",)),
    ("proposals", "organisers", ("participants",)),
    ("proposals", "themes", ("themes",)),
    ("proposals", "objectives", ("objectives",)),
    ("proposals", "preferred", ("periods",)),
    ("proposals", "flags", ("flags",)),
    ("marks", "proposal", ("proposals",)),
    ("marks", "criterion", ("criteria",)),
    ("baselines", "class", ("classes",)),
    ("baselines", "flag", ("flags",)),
)
"""Table, column, and the tables whose rows the column names."""


@cache
def targets_of(table: str, column: str) -> tuple[str, ...]:
    """Return the tables whose rows a column names, none for a column that names no rows."""
    return next((targets for name, own, targets in REFERENCES if (name, own) == (table, column)), ())
