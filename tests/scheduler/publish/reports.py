"""Reports of participation with something in every part of them."""

from __future__ import annotations

from typing import Any

from scheduler.domain.edition import Baseline
from scheduler.domain.forum import Forum
from scheduler.domain.log import Happening
from scheduler.domain.session import RoleName
from scheduler.domain.sharing import Share
from scheduler.services.participation.report import Participation, participation
from scheduler.services.participation.requests import asking
from tests.scheduler import builders as b
from tests.scheduler.services.asked_forums import an_asked_forum, an_entry, decided, first

GIVEN = [*first(("state", 6)), "ngo-01", "ngo-02", "ngo-03", *first(("state", 12))[6:], "youth-01", "ngo-04", "ngo-05"]
"""Those who have the floor, in the order of the list."""


def a_full_forum(**fields: Any) -> Forum:
    """Return a forum of 37 requests with promises, earlier figures, roles and a log of who has spoken."""
    share = {"class": "stakeholder", "kind": "round-table", "percent": 30, "basis": "Note 12"}
    then = {"edition": "Forum 2022", "class": "stakeholder", "source": "Report of 2022"}
    figures = ({"percent": 50}, {"requested": 100, "given": 20})
    defaults = {
        "shares": (Share.model_validate(share), Share.model_validate(share | {"class": "state", "percent": 70})),
        "baselines": tuple(Baseline.model_validate(then | figure) for figure in figures),
        "roles": (b.a_role("s1", RoleName.PANELLIST, participant="ngo-01"),),
        "log": tuple(an_entry(i, id, Happening.SPOKEN) for i, id in enumerate(GIVEN[:-1], start=1)),
    }
    return an_asked_forum(**(defaults | fields))


def a_full_report(language: str | None = None, **fields: Any) -> Participation:
    """Return its report: one list of 12 States and 6 stakeholders; 19 stakeholders have no place."""
    forum = a_full_forum(**fields)
    asked = asking(forum, decided(GIVEN, forum))
    turns = [b.an_intervention(id, "2026-05-05 10:00") for id in GIVEN]
    return participation(forum, b.an_agenda(lists=(b.a_list("s1", *turns),)), language, asked)
