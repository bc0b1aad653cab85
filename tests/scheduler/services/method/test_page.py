from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum, Level, RuleSetting
from scheduler.domain.participant import Confidence, Constituency, Flag, ParticipantClass
from scheduler.domain.proposal import Criterion
from scheduler.domain.request import Rank
from scheduler.domain.session import Mode, Policy, RoleName, RolePlaces, Session, SessionKind
from scheduler.domain.sharing import Balance, Per, SelectionSettings, Share, Trait, Yielded
from scheduler.publish.method_text import method_text
from scheduler.services.lot import commit
from scheduler.services.method.examples import EXAMPLES
from scheduler.services.method.page import method
from solver.selection.rulebook import RULES
from tests.scheduler.builders import text
from tests.scheduler.services.method.small import a_small_forum

Change = dict[str, Any]


def page_of(forum: Forum) -> str:
    return method_text(method(forum))


def replaced(table: str, index: int, **fields: Any) -> Change:
    """Return what is to be changed of a small forum so that one row of a table has other fields."""
    rows = list(getattr(a_small_forum(), table))
    rows[index] = rows[index].model_copy(update=fields)
    return {table: tuple(rows)}


def selecting(**fields: Any) -> Change:
    return {"selection": a_small_forum().selection.model_copy(update=fields)}


EVENTS: Change = {"criteria": (Criterion(id="link", label=text("Link to the objectives")),)}
SETTINGS: dict[str, Change] = {
    "model": selecting(model="upr"),
    "list_opens": selecting(list_opens=dt.datetime(2026, 2, 3, 9)),
    "list_closes": selecting(list_closes=dt.datetime(2026, 3, 3, 18)),
    "most_in_session": selecting(most_in_session=3),
    "most_in_forum": selecting(most_in_forum=None),
    "most_events_led": selecting(most_events_led=3) | EVENTS,
    "most_side_events": selecting(most_side_events=3) | EVENTS,
    "yielded": selecting(yielded=Yielded.NOBODY),
    "lot_commitment": selecting(lot_commitment=commit("another"), lot_seed="another"),
    "lot_committed": selecting(lot_committed=dt.datetime(2026, 2, 1, 12)),
    "lot_late": selecting(lot_late="The office was closed"),
    "lot_value": selecting(lot_value="1 2 3"),
    "lot_drawn": selecting(lot_drawn=dt.datetime(2026, 3, 4, 9)),
    "lot_requests": selecting(lot_requests="0" * 64),
    "lot_seed": selecting(lot_seed=None, lot_value=None),
}
SHARES: dict[str, Change] = {
    "kind": replaced("shares", 0, kind=None, session="rt2"),
    "session": replaced("shares", 0, kind=None, session="rt1"),
    "participant_class": replaced("shares", 0, participant_class="un-entity"),
    "constituency": replaced("shares", 2, constituency="unions"),
    "percent": replaced("shares", 0, percent=45),
    "places": replaced("shares", 0, percent=None, places=5),
    "least": replaced("shares", 1, least=3),
    "most": replaced("shares", 2, most=1),
    "basis": replaced("shares", 0, basis="Another decision"),
}
BALANCES: dict[str, Change] = {
    "id": replaced("balances", 0, id="regions"),
    "trait": replaced("balances", 0, trait=Trait.TRACK),
    "value": replaced("balances", 0, value="un.grulac"),
    "participant_class": replaced("balances", 0, participant_class="state"),
    "kinds": replaced("balances", 0, kinds=("round-table",)),
    "per": replaced("balances", 0, per=Per.FORUM),
    "least_percent": replaced("balances", 0, least_percent=30),
    "most_percent": replaced("balances", 0, most_percent=60),
    "basis": replaced("balances", 0, basis="Another decision"),
}
KINDS: dict[str, Change] = {
    "label": replaced("kinds", 0, label=text("Dialogue")),
    "mode": replaced("kinds", 0, mode=Mode.NONE),
    "mandate": replaced("kinds", 0, mandate=None),
    "policy": replaced("kinds", 0, policy=Policy.ALPHABETICAL),
    "groups_first": replaced("kinds", 0, groups_first=True),
    "ranks": replaced("kinds", 0, ranks=False),
    "minutes_national": replaced("kinds", 0, minutes_national=4),
    "minutes_group": replaced("kinds", 0, minutes_group=6),
    "minutes_interspersed": replaced("kinds", 0, minutes_interspersed=2),
    "minutes_joint": replaced("kinds", 0, minutes_joint=7),
}
SESSIONS: dict[str, Change] = {
    "title": replaced("sessions", 0, title=text("Dialogue 1")),
    "floor_minutes": replaced("sessions", 0, floor_minutes=50),
    "response_minutes": replaced("sessions", 1, response_minutes=10),
    "list_opens": replaced("sessions", 0, list_opens=dt.datetime(2026, 2, 4, 9)),
    "list_closes": replaced("sessions", 0, list_closes=dt.datetime(2026, 3, 4, 18)),
    "mode": replaced("sessions", 0, mode=Mode.AFTER_OPENING),
    "mandate": replaced("sessions", 0, mandate="A/RES/76/1"),
    "policy": replaced("sessions", 0, policy=Policy.LOT),
    "drawn_letter": replaced("sessions", 0, policy=Policy.ALPHABETICAL, drawn_letter="Q"),
}
CLASSES: dict[str, Change] = {
    "label": replaced("classes", 1, label=text("Entity")),
    "interspersed": replaced("classes", 1, interspersed=True),
    "delegation": replaced("classes", 1, delegation=True),
    "protocol_place": replaced("classes", 1, protocol_place=4),
    "speaks_in": replaced("classes", 1, speaks_in=("round-table",)),
    "basis": replaced("classes", 1, basis="Custom"),
    "confidence": replaced("classes", 0, confidence=Confidence.VERIFIED),
}
OTHERS: dict[str, Change] = {
    "zone": {"timezone": "Europe/Paris"},
    "changeover": {"speaker_changeover_seconds": 30},
    "note": {"note": "All of this is made up"},
    "rank": {"ranks": (Rank(id="M", label="President", order=1),)},
    "flag": {"flags": (Flag(id="first-time", label=text("New"), description="Never spoke before"),)},
    "meaning of a flag": {"flags": (Flag(id="first-time", label=text("First time"), description="Not yet"),)},
    "constituency": {
        "constituencies": (Constituency(id="unions", label=text("Labour")), *a_small_forum().constituencies[1:])
    },
    "places of a role": {"role_places": (RolePlaces(session="rt1", role=RoleName.KEYNOTE, places=2),)},
    "a limit turned off": {"rules": (RuleSetting(rule="organisation-in-session", level=Level.IGNORE),)},
    "the lot turned off": {"rules": (RuleSetting(rule="lot-decides", level=Level.IGNORE),)},
    "a level turned off": {"rules": (RuleSetting(rule="everybody-speaks-once", level=Level.IGNORE),)},
    "a rule of lists that warns": {"rules": (RuleSetting(rule="opening-first", level=Level.WARN),)},
    "a rule of lists turned off": {"rules": (RuleSetting(rule="run-cap", level=Level.IGNORE),)},
    "the uid without a commitment": {"uid": "forum-0002", **selecting(lot_commitment=None, lot_seed=None)},
}
BASE: dict[str, Change] = {
    "most_events_led": EVENTS,
    "most_side_events": EVENTS,
    "the uid without a commitment": selecting(lot_commitment=None, lot_seed=None),
}


def cases() -> list[Any]:
    tables = {
        "settings": SETTINGS,
        "shares": SHARES,
        "balances": BALANCES,
        "kinds": KINDS,
        "sessions": SESSIONS,
        "classes": CLASSES,
        "others": OTHERS,
    }
    return [
        pytest.param(name, change, id=f"{table}: {name}")
        for table, found in tables.items()
        for name, change in found.items()
    ]


@pytest.mark.parametrize(("name", "change"), cases())
def test_every_setting_changes_the_page(name: str, change: Change) -> None:
    assert page_of(a_small_forum(**change)) != page_of(a_small_forum(**BASE.get(name, {})))


NOT_ON_THE_PAGE: dict[type[Value], set[str]] = {
    SelectionSettings: set(),
    Share: {"notes"},
    Balance: {"notes"},
    SessionKind: {"notes", "id", "standing", "opens_objectives"},
    ParticipantClass: {"notes", "id"},
    Session: {
        "notes",
        "id",
        "kind",
        "description",
        "sittings",
        "seats",
        "audience",
        "equipment",
        "languages",
        "themes",
        "objectives",
        "regions",
        "audiences",
        "organisers",
        "available",
        "preferred",
        "due",
        "opening_minutes",
    },
}
"""Fields that have no part in who is given the floor, or only name a row."""


@pytest.mark.parametrize(
    ("model", "told"),
    [
        (SelectionSettings, SETTINGS),
        (Share, SHARES),
        (Balance, BALANCES),
        (SessionKind, KINDS),
        (ParticipantClass, CLASSES),
        (Session, SESSIONS),
    ],
)
def test_no_field_that_matters_is_forgotten(model: type[Value], told: dict[str, Change]) -> None:
    assert set(model.model_fields) - NOT_ON_THE_PAGE[model] == set(told)


def test_every_rule_of_a_selection_has_an_example() -> None:
    assert set(EXAMPLES) == {rule.name for rule in RULES}


def test_the_page_says_what_it_means_that_nobody_is_promised_a_share() -> None:
    page = " ".join(page_of(a_small_forum(shares=())).split())
    assert "This forum promises no class and no constituency a share of the floor." in page
    assert "everybody who asks 16 9 30:00" in page


def test_the_page_says_what_it_means_that_no_seed_was_committed_to() -> None:
    page = " ".join(page_of(a_small_forum(selection=SelectionSettings())).split())
    assert "Nobody is bound to a secret seed, so it can be foreseen." in page
    assert "No seed was committed to, so the lot is drawn from the uid of the forum" in page


def test_the_page_says_that_the_lot_is_not_drawn_while_the_seed_is_secret() -> None:
    page = " ".join(page_of(a_small_forum(**selecting(lot_seed=None, lot_value=None))).split())
    assert "no selection is made before the seed and the public value are stated here" in page


def test_a_forum_without_requests_has_a_page_of_what_is_promised() -> None:
    forum = a_small_forum(requests=())
    assert method(forum) == method(a_small_forum())
    page = " ".join(method_text(method(forum, as_asked=True)).split())
    assert "There are no requests yet." in page
    assert "Member State 50 percent, 15 minutes" in page


def test_a_page_for_everybody_tells_nothing_of_what_is_asked_for() -> None:
    forum = a_small_forum()
    fewer = forum.model_copy(update={"requests": forum.requests[3:]})
    assert method(forum) == method(fewer)
    assert method(forum, as_asked=True) != method(fewer, as_asked=True)


def test_a_forum_that_takes_no_requests_has_a_page_too() -> None:
    sessions = tuple(s.model_copy(update={"floor_minutes": 0, "response_minutes": 0}) for s in a_small_forum().sessions)
    page = " ".join(page_of(a_small_forum(sessions=sessions, requests=(), role_places=())).split())
    assert "No session of this forum reserves minutes for the floor, so nobody can ask to speak." in page


def test_what_is_turned_off_is_neither_a_level_nor_told_in_short() -> None:
    off = ("everybody-speaks-once", "early-before-late")
    page = " ".join(page_of(a_small_forum(rules=tuple(RuleSetting(rule=n, level=Level.IGNORE) for n in off))).split())
    assert "3. In a quota, what a constituency" in page
    assert "4. A first choice of session comes before a second." in page
    assert "Turned off in this forum: everybody-speaks-once and early-before-late." in page
