"""What a forum's own tables put on places, in the timetable problem's terms."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.preference import Why
from scheduler.translate.indices import Indices
from solver.timetable.points import Pair, Points


def points_of(forum: Forum, indices: Indices) -> Points:
    """Return the points of every preference, and of similar themes."""
    known = {"session": indices.session, "theme": indices.theme, "room": indices.room, "period": indices.period}
    tables: dict[str, dict[Pair, int]] = {}
    for one in forum.preferences:
        first, second = (name for name in known if getattr(one, name) is not None)
        table = f"{first}_hours" if one.why is Why.HOURS else f"{first}_{second}"
        tables.setdefault(table, {})[known[first][getattr(one, first)], known[second][getattr(one, second)]] = (
            one.points
        )
    similar: dict[Pair, int] = {}
    for alike in forum.similar_themes:
        low, high = sorted((indices.theme[alike.first], indices.theme[alike.second]))
        similar[low, high] = alike.points
    return Points(**tables, similar=similar)
