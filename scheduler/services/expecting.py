"""What a focal point can expect before lists close: how its requests may fare, and what it could change.

All that is told of others is how many of the same class ask for a session, in bands: fewer than 5, 5 to 9, 10 to 19 and
so on. Everything else follows from these bands, the forum's rules and the constituency's own requests. The balances of
the forum and second choices of others are left aside.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from enum import Enum

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request, TimeClass
from scheduler.errors import NotFoundError
from scheduler.publish.visible import say
from scheduler.services.expecting_trials import (
    EXTRA,
    Came,
    Question,
    Selecting,
    came_to,
    question,
    room_for_more,
    selecting,
)
from scheduler.services.intake.merges import Merge, merges
from scheduler.translate.speakers import limit_seconds
from solver.result import Limits, OnProgress

MOST_MOVES, MOST_MERGES = 2, 2
"""Sessions with room, and joint statements, that are tried, those with most room and those that save most."""


MOVE, LONGER, USUAL = "move", "merge", "merge in the usual time"


class Range(Value):
    """A number that is known within bounds."""

    low: int
    high: int


class Demand(Enum):
    """How a session stands, as far as bands tell."""

    UNDER_ASKED = "under-asked"
    MAY_FILL = "may fill"
    OVER_ASKED = "over-asked"


class Outlook(Value):
    """How the constituency's requests for one session may fare."""

    session: str
    title: str
    asked: int = Field(description="Requests of the constituency")
    others: str = Field(description="Requests of others of the same class, as a band")
    demand: Demand
    room: Range = Field(description=f"More requests nobody would be refused for, {EXTRA} being that or more")
    places: Range = Field(description="Places the constituency is likely to have")
    closes: dt.datetime | None = Field(None, description="When its list closes, in local time")


class Change(Value):
    """One thing the focal point could do, and what it would come to, by selecting the changed requests."""

    kind: str = Field(description="move, merge, or merge in the usual time")
    requests: tuple[str, ...]
    session: str = Field(description="Session the requests would move to, or the joint statement is made in")
    title: str
    places: Range = Field(description="Places in all, after the change")
    heard: Range = Field(description="Organisations that have a part in a statement, after the change")


class Expectation(Value):
    """What a focal point can expect for its constituency."""

    format: int = 1
    forum: str
    constituency: str
    label: str
    closes: dt.datetime | None = Field(None, description="When lists close, in local time")
    timezone: str
    sessions: tuple[Outlook, ...]
    places: Range
    heard: Range
    changes: tuple[Change, ...] = ()


def expect(forum: Forum, constituency: str, limits: Limits, on_progress: OnProgress | None = None) -> Expectation:
    """Return what a constituency can expect, from its own requests and bands of all others."""
    group = forum.constituency_by_id.get(constituency)
    if group is None:
        known = ", ".join(forum.constituency_by_id)
        raise NotFoundError(f"The forum has no constituency '{constituency[:80]}'. Write one of {known}.")
    asked = question(forum, constituency)
    if not asked.classes:
        raise NotFoundError(f"Nobody in the forum belongs to the constituency '{constituency}'.")
    selected = selecting(limits, on_progress)
    room = room_for_more(asked, selected)
    came = came_to(asked, asked.own, selected)
    outlooks = tuple(_outlooks(asked, came, {name: Range(low=a, high=b) for name, (a, b) in room.items()}))
    return Expectation(
        forum=forum.uid,
        constituency=constituency,
        label=say(forum, group.label, None),
        closes=forum.selection.list_closes,
        timezone=forum.timezone,
        sessions=outlooks,
        places=_range(came.total),
        heard=_range(came.heard),
        changes=tuple(_changes(asked, outlooks, selected)),
    )


def _range(bounds: tuple[int, int]) -> Range:
    return Range(low=bounds[0], high=bounds[1])


def _outlooks(asked: Question, came: Came, room: dict[str, Range]) -> Iterator[Outlook]:
    for session in asked.bare.sessions:
        if session.id not in room:
            continue
        free = room[session.id]
        demand = Demand.UNDER_ASKED if free.low else Demand.MAY_FILL if free.high else Demand.OVER_ASKED
        yield Outlook(
            session=session.id,
            title=say(asked.bare, session.title, None),
            asked=sum(request.session == session.id for request in asked.own),
            others=str(asked.others_in(session.id)),
            demand=demand,
            room=free,
            places=_range(came.places.get(session.id, (0, 0))),
            closes=session.list_closes or asked.bare.selection.list_closes,
        )


def _changes(asked: Question, outlooks: Sequence[Outlook], selected: Selecting) -> Iterator[Change]:
    """Yield moves to sessions with room, and the joint statements that save most, as they would come out."""
    for change, own in [*_moves(asked, outlooks), *_merged(asked)]:
        came = came_to(asked, own, selected)
        yield change.model_copy(update={"places": _range(came.total), "heard": _range(came.heard)})


Tried = tuple[Change, tuple[Request, ...]]
"""A change that is not measured yet, and the constituency's requests after it."""


def _moves(asked: Question, outlooks: Sequence[Outlook]) -> Iterator[Tried]:
    """Yield the move of requests that may be refused, the least wanted first, to each session with most room."""
    free = sorted((one for one in outlooks if one.room.low), key=lambda one: -one.room.low)
    for outlook in free[:MOST_MOVES]:
        there = {request.participant for request in asked.own if request.session == outlook.session}
        moving: dict[str, Request] = {}
        for request in _may_be_refused(asked, outlooks):
            if request.participant not in there and len(moving) < outlook.room.low:
                there.add(request.participant)
                moving[request.id] = request.model_copy(update={"session": outlook.session, "second_choice": None})
        if moving:
            own = tuple(moving.get(request.id, request) for request in asked.own)
            yield _change(MOVE, tuple(moving), outlook.session, outlook.title), own


def _may_be_refused(asked: Question, outlooks: Sequence[Outlook]) -> Iterator[Request]:
    """Yield as many requests of each session as may get no place there, the least wanted first."""
    for outlook in sorted(outlooks, key=lambda one: one.places.low - one.asked):
        found = [request for request in asked.own if request.session == outlook.session]
        found.sort(key=lambda request: -(request.priority or len(asked.own) + 1))
        yield from found[: max(0, outlook.asked - outlook.places.low)]


def _merged(asked: Question) -> Iterator[Tried]:
    """Yield each joint statement that saves most, ranked first: with the longer time it may have, and with the usual.

    The longer one takes the time of several places, so the usual one may be given where that is not.
    """
    alone = asked.bare.model_copy(update={"requests": asked.own})
    for merge in merges(alone, None)[:MOST_MERGES]:
        joined = [request for request in asked.own if request.id in merge.requests]
        lead, others = joined[0], joined[1:]
        names = (*lead.cosponsors, *(request.participant for request in others))
        cosponsors = tuple(name for name in dict.fromkeys(names) if name != lead.participant)
        usual = limit_seconds(asked.bare, asked.bare.session_by_id[lead.session], lead) / 60
        for kind, minutes, time_class in ((LONGER, None, TimeClass.JOINT), (USUAL, usual, lead.time_class)):
            changed = {"cosponsors": cosponsors, "time_class": time_class, "minutes": minutes, "priority": 1}
            joint = lead.model_copy(update=changed)
            left = tuple(joint if r.id == lead.id else r for r in asked.own if r not in others)
            yield _change(kind, merge.requests, merge.session, _title(asked, merge)), left


def _title(asked: Question, merge: Merge) -> str:
    return say(asked.bare, asked.bare.session_by_id[merge.session].title, None)


def _change(kind: str, requests: tuple[str, ...], session: str, title: str) -> Change:
    nothing = Range(low=0, high=0)
    return Change(kind=kind, requests=requests, session=session, title=title, places=nothing, heard=nothing)
