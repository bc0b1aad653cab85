"""Why there is no timetable, against conflicts that were planted and against going through every timetable."""

from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from solver.result import Conflict, Limits, Requirement
from solver.timetable.explain import explain
from solver.timetable.interpretation import Interpretation
from solver.timetable.problem import Link, Pin, Problem, Relation, Standing
from solver.timetable.remedy import remedied, remedies
from tests.solver.timetable.brute import Every, best_points, tiny_problem
from tests.solver.timetable.builders import MORNING, PERIODS, periods, problem, room, session

ONE = frozenset({0})


def explained(given: Problem) -> Conflict:
    conflict = explain(given, Limits())
    assert conflict is not None
    return conflict


def names(requirements: tuple[Requirement, ...]) -> set[tuple[str, tuple[int, ...]]]:
    return {(requirement.rule, requirement.instance) for requirement in requirements}


def helps(given: Problem, applied: Iterable[Requirement]) -> bool:
    """Whether one of all timetables of the changed problem does what it asks."""
    changed, left_out = remedied(given, applied)
    every = Every(changed)
    return every.can_hold(every.blocking - left_out)


@pytest.mark.parametrize("seed", range(20))
def test_a_conflict_cannot_hold_and_without_any_one_member_can(seed: int) -> None:
    given = tiny_problem(Random(f"tiny {seed}"))
    if best_points(given) is not None:
        assert explain(given, Limits()) is None
        return
    conflict, every = explained(given), Every(given)
    members = frozenset(conflict.members)
    assert conflict.proven
    assert not every.can_hold(members)
    assert [every.can_hold(members - {member}) for member in conflict.members] == [True] * len(members)
    assert set(conflict.fixes) == {fix for fix in remedies(given, conflict.members) if helps(given, [fix])}
    assert bool(conflict.joint) != bool(conflict.fixes)
    assert helps(given, conflict.joint or conflict.fixes[:1])


def test_a_chair_with_one_hour_for_two_sessions_is_found() -> None:
    chaired = session(60, people=ONE), session(60, people=ONE)
    given = problem(*chaired, session(60), session(60), person_windows=(((630, 700),),))
    conflict = explained(given)
    assert names(conflict.members) == {
        ("placed-once", (0,)),
        ("placed-once", (1,)),
        ("person-available", (0, 0)),
        ("person-available", (1, 0)),
        ("person-in-one-place", (0,)),
    }
    elsewhere = names(conflict.members) - {("person-in-one-place", (0,))}
    assert names(conflict.fixes) == {*elsewhere, ("person-in-one-place", (0, 0)), ("person-in-one-place", (0, 1))}
    assert (conflict.proven, conflict.joint) == (True, ())


def test_a_session_larger_than_any_room_is_found_among_others() -> None:
    given = problem(session(60), session(60, seats=300), session(60, people=ONE), rooms=(room(100), room(200)))
    conflict = explained(given)
    assert names(conflict.members) == {("placed-once", (1,)), ("room-seats", (1,))}
    assert set(conflict.fixes) == set(conflict.members)


def test_two_pins_to_one_room_and_hour_are_found_with_the_room() -> None:
    pins = tuple(Pin(sitting, room=0, start=630) for sitting in (0, 2))
    given = problem(session(60), session(60), session(60), pins=pins)
    assert names(explained(given).members) == {
        ("placed-once", (0,)),
        ("placed-once", (2,)),
        ("pinned", (0, 0)),
        ("pinned", (2, 1)),
        ("room-free", (0,)),
    }


def test_two_planted_conflicts_have_no_fix_alone_but_one_together() -> None:
    given = problem(session(60, seats=300), session(60, kind=2), periods=periods(MORNING, prime=True))
    conflict = explained(given)
    assert len(conflict.members) == 2
    assert (conflict.fixes, conflict.proven) == ((), True)
    assert names(conflict.joint) == {("room-seats", (0,)), ("kind-admitted", (1,))}


def test_plenaries_that_fill_the_forum_leave_no_time_for_a_side_event() -> None:
    plenaries = [session(180, standing=Standing.ALONE) for _ in range(4)]
    given = problem(*plenaries, session(60, standing=Standing.SIDE), relations=(Relation(Link.APART, 0, 1),))
    conflict = explained(given)
    sittings = {member for member in names(conflict.members) if member[0] == "placed-once"}
    assert sittings == {("placed-once", (n,)) for n in range(5)}
    assert ("side-event-clear", (4,)) in names(conflict.members)
    assert ("apart", (0,)) not in names(conflict.members)


def test_a_forum_that_has_a_timetable_has_no_conflict() -> None:
    assert explain(problem(session(60, people=ONE), session(60, people=ONE)), Limits()) is None


def test_what_was_not_found_out_in_time_is_not_claimed() -> None:
    assert explain(problem(session(60, seats=300)), Limits(wall_seconds=-1.0)) is None


def test_one_more_room_is_no_fix_where_teams_lack_and_one_more_team_is() -> None:
    hearings = [session(180, languages=1) for _ in range(3)]
    given = problem(*hearings, periods=PERIODS[:1], rooms=(room(booths=1), room(booths=1)))
    conflict = explained(replace(given, interpretation=Interpretation(2), rooms=given.rooms * 2))
    assert ("interpretation-at-once", (0,)) in names(conflict.members)
    assert [fix.rule for fix in conflict.fixes] == ["interpretation-at-once", *["placed-once"] * 3]


def test_two_teams_that_lack_are_told_together() -> None:
    hearings = [session(180, languages=1) for _ in range(3)]
    given = problem(*hearings, periods=PERIODS[:1], rooms=tuple(room(booths=1) for _ in range(3)))
    conflict = explained(replace(given, interpretation=Interpretation(1)))
    team = Requirement("interpretation-at-once", (0,))
    assert (conflict.fixes, conflict.joint) == ((), (team, team))


def test_one_more_room_is_a_fix_where_rooms_lack_and_rooms_alike_are_offered_once() -> None:
    given = problem(session(180), session(180), session(180), periods=PERIODS[:1], rooms=(room(), room()))
    fixes = explained(given).fixes
    assert [fix for fix in fixes if fix.rule == "room-free"] == [Requirement("room-free", (0,))]
