"""A selection made once more, of the forum as it was then: what the log holds since does not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.selection import Selection, State
from scheduler.services.selecting.selecting import select
from scheduler.translate.selection_wishes import drafts, gives, merged, outside
from solver.result import Limits


def selected_again(forum: Forum, selection: Selection, limits: Limits) -> Selection:
    """Return what selecting again comes to; nothing says how long the log was then, so any length that fits will do."""
    first: Selection | None = None
    for then in _as_it_was(forum, selection):
        again = select(then, limits)
        if (again.decisions, again.side_events) == (selection.decisions, selection.side_events):
            return again
        first = first or again
    return first or select(forum, limits)


def _as_it_was(forum: Forum, selection: Selection) -> Iterator[Forum]:
    """Yield the forum with as much of its log as fits the selection, the longest first, and each state of it once."""
    then = {d.request: d.state is State.GIVEN for d in selection.decisions if d.basis is not Basis.METHOD}
    seen: list[Any] = []
    for length in range(len(forum.log), -1, -1):
        shorter = forum.model_copy(update={"log": forum.log[:length]})
        settled = {request: gives(entry) for request, entry in outside(shorter).items()}
        speakers = [(e.request, e.person) for e in shorter.log if e.happening is Happening.SUBSTITUTED]
        state = drafts(shorter), merged(shorter), speakers
        if settled == then and state not in seen:
            seen.append(state)
            yield shorter
