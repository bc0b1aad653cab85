"""Small builders of forums and agendas; every field not given has a plain value that is valid."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.domain.agenda import Agenda, Intervention, Outcome, Placement, SpeakersList
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.objective import Objective, Theme
from scheduler.domain.participant import Constituency, Participant, ParticipantClass, Person
from scheduler.domain.programme import Period, Room
from scheduler.domain.request import Rank, Request
from scheduler.domain.session import Role, RoleName, Session, SessionKind, Standing

FIRST_DAY = dt.date(2026, 5, 5)
ZONE = "America/New_York"


def text(english: str, **others: str) -> Text:
    """Return a text in English and any other languages given by keyword."""
    return Text({"en": english, **others})


def moment(wall: str, zone: str = ZONE) -> dt.datetime:
    """Return a wall time such as ``2026-05-05 10:00`` in a zone, with a fixed offset as in a file."""
    local = dt.datetime.fromisoformat(wall).replace(tzinfo=ZoneInfo(zone))
    return dt.datetime.fromisoformat(local.isoformat())


def a_kind(id: str = "round-table", standing: Standing = Standing.OFFICIAL, **fields: Any) -> SessionKind:
    """Return a kind of session."""
    return SessionKind(**({"id": id, "label": text(id.replace("-", " ").capitalize()), "standing": standing} | fields))


def a_period(id: str = "tue-am", start: str = "10:00", end: str = "13:00", **fields: Any) -> Period:
    """Return a period, by default on the first day for round tables."""
    times = {"start": dt.time.fromisoformat(start), "end": dt.time.fromisoformat(end)}
    return Period(**({"id": id, "date": FIRST_DAY, "kinds": ("round-table",)} | times | fields))


def a_room(id: str = "r1", **fields: Any) -> Room:
    """Return a room with 100 seats."""
    return Room(**({"id": id, "name": text(f"Room {id}"), "seats": 100} | fields))


def a_session(id: str = "s1", kind: str = "round-table", *sittings: int, **fields: Any) -> Session:
    """Return a session of one sitting of an hour unless minutes of sittings are given."""
    defaults = {"id": id, "kind": kind, "title": text(f"Session {id}"), "sittings": sittings or (60,)}
    return Session(**(defaults | fields))


def a_class(
    id: str = "state", *, delegation: bool = False, interspersed: bool = False, **fields: Any
) -> ParticipantClass:
    """Return a class of participants."""
    defaults = {"id": id, "label": text(id.replace("-", " ").capitalize())}
    return ParticipantClass(**(defaults | {"delegation": delegation, "interspersed": interspersed} | fields))


def a_participant(id: str, participant_class: str = "state", **fields: Any) -> Participant:
    """Return a participant named after its id."""
    return Participant(**({"id": id, "name": text(id.capitalize()), "participant_class": participant_class} | fields))


def a_person(id: str, *affiliations: str, **fields: Any) -> Person:
    """Return a person of some participants."""
    return Person(**({"id": id, "name": f"Person {id}", "affiliations": affiliations} | fields))


def a_request(id: str, participant: str, session: str = "s1", **fields: Any) -> Request:
    """Return a granted request for the floor."""
    return Request(**({"id": id, "session": session, "participant": participant} | fields))


def a_role(session: str, role: RoleName = RoleName.CHAIR, **fields: Any) -> Role:
    """Return a role in a session."""
    return Role(session=session, role=role, **fields)


def a_placement(session: str, start: str | dt.datetime, minutes: int = 60, **fields: Any) -> Placement:
    """Return where a sitting stands; ``start`` is a moment, or wall time in New York."""
    begin = moment(start) if isinstance(start, str) else start
    defaults = {"session": session, "period": "tue-am", "room": "r1", "start": begin, "minutes": minutes}
    return Placement(**(defaults | fields))


def an_intervention(request: str, start: str, seconds: int = 180, **fields: Any) -> Intervention:
    """Return one turn at the microphone; ``start`` is wall time in New York."""
    return Intervention(**({"request": request, "start": moment(start), "seconds": seconds} | fields))


def a_list(session: str, *interventions: Intervention, **fields: Any) -> SpeakersList:
    """Return a speakers list in the order given."""
    return SpeakersList(**({"session": session, "outcome": Outcome.OPTIMAL, "interventions": interventions} | fields))


def an_agenda(*placements: Placement, **fields: Any) -> Agenda:
    """Return an agenda of the forum of :func:`a_forum`."""
    defaults = {"forum": "forum-0001", "outcome": Outcome.OPTIMAL, "score": 0, "bound": 0}
    return Agenda(**(defaults | {"placements": placements} | fields))


def a_forum(**fields: Any) -> Forum:
    """Return a forum of one morning, one room, one session, with classes but nobody in them."""
    defaults = {
        "uid": "forum-0001",
        "title": text("Trial Review Forum"),
        "timezone": ZONE,
        "days": (FIRST_DAY,),
        "kinds": (a_kind(),),
        "periods": (a_period(),),
        "rooms": (a_room(),),
        "sessions": (a_session(),),
        "classes": (a_class("state", delegation=True), a_class("un-entity"), a_class("stakeholder", interspersed=True)),
    }
    return Forum(**(defaults | fields))


def a_busy_forum(**fields: Any) -> Forum:
    """Return a forum of two days and two rooms, with delegations, stakeholders, roles and requests."""
    return a_forum(**(_busy_programme() | _busy_people() | fields))


def _busy_programme() -> dict[str, Any]:
    second_day = FIRST_DAY + dt.timedelta(days=1)
    labour = text("Labour migration", fr="Migration de travail")
    return {
        "days": (FIRST_DAY, second_day),
        "languages": ("en", "fr"),
        "kinds": (a_kind(), a_kind("side-event", Standing.SIDE)),
        "periods": (
            a_period("tue-am"),
            a_period("tue-lunch", "13:15", "14:30", kinds=("side-event",), title=text("Lunch", fr="Déjeuner")),
            a_period("wed-am", date=second_day),
        ),
        "rooms": (a_room("r1", name=text("Trusteeship Council", fr="Conseil de tutelle")), a_room("r2", seats=40)),
        "objectives": (Objective(number=7, title=text("Vulnerabilities")), Objective(number=18, title=text("Skills"))),
        "themes": (Theme(id="labour", title=labour, objectives=(18,)),),
        "sessions": (
            a_session("rt1", "round-table", 120, title=text("Round table 1", fr="Table ronde 1"), objectives=(7,)),
            a_session("rt2", "round-table", 60, 60, themes=("labour",), description=text("Two sittings.")),
            a_session("side1", "side-event", 75, organisers=("unions",)),
        ),
    }


def _busy_people() -> dict[str, Any]:
    constituencies = {"trade-unions": "Trade unions", "ngos": "NGOs"}
    return {
        "constituencies": tuple(Constituency(id=id, label=text(label)) for id, label in constituencies.items()),
        "participants": (
            a_participant("mexico", regions=("un.latin-america",)),
            a_participant("kenya", regions=("un.african", "au.east")),
            a_participant("iom", "un-entity"),
            a_participant("unions", "stakeholder", constituency="trade-unions"),
            a_participant("caritas", "stakeholder", constituency="ngos"),
        ),
        "ranks": (Rank(id="M", label="Minister", order=1),),
        "people": (
            a_person("ana", "mexico", function="Minister of Labour", name="Ana Ruiz"),
            a_person("wanjiru", "kenya", name="Wanjiru Kamau"),
            a_person("lee", "unions", name="Lee Min", publication="named", function="General Secretary"),
            a_person("sam", "caritas", name="Sam Hidden", publication="withheld"),
            a_person("omar", "iom", name="Omar Haddad"),
        ),
        "roles": (
            a_role("rt1", RoleName.CHAIR, person="ana", participant="mexico"),
            a_role("rt1", RoleName.KEYNOTE, participant="iom"),
            a_role("side1", RoleName.MODERATOR, person="lee"),
        ),
        "requests": (
            a_request("q1", "mexico", "rt1", person="ana", rank="M"),
            a_request("q2", "kenya", "rt1", person="wanjiru", on_behalf_of="African Group", minutes=5),
            a_request("q3", "unions", "rt1", person="lee"),
            a_request("q4", "caritas", "rt1", person="sam"),
            a_request("q5", "iom", "rt2"),
            a_request("q6", "kenya", "rt2"),
        ),
    }


def a_busy_agenda() -> Agenda:
    """Return an agenda of :func:`a_busy_forum` in which every session is placed and two have lists."""
    return an_agenda(
        a_placement("rt1", "2026-05-05 10:00", 120),
        a_placement("side1", "2026-05-05 13:15", 75, period="tue-lunch", room="r2"),
        a_placement("rt2", "2026-05-06 10:00", period="wed-am"),
        a_placement("rt2", "2026-05-06 11:00", period="wed-am", sitting=2),
        lists=(
            a_list(
                "rt1",
                an_intervention("q1", "2026-05-05 10:00"),
                an_intervention("q3", "2026-05-05 10:03"),
                an_intervention("q2", "2026-05-05 10:06", 300),
                an_intervention("q4", "2026-05-05 10:11"),
            ),
            a_list(
                "rt2",
                an_intervention("q6", "2026-05-06 10:00"),
                an_intervention("q5", "2026-05-06 11:00", sitting=2),
            ),
        ),
    )
