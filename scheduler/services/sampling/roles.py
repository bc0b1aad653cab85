"""Who chairs, moderates, presents and sits on panels: shared people, so that sessions clash, and a plan that holds."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from random import Random

from scheduler.domain.base import Window
from scheduler.domain.participant import Person
from scheduler.domain.session import Role, RoleName, Session
from scheduler.services.sampling.cast import OFFICES
from scheduler.services.sampling.draft import Draft
from scheduler.services.sampling.grid import Place
from scheduler.services.sampling.official import ROUND_TABLES

HALF_HOUR = dt.timedelta(minutes=30)
ROLE_HOLDERS = 60
"""People among whom the roles are shared."""

PARTS = {
    "hearing": (RoleName.MODERATOR, RoleName.KEYNOTE, RoleName.PANELLIST, RoleName.PANELLIST, RoleName.RAPPORTEUR),
    "round-table": (
        RoleName.CO_CHAIR,
        RoleName.CO_CHAIR,
        RoleName.MODERATOR,
        RoleName.PANELLIST,
        RoleName.PANELLIST,
        RoleName.PANELLIST,
        RoleName.PANELLIST,
        RoleName.RAPPORTEUR,
    ),
    "policy-debate": (RoleName.MODERATOR, RoleName.DISCUSSANT),
    "regional-review": (RoleName.CHAIR, RoleName.MODERATOR, RoleName.PANELLIST),
    "vnr": (RoleName.CHAIR, RoleName.DISCUSSANT),
    "stakeholder-session": (RoleName.MODERATOR,),
    "side-event": (RoleName.MODERATOR, RoleName.PANELLIST, RoleName.PANELLIST),
}
DELEGATIONS_ONLY = frozenset({RoleName.CO_CHAIR})
BY_OFFICE = {
    "opening": (("opga", RoleName.CHAIR), ("eosg", RoleName.KEYNOTE), ("coordinator", RoleName.KEYNOTE)),
    "general-debate": (("opga", RoleName.CHAIR),),
    "closing": (("opga", RoleName.CHAIR), ("coordinator", RoleName.PRESENTER)),
    "policy-debate": (("coordinator", RoleName.CHAIR),),
    "hearing": (("opga", RoleName.CHAIR),),
}


def add_roles(draft: Draft) -> None:
    """Give every session its roles, nobody in two places of the plan."""
    random = Random(f"{draft.seed}/roles")
    bodies = {identity: body for identity, _, body in OFFICES}
    for identity, offices in BY_OFFICE.items():
        if draft.grid.of(identity):
            for office, role in offices:
                _give(draft, identity, role, office, bodies[office])
    for session in draft.sessions:
        for role in PARTS.get(session.kind, ()):
            _draw(draft, random, session, role)
    _present_summaries(draft)


def _give(draft: Draft, session: str, role: RoleName, person: str, participant: str, remote: bool = False) -> None:
    draft.diary.bind(person, draft.grid.of(session))
    draft.roles.append(Role(session=session, role=role, person=person, participant=participant, remote=remote))


def _draw(draft: Draft, random: Random, session: Session, role: RoleName) -> None:
    places = draft.grid.of(session.id)
    held = {item.person for item in draft.roles if item.session == session.id}
    pool = [person for person in draft.cast.people[len(OFFICES) :][:ROLE_HOLDERS] if person.id not in held]
    pool = [person for person in pool if is_there(person, places) and draft.diary.is_free(person.id, places)]
    if role in DELEGATIONS_ONLY:
        states = {item.id for item in draft.cast.of_class("member_state")}
        pool = [person for person in pool if person.affiliations[0] in states]
    if not pool:
        return
    lead = [person for person in pool if set(person.affiliations) & set(session.organisers)]
    chosen = lead[0] if lead else min(random.sample(pool, min(3, len(pool))), key=lambda p: draft.diary.load(p.id))
    remote = chosen.timezone is not None
    _give(draft, session.id, role, chosen.id, chosen.affiliations[0], remote)


def _present_summaries(draft: Draft) -> None:
    """Let the rapporteur of each round table present its summary at the start of the policy debate."""
    for role in tuple(draft.roles):
        if role.session in ROUND_TABLES and role.role is RoleName.RAPPORTEUR and role.person and role.participant:
            _give(draft, "policy-debate", RoleName.PRESENTER, role.person, role.participant, role.remote)


def is_there(person: Person, places: Sequence[Place]) -> bool:
    """Say whether somebody is available at all these places."""
    return not person.available or all(any(_covers(window, place) for window in person.available) for place in places)


def can_speak(person: Person, places: Sequence[Place]) -> bool:
    """Say whether somebody is available for half an hour or more of one of these places."""
    return not person.available or any(_meets(window, place) for window in person.available for place in places)


def _meets(window: Window, place: Place) -> bool:
    start = max(place.start, dt.datetime.combine(window.date, window.start))
    end = min(place.end, dt.datetime.combine(window.date, window.end))
    return end - start >= HALF_HOUR


def _covers(window: Window, place: Place) -> bool:
    same_day = window.date == place.start.date() == place.end.date()
    return same_day and window.start <= place.start.time() and place.end.time() <= window.end
