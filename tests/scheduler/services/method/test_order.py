from __future__ import annotations

import pytest

from scheduler.domain.session import Mode, Policy
from scheduler.services.method.document import Method, Points, Section
from scheduler.services.method.order import EVENNESS, MODES, order
from scheduler.services.method.page import method
from scheduler.translate.policies import policy_sentence
from solver.rule import sentence
from solver.speakers.rulebook import RULES
from tests.scheduler.builders import a_kind
from tests.scheduler.services.method.small import a_small_forum


def points_of(section: Section, place: int) -> Points:
    return [block for block in section.blocks if isinstance(block, Points)][place]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("policy", list(Policy))
def test_every_kind_says_how_its_lists_are_made(mode: Mode, policy: Policy) -> None:
    found = points_of(order(a_small_forum(kinds=(a_kind(mode=mode, policy=policy),))), 0).points[0]
    words = MODES[mode]
    assert found.term == "Round table"
    assert f"{words[0].upper()}{words[1:]}." in found.text
    assert policy_sentence(policy) in found.text
    assert "Time limits: 3 minutes for a national statement, 5 minutes for one for a group" in found.text


@pytest.mark.parametrize("ranks", [True, False])
def test_what_a_kind_says_of_ranks_is_left_to_the_policy_that_goes_by_them(ranks: bool) -> None:
    def told(policy: Policy) -> str:
        return points_of(order(a_small_forum(kinds=(a_kind(policy=policy, ranks=ranks),))), 0).points[0].text

    words = "A higher rank comes earlier." if ranks else "Ranks do not count."
    assert [words in told(policy) for policy in (Policy.LOT, Policy.RANK_AND_TIME)] == [True, False]


def test_an_even_spread_yields_to_groups_and_runs_and_comes_before_protocol() -> None:
    found = points_of(order(a_small_forum()), -1)
    names = [point.term for point in found.points]
    assert found.numbered
    assert names[names.index("evenness") - 1 : names.index("evenness") + 2] == ["run-cap", "evenness", "protocol-order"]
    assert {point.text for point in found.points} <= {EVENNESS, *(sentence(rule) for rule in RULES)}


def test_a_session_that_differs_from_its_kind_says_in_what() -> None:
    sessions = tuple(
        session.model_copy(update={"mode": Mode.NONE, "mandate": "A/RES/60/251", "policy": Policy.LOT})
        if session.id == "rt2"
        else session
        for session in a_small_forum().sessions
    )
    found = points_of(order(a_small_forum(sessions=sessions)), 1).points
    assert [point.term for point in found] == ["Round table 2 [rt2]"]
    assert "exempt from interspersal. Mandate: A/RES/60/251." in found[0].text
    assert policy_sentence(Policy.LOT) in found[0].text


def test_a_page_is_a_document_that_comes_back_from_json() -> None:
    page = method(a_small_forum())
    assert Method.model_validate_json(page.model_dump_json()) == page
