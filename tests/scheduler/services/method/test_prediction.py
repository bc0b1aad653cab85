"""The page is so exact that decisions can be predicted from it and a table of requests, without any selection."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.selection import Decision, State
from scheduler.domain.sharing import Balance, SelectionSettings, Share, Trait
from scheduler.services.lot import commit
from scheduler.services.method.document import Table
from scheduler.services.method.figures import Figures
from scheduler.services.method.floor import floor
from scheduler.services.selecting.selecting import select
from solver.result import Limits
from tests.scheduler.builders import a_class, a_participant, a_request, a_session, text
from tests.scheduler.services.method.small import a_small_forum

ON_TIME, LATE = dt.datetime(2026, 3, 1, 12), dt.datetime(2026, 3, 3, 12)

REQUESTS = """
r001 st0      rt2 -   - early 171053
r002 st1      rt2 rt1 - late  294817
r003 st2      rt1 -   - early 825661
r004 st3      rt1 rt2 - early  35330
r005 st4      rt2 rt1 - early 339422
r006 st5      rt2 -   - late  796577
r007 st6      rt2 rt1 - early 504375
r008 st7      rt2 -   - early 136794
r009 unions0  rt1 -   2 late  469900
r010 unions1  rt2 -   2 early 998381
r011 unions2  rt1 rt2 2 late  294399
r012 unions3* rt2 -   - late    8845
r013 youth0   rt1 -   1 early 847128
r014 youth1   rt2 -   - early 396288
r015 youth2   rt1 -   2 early  84320
r016 youth2   rt1 rt2 - early 449610
r017 youth3*  rt2 rt1 - early  66229
r018 faith0   rt2 rt1 - early 772615
r019 faith1*  rt1 -   2 early 845757
r020 faith2   rt1 -   - early  77648
r021 faith2   rt1 -   - early 662561
r022 faith3   rt2 rt1 2 late  987720
"""
"""Request, participant (with a star who speaks for the first time), choices, priority, in time or not, number drawn."""


def a_forum_of_the_table() -> Forum:
    rows = [line.split() for line in REQUESTS.split("\n") if line]
    participants = {}
    for _, name, *_ in rows:
        flags = ("first-time",) if name.endswith("*") else ()
        own = {"participant_class": "state"} if name.startswith("st") else {"participant_class": "stakeholder"}
        constituency = {} if name.startswith("st") else {"constituency": name.rstrip("0123456789*")}
        participants[name.rstrip("*")] = a_participant(name.rstrip("*"), flags=flags, **own, **constituency)
    names = ("unions", "youth", "faith")
    like = a_small_forum().constituencies[0]
    return a_small_forum(
        sessions=(
            a_session("rt1", floor_minutes=20, title=text("Round table 1")),
            a_session("rt2", floor_minutes=26, response_minutes=4, title=text("Round table 2")),
        ),
        classes=(a_class("state", delegation=True), a_class("stakeholder", interspersed=True)),
        constituencies=tuple(like.model_copy(update={"id": name, "label": text(name)}) for name in names),
        participants=tuple(participants.values()),
        requests=tuple(_request(*row[:6]) for row in rows),
        role_places=(),
        shares=tuple(
            Share(kind="round-table", participant_class=name, percent=50) for name in ("state", "stakeholder")
        ),
        balances=(
            Balance(id="new", trait=Trait.FLAG, value="first-time", participant_class="stakeholder", least_percent=30),
        ),
        selection=SelectionSettings(
            list_closes=dt.datetime(2026, 3, 2, 18),
            most_in_forum=1,
            lot_commitment=commit("s"),
            lot_seed="s",
            lot_value="7 9",
        ),
    )


def _request(id: str, name: str, session: str, second: str, priority: str, when: str) -> Request:
    return a_request(
        id,
        name.rstrip("*"),
        session,
        second_choice=None if second == "-" else second,
        priority=None if priority == "-" else int(priority),
        requested_at=LATE if when == "late" else ON_TIME,
    )


def test_places_are_those_the_page_shows() -> None:
    section = floor(Figures(a_forum_of_the_table()))
    assert section is not None
    table = next(block for block in section.blocks if isinstance(block, Table))
    assert [(row[0], row[1], row[5]) for row in table.rows] == [
        *(("rt1", "State", "2"), ("", "Stakeholder", "4"), ("", "– unions", "1"), ("", "– youth", "2")),
        ("", "– faith", "1"),
        *(("rt2", "State", "3"), ("", "Stakeholder", "3"), ("", "– unions", "1"), ("", "– youth", "1")),
        ("", "– faith", "1"),
    ]


def test_the_figures_as_asked_are_those_of_the_selection_to_come() -> None:
    forum = a_forum_of_the_table()
    figures = Figures(forum)
    told = {(one.session, one.participant_class, one.constituency): one.places for one in figures.sharing.seats}
    quotas = select(forum, Limits()).quotas
    assert {(one.session, one.participant_class, one.constituency): one.places for one in quotas} == told


def decisions() -> dict[str, Decision]:
    return dict(select(a_forum_of_the_table(), Limits()).decision_of)


def placed(decision: Decision) -> tuple[str, str | None, int | None]:
    return decision.state.value, decision.session, decision.position


def test_decisions_are_those_that_were_predicted_from_the_page() -> None:
    """Predicted by hand, before anything was selected, from the page and the table above.

    States: r003 and r004 alone ask for the two places of rt1 as a first choice. In rt2 four in time ask for three
    places, so the highest number of these waits first, then those who were late by their numbers.
    Balance: two of four places in rt1, one of three in rt2 are for first-timers. There are r019 for rt1, r012 for rt2
    though it is late, and r017, who so has its second choice, rt1.
    Rankings: of youth in rt1, r013 stands above r015, and both above r016. Of faith in rt2, r022 stands above r018,
    though it is late. Of the late ones of unions in rt1, r011 has the lower number.
    """
    found = decisions()
    given = {one: d.session for one, d in found.items() if d.state is State.GIVEN}
    assert given == {
        **dict.fromkeys(("r003", "r004"), "rt1"),
        **dict.fromkeys(("r001", "r005", "r008"), "rt2"),
        **dict.fromkeys(("r011", "r013", "r017", "r019"), "rt1"),
        **dict.fromkeys(("r012", "r014", "r022"), "rt2"),
    }
    assert placed(found["r007"]) == ("wait-listed", "rt2", 1)
    assert placed(found["r002"]) == ("wait-listed", "rt2", 2)
    assert placed(found["r006"]) == ("wait-listed", "rt2", 3)
    assert placed(found["r015"]) == ("wait-listed", "rt1", 1)
    assert placed(found["r018"]) == ("wait-listed", "rt2", 1)


def test_the_reason_of_a_decision_is_the_level_that_was_predicted() -> None:
    found = decisions()
    assert (found["r007"].rule, found["r002"].rule) == ("lot-decides", "early-before-late")
    assert (found["r010"].rule, found["r015"].rule) == ("balance-is-met", "ranking-is-followed")


def test_a_request_that_nobody_ranks_lower_is_told_of_the_ranking_it_would_break_elsewhere() -> None:
    """With r009 instead of r011 in rt1, r011 would be passed over in rt2 by r012, which is ranked lower."""
    assert "with it, one that is wanted more would be passed over elsewhere" in decisions()["r009"].reason
