"""Sessions and what binds them, in the timetable problem's terms."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from zoneinfo import ZoneInfo

from scheduler.clock import minute_of, period_minutes, window_minutes
from scheduler.domain import session as domain
from scheduler.domain.base import Window as LocalWindow
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.translate.indices import Indices
from scheduler.translate.windows import Window, common, merged, without
from solver.timetable import problem as solver

DAY_MINUTES = 24 * 60


def horizon(forum: Forum, indices: Indices) -> Window:
    """Return a stretch that holds every minute the forum can be asked about."""
    return -2 * DAY_MINUTES, ((max(forum.days) - min(forum.days)).days + len(indices.day) + 3) * DAY_MINUTES


def windows_or_none(forum: Forum, windows: Iterable[LocalWindow]) -> tuple[Window, ...] | None:
    """Translate local windows; none given means any time."""
    found = merged(window_minutes(forum, window) for window in windows)
    return found or None


class SessionsTranslator:
    """Collects what the forum's tables say about each session before any session is translated."""

    def __init__(
        self,
        forum: Forum,
        indices: Indices,
        barred: Iterable[tuple[str, str]] = (),
        within: Mapping[str, tuple[Window, ...]] | None = None,
    ) -> None:
        self._forum = forum
        self._indices = indices
        self._within = within or {}
        self._barred: dict[str, list[str]] = defaultdict(list)
        for session, period in barred:
            self._barred[session].append(period)

    @cached_property
    def _roles(self) -> dict[str, list[domain.Role]]:
        found: dict[str, list[domain.Role]] = defaultdict(list)
        for role in self._forum.roles:
            found[role.session].append(role)
        return found

    @cached_property
    def _requests(self) -> dict[str, list[Request]]:
        found: dict[str, list[Request]] = defaultdict(list)
        for request in self._forum.requests:
            found[request.session].append(request)
        return found

    def session(self, session: domain.Session) -> solver.Session:
        """Translate one session."""
        indices = self._indices
        return solver.Session(
            kind=indices.kind[session.kind],
            standing=solver.Standing(self._forum.kind_by_id[session.kind].standing.value),
            sittings=session.sittings,
            seats=session.seats,
            audience=session.audience,
            equipment=frozenset(indices.equipment[item] for item in session.equipment),
            languages=len(set(session.languages)),
            people=self._people(session.id),
            speakers=self._people(session.id, is_attending=False),
            attendees=self._people(session.id, is_attending=True),
            due=session.due or 0,
            delegations=self._delegations(session.id),
            wanted_by=self._wanted_by(session.id),
            themes=frozenset(indices.theme[theme] for theme in session.themes),
            objectives=frozenset(indices.objective[number] for number in session.objectives),
            opens=frozenset(indices.objective[number] for number in self._forum.opened_by[session.id]),
            regions=frozenset(indices.region[region] for region in session.regions),
            audiences=frozenset(indices.audience[item] for item in session.audiences),
            windows=self._windows(session),
            preferred=frozenset(indices.period[period] for period in session.preferred),
            stakeholder_led=self._stakeholder_led(session),
            remote=self._remote(session.id),
        )

    def _people(self, session: str, is_attending: bool | None = None) -> frozenset[int]:
        """Return who has a role in a session: all, or only those who come to listen, or all the others."""
        return frozenset(
            self._indices.person[role.person]
            for role in self._roles[session]
            if role.person and is_attending in (None, role.role is domain.RoleName.ATTENDEE)
        )

    def _delegations(self, session: str) -> frozenset[int]:
        return frozenset(
            self._indices.participant[role.participant]
            for role in self._roles[session]
            if role.participant and (role.person is None or role.role is domain.RoleName.PRESENTER)
        )

    def _wanted_by(self, session: str) -> frozenset[int]:
        in_roles = {role.participant for role in self._roles[session] if role.participant}
        asking = {request.participant for request in self._requests[session]}
        return frozenset(self._indices.participant[participant] for participant in in_roles | asking)

    def _windows(self, session: domain.Session) -> tuple[Window, ...] | None:
        windows = windows_or_none(self._forum, session.available)
        barred = [period_minutes(self._forum, self._forum.period_by_id[p]) for p in self._barred[session.id]]
        if barred:
            windows = without(windows or [horizon(self._forum, self._indices)], barred)
        within = self._within.get(session.id)
        if within is None or windows is None:
            return windows if within is None else within
        return tuple(part for one in windows for other in within for part in common([one], [other]))

    def _stakeholder_led(self, session: domain.Session) -> bool:
        if not session.organisers:
            return False
        leader = self._forum.participant_by_id[session.organisers[0]]
        return self._forum.class_by_id[leader.participant_class].interspersed

    def _remote(self, session: str) -> tuple[tuple[Window, ...], ...]:
        named = [(item.person, item.remote) for item in self._roles[session]]
        named += [(item.person, item.remote) for item in self._requests[session]]
        afar = sorted({self._indices.person[person] for person, remote in named if person and remote})
        zones = [self._forum.people[index].timezone for index in afar]
        zones += [item.timezone for item in self._requests[session] if item.remote and item.person is None]
        return tuple(self._decent_hours(ZoneInfo(zone)) for zone in zones if zone)

    def _decent_hours(self, zone: ZoneInfo) -> tuple[Window, ...]:
        first, until = self._forum.decent_from, self._forum.decent_until
        night = dt.timedelta(days=1 if until <= first else 0)
        days = (max(self._forum.days) - min(self._forum.days)).days
        windows = []
        for offset in range(-1, days + 2):
            date = min(self._forum.days) + dt.timedelta(days=offset)
            moments = dt.datetime.combine(date, first, zone), dt.datetime.combine(date + night, until, zone)
            windows.append((minute_of(self._forum, moments[0]), minute_of(self._forum, moments[1])))
        return merged(windows)
