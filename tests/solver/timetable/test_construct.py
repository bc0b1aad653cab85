"""What a first agenda is made from: places that are really open, and starts that leave tied sittings theirs."""

from solver.engine import Effort
from solver.timetable.build import demands_of
from solver.timetable.construct import rooms_by_period
from solver.timetable.domains import domains_of
from solver.timetable.problem import Link, Placement, Problem, Relation
from solver.timetable.solution import Timetable
from tests.solver.timetable.builders import AFTERNOON, MORNING, NEXT_MORNING, PERIODS, problem, room, session


def constructed(given: Problem, *periods: int) -> list[Placement | None]:
    """Give rooms and starts to sittings whose periods are chosen, each at the first start of its period."""
    demands = demands_of(given)
    domains = domains_of(given, ((demand.rule, demand.setting, demand.instance) for demand in demands))
    times = Timetable(tuple(Placement(period, -1, PERIODS[period].start) for period in periods))
    return list(rooms_by_period(given, domains, demands, times, Effort(1.0)).placements)


def test_a_period_in_which_every_room_of_a_sitting_is_closed_is_not_open_to_it() -> None:
    closed_mornings = room(open=((900, 1080), (2340, 2520)))
    given = problem(session(60), rooms=(closed_mornings,))
    domain = domains_of(given, ((d.rule, d.setting, d.instance) for d in demands_of(given)))[0]
    assert {choice.period for choice in domain.choices} == {1, 3}


def test_a_start_is_taken_that_leaves_a_tied_sitting_of_a_later_period_its_place() -> None:
    hour_before = (Relation(Link.CONSECUTIVE, 0, 1, 120),)
    given = problem(session(60), session(180), relations=hour_before, rooms=(room(),))
    first, second = constructed(given, MORNING, AFTERNOON)
    assert first == Placement(MORNING, 0, 720)
    assert second == Placement(AFTERNOON, 0, 900)


def test_a_sitting_that_finds_no_room_is_offered_to_a_later_period_behind_those_planned_there() -> None:
    wishes_elsewhere = session(180, preferred=frozenset({NEXT_MORNING}))
    given = problem(session(180), session(180), wishes_elsewhere, rooms=(room(),))
    placed = constructed(given, MORNING, MORNING, AFTERNOON)
    assert placed[2] == Placement(AFTERNOON, 0, 900)
    assert sorted(placement is None for placement in placed) == [False, False, True]
    placed = constructed(given, MORNING, MORNING, NEXT_MORNING)
    assert placed[2] == Placement(NEXT_MORNING, 0, 2040)
