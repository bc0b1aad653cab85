"""Who is wanted in two meetings of one period, or elsewhere in the same slot of time, by hand."""

import pytest

from solver.timetable.problem import Problem
from tests.solver.timetable.builders import AFTERNOON, MORNING, asked, at, judged, problem, said, session

ANNA, BELA, CARO = (frozenset({person}) for person in range(3))
ONE, OTHER = frozenset({0}), frozenset({1})


def speaking() -> Problem:
    """Anna speaks in the first two; Bela in the third, and chairs the theme of the first."""
    return problem(
        session(60, themes=ONE, speakers=ANNA),
        session(60, themes=OTHER, speakers=ANNA),
        session(60, themes=OTHER, speakers=BELA),
        theme_chairs=(BELA, CARO),
    )


def listening() -> Problem:
    """Caro listens to the first, in which Bela speaks, and speaks in the second; Bela listens to the third."""
    return problem(
        session(60, themes=ONE, speakers=BELA, attendees=CARO),
        session(60, themes=ONE, speakers=CARO),
        session(60, themes=OTHER, attendees=BELA),
    )


@pytest.mark.parametrize("name", ["speakers-in-one-meeting", "speakers-at-once"])
def test_who_speaks_in_both_or_chairs_the_theme_of_the_other_is_shared(name: str) -> None:
    forum = speaking()
    places = at(MORNING), at(MORNING, 0, 1), at(MORNING, 0, 2)
    found = judged(name, forum, *places)
    assert [(pair, where) for pair, _, where in found] == [((0, 1), (0, 1)), ((0, 2), (0, 2))]
    assert len(asked(name, forum)) == 2


@pytest.mark.parametrize("name", ["attendees-in-one-meeting", "attendees-at-once"])
def test_who_listens_to_one_is_shared_with_those_in_which_they_speak_listen_or_chair(name: str) -> None:
    forum = listening()
    found = judged(name, forum, at(MORNING), at(MORNING, 0, 1), at(MORNING, 0, 2))
    assert [pair for pair, *_ in found] == [(0, 1), (0, 2)]
    chaired = problem(session(60, themes=ONE), session(60, themes=OTHER, attendees=ANNA), theme_chairs=(ANNA, BELA))
    assert [pair for pair, *_ in judged(name, chaired, at(MORNING), at(MORNING, 0, 1))] == [(0, 1)]


def test_in_one_meeting_allows_one_meeting_and_other_periods() -> None:
    forum = speaking()
    assert judged("speakers-in-one-meeting", forum, at(MORNING), at(MORNING, 60), at(AFTERNOON)) == []
    assert judged("attendees-in-one-meeting", listening(), at(MORNING), at(MORNING, 60), at(AFTERNOON)) == []


def test_in_one_meeting_forbids_two_meetings_of_a_period_whatever_the_slot() -> None:
    forum = speaking()
    places = at(MORNING), at(MORNING, 120, 1), at(AFTERNOON)
    assert judged("speakers-in-one-meeting", forum, *places) == [((0, 1), 1, (0, 1))]
    assert judged("speakers-at-once", forum, *places) == []
    assert said("speakers-in-one-meeting", forum, *places) == [
        "sitting 0 and sitting 1 share a speaker, or one chairs the theme of the other, "
        "and are in two meetings of one period."
    ]
    assert asked("attendees-in-one-meeting", listening())[0] == (
        "sitting 0 and sitting 1 have somebody in common who comes to listen to one of them, "
        "and are not in two meetings of one period."
    )


def test_at_once_counts_the_slots_that_two_share_and_parts_of_them() -> None:
    forum = problem(session(60, speakers=ANNA), session(20, speakers=ANNA), slot_minutes=15)
    assert judged("speakers-at-once", forum, at(MORNING), at(MORNING, 15, 1)) == [((0, 1), 2, (0, 1))]
    assert judged("speakers-at-once", forum, at(MORNING), at(MORNING, 45, 1)) == [((0, 1), 1, (0, 1))]
    assert judged("speakers-at-once", forum, at(MORNING), at(MORNING, 60, 1)) == []
    assert said("speakers-at-once", forum, at(MORNING), at(MORNING, 45, 1)) == [
        "sitting 0 and sitting 1 share a speaker, or one chairs the theme of the other, and share 1 slot of time."
    ]
    assert asked("speakers-at-once", forum) == [
        "sitting 0 and sitting 1 share a speaker, or one chairs the theme of the other, and are not at the same time."
    ]
