"""A small forum in which more people ask than can have the floor, a selection of it, and entries of its log."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.objective import Objective
from scheduler.domain.participant import Constituency
from scheduler.domain.selection import Decision, Lot, QuotaOutcome, Selection, State
from scheduler.domain.session import Mode
from scheduler.services.intake.record import record
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_period,
    a_person,
    a_request,
    a_session,
    text,
)

STATES = ("kenya", "mexico", "nepal", "chad")
NGOS = {"caritas": "ngos", "oxfam": "ngos", "seebruecke": "ngos", "unions": "trade-unions"}


def a_crowded_forum(**fields: Any) -> Forum:
    """Return a forum of two round tables: in rt1 four States and four stakeholders ask, in rt2 one of each."""
    kind = a_kind("round-table", mode=Mode.THROUGHOUT)
    states = [a_participant(id, "state") for id in STATES]
    others = [a_participant(id, "stakeholder", constituency=group) for id, group in NGOS.items()]
    defaults = {
        "kinds": (kind,),
        "periods": (a_period("tue-am"), a_period("tue-pm", "15:00", "18:00")),
        "sessions": (
            a_session("rt1", "round-table", 60, floor_minutes=30, objectives=(7,)),
            a_session("rt2", "round-table", 60, floor_minutes=30),
        ),
        "classes": (
            a_class("state", delegation=True, speaks_in=("round-table",)),
            a_class("stakeholder", interspersed=True, protocol_place=2, speaks_in=("round-table",)),
        ),
        "objectives": (Objective(number=7, title=text("Vulnerabilities")),),
        "constituencies": (
            Constituency(id="ngos", label=text("NGOs"), focal_point="sam"),
            Constituency(id="trade-unions", label=text("Trade unions"), focal_point="lee"),
        ),
        "participants": (*states, *others),
        "people": (
            a_person("asha", "kenya"),
            a_person("wanjiru", "kenya"),
            a_person("lee", "unions"),
            a_person("sam", "caritas", publication="withheld"),
        ),
        "requests": (
            *(a_request(f"s-{id}", id, "rt1") for id in STATES),
            *(a_request(f"n-{id}", id, "rt1", objectives=(7,)) for id in NGOS),
            a_request("s-nepal-2", "nepal", "rt2"),
            a_request("n-oxfam-2", "oxfam", "rt2"),
        ),
    }
    return a_forum(**(defaults | fields))


def given(request: str, session: str = "rt1", **fields: Any) -> Decision:
    """Return the decision that a request has a place."""
    return Decision(**({"request": request, "session": session, "state": State.GIVEN, "reason": "All fit."} | fields))


def waits(request: str, position: int, session: str = "rt1") -> Decision:
    """Return the decision that a request waits."""
    reason = "Others were drawn earlier."
    return Decision(request=request, session=session, state=State.WAIT_LISTED, position=position, reason=reason)


def a_quota(
    participant_class: str | None = None, constituency: str | None = None, session: str = "rt1", **fields: Any
) -> QuotaOutcome:
    """Return a quota of one place that two ask for, one of whom has it."""
    counts = {"places": 1, "requested": 2, "given": 1}
    own = {"session": session, "participant_class": participant_class, "constituency": constituency}
    return QuotaOutcome(**(own | counts | fields))


QUOTAS = (
    a_quota("state", places=3),
    a_quota("stakeholder", "ngos"),
    a_quota("stakeholder", "trade-unions"),
    a_quota("state", session="rt2"),
    a_quota("stakeholder", "ngos", session="rt2"),
)


def a_selection(*decisions: Decision, **fields: Any) -> Selection:
    """Return a selection: in rt1 three States, one NGO and the unions are given, chad and two NGOs wait."""
    usual = (
        *(given(f"s-{id}") for id in STATES[:3]),
        waits("s-chad", 1),
        given("n-caritas"),
        waits("n-oxfam", 1),
        waits("n-seebruecke", 2),
        given("n-unions"),
        given("s-nepal-2", "rt2"),
        given("n-oxfam-2", "rt2"),
    )
    defaults = {
        "forum": "forum-0001",
        "made_of": "0" * 64,
        "outcome": Outcome.OPTIMAL,
        "lot": Lot(seed="seed"),
        "quotas": QUOTAS,
        "decisions": decisions or usual,
    }
    return Selection(**(defaults | fields))


NOON = dt.datetime(2026, 5, 4, 12)


def an_entry(number: int, request: str, happening: str, **fields: Any) -> Entry:
    """Return an entry of the log."""
    word = Happening(happening)
    basis = Basis.CHAIR if happening in ("absent", "spoken") else Basis.REQUESTER
    return Entry(**({"number": number, "at": NOON, "request": request, "happening": word, "basis": basis} | fields))


def logged(forum: Forum, *entries: tuple[str, str] | tuple[str, str, dict[str, Any]]) -> Forum:
    """Return a forum with a log of these entries, numbered in order."""
    log = [
        an_entry(number, *entry[:2], **(entry[2] if len(entry) > 2 else {})) for number, entry in enumerate(entries, 1)
    ]
    return forum.model_copy(update={"log": tuple(log)})


OVERRIDE: dict[str, Any] = {"basis": Basis.OVERRIDE, "by": "M. Ortega", "reason": "The chair asked for it."}


def recorded(
    forum: Forum, request: str, happening: str, selection: Selection | None = None, **fields: Any
) -> list[Any]:
    """Return what is recorded, in short: request, happening, basis."""
    found = record(forum, selection or a_selection(), request, Happening(happening), at=NOON, **fields)
    return [(entry.request, entry.happening.value, entry.basis.value) for entry in found]


def with_sessions(**fields: Any) -> Forum:
    """Return the crowded forum with other settings of its sessions."""
    forum = a_crowded_forum()
    return forum.model_copy(
        update={"sessions": tuple(a_session(s.id, "round-table", 60, **fields) for s in forum.sessions)}
    )
