"""Places in time: every sitting has a time it can stand at, before and after what it is tied to."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

from scheduler import clock
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Period, Room
from scheduler.domain.session import Pin, Session
from scheduler.formats.cells import written
from scheduler.formats.checks.sessions import edges_of, lacking
from scheduler.formats.draft import Draft
from scheduler.translate.windows import Window as Stretch
from scheduler.translate.windows import common, merged, without

_NEVER = -(10**9)


@dataclass(slots=True)
class _Times:
    """The periods of each kind of session, in minutes since the forum's origin."""

    forum: Forum
    periods: Mapping[str, list[Stretch]]
    unsure: frozenset[str]
    """Kinds that a period may admit which could not be understood in full."""
    longest_of: Mapping[str, int]
    left: int = 300_000
    """Pairs of a period and a window that are still looked at; a forum has thousands, a hostile file has billions."""

    def longest(self, kind: str, windows: Iterable[Window] = ()) -> int | None:
        """Return the most minutes in a row of a kind, inside windows if there are any; None where none are known."""
        if kind not in self.periods or kind in self.unsure:
            return None
        wanted = merged(clock.window_minutes(self.forum, window) for window in windows)
        if not wanted:
            return self.longest_of[kind]
        self.left -= len(wanted) * len(self.periods[kind])
        if self.left < 0:
            return None
        pairs = ((period, window) for period in self.periods[kind] for window in wanted)
        return max(0, *(min(end, high) - max(start, low) for (start, end), (low, high) in pairs))


def _times(draft: Draft) -> _Times | None:
    """Return the periods of each kind, None where there may be others for any kind."""
    faulty = [row.cells.get("kinds") for row in draft.rows["periods"] if row.value is None]
    is_misnamed = not draft.named("periods", "kinds") <= draft.named("kinds")
    if "periods" in draft.unread or None in faulty or is_misnamed:
        return None
    periods: dict[str, list[Stretch]] = defaultdict(list)
    for period in draft.forum.periods:
        for kind in period.kinds:
            periods[kind].append(clock.period_minutes(draft.forum, period))
    unsure = frozenset(kind for kinds in faulty for kind in kinds or ())
    longest = {kind: max(end - start for start, end in found) for kind, found in periods.items()}
    return _Times(draft.forum, periods, unsure, longest)


def check_kinds(draft: Draft) -> None:
    """Every kind that has a session has a period, and each sitting fits in one."""
    times = _times(draft)
    if times is None:
        return
    used = {kind for _, kind in draft.cells("sessions", "kind")} - times.periods.keys() - times.unsure
    for row, kind in draft.cells("kinds", "id"):
        if kind in used:
            advice = f"Add {kind} to the kinds of a period in {draft.spoken('periods')}."
            draft.fault("kinds", row.number, "id", f"No period admits sessions of the kind {kind}.", advice)
    for row, minutes in draft.cells("sessions", "sittings"):
        limit = times.longest(str(row.cells.get("kind")))
        if limit is not None and minutes > limit:
            problem = f"A sitting of {minutes} minutes is longer than every period that admits its kind."
            advice = f"Write {limit} or less, split it into sittings, or add a longer period."
            draft.fault("sessions", row.number, "sittings", problem, advice)


def check_windows(draft: Draft) -> None:
    """Who and what has times of its own has some in which its session can stand."""
    times = _times(draft)
    if times is None:
        return
    for number, session in draft.values("sessions") if draft.blocks("session-available", "kind-admitted") else ():
        longest = times.longest(session.kind, session.available)
        if session.available and longest is not None and longest < max(session.sittings):
            problem = (
                f"No period for the kind {session.kind} leaves {max(session.sittings)} minutes within these times."
            )
            draft.fault("sessions", number, "available", problem, "Write more times, or leave it blank for any time.")
    for number, request in draft.values("requests") if draft.blocks("within-availability", "kind-admitted") else ():
        wanted = draft.forum.session_by_id.get(request.session)
        if wanted and request.available and times.longest(wanted.kind, request.available) == 0:
            problem = f"These times are outside every period in which {wanted.id} can stand."
            draft.fault("requests", number, "available", problem, "Write other times, or leave it blank for any time.")
    if draft.blocks("person-available", "kind-admitted"):
        _check_holders(draft, times)


def _check_holders(draft: Draft, times: _Times) -> None:
    for number, role in draft.values("roles"):
        person, session = draft.forum.person_by_id.get(role.person), draft.forum.session_by_id.get(role.session)
        if person is None or session is None or not person.available:
            continue
        longest = times.longest(session.kind, person.available)
        if longest is not None and longest < max(session.sittings):
            problem = f"{person.id} is never there for the {max(session.sittings)} minutes of {session.id}."
            times_of = f"{draft.heading('people', 'available')} of {person.id} in {draft.spoken('people')}"
            advice = f"Write another person, or more times as {times_of}."
            draft.fault("roles", number, "person", problem, advice)


def check_pinned_order(draft: Draft) -> None:
    """What is pinned leaves time for what must come before it."""
    if not draft.blocks("pinned", "before", "feeds", "consecutive", "sittings-in-order", "inside-period"):
        return
    forum = draft.forum
    pins = {(pin.session, pin.sitting): (number, pin) for number, pin in draft.values("pins") if pin.period}
    before: dict[str, list[str]] = {session.id: [] for session in forum.sessions}
    for first, second in edges_of(draft):
        if first in before and second in before:
            before[second].append(first)
    ends: dict[str, int] = {}
    for name in _in_order(before):
        latest_before = max(before[name], key=lambda other: ends[other], default=None)
        session, free, cause = forum.session_by_id[name], ends.get(latest_before or "", _NEVER), latest_before
        for sitting, minutes in enumerate(session.sittings, 1):
            number, pin = pins.get((name, sitting), (0, None))
            earliest, latest = _bounds(forum, pin, minutes)
            if pin and cause and free > latest:
                _tell(draft, number, session, sitting, cause, free)
                free = earliest
            free, cause = max(free, earliest) + minutes, f"{name}, sitting {sitting}"
        ends[name] = free


def _in_order(before: Mapping[str, list[str]]) -> list[str]:
    """Return names after those before them, without those that stand in a circle or after one."""
    sorter, order = TopologicalSorter(before), list[str]()
    with suppress(CycleError):
        sorter.prepare()
    while ready := sorter.get_ready():
        order += ready
        sorter.done(*ready)
    return order


def _bounds(forum: Forum, pin: Pin | None, minutes: int) -> tuple[int, int]:
    """Return the first and the last minute at which a sitting can start as far as its pin says."""
    period = forum.period_by_id.get(pin.period or "") if pin else None
    if pin is None or period is None:
        return _NEVER, -_NEVER
    if pin.start is not None:
        start = clock.minute_in(forum, period, pin.start)
        return start, start
    start, end = clock.period_minutes(forum, period)
    return start, max(start, end - minutes)


def _tell(draft: Draft, number: int, session: Session, sitting: int, cause: str, free: int) -> None:
    moment = clock.moment_at(draft.forum, free)
    what = session.id if len(session.sittings) == 1 else f"{session.id}, sitting {sitting}"
    problem = f"It is too early: {cause}, which comes before {what}, cannot end before"
    problem += f" {moment:%Y-%m-%d} {written(moment.time())}."
    draft.fault("pins", number, "period", problem, "Write a later period, or pin the one before it earlier.")


def check_pinned_rooms(draft: Draft) -> None:
    """A room that is pinned has what the session needs, and is open when it is pinned for."""
    if not draft.blocks("pinned", "room-seats", "room-equipment", "room-booths", "room-hours"):
        return
    for number, pin in draft.values("pins"):
        forum = draft.forum
        session, room = forum.session_by_id.get(pin.session), forum.room_by_id.get(pin.room)
        if session is None or room is None or pin.sitting > len(session.sittings):
            continue
        if lacks := lacking(room, session):
            problem = f"{room.id} does not have the {' and the '.join(lacks)} that {session.id} needs."
            draft.fault("pins", number, "room", problem, "Write another room, or correct the room or the session.")
        period = forum.period_by_id.get(pin.period)
        if period is not None:
            minutes = session.sittings[pin.sitting - 1]
            start, end = clock.period_minutes(forum, period)
            if pin.start is not None:
                start = clock.minute_in(forum, period, pin.start)
                end = start + minutes
            longest = max((high - low for low, high in _open(forum, room, period, (start, end))), default=0)
            if longest < minutes <= end - start:
                problem = f"{room.id} is not open for {minutes} minutes then."
                draft.fault(
                    "pins", number, "room", problem, "Write another room or period, or correct when it is open."
                )


def _open(forum: Forum, room: Room, period: Period, wanted: Stretch) -> tuple[Stretch, ...]:
    """Return the part of a stretch of a period in which a room is open."""
    closed = [clock.window_minutes(forum, window) for window in room.closed]
    if room.hours is None:
        return without([wanted], closed)
    dates = (period.date, period.date + dt.timedelta(days=1))
    daily = (Window(date=date, start=room.hours.start, end=room.hours.end) for date in dates)
    return without(common([wanted], [clock.window_minutes(forum, window) for window in daily]), closed)
