"""What differs between two agendas as far as it may leave the tool."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import AwareDatetime, Field

from scheduler.domain.agenda import Placement
from scheduler.domain.base import Value
from scheduler.domain.changes import Changes, ListChange, Turn
from scheduler.domain.forum import Forum
from scheduler.domain.session import RoleName
from scheduler.publish.hours import local
from scheduler.publish.visible import Shown, say, shown_attendee, shown_holder, shown_speaker

GONE = "not in the forum"


class PublicPlace(Value):
    """Where and when one sitting stands."""

    period: str
    room: str
    room_name: str
    start: AwareDatetime
    minutes: int


class PublicSittingChange(Value):
    """One sitting that was added (no before), removed (no after) or moved."""

    session: str
    title: str = Field(description="Its id where the forum no longer has the session")
    sitting: int
    before: PublicPlace | None = None
    after: PublicPlace | None = None


class PublicTurnChange(Value):
    """One speaker that was added, removed, or moved in a list."""

    speaker: Shown
    place_before: int | None
    place_after: int | None
    start_before: AwareDatetime | None
    start_after: AwareDatetime | None


class PublicListChange(Value):
    """What happened to one speakers list."""

    session: str
    title: str
    added: tuple[PublicTurnChange, ...]
    removed: tuple[PublicTurnChange, ...]
    moved: tuple[PublicTurnChange, ...]
    shifted: int = Field(description="Speakers who keep their order and get another expected start")


class PublicChanges(Value):
    """The differences as anybody may see them."""

    format: Literal[1] = 1
    forum: str
    sittings: tuple[PublicSittingChange, ...]
    lists: tuple[PublicListChange, ...]
    affected: tuple[str, ...] = Field(description="Everybody with a place in it, each at their own level")
    withheld: dict[str, int] = Field(description="Further turns and roles affected, whose details are withheld")


def public_changes(forum: Forum, found: Changes, language: str | None = None) -> PublicChanges:
    """Return what may leave of the differences."""
    pairs: list[tuple[Placement | None, Placement | None]] = [(None, placement) for placement in found.added]
    pairs += [(placement, None) for placement in found.removed]
    pairs += [(move.before, move.after) for move in found.moved]
    sittings = [_sitting(forum, before, after, language) for before, after in pairs]
    shown = list(_affected(forum, found, language))
    open_labels = {who.label for who in shown if who.name or who.organisation} | _organisers(forum, found, language)
    return PublicChanges(
        forum=found.forum,
        sittings=tuple(sorted(sittings, key=_moment)),
        lists=tuple(_list(forum, change, language) for change in found.lists),
        affected=tuple(sorted(open_labels)),
        withheld=dict(sorted(Counter(w.label for w in shown if not (w.name or w.organisation)).items())),
    )


def _affected(forum: Forum, found: Changes, language: str | None) -> Iterable[Shown]:
    """Yield speakers and holders of roles; of people who merely attend nothing but how many."""
    for request in found.affected.requests:
        yield _speaker(forum, request, language)
    for role in forum.roles:
        if role.session in found.sessions:
            shown = shown_attendee if role.role is RoleName.ATTENDEE else shown_holder
            yield shown(forum, role, language)


def _speaker(forum: Forum, request: str, language: str | None) -> Shown:
    found = forum.request_by_id.get(request)
    return shown_speaker(forum, found, language) if found else Shown(label=f"Speaker ({GONE})")


def _title(forum: Forum, session: str, language: str | None) -> str:
    found = forum.session_by_id.get(session)
    return say(forum, found.title, language) if found else f"{session} ({GONE})"


def _organisers(forum: Forum, found: Changes, language: str | None) -> set[str]:
    bodies = {body for session in forum.sessions if session.id in found.sessions for body in session.organisers}
    return {say(forum, forum.participant_by_id[body].name, language) for body in bodies}


def _sitting(
    forum: Forum, before: Placement | None, after: Placement | None, language: str | None
) -> PublicSittingChange:
    placement = after or before
    assert placement is not None
    return PublicSittingChange(
        session=placement.session,
        title=_title(forum, placement.session, language),
        sitting=placement.sitting,
        before=_place(forum, before, language) if before else None,
        after=_place(forum, after, language) if after else None,
    )


def _place(forum: Forum, placement: Placement, language: str | None) -> PublicPlace:
    room = forum.room_by_id.get(placement.room)
    return PublicPlace(
        period=placement.period,
        room=placement.room,
        room_name=say(forum, room.name, language) if room else f"{placement.room} ({GONE})",
        start=local(forum, placement.start),
        minutes=placement.minutes,
    )


def _moment(change: PublicSittingChange) -> tuple[dt.datetime, str, int]:
    place = change.after or change.before
    assert place is not None
    return place.start, change.session, change.sitting


def _list(forum: Forum, change: ListChange, language: str | None) -> PublicListChange:
    def turns(found: tuple[Turn, ...]) -> tuple[PublicTurnChange, ...]:
        return tuple(_turn(forum, turn, language) for turn in found)

    return PublicListChange(
        session=change.session,
        title=_title(forum, change.session, language),
        added=turns(change.added),
        removed=turns(change.removed),
        moved=turns(change.moved),
        shifted=len(change.shifted),
    )


def _turn(forum: Forum, turn: Turn, language: str | None) -> PublicTurnChange:
    return PublicTurnChange(
        speaker=_speaker(forum, turn.request, language),
        place_before=turn.place_before,
        place_after=turn.place_after,
        start_before=local(forum, turn.start_before) if turn.start_before else None,
        start_after=local(forum, turn.start_after) if turn.start_after else None,
    )
