"""The requests a selection decides about, in the sessions they would take, and what is decided outside the method."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.request import Request
from scheduler.domain.session import RoleName, Session
from scheduler.translate.requests import asks_for_floor, participant_of
from scheduler.translate.speakers import limit_seconds


@dataclass(frozen=True, slots=True)
class Settled:
    """What the log has decided, and leaves nothing to select of."""

    out: frozenset[str] = frozenset()
    """Requests that ask for nothing of their own: drafts, and those that have joined another's statement."""
    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By request what decided it outside the method last."""
    places: Mapping[str, str] = field(default_factory=dict)
    """By request the session in which it has a place already, which it keeps."""

    def gives(self, request: str) -> bool:
        """Say whether a request has its place whatever the method comes to."""
        entry = self.entries.get(request)
        return request in self.places or (entry is not None and entry.happening is Happening.GIVEN)


NOTHING = Settled()


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
    """Whether it has the place already: by something outside the method, or by a selection that is made again."""
    is_kept: bool = False
    """Whether an earlier selection has given it the place, and only its organisation's limits still ask for it."""

    @property
    def role(self) -> RoleName | None:
        """Role it asks for; None is the floor."""
        return self.request.role


def wishes(forum: Forum, sessions: Collection[str] | None = None, settled: Settled = NOTHING) -> tuple[Wish, ...]:
    """Return what is to be decided in some sessions, in all where none are named, first choices in the forum's order.

    Who has a place already asks for that one alone; what was withdrawn or declined outside the method is decided, and
    not among them.
    """
    found: list[Wish] = []
    for request in forum.requests:
        is_given = settled.gives(request.id)
        if request.id in settled.out or (request.id in settled.entries and not is_given):
            continue
        first = settled.places.get(request.id, request.session)
        if sessions is None or first in sessions:
            found.append(_wish(forum, request, first, is_given=is_given))
            if request.second_choice and not is_given and (sessions is None or request.second_choice in sessions):
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
