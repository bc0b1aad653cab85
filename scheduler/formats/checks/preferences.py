"""What a forum's own tables say of places: which cells go together."""

from __future__ import annotations

from scheduler.domain.preference import Preference, Why
from scheduler.formats.draft import Draft

SUBJECTS = (("session", "period"), ("session", "room"), ("theme", "period"), ("theme", "room"), ("room", "period"))
"""What a row of preferences can be about."""


def check_preferences(draft: Draft) -> None:
    """A preference is of a session or theme about a period or room, or of a room about a period, and is given once."""
    seen: dict[tuple[str | None, ...], int] = {}
    for number, one in draft.values("preferences"):
        named = _named(one)
        if named not in SUBJECTS:
            problem = f"It names {' and '.join(named) or 'nothing'}."
            advice = "Name a session or a theme, and a period or a room; or a room and a period."
            draft.fault("preferences", number, None, problem, advice)
        elif one.why is Why.HOURS and named != ("session", "period"):
            problem = "Hours are those of a period for a session."
            draft.fault("preferences", number, "why", problem, "Name a session and a period, or write wish.")
        key = (*(getattr(one, column) for column in ("session", "theme", "room", "period")), one.why.value)
        if seen.setdefault(key, number) != number:
            problem = f"Row {seen[key]} is about the same."
            draft.fault("preferences", number, None, problem, "Remove one of the two rows.")


def check_similar_themes(draft: Draft) -> None:
    """Two themes are similar once, and are two."""
    seen: dict[frozenset[str], int] = {}
    for number, one in draft.values("similar_themes"):
        pair = frozenset((one.first, one.second))
        if len(pair) == 1:
            draft.fault("similar_themes", number, "second", "A theme is like itself.", "Name two themes.")
        elif seen.setdefault(pair, number) != number:
            problem = f"Row {seen[pair]} is about the same two."
            draft.fault("similar_themes", number, None, problem, "Remove one of the two rows.")


def _named(one: Preference) -> tuple[str, ...]:
    return tuple(column for column in ("session", "theme", "room", "period") if getattr(one, column) is not None)
