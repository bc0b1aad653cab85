"""Every objective of a framework is open for discussion in a session that has a place."""

from solver.result import Limits, Status
from solver.rule import Level, Setting
from solver.timetable.explain import explain
from solver.timetable.labels import PlainLabels
from solver.timetable.rulebook import RULES
from solver.timetable.solve import solve
from tests.solver.timetable.builders import AFTERNOON, MORNING, asked, at, judged, problem, said, session

OPENS_BOTH = session(60, 60, opens=frozenset({0, 1}))
OPENS_ONE = session(60, opens=frozenset({1}))


def test_an_objective_is_open_where_a_session_that_opens_it_has_a_place() -> None:
    given = problem(OPENS_BOTH, OPENS_ONE, framework=frozenset({0, 1}))
    assert judged("objective-open", given, at(MORNING), None, None) == []
    assert judged("objective-open", given, None, at(AFTERNOON), at(MORNING)) == []


def test_a_session_without_a_place_opens_nothing() -> None:
    given = problem(OPENS_BOTH, OPENS_ONE, framework=frozenset({0, 1}))
    assert judged("objective-open", given, None, None, at(MORNING)) == [((0,), 1, (0, 1))]
    assert said("objective-open", given, None, None, at(MORNING)) == [
        "No session that takes place opens objective objectives 0 for discussion; without a place: session 0."
    ]


def test_a_session_about_an_objective_does_not_open_it_by_that_alone() -> None:
    given = problem(session(60, objectives=frozenset({0})), OPENS_ONE, framework=frozenset({0, 1}))
    assert judged("objective-open", given, at(MORNING), at(AFTERNOON)) == [((0,), 1, ())]
    assert asked("objective-open", given)[0] == "Objective objectives 0 is open for discussion in some session."
    assert said("objective-open", given, at(MORNING), at(AFTERNOON)) == [
        "No session opens objective objectives 0 for discussion."
    ]


def test_objectives_outside_the_framework_need_no_session() -> None:
    assert judged("objective-open", problem(OPENS_ONE), None) == []


def test_one_objective_that_nothing_opens_is_the_whole_conflict_and_its_fix() -> None:
    given = problem(session(60), OPENS_ONE, framework=frozenset({0, 1}))
    assert solve(given, Limits()).status is Status.INFEASIBLE
    conflict = explain(given, Limits())
    assert conflict is not None
    assert [(member.rule, member.instance) for member in conflict.members] == [("objective-open", (0,))]
    assert (conflict.fixes, conflict.joint, conflict.proven) == (conflict.members, (), True)


def test_several_objectives_that_nothing_opens_are_to_be_opened_together() -> None:
    given = problem(session(60), framework=frozenset(range(23)))
    conflict = explain(given, Limits())
    assert conflict is not None
    assert conflict.fixes == ()
    assert [each.instance for each in conflict.joint] == [(objective,) for objective in range(23)]


def test_a_forum_that_only_warns_is_planned_and_pays() -> None:
    settings = {"objective-open": Setting(Level.WARN, 7)}
    result = solve(problem(session(60), framework=frozenset({0, 1}), settings=settings), Limits())
    assert (result.status, result.score) == (Status.OPTIMAL, 14)


def test_a_rule_speaks_in_one_sentence() -> None:
    rule = next(rule for rule in RULES if rule.name == "objective-open")
    given = problem(session(60), framework=frozenset({0}))
    assert rule.state(given, (0,), PlainLabels()).endswith(".")
