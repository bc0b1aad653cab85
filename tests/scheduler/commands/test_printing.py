"""How a plan ended is said in words."""

import pytest

from scheduler.commands.printing import explanation_text
from scheduler.domain.agenda import Outcome
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
