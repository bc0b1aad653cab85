"""sittings-in-order, before, same-day, consecutive, feeds and apart, by hand."""

from solver.timetable.problem import Link, Relation
from tests.solver.timetable.builders import (
    AFTERNOON,
    MORNING,
    NEXT_AFTERNOON,
    NEXT_MORNING,
    asked,
    at,
    judged,
    problem,
    said,
    session,
)


def test_sittings_in_order_allows_one_to_start_as_the_one_before_ends() -> None:
    assert judged("sittings-in-order", problem(session(60, 60)), at(MORNING), at(MORNING, 60)) == []


def test_sittings_in_order_forbids_one_to_start_earlier() -> None:
    given = problem(session(60, 60))
    assert judged("sittings-in-order", given, at(MORNING), at(MORNING, 55, 1)) == [((1,), 1, (0, 1))]
    assert asked("sittings-in-order", given) == ["sitting 1 comes after sitting 0."]
    assert said("sittings-in-order", given, at(MORNING), at(MORNING, 55, 1)) == [
        "sitting 1 starts before sitting 0 has ended."
    ]


def test_sittings_in_order_counts_neighbours_only() -> None:
    given = problem(session(60, 60, 60), session(60))
    found = judged("sittings-in-order", given, at(NEXT_MORNING), at(AFTERNOON), at(MORNING), at(MORNING, 0, 1))
    assert found == [((1,), 1, (0, 1)), ((2,), 1, (1, 2))]


def test_before_allows_exactly_the_minutes_asked_for() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.BEFORE, 0, 1, 30),))
    assert judged("before", given, at(MORNING), at(MORNING, 90)) == []


def test_before_forbids_fewer_minutes() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.BEFORE, 0, 1, 30),))
    assert judged("before", given, at(MORNING), at(MORNING, 85)) == [((0,), 1, (0, 1))]
    assert asked("before", given) == ["session 0 ends before session 1 starts, at least 30 minutes earlier."]
    assert said("before", given, at(MORNING), at(MORNING, 85)) == [
        "session 0 ends before session 1 starts, at least 30 minutes earlier, which does not hold."
    ]


def test_before_counts_each_tie_from_the_last_sitting_to_the_first() -> None:
    ties = (Relation(Link.BEFORE, 0, 1), Relation(Link.BEFORE, 1, 0), Relation(Link.APART, 0, 1))
    given = problem(session(60, 60), session(60, 60), relations=(*ties, Relation(Link.BEFORE, 0, 1, 115)))
    places = at(MORNING), at(AFTERNOON, 10), at(AFTERNOON, 70), at(NEXT_MORNING)
    assert judged("before", given, *places) == [((1,), 1, (2, 3, 0, 1)), ((3,), 1, (0, 1, 2, 3))]
    assert asked("before", given)[0] == "session 0 ends before session 1 starts."


def test_same_day_allows_morning_and_afternoon() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.SAME_DAY, 0, 1),))
    assert judged("same-day", given, at(AFTERNOON), at(MORNING)) == []


def test_same_day_forbids_two_days() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.SAME_DAY, 0, 1),))
    assert judged("same-day", given, at(MORNING), at(NEXT_MORNING)) == [((0,), 1, (0, 1))]
    assert asked("same-day", given) == ["session 0 and session 1 are on one day."]
    assert said("same-day", given, at(MORNING), at(NEXT_MORNING)) == [
        "session 0 and session 1 are on one day, which does not hold."
    ]


def test_same_day_counts_a_tie_once_however_many_sittings_stray() -> None:
    ties = (Relation(Link.SAME_DAY, 0, 1), Relation(Link.SAME_DAY, 1, 2), Relation(Link.SAME_DAY, 0, 2))
    given = problem(session(60, 60, 60), session(60), session(60), relations=ties)
    places = at(MORNING), at(NEXT_MORNING), at(NEXT_AFTERNOON), at(MORNING, 60), at(AFTERNOON)
    assert judged("same-day", given, *places) == [((0,), 1, (0, 1, 2, 3)), ((2,), 1, (0, 1, 2, 4))]


def test_consecutive_allows_a_start_within_the_minutes_asked_for() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.CONSECUTIVE, 0, 1, 15),))
    assert judged("consecutive", given, at(MORNING), at(MORNING, 60)) == []
    assert judged("consecutive", given, at(MORNING), at(MORNING, 75)) == []


def test_consecutive_forbids_a_later_start_and_an_earlier_one() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.CONSECUTIVE, 0, 1, 15),))
    assert judged("consecutive", given, at(MORNING), at(MORNING, 80)) == [((0,), 1, (0, 1))]
    assert judged("consecutive", given, at(MORNING), at(MORNING, 55, 1)) == [((0,), 1, (0, 1))]
    assert asked("consecutive", given) == ["session 1 starts within 15 minutes after session 0 ends."]
    assert said("consecutive", given, at(MORNING), at(MORNING, 80)) == [
        "session 1 starts within 15 minutes after session 0 ends, which does not hold."
    ]


def test_consecutive_counts_each_tie_from_the_last_sitting_to_the_first() -> None:
    ties = tuple(Relation(Link.CONSECUTIVE, *pair, 120) for pair in ((0, 1), (1, 0), (1, 2)))
    given = problem(session(60, 60), session(60), session(60), relations=ties)
    places = at(MORNING), at(MORNING, 120), at(AFTERNOON), at(NEXT_MORNING)
    assert judged("consecutive", given, *places) == [((1,), 1, (2, 0, 1)), ((2,), 1, (2, 3))]


def test_feeds_allows_as_many_days_as_asked_for() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.FEEDS, 0, 1, 1),))
    assert judged("feeds", given, at(MORNING), at(NEXT_AFTERNOON)) == []


def test_feeds_forbids_more_days_and_the_wrong_order() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.FEEDS, 0, 1, 0),))
    assert judged("feeds", given, at(MORNING), at(NEXT_MORNING)) == [((0,), 1, (0, 1))]
    assert judged("feeds", given, at(AFTERNOON), at(MORNING)) == [((0,), 1, (0, 1))]
    assert asked("feeds", given) == ["session 0 feeds session 1: it ends before it, at most 0 days earlier."]
    assert said("feeds", given, at(AFTERNOON), at(MORNING)) == [
        "session 0 feeds session 1: it ends before it, at most 0 days earlier, which does not hold."
    ]


def test_feeds_counts_each_tie_from_the_last_sitting_to_the_first() -> None:
    ties = tuple(Relation(Link.FEEDS, *pair) for pair in ((0, 1, 0), (2, 1, 0), (2, 1, 1), (1, 2, 1)))
    given = problem(session(60, 60), session(60), session(60), relations=ties)
    places = at(MORNING), at(NEXT_MORNING), at(NEXT_AFTERNOON), at(MORNING, 60)
    assert judged("feeds", given, *places) == [((1,), 1, (3, 2)), ((3,), 1, (2, 3))]


def test_apart_allows_sessions_that_touch() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.APART, 0, 1),))
    assert judged("apart", given, at(MORNING), at(MORNING, 60)) == []


def test_apart_forbids_a_shared_minute() -> None:
    given = problem(session(60), session(60), relations=(Relation(Link.APART, 0, 1),))
    assert judged("apart", given, at(MORNING), at(MORNING, 55, 1)) == [((0,), 1, (0, 1))]
    assert asked("apart", given) == ["session 0 and session 1 are not at the same time."]
    assert said("apart", given, at(MORNING), at(MORNING, 55, 1)) == [
        "session 0 and session 1 are not at the same time, which does not hold."
    ]


def test_apart_counts_pairs_of_sittings_of_the_two_sessions_of_each_tie() -> None:
    ties = Relation(Link.APART, 0, 1), Relation(Link.APART, 0, 2), Relation(Link.APART, 2, 1)
    given = problem(session(60, 60), session(90, 60), session(30), relations=ties)
    places = at(MORNING), at(MORNING, 30, 1), at(MORNING, 0, 1), at(MORNING, 80), at(MORNING, 145)
    assert judged("apart", given, *places) == [((0,), 3, (0, 1, 2, 3))]
    places = *places[:4], at(MORNING, 110)
    assert judged("apart", given, *places) == [((0,), 3, (0, 1, 2, 3)), ((2,), 1, (4, 2, 3))]


def test_a_tie_speaks_of_the_sittings_that_stand() -> None:
    ties = tuple(
        Relation(link, 0, 1) for link in (Link.BEFORE, Link.SAME_DAY, Link.CONSECUTIVE, Link.FEEDS, Link.APART)
    )
    given = problem(session(60, 60), session(60), relations=ties)
    astray = at(MORNING), at(NEXT_MORNING), None
    assert judged("same-day", given, *astray) == [((1,), 1, (0, 1, 2))]
    assert [judged(name, given, *astray) for name in ("before", "consecutive", "feeds", "apart")] == [[], [], [], []]
    beside = at(MORNING), None, at(MORNING, 0, 1)
    assert judged("apart", given, *beside) == [((4,), 1, (0, 1, 2))]
    assert [judged(name, given, *beside) for name in ("before", "same-day", "consecutive", "feeds")] == [[], [], [], []]
