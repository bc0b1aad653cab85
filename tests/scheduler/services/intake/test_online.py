"""When a side event held online takes place: in the one window it is available in, where that is as long as it is."""

from __future__ import annotations

import datetime as dt

import pytest

from scheduler.domain.base import Window
from scheduler.domain.regional_review import PreparationKind
from scheduler.services.intake.online import online_event
from tests.scheduler.services.selecting.test_proposals import a_proposal, a_side_forum


def a_window(start: int, end: int) -> Window:
    return Window(date=dt.date(2026, 5, 5), start=dt.time(start), end=dt.time(end))


@pytest.mark.parametrize(
    "available",
    [(), (a_window(16, 18),), (a_window(16, 17), a_window(18, 19))],
    ids=["at any time", "in a longer window", "in one of two"],
)
def test_a_time_that_leaves_a_choice_is_none(available: tuple[Window, ...]) -> None:
    proposal = a_proposal("p1", "youth1", remote=True, available=available)
    assert online_event(a_side_forum(proposal), proposal) is None


def test_a_window_that_it_fills_is_its_time_also_over_midnight() -> None:
    proposal = a_proposal("p1", "youth1", "kenya", remote=True, available=(a_window(23, 0),))
    event = online_event(a_side_forum(proposal), proposal)
    assert event is not None
    assert (event.id, event.kind, event.place) == ("p1", PreparationKind.SIDE_EVENT, None)
    assert (event.start, event.end) == (dt.datetime(2026, 5, 5, 23), dt.datetime(2026, 5, 6))
    assert event.organisers == ("youth1", "kenya")
