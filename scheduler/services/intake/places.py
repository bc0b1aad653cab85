"""Who competes with whom for a place: quotas, their waiting lists, and what of a session's floor is taken."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.domain.selection import QuotaOutcome
from scheduler.domain.session import RoleName
from scheduler.domain.sharing import Share, Yielded
from scheduler.services.intake.states import RequestState
from scheduler.services.selecting.groups import shares_of
from scheduler.translate.speakers import listed_minutes

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.intake.folding import Fold, Running


@dataclass(frozen=True, slots=True)
class Quota:
    """The places of one session that the requests of one class, constituency or role compete for, or all requests."""

    session: str
    participant_class: str | None = None
    constituency: str | None = None
    role: RoleName | None = None


def quota_from(outcome: QuotaOutcome) -> Quota:
    """Return the quota a selection speaks of."""
    return Quota(outcome.session or "", outcome.participant_class, outcome.constituency, outcome.role)


def quota_of(fold: Fold, one: Running, session: str | None = None) -> Quota:
    """Return the quota of a request where it stands now, or in another session: of its constituency, or of all."""
    at = session or one.session
    if one.request.role:
        return Quota(at, role=one.request.role)
    participant = fold.forum.participant_by_id[one.request.participant]
    group = participant.participant_class
    own, everybody = Quota(at, group, participant.constituency), Quota(at)
    return everybody if own not in fold.places and everybody in fold.places else own


def holders(fold: Fold, session: str) -> Iterator[Running]:
    """Yield the requests that have, or have had, a place of a session; those of roles too."""
    for one in fold.running.values():
        has_spoken = one.state is RequestState.SPOKEN and not one.merged_into
        if one.session == session and (has_spoken or fold.has_floor(one)):
            yield one


def free_places(fold: Fold, quota: Quota) -> int:
    """Return how many places of a quota nobody has, 0 where the selection knows no such quota."""
    taken = sum(quota_of(fold, one) == quota for one in holders(fold, quota.session))
    return max(0, fold.places.get(quota, 0) - taken)


@dataclass(frozen=True, slots=True)
class Time:
    """What of a floor is taken and what there is, in seconds, changes of speaker included."""

    taken: int
    given: int


def floor_time(fold: Fold, session: str) -> Time:
    """Return what is taken of the floor that a session's list has."""
    speakers = [one for one in holders(fold, session) if one.request.role is None]
    given = listed_minutes(fold.forum.session_by_id[session]) * 60 + fold.forum.speaker_changeover_seconds
    return Time(sum(taken(fold, one) for one in speakers), given)


def class_time(fold: Fold, session: str, participant_class: str) -> Time | None:
    """Return what a class takes of the floor time that the selection gave it, or None where it shares no time.

    Classes that no share is stated for have one time together.
    """
    group = sharing_group(fold.forum, session, participant_class)
    given = fold.class_seconds.get((session, group))
    if given is None:
        return None
    speakers = (one for one in holders(fold, session) if one.request.role is None)
    alike = (one for one in speakers if sharing_group(fold.forum, session, class_id(fold, one)) == group)
    return Time(sum(taken(fold, one) for one in alike), given)


def sharing_group(forum: Forum, session: str, participant_class: str | None) -> str | None:
    """Return the class whose time a class has in a session: its own, or None for all that no share is stated for."""
    rows = shares_of(forum, forum.session_by_id[session])
    return participant_class if any(_is_of_whole(row, participant_class) for row in rows) else None


def has_all_it_may(fold: Fold, quota: Quota) -> bool:
    """Say whether a class or constituency has as many places of a session as the forum's shares let it have."""
    rows = shares_of(fold.forum, fold.forum.session_by_id[quota.session])
    own = (row for row in rows if _covers(row, quota.participant_class, quota.constituency))
    return any(_is_full(fold, quota.session, row) for row in own)


def _is_full(fold: Fold, session: str, row: Share) -> bool:
    most = row.most if row.places is None else row.places
    speakers = (one.request for one in holders(fold, session) if one.request.role is None)
    members = (fold.forum.participant_by_id[request.participant] for request in speakers)
    return most is not None and sum(_covers(row, one.participant_class, one.constituency) for one in members) >= most


def _covers(row: Share, participant_class: str | None, constituency: str | None) -> bool:
    return row.participant_class == participant_class and row.constituency in (None, constituency)


def _is_of_whole(row: Share, participant_class: str | None) -> bool:
    return row.constituency is None and row.participant_class == participant_class


def class_id(fold: Fold, one: Running) -> str:
    """Return the class of whom a request speaks for."""
    return fold.forum.participant_by_id[one.request.participant].participant_class


def taken(fold: Fold, one: Running, session: str | None = None) -> int:
    """Return what a request takes of the floor; what it yields is free for others only where its class has it."""
    keeps = fold.forum.selection.yielded is not Yielded.CLASS
    seconds = fold.limit(one, session) if keeps else fold.seconds(one, session)
    return seconds + fold.forum.speaker_changeover_seconds
