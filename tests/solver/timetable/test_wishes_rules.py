"""Points that a forum's own tables put on places, by hand."""

from solver.timetable.points import Points
from solver.timetable.problem import Problem
from tests.solver.timetable.builders import AFTERNOON, MORNING, NEXT_MORNING, asked, at, judged, problem, said, session

ONE = frozenset({0})
OTHER = frozenset({1})


def with_points(**tables: dict[tuple[int, int], int]) -> Problem:
    """Two sessions of theme 0, one of them of two sittings, and one of theme 1."""
    sessions = session(60, themes=ONE), session(60, 60, themes=ONE), session(60, themes=OTHER)
    return problem(*sessions, points=Points(**tables))


def test_session_period_points_costs_each_sitting_in_a_period_what_the_table_says() -> None:
    given = with_points(session_period={(1, MORNING): 4, (0, AFTERNOON): 3})
    places = at(MORNING), at(MORNING, 60), at(MORNING, 120), at(AFTERNOON)
    assert judged("session-period-points", given, *places) == [((1,), 4, (1,)), ((2,), 4, (2,))]
    assert judged("session-period-points", given, *(at(NEXT_MORNING, 0, r) for r in range(4))) == []
    assert said("session-period-points", given, *places)[0] == "sitting 1 stands in a period that costs it 4 points."
    assert asked("session-period-points", given)[0] == (
        "sitting 0 stands in a period that its organisers have nothing against."
    )


def test_session_room_points_costs_each_sitting_in_a_room_what_the_table_says() -> None:
    given = with_points(session_room={(1, 1): 1})
    places = at(MORNING, 0, 1), at(MORNING, 60, 1), at(AFTERNOON, 0, 0), at(AFTERNOON, 0, 1)
    assert judged("session-room-points", given, *places) == [((1,), 1, (1,))]
    assert said("session-room-points", given, *places) == ["sitting 1 stands in a room that costs it 1 point."]
    assert asked("session-room-points", given) == [
        "sitting 1 stands in a room that its organisers have nothing against.",
        "sitting 2 stands in a room that its organisers have nothing against.",
    ]


def test_theme_period_points_costs_each_meeting_once_however_many_sessions_it_holds() -> None:
    given = with_points(theme_period={(0, MORNING): 5, (1, AFTERNOON): 2})
    places = at(MORNING), at(MORNING, 60), at(MORNING, 0, 1), at(MORNING, 60, 1)
    found = judged("theme-period-points", given, *places)
    assert found == [((0, MORNING), 5, (0, 1)), ((0, MORNING), 5, (2,))]
    assert said("theme-period-points", given, *places)[0] == ("Theme themes 0 meets on period 0, which costs 5 points.")
    assert asked("theme-period-points", given)[1] == "Theme themes 1 does not meet on period 1."


def test_theme_room_points_costs_each_meeting_of_the_theme_in_the_room() -> None:
    given = with_points(theme_room={(0, 1): 3})
    places = at(MORNING, 0, 1), at(MORNING, 60, 1), at(AFTERNOON, 0, 1), at(NEXT_MORNING, 0, 1)
    assert judged("theme-room-points", given, *places) == [((0, 1), 3, (0, 1)), ((0, 1), 3, (2,))]
    assert judged("theme-room-points", given, at(MORNING), at(MORNING, 60), at(AFTERNOON), at(MORNING, 0, 1)) == []
    assert said("theme-room-points", given, *places)[0] == "Theme themes 0 meets in room 1, which costs 3 points."
    assert asked("theme-room-points", given) == ["Theme themes 0 does not meet in room 1."]


def test_room_period_points_costs_a_room_that_is_used_once_in_a_period() -> None:
    given = with_points(room_period={(1, MORNING): 7, (0, NEXT_MORNING): 1})
    places = at(MORNING, 0, 1), at(MORNING, 60, 1), at(MORNING, 0, 0), at(AFTERNOON, 0, 1)
    assert judged("room-period-points", given, *places) == [((1, MORNING), 7, (0, 1))]
    assert judged("room-period-points", given, *(at(AFTERNOON, 0, 1) for _ in range(4))) == []
    assert said("room-period-points", given, *places) == ["room 1 is used on period 0, which costs 7 points."]
    assert asked("room-period-points", given)[0] == "room 0 is not used on period 2."


def test_remote_hours_adds_what_the_table_puts_on_the_hours_of_a_period() -> None:
    given = with_points(session_hours={(0, MORNING): 10})
    places = at(MORNING), at(AFTERNOON), at(AFTERNOON, 60), at(MORNING, 60)
    assert judged("remote-hours", given, *places) == [((0,), 10, (0,))]
    assert said("remote-hours", given, *places) == [
        "sitting 0 is at hours that cost those who take part from afar 10 points."
    ]
