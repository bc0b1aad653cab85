"""theme-days and theme-room, by hand."""

from solver.timetable.problem import Habit
from tests.solver.timetable.builders import (
    AFTERNOON,
    MORNING,
    NEXT_AFTERNOON,
    NEXT_MORNING,
    asked,
    at,
    judged,
    problem,
    room,
    said,
    session,
)

ONE = frozenset({0})
BOTH = frozenset({0, 1})
HABITS = (Habit.SPREAD, Habit.TOGETHER)


def test_theme_days_allows_an_equal_share_a_day_rounded_up() -> None:
    given = problem(*(session(60, themes=ONE) for _ in range(3)), habits=HABITS)
    assert judged("theme-days", given, at(MORNING), at(AFTERNOON), at(NEXT_MORNING)) == []


def test_theme_days_forbids_a_crowded_day_where_a_theme_is_spread() -> None:
    given = problem(session(60, themes=ONE), session(60, themes=ONE), habits=HABITS)
    assert judged("theme-days", given, at(MORNING), at(AFTERNOON)) == [((0,), 1, (0, 1))]
    assert asked("theme-days", given) == ["Sessions on theme themes 0 are spread over the days."]
    assert said("theme-days", given, at(MORNING), at(AFTERNOON)) == [
        "A day holds 1 session on theme themes 0 beyond its share."
    ]


def test_theme_days_forbids_a_second_day_where_a_theme_is_kept_together() -> None:
    given = problem(*(session(60, themes=frozenset({1})) for _ in range(2)), habits=HABITS)
    assert judged("theme-days", given, at(MORNING), at(NEXT_MORNING)) == [((1,), 1, (0, 1))]
    assert asked("theme-days", given) == ["Sessions on theme themes 1 are together on one day."]
    assert said("theme-days", given, at(MORNING), at(NEXT_MORNING)) == [
        "Sessions on theme themes 1 take 1 day more than one."
    ]


def test_theme_days_counts_each_theme_by_its_habit() -> None:
    given = problem(session(60, 60, themes=BOTH), session(60, 60, 60, themes=ONE), session(60, themes=BOTH))
    spread = problem(*given.sessions, habits=HABITS)
    day = at(MORNING), at(MORNING, 60), at(MORNING, 120), at(AFTERNOON), at(AFTERNOON, 60)
    found = judged("theme-days", spread, *day, at(NEXT_AFTERNOON))
    assert found == [((0,), 2, (0, 1, 2, 3, 4, 5)), ((1,), 1, (0, 1, 5))]
    assert judged("theme-days", given, *day, at(NEXT_AFTERNOON)) == []


def test_theme_room_allows_one_room_and_other_themes_elsewhere() -> None:
    given = problem(session(60, 60, themes=ONE), session(60, themes=frozenset({1})))
    assert judged("theme-room", given, at(MORNING), at(NEXT_MORNING), at(MORNING, 0, 1)) == []


def test_theme_room_forbids_a_second_room() -> None:
    given = problem(session(60, themes=ONE), session(60, themes=ONE))
    assert judged("theme-room", given, at(MORNING), at(AFTERNOON, 0, 1)) == [((0,), 1, (0, 1))]
    assert asked("theme-room", given) == ["Sessions on theme themes 0 stay in one room."]
    assert said("theme-room", given, at(MORNING), at(AFTERNOON, 0, 1)) == ["Sessions on theme themes 0 use 2 rooms."]


def test_theme_room_counts_rooms_beyond_the_first_of_each_theme() -> None:
    given = problem(session(60, 60, themes=BOTH), session(60, 60, themes=ONE), rooms=(room(), room(), room()))
    found = judged("theme-room", given, at(MORNING), at(AFTERNOON, 0, 1), at(MORNING, 60, 2), at(NEXT_MORNING))
    assert found == [((0,), 2, (0, 1, 2, 3)), ((1,), 1, (0, 1))]
