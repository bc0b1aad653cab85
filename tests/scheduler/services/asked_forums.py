"""Forums in which more is asked for than is given, and selections that say what became of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.participant import Constituency, Flag
from scheduler.domain.request import Request
from scheduler.domain.selection import Decision, Lot, Selection, State
from tests.scheduler import builders as b

GIVEN, WAITS, DECLINED = State.GIVEN, State.WAIT_LISTED, State.DECLINED


def a_selection(decisions: Mapping[str, State], sessions: Mapping[str, str] | None = None) -> Selection:
    """Return a selection that decided so about requests; ``sessions`` where it is not the one of the first choice."""
    made = tuple(
        Decision(
            request=id, session=(sessions or {}).get(id, "s1"), state=state, reason="So it came out.", position=place
        )
        for place, (id, state) in enumerate(decisions.items(), start=1)
    )
    lot = Lot(seed="seed")
    return Selection(forum="forum-0001", made_of="0" * 64, outcome=Outcome.OPTIMAL, lot=lot, decisions=made)


def an_entry(number: int, request: str, happening: Happening, **fields: Any) -> Entry:
    """Return an entry of the log, by the chair where somebody has or has not spoken."""
    chair = happening in (Happening.SPOKEN, Happening.ABSENT)
    basis = Basis.CHAIR if chair else Basis.REQUESTER
    at = dt.datetime(2026, 4, 1, 9) + dt.timedelta(minutes=number)
    return Entry(**({"number": number, "at": at, "request": request, "happening": happening, "basis": basis} | fields))


def an_asked_forum(**fields: Any) -> Forum:
    """Return a forum of 12 States, 12 NGOs, 12 youth groups and one trade union; half of the NGOs are led by migrants.

    Each asks once; its request is called as it is: ``state-01``, ``ngo-01``, ``youth-01``, ``union-01``.
    """
    regions = ("un.african", "un.grulac")
    states = [b.a_participant(f"state-{i:02}", regions=(regions[i % 2],)) for i in range(1, 13)]
    bodies = [
        b.a_participant(f"{group}-{i:02}", "stakeholder", constituency=group, flags=flags)
        for group, size in (("ngo", 12), ("youth", 12), ("union", 1))
        for i in range(1, size + 1)
        for flags in [("migrant-led",) if group == "ngo" and i % 2 else ()]
    ]
    labels = {"ngo": "NGOs", "youth": "Youth", "union": "Trade unions"}
    defaults = {
        "sessions": (b.a_session("s1", floor_minutes=60), b.a_session("s2", floor_minutes=60)),
        "constituencies": tuple(Constituency(id=id, label=b.text(label)) for id, label in labels.items()),
        "flags": (Flag(id="migrant-led", label=b.text("Led by migrants")),),
        "participants": (*states, *bodies),
        "requests": tuple(b.a_request(one.id, one.id) for one in (*states, *bodies)),
    }
    return b.a_forum(**(defaults | fields))


def first(*groups: tuple[str, int]) -> list[str]:
    """Return the first so many requests of each group."""
    return [f"{group}-{i:02}" for group, size in groups for i in range(1, size + 1)]


def decided(given: list[str], forum: Forum, otherwise: State = DECLINED) -> Selection:
    """Return a selection in which these requests have a place, and every other one for the floor was declined."""
    asked: tuple[Request, ...] = tuple(request for request in forum.requests if request.role is None)
    return a_selection({request.id: GIVEN if request.id in given else otherwise for request in asked})


def a_list_of(given: list[str], session: str = "s1") -> Agenda:
    """Return an agenda with one list of these requests, three minutes each."""
    return b.an_agenda(lists=(b.a_list(session, *(b.an_intervention(id, "2026-05-05 10:00") for id in given)),))
