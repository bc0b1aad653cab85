from __future__ import annotations

from typing import Any

from scheduler.domain.proposal import Criterion, Proposal
from scheduler.domain.session import Standing
from scheduler.services.method.document import Section, Table
from scheduler.services.method.events import side_events
from scheduler.services.method.figures import Figures
from tests.scheduler.builders import a_kind, a_period, text
from tests.scheduler.services.method.small import a_small_forum

CRITERIA = (
    Criterion(id="relevance", label=text("Link to the objectives"), weight=3),
    Criterion(id="together", label=text("State and civil society together"), weight=2, most=1),
)


def a_proposal(id: str, **fields: Any) -> Proposal:
    return Proposal(**({"id": id, "kind": "side-event", "title": text(id), "organisers": ("union0",)} | fields))


def a_forum_with_events(**fields: Any) -> Section:
    kinds = (a_kind(), a_kind("side-event", Standing.SIDE))
    lunch = a_period("tue-lunch", "13:15", "14:45", kinds=("side-event",))
    proposals = (
        a_proposal("e1"),
        a_proposal("e2"),
        a_proposal("e3", remote=True),
        a_proposal("e4", equipment=("pool",)),
    )
    defaults = {"kinds": kinds, "periods": (a_period(), lunch), "proposals": proposals, "criteria": CRITERIA}
    section = side_events(Figures(a_small_forum(**(defaults | fields))))
    assert section is not None
    return section


def table(section: Section, title: str) -> Table:
    return next(block for block in section.blocks if isinstance(block, Table) and block.title == title)


def test_places_are_what_rooms_and_periods_hold_and_what_fits_nowhere_has_none() -> None:
    assert table(a_forum_with_events(), "Places").rows == (
        ("Side event", "2", "1"),
        ("Side event, online", "1", "1"),
        ("Side event, no room has what they need", "1", "0"),
    )


def test_criteria_are_told_with_weight_and_highest_mark() -> None:
    section = a_forum_with_events()
    assert table(section, "Criteria").rows == (
        ("Link to the objectives", "3", "10"),
        ("State and civil society together", "2", "1"),
    )
    assert "A proposal that Member State and Stakeholder organise together meets the criterion 'together' in full" in (
        section.model_dump_json()
    )


def test_proposals_without_criteria_are_not_marked() -> None:
    assert "No criteria are stated, so proposals are not marked." in a_forum_with_events(criteria=()).model_dump_json()


def test_a_page_of_a_forum_without_side_events_tells_of_none() -> None:
    assert side_events(Figures(a_small_forum())) is None
