"""What is measured of a list is told in minutes, with its bound and with who stands in the way."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from scheduler.domain.agenda import Measure, Outcome
from scheduler.domain.base import Window
from scheduler.translate.commitments import by_roles
from scheduler.translate.measures import measures_of, to_speakers_list
from scheduler.translate.speakers import SpeakersTranslation, speakers_problem
from solver.result import Status
from solver.speakers.solution import LevelResult, SpeakersList, SpeakersResult, Turn
from tests.scheduler.builders import (
    a_forum,
    a_kind,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_room,
    a_session,
)

TEN = 10 * 3600
MORNING = (Window(date=dt.date(2026, 5, 5), start=dt.time(10), end=dt.time(11)),)


def translation(mode: str) -> SpeakersTranslation:
    """Return one State and one stakeholder with an hour of floor."""
    forum = a_forum(
        kinds=(a_kind(mode=mode),),
        sessions=(a_session(floor_minutes=60),),
        participants=(a_participant("peru"), a_participant("ngo", "stakeholder")),
        requests=(a_request("q1", "peru", place=None), a_request("q2", "ngo", available=MORNING)),
    )
    return speakers_problem(forum, (a_placement("s1", "2026-05-05 10:00"),), forum.sessions[0], ())


def result(*levels: LevelResult) -> SpeakersResult:
    turns = SpeakersList((Turn(0, 0, TEN), Turn(1, 0, TEN + 180)))
    return SpeakersResult(Status.FEASIBLE, turns, levels=levels)


def deviation(*because: int) -> LevelResult:
    """Return a deviation that could be smaller but for some speakers."""
    return LevelResult("largest-deviation", "seconds", Fraction(150), Fraction(90), because=because)


def test_deviation_is_told_in_minutes_with_its_bound_and_its_reason() -> None:
    found = to_speakers_list(translation("throughout"), result(deviation(1)))
    assert (found.outcome, [turn.request for turn in found.interventions]) == (Outcome.FEASIBLE, ["q1", "q2"])
    assert found.measures == (
        Measure(name="longest-run-without-a-stakeholder", value=3, unit="minutes (cap 4.5)"),
        Measure(name="longest-run-of-stakeholders", value=3, unit="minutes (cap 4.5)"),
        Measure(name="away-from-protocol", value=0, unit="speakers"),
        Measure(name="largest-deviation", value=2.5, best=1.5, unit="minutes", because="the stated hours of Ngo"),
    )


def in_the_way(*levels: str, chairing: tuple[int, ...] = (), hours: bool = True) -> str | None:
    """Return what is said of speakers of some publication levels who stand in the way."""
    people = tuple(
        a_person(f"p{n}", "ngo", name=f"Ana {n}", publication=level, available=MORNING if hours else ())
        for n, level in enumerate(levels)
    )
    forum = a_forum(
        sessions=(a_session(floor_minutes=60), a_session("s2")),
        rooms=(a_room("r1"), a_room("r2")),
        participants=(a_participant("ngo", "stakeholder"),),
        people=people,
        roles=tuple(a_role("s2", person=f"p{n}") for n in chairing),
        requests=tuple(a_request(f"q{n}", "ngo", person=f"p{n}") for n in range(len(levels))),
    )
    placements = (a_placement("s1", "2026-05-05 10:00"), a_placement("s2", "2026-05-05 10:30", room="r2"))
    busy = tuple(by_roles(forum, placements))
    found = speakers_problem(forum, placements, forum.sessions[0], busy)
    turns = tuple(Turn(n, 0, TEN + 180 * n) for n in range(len(levels)))
    level = LevelResult("protocol-order", "places squared", Fraction(4), Fraction(4), because=tuple(range(len(levels))))
    listed = to_speakers_list(found, SpeakersResult(Status.FEASIBLE, SpeakersList(turns), levels=(level,)))
    return listed.measures[-1].because


def test_who_stands_in_the_way_is_named_as_far_as_the_level_allows_and_never_with_hours() -> None:
    assert in_the_way("named") == "the stated hours of Ana 0"
    assert in_the_way("organisation") == "the stated hours of Ngo"
    assert in_the_way("withheld") == "the stated hours of one speaker"
    assert in_the_way("named", "withheld", "named") == "the stated hours of Ana 0, Ana 2 and one other speaker"
    assert in_the_way("withheld", "withheld") == "the stated hours of 2 speakers"
    assert in_the_way(*["named"] * 7) == ("the stated hours of Ana 0, Ana 1, Ana 2, Ana 3, Ana 4 and 2 other speakers")


def test_duties_elsewhere_stand_in_the_way_apart_from_stated_hours() -> None:
    assert in_the_way("named", chairing=(0,), hours=False) == "the duties elsewhere of Ana 0"
    assert in_the_way("named", "named", chairing=(1,)) == (
        "the stated hours of Ana 0; the stated hours and duties elsewhere of Ana 1"
    )


@pytest.mark.parametrize(
    ("pinned", "unit"),
    [
        ((), "minutes (cap 7.5)"),
        ((1, 2), "minutes (among speakers who are not pinned: 3 minutes, cap 4.5)"),
        ((1, 2, 3, 4), "minutes"),
    ],
)
def test_the_longest_run_is_the_one_people_see_also_among_the_pinned(pinned: tuple[int, ...], unit: str) -> None:
    forum = a_forum(
        kinds=(a_kind(mode="throughout"),),
        sessions=(a_session(floor_minutes=60),),
        participants=(*map(a_participant, ("peru", "mali", "fiji")), a_participant("ngo", "stakeholder")),
        requests=tuple(
            a_request(f"q{place}", who, place=place if place in pinned else None)
            for place, who in enumerate(("peru", "mali", "fiji", "ngo"), start=1)
        ),
    )
    problem = speakers_problem(forum, (a_placement("s1", "2026-05-05 10:00"),), forum.sessions[0], ()).problem
    in_order = SpeakersList(tuple(Turn(i, 0, TEN + 180 * i) for i in range(4)))
    assert measures_of(problem, in_order)[0] == Measure(name="longest-run-without-a-stakeholder", value=9, unit=unit)


def test_a_list_without_interspersal_has_no_such_figures() -> None:
    levels = (
        LevelResult("largest-deviation", "seconds", Fraction(0), Fraction(0)),
        LevelResult("groups-first", "national statements before a group", Fraction(0), Fraction(0)),
        LevelResult("protocol-order", "places squared", Fraction(4), Fraction(4)),
    )
    found = to_speakers_list(translation("none"), result(*levels))
    assert found.measures == (
        Measure(name="away-from-protocol", value=0, unit="speakers"),
        Measure(name="protocol-order", value=4, best=4, unit="squared places"),
    )
