"""Who waits for which places, in the order in which they would be promoted: weighed by the method as things stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scheduler.domain.request import Request
from scheduler.services.intake.places import Quota, holders, quota_of, taken
from scheduler.services.intake.states import RequestState
from scheduler.translate.drawing import drawn
from scheduler.translate.selection import selection_problem
from scheduler.translate.selection_seats import Seats, Sharing
from scheduler.translate.selection_wishes import Wish
from solver.selection.reasons import waiting_list

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running


def waiting_lists(fold: Fold) -> dict[Quota, list[Running]]:
    """Return by quota who waits, in the order in which they are promoted.

    The order is that of successive promotions by the levels of the method, everybody who has a place now keeping it.
    """
    waiting = [one for one in fold.running.values() if _waits(one)]
    if fold.selection is None or not waiting:
        return {}
    speaking = [one for session in fold.forum.sessions for one in holders(fold, session.id)]
    members = [*speaking, *waiting]
    wishes = [_wish(fold, one) for one in members]
    lot = fold.selection.lot
    numbers = {one.request.id: min(drawn(lot, id) for id in (one.request.id, *one.members)) for one in members}
    given = range(len(speaking))
    problem = selection_problem(fold.forum, wishes, _sharing(fold, members), numbers, given).problem
    found: dict[Quota, list[Running]] = {}
    for quota in dict.fromkeys(problem.requests[i].quota for i in range(len(speaking), len(members))):
        order = [members[i] for i in waiting_list(problem, frozenset(given), quota)]
        if order:
            found[quota_of(fold, order[0])] = order
    return found


def _waits(one: Running) -> bool:
    return one.state is RequestState.WAIT_LISTED and not one.merged_into


def _sharing(fold: Fold, members: Iterable[Running]) -> Sharing:
    """Return the quotas of the selection, and empty ones for whoever something outside the method brought in."""
    quotas = dict(fold.places)
    for one in members:
        quotas.setdefault(quota_of(fold, one), 0)
    return Sharing(tuple(Seats(q.session, n, q.participant_class, q.constituency, q.role) for q, n in quotas.items()))


def _wish(fold: Fold, one: Running) -> Wish:
    participant = fold.forum.participant_by_id[one.request.participant]
    seconds = 0 if one.request.role else taken(fold, one)
    session = fold.forum.session_by_id[one.session]
    return Wish(_as_it_stands(fold, one), session, participant.participant_class, participant.constituency, seconds)


def _as_it_stands(fold: Fold, one: Running) -> Request:
    """Return a request with who speaks and joins now; a joint statement stands as the best of those who made it."""
    requests = [one.request, *(fold.running[id].request for id in one.members)]
    ranks = [request.priority for request in requests if request.priority is not None]
    asked = [request.requested_at for request in requests if request.requested_at is not None]
    return one.request.model_copy(
        update={
            "person": one.person,
            "cosponsors": fold.cosponsors(one),
            "priority": min(ranks, default=None),
            "requested_at": min(asked, default=None),
        }
    )
