"""What is measured of a list is told in minutes, with its bound and with who stands in the way."""

from __future__ import annotations

from fractions import Fraction

import pytest

from scheduler.domain.agenda import Measure, Outcome
from scheduler.translate.measures import measures_of, to_speakers_list
from scheduler.translate.speakers import SpeakersTranslation, speakers_problem
from solver.result import Status
from solver.speakers.solution import LevelResult, SpeakersList, SpeakersResult, Turn
from tests.scheduler.builders import (
    a_forum,
    a_kind,
    a_participant,
    a_placement,
    a_request,
    a_session,
)

TEN = 10 * 3600


def translation(mode: str) -> SpeakersTranslation:
    """Return one State and one stakeholder with an hour of floor."""
    forum = a_forum(
        kinds=(a_kind(mode=mode),),
        sessions=(a_session(floor_minutes=60),),
        participants=(a_participant("peru"), a_participant("ngo", "stakeholder")),
        requests=(a_request("q1", "peru", place=None), a_request("q2", "ngo")),
    )
    return speakers_problem(forum, (a_placement("s1", "2026-05-05 10:00"),), forum.sessions[0], ())


def result(*levels: LevelResult) -> SpeakersResult:
    turns = SpeakersList((Turn(0, 0, TEN), Turn(1, 0, TEN + 180)))
    return SpeakersResult(Status.FEASIBLE, turns, levels=levels)


def test_deviation_is_told_in_minutes_with_its_bound_and_its_reason() -> None:
    level = LevelResult("largest-deviation", "seconds", Fraction(150), Fraction(90), because=(1,))
    found = to_speakers_list(translation("throughout"), result(level))
    assert (found.outcome, [turn.request for turn in found.interventions]) == (Outcome.FEASIBLE, ["q1", "q2"])
    assert found.measures == (
        Measure(name="longest-run-without-a-stakeholder", value=3, unit="minutes (cap 4.5)"),
        Measure(name="longest-run-of-stakeholders", value=3, unit="minutes (cap 4.5)"),
        Measure(name="away-from-protocol", value=0, unit="speakers"),
        Measure(name="largest-deviation", value=2.5, best=1.5, unit="minutes", because="Ngo"),
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
