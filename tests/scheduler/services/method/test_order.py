from __future__ import annotations

import pytest

from scheduler.domain.session import Mode, Policy
from scheduler.services.method.document import Method, Points, Section, Table
from scheduler.services.method.order import EVENNESS, MODE_NAMES, MODES, order
from scheduler.services.method.page import method
from scheduler.translate.policies import policy_sentence
from solver.rule import sentence
from solver.speakers.rulebook import RULES
from tests.scheduler.builders import a_kind
from tests.scheduler.services.method.small import a_small_forum


def points_of(section: Section | None, place: int) -> Points:
    assert section is not None
    return [block for block in section.blocks if isinstance(block, Points)][place]


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("policy", list(Policy))
def test_every_kind_says_how_its_lists_are_made(mode: Mode, policy: Policy) -> None:
    section = order(a_small_forum(kinds=(a_kind(mode=mode, policy=policy),)))
    assert section is not None
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert (table.rows[0][:3], table.rows[0][5]) == (("Round table", MODE_NAMES[mode], policy.value), "3/5/3/5")
    told = [point.text for point in points_of(section, 0).points]
    assert told[:2] == [f"{MODE_NAMES[mode]}: {MODES[mode]}.", f"{policy.value}: {policy_sentence(policy)}"]


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
    found = points_of(order(a_small_forum(sessions=sessions)), 2).points
    assert [point.term for point in found] == ["Round table 2 [rt2]"]
    assert "exempt from interspersal. Mandate: A/RES/60/251." in found[0].text
    assert policy_sentence(Policy.LOT) in found[0].text


def test_a_page_is_a_document_that_comes_back_from_json() -> None:
    page = method(a_small_forum())
    assert Method.model_validate_json(page.model_dump_json()) == page
