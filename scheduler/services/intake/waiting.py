"""Who waits for which places, in the order in which they would be promoted: weighed by the method as things stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.domain.request import Request
from scheduler.services.intake.places import Quota, holders, quota_of, taken
from scheduler.services.intake.states import RequestState
from scheduler.translate.drawing import drawn
from scheduler.translate.selection import selection_problem
from scheduler.translate.selection_seats import Seats, Sharing
from scheduler.translate.selection_wishes import Wish
from solver.selection.problem import Problem
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
    members, given = [*speaking, *waiting], range(len(speaking))
    problem = _weighed(fold, members, given)
    found: dict[Quota, list[Running]] = {}
    for quota in dict.fromkeys(problem.requests[i].quota for i in range(len(speaking), len(members))):
        order = [members[i] for i in waiting_list(problem, frozenset(given), quota)]
        if order:
            found[quota_of(fold, order[0])] = order
    return found


def _weighed(fold: Fold, members: Sequence[Running], given: Collection[int]) -> Problem:
    """Return what the method weighs: first those members, then first choices that are out of reach for some of them."""
    assert fold.selection is not None
    lot = fold.selection.lot
    numbers = {one.request.id: min(drawn(lot, id) for id in (one.request.id, *one.members)) for one in members}
    wishes = [_wish(fold, one, one.session) for one in members]
    wishes += [_wish(fold, one, one.request.session) for one in members if _has_second_choice(one)]
    problem = selection_problem(fold.forum, wishes, _sharing(fold, wishes), numbers, given).problem
    out = (replace(request, decided=False) for request in problem.requests[len(members) :])
    return replace(problem, requests=(*problem.requests[: len(members)], *out))


def _has_second_choice(one: Running) -> bool:
    return one.session == one.request.second_choice != one.request.session


def _waits(one: Running) -> bool:
    return one.state is RequestState.WAIT_LISTED and not one.merged_into


def _sharing(fold: Fold, wishes: Iterable[Wish]) -> Sharing:
    """Return the quotas of the selection, and empty ones for whoever something outside the method brought in."""
    quotas = dict(fold.places)
    for wish in wishes:
        quotas.setdefault(quota_of(fold, fold.running[wish.request.id], wish.session.id), 0)
    return Sharing(tuple(Seats(q.session, n, q.participant_class, q.constituency, q.role) for q, n in quotas.items()))


def _wish(fold: Fold, one: Running, session: str) -> Wish:
    participant = fold.forum.participant_by_id[one.request.participant]
    return Wish(
        request=_as_it_stands(fold, one),
        session=fold.forum.session_by_id[session],
        participant_class=participant.participant_class,
        constituency=participant.constituency,
        seconds=0 if one.request.role else taken(fold, one, session),
        is_second=_has_second_choice(one) and session == one.session,
    )


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
