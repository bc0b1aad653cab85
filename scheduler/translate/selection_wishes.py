"""The requests a selection decides about, in the sessions they would take, and what is decided outside the method."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.request import Request, TimeClass
from scheduler.domain.session import RoleName, Session
from scheduler.translate.requests import asks_for_floor, participant_of
from scheduler.translate.speakers import limit_seconds

_DECIDES = (Happening.GIVEN, Happening.WAIT_LISTED, Happening.DECLINED)
_OUTSIDE = (Basis.CHAIR, Basis.ACCREDITATION, Basis.OBJECTION, Basis.OVERRIDE)


@dataclass(frozen=True, slots=True)
class Wish:
    """One request for a place in one session: as its first choice, or as its second."""

    request: Request
    session: Session
    participant_class: str
    constituency: str | None
    seconds: int
    """Time of the floor it would take, change of speaker included; a role takes none."""
    is_second: bool = False
    is_given: bool = False
    """Whether something outside the method has given it the place."""
    is_kept: bool = False
    """Whether an earlier selection has given it the place, and only its organisation's limits still ask for it."""

    @property
    def role(self) -> RoleName | None:
        """Role it asks for; None is the floor."""
        return self.request.role


def wishes(forum: Forum, sessions: Collection[str] | None = None) -> tuple[Wish, ...]:
    """Return what is to be decided in some sessions, in all where none are named, first choices in the forum's order.

    A request that is only drafted asks for nothing yet, and what was withdrawn or declined outside the method is
    decided: neither is among them.
    """
    settled, left_out = outside(forum), drafts(forum) | merged(forum).keys()
    found: list[Wish] = []
    for request in forum.requests:
        entry = settled.get(request.id)
        if request.id in left_out or (entry is not None and not gives(entry)):
            continue
        if sessions is None or request.session in sessions:
            found.append(_wish(forum, request, request.session, is_given=entry is not None))
            if request.second_choice and entry is None and (sessions is None or request.second_choice in sessions):
                found.append(_wish(forum, request, request.second_choice, is_second=True))
    return tuple(found)


def kept(forum: Forum, given: Iterable[tuple[str, str]]) -> tuple[Wish, ...]:
    """Return requests that an earlier selection has given a place in a session; they take no time here."""
    wishes = (_wish(forum, forum.request_by_id[request], session, is_given=True) for request, session in given)
    return tuple(replace(wish, seconds=0, is_kept=True) for wish in wishes)


def _wish(forum: Forum, request: Request, session_id: str, *, is_second: bool = False, is_given: bool = False) -> Wish:
    session, participant = forum.session_by_id[session_id], participant_of(forum, request)
    seconds = 0
    if asks_for_floor(request):
        seconds = limit_seconds(forum, session, request) + forum.speaker_changeover_seconds
    return Wish(request, session, participant.participant_class, participant.constituency, seconds, is_second, is_given)


def outside(forum: Forum) -> dict[str, Entry]:
    """Return for each request that was decided outside the method the entry of the log that decided it last.

    A withdrawal is its requester's own decision; submitting it again opens it again.
    """
    found: dict[str, Entry] = {}
    for entry in forum.log:
        if entry.happening is Happening.SUBMITTED:
            found.pop(entry.request, None)
        elif entry.happening is Happening.WITHDRAWN or (entry.happening in _DECIDES and entry.basis in _OUTSIDE):
            found[entry.request] = entry
    return found


def gives(entry: Entry) -> bool:
    """Say whether an entry that decides gives the place."""
    return entry.happening is Happening.GIVEN


def drafts(forum: Forum) -> set[str]:
    """Return the requests of which the log says that they are drafted, and not that they are submitted."""
    last: dict[str, Happening] = {}
    for entry in forum.log:
        if entry.happening in (Happening.DRAFTED, Happening.SUBMITTED):
            last[entry.request] = entry.happening
    return {request for request, happening in last.items() if happening is Happening.DRAFTED}


def merged(forum: Forum) -> dict[str, str]:
    """Return the requests that have joined in the statement of another one and not withdrawn from it, and which."""
    found: dict[str, str] = {}
    for entry in forum.log:
        if entry.happening is Happening.MERGED and entry.other:
            found[entry.request] = entry.other
        elif entry.happening is Happening.WITHDRAWN:
            found.pop(entry.request, None)
    return found


def as_they_stand(forum: Forum) -> Forum:
    """Return the forum with its requests as the log has changed them: who speaks instead, who has joined in."""
    speakers = {e.request: e.person for e in forum.log if e.happening is Happening.SUBSTITUTED and e.person}
    joined: dict[str, list[Request]] = {}
    for request, other in merged(forum).items():
        joined.setdefault(other, []).append(forum.request_by_id[request])
    requests = []
    for found in forum.requests:
        if found.id in speakers:
            found = found.model_copy(update={"person": speakers[found.id]})
        requests.append(_together(forum, found, joined[found.id]) if found.id in joined else found)
    return forum.model_copy(update={"requests": tuple(requests)})


def _together(forum: Forum, lead: Request, others: Sequence[Request]) -> Request:
    """Return a joint statement: those who joined are its co-sponsors, and it has the longest limit of all."""
    named = [*lead.cosponsors, *(name for other in others for name in (other.participant, *other.cosponsors))]
    session = forum.session_by_id[lead.session]
    joint = forum.kind_by_id[session.kind].minutes_joint
    limits = [limit_seconds(forum, session, request) / 60 for request in (lead, *others)]
    cosponsors = tuple(name for name in dict.fromkeys(named) if name != lead.participant)
    return lead.model_copy(
        update={"cosponsors": cosponsors, "time_class": TimeClass.JOINT, "minutes": max(joint, *limits)}
    )
