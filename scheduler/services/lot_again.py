"""A selection made once more, of the forum as it was then: what the log holds since does not count."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Part, Selection
from scheduler.services.selecting.selecting import select
from solver.result import Limits


def selected_again(forum: Forum, selection: Selection, limits: Limits) -> Selection:
    """Return what selecting again comes to, part by part, with the log as long as it was and the places that stayed."""
    at_once = Part(made_of=selection.made_of, logged=selection.logged)
    first, *later = selection.parts or (at_once,)
    made = _part_again(forum, selection, first, None, limits)
    for part in later:
        made = _part_again(forum, selection, part, made, limits)
    return made


def _part_again(forum: Forum, selection: Selection, part: Part, earlier: Selection | None, limits: Limits) -> Selection:
    is_whole = not part.sessions and not part.side_events
    return select(
        forum.model_copy(update={"log": forum.log[: part.logged]}),
        limits,
        sessions=part.sessions or None,
        side_events_only=part.side_events,
        earlier=earlier,
        places={kept.request: kept.session for kept in selection.kept} if is_whole else None,
    )
