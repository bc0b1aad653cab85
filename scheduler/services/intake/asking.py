"""What is left for a selection to decide, as the log tells it: who asks, as they stand, and who has a place already."""

from __future__ import annotations

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.request import Request, TimeClass
from scheduler.domain.selection import Selection, State
from scheduler.services.intake.folding import Fold, Running
from scheduler.services.intake.places import holders
from scheduler.services.intake.standing import folded
from scheduler.services.intake.states import RequestState
from scheduler.translate.selection_wishes import Settled

SETTLES = {
    RequestState.GIVEN: Happening.GIVEN,
    RequestState.ABSENT: Happening.GIVEN,
    RequestState.SPOKEN: Happening.GIVEN,
    RequestState.WAIT_LISTED: Happening.WAIT_LISTED,
    RequestState.DECLINED: Happening.DECLINED,
    RequestState.WITHDRAWN: Happening.WITHDRAWN,
}
"""What was recorded of a request that stands so, where something outside the method has decided that."""


def places_now(forum: Forum, selection: Selection | None) -> dict[str, str]:
    """Return who has a place by a selection and its log, and in which session; those who have spoken too."""
    fold, _ = folded(forum, selection)
    fold.decide_all()
    return {one.request.id: session.id for session in forum.sessions for one in holders(fold, session.id)}


def with_left(selection: Selection, earlier: Selection) -> Selection:
    """Return a selection made again that knows who had a place by the one before, and has it no more."""
    gave = (made.request for made in earlier.decisions if made.state is State.GIVEN and made.basis is Basis.METHOD)
    kept = {place.request for place in selection.kept}
    left = [request for request in dict.fromkeys((*earlier.left, *gave)) if request not in kept]
    return selection.model_copy(update={"left": tuple(left)})


def asking(forum: Forum) -> tuple[Forum, Settled]:
    """Return a forum with its requests as the log has changed them, and what the log says is decided of them."""
    fold, _ = folded(forum, None)
    requests = tuple(_as_it_stands(fold, fold.running[request.id]) for request in forum.requests)
    entries = {one.request.id: entry for one in fold.running.values() if (entry := _settling(forum, one))}
    out = {one.request.id for one in fold.running.values() if one.merged_into or one.state is RequestState.DRAFT}
    return forum.model_copy(update={"requests": requests}), Settled(frozenset(out), entries)


def _settling(forum: Forum, one: Running) -> Entry | None:
    """Return the entry outside the method that decided a request last; a withdrawal is its requester's own."""
    happening = SETTLES.get(one.state) if one.state else None
    if happening is None or one.merged_into:
        return None
    found = (e for e in reversed(forum.log) if e.request == one.request.id and e.happening is happening)
    return next((entry for entry in found if entry.basis is not Basis.METHOD), None)


def _as_it_stands(fold: Fold, one: Running) -> Request:
    """Return a request with who speaks now; a joint statement has the longest limit of all, and names who joined."""
    request = one.request.model_copy(update={"person": one.person})
    if not one.members:
        return request
    joint = {"cosponsors": fold.cosponsors(one), "time_class": TimeClass.JOINT, "minutes": fold.limit(one) / 60}
    return request.model_copy(update=joint)
