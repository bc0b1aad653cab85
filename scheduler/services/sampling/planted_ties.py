"""Ties and pins of a planted forum: only such as its plan meets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from random import Random

from scheduler.domain.session import Link, Pin, Tie
from scheduler.services.sampling.grid import Place
from scheduler.services.sampling.planted_plan import ALONE_KINDS, OFFICIAL_KINDS, Plan

TIED = 0.12
"""Ties in all, as a share of the sessions."""

TRIES = 40
CONSECUTIVE_MINUTES = 60
FEEDING_DAYS = 2
LINKS = (*(Link.BEFORE,) * 8, *(Link.SAME_DAY,) * 4, *(Link.CONSECUTIVE,) * 3, *(Link.FEEDS,) * 3, *(Link.APART,) * 2)
AMOUNTS = {Link.CONSECUTIVE: CONSECUTIVE_MINUTES, Link.FEEDS: FEEDING_DAYS}


def _gap(one: Place, other: Place) -> dt.timedelta:
    return other.start - one.end


def _days(one: Place, other: Place) -> int:
    return (other.start.date() - one.start.date()).days


HOLDS: dict[Link, Callable[[Place, Place], bool]] = {
    Link.BEFORE: lambda one, other: _gap(one, other) >= dt.timedelta(),
    Link.SAME_DAY: lambda one, other: _days(one, other) == 0,
    Link.CONSECUTIVE: lambda one, other: (
        dt.timedelta() <= _gap(one, other) <= dt.timedelta(minutes=CONSECUTIVE_MINUTES)
    ),
    Link.FEEDS: lambda one, other: _gap(one, other) >= dt.timedelta() and _days(one, other) <= FEEDING_DAYS,
    Link.APART: lambda one, other: one.end <= other.start or other.end <= one.start,
}


def draw_ties(plan: Plan, random: Random) -> tuple[Tie, ...]:
    """Draw ties between sessions of one sitting, and put the opening first and the closing last."""
    by_kind = {kind: name for name, (kind, _) in plan.sessions.items() if kind in ALONE_KINDS}
    ties = [
        Tie(first=by_kind["opening"], link=Link.BEFORE, second=by_kind["plenary"]),
        Tie(first=by_kind["plenary"], link=Link.BEFORE, second=by_kind["closing"]),
    ]
    singles = [name for name, (kind, minutes) in plan.sessions.items() if len(minutes) == 1 and kind not in ALONE_KINDS]
    tied: set[frozenset[str]] = set()
    for _ in range(int(len(plan.sessions) * TIED)):
        link = random.choice(LINKS)
        pool = [name for name in singles if plan.sessions[name][0] == "stakeholder-session"]
        firsts = pool if link is Link.FEEDS else singles
        targets = [name for name in singles if plan.sessions[name][0] in OFFICIAL_KINDS]
        seconds = targets if link is Link.FEEDS else singles
        for _ in range(TRIES if firsts and seconds else 0):
            first, second = random.choice(firsts), random.choice(seconds)
            fresh = first != second and frozenset((first, second)) not in tied
            if fresh and HOLDS[link](plan.grid.of(first)[0], plan.grid.of(second)[0]):
                tied.add(frozenset((first, second)))
                ties.append(Tie(first=first, link=link, second=second, amount=AMOUNTS.get(link)))
                break
    return tuple(ties)


def draw_pins(plan: Plan, random: Random) -> tuple[Pin, ...]:
    """Pin the opening and a few sittings where the plan has them: period alone, with room, or with start too."""
    pins = []
    for place in plan.grid.places:
        opening = plan.sessions[place.session][0] == "opening"
        if not opening and random.random() >= 0.03:
            continue
        depth = random.random()
        pins.append(
            Pin(
                session=place.session,
                sitting=place.sitting,
                period=place.period,
                room=place.room.id if opening or depth < 0.4 else None,
                start=place.start.time() if depth < 0.15 else None,
            )
        )
    return tuple(pins)
