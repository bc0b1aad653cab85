"""How many side events of a kind there is room for: open rooms in the periods that take it, less what stands there."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from scheduler.clock import period_minutes, window_minutes
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Period, Room
from scheduler.domain.proposal import Proposal
from scheduler.translate.selection_proposals import Windows
from scheduler.translate.windows import common, without

_DAY = dt.timedelta(days=1)


def windows_of(forum: Forum) -> tuple[Windows, ...]:
    """Return what proposals compete for: by kind those that need a room, those held online, and those that fit none."""
    found: list[Windows] = []
    for kind in forum.kinds:
        own = [proposal for proposal in forum.proposals if proposal.kind == kind.id]
        remote = tuple(proposal for proposal in own if proposal.remote)
        placed = tuple(p for p in own if not p.remote and has_room(forum, p))
        unfit = tuple(p for p in own if not p.remote and not has_room(forum, p))
        if placed:
            found.append(Windows(kind.id, capacity(forum, kind.id, placed), placed))
        if remote:
            found.append(Windows(kind.id, len(remote), remote, is_remote=True))
        if unfit:
            found.append(Windows(kind.id, 0, unfit, is_unfit=True))
    return tuple(found)


def narrowed(windows: Sequence[Windows], among: Container[str]) -> tuple[Windows, ...]:
    """Return what some proposals alone compete for; online each has room, elsewhere there is as much as before."""
    found = []
    for window in windows:
        proposals = tuple(proposal for proposal in window.proposals if proposal.id in among)
        places = len(proposals) if window.is_remote else window.places
        found.append(replace(window, places=places, proposals=proposals))
    return tuple(found)


def capacity(forum: Forum, kind: str, proposals: Sequence[Proposal]) -> int:
    """Return how many more sessions of a kind there can be: as there is room, and as the forum allows at most.

    Each is taken to be as long as most of the proposals, of equally many lengths the longer. A room counts that has
    what at least one of the proposals needs.
    """
    lengths = Counter(proposal.minutes for proposal in proposals)
    usual = max(lengths, key=lambda minutes: (lengths[minutes], minutes))
    rooms = [room for room in forum.rooms if any(fits(room, proposal) for proposal in proposals)]
    periods = [period for period in forum.periods if kind in period.kinds]
    there = sum(len(session.sittings) for session in forum.sessions if session.kind == kind)
    room_for = sum(_in_a_row(forum, period, room, usual) for period in periods for room in rooms)
    most = forum.selection.most_side_events
    return max(0, (room_for if most is None else min(room_for, most)) - there)


def has_room(forum: Forum, proposal: Proposal) -> bool:
    """Say whether any room has what a proposal needs, in any period that takes its kind for as long as it is."""
    periods = [period for period in forum.periods if proposal.kind in period.kinds]
    rooms = [room for room in forum.rooms if fits(room, proposal)]
    return any(_in_a_row(forum, period, room, proposal.minutes) for period in periods for room in rooms)


def fits(room: Room, proposal: Proposal) -> bool:
    """Say whether a room has the equipment and the booths a proposal needs; the audience may be larger than hoped."""
    return set(proposal.equipment) <= set(room.equipment) and len(set(proposal.languages)) <= room.booths


def _in_a_row(forum: Forum, period: Period, room: Room, minutes: int) -> int:
    """Return how many sessions of some length fit into a period of a room one after the other."""
    open_for = [period_minutes(forum, period)]
    if room.hours is not None:
        days = (period.date, period.date + _DAY)
        hours = [Window(date=day, start=room.hours.start, end=room.hours.end) for day in days]
        open_for = list(common(open_for, [window_minutes(forum, window) for window in hours]))
    stretches = without(open_for, [window_minutes(forum, window) for window in room.closed])
    change = room.changeover_minutes
    return sum((end - start + change) // (minutes + change) for start, end in stretches)
