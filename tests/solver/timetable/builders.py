"""Small timetable problems in few words: two days of two periods, two rooms, sittings given by their minutes."""

from dataclasses import replace
from typing import Any

from solver.rule import Instance
from solver.timetable.labels import PlainLabels
from solver.timetable.problem import Period, Placement, Problem, Room, Session, Standing
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import TimetableRule
from solver.timetable.solution import Timetable

MORNING, AFTERNOON, NEXT_MORNING, NEXT_AFTERNOON = range(4)

KINDS = frozenset({0, 1})

PERIODS = (
    Period(0, 600, 780, KINDS),
    Period(0, 900, 1080, KINDS),
    Period(1, 2040, 2220, KINDS),
    Period(1, 2340, 2520, KINDS),
)
"""10:00 to 13:00 and 15:00 to 18:00 on two days."""

Found = tuple[Instance, int, tuple[int, ...]]
"""Instance, amount and sittings of a violation."""


def rule(name: str) -> TimetableRule:
    return next(rule for rule in RULES if rule.name == name)


def periods(changed: int, **changes: Any) -> tuple[Period, ...]:
    """The four periods, one of them changed."""
    return tuple(replace(period, **changes) if i == changed else period for i, period in enumerate(PERIODS))


def room(seats: int = 100, **more: Any) -> Room:
    return Room(seats, **more)


def session(*minutes: int, standing: Standing = Standing.OFFICIAL, kind: int = 0, **more: Any) -> Session:
    return Session(kind, standing, minutes, **more)


def problem(*sessions: Session, rooms: tuple[Room, ...] = (Room(100), Room(100)), **more: Any) -> Problem:
    return Problem(more.pop("periods", PERIODS), rooms, sessions, **more)


def at(period: int, after: int = 0, room: int = 0) -> Placement:
    """A place some minutes after the start of one of the four periods."""
    return Placement(period, room, PERIODS[period].start + after)


def judged(name: str, given: Problem, *places: Placement | None) -> list[Found]:
    """What one rule finds in a timetable, by its checker."""
    assert len(places) == len(given.sittings)
    return [(v.instance, v.amount, v.where) for v in rule(name).check(given, Timetable(places))]


def said(name: str, given: Problem, *places: Placement | None) -> list[str]:
    """How one rule explains what it finds."""
    one = rule(name)
    return [one.explain(given, violation, PlainLabels()) for violation in one.check(given, Timetable(places))]


def asked(name: str, given: Problem) -> list[str]:
    """What one rule asks of a problem, case by case."""
    one = rule(name)
    return [one.state(given, instance, PlainLabels()) for instance in one.instances(given)]
