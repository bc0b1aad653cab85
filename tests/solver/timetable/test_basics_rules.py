"""placed-once, inside-period and session-available, by hand."""

from tests.solver.timetable.builders import AFTERNOON, MORNING, NEXT_MORNING, asked, at, judged, problem, said, session


def test_placed_once_allows_a_timetable_with_every_sitting() -> None:
    assert judged("placed-once", problem(session(60, 60)), at(MORNING), at(AFTERNOON)) == []


def test_placed_once_forbids_a_sitting_without_a_place() -> None:
    given = problem(session(60))
    assert judged("placed-once", given, None) == [((0,), 1, (0,))]
    assert asked("placed-once", given) == ["sitting 0 takes place."]
    assert said("placed-once", given, None) == ["sitting 0 has no place."]


def test_placed_once_counts_each_sitting_of_each_session() -> None:
    given = problem(session(60, 60), session(30))
    assert judged("placed-once", given, None, at(MORNING), None) == [((0,), 1, (0,)), ((2,), 1, (2,))]


def test_inside_period_allows_a_sitting_that_ends_with_its_period() -> None:
    assert judged("inside-period", problem(session(60)), at(MORNING, 120)) == []


def test_inside_period_forbids_a_sitting_that_ends_after_it() -> None:
    given = problem(session(60))
    assert judged("inside-period", given, at(MORNING, 125)) == [((0,), 1, (0,))]
    assert asked("inside-period", given) == ["sitting 0, 60 minutes long, lies inside one period."]
    assert said("inside-period", given, at(MORNING, 125)) == [
        "sitting 0 does not lie inside its period on the grid of 5 minutes."
    ]


def test_inside_period_counts_early_starts_and_starts_off_the_grid() -> None:
    given = problem(session(60), session(60), session(60), session(200))
    found = judged("inside-period", given, at(MORNING, -5), at(MORNING, 3), at(MORNING, 5), at(NEXT_MORNING))
    assert found == [((0,), 1, (0,)), ((1,), 1, (1,)), ((3,), 1, (3,))]


def test_session_available_allows_a_sitting_that_fills_its_window_to_the_end() -> None:
    assert judged("session-available", problem(session(60, windows=((600, 690),))), at(MORNING, 30)) == []


def test_session_available_forbids_a_sitting_that_ends_after_its_window() -> None:
    given = problem(session(60, windows=((600, 690),)))
    assert judged("session-available", given, at(MORNING, 35)) == [((0,), 1, (0,))]
    assert asked("session-available", given) == ["sitting 0 can only take place minute 600 to minute 690."]
    assert said("session-available", given, at(MORNING, 35)) == [
        "sitting 0 can only take place minute 600 to minute 690, but stands at another time."
    ]


def test_session_available_counts_a_sitting_across_two_windows_and_one_that_has_none() -> None:
    given = problem(session(60, 60, windows=((600, 660), (660, 760))), session(60, windows=()), session(60))
    found = judged("session-available", given, at(MORNING, 30), at(MORNING, 100), at(MORNING), at(AFTERNOON))
    assert found == [((0,), 1, (0,)), ((2,), 1, (2,))]
    assert asked("session-available", given)[2] == "sitting 2 can only take place at no time."
