"""The figures that a method page gives: who asks, and what that makes of the floor, as a selection counts it.

What is asked for in fact can tell who was refused, where few ask. So a page for everybody has the figures of what would
be if every participant that may ask made one request for each session.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant
from scheduler.domain.request import Request
from scheduler.domain.session import Session
from scheduler.services.intake.asking import asking
from scheduler.services.lot import thing_ids
from scheduler.services.selecting.groups import Group, groups_of, shares_of
from scheduler.services.selecting.places import sharing
from scheduler.translate.drawing import drawn, ordering_lot
from scheduler.translate.selection_balances import Bound, bounds_of
from scheduler.translate.selection_seats import Seats, Sharing
from scheduler.translate.selection_wishes import Settled, Wish, wishes


@dataclass(frozen=True)
class Figures:
    """What the requests of a forum come to."""

    forum: Forum
    as_asked: bool = True
    """Whether the requests are those there are, not one of every participant for each session."""

    @classmethod
    def of(cls, forum: Forum, *, as_asked: bool) -> Figures:
        """Return the figures of the requests there are, or of one request of everybody for each session."""
        return cls(forum if as_asked else _with_all_asking(forum), as_asked)

    @cached_property
    def wishes(self) -> tuple[Wish, ...]:
        """What is asked for, first and second choices."""
        return wishes(self._standing, settled=self._asking[1])

    @cached_property
    def sharing(self) -> Sharing:
        """The quotas and the time of each class; what the lot decides there is not final before it is drawn."""
        return sharing(self._standing, self.wishes, self._numbers)

    @cached_property
    def bounds(self) -> tuple[Bound, ...]:
        """What the balances ask for."""
        return bounds_of(self._standing, self.wishes, self.sharing)

    def speeches(self, session: Session) -> list[Wish]:
        """Return what asks for the floor of a session."""
        return [wish for wish in self.wishes if wish.session.id == session.id and wish.role is None]

    def seats(self, session: Session) -> list[Seats]:
        """Return the quotas of a session's floor."""
        return [one for one in self.sharing.seats if one.session == session.id and one.role is None]

    def groups(self, session: Session) -> Iterator[tuple[Group, list[Seats]]]:
        """Yield the classes that share a floor, each with its quotas in the order of its parts."""
        rows, speeches = shares_of(self.forum, session), self.speeches(session)
        if rows and speeches:
            seats = {(one.participant_class, one.constituency): one for one in self.seats(session)}
            for group in groups_of(self._standing, speeches, rows, self._numbers):
                yield group, [seats[part.participant_class, part.constituency] for part in group.parts]

    @cached_property
    def _asking(self) -> tuple[Forum, Settled]:
        return asking(self.forum)

    @property
    def _standing(self) -> Forum:
        return self._asking[0]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        lot = ordering_lot(self.forum)
        return {thing_id: drawn(lot, thing_id) for thing_id in thing_ids(self.forum)}


def places_of(seats: Sequence[Seats]) -> int:
    """Return how many places some quotas have together."""
    return sum(one.places for one in seats)


def _with_all_asking(forum: Forum) -> Forum:
    asking = [
        (session.id, participant.id)
        for session in forum.sessions
        if session.floor_minutes
        for participant in forum.participants
        if _may_ask(forum, participant, session)
    ]
    requests = (
        Request(id=f"q{number}", session=session, participant=participant)
        for number, (session, participant) in enumerate(asking)
    )
    return forum.model_copy(update={"requests": tuple(requests), "log": ()})


def _may_ask(forum: Forum, participant: Participant, session: Session) -> bool:
    kinds = forum.class_by_id[participant.participant_class].speaks_in
    return not kinds or session.kind in kinds
