"""kind-admitted, stands-alone and side-event-clear, by hand."""

from solver.timetable.problem import Standing
from tests.solver.timetable.builders import AFTERNOON, MORNING, asked, at, judged, periods, problem, said, session

ALONE, OFFICIAL, SIDE, FREE = Standing.ALONE, Standing.OFFICIAL, Standing.SIDE, Standing.FREE

LUNCH = periods(MORNING, kinds=frozenset({2}))


def test_kind_admitted_allows_a_period_for_the_kind() -> None:
    assert judged("kind-admitted", problem(session(60, kind=2), periods=LUNCH), at(MORNING)) == []


def test_kind_admitted_forbids_a_period_for_other_kinds() -> None:
    given = problem(session(60, kind=2), periods=LUNCH)
    assert judged("kind-admitted", given, at(AFTERNOON)) == [((0,), 1, (0,))]
    assert asked("kind-admitted", given) == ["sitting 0 stands in a period for kind 2."]
    assert said("kind-admitted", given, at(AFTERNOON)) == ["sitting 0 stands in a period that does not admit kind 2."]


def test_kind_admitted_counts_each_sitting() -> None:
    given = problem(session(60, 60, kind=2), session(60), periods=LUNCH)
    found = judged("kind-admitted", given, at(AFTERNOON), at(MORNING), at(MORNING))
    assert found == [((0,), 1, (0,)), ((2,), 1, (2,))]


def test_stands_alone_allows_what_touches_and_side_events_beside() -> None:
    given = problem(session(60, standing=ALONE), session(60), session(60, standing=SIDE))
    assert judged("stands-alone", given, at(MORNING), at(MORNING, 60), at(MORNING, 0, 1)) == []


def test_stands_alone_forbids_an_official_session_beside_a_plenary() -> None:
    given = problem(session(60, standing=ALONE), session(60))
    assert judged("stands-alone", given, at(MORNING), at(MORNING, 55, 1)) == [((0,), 1, (0, 1))]
    assert asked("stands-alone", given) == ["Nothing official stands beside session 0."]
    assert said("stands-alone", given, at(MORNING), at(MORNING, 55, 1)) == [
        "sitting 0 and sitting 1 overlap, but nothing official stands beside session 0."
    ]


def test_stands_alone_counts_each_pair_with_one_that_stands_alone_once() -> None:
    standings = (ALONE, ALONE, OFFICIAL, FREE, SIDE)
    given = problem(*(session(60, standing=standing) for standing in standings))
    found = judged("stands-alone", given, *(at(MORNING) for _ in standings))
    assert found == [
        ((0,), 1, (0, 1)),
        ((0,), 1, (0, 2)),
        ((0,), 1, (0, 3)),
        ((1,), 1, (1, 2)),
        ((1,), 1, (1, 3)),
    ]


def test_side_event_clear_allows_side_events_and_dedicated_sessions_beside_each_other() -> None:
    given = problem(session(60, standing=SIDE), session(60, standing=SIDE), session(60, standing=FREE), session(60))
    assert judged("side-event-clear", given, at(MORNING), at(MORNING, 0, 1), at(MORNING, 30), at(MORNING, 60)) == []


def test_side_event_clear_forbids_a_side_event_beside_an_official_session() -> None:
    given = problem(session(60, standing=SIDE), session(60))
    assert judged("side-event-clear", given, at(MORNING), at(MORNING, 0, 1)) == [((0,), 1, (0, 1))]
    assert asked("side-event-clear", given) == [
        "session 0 is a side event and never at the time of an official session."
    ]
    assert said("side-event-clear", given, at(MORNING), at(MORNING, 0, 1)) == [
        "session 0 is a side event but stands at the time of sitting 1."
    ]


def test_side_event_clear_counts_each_pair_of_sittings() -> None:
    given = problem(session(90, standing=SIDE), session(30, standing=SIDE), session(60, 60, standing=ALONE))
    found = judged("side-event-clear", given, at(MORNING, 30), at(MORNING), at(MORNING), at(MORNING, 60))
    assert sorted(found) == [((0,), 1, (0, 2)), ((0,), 1, (0, 3)), ((1,), 1, (1, 2))]
