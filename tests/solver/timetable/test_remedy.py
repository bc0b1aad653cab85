"""A remedy is a change of the problem that can be made in fact."""

from __future__ import annotations

from dataclasses import replace

from solver.result import Requirement
from solver.timetable.interpretation import Interpretation
from solver.timetable.problem import Problem, Standing
from solver.timetable.remedy import CHANGES, remedied, remedies
from solver.timetable.rulebook import RULES
from tests.solver.timetable.builders import problem, room, session

ONE = frozenset({0})


def a_problem() -> Problem:
    sessions = (
        session(60, people=ONE, delegations=ONE, standing=Standing.ALONE),
        session(60, people=ONE, delegations=ONE, standing=Standing.SIDE),
    )
    return replace(problem(*sessions, rooms=(room(100), room(50))), interpretation=Interpretation(1))


def changed(rule: str, *instance: int) -> Problem:
    given, left_out = remedied(a_problem(), [Requirement(rule, instance)])
    assert left_out == frozenset()
    return given


def test_every_change_is_about_a_rule() -> None:
    assert set(CHANGES) - {rule.name for rule in RULES} == set()


def test_one_more_team_serves_in_every_period() -> None:
    assert changed("interpretation-at-once", 0) == replace(a_problem(), interpretation=Interpretation(2))
    assert changed("interpretation-per-day", 0) == replace(a_problem(), interpretation=Interpretation(2))


def test_one_more_room_is_like_the_one_that_is_full() -> None:
    assert changed("room-free", 1) == replace(a_problem(), rooms=(room(100), room(50), room(50)))


def test_somebody_else_is_named_in_one_session() -> None:
    assert [one.people for one in changed("person-in-one-place", 0, 1).sessions] == [ONE, frozenset()]
    assert [one.delegations for one in changed("delegation-in-one-place", 0, 0).sessions] == [frozenset(), ONE]


def test_a_session_may_stand_beside_others() -> None:
    assert [one.standing for one in changed("stands-alone", 0).sessions] == [Standing.OFFICIAL, Standing.SIDE]
    assert [one.standing for one in changed("side-event-clear", 1).sessions] == [Standing.ALONE, Standing.FREE]


def test_what_has_no_change_of_its_own_is_left_out() -> None:
    gone = Requirement("placed-once", (0,))
    assert remedied(a_problem(), [gone]) == (a_problem(), frozenset({gone}))


def test_somebody_in_two_places_has_a_remedy_for_each_session_of_the_conflict() -> None:
    members = [Requirement("placed-once", (1,)), Requirement("person-in-one-place", (0,))]
    assert list(remedies(a_problem(), members)) == [members[0], Requirement("person-in-one-place", (0, 1))]


def test_one_more_team_is_one_remedy_however_many_rules_ask_for_it() -> None:
    members = [Requirement("interpretation-at-once", (n,)) for n in range(2)]
    members.append(Requirement("interpretation-per-day", (0,)))
    assert list(remedies(a_problem(), members)) == members[:1]
