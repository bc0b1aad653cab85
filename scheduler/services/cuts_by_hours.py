"""When a session leaves its speakers room: within their stated hours, or beside what else they are needed for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scheduler.clock import period_minutes
from scheduler.domain.agenda import Placement
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.translate.speakers import limit_seconds, listed_minutes, stated_hours
from scheduler.translate.timetable import Order
from scheduler.translate.windows import Window, common


def windows_for(forum: Forum, session: Session) -> tuple[Window, ...] | None:
    """Return the minutes in which a session of one sitting stands if its speakers are to be there; None is any."""
    starts: tuple[Window, ...] | None = None
    for hours, seconds in _asked(forum, session):
        found = tuple(_starts(session, opens, closes, seconds) for opens, closes in hours)
        starts = found if starts is None else common(starts, found)
    if starts is None:
        return None
    length = session.sittings[0]
    return tuple((low, high - 1 + length) for low, high in starts if low < high)


def sitting_for(forum: Forum, placements: Sequence[Placement], session: Session) -> tuple[str, int, str] | None:
    """Return session, sitting and a period to hold it in, for speakers who are there at none of the sittings."""
    own = sorted((p for p in placements if p.session == session.id), key=lambda p: p.sitting)
    stands = {placement.period for placement in own}
    held = {pin.sitting for pin in forum.pins if pin.session == session.id}
    free = [placement for placement in own if placement.sitting not in held]
    if not free:
        return None
    for hours, seconds in _asked(forum, session):
        periods = _periods(forum, session, hours, seconds)
        if not periods or stands & set(periods):
            continue
        is_later = period_minutes(forum, forum.period_by_id[periods[0]]) > period_minutes(
            forum, forum.period_by_id[own[-1].period]
        )
        return session.id, free[-1 if is_later else 0].sitting, periods[0 if is_later else -1]
    return None


def order_for(forum: Forum, pair: tuple[str, str], *, speaks_first: bool) -> Order:
    """Return how far two sessions may overlap where those needed in the second speak in the first."""
    session, other = forum.session_by_id[pair[0]], forum.session_by_id[pair[1]]
    needed = {role.person for role in forum.roles if role.session == other.id and role.person}
    asking = [r for r in forum.requests if r.session == session.id and r.person in needed]
    seconds = sum(limit_seconds(forum, session, request) + forum.speaker_changeover_seconds for request in asking)
    minutes = -(-seconds // 60) + forum.speaker_walk_minutes
    if speaks_first:
        return Order(session.id, other.id, session.opening_minutes + minutes - session.sittings[0])
    return Order(other.id, session.id, minutes - session.opening_minutes - listed_minutes(session))


def _asked(forum: Forum, session: Session) -> list[tuple[tuple[Window, ...], int]]:
    """Return stated hours in seconds and what is to be said in them; who shares one stretch shares its time."""
    seconds: dict[tuple[Window, ...], list[int]] = defaultdict(list)
    for request in forum.requests:
        hours = stated_hours(forum, request) if request.session == session.id else None
        if hours is not None:
            seconds[hours].append(limit_seconds(forum, session, request))
    between = forum.speaker_changeover_seconds
    return [
        (hours, sum(said) + between * (len(said) - 1) if len(hours) == 1 else max(said))
        for hours, said in seconds.items()
    ]


def _starts(session: Session, opens: int, closes: int, seconds: int) -> Window:
    """Return the minutes at which a session can start whose floor holds a speech within some seconds."""
    opening, floor = session.opening_minutes * 60, listed_minutes(session) * 60
    low, high = opens + seconds - opening - floor, closes - seconds - opening
    return -(-low // 60), high // 60 + 1


def _periods(forum: Forum, session: Session, hours: tuple[Window, ...], seconds: int) -> list[str]:
    """Return the periods, in the order of time, that admit a session and hold a speech within some hours."""
    found = []
    for period in sorted(forum.periods, key=lambda period: period_minutes(forum, period)):
        start, end = period_minutes(forum, period)
        shared = common(hours, [(start * 60, end * 60)])
        if session.kind in period.kinds and any(high - low >= seconds for low, high in shared):
            found.append(period.id)
    return found
