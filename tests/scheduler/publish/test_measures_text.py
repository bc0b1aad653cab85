"""Figures of a list are told with their unit, the best possible, and what stands in the way."""

from __future__ import annotations

from typing import Any

import pytest

from scheduler.domain.agenda import Measure, Outcome
from scheduler.domain.session import Mode, Policy
from scheduler.publish.measures_text import measure_lines, not_interspersed, outcome_line
from tests.scheduler.builders import a_busy_agenda, a_busy_forum, a_forum, a_kind, a_list, a_session


@pytest.mark.parametrize(
    ("measure", "line"),
    [
        (
            Measure(name="floor-waits", value=1, best=1, unit="minutes"),
            "The floor waits for a speaker: 1 minute (the best possible)",
        ),
        (
            Measure(name="neighbours-differ", value=1, best=0, unit="matches"),
            "Neighbours of one region or constituency: 1 (not proven to be the best possible)",
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


def test_a_list_that_is_exempt_says_so_with_the_decision_it_rests_on() -> None:
    lists = a_busy_agenda().list_of

    def said(**fields: Any) -> str | None:
        forum = a_busy_forum(kinds=(a_kind(**fields), a_kind("side-event")))
        return not_interspersed(forum, lists["rt1"])

    assert said(mode=Mode.NONE, policy=Policy.LOT, mandate="HRC 5/1.", ranks=False) == (
        "Stakeholders are not interspersed here, but stand in one order with all others: mode none, ordered by class "
        "and the policy lot; HRC 5/1."
    )
    assert said(mode=Mode.RESERVED) == (
        "Stakeholders are not interspersed here, but stand at places reserved for them, or else last: mode reserved, "
        "ordered by class, rank and the policy request-time."
    )
    assert [said(mode=mode) for mode in (Mode.THROUGHOUT, Mode.AFTER_OPENING)] == [None, None]


def test_the_mode_of_a_session_rests_on_its_own_decision() -> None:
    session = a_session("rt1", mode=Mode.NONE, mandate="a ruling of the chair")
    forum = a_busy_forum(kinds=(a_kind(mode=Mode.NONE, mandate="HRC 5/1"), a_kind("side-event")), sessions=(session,))
    said = not_interspersed(forum, a_busy_agenda().list_of["rt1"])
    assert said is not None
    assert said.endswith("rank and the policy request-time; a ruling of the chair.")


def test_a_list_without_stakeholders_has_nothing_to_be_exempt_from() -> None:
    assert not_interspersed(a_busy_forum(), a_busy_agenda().list_of["rt2"]) is None
