"""What pins hold in place is certain; what they leave open is not."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Window
from scheduler.domain.forum import Forum, Level, RuleSetting
from scheduler.domain.session import Pin
from scheduler.services.pinned import PinnedClash, fixing_pins, pinned_clash
from scheduler.services.verify import commitments
from scheduler.translate.speakers import speakers_problem
from tests.scheduler.builders import (
    FIRST_DAY,
    a_forum,
    a_participant,
    a_period,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_room,
    a_session,
)

BOTH = Pin(session="s1", period="hour"), Pin(session="s2", period="hour")


def an_hour(**fields: object) -> Forum:
    """Return an hour in which Ana speaks in the first session and chairs the second."""
    defaults: dict[str, object] = {
        "periods": (a_period("hour", "10:00", "11:00"),),
        "rooms": (a_room("r1"), a_room("r2")),
        "sessions": (a_session("s1", floor_minutes=60), a_session("s2")),
        "participants": (a_participant("chile"),),
        "people": (a_person("ana", "chile"),),
        "roles": (a_role("s2", person="ana"),),
        "requests": (a_request("q1", "chile", "s1", person="ana"),),
        "pins": BOTH,
    }
    return a_forum(**(defaults | fields))


def clash_of(forum: Forum) -> PinnedClash | None:
    placements = (
        a_placement("s1", "2026-05-05 10:00", period="hour"),
        a_placement("s2", "2026-05-05 10:00", period="hour", room="r2"),
    )
    return pinned_clash(speakers_problem(forum, placements, forum.sessions[0], commitments(forum, placements, ())))


def test_a_speaker_whose_duty_fills_the_floor_has_no_time_where_both_are_pinned() -> None:
    assert clash_of(an_hour()) == PinnedClash(0, BOTH)


def test_a_speaker_who_is_not_there_has_no_time_where_the_session_is_pinned() -> None:
    noon = Window(date=FIRST_DAY, start=dt.time(12), end=dt.time(13))
    forum = an_hour(people=(a_person("ana", "chile", available=(noon,)),), roles=(), pins=BOTH[:1])
    assert clash_of(forum) == PinnedClash(0, BOTH[:1])


def test_nothing_is_certain_where_one_of_the_two_is_free_to_move() -> None:
    assert clash_of(an_hour(pins=BOTH[:1])) is None
    assert clash_of(an_hour(pins=BOTH[1:])) is None


def test_nothing_is_certain_where_a_duty_leaves_time_enough() -> None:
    short = a_session("s2", "round-table", 55)
    pin = Pin(session="s2", period="hour", start=dt.time(10))
    forum = an_hour(sessions=(an_hour().sessions[0], short), pins=(BOTH[0], pin))
    placements = (
        a_placement("s1", "2026-05-05 10:00", period="hour"),
        a_placement("s2", "2026-05-05 10:00", 55, period="hour", room="r2"),
    )
    busy = commitments(forum, placements, ())
    assert pinned_clash(speakers_problem(forum, placements, forum.sessions[0], busy)) is None


def test_a_pin_fixes_hours_by_its_start_or_by_a_period_that_is_filled() -> None:
    forum = an_hour(periods=(a_period("hour", "10:00", "11:30"),))
    assert fixing_pins(forum, forum.sessions[0]) is None
    started = Pin(session="s1", period="hour", start=dt.time(10, 15))
    assert fixing_pins(forum.model_copy(update={"pins": (started,)}), forum.sessions[0]) == (started,)
    assert fixing_pins(an_hour(), an_hour().sessions[0]) == BOTH[:1]


def test_a_pin_that_only_warns_fixes_nothing() -> None:
    warned = an_hour(rules=(RuleSetting(rule="pinned", level=Level.WARN),))
    assert fixing_pins(warned, warned.sessions[0]) is None
    roaming = an_hour(rules=(RuleSetting(rule="inside-period", level=Level.WARN),))
    assert fixing_pins(roaming, roaming.sessions[0]) is None
