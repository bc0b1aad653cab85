"""How a plan ended is said in words."""

from typing import Any

import pytest

from scheduler.commands.printing import explanation_text
from scheduler.domain.agenda import Outcome
from scheduler.services.explaining import Explanation, Reason
from scheduler.services.planning import Planned


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (Outcome.NONE_FOUND, "No agenda was found in time. Allow more with --time-limit, or ask for less."),
        (Outcome.CANCELLED, "Stopped before an agenda was found; nothing was written."),
    ],
)
def test_a_plan_without_an_agenda_says_what_to_do(outcome: Outcome, said: str) -> None:
    assert explanation_text(Planned(outcome=outcome)) == said


def a_missing_list(**fields: Any) -> Planned:
    defaults: dict[str, Any] = {
        "subject": "The speakers list of Debate",
        "title": "Debate",
        "reasons": (Reason(rule="within-availability", sentence="Ana is there on Tuesday."),),
        "fixes": ("Agree on other hours with Ana.",),
        "proven": True,
    }
    return Planned(outcome=Outcome.NONE_FOUND, explanation=Explanation(**(defaults | fields)))


def test_a_list_that_is_only_not_found_is_not_called_impossible() -> None:
    assert explanation_text(a_missing_list(impossible=False)) == (
        "No speakers list for Debate was found where the session stands now; another time\n"
        "for the session may help:\n"
        "\n"
        "  1. Ana is there on Tuesday.\n"
        "\n"
        "This would help:\n"
        "  - Agree on other hours with Ana.\n"
        "\n"
        "Every one of these claims was confirmed by solving again."
    )


def test_a_list_that_is_impossible_anywhere_is_called_so() -> None:
    lines = explanation_text(a_missing_list(proven=False)).splitlines()
    assert lines[0] == "The speakers list of Debate is impossible: these requirements cannot hold"
    assert lines[-1] == "Not all of these claims could be confirmed."


def test_where_nothing_is_known_of_a_list_nothing_is_claimed() -> None:
    nothing: dict[str, Any] = {"reasons": (), "fixes": (), "proven": False}
    assert explanation_text(a_missing_list(impossible=False, **nothing)) == (
        "No speakers list for Debate was found; whether there is one is not known. Allow\nmore with --time-limit."
    )
    assert explanation_text(a_missing_list(**nothing)) == (
        "The speakers list of Debate is impossible; why was not found out."
    )
