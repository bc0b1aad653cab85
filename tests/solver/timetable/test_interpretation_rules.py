"""interpretation-at-once, interpretation-per-day and interpretation-length, by hand."""

from solver.timetable.interpretation import Interpretation
from solver.timetable.problem import Problem
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


def interpreted(*minutes: int, teams: int = 1, rest: int = 90, meetings: int = 2, longest: int = 180) -> Problem:
    """Interpreted sessions of one sitting each, and one of 60 minutes without interpretation."""
    sessions = [session(length, languages=6) for length in minutes]
    return problem(*sessions, session(60), interpretation=Interpretation(teams, longest, meetings, rest))


def test_interpretation_at_once_allows_one_meeting_a_team_with_rest_between() -> None:
    given = interpreted(60, 60, 60, rest=120)
    assert judged("interpretation-at-once", given, at(MORNING), at(MORNING, 60), at(AFTERNOON), at(MORNING, 0, 1)) == []


def test_interpretation_at_once_forbids_a_second_meeting_for_one_team() -> None:
    given = interpreted(60, 60)
    places = at(MORNING), at(MORNING, 120, 1), at(AFTERNOON)
    assert judged("interpretation-at-once", given, *places) == [((0,), 1, (0, 1))]
    assert asked("interpretation-at-once", given)[0] == (
        "At most 1 meeting is interpreted at once period 0, rest included."
    )
    assert said("interpretation-at-once", given, *places) == [
        "period 0 needs 1 more interpretation team than there are, rest included: sitting 0, sitting 1."
    ]


def test_interpretation_at_once_counts_teams_that_still_rest() -> None:
    given = interpreted(60, 60, 60, 60, rest=121)
    places = at(MORNING), at(MORNING, 0, 1), at(AFTERNOON), at(NEXT_MORNING), at(AFTERNOON, 0, 1)
    assert judged("interpretation-at-once", given, *places) == [((0,), 1, (0, 1)), ((1,), 2, (0, 1, 2))]


def test_interpretation_per_day_allows_as_many_meetings_as_the_teams_serve() -> None:
    given = interpreted(60, 60, 60)
    assert judged("interpretation-per-day", given, at(MORNING), at(AFTERNOON), at(NEXT_MORNING), at(MORNING, 60)) == []


def test_interpretation_per_day_forbids_one_more() -> None:
    given = interpreted(60, 60, meetings=1)
    places = at(MORNING), at(AFTERNOON), at(NEXT_MORNING)
    assert judged("interpretation-per-day", given, *places) == [((0,), 1, (0, 1))]
    assert asked("interpretation-per-day", given) == [
        "1 interpretation team serves at most 1 meeting on day 0.",
        "1 interpretation team serves at most 1 meeting on day 1.",
    ]
    assert said("interpretation-per-day", given, *places) == [
        "day 0 has 1 more interpreted meeting than the teams can serve."
    ]


def test_interpretation_per_day_counts_meetings_of_all_teams() -> None:
    given = interpreted(*(60 for _ in range(8)), teams=2, meetings=1)
    day = at(MORNING), at(MORNING, 60), at(MORNING, 0, 1), at(AFTERNOON), at(AFTERNOON, 0, 1)
    next_day = at(NEXT_MORNING), at(NEXT_MORNING, 0, 1), at(NEXT_AFTERNOON), at(NEXT_AFTERNOON, 60)
    assert judged("interpretation-per-day", given, *day, *next_day) == [
        ((0,), 2, (0, 1, 2, 3, 4)),
        ((1,), 1, (5, 6, 7)),
    ]


def test_interpretation_length_allows_a_meeting_of_exactly_that_length() -> None:
    given = interpreted(60, 30, longest=90)
    assert judged("interpretation-length", given, at(MORNING), at(MORNING, 60), at(MORNING, 90)) == []


def test_interpretation_length_forbids_a_longer_one() -> None:
    given = interpreted(60, 35, longest=90)
    places = at(MORNING), at(MORNING, 60), at(AFTERNOON)
    assert judged("interpretation-length", given, *places) == [((0,), 1, (0, 1))]
    assert asked("interpretation-length", given)[0] == ("No meeting period 0 is interpreted for more than 90 minutes.")
    assert said("interpretation-length", given, *places) == [
        "One meeting period 0 is interpreted for over 90 minutes: sitting 0, sitting 1."
    ]


def test_interpretation_length_counts_each_meeting_once() -> None:
    given = interpreted(60, 60, 100, 90, longest=90)
    places = at(MORNING), at(MORNING, 60), at(MORNING, 0, 1), at(AFTERNOON), at(AFTERNOON, 90)
    assert judged("interpretation-length", given, *places) == [((0,), 1, (0, 1)), ((0,), 1, (2,))]


def test_several_teams_and_meetings_are_told_in_the_plural() -> None:
    given = interpreted(60, 60, teams=2)
    assert asked("interpretation-at-once", given)[0] == (
        "At most 2 meetings are interpreted at once period 0, rest included."
    )
    assert asked("interpretation-per-day", given)[0] == "2 interpretation teams serve at most 2 meetings each on day 0."
