"""small-delegations and prime-share, by hand."""

from solver.timetable.problem import Problem, Standing
from tests.solver.timetable.builders import (
    AFTERNOON,
    MORNING,
    NEXT_MORNING,
    asked,
    at,
    judged,
    periods,
    problem,
    room,
    said,
    session,
)

ONE = frozenset({0})
BOTH = frozenset({0, 1})


def side_events(*led: bool) -> Problem:
    """Side events, led by stakeholders or not; the first morning is prime."""
    sessions = (session(30, standing=Standing.SIDE, stakeholder_led=is_led) for is_led in led)
    return problem(*sessions, periods=periods(MORNING, prime=True))


def test_small_delegations_allows_as_many_rooms_as_people() -> None:
    given = problem(*(session(60, wanted_by=ONE) for _ in range(3)), delegation_people=(1,))
    assert judged("small-delegations", given, at(MORNING), at(MORNING, 60), at(AFTERNOON, 0, 1)) == []


def test_small_delegations_forbids_a_second_room_for_one_person() -> None:
    given = problem(session(60, wanted_by=ONE), session(60, wanted_by=ONE), delegation_people=(1,))
    places = at(MORNING), at(MORNING, 120, 1)
    assert judged("small-delegations", given, *places) == [((0, 0), 1, (0, 1))]
    assert asked("small-delegations", given)[:2] == [
        "delegation 0 is needed in at most 1 rooms period 0.",
        "delegation 0 is needed in at most 1 rooms period 1.",
    ]
    assert said("small-delegations", given, *places) == [
        "delegation 0 has 1 person and is needed period 0 in sitting 0, sitting 1."
    ]


def test_small_delegations_counts_rooms_beyond_people_in_each_period() -> None:
    given = problem(
        *(session(60, wanted_by=BOTH) for _ in range(4)),
        session(60, wanted_by=ONE),
        rooms=(room(), room(), room()),
        delegation_people=(1, 2),
    )
    places = at(MORNING), at(MORNING, 0, 1), at(MORNING, 0, 2), at(AFTERNOON), at(AFTERNOON, 0, 1)
    found = judged("small-delegations", given, *places)
    assert found == [((0, 0), 2, (0, 1, 2)), ((0, 1), 1, (3, 4)), ((1, 0), 1, (0, 1, 2))]


def test_prime_share_allows_the_share_rounded_down() -> None:
    given = side_events(True, False, False)
    assert judged("prime-share", given, at(AFTERNOON), at(MORNING), at(MORNING, 30)) == []


def test_prime_share_forbids_prime_times_for_others_alone() -> None:
    given = side_events(True, False, True, False)
    places = at(AFTERNOON), at(MORNING), at(NEXT_MORNING), at(MORNING, 30)
    assert judged("prime-share", given, *places) == [((), 1, (1, 3))]
    assert asked("prime-share", given) == ["Stakeholders lead 2 of 4 side events and get that share of prime times."]
    assert said("prime-share", given, *places) == [
        "Side events led by stakeholders lack 1 of the prime times that are their share."
    ]


def test_prime_share_counts_the_places_that_lack() -> None:
    given = side_events(True, True, True, True, True, False, False, False, False)
    others = [at(MORNING, 30 * n) for n in range(4)]
    led = [at(AFTERNOON, 30 * n) for n in range(5)]
    assert judged("prime-share", given, *led, *others) == [((), 2, (5, 6, 7, 8))]
    assert judged("prime-share", given, at(MORNING, 0, 1), *led[1:], *others) == [((), 1, (0, 5, 6, 7, 8))]
    assert judged("prime-share", side_events(True, True), at(AFTERNOON), at(AFTERNOON, 30)) == []
