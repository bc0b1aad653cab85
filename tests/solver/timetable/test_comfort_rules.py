"""audience-fits, remote-hours and preferred-times, by hand."""

from tests.solver.timetable.builders import (
    AFTERNOON,
    MORNING,
    NEXT_MORNING,
    asked,
    at,
    judged,
    problem,
    room,
    said,
    session,
)

UNLIKE = (room(100), room(50))
FAR = ((600, 690),)
NEAR = ((500, 700), (900, 1000))


def test_audience_fits_allows_a_seat_for_everybody() -> None:
    assert judged("audience-fits", problem(session(60, audience=100), rooms=UNLIKE), at(MORNING)) == []


def test_audience_fits_forbids_one_without_a_seat() -> None:
    given = problem(session(60, audience=101), rooms=UNLIKE)
    assert judged("audience-fits", given, at(MORNING)) == [((0,), 1, (0,))]
    assert asked("audience-fits", given) == ["sitting 0 has seats for 101 people."]
    assert said("audience-fits", given, at(MORNING)) == ["sitting 0 expects 101 people, more than its room seats."]


def test_audience_fits_counts_every_25_people_or_a_part_of_them() -> None:
    given = problem(session(60, audience=125), session(60, audience=126), session(60, audience=100), rooms=UNLIKE)
    found = judged("audience-fits", given, at(MORNING), at(MORNING, 60), at(MORNING, 0, 1))
    assert found == [((0,), 1, (0,)), ((1,), 2, (1,)), ((2,), 2, (2,))]


def test_remote_hours_allows_a_sitting_inside_the_hours_of_every_speaker() -> None:
    assert judged("remote-hours", problem(session(60, remote=(FAR, NEAR))), at(MORNING, 30)) == []


def test_remote_hours_forbids_a_sitting_that_ends_too_late_for_one() -> None:
    given = problem(session(60, remote=(FAR, NEAR)))
    assert judged("remote-hours", given, at(MORNING, 35)) == [((0,), 1, (0,))]
    assert asked("remote-hours", given) == ["sitting 0 is at decent hours for its remote speakers."]
    assert said("remote-hours", given, at(MORNING, 35)) == [
        "sitting 0 is early in the morning or late at night for 1 remote speaker."
    ]


def test_remote_hours_counts_the_speakers_of_each_sitting() -> None:
    given = problem(session(60, 60, 60, remote=(FAR, NEAR, FAR)), session(60))
    found = judged("remote-hours", given, at(MORNING), at(AFTERNOON), at(NEXT_MORNING), at(NEXT_MORNING, 60))
    assert found == [((1,), 2, (1,)), ((2,), 3, (2,))]


def test_preferred_times_allows_each_wished_period() -> None:
    given = problem(session(60, 60, preferred=frozenset({0, 1})), session(60))
    assert judged("preferred-times", given, at(MORNING, 35), at(AFTERNOON), at(NEXT_MORNING)) == []


def test_preferred_times_forbids_another_period() -> None:
    given = problem(session(60, preferred=frozenset({0, 1})))
    assert judged("preferred-times", given, at(NEXT_MORNING)) == [((0,), 1, (0,))]
    assert asked("preferred-times", given) == ["sitting 0 would rather be period 0 or period 1."]
    assert said("preferred-times", given, at(NEXT_MORNING)) == [
        "sitting 0 is in none of the periods it would rather have."
    ]


def test_preferred_times_counts_each_sitting() -> None:
    given = problem(session(60, 60, 60, preferred=frozenset({1})), session(60, preferred=frozenset({0})))
    found = judged("preferred-times", given, at(MORNING), at(AFTERNOON), at(NEXT_MORNING), at(AFTERNOON, 60))
    assert found == [((0,), 1, (0,)), ((2,), 1, (2,)), ((3,), 1, (3,))]
