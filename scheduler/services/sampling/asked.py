"""More wishes for the floor than it holds: lists that have closed, before anybody is chosen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import cycle

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Flag, Participant
from scheduler.domain.request import Request
from scheduler.domain.session import RoleName, RolePlaces, Session
from scheduler.domain.sharing import Balance, SelectionSettings, Share
from scheduler.services.lot import commit
from scheduler.services.sampling.draft import Draft
from scheduler.services.sampling.floor import Writer
from scheduler.services.sampling.proposed import CRITERIA, MARKS, MOST_SIDE_EVENTS, proposals

OPENS = dt.datetime(2026, 2, 2, 9)
CLOSES = dt.datetime(2026, 3, 2, 18)
STAKEHOLDER_REQUESTS = 300
SEED = "a sample's seed, which a real forum keeps secret until its lists have closed"
VALUE = "a sample's public value"

PLACES = {
    "opening": {"stakeholder": 2},
    "hearing": {"stakeholder": 14, "private_sector": 1, "local_authority": 1, "parliament": 1, "nhri": 1},
    "round-table": {"stakeholder": 6, "local_authority": 1, "nhri": 1},
    "policy-debate": {"stakeholder": 6, "private_sector": 1, "parliament": 1},
}
"""Places of the classes that are not States, by kind of session: 60 in all; assumed but for those of the opening."""

OPENING = {
    "migrants": "A/RES/73/326: one representative of migrants",
    "ngo": "A/RES/73/326: one of civil society, who presents the summary of the hearing",
}
"""Constituencies with a place in the opening, and what it rests on."""
OPENING_REQUESTS = 5
"""How many organisations of each of them ask for it."""

ROUND_TABLES = ("rt1", "rt2", "rt3", "rt4")
SESSIONS_ASKED = ("hearing", *ROUND_TABLES, "policy-debate")
DELEGATIONS = {"general-debate": (165, 6), **dict.fromkeys(ROUND_TABLES, (26, 2)), "policy-debate": (26, 2)}
"""Statements that States ask to make in a session, national ones and on behalf of groups: as many as it holds."""

PANEL, PANEL_REQUESTS = 2, 6
"""Places on the panel of a round table, and how many ask for one."""

MIGRANT_LED = ("migrants", "diaspora")
FLAGS = (
    Flag(id="migrant-led", label=Text({"en": "Led by migrants"}), description="Most of those who govern it migrated"),
    Flag(id="grassroots", label=Text({"en": "Grassroots"}), description="Works in one country or region"),
    Flag(id="first-time", label=Text({"en": "First time"}), description="Never spoke in an earlier forum"),
)
_REGIONS = ("un.african", "un.asia-pacific", "un.eastern-european", "un.grulac", "un.weog")
_WANTED: tuple[dict[str, object], ...] = (
    *(
        {"id": f"region-{region[3:]}", "trait": "region", "value": region, "per": "forum", "least_percent": 15}
        for region in _REGIONS
    ),
    {"id": "migrant-led", "trait": "flag", "value": "migrant-led", "kinds": ("round-table",), "least_percent": 30},
    {"id": "first-time", "trait": "flag", "value": "first-time", "per": "forum", "least_percent": 25},
)
BALANCES = tuple(Balance.model_validate({"class": "stakeholder"} | wanted) for wanted in _WANTED)


def add_wishes(draft: Draft) -> None:
    """Ask for the floor of every session: States as often as it holds, all others five times as often."""
    writer = Writer(draft)
    sessions = {session.id: session for session in draft.sessions}
    _ask_for_opening(writer, sessions["opening"])
    states = draft.cast.of_class("member_state")
    turn = 0
    for name, (national, groups) in DELEGATIONS.items():
        writer.reach(sessions[name], national + groups)
        for number in range(groups):
            writer.add_group(sessions[name], number)
        asked = {request.participant for request in draft.requests if request.session == name}
        for _ in range(national):
            while states[turn % len(states)].id in asked:
                turn += 1
            writer.add(sessions[name], states[turn % len(states)])
            asked.add(states[turn % len(states)].id)
    _ask_for_others(writer, sessions)


def _ask_for_opening(writer: Writer, opening: Session) -> None:
    groups = [item for item in writer.draft.cast.participants if item.constituency in OPENING]
    for participant in groups:
        if int(participant.id.rpartition("-")[2]) <= OPENING_REQUESTS:
            writer.add(opening, participant, requested_at=_moment(writer.random.randrange(40_000), late=False))


def _ask_for_others(writer: Writer, sessions: dict[str, Session]) -> None:
    """Let the organisations of every constituency ask where their class has places, session after session."""
    random, before = writer.random, len(writer.draft.requests) - len(OPENING) * OPENING_REQUESTS
    asked: set[tuple[str, str]] = set()
    for participant in cycle(_in_turns(writer.draft)):
        if len(writer.draft.requests) - before == STAKEHOLDER_REQUESTS:
            return
        wanted = random.choice(_open_to(participant.participant_class))
        if (participant.id, wanted) in asked:
            continue
        asked.add((participant.id, wanted))
        late = random.random() < 0.06
        second = _second(wanted) if wanted in ROUND_TABLES and random.random() < 0.4 else None
        writer.add(
            sessions[wanted],
            participant,
            requested_at=_moment(random.randrange(40_000), late),
            second_choice=second,
            priority=random.randrange(1, 4) if random.random() < 0.4 else None,
            flags=("first-time",) if random.random() < 0.3 else (),
        )


def _in_turns(draft: Draft) -> Sequence[Participant]:
    """Return the organisations that are no delegations, one of every constituency after the other."""
    everybody = [item for item in draft.cast.participants if item.constituency]
    return sorted(everybody, key=lambda item: (item.id.rpartition("-")[2], everybody.index(item)))


def _open_to(class_id: str) -> list[str]:
    kinds = {name: "round-table" if name in ROUND_TABLES else name for name in SESSIONS_ASKED}
    return [name for name, kind in kinds.items() if class_id in PLACES[kind]]


def _second(session: str) -> str:
    return ROUND_TABLES[(ROUND_TABLES.index(session) + 1) % len(ROUND_TABLES)]


def _moment(minute: int, late: bool) -> dt.datetime:
    """Return a minute while lists are open, or after they closed."""
    return CLOSES + dt.timedelta(minutes=minute // 10 + 1) if late else OPENS + dt.timedelta(minutes=minute)


def with_wishes(forum: Forum) -> Forum:
    """Return the forum with what its places are given by."""
    participants = tuple(map(_flagged, forum.participants))
    settings = SelectionSettings(
        model="imrf-adopted",
        list_opens=OPENS,
        list_closes=CLOSES,
        most_in_session=1,
        most_in_forum=2,
        most_side_events=MOST_SIDE_EVENTS,
        lot_commitment=commit(SEED),
        lot_value=VALUE,
        lot_seed=SEED,
    )
    changed = {
        "note": "Sessions, objectives, States and mandates are real; all else is synthetic or assumed",
        "selection": settings,
        "flags": FLAGS,
        "participants": participants,
        "requests": (*forum.requests, *_panellists(participants)),
        "role_places": tuple(RolePlaces(session=name, role=RoleName.PANELLIST, places=PANEL) for name in ROUND_TABLES),
        "shares": tuple(_shares()),
        "proposals": proposals(participants),
        "criteria": CRITERIA,
        "marks": MARKS,
        "balances": BALANCES,
    }
    return forum.model_copy(update=changed)


def _flagged(participant: Participant) -> Participant:
    if participant.constituency is None:
        return participant
    number = int(participant.id.rpartition("-")[2])
    is_led = participant.constituency in MIGRANT_LED or (participant.constituency == "ngo" and number % 4 == 0)
    flags = [name for name, holds in (("migrant-led", is_led), ("grassroots", number % 3 == 0)) if holds]
    return participant.model_copy(update={"flags": tuple(flags), "track": "ecosoc" if number % 2 else "special"})


def _panellists(participants: Sequence[Participant]) -> Iterator[Request]:
    """Yield requests for the panels of the round tables, one constituency after the other."""
    pool = cycle([item for item in participants if item.participant_class == "stakeholder"][::4])
    for number in range(PANEL_REQUESTS * len(ROUND_TABLES)):
        yield Request(
            id=f"p{number + 1:04d}",
            session=ROUND_TABLES[number // PANEL_REQUESTS],
            participant=next(pool).id,
            role=RoleName.PANELLIST,
            requested_at=OPENS + dt.timedelta(hours=7 * number),
        )


def _shares() -> Iterator[Share]:
    for kind, places in PLACES.items():
        basis = "A/RES/73/326: two speak in the opening segment" if kind == "opening" else "Assumed for this sample"
        for class_id, count in places.items():
            yield Share.model_validate({"kind": kind, "class": class_id, "places": count, "basis": basis})
    for constituency, basis in OPENING.items():
        named = {"class": "stakeholder", "constituency": constituency, "least": 1, "most": 1}
        yield Share.model_validate({"kind": "opening", **named, "basis": basis})
