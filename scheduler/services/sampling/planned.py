"""The plan of a sample forum as an agenda, which shows that the forum is feasible."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from scheduler.domain.agenda import Agenda, Outcome, Placement
from scheduler.domain.forum import Forum
from scheduler.services.sampling.grid import Place


def planned_agenda(forum: Forum, places: list[Place], seed: int) -> Agenda:
    """Return a plan as an agenda; it carries no score, a checker gives it one."""
    zone = ZoneInfo(forum.timezone)
    placements = []
    for place in places:
        start = place.start.replace(tzinfo=zone)
        fixed = start.replace(tzinfo=dt.timezone(start.utcoffset() or dt.timedelta()))
        placements.append(
            Placement(
                session=place.session,
                sitting=place.sitting,
                period=place.period,
                room=place.room.id,
                start=fixed,
                minutes=place.minutes,
            )
        )
    return Agenda(forum=forum.uid, outcome=Outcome.FEASIBLE, score=0, bound=0, seed=seed, placements=tuple(placements))
