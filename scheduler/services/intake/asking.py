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
    """Return who has a place by a selection and its log, and in which session; those who have spoken too.

    A side event that has a place is itself the session.
    """
    fold, _ = folded(forum, selection)
    fold.decide_all()
    places = {one.request.id: session.id for session in forum.sessions for one in holders(fold, session.id)}
    return places | {one.proposal.id: one.proposal.id for one in fold.side_events.given()}


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
    entries = {one.request.id: entry for one in fold.running.values() if (entry := _settling_request(forum, one))}
    out = {one.request.id for one in fold.running.values() if one.merged_into or one.state is RequestState.DRAFT}
    return forum.model_copy(update={"requests": requests}), Settled(frozenset(out), entries)


def proposed(forum: Forum) -> Settled:
    """Return what the log says is decided of proposals for side events."""
    fold, _ = folded(forum, None)
    running = fold.side_events.running
    found = ((id, _settling(forum, id, one.state)) for id, one in running.items() if fold.is_side_event(id))
    return Settled(entries={id: entry for id, entry in found if entry})


def _settling_request(forum: Forum, one: Running) -> Entry | None:
    return None if one.merged_into else _settling(forum, one.request.id, one.state)


def _settling(forum: Forum, name: str, state: RequestState | None) -> Entry | None:
    """Return the entry outside the method that decided a request last; a withdrawal is its requester's own."""
    happening = SETTLES.get(state) if state else None
    found = (e for e in reversed(forum.log) if e.request == name and e.happening is happening)
    return next((entry for entry in found if entry.basis is not Basis.METHOD), None)


def _as_it_stands(fold: Fold, one: Running) -> Request:
    """Return a request with who speaks now; a joint statement has the longest limit of all, and names who joined."""
    request = one.request.model_copy(update={"person": one.person})
    if not one.members:
        return request
    joint = {"cosponsors": fold.cosponsors(one), "time_class": TimeClass.JOINT, "minutes": fold.limit(one) / 60}
    return request.model_copy(update=joint)
