"""pinned, keep-time and keep-room, by hand."""

from solver.timetable.problem import Pin
from tests.solver.timetable.builders import AFTERNOON, MORNING, NEXT_MORNING, asked, at, judged, problem, said, session


def test_pinned_allows_the_pinned_place_and_leaves_the_rest_open() -> None:
    given = problem(session(60), session(60), pins=(Pin(0, MORNING, 1), Pin(0, start=660), Pin(1, room=0)))
    assert judged("pinned", given, at(MORNING, 60, 1), at(AFTERNOON, 35)) == []


def test_pinned_forbids_another_place() -> None:
    given = problem(session(60), pins=(Pin(0, MORNING, 1),))
    assert judged("pinned", given, at(AFTERNOON, 0, 1)) == [((0, 0), 1, (0,))]
    assert asked("pinned", given) == ["sitting 0 is pinned to room 1 and to period 0."]
    assert said("pinned", given, at(AFTERNOON, 0, 1)) == [
        "sitting 0 is pinned to room 1 and to period 0, but stands elsewhere."
    ]


def test_pinned_counts_a_wrong_time_and_a_wrong_room_of_each_pin() -> None:
    pins = Pin(0, MORNING, 1, 660), Pin(1, start=660), Pin(1, room=1), Pin(0, room=0)
    given = problem(session(60), session(60), pins=pins)
    found = judged("pinned", given, at(AFTERNOON), at(MORNING, 60))
    assert found == [((0, 0), 2, (0,)), ((1, 2), 1, (1,))]
    assert asked("pinned", given)[1] == "sitting 1 is pinned to minute 660."


def test_keep_time_allows_another_room_at_the_same_minute() -> None:
    given = problem(session(60), session(60), baseline=(at(MORNING, 30), None))
    assert judged("keep-time", given, at(MORNING, 30, 1), at(AFTERNOON)) == []


def test_keep_time_forbids_another_minute() -> None:
    given = problem(session(60), baseline=(at(MORNING, 30),))
    assert judged("keep-time", given, at(MORNING, 35)) == [((0,), 1, (0,))]
    assert asked("keep-time", given) == ["sitting 0 keeps its time, minute 630."]
    assert said("keep-time", given, at(MORNING, 35)) == ["sitting 0 moves from minute 630."]


def test_keep_time_counts_each_sitting_that_moves() -> None:
    given = problem(session(60, 60, 60), session(60), baseline=(at(MORNING), at(MORNING, 60), at(AFTERNOON), None))
    found = judged("keep-time", given, at(MORNING), at(AFTERNOON), at(NEXT_MORNING), at(MORNING))
    assert found == [((1,), 1, (1,)), ((2,), 1, (2,))]
    assert judged("keep-time", problem(session(60)), at(MORNING)) == []


def test_keep_room_allows_another_time_in_the_same_room() -> None:
    given = problem(session(60), session(60), baseline=(at(MORNING, 0, 1), None))
    assert judged("keep-room", given, at(AFTERNOON, 30, 1), at(MORNING)) == []


def test_keep_room_forbids_another_room() -> None:
    given = problem(session(60), baseline=(at(MORNING, 0, 1),))
    assert judged("keep-room", given, at(MORNING)) == [((0,), 1, (0,))]
    assert asked("keep-room", given) == ["sitting 0 keeps its room, room 1."]
    assert said("keep-room", given, at(MORNING)) == ["sitting 0 leaves room 1."]


def test_keep_room_counts_each_sitting_that_moves() -> None:
    given = problem(session(60, 60), session(60), session(60), baseline=(at(MORNING), at(AFTERNOON), at(MORNING), None))
    found = judged("keep-room", given, at(MORNING, 0, 1), at(AFTERNOON, 0, 1), at(NEXT_MORNING), at(MORNING, 60, 1))
    assert found == [((0,), 1, (0,)), ((1,), 1, (1,))]
