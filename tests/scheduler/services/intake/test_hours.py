from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.services.intake.events import Delivery
from scheduler.services.intake.folding import Fold
from scheduler.services.intake.hours import can_come, possible_times
from tests.scheduler.builders import a_period, a_person, a_session
from tests.scheduler.services.intake.cases import a_crowded_forum

HOUR = 3600


def window(start: str, end: str) -> dict[str, str]:
    return {"date": "2026-05-05", "start": start, "end": end}


def forum_of(*hours: dict[str, str], **fields: Any) -> Forum:
    forum = a_crowded_forum(people=(a_person("asha", "kenya", available=hours),), **fields)
    requests = tuple(r.model_copy(update={"person": "asha"}) if r.id == "s-kenya" else r for r in forum.requests)
    return forum.model_copy(update={"requests": requests})


def can(forum: Forum, delivery: Delivery = Delivery.IN_PERSON) -> bool:
    fold = Fold(forum, None)
    fold.running["s-kenya"].delivery = delivery
    return can_come(fold, fold.running["s-kenya"], forum.session_by_id["rt1"])


@pytest.mark.parametrize(
    ("hours", "expected"),
    [
        ((), True),
        ((window("12:57", "15:00"),), True),
        ((window("12:58", "15:00"),), False),
        ((window("08:00", "09:00"), window("17:00", "17:30")), True),
    ],
)
def test_a_speaker_can_come_who_is_there_long_enough_in_a_period_for_such_sessions(
    hours: tuple[dict[str, str], ...], expected: bool
) -> None:
    assert can(forum_of(*hours)) is expected


def test_a_recording_needs_nobody_there() -> None:
    assert can(forum_of(window("13:00", "15:00")), Delivery.RECORDED)


def test_a_session_may_take_place_in_periods_for_its_kind() -> None:
    periods = (a_period("am"), a_period("pm", "15:00", "18:00", kinds=("plenary",)))
    forum = a_crowded_forum(periods=periods)
    assert possible_times(forum, forum.sessions[0]) == ((10 * HOUR, 13 * HOUR),)


def test_a_pin_and_its_own_hours_leave_a_session_less() -> None:
    own = a_session("rt1", "round-table", 60, available=(window("16:00", "19:00"),))
    forum = a_crowded_forum(sessions=(own, a_session("rt2")), pins=(Pin(session="rt1", period="tue-pm"),))
    assert possible_times(forum, own) == ((16 * HOUR, 18 * HOUR),)
