"""Where a session leaves its speakers room, by hand."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.services.cuts_by_hours import order_for, sitting_for, windows_for
from scheduler.translate.timetable import Order
from tests.scheduler.builders import (
    FIRST_DAY,
    a_forum,
    a_participant,
    a_period,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_session,
)

HOUR = 60


def there(start: str, end: str) -> tuple[Window, ...]:
    return (Window(date=FIRST_DAY, start=dt.time.fromisoformat(start), end=dt.time.fromisoformat(end)),)


def asking(*hours: tuple[Window, ...], **fields: object) -> Forum:
    """Return a session with ten minutes of opening, forty of floor, and a speaker of five minutes for each hours."""
    people = tuple(a_person(f"p{n}", "chile", available=stated) for n, stated in enumerate(hours))
    defaults: dict[str, object] = {
        "sessions": (a_session("s1", opening_minutes=10, floor_minutes=40), a_session("s2")),
        "participants": (a_participant("chile"),),
        "people": people,
        "requests": tuple(a_request(f"q-{one.id}", "chile", person=one.id, minutes=5) for one in people),
        "speaker_changeover_seconds": 60,
        "speaker_walk_minutes": 5,
    }
    return a_forum(**(defaults | fields))


def test_a_session_starts_so_that_a_speech_lies_in_the_floor_and_in_the_hours() -> None:
    forum = asking(there("12:00", "12:30"))
    assert windows_for(forum, forum.sessions[0]) == ((11 * HOUR + 15, 12 * HOUR + 15 + 60),)


def test_two_who_share_their_hours_need_time_for_both() -> None:
    forum = asking(there("12:00", "12:30"), there("12:00", "12:30"))
    assert windows_for(forum, forum.sessions[0]) == ((11 * HOUR + 21, 12 * HOUR + 9 + 60),)


def test_two_who_are_never_there_in_one_sitting_leave_it_no_start() -> None:
    forum = asking(there("10:00", "10:10"), there("12:00", "12:30"))
    assert windows_for(forum, forum.sessions[0]) == ()


def test_who_said_no_hours_is_there_at_any() -> None:
    forum = asking(())
    assert windows_for(forum, forum.sessions[0]) is None


def two_sittings(*pins: Pin) -> tuple[str, int, str] | None:
    periods = tuple(a_period(f"p{n}", f"{n}:00", f"{n + 1}:00") for n in (10, 11, 12, 15))
    session = a_session("s1", "round-table", 60, 60)
    forum = asking(there("15:00", "16:00"), periods=periods, sessions=(session,), pins=pins)
    placements = tuple(a_placement("s1", f"2026-05-05 {n}:00", sitting=n - 10, period=f"p{n}") for n in (11, 12))
    return sitting_for(forum, placements, session)


def test_the_last_sitting_is_held_in_a_later_period() -> None:
    assert two_sittings() == ("s1", 2, "p15")


def test_a_sitting_that_is_pinned_is_not_held_elsewhere() -> None:
    assert two_sittings(Pin(session="s1", sitting=2, period="p12")) == ("s1", 1, "p15")
    assert two_sittings(*(Pin(session="s1", sitting=n, period=f"p{n + 10}") for n in (1, 2))) is None


def test_sessions_overlap_as_far_as_a_speech_the_changeover_and_the_walk_allow() -> None:
    forum = asking((), roles=(a_role("s2", person="p0"),))
    assert order_for(forum, ("s1", "s2"), speaks_first=True) == Order("s1", "s2", 10 + 6 + 5 - 60)
    assert order_for(forum, ("s1", "s2"), speaks_first=False) == Order("s2", "s1", 6 + 5 - 10 - 40)
