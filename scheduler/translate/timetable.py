"""A forum becomes a timetable problem; its settings, ties, pins and rooms become indices and minutes here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from scheduler.clock import minute_in, minute_of, period_minutes, window_minutes
from scheduler.domain import programme
from scheduler.domain import session as domain
from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Window as LocalWindow
from scheduler.domain.forum import Forum
from scheduler.translate.indices import Indices
from scheduler.translate.labels import ForumLabels
from scheduler.translate.points import points_of
from scheduler.translate.sessions import SessionsTranslator, horizon, windows_or_none
from scheduler.translate.settings import settings_of
from scheduler.translate.voice import Voice
from scheduler.translate.windows import Window, without
from solver.timetable import problem as solver
from solver.timetable.interpretation import Interpretation
from solver.timetable.rulebook import RULES

DEFAULT_FEED_DAYS = 7
DEFAULT_CONSECUTIVE_MINUTES = 15
DEFAULT_AMOUNTS = {domain.Link.FEEDS: DEFAULT_FEED_DAYS, domain.Link.CONSECUTIVE: DEFAULT_CONSECUTIVE_MINUTES}
LINKS = {
    domain.Link.BEFORE: solver.Link.BEFORE,
    domain.Link.SAME_DAY: solver.Link.SAME_DAY,
    domain.Link.CONSECUTIVE: solver.Link.CONSECUTIVE,
    domain.Link.FEEDS: solver.Link.FEEDS,
    domain.Link.APART: solver.Link.APART,
}


@dataclass(frozen=True)
class Order:
    """Two sessions, the second not before some minutes after the end of the first; below 0 they may overlap."""

    first: str
    second: str
    minutes: int


@dataclass(frozen=True)
class Cuts:
    """What speakers lists taught about timetables.

    Pairs never at once, periods a session cannot stand in, minutes it stands within, periods that hold one of its
    sittings, and the order of two that overlap.
    """

    apart: tuple[tuple[str, str], ...] = ()
    barred: tuple[tuple[str, str], ...] = ()
    within: tuple[tuple[str, tuple[Window, ...]], ...] = ()
    held: tuple[tuple[str, int, str], ...] = ()
    ordered: tuple[Order, ...] = ()


@dataclass(frozen=True)
class TimetableTranslation:
    """A timetable problem with what is needed to read its answers."""

    forum: Forum
    indices: Indices
    problem: solver.Problem
    labels: ForumLabels


def timetable_problem(forum: Forum, baseline: Agenda | None = None, cuts: Cuts | None = None) -> TimetableTranslation:
    """Translate a forum; a baseline is an agenda that should change little."""
    cuts = cuts or Cuts()
    indices = Indices(forum)
    sessions = SessionsTranslator(forum, indices, cuts.barred, dict(cuts.within))
    problem = solver.Problem(
        periods=tuple(_period(forum, indices, period) for period in forum.periods),
        rooms=tuple(_room(forum, indices, room) for room in forum.rooms),
        sessions=tuple(sessions.session(session) for session in forum.sessions),
        relations=_relations(forum, indices, cuts),
        pins=tuple(_pin(forum, indices, pin) for pin in (*forum.pins, *_held(cuts))),
        slot_minutes=forum.slot_minutes,
        walk=_walk(forum, indices),
        person_windows=tuple(windows_or_none(forum, person.available) for person in forum.people),
        delegation_people=tuple(participant.people for participant in forum.participants),
        theme_chairs=tuple(frozenset(indices.person[chair] for chair in theme.chairs) for theme in forum.themes),
        points=points_of(forum, indices),
        habits=tuple(solver.Habit(theme.days.value) for theme in forum.themes),
        interpretation=Interpretation(**forum.interpretation.model_dump()),
        framework=frozenset(indices.objective[objective.number] for objective in forum.objectives),
        baseline=_baseline(forum, indices, baseline) if baseline else (),
        settings=settings_of(forum, RULES),
    )
    return TimetableTranslation(forum, indices, problem, ForumLabels(forum, indices, Voice.FULL))


def _period(forum: Forum, indices: Indices, period: programme.Period) -> solver.Period:
    start, end = period_minutes(forum, period)
    kinds = frozenset(indices.kind[kind] for kind in period.kinds)
    return solver.Period(indices.day[period.date.isoformat()], start, end, kinds, period.prime)


def _room(forum: Forum, indices: Indices, room: programme.Room) -> solver.Room:
    return solver.Room(
        seats=room.seats,
        equipment=frozenset(indices.equipment[item] for item in room.equipment),
        booths=room.booths,
        zone=indices.zone[room.zone],
        changeover_minutes=room.changeover_minutes,
        open=_open(forum, indices, room),
    )


def _open(forum: Forum, indices: Indices, room: programme.Room) -> tuple[Window, ...] | None:
    if room.hours is None and not room.closed:
        return None
    closed = [window_minutes(forum, window) for window in room.closed]
    if room.hours is None:
        return without([horizon(forum, indices)], closed)
    dates = [dt.date.fromisoformat(day) for day in indices.day]
    dates.append(dates[-1] + dt.timedelta(days=1))
    daily = [LocalWindow(date=date, start=room.hours.start, end=room.hours.end) for date in dates]
    return without([window_minutes(forum, window) for window in daily], closed)


def _relations(forum: Forum, indices: Indices, cuts: Cuts) -> tuple[solver.Relation, ...]:
    stated = [
        solver.Relation(
            LINKS[tie.link],
            indices.session[tie.first],
            indices.session[tie.second],
            DEFAULT_AMOUNTS.get(tie.link, 0) if tie.amount is None else tie.amount,
        )
        for tie in forum.ties
    ]
    learnt = [
        solver.Relation(solver.Link.APART, indices.session[first], indices.session[second])
        for first, second in cuts.apart
    ]
    learnt += [
        solver.Relation(solver.Link.BEFORE, indices.session[order.first], indices.session[order.second], order.minutes)
        for order in cuts.ordered
    ]
    return (*stated, *learnt)


def _held(cuts: Cuts) -> tuple[domain.Pin, ...]:
    return tuple(domain.Pin(session=session, sitting=sitting, period=period) for session, sitting, period in cuts.held)


def _pin(forum: Forum, indices: Indices, pin: domain.Pin) -> solver.Pin:
    return solver.Pin(
        sitting=indices.sitting[pin.session, pin.sitting],
        period=indices.period[pin.period] if pin.period else None,
        room=indices.room[pin.room] if pin.room else None,
        start=minute_in(forum, forum.period_by_id[pin.period], pin.start) if pin.period and pin.start else None,
    )


def _walk(forum: Forum, indices: Indices) -> tuple[tuple[int, ...], ...]:
    minutes = {}
    for walk in forum.walks:
        minutes[walk.first, walk.second] = minutes[walk.second, walk.first] = walk.minutes
    return tuple(tuple(minutes.get((a, b), 0) for b in indices.zone) for a in indices.zone)


def _baseline(forum: Forum, indices: Indices, agenda: Agenda) -> tuple[solver.Placement | None, ...]:
    found: list[solver.Placement | None] = [None] * len(indices.sittings)
    for placement in agenda.placements:
        sitting = indices.sitting.get((placement.session, placement.sitting))
        period, room = indices.period.get(placement.period), indices.room.get(placement.room)
        if sitting is not None and period is not None and room is not None:
            found[sitting] = solver.Placement(period, room, minute_of(forum, placement.start))
    return tuple(found)
