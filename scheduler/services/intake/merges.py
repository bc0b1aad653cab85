"""Statements that could be made together: requests on one objective from one constituency in one session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from pydantic import Field

from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.selection import Selection
from scheduler.services.intake.folding import Fold, Running
from scheduler.services.intake.places import Time, class_id, class_time, floor_time, taken
from scheduler.services.intake.standing import folded
from scheduler.services.intake.states import UNDECIDED, RequestState
from scheduler.services.intake.waiting import waiting_lists

MERGEABLE = (RequestState.GIVEN, RequestState.WAIT_LISTED, *UNDECIDED)


class Merge(Value):
    """Requests that could be one joint statement."""

    session: Identifier
    constituency: Identifier
    objective: int
    requests: tuple[Identifier, ...] = Field(description="The request that would lead first")
    places: int = Field(description="Places that would be free for others")
    timed: int = Field(description="How many of these there would be time for, with statements of the usual length")
    heard: int = Field(description="Requests without a place that would have a part in one")
    saved_seconds: int = Field(description="Time limits of those with a place, less that of the joint statement")


def merges(forum: Forum, selection: Selection | None) -> tuple[Merge, ...]:
    """Return the joint statements that save most, most saving first; each request is in one of them at most."""
    fold, _ = folded(forum, selection)
    fold.decide_all()
    places = {one.request.id: place for queue in waiting_lists(fold).values() for place, one in enumerate(queue, 1)}
    left = [one for one in fold.running.values() if _can_join(one)]
    left.sort(key=lambda one: places.get(one.request.id, 0))
    found: list[Merge] = []
    while proposals := [_proposal(fold, *group) for group in _groups(fold, left)]:
        best = min(proposals, key=lambda m: (-m.saved_seconds, -m.places, -m.heard, m.session, m.objective, m.requests))
        found.append(best)
        left = [one for one in left if one.request.id not in best.requests]
    return tuple(found)


def _can_join(one: Running) -> bool:
    state = one.state or RequestState.SUBMITTED
    return one.request.role is None and not one.merged_into and state in MERGEABLE


def _groups(fold: Fold, left: Sequence[Running]) -> Iterator[tuple[tuple[str, str, int], list[Running]]]:
    found: dict[tuple[str, str, int], list[Running]] = defaultdict(list)
    for one in left:
        constituency = fold.forum.participant_by_id[one.request.participant].constituency
        for objective in one.request.objectives if constituency else ():
            found[one.session, constituency or "", objective].append(one)
    for key, members in found.items():
        speaking = [one for one in members if fold.has_floor(one)]
        if len(members) > 1 and speaking and _fits(fold, members, speaking):
            yield key, members


def _joint_seconds(fold: Fold, members: Sequence[Running]) -> int:
    kind = fold.forum.kind_by_id[fold.forum.session_by_id[members[0].session].kind]
    return max(round(kind.minutes_joint * 60), *(fold.limit(one) for one in members))


def _fits(fold: Fold, members: Sequence[Running], speaking: Sequence[Running]) -> bool:
    """Say whether the floor, and the time of the class, have what a joint statement takes more than those apart."""
    more = _more(fold, members, speaking)
    return all(time.taken + more <= max(time.taken, time.given) for time in _times(fold, speaking[0]))


def _more(fold: Fold, members: Sequence[Running], speaking: Sequence[Running]) -> int:
    change = fold.forum.speaker_changeover_seconds
    return _joint_seconds(fold, members) + change - sum(taken(fold, one) for one in speaking)


def _times(fold: Fold, one: Running) -> tuple[Time, ...]:
    times = (floor_time(fold, one.session), class_time(fold, one.session, class_id(fold, one)))
    return tuple(time for time in times if time is not None)


def _timed(fold: Fold, members: Sequence[Running], speaking: Sequence[Running]) -> int:
    """Return how many free places could be filled: a joint statement that is longer than one leaves less time."""
    kind = fold.forum.kind_by_id[fold.forum.session_by_id[members[0].session].kind]
    is_mixed = fold.forum.class_by_id[class_id(fold, speaking[0])].interspersed
    usual = round(60 * (kind.minutes_interspersed if is_mixed else kind.minutes_national))
    more = _more(fold, members, speaking)
    left = min(time.given - time.taken - more for time in _times(fold, speaking[0]))
    return max(0, min(len(speaking) - 1, left // (usual + fold.forum.speaker_changeover_seconds)))


def _proposal(fold: Fold, key: tuple[str, str, int], members: Sequence[Running]) -> Merge:
    session, constituency, objective = key
    speaking = [one for one in members if fold.has_floor(one)]
    ordered = sorted(members, key=lambda one: not fold.has_floor(one))
    return Merge(
        session=session,
        constituency=constituency,
        objective=objective,
        requests=tuple(one.request.id for one in ordered),
        places=len(speaking) - 1,
        timed=_timed(fold, members, speaking),
        heard=len(members) - len(speaking),
        saved_seconds=sum(fold.limit(one) for one in speaking) - _joint_seconds(fold, members),
    )
