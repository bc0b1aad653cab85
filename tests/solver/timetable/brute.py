"""Tiny random timetable problems, and all their timetables judged one by one by the checker."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product
from math import prod
from random import Random

from solver.result import Requirement
from solver.rule import Level, Setting
from solver.timetable.build import blocking, demands_of
from solver.timetable.check import check
from solver.timetable.interpretation import Interpretation
from solver.timetable.problem import (
    Habit,
    Link,
    Period,
    Pin,
    Placement,
    Problem,
    Relation,
    Room,
    Session,
    Standing,
)
from solver.timetable.rulebook import RULES
from solver.timetable.solution import Timetable
from tests.solver.timetable.drawing import shared_sets, some, starts_in

MOST_TIMETABLES = 1200


def places(problem: Problem, sitting: int) -> list[Placement]:
    """Every place inside a period and on the grid."""
    minutes = problem.sittings[sitting].minutes
    return [
        Placement(index, room, start)
        for index, period in enumerate(problem.periods)
        for room in range(len(problem.rooms))
        for start in starts_in(period, minutes, problem.slot_minutes)
    ]


def timetables(problem: Problem, may_be_absent: bool = False) -> Iterator[Timetable]:
    """Every timetable of a problem, with gaps if they are asked for."""
    gap: list[Placement | None] = [None] if may_be_absent else []
    for chosen in product(*([*gap, *places(problem, i)] for i in range(len(problem.sittings)))):
        yield Timetable(chosen)


def best_points(problem: Problem) -> int | None:
    """The lowest score of a timetable that breaks no rule that blocks, or None where there is none."""
    reports = (check(problem, timetable) for timetable in timetables(problem))
    return min((report.points for report in reports if report.is_feasible), default=None)


class Every:
    """Every timetable of a problem, some sittings absent or none, with the cases of rules it violates."""

    def __init__(self, problem: Problem) -> None:
        self.blocking = frozenset(demand.requirement for demand in blocking(demands_of(problem)))
        self._broken = {
            frozenset(Requirement(violation.rule, violation.instance) for violation in check(problem, one).broken)
            for one in timetables(problem, may_be_absent=True)
        }

    def can_hold(self, asked: Iterable[Requirement]) -> bool:
        """Whether one of them does all that is asked; whatever is not asked to stand is away."""
        asked = frozenset(asked)
        away = {r for r in self.blocking if r.rule == "placed-once"} - asked
        return any(away <= broken and not asked & broken for broken in self._broken)


def tiny_problem(random: Random) -> Problem:
    """Draw a problem with few enough timetables to go through them all."""
    while True:
        problem = _drawn(random)
        if prod(len(places(problem, i)) for i in range(len(problem.sittings))) <= MOST_TIMETABLES:
            return problem


def _drawn(random: Random) -> Problem:
    periods = _periods(random)
    rooms = tuple(
        Room(random.choice((50, 100)), booths=random.choice((3, 6)), zone=i, changeover_minutes=random.choice((0, 30)))
        for i in range(random.choice((1, 2, 2)))
    )
    sessions = tuple(_session(random, len(periods)) for _ in range(random.randint(2, 3)))
    links = tuple(Link)
    count = sum(len(session.sittings) for session in sessions)
    problem = Problem(
        periods,
        rooms,
        sessions,
        tuple(
            Relation(random.choice(links), *random.sample(range(len(sessions)), 2), random.choice((0, 1)))
            for _ in range(random.randint(0, 2))
        ),
        slot_minutes=30,
        walk=((0, 20), (20, 0)),
        person_windows=(((600, 700), (2040, 2100)), None),
        delegation_people=(1, 1),
        habits=(Habit.SPREAD, Habit.TOGETHER),
        interpretation=Interpretation(random.choice((None, 1, 1)), 60, random.choice((1, 2)), 30),
        settings={rule.name: Setting(Level.WARN, 10) for rule in RULES[2:] if random.random() < 0.15},
    )
    baseline = tuple(random.choice(places(problem, i)) if random.random() < 0.5 else None for i in range(count))
    pins = (Pin(random.randrange(count), random.randrange(len(periods))),) if random.random() < 0.3 else ()
    return replace(problem, baseline=baseline, pins=pins)


def _periods(random: Random) -> tuple[Period, ...]:
    starts = random.sample((600, 660, 690, 900, 2040), random.randint(2, 3))
    return tuple(
        Period(start // 1440, start, start + 60, frozenset({0, random.randrange(2)}), random.random() < 0.5)
        for start in sorted(starts)
    )


def _session(random: Random, periods: int) -> Session:
    return Session(
        kind=random.choice((0, 0, 1)),
        standing=random.choice(tuple(Standing)),
        sittings=random.choice(((60,), (30,), (30, 60), (60, 60))),
        seats=random.choice((0, 0, 60)),
        audience=random.choice((0, 80, 130)),
        languages=random.choice((0, 3, 6)),
        **shared_sets(random),
        windows=random.choice((None, None, None, ((600, 700), (2040, 2100)))),
        preferred=some(random, periods),
        stakeholder_led=random.random() < 0.5,
        remote=random.choice(((), (((600, 720),),))),
    )
