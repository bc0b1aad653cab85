"""A selection made once more, of the forum as it was then: what the log holds since does not count."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Selection
from scheduler.services.selecting.selecting import select
from solver.result import Limits


def selected_again(forum: Forum, selection: Selection, limits: Limits) -> Selection:
    """Return what selecting again comes to, with the log as long as it was and the places that stayed then."""
    then = forum.model_copy(update={"log": forum.log[: selection.logged]})
    return select(then, limits, places={kept.request: kept.session for kept in selection.kept})
