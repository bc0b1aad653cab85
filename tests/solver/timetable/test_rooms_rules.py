"""room-free, room-seats, room-equipment, room-booths and room-hours, by hand."""

from tests.solver.timetable.builders import MORNING, asked, at, judged, problem, room, said, session

BUSY = (room(changeover_minutes=10), room())
UNLIKE = (room(100, equipment=frozenset({0, 1}), booths=6), room(50))
HOURS = (room(open=((600, 700), (720, 780))), room())


def test_room_free_allows_the_next_session_after_changeover() -> None:
    given = problem(session(60), session(60), rooms=BUSY)
    assert judged("room-free", given, at(MORNING), at(MORNING, 70)) == []


def test_room_free_forbids_a_session_before_changeover_is_over() -> None:
    given = problem(session(60), session(60), rooms=BUSY)
    assert judged("room-free", given, at(MORNING), at(MORNING, 65)) == [((0,), 1, (0, 1))]
    assert asked("room-free", given) == [
        "room 0 holds one session at a time, with 10 minutes between two.",
        "room 1 holds one session at a time.",
    ]
    assert said("room-free", given, at(MORNING), at(MORNING, 65)) == [
        "room 0 is given to sitting 0 and to sitting 1 at once or too close."
    ]


def test_room_free_counts_pairs_in_each_room() -> None:
    given = problem(*(session(60) for _ in range(6)), rooms=BUSY)
    places = at(MORNING), at(MORNING, 30), at(MORNING, 65), at(MORNING, 0, 1), at(MORNING, 55, 1), at(MORNING, 115, 1)
    found = judged("room-free", given, *places)
    assert found == [((0,), 1, (0, 1)), ((0,), 1, (0, 2)), ((0,), 1, (1, 2)), ((1,), 1, (3, 4))]


def test_room_seats_allows_a_room_with_exactly_enough() -> None:
    assert judged("room-seats", problem(session(60, seats=100), rooms=UNLIKE), at(MORNING)) == []


def test_room_seats_forbids_a_room_with_fewer() -> None:
    given = problem(session(60, seats=51), rooms=UNLIKE)
    assert judged("room-seats", given, at(MORNING, 0, 1)) == [((0,), 1, (0,))]
    assert asked("room-seats", given) == ["sitting 0 needs 51 seats."]
    assert said("room-seats", given, at(MORNING, 0, 1)) == ["sitting 0 needs 51 seats, more than its room has."]


def test_room_seats_counts_each_sitting_once_however_many_seats_lack() -> None:
    given = problem(session(60, 60, seats=100), session(60, seats=50), rooms=UNLIKE)
    found = judged("room-seats", given, at(MORNING, 0, 1), at(MORNING, 60, 1), at(MORNING, 120, 1))
    assert found == [((0,), 1, (0,)), ((1,), 1, (1,))]


def test_room_equipment_allows_a_room_that_has_all() -> None:
    given = problem(session(60, equipment=frozenset({0, 1})), session(60), rooms=UNLIKE)
    assert judged("room-equipment", given, at(MORNING), at(MORNING, 0, 1)) == []


def test_room_equipment_forbids_a_room_that_lacks_a_piece() -> None:
    given = problem(session(60, equipment=frozenset({1, 2})), rooms=UNLIKE)
    assert judged("room-equipment", given, at(MORNING)) == [((0,), 1, (0,))]
    assert asked("room-equipment", given) == ["sitting 0 needs a room with equipment 1 and equipment 2."]
    assert said("room-equipment", given, at(MORNING)) == [
        "sitting 0 needs a room with equipment 1 and equipment 2, which its room does not have."
    ]


def test_room_equipment_counts_each_missing_piece() -> None:
    given = problem(session(60, equipment=frozenset({0, 1, 2})), session(60, equipment=frozenset({1, 2})), rooms=UNLIKE)
    found = judged("room-equipment", given, at(MORNING), at(MORNING, 0, 1))
    assert found == [((0,), 1, (0,)), ((1,), 2, (1,))]


def test_room_booths_allows_a_room_with_a_booth_a_language() -> None:
    assert judged("room-booths", problem(session(60, languages=6), rooms=UNLIKE), at(MORNING)) == []


def test_room_booths_forbids_a_room_without() -> None:
    given = problem(session(60, languages=6), rooms=UNLIKE)
    assert judged("room-booths", given, at(MORNING, 0, 1)) == [((0,), 1, (0,))]
    assert asked("room-booths", given) == ["sitting 0 needs 6 booths."]
    assert said("room-booths", given, at(MORNING, 0, 1)) == ["sitting 0 needs 6 booths, more than its room has."]


def test_room_booths_counts_each_sitting() -> None:
    given = problem(session(60, 60, languages=1), session(60, languages=7), session(60), rooms=UNLIKE)
    found = judged("room-booths", given, at(MORNING, 0, 1), at(MORNING, 60, 1), at(MORNING), at(MORNING, 120, 1))
    assert found == [((0,), 1, (0,)), ((1,), 1, (1,)), ((2,), 1, (2,))]


def test_room_hours_allows_a_sitting_that_fills_them() -> None:
    given = problem(session(60), session(100), session(180), rooms=HOURS)
    assert judged("room-hours", given, at(MORNING, 120), at(MORNING), at(MORNING, 0, 1)) == []


def test_room_hours_forbids_a_sitting_across_the_break() -> None:
    given = problem(session(60), rooms=HOURS)
    assert judged("room-hours", given, at(MORNING, 60)) == [((0,), 1, (0,))]
    assert asked("room-hours", given) == ["room 0 is used only while it is open."]
    assert said("room-hours", given, at(MORNING, 60)) == ["sitting 0 stands in room 0 while it is closed."]


def test_room_hours_counts_each_sitting_of_the_room() -> None:
    given = problem(session(60), session(105), session(60), session(60), rooms=HOURS)
    found = judged("room-hours", given, at(MORNING, 100), at(MORNING), at(MORNING, 120), at(MORNING, 60, 1))
    assert found == [((0,), 1, (0,)), ((0,), 1, (1,))]
