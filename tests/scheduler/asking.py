"""Small forums in which more people ask for the floor than can have it."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.participant import Constituency, Flag
from scheduler.domain.request import Request
from scheduler.domain.selection import Decision, Selection
from scheduler.domain.sharing import Balance, SelectionSettings, Share
from scheduler.services.selecting.selecting import select
from solver.result import Limits
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

CLOSES = dt.datetime(2026, 3, 2, 18, 0)


def a_share(participant_class: str = "stakeholder", **fields: Any) -> Share:
    """Return a share in all round tables."""
    place = {} if "session" in fields else {"kind": "round-table"}
    return Share(participant_class=participant_class, **(place | fields))


def a_balance(id: str, trait: str, value: str, **fields: Any) -> Balance:
    """Return a balance in each session."""
    return Balance(id=id, trait=trait, value=value, **fields)


def an_entry(number: int, request: str, happening: Happening, basis: Basis = Basis.REQUESTER, **fields: Any) -> Entry:
    """Return an entry of the log; what the method did not decide has an officer and a reason."""
    officer = {} if basis is Basis.REQUESTER else {"by": "Officer Canary", "reason": "As the rules say."}
    moment = dt.datetime(2026, 3, 3, 9, number % 60)
    return Entry(number=number, at=moment, request=request, happening=happening, basis=basis, **(officer | fields))


def an_asking_forum(*requests: Request, floor: int = 12, **fields: Any) -> Forum:
    """Return a forum of two round tables with so many minutes of floor, in which a usual statement takes three.

    Organisations are named after their constituencies: youth1 to youth4 and ngo1 to ngo4; states are kenya, mexico and
    nepal, the UN entity is iom.
    """
    names = [f"{group}{n}" for group in ("youth", "ngo") for n in range(1, 5)]
    stakeholders = [a_participant(name, "stakeholder", constituency=name[:-1]) for name in names]
    states = [a_participant(name, regions=("un.african" if name == "kenya" else "un.other",)) for name in STATES]
    defaults: dict[str, Any] = {
        "kinds": (a_kind(), a_kind("plenary")),
        "classes": (a_class("state", delegation=True), a_class("un-entity"), a_class("stakeholder", interspersed=True)),
        "periods": (a_period(kinds=("round-table", "plenary")),),
        "sessions": tuple(a_session(name, floor_minutes=floor) for name in ("s1", "s2")),
        "constituencies": tuple(_constituency(name) for name in ("youth", "ngo")),
        "people": tuple(a_person(f"{name}-focal", f"{name}1") for name in ("youth", "ngo")),
        "flags": (Flag(id="migrant-led", label=text("Led by migrants")),),
        "participants": (*stakeholders, *states, a_participant("iom", "un-entity")),
        "selection": SelectionSettings(most_in_session=1),
        "requests": requests,
    }
    return a_forum(**(defaults | fields))


def a_forum_of_two_sessions() -> Forum:
    """Return a forum in which youth has a place in each of two sessions, an organisation one in all, and four ask."""
    return an_asking_forum(
        asks("a1", "youth1", priority=1),
        asks("a2", "youth2", priority=2),
        asks("b1", "youth1", "s2", priority=1),
        asks("b2", "youth3", "s2", priority=2),
        shares=(a_share(places=1), a_share(places=1, constituency="youth")),
        selection=SelectionSettings(most_in_session=1, most_in_forum=1),
    )


def _constituency(name: str) -> Constituency:
    return Constituency(id=name, label=text(name.capitalize()), focal_point=f"{name}-focal")


STATES = ("kenya", "mexico", "nepal")


def asks(id: str, participant: str, session: str = "s1", **fields: Any) -> Request:
    """Return a request that came while lists were open."""
    return a_request(id, participant, session, **({"requested_at": CLOSES - dt.timedelta(days=1)} | fields))


def selected(forum: Forum, **options: Any) -> Selection:
    """Return the selection of a forum."""
    return select(forum, Limits(), **options)


def given(selection: Selection) -> list[str]:
    """Return the requests that have a place, in the forum's order."""
    return [decision.request for decision in selection.decisions if decision.state.value == "given"]


def told(selection: Selection, request: str) -> Decision:
    """Return what was decided about one request or proposal."""
    return selection.decision_of[request]
