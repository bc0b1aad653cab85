import pytest

from scheduler.domain.session import Mode, Policy
from scheduler.errors import NotFoundError
from scheduler.services.floor.floor import open_floor
from scheduler.services.floor.setting import Stretch
from tests.scheduler.services.floor.tables import a_table, forum_of

HOUR = 3600


def test_the_list_and_its_limits_are_those_of_the_agenda() -> None:
    floor = a_table("s2 s1", waiting=("s3",), limits={"s1": 90})
    assert floor.setting.listed == ("s2", "s1")
    assert {one.id: one.seconds for one in floor.setting.speakers.values()} == {"s2": 180, "s1": 90, "s3": 180}


def test_the_floor_opens_after_the_opening_minutes_and_holds_those_for_responses() -> None:
    floor = a_table("s1", 60, session={"opening_minutes": 10, "response_minutes": 20})
    (only,) = floor.setting.stretches
    assert (only.start, only.end) == (10 * HOUR + 600, 11 * HOUR)
    assert floor.setting.response_seconds == 1200


def test_sittings_of_one_day_share_the_end_of_the_day() -> None:
    floor = a_table("s1", sittings=(10, 10, 10), starts=("10:00", "15:00", "+1 10:00"))
    first, second, third = floor.setting.stretches
    assert first == Stretch(10 * HOUR, 10 * HOUR + 600, second.replies)
    assert third.replies == second.replies + 1


def test_a_session_that_is_unknown_or_has_no_floor_is_named() -> None:
    forum, agenda = forum_of(["s1"], 60, Mode.NONE)
    with pytest.raises(NotFoundError, match="The forum has no session x; its sessions are s1"):
        open_floor(forum, agenda, "x")
    with pytest.raises(NotFoundError, match="Session s1 has no floor time in this agenda"):
        open_floor(forum, agenda.model_copy(update={"placements": ()}), "s1")


@pytest.mark.parametrize(
    ("mode", "policy", "note"),
    [
        (Mode.THROUGHOUT, Policy.LOT, "Stakeholders are interspersed among the other speakers"),
        (Mode.AFTER_OPENING, Policy.REQUEST_TIME, "Stakeholders are interspersed among the other speakers"),
        (Mode.RESERVED, Policy.REQUEST_TIME, "Places are reserved for stakeholders"),
        (Mode.NONE, Policy.LOT, "The order was drawn by lot, so the list is exempt from interspersal"),
        (Mode.NONE, Policy.REQUEST_TIME, "The mode of this session is none: the list keeps its order"),
    ],
)
def test_a_list_says_whether_it_is_interspersed(mode: Mode, policy: Policy, note: str) -> None:
    floor = a_table("s1", mode=mode, kind={"policy": policy})
    assert floor.setting.interspersal_note().startswith(note)
