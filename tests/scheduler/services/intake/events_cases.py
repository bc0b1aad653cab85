"""A small forum in which more side events are proposed than there is room for, and what is recorded of them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.proposal import Criterion, Mark
from scheduler.domain.selection import Selection
from scheduler.services.intake.desk import own_proposals
from scheduler.services.intake.granted import granted
from scheduler.services.intake.online import held_online
from scheduler.services.intake.record import record
from tests.scheduler.builders import text
from tests.scheduler.services.selecting.test_proposals import a_proposal, a_side_forum

NOON = dt.datetime(2026, 5, 4, 12)
OFFICIAL: dict[str, Any] = {"by": "M. Ortega", "reason": "The State concerned objects."}
OBJECTION = OFFICIAL | {"basis": Basis.OBJECTION}
OVERRIDE = OFFICIAL | {"basis": Basis.OVERRIDE}

LINK = Criterion(id="link", label=text("Link"), weight=1)
LEADERS = {"p1": "youth1", "p2": "ngo1", "p3": "ngo2", "p4": "youth1", "p5": "kenya"}
POINTS = {"p1": 10, "p2": 9, "p3": 7, "p4": 8, "p5": 6}


def a_forum_of_events(**fields: Any) -> Forum:
    """Return a forum with room for two of five side events; by their marks p1 and p2, and youth1 leads p4 as well."""
    proposals = [a_proposal(id, leader, priority=1 + (id == "p4")) for id, leader in LEADERS.items()]
    marks = tuple(Mark(proposal=id, criterion="link", points=points) for id, points in POINTS.items())
    return a_side_forum(*proposals, lunches=2, **({"criteria": (LINK,), "marks": marks} | fields))


def after(forum: Forum, selection: Selection | None, proposal: str, happening: str, **fields: Any) -> Forum:
    """Return a forum with what was recorded, and what followed from it, in its log."""
    entries = record(forum, selection, proposal, Happening(happening), at=NOON, **fields)
    return forum.model_copy(update={"log": (*forum.log, *entries)})


def short(forum: Forum) -> list[tuple[str, str, str]]:
    return [(entry.request, entry.happening.value, entry.basis.value) for entry in forum.log]


def stands(forum: Forum, selection: Selection | None) -> dict[str, tuple[str, int | None]]:
    found = (own_proposals(forum, selection, request=proposal.id)[0] for proposal in forum.proposals)
    return {one.proposal: (one.state.value, one.position) for one in found}


def placed(forum: Forum, selection: Selection | None) -> list[str]:
    return [session.id for session in granted(forum, selection).sessions if session.id in LEADERS]


def placed_or_online(forum: Forum, selection: Selection) -> list[str]:
    return [*placed(forum, selection), *(proposal.id for proposal in held_online(forum, selection))]
