"""Figures of a list are told with their unit, the best possible, and what stands in the way."""

from __future__ import annotations

import pytest

from scheduler.domain.agenda import Measure, Outcome
from scheduler.publish.measures_text import measure_lines, outcome_line
from tests.scheduler.builders import a_forum, a_list


@pytest.mark.parametrize(
    ("measure", "line"),
    [
        (
            Measure(name="floor-waits", value=1, best=1, unit="minutes"),
            "The floor waits for a speaker: 1 minute (the best possible)",
        ),
        (
            Measure(name="neighbours-differ", value=1, best=0, unit="matches"),
            "Neighbours of one region or constituency: 1 (best possible 0)",
        ),
        (
            Measure(name="away-from-protocol", value=1, unit="speakers, 2 places in all"),
            "Away from where protocol puts them: 1 speaker, 2 places in all",
        ),
        (Measure(name="away-from-protocol", value=0, unit="speakers"), "Everybody stands where protocol puts them"),
        (
            Measure(name="longest-run-of-stakeholders", value=3.25, unit="minutes (cap 4.5)"),
            "Longest run of stakeholders: 3.25 minutes (cap 4.5)",
        ),
        (
            Measure(name="run-cap", value=2, best=2, unit="minutes over the cap", because="Peru has a pinned place"),
            "Runs that are too long: 2 minutes over the cap (the best possible): Peru has a pinned place",
        ),
    ],
    ids=lambda value: "" if isinstance(value, str) else value.name,
)
def test_a_measure_is_one_line(measure: Measure, line: str) -> None:
    assert measure_lines(a_forum(), (measure,)) == [line]


def test_of_what_is_amiss_nowhere_nothing_is_told() -> None:
    amiss = Measure(name="floor-waits", value=0, best=0, unit="minutes")
    even = Measure(name="largest-deviation", value=0, best=0, unit="minutes")
    assert measure_lines(a_forum(), (amiss, even)) == ["Largest deviation from an even spread: 0 minutes"]


def test_how_good_a_list_is_is_said_in_a_sentence() -> None:
    assert outcome_line(a_list("s1", outcome=Outcome.FEASIBLE)) == (
        "This list keeps every rule that blocks; a better one may exist."
    )
