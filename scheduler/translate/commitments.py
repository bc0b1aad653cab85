"""When people are bound: for whole sittings by their roles, and for minutes by their interventions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from scheduler.clock import second_of
from scheduler.domain.agenda import Placement, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.domain.session import RoleName
from scheduler.translate.windows import Window

AFAR = None
"""The room of somebody who takes part from afar and walks nowhere."""


@dataclass(frozen=True, slots=True)
class Commitment:
    """One stretch of seconds for which a person is bound, in which session and room; no role is a turn to speak."""

    person: str
    start: int
    end: int
    session: str
    room: str | None
    role: RoleName | None = None

    def blocked(self, room: str | None, walk_seconds: int) -> Window:
        """Return when the person cannot speak in a room: the commitment, with the walk from another room."""
        pad = 0 if room is AFAR or self.room is AFAR or room == self.room else walk_seconds
        return self.start - pad, self.end + pad


def by_roles(forum: Forum, placements: Iterable[Placement]) -> Iterator[Commitment]:
    """Yield what binds people for whole sittings."""
    standing: dict[str, list[Placement]] = defaultdict(list)
    for placement in placements:
        standing[placement.session].append(placement)
    for role in forum.roles:
        for placement in standing[role.session] if role.person else ():
            start = second_of(forum, placement.start)
            end = start + placement.minutes * 60
            room = AFAR if role.remote else placement.room
            yield Commitment(role.person or "", start, end, role.session, room, role.role)


def by_speeches(forum: Forum, placements: Iterable[Placement], speakers: SpeakersList) -> Iterator[Commitment]:
    """Yield what binds people for their interventions in one list."""
    rooms = {placement.sitting: placement.room for placement in placements if placement.session == speakers.session}
    for turn in speakers.interventions:
        request = forum.request_by_id.get(turn.request)
        if request is not None and request.person:
            start = second_of(forum, turn.start)
            room = AFAR if request.remote else rooms.get(turn.sitting)
            yield Commitment(request.person, start, start + turn.seconds, speakers.session, room)


def elsewhere(commitments: Sequence[Commitment], person: str, session: str) -> tuple[Commitment, ...]:
    """Return what binds a person outside one session."""
    return tuple(item for item in commitments if item.person == person and item.session != session)
