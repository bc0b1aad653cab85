"""A slow, plain checker of placements against the demands of a forum, written apart from the solver's rules."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations, pairwise

from scheduler.clock import minute_in, minute_of, period_minutes, window_minutes
from scheduler.domain.agenda import Agenda, Placement
from scheduler.domain.forum import Forum
from scheduler.domain.session import Link, Pin, Standing

DAY = 24 * 60
FAR = dt.timedelta(minutes=240)
"""Longest changeover a room may have."""


class PlanChecker:
    """Lists what is wrong with an agenda's placements, a sentence a fault."""

    def __init__(self, forum: Forum, agenda: Agenda) -> None:
        self.forum, self.agenda = forum, agenda
        self.walk = {frozenset((walk.first, walk.second)): walk.minutes for walk in forum.walks}

    def faults(self) -> list[str]:
        checks = (self._complete, self._places, self._overlaps, self._people, self._ties, self._pins, self._teams)
        return [fault for check in checks for fault in check()]

    def _span(self, placement: Placement) -> tuple[int, int]:
        start = minute_of(self.forum, placement.start)
        return start, start + placement.minutes

    def _of(self, session: str) -> list[tuple[int, int]]:
        return [self._span(placement) for placement in self.agenda.placements_of[session]]

    def _complete(self) -> Iterator[str]:
        wanted = [(s.id, n, m) for s in self.forum.sessions for n, m in enumerate(s.sittings, 1)]
        placed = [(p.session, p.sitting, p.minutes) for p in self.agenda.placements]
        if sorted(wanted) != sorted(placed):
            yield "not every sitting stands once"
        for session in self.forum.sessions:
            spans = self._of(session.id)
            if any(a[1] > b[0] for a, b in pairwise(spans)):
                yield f"{session.id}: sittings out of order"

    def _places(self) -> Iterator[str]:
        for placement in self.agenda.placements:
            session, room = self.forum.session_by_id[placement.session], self.forum.room_by_id[placement.room]
            period, (start, end) = self.forum.period_by_id[placement.period], self._span(placement)
            first, last = period_minutes(self.forum, period)
            closed = [window_minutes(self.forum, window) for window in room.closed]
            open_hours = room.hours is None or room.hours.start <= placement.start.time() < room.hours.end
            windows = [window_minutes(self.forum, window) for window in session.available]
            holds = {
                "period": session.kind in period.kinds and first <= start and end <= last,
                "grid": (start - first) % self.forum.slot_minutes == 0,
                "room": session.seats <= room.seats and set(session.equipment) <= set(room.equipment),
                "booths": len(session.languages) <= room.booths,
                "hours": open_hours and (room.hours is None or placement.end.time() <= room.hours.end),
                "closed": not any(start < b and a < end for a, b in closed),
                "windows": not windows or any(a <= start and end <= b for a, b in windows),
            }
            yield from (f"{placement.session}: {name}" for name, fine in holds.items() if not fine)

    def _overlaps(self) -> Iterator[str]:
        in_time = sorted(self.agenda.placements, key=lambda p: p.start)
        for place, one in enumerate(in_time):
            for other in in_time[place + 1 :]:
                if other.start >= one.end + FAR:
                    break
                yield from self._clash(one, other)

    def _clash(self, one: Placement, other: Placement) -> Iterator[str]:
        (a, b), (c, d) = self._span(one), self._span(other)
        gap = self.forum.room_by_id[one.room].changeover_minutes if one.room == other.room else 0
        if one.room == other.room and a < d + gap and c < b + gap:
            yield f"{one.session} and {other.session} share a room"
        if one.session != other.session and a < d and c < b and not self._may_stand_beside(one, other):
            yield f"{one.session} stands beside {other.session}"

    def _may_stand_beside(self, one: Placement, other: Placement) -> bool:
        kinds = [self.forum.kind_by_id[self.forum.session_by_id[p.session].kind].standing for p in (one, other)]
        if Standing.ALONE in kinds:
            return False
        return not (Standing.SIDE in kinds and Standing.OFFICIAL in kinds)

    def _people(self) -> Iterator[str]:
        bound: dict[str, list[Placement]] = {}
        for role in self.forum.roles:
            who = role.person or f"body {role.participant}"
            bound.setdefault(who, []).extend(self.agenda.placements_of[role.session])
        for who, placements in bound.items():
            person = self.forum.person_by_id.get(who)
            windows = [window_minutes(self.forum, window) for window in person.available] if person else []
            for one, other in combinations(
                sorted({(p.session, p.sitting): p for p in placements}.values(), key=str), 2
            ):
                (a, b), (c, d) = self._span(one), self._span(other)
                zones = frozenset(self.forum.room_by_id[p.room].zone for p in (one, other))
                walk = self.walk.get(zones, 0)
                if one.session != other.session and a < d + walk and c < b + walk:
                    yield f"{who} in {one.session} and {other.session}"
            for a, b in map(self._span, placements):
                if windows and not any(start <= a and b <= end for start, end in windows):
                    yield f"{who} is not there"

    def _ties(self) -> Iterator[str]:
        for tie in self.forum.ties:
            one, other = self._of(tie.first), self._of(tie.second)
            gap, days = other[0][0] - one[-1][1], other[0][0] // DAY - one[-1][1] // DAY
            holds = {
                Link.BEFORE: gap >= (tie.amount or 0),
                Link.CONSECUTIVE: 0 <= gap <= (15 if tie.amount is None else tie.amount),
                Link.FEEDS: gap >= 0 and days <= (7 if tie.amount is None else tie.amount),
                Link.SAME_DAY: len({span[0] // DAY for span in (*one, *other)}) == 1,
                Link.APART: not any(a < d and c < b for a, b in one for c, d in other),
            }
            if not holds[tie.link]:
                yield f"{tie.first} {tie.link.value} {tie.second}"

    def _pins(self) -> Iterator[str]:
        for pin in self.forum.pins:
            placement = self.agenda.placements_of[pin.session][pin.sitting - 1]
            if pin.period not in (None, placement.period) or pin.room not in (None, placement.room):
                yield f"{pin.session} is not where it is pinned"
            elif not self._starts_at(pin, placement):
                yield f"{pin.session} does not start when it is pinned"

    def _starts_at(self, pin: Pin, placement: Placement) -> bool:
        if pin.start is None:
            return True
        period = self.forum.period_by_id[placement.period]
        return minute_in(self.forum, period, pin.start) == minute_of(self.forum, placement.start)

    def _teams(self) -> Iterator[str]:
        """Give each interpreted meeting, taken as its whole period, the first team that is rested and not used up."""
        rules = self.forum.interpretation
        if rules.teams is None:
            return
        interpreted = {
            (p.period, p.room) for p in self.agenda.placements if self.forum.session_by_id[p.session].languages
        }
        teams: list[list[tuple[int, dt.date]]] = [[] for _ in range(rules.teams)]
        for period in sorted((self.forum.period_by_id[p] for p, _ in interpreted), key=lambda p: (p.date, p.start)):
            start, end = period_minutes(self.forum, period)
            for served in teams:
                rested = not served or served[-1][0] + rules.rest_minutes <= start
                if rested and sum(day == period.date for _, day in served) < rules.meetings_per_day:
                    served.append((end, period.date))
                    break
            else:
                yield f"no team for {period.id}"
