"""The official sessions as resolution 73/326 orders them: hearing, round tables, policy debate, plenary."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Text, Window
from scheduler.domain.session import Link, Session
from scheduler.services.sampling.draft import LANGUAGES, Draft, texts
from scheduler.services.sampling.vocabulary import cluster, themes

ROUND_TABLES = ("rt1", "rt2", "rt3", "rt4")
ROUND_TABLE_PERIODS = ("d1-morning", "d1-afternoon", "d2-morning", "d2-morning")
CHAMBERS = ("TC", "ECOSOC")
OPENING_MINUTES = 60
CLOSING_MINUTES = 60
HALL = "GAH"
ALL_CLASSES = ("member_state", "observer_entity", "un_entity", "stakeholder")


def add_official(draft: Draft) -> None:
    """Add every official session with its ties and pins."""
    _add_hearing(draft)
    for number in range(1, 5):
        _add_round_table(draft, number)
    draft.tie("rt1", Link.BEFORE, "rt2")
    _add_policy_debate(draft)
    _add_plenary(draft)


def _add_hearing(draft: Draft) -> None:
    if draft.edition.proposed:
        for number in range(1, 5):
            _add_hearing_panel(draft, number)
        return
    session = Session(
        id="hearing",
        kind="hearing",
        title=texts(
            "Informal interactive multi-stakeholder hearing",
            "Audition multipartite informelle et interactive",
            "Audiencia interactiva oficiosa de múltiples interesados",
        ),
        sittings=(180, 180),
        seats=300,
        audience=450,
        equipment=("webcast",),
        languages=LANGUAGES,
        objectives=tuple(range(1, 24)),
        audiences=("stakeholder", "member_state", "migrants", "ngo", "trade-unions", "youth"),
        opening_minutes=30,
        floor_minutes=330,
    )
    draft.add(session, (("d0-morning",), ("d0-afternoon",)), CHAMBERS)
    draft.pin("hearing", ("d0-morning", "d0-afternoon"), "TC" if draft.edition.cycle == 1 else None)
    for number, fed in enumerate(ROUND_TABLES):
        draft.tie("hearing", Link.FEEDS, fed, 1 if number < 2 else 2)


def _add_hearing_panel(draft: Draft, number: int) -> None:
    half = "d0-morning" if number < 3 else "d0-afternoon"
    session = Session(
        id=f"hearing-{number}",
        kind="hearing",
        title=_with_cluster(
            texts(f"Hearing, panel {number}", f"Audition, groupe {number}", f"Audiencia, panel {number}"), number
        ),
        sittings=(90,),
        seats=300,
        audience=450,
        equipment=("webcast",),
        languages=LANGUAGES,
        themes=(f"cluster-{number}",),
        objectives=cluster(number),
        audiences=("stakeholder", "migrants", "ngo"),
        opening_minutes=10,
        floor_minutes=80,
    )
    draft.add(session, ((half,),), CHAMBERS)
    draft.tie(session.id, Link.FEEDS, ROUND_TABLES[number - 1], 1 if number < 3 else 2)
    if number > 1:
        draft.tie(f"hearing-{number - 1}", Link.BEFORE, session.id)


def _with_cluster(title: Text, number: int) -> Text:
    theme = next(theme for theme in themes() if theme.id == f"cluster-{number}")
    colons = {"fr": " : "}
    return Text({tag: f"{name}{colons.get(tag, ': ')}{theme.title.of(tag)}" for tag, name in title.root.items()})


def _add_round_table(draft: Draft, number: int) -> None:
    identity = ROUND_TABLES[number - 1]
    period = ROUND_TABLE_PERIODS[number - 1]
    day = draft.edition.date_of(period)
    ends = dt.time(18) if number < 3 else dt.time(13)
    session = Session(
        id=identity,
        kind="round-table",
        title=_with_cluster(texts(f"Round table {number}", f"Table ronde {number}", f"Mesa redonda {number}"), number),
        sittings=(180,),
        seats=280,
        audience=420,
        equipment=("webcast",),
        languages=LANGUAGES,
        themes=(f"cluster-{number}",),
        objectives=cluster(number),
        audiences=ALL_CLASSES,
        available=(Window(date=day, start=dt.time(10), end=ends),),
        opening_minutes=30,
        floor_minutes=140,
    )
    draft.add(session, ((period,),), CHAMBERS)
    if draft.edition.cycle == 1:
        draft.pin(identity, (period,), "TC" if number < 3 else None)


def _add_policy_debate(draft: Draft) -> None:
    session = Session(
        id="policy-debate",
        kind="policy-debate",
        title=texts("Policy debate", "Débat d’orientation", "Debate sobre políticas"),
        description=texts(
            "Opens with the summaries of the four round tables.",
            "S’ouvre sur les résumés des quatre tables rondes.",
            "Comienza con los resúmenes de las cuatro mesas redondas.",
        ),
        sittings=(180,),
        seats=280,
        audience=500,
        equipment=("webcast",),
        languages=LANGUAGES,
        objectives=(23,),
        audiences=ALL_CLASSES,
        opening_minutes=30,
        floor_minutes=150,
    )
    draft.add(session, (("d2-afternoon",),), CHAMBERS)
    draft.pin("policy-debate", ("d2-afternoon",), "TC" if draft.edition.cycle == 1 else None)
    for identity in ROUND_TABLES:
        draft.tie(identity, Link.BEFORE, "policy-debate")


def _plenary_session(identity: str, kind: str, title: tuple[str, str, str], sittings: tuple[int, ...]) -> Session:
    general_debate = identity == "general-debate"
    floor = {"opening": 15, "general-debate": sum(sittings)}.get(identity, 0)
    return Session(
        id=identity,
        kind=kind,
        title=texts(*title),
        sittings=sittings,
        seats=1200,
        audience=1400,
        equipment=("webcast", "podium"),
        languages=LANGUAGES,
        audiences=("member_state", "observer_state"),
        opening_minutes=0 if general_debate else sum(sittings) - floor,
        floor_minutes=floor,
    )


def _add_plenary(draft: Draft) -> None:
    halves = draft.edition.plenary_periods
    sittings = [180] * len(halves)
    sittings[0] -= OPENING_MINUTES
    sittings[-1] -= CLOSING_MINUTES
    opening = ("Opening segment of the plenary", "Ouverture de la plénière", "Apertura de la sesión plenaria")
    debate = ("General debate", "Débat général", "Debate general")
    closing = (
        "Adoption of the Progress Declaration and closing",
        "Adoption de la Déclaration sur les progrès et clôture",
        "Aprobación de la Declaración sobre los Progresos y clausura",
    )
    draft.add(_plenary_session("opening", "opening", opening, (OPENING_MINUTES,)), (halves[:1],), (HALL,))
    draft.add(
        _plenary_session("general-debate", "plenary", debate, tuple(sittings)),
        tuple((half,) for half in halves),
        (HALL,),
    )
    draft.add(_plenary_session("closing", "closing", closing, (CLOSING_MINUTES,)), (halves[-1:],), (HALL,))
    draft.pin("opening", halves[:1], HALL)
    draft.pin("general-debate", halves, HALL)
    draft.pin("closing", halves[-1:], HALL)
    draft.tie("policy-debate", Link.BEFORE, "opening")
    draft.tie("opening", Link.CONSECUTIVE, "general-debate", 15)
    draft.tie("general-debate", Link.BEFORE, "closing")
