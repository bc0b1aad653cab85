"""person-in-one-place, delegation-in-one-place and person-available, by hand."""

from tests.solver.timetable.builders import MORNING, asked, at, judged, problem, room, said, session

ZONES = (room(zone=0), room(zone=1), room(zone=1))
WALK = ((0, 15), (15, 0))
ONE = frozenset({0})
BOTH = frozenset({0, 1})


def test_person_in_one_place_allows_as_long_between_two_zones_as_the_walk_takes() -> None:
    given = problem(*(session(30, people=ONE) for _ in range(3)), rooms=ZONES, walk=WALK)
    assert judged("person-in-one-place", given, at(MORNING), at(MORNING, 45, 1), at(MORNING, 75, 2)) == []


def test_person_in_one_place_forbids_less_than_the_walk_takes() -> None:
    given = problem(session(60, people=ONE), session(60, people=ONE), rooms=ZONES, walk=WALK)
    assert judged("person-in-one-place", given, at(MORNING, 70, 1), at(MORNING)) == [((0,), 1, (0, 1))]
    assert asked("person-in-one-place", given) == [
        "person 0 is needed in sitting 0 and sitting 1 and can be in one place at a time."
    ]
    assert said("person-in-one-place", given, at(MORNING, 70, 1), at(MORNING)) == [
        "person 0 is needed in sitting 0 and in sitting 1 at once or too close to walk."
    ]


def test_person_in_one_place_counts_pairs_for_each_person() -> None:
    given = problem(session(60, people=BOTH), session(60, people=BOTH), session(60, people=ONE), rooms=ZONES, walk=WALK)
    found = judged("person-in-one-place", given, at(MORNING), at(MORNING, 70, 1), at(MORNING, 100, 1))
    assert found == [((0,), 1, (0, 1)), ((0,), 1, (1, 2)), ((1,), 1, (0, 1))]


def test_delegation_in_one_place_allows_sessions_that_touch_in_two_zones() -> None:
    given = problem(session(60, delegations=ONE), session(60, delegations=ONE), rooms=ZONES, walk=WALK)
    assert judged("delegation-in-one-place", given, at(MORNING), at(MORNING, 60, 1)) == []


def test_delegation_in_one_place_forbids_two_roles_at_once() -> None:
    given = problem(session(60, delegations=ONE), session(60, delegations=ONE))
    assert judged("delegation-in-one-place", given, at(MORNING), at(MORNING, 55, 1)) == [((0,), 1, (0, 1))]
    assert asked("delegation-in-one-place", given) == [
        "delegation 0 has a role in sitting 0 and sitting 1 and can be in one place at a time."
    ]
    assert said("delegation-in-one-place", given, at(MORNING), at(MORNING, 55, 1)) == [
        "delegation 0 has a role in sitting 0 and in sitting 1 at once."
    ]


def test_delegation_in_one_place_counts_pairs_for_each_delegation() -> None:
    given = problem(session(60, delegations=BOTH), session(60, delegations=BOTH), session(60, delegations=ONE))
    found = judged("delegation-in-one-place", given, at(MORNING), at(MORNING, 30, 1), at(MORNING, 60))
    assert found == [((0,), 1, (0, 1)), ((0,), 1, (1, 2)), ((1,), 1, (0, 1))]


def test_person_available_allows_a_sitting_that_ends_as_the_person_leaves() -> None:
    given = problem(session(60, people=ONE), person_windows=(((600, 690),),))
    assert judged("person-available", given, at(MORNING, 30)) == []


def test_person_available_forbids_a_sitting_the_person_leaves_early() -> None:
    given = problem(session(60, people=ONE), person_windows=(((600, 690),),))
    assert judged("person-available", given, at(MORNING, 35)) == [((0, 0), 1, (0,))]
    assert asked("person-available", given) == [
        "person 0 is needed in sitting 0 and is there only minute 600 to minute 690."
    ]
    assert said("person-available", given, at(MORNING, 35)) == [
        "person 0 is needed in sitting 0 and is there only minute 600 to minute 690, not while it takes place."
    ]


def test_person_available_counts_each_person_of_each_sitting_and_none_who_is_always_there() -> None:
    given = problem(
        session(60, 60, people=frozenset({0, 1, 2})),
        session(60, people=frozenset({1, 5})),
        person_windows=(((600, 660), (720, 780)), (), None),
    )
    found = judged("person-available", given, at(MORNING), at(MORNING, 60), at(MORNING, 120))
    assert found == [((0, 1), 1, (0,)), ((1, 0), 1, (1,)), ((1, 1), 1, (1,)), ((2, 1), 1, (2,))]
