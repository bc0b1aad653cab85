"""A selection made in parts: what each part decided, so that each can be shown as what it is, and repeated."""

from __future__ import annotations

from collections.abc import Collection

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Part, Selection


def with_part(
    forum: Forum, made: Selection, earlier: Selection | None, sessions: Collection[str] | None, side_events_only: bool
) -> Selection:
    """Return a selection with what was decided now as a part of its own, after those it goes on from."""
    if sessions is None and not side_events_only:
        return made
    sessions = sorted(sessions or ())
    anew = {d.request for d in made.decisions if forum.request_by_id[d.request].session in sessions}
    if side_events_only:
        anew = {decision.request for decision in made.side_events}
    now = Part(
        sessions=tuple(sessions),
        side_events=side_events_only,
        made_of=made.made_of,
        logged=len(forum.log),
        levels=() if side_events_only else made.levels,
        requests=tuple(sorted(anew)),
    )
    before = [] if earlier is None else [*(earlier.parts or (_whole(earlier),))]
    older = [
        part.model_copy(update={"requests": tuple(one for one in part.requests if one not in anew)}) for part in before
    ]
    while older and not older[-1].requests:
        older.pop()  # all it decided is decided anew, and nothing was decided in between
    parts = (*older, now)
    levels = () if any(part.sessions for part in parts) else made.levels
    rest = {"kept": earlier.kept, "left": earlier.left} if earlier else {}
    return made.model_copy(update={"parts": parts, "levels": levels, **rest})


def _whole(selection: Selection) -> Part:
    return Part(
        made_of=selection.made_of,
        logged=selection.logged,
        levels=selection.levels,
        requests=tuple(sorted(selection.decision_of)),
    )
