import datetime as dt

import pytest

from scheduler.domain.base import Window
from scheduler.domain.session import Mode
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.practice import Practice, RepliesAt
from scheduler.services.floor.setting import Part
from scheduler.services.floor.state import Standing
from tests.scheduler.builders import FIRST_DAY
from tests.scheduler.services.floor.tables import a_table, do, expected, look, refusal, run, waiting

ORDER = "s1 s2 h1 s3 s4 s5 h2 s6 u1"


def test_whoever_is_added_comes_at_the_end_of_its_class() -> None:
    floor = run(a_table(ORDER, mode=Mode.NONE, waiting=("s7", "h3")), "10:00 add s7", "10:00 add h3")
    assert waiting(floor) == "s1 s2 h1 s3 s4 s5 h2 h3 s6 s7 u1"


def test_only_a_request_for_this_session_that_is_not_listed_can_be_added() -> None:
    floor = a_table(ORDER, waiting=("s7",))
    assert refusal(floor, "10:00", "add", "s1") == "P-s1 is on the list already: waiting."
    assert refusal(floor, "10:00", "add", "x") == (
        "No request x asks for the floor of this session. Enter the request first."
    )
    assert refusal(floor, "10:00", "add").startswith("No request None")


def test_after_a_withdrawal_the_rest_is_interspersed_anew() -> None:
    floor = run(a_table(ORDER), "10:00 start", "10:00 withdraw h1")
    assert waiting(floor) == "s1 s2 s3 h2 s4 s5 s6 u1"
    assert floor.state.standing["h1"] is Standing.WITHDRAWN
    assert refusal(floor, "10:00", "next", "h1") == "P-h1 does not wait: withdrawn."


def test_two_of_one_side_change_places() -> None:
    floor = do(a_table(ORDER), "10:00", "swap", "s1", other="s6")
    assert waiting(floor) == "s6 s2 h1 s3 s4 s5 h2 s1 u1"


def test_what_cannot_be_swapped() -> None:
    floor = a_table(ORDER, requests={"s6": {"place": -2}})
    assert refusal(floor, "10:00", "swap", "s1", other="s1") == "A swap needs two speakers of one list."
    assert refusal(floor, "10:00", "swap", "s1", other="s6") == "A pinned place cannot be swapped."
    assert refusal(floor, "10:00", "swap", "s1") == "Say which speaker this is about."
    assert refusal(floor, "10:00", "swap", "s1", other="h1") == (
        "A stakeholder and another speaker cannot swap: the list would be interspersed no longer."
    )


def test_in_a_list_by_lot_any_two_swap() -> None:
    floor = do(a_table(ORDER, mode=Mode.NONE), "10:00", "swap", "s1", other="h2")
    assert waiting(floor) == "h2 s2 h1 s3 s4 s5 s1 s6 u1"


def test_nobody_swaps_into_hours_at_which_they_are_not_there() -> None:
    early = Window(date=FIRST_DAY, start=dt.time(10), end=dt.time(10, 9))
    floor = a_table(ORDER, requests={"s1": {"available": (early,)}})
    assert refusal(floor, "10:00", "swap", "s1", other="s6") == "P-s1 is not there at the time of the other place."
    assert refusal(floor, "10:00", "swap", "s1", other="s2") == ""


def respond(floor: Floor, clock: str, *names: str) -> Floor:
    for name in names:
        floor = do(floor, clock, "respond", participant=f"p-{name}")
    return floor


def test_responses_are_interspersed_by_the_same_rule_and_come_after_the_list() -> None:
    floor = a_table("s1 s2 h1", 30, session={"response_minutes": 15})
    floor = respond(run(floor, "10:00 start", "10:00 open-responses"), "10:01", "s1", "s2", "h1")
    assert waiting(floor, Part.RESPONSES) == "response:1 response:3 response:2"
    assert expected(floor, "10:01").endswith("h1 10:07, response:1 10:10, response:3 10:13, response:2 10:16")


def test_the_minutes_kept_for_responses_are_not_the_lists_until_it_is_closed() -> None:
    floor = run(a_table("s1 s2 s3 s4", 12, session={"response_minutes": 6}), "10:00 start")
    assert look(floor, "10:00").cut == ("s3", "s4")
    floor = run(floor, "10:00 open-responses")
    floor = respond(floor, "10:00", "s1")
    assert look(floor, "10:00").cut == ("s3", "s4")
    assert look(run(floor, "10:00 close-responses"), "10:00").cut == ("s4",)


def test_responses_are_taken_while_their_list_is_open() -> None:
    floor = a_table("s1", session={"response_minutes": 15})
    assert refusal(floor, "10:00", "respond", participant="p-s1") == "The list of responses is not open."
    assert refusal(floor, "10:00", "close-responses") == "The list of responses is not open."
    floor = run(floor, "10:00 open-responses")
    assert refusal(floor, "10:00", "open-responses") == "The list of responses is open."
    assert refusal(floor, "10:00", "respond") == "Say which participant of the forum this is about."
    assert refusal(a_table("s1"), "10:00", "open-responses") == (
        "This session keeps no minutes for responses from the floor."
    )


def reply(floor: Floor, clock: str, name: str) -> Floor:
    return do(floor, clock, "right-of-reply", participant=f"p-{name}")


def test_a_first_reply_has_ten_minutes_and_a_second_five_and_there_is_no_third() -> None:
    floor = run(a_table("s1 s2", 60), "10:00 start")
    floor = reply(reply(reply(floor, "10:00", "s1"), "10:00", "s1"), "10:00", "s2")
    assert [floor.state.speakers[one].seconds for one in floor.state.queues[Part.REPLIES]] == [600, 300, 600]
    assert (
        refusal(floor, "10:00", "right-of-reply", participant="p-s1") == "P-s1 has had 2 replies, the most there are."
    )


def test_only_delegations_reply_unless_practice_says_otherwise() -> None:
    floor = run(a_table("s1 h1"), "10:00 start")
    assert refusal(floor, "10:00", "right-of-reply", participant="p-h1") == (
        "P-h1 is no delegation, and the right of reply is for delegations only."
    )
    practice = Practice(reply_seconds=(240,), replies_of_delegations_only=False)
    floor = reply(run(a_table("s1 h1", practice=practice), "10:00 start"), "10:00", "h1")
    assert floor.state.speakers["reply:1"].seconds == 240
    assert refusal(floor, "10:00", "right-of-reply", participant="p-h1") == "P-h1 has had 1 reply, the most there are."


@pytest.mark.parametrize(
    ("replies_at", "found"),
    [
        (RepliesAt.DAY, "s1 10:00, s2 10:03, s3 15:00, reply:1 15:03"),
        (RepliesAt.MEETING, "s1 10:00, reply:1 10:03, s2 15:00, s3 15:03"),
    ],
)
def test_replies_come_at_the_end_of_the_day_or_of_the_meeting(replies_at: RepliesAt, found: str) -> None:
    practice = Practice(replies_at=replies_at, reply_seconds=(300,))
    floor = a_table("s1 s2 s3", sittings=(8, 30), starts=("10:00", "15:00"), practice=practice)
    assert expected(reply(run(floor, "10:00 start"), "10:00", "s1"), "10:00") == found


def test_replies_of_the_first_day_come_before_the_speakers_of_the_second() -> None:
    floor = a_table("s1 s2 s3", sittings=(14, 30), starts=("10:00", "+1 10:00"))
    floor = reply(run(floor, "10:00 start"), "10:00", "s1")
    assert expected(floor, "10:00") == "s1 10:00, reply:1 10:03, s2 10:00, s3 10:03"
    floor = run(floor, "10:00 next", "10:03 next")
    assert floor.state.turn is not None
    assert floor.state.turn.speaker == "reply:1"


def test_a_reply_whose_day_is_over_waits_for_the_end_of_the_next() -> None:
    floor = a_table("s1 s2 s3", sittings=(14, 30), starts=("10:00", "+1 10:00"))
    floor = reply(run(floor, "10:00 start"), "10:00", "s1")
    assert expected(floor, "10:30") == "s1 10:00, s2 10:03, s3 10:06, reply:1 10:09"
