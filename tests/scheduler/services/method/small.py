"""A small forum with two sessions, shares, balances and requests, small enough to work the method out by hand."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency, Flag, Participant
from scheduler.domain.request import Rank, Request
from scheduler.domain.session import Mode, RoleName, RolePlaces
from scheduler.domain.sharing import Balance, Per, SelectionSettings, Share, Trait
from scheduler.services.lot import commit
from tests.scheduler.builders import a_class, a_forum, a_kind, a_participant, a_request, a_session, text

CLOSES = dt.datetime(2026, 3, 2, 18)
SETTINGS = SelectionSettings(
    list_opens=dt.datetime(2026, 2, 2, 9),
    list_closes=CLOSES,
    most_in_forum=2,
    lot_commitment=commit("a secret"),
    lot_seed="a secret",
    lot_value="17 23 42",
)
SHARES = (
    Share(kind="round-table", participant_class="state", percent=50, basis="A/RES/73/326"),
    Share(kind="round-table", participant_class="stakeholder", percent=30, least=2),
    Share(kind="round-table", participant_class="stakeholder", constituency="youth", least=1, most=2),
)
BALANCES = (
    Balance(id="africa", trait=Trait.REGION, value="un.african", least_percent=20, basis="Modalities, para. 4"),
    Balance(
        id="first",
        trait=Trait.FLAG,
        value="first-time",
        participant_class="stakeholder",
        per=Per.FORUM,
        least_percent=25,
    ),
)


def a_small_forum(**fields: Any) -> Forum:
    """Return two round tables with 30 minutes of floor, 12 of them kept for responses in the second."""
    defaults: dict[str, Any] = {
        "kinds": (a_kind(mode=Mode.THROUGHOUT, mandate="A/RES/73/326"),),
        "sessions": (
            a_session("rt1", floor_minutes=30, title=text("Round table 1")),
            a_session("rt2", floor_minutes=30, response_minutes=12, title=text("Round table 2")),
        ),
        "classes": (
            a_class("state", delegation=True, label=text("Member State"), basis="The Charter"),
            a_class("un-entity", label=text("UN entity"), protocol_place=2),
            a_class("stakeholder", interspersed=True, protocol_place=3, speaks_in=("round-table",)),
        ),
        "constituencies": tuple(Constituency(id=name, label=text(name.capitalize())) for name in ("unions", "youth")),
        "flags": (Flag(id="first-time", label=text("First time"), description="Never spoke before"),),
        "ranks": (Rank(id="M", label="Minister", order=1),),
        "participants": tuple(_participants()),
        "requests": tuple(_requests()),
        "role_places": (RolePlaces(session="rt1", role=RoleName.PANELLIST, places=2),),
        "shares": SHARES,
        "balances": BALANCES,
        "selection": SETTINGS,
        "speaker_changeover_seconds": 15,
    }
    return a_forum(**(defaults | fields))


def _participants() -> list[Participant]:
    states = [a_participant(f"state{number}", regions=("un.african",)) for number in range(6)]
    unions = [a_participant(f"union{number}", "stakeholder", constituency="unions") for number in range(6)]
    youth = [a_participant(f"youth{number}", "stakeholder", constituency="youth") for number in range(3)]
    return [*states, *unions, *youth, a_participant("ilo", "un-entity")]


def _requests() -> list[Request]:
    states = [a_request(f"s{number}", f"state{number}", "rt1") for number in range(6)]
    unions = [a_request(f"u{number}", f"union{number}", "rt1", second_choice="rt2") for number in range(6)]
    youth = [a_request(f"y{number}", f"youth{number}", "rt1") for number in range(3)]
    panel = a_request("p0", "ilo", "rt1", role=RoleName.PANELLIST)
    return [*states, *unions, *youth, a_request("i0", "ilo", "rt2"), panel]
