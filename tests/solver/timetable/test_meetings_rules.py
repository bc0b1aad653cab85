"""Which themes meet beside which, by hand."""

from solver.timetable.points import Points
from solver.timetable.problem import Problem, Room, Session
from tests.solver.timetable.builders import (
    AFTERNOON,
    MORNING,
    NEXT_AFTERNOON,
    NEXT_MORNING,
    PERIODS,
    asked,
    at,
    judged,
    problem,
    said,
    session,
)

ROOMS = (Room(100), Room(100), Room(100))


def of(*themes: int) -> Session:
    return session(60, themes=frozenset(themes))


def given(*sessions: Session, **more: object) -> Problem:
    return problem(*sessions, rooms=ROOMS, **more)


def test_one_theme_allows_meetings_of_one_theme_and_sessions_of_none() -> None:
    forum = given(of(0), of(0), of(), of(1))
    assert judged("one-theme", forum, at(MORNING), at(MORNING, 60), at(MORNING, 120), at(MORNING, 0, 1)) == []


def test_one_theme_counts_the_themes_of_a_meeting_beyond_the_first() -> None:
    forum = given(of(0), of(1), of(2), of(0))
    places = at(MORNING), at(MORNING, 60), at(MORNING, 120), at(AFTERNOON)
    assert judged("one-theme", forum, *places) == [((0,), 2, (0, 1, 2))]
    assert said("one-theme", forum, *places) == ["A meeting in room 0 holds sessions of 3 themes."]
    assert asked("one-theme", forum)[0] == "Each meeting in room 0 holds sessions of one theme."
    assert asked("one-theme", given(of(0), of(0))) == []


def test_similar_themes_allows_them_one_after_the_other_and_in_one_meeting() -> None:
    forum = given(of(0), of(1), of(1), points=Points(similar={(0, 1): 2}))
    assert judged("similar-themes", forum, at(MORNING), at(AFTERNOON), at(MORNING, 60)) == []


def test_similar_themes_costs_its_points_for_each_pair_of_meetings_in_a_period() -> None:
    forum = given(of(0), of(1), of(1), of(2), points=Points(similar={(0, 1): 2, (1, 3): 5}))
    places = at(MORNING), at(MORNING, 60, 1), at(MORNING, 0, 2), at(AFTERNOON)
    assert judged("similar-themes", forum, *places) == [((0, 1), 2, (0, 1)), ((0, 1), 2, (0, 2))]
    assert said("similar-themes", forum, *places)[0] == (
        "Themes themes 0 and themes 1 are similar and meet in the same period."
    )
    assert asked("similar-themes", forum) == [
        "Themes themes 0 and themes 1, which are similar, do not meet in the same period."
    ]


def test_theme_chairs_forbids_two_themes_of_one_chair_side_by_side() -> None:
    chairs = (frozenset({0, 4}), frozenset({1}), frozenset({0, 1, 4}))
    forum = given(of(0), of(1), of(2), theme_chairs=chairs)
    places = at(MORNING), at(MORNING, 0, 1), at(MORNING, 0, 2)
    assert judged("theme-chairs", forum, *places) == [((0, 2), 1, (0, 2)), ((1, 2), 1, (1, 2))]
    assert judged("theme-chairs", forum, at(MORNING), at(MORNING, 0, 1), at(AFTERNOON)) == []
    assert said("theme-chairs", forum, *places)[1] == (
        "Themes themes 1 and themes 2 share a chair and meet in the same period."
    )
    assert asked("theme-chairs", forum)[0] == (
        "Themes themes 0 and themes 2 share a chair and do not meet in the same period."
    )


def test_theme_parallel_counts_the_meetings_of_a_theme_in_a_period_beyond_the_first() -> None:
    forum = given(of(0), of(0), of(0), of(0), of(1))
    places = at(MORNING), at(MORNING, 60), at(MORNING, 0, 1), at(MORNING, 0, 2), at(MORNING, 60, 2)
    assert judged("theme-parallel", forum, *places) == [((0,), 2, (0, 1, 2, 3))]
    assert judged("theme-parallel", forum, at(MORNING), at(MORNING, 60), *places[2:3], at(AFTERNOON), None) == [
        ((0,), 1, (0, 1, 2))
    ]
    assert judged("theme-parallel", forum, at(MORNING), at(AFTERNOON), at(NEXT_MORNING), None, at(MORNING, 0, 1)) == []
    assert said("theme-parallel", forum, *places) == ["Theme themes 0 has 3 meetings in one period."]
    assert asked("theme-parallel", forum) == ["Theme themes 0 has one meeting at most in a period."]


def test_theme_stretch_allows_a_theme_whose_periods_follow_each_other() -> None:
    forum = given(of(0), of(0), of(0))
    assert judged("theme-stretch", forum, at(AFTERNOON), at(NEXT_MORNING), at(AFTERNOON, 60)) == []


def test_theme_stretch_counts_a_theme_that_is_interrupted_once() -> None:
    forum = given(of(0), of(0), of(0), of(1))
    places = at(MORNING), at(NEXT_MORNING), at(MORNING, 60), at(AFTERNOON)
    assert judged("theme-stretch", forum, *places) == [((0,), 1, (0, 1, 2))]
    assert said("theme-stretch", forum, *places) == [
        "The meetings of theme themes 0 are interrupted by periods without it."
    ]
    assert asked("theme-stretch", forum) == ["The meetings of theme themes 0 follow each other."]


def test_theme_stretch_is_not_interrupted_by_a_period_for_other_kinds() -> None:
    lunch = PERIODS[AFTERNOON]
    other = type(lunch)(lunch.day, lunch.start, lunch.end, frozenset({1}))
    forum = given(of(0), of(0), periods=(PERIODS[0], other, *PERIODS[2:]))
    assert judged("theme-stretch", forum, at(MORNING), at(NEXT_MORNING)) == []
    assert judged("theme-stretch", forum, at(MORNING), at(NEXT_AFTERNOON)) == [((0,), 1, (0, 1))]
