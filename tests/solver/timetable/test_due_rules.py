"""due-order, by hand."""

from solver.timetable.problem import Problem
from tests.solver.timetable.builders import AFTERNOON, MORNING, asked, at, judged, problem, said, session

ONE = frozenset({0})


def due(*places: int) -> Problem:
    """Sessions of one theme by the place at which each is due."""
    return problem(*(session(60, themes=ONE, due=place) for place in places), slot_minutes=30)


def test_due_order_allows_the_order_that_is_due_across_periods_and_rooms() -> None:
    forum = due(3, 1, 0)
    assert judged("due-order", forum, at(AFTERNOON), at(MORNING), at(MORNING, 60)) == []
    assert judged("due-order", due(2, 1), at(MORNING, 0, 1), at(MORNING, 120, 0)) == []


def test_due_order_counts_those_whose_number_is_another() -> None:
    forum = due(1, 2, 3, 0)
    places = at(MORNING), at(AFTERNOON), at(MORNING, 120), at(MORNING, 60)
    assert judged("due-order", forum, *places) == [((0,), 1, (0, 2, 1))]
    assert said("due-order", forum, *places) == [
        "Sessions on theme themes 0 do not stand in the order in which they are due (1)."
    ]
    assert asked("due-order", forum) == ["Sessions on theme themes 0 stand in the order in which they are due."]


def test_due_order_counts_the_slots_that_two_that_are_due_share() -> None:
    assert judged("due-order", due(1, 2), at(MORNING), at(MORNING, 15, 1)) == [((0,), 2, (0, 1))]
    assert judged("due-order", due(1, 0), at(MORNING), at(MORNING, 15, 1)) == []
