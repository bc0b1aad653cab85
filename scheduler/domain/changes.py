"""What differs between two agendas of one forum, and who must be told."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from pydantic import AwareDatetime, Field

from scheduler.domain.agenda import Agenda, Intervention, Placement
from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Role


class Move(Value):
    """One sitting that stands elsewhere or at another time."""

    before: Placement
    after: Placement

    @property
    def is_new_time(self) -> bool:
        """Whether it starts or ends at another instant."""
        return (self.before.start, self.before.minutes) != (self.after.start, self.after.minutes)

    @property
    def is_new_room(self) -> bool:
        """Whether it stands in another room."""
        return self.before.room != self.after.room


class Turn(Value):
    """One request's place and expected start, in both lists; None where it is not in one."""

    request: Identifier
    place_before: int | None = None
    place_after: int | None = None
    start_before: AwareDatetime | None = None
    start_after: AwareDatetime | None = None

    @property
    def is_new_minute(self) -> bool:
        """Whether it starts at another minute; seconds are shown to nobody."""
        minutes = [start and int(start.timestamp()) // 60 for start in (self.start_before, self.start_after)]
        return minutes[0] != minutes[1]

    @property
    def is_new(self) -> bool:
        """Whether it has another place or another minute."""
        return self.place_before != self.place_after or self.is_new_minute


class ListChange(Value):
    """What happened to one speakers list."""

    session: Identifier
    added: tuple[Turn, ...] = ()
    removed: tuple[Turn, ...] = ()
    moved: tuple[Turn, ...] = Field(
        (), description="The fewest speakers whose moving makes the new order, without those who seem to stay"
    )
    shifted: tuple[Turn, ...] = Field((), description="Speakers whose order holds but whose expected minute changed")

    @property
    def turns(self) -> tuple[Turn, ...]:
        """Every turn that is not what it was."""
        return (*self.added, *self.removed, *self.moved, *self.shifted)


class Affected(Value):
    """Who must be told, by id, sorted: whoever has or had a place in what differs."""

    participants: tuple[Identifier, ...] = ()
    people: tuple[Identifier, ...] = ()
    requests: tuple[Identifier, ...] = Field((), description="Also those the forum no longer has")


class Changes(Value):
    """Everything people can see differ between two agendas; empty where they say the same."""

    forum: str = Field(description="uid of the forum")
    added: tuple[Placement, ...] = ()
    removed: tuple[Placement, ...] = ()
    moved: tuple[Move, ...] = ()
    lists: tuple[ListChange, ...] = ()
    affected: Affected = Affected()

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.added or self.removed or self.moved or self.lists)

    @property
    def sessions(self) -> tuple[str, ...]:
        """Sessions of which a sitting was added, removed or moved, sorted."""
        placements = (*self.added, *self.removed, *(move.after for move in self.moved))
        return tuple(sorted({placement.session for placement in placements}))


def changes(forum: Forum, before: Agenda, after: Agenda) -> Changes:
    """Return what differs between two agendas of a forum."""
    old = {(p.session, p.sitting): p for p in before.placements}
    new = {(p.session, p.sitting): p for p in after.placements}
    moves = [Move(before=old[key], after=new[key]) for key in sorted(old.keys() & new.keys())]
    found = Changes(
        forum=forum.uid,
        added=tuple(new[key] for key in sorted(new.keys() - old.keys())),
        removed=tuple(old[key] for key in sorted(old.keys() - new.keys())),
        moved=tuple(move for move in moves if move.is_new_time or move.is_new_room),
        lists=tuple(_list_changes(before, after)),
    )
    return found.model_copy(update={"affected": _affected(forum, found, before, after)})


def _list_changes(before: Agenda, after: Agenda) -> Iterable[ListChange]:
    for session in sorted({*before.list_of, *after.list_of}):
        old = before.list_of[session].interventions if session in before.list_of else ()
        new = after.list_of[session].interventions if session in after.list_of else ()
        change = _list_change(session, old, new)
        if change.added or change.removed or change.moved or change.shifted:
            yield change


def _list_change(session: str, old: Sequence[Intervention], new: Sequence[Intervention]) -> ListChange:
    places_old = {turn.request: place for place, turn in enumerate(old)}
    places_new = {turn.request: place for place, turn in enumerate(new)}
    kept = [turn.request for turn in new if turn.request in places_old]
    steady = {kept[i] for i in _longest_rise([places_old[request] for request in kept])}

    def turn(request: str) -> Turn:
        at_old, at_new = places_old.get(request), places_new.get(request)
        return Turn(
            request=request,
            place_before=None if at_old is None else at_old + 1,
            place_after=None if at_new is None else at_new + 1,
            start_before=None if at_old is None else old[at_old].start,
            start_after=None if at_new is None else new[at_new].start,
        )

    turns = [turn(request) for request in kept]
    return ListChange(
        session=session,
        added=tuple(turn(t.request) for t in new if t.request not in places_old),
        removed=tuple(turn(t.request) for t in old if t.request not in places_new),
        moved=tuple(t for t in turns if t.request not in steady and t.is_new),
        shifted=tuple(t for t in turns if t.request in steady and t.is_new_minute),
    )


def _longest_rise(numbers: Sequence[int]) -> set[int]:
    """Return the indices of a longest increasing subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int | None] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tails, number)
        previous.append(ends[pile - 1] if pile else None)
        tails[pile:] = [number, *tails[pile + 1 :]]
        ends[pile:] = [index, *ends[pile + 1 :]]
    rise: set[int] = set()
    last = ends[-1] if ends else None
    while last is not None:
        rise.add(last)
        last = previous[last]
    return rise


def _affected(forum: Forum, found: Changes, before: Agenda, after: Agenda) -> Affected:
    """Return holders of roles, organisers and speakers of changed sittings, and speakers whose turn changed."""
    sessions = set(found.sessions)
    ids = {turn.request for change in found.lists for turn in change.turns}
    ids |= {turn.request for agenda in (before, after) for turn in _turns_in(agenda, found)}
    requests = [forum.request_by_id[id] for id in ids if id in forum.request_by_id]
    roles = [role for role in forum.roles if role.session in sessions]
    organisers = [organiser for s in forum.sessions if s.id in sessions for organiser in s.organisers]
    holders: list[Request | Role] = [*requests, *roles]
    return Affected(
        participants=tuple(sorted({*organisers, *(h.participant for h in holders if h.participant)})),
        people=tuple(sorted({holder.person for holder in holders if holder.person})),
        requests=tuple(sorted(ids)),
    )


def _turns_in(agenda: Agenda, found: Changes) -> Iterable[Intervention]:
    """Yield the turns of an agenda's lists in sittings that were added, removed or moved."""
    places = (*found.added, *found.removed, *(move.after for move in found.moved))
    sittings = {(place.session, place.sitting) for place in places}
    for speakers in agenda.lists:
        yield from (turn for turn in speakers.interventions if (speakers.session, turn.sitting) in sittings)
