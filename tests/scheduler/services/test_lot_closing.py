from __future__ import annotations

import datetime as dt
import hashlib
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.sharing import SelectionSettings
from scheduler.errors import SchedulerError
from scheduler.services.lot import commit
from scheduler.services.lot_closing import bound, closings, digest_of_requests, draw, refuse_closed, refuse_open
from tests.scheduler.builders import a_forum, a_participant, a_request, a_session

CLOSES = dt.datetime(2026, 3, 2, 18)
BEFORE, AFTER = (dt.datetime(2026, 3, day, 12, tzinfo=dt.UTC) for day in (1, 9))
SETTINGS: dict[str, Any] = {"lot_commitment": commit("seed"), "list_closes": CLOSES}


def a_closing_forum(*requests: Any, **settings: Any) -> Forum:
    return a_forum(
        timezone="UTC",
        participants=(a_participant("chad"), a_participant("mali")),
        sessions=(a_session("s1"), a_session("s2", list_closes=dt.datetime(2026, 3, 4, 18))),
        requests=requests or (a_request("q2", "mali", "s2"), a_request("q1", "chad", "s1", requested_at=BEFORE)),
        selection=SelectionSettings(**(SETTINGS | settings)),
    )


def test_lists_close_as_the_forum_and_each_session_says() -> None:
    assert [moment.day for moment in closings(a_closing_forum())] == [2, 4]


def test_a_seed_is_committed_to_before_the_first_list_closes() -> None:
    refuse_closed(a_closing_forum(), BEFORE)
    with pytest.raises(SchedulerError, match="A list has closed already, on Monday 2 March 2026, 18:00"):
        refuse_closed(a_closing_forum(), dt.datetime(2026, 3, 3, tzinfo=dt.UTC))


def test_a_lot_is_drawn_after_the_last_list_closes() -> None:
    refuse_open(a_closing_forum(), AFTER)
    with pytest.raises(SchedulerError, match="Lists are open until Wednesday 4 March 2026, 18:00"):
        refuse_open(a_closing_forum(), dt.datetime(2026, 3, 3, tzinfo=dt.UTC))


def test_a_lot_is_not_drawn_where_nothing_says_when_lists_close() -> None:
    with pytest.raises(SchedulerError, match="does not say when lists close"):
        refuse_open(a_forum(), AFTER)


def test_the_digest_is_of_the_documented_lines() -> None:
    text = '["q1","chad","s1",null,null,"2026-03-01T12:00:00Z"]\n["q2","mali","s2",null,null,null]\n'
    assert digest_of_requests(a_closing_forum()) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("field", "value", "is_same"),
    [
        ("id", "q9", False),
        ("participant", "mali", False),
        ("session", "s2", False),
        ("second_choice", "s2", False),
        ("requested_at", AFTER, False),
        ("person", "somebody", True),
        ("language", "fr", True),
    ],
)
def test_what_decides_is_bound_and_what_may_change_later_is_not(field: str, value: Any, is_same: bool) -> None:
    forum = a_closing_forum()
    requests = (*forum.requests[:1], forum.requests[1].model_copy(update={field: value}))
    other = forum.model_copy(update={"requests": requests})
    assert (digest_of_requests(other) == digest_of_requests(forum)) is is_same


def test_a_drawn_lot_states_value_seed_moment_and_requests_and_later_requests_are_not_bound() -> None:
    forum = a_closing_forum()
    drawn = draw(forum, "17 23 42", "seed", AFTER)
    found = drawn.selection
    assert (found.lot_value, found.lot_seed, found.lot_drawn) == ("17 23 42", "seed", AFTER.replace(tzinfo=None))
    assert found.lot_requests == digest_of_requests(forum)
    late = a_request("q3", "chad", requested_at=AFTER + dt.timedelta(days=1))
    later = drawn.model_copy(update={"requests": (*drawn.requests, late)})
    assert (digest_of_requests(later), len(bound(later))) == (found.lot_requests, 2)


@pytest.mark.parametrize(
    ("settings", "seed", "said"),
    [
        ({"lot_commitment": None}, "seed", "No seed was committed to"),
        ({"lot_value": "1"}, "seed", "a lot is drawn once"),
        ({}, "another", "not the one that was committed to"),
    ],
)
def test_a_lot_is_drawn_once_with_the_seed_that_was_committed_to(
    settings: dict[str, Any], seed: str, said: str
) -> None:
    with pytest.raises(SchedulerError, match=said):
        draw(a_closing_forum(**settings), "17 23 42", seed, AFTER)
