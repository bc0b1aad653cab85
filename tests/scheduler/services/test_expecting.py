import datetime as dt
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.participant import Constituency
from scheduler.domain.request import Request
from scheduler.domain.sharing import SelectionSettings, Share
from scheduler.errors import NotFoundError, SchedulerError
from scheduler.publish.expecting_text import expecting_text
from scheduler.services.expecting import Demand, Expectation, Range, expect
from scheduler.services.expecting_trials import band, selecting
from solver.result import Limits
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_period,
    a_request,
    a_session,
    text,
)

CANARY = "canary"


def constituency(id: str) -> Constituency:
    return Constituency(id=id, label=text(id.capitalize()))


def forum(youth: int, others: int, elsewhere: int = 0, name: str = "women", **fields: Any) -> Forum:
    """Return a debate with four places for stakeholders, a second one with four, and so many who ask for the first."""
    members = [a_participant(f"youth-{n}", "stakeholder", constituency="youth") for n in range(youth)]
    members += [a_participant(f"{name}-{n}", "stakeholder", constituency="women") for n in range(others + elsewhere)]
    requests = [a_request(f"y{n}", f"youth-{n}", "talk") for n in range(youth)]
    requests += [a_request(f"{name}{n}", f"{name}-{n}", "talk") for n in range(others)]
    requests += [a_request(f"{name}{n}", f"{name}-{n}", "more") for n in range(others, others + elsewhere)]
    defaults = {
        "kinds": (a_kind("debate"),),
        "periods": (a_period(kinds=("debate",)),),
        "sessions": tuple(a_session(id, "debate", 60, floor_minutes=12) for id in ("talk", "more")),
        "classes": (a_class("stakeholder", interspersed=True),),
        "constituencies": (constituency("youth"), constituency("women")),
        "participants": tuple(members),
        "shares": (Share(kind="debate", participant_class="stakeholder", percent=100),),
        "requests": tuple(requests),
    }
    return a_forum(**(defaults | fields))


def expected(found: Forum) -> Expectation:
    return expect(found, "youth", Limits())


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "fewer than 5"),
        (4, "fewer than 5"),
        (5, "5 to 9"),
        (9, "5 to 9"),
        (10, "10 to 19"),
        (19, "10 to 19"),
        (20, "20 to 39"),
        (300, "160 to 319"),
    ],
)
def test_a_number_is_told_as_a_band(number: int, words: str) -> None:
    assert str(band(number)) == words


def test_the_range_is_that_of_the_fewest_and_the_most_a_band_holds() -> None:
    # four places; two ask. Among nobody else both are given; among four others, 4 : 2 is shared out as 3 : 1
    # (Sainte-Laguë: 4/1 women, 2/1 youth, 4/3 women, 4/5 women before 2/3 youth)
    found = expected(forum(youth=2, others=3))
    assert (found.places, found.sessions[0].places, found.heard) == (Range(low=1, high=2),) * 3


@pytest.mark.parametrize("others", [0, 1, 4])
def test_what_lies_in_one_band_is_answered_alike(others: int) -> None:
    assert expected(forum(youth=3, others=others)) == expected(forum(youth=3, others=2))


def test_other_bands_are_answered_otherwise() -> None:
    assert expected(forum(youth=3, others=5)) != expected(forum(youth=3, others=4))


def test_nothing_of_others_comes_out() -> None:
    mine = expected(forum(youth=3, others=6, elsewhere=2, name=CANARY))
    assert mine == expected(forum(youth=3, others=7, elsewhere=1))
    assert CANARY not in mine.model_dump_json() + expecting_text(mine)


def test_withdrawn_requests_are_not_counted() -> None:
    asking = forum(youth=3, others=5)
    left = Entry(number=1, at=dt.datetime(2026, 3, 1), request="women0", happening=Happening.WITHDRAWN)
    assert expected(asking.model_copy(update={"log": (left,)})) == expected(forum(youth=3, others=4))


def test_a_session_is_under_asked_only_if_the_most_of_a_band_leave_room() -> None:
    found = expected(forum(youth=3, others=5))
    # at most four others ask for the second debate, which has four places; nobody of the constituency does
    demands = {one.session: (one.demand, one.room) for one in found.sessions}
    assert demands == {
        "talk": (Demand.OVER_ASKED, Range(low=0, high=0)),
        "more": (Demand.MAY_FILL, Range(low=0, high=4)),
    }


def test_a_session_with_room_for_all_a_band_may_hold_is_under_asked() -> None:
    roomy = (
        a_session("talk", "debate", 60, floor_minutes=12),
        a_session("more", "debate", 60, floor_minutes=21),
    )
    found = expected(forum(youth=3, others=5, sessions=roomy))
    assert found.sessions[1].room == Range(low=3, high=5)
    (move,) = [change for change in found.changes if change.kind == "move"]
    # two of the three may be refused in the first debate; where there is room they are given
    assert (move.session, len(move.requests), move.places.low > found.places.low) == ("more", 2, True)


def test_a_joint_statement_is_tried_as_one_request_of_all_who_join() -> None:
    def on_one_objective(request: Request) -> Request:
        return request.model_copy(update={"objectives": (7,)})

    asking = forum(youth=3, others=5)
    joined = asking.model_copy(update={"requests": tuple(map(on_one_objective, asking.requests))})
    found = expected(joined)
    longer, usual = found.changes
    assert [(change.requests, change.session) for change in (longer, usual)] == [(("y0", "y1", "y2"), "talk")] * 2
    # one request has a place among five others (5, 5/3, 5/5, then 1/1), and none among nine (9/7 before 1/1); five
    # minutes take the time of two places, and one is more than they have
    assert (found.places, usual.places, usual.heard) == (
        Range(low=1, high=1),
        Range(low=0, high=1),
        Range(low=0, high=3),
    )
    assert longer.heard.high == 0
    lines = " ".join(expecting_text(found).split()).split(" - ")
    assert ["makes nothing better" in line for line in lines[1:3]] == [True, False]


def test_it_says_when_lists_close() -> None:
    closes = dt.datetime(2026, 3, 2, 18)
    found = expected(forum(youth=1, others=0, selection=SelectionSettings(list_closes=closes)))
    assert {found.closes, *(one.closes for one in found.sessions)} == {closes}
    assert "Lists close on Monday 2 March 2026, 18:00 (America/New_York)." in " ".join(expecting_text(found).split())


def test_a_lot_that_is_not_drawn_yet_is_no_hindrance() -> None:
    settings = SelectionSettings(lot_commitment="0" * 64)
    assert expected(forum(youth=1, others=0, selection=settings)).places == Range(low=1, high=1)


def test_without_shares_the_lot_decides_so_several_are_tried() -> None:
    found = expected(forum(youth=4, others=9, shares=()))
    assert 0 <= found.places.low <= found.places.high <= 4
    assert found.places.low < found.places.high


def test_all_met_is_said_in_words() -> None:
    told = expecting_text(expected(forum(youth=1, others=0, elsewhere=0)))
    assert "likely to be met" in " ".join(told.split())


@pytest.mark.parametrize(("name", "said"), [("nobody", "Write one of youth, women"), ("women", "Nobody in the forum")])
def test_a_constituency_without_anybody_is_refused(name: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        expect(forum(youth=1, others=0), name, Limits())


def test_a_trial_without_an_outcome_is_no_answer() -> None:
    twice = (a_request("y0", "youth-0", "talk"), a_request("y1", "youth-0", "talk"))
    given = {"happening": Happening.GIVEN, "basis": Basis.OVERRIDE, "by": "Chair", "reason": "Both are needed"}
    log = tuple(Entry(number=n + 1, at=dt.datetime(2026, 3, 1), request=f"y{n}", **given) for n in range(2))
    with pytest.raises(SchedulerError, match="time-limit"):
        selecting(Limits())(forum(youth=1, others=0, requests=twice, log=log))
