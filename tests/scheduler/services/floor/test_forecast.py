import datetime as dt

from scheduler.clock import second_of
from scheduler.domain.base import Window
from scheduler.domain.session import Mode
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.forecast import Reduction, proposal, reduction
from tests.scheduler.builders import FIRST_DAY
from tests.scheduler.services.floor.tables import a_table, at, do, expected, look, run


def propose(floor: Floor, clock: str) -> Reduction | None:
    return proposal(floor.setting, floor.state, second_of(floor.setting.forum, at(clock)))


def test_before_the_start_everybody_is_expected_as_planned_and_later_if_it_is_late() -> None:
    floor = a_table("s1 s2", forum={"speaker_changeover_seconds": 30})
    assert expected(floor, "09:00") == "s1 10:00, s2 10:03"
    assert [one.start for one in look(floor, "10:10").expected] == [10 * 3600 + 600, 10 * 3600 + 810]


def test_whoever_runs_over_delays_all_who_wait() -> None:
    floor = run(a_table("s1 s2 s3"), "10:00 start", "10:00 next")
    assert (expected(floor, "10:02"), look(floor, "10:02").over) == ("s2 10:03, s3 10:06", 0)
    assert (expected(floor, "10:05"), look(floor, "10:05").over) == ("s2 10:05, s3 10:08", 120)


def test_whoever_does_not_fit_opens_the_next_sitting() -> None:
    floor = a_table("s1 s2 s3 s4", sittings=(8, 10), starts=("10:00", "11:00"))
    assert expected(floor, "10:00") == "s1 10:00, s2 10:03, s3 11:00, s4 11:03"


def test_the_last_in_order_are_cut_off_and_nobody_overtakes() -> None:
    floor = a_table("s1 s2 s3 s4", 8, Mode.NONE, limits={"s4": 60})
    assert look(floor, "10:00").cut == ("s3", "s4")


def test_whoever_closes_the_list_by_a_pin_is_not_cut_off_as_the_last() -> None:
    floor = a_table("s1 s2 s3 s4", 8, Mode.NONE, requests={"s4": {"place": -1}})
    assert look(floor, "10:00").cut == ("s2", "s3")
    assert look(a_table("s1 s2", 2, requests={"s1": {"place": 1}}), "10:00").cut == ("s1", "s2")


def test_a_cut_list_stays_interspersed() -> None:
    floor = a_table("s1 s2 h1 s3 s4 h2 s5 s6 h3 s7 s8 h4", 18)
    assert [one.speaker for one in look(floor, "10:00").expected] == ["s1", "s2", "h1", "s3", "s4", "h2"]


def test_what_a_limit_would_save_and_whom_it_would_leave_unheard() -> None:
    floor = a_table("s1 s2 s3 s4", 8, Mode.NONE)
    now = second_of(floor.setting.forum, at("10:00"))
    assert reduction(floor.setting, floor.state, now, 150) == Reduction(150, 120, 3, ("s4",))
    assert reduction(floor.setting, floor.state, now, 120) == Reduction(120, 240, 4, ())


def test_the_longest_limit_that_hears_everybody_is_proposed() -> None:
    assert propose(a_table("s1 s2 s3 s4", 8, Mode.NONE), "10:00") == Reduction(120, 240, 4, ())
    assert propose(a_table("s1 s2 s3 s4", 9, Mode.NONE), "10:00") == Reduction(120, 240, 4, ())
    assert propose(a_table("s1 s2 s3 s4", 10, Mode.NONE), "10:00") == Reduction(150, 120, 4, ())


def test_nothing_is_proposed_where_everybody_is_heard_or_no_limit_does() -> None:
    assert propose(a_table("s1 s2", 8), "10:00") is None
    assert propose(a_table("s1 s2 s3 s4", 3), "10:00") is None


def test_whoever_is_expected_when_they_are_not_there_is_named() -> None:
    early = Window(date=FIRST_DAY, start=dt.time(10), end=dt.time(10, 6))
    floor = a_table("s1 s2 s3", requests={"s2": {"available": (early,)}})
    assert look(floor, "10:00").out_of_hours == ()
    assert look(run(floor, "10:01 start", "10:01 next"), "10:01").out_of_hours == ("s2",)


def test_changeovers_lie_between_speakers() -> None:
    floor = a_table("s1 s2", 7, forum={"speaker_changeover_seconds": 60})
    assert look(floor, "10:00").cut == ()
    floor = run(floor, "10:00 start", "10:00 next", "10:02 done")
    assert expected(floor, "10:02") == "s2 10:03"


def test_a_right_of_reply_is_known_to_cut_off_others() -> None:
    floor = run(a_table("s1 s2 s3 s4", 12), "10:00 start", "10:00 next")
    floor = do(floor, "10:00", "right-of-reply", participant="p-s1")
    assert (expected(floor, "10:00"), look(floor, "10:00").cut) == ("", ("s2", "s3", "s4", "reply:1"))
    floor = do(floor, "10:00", "extend", seconds=360)
    assert (expected(floor, "10:00"), look(floor, "10:00").cut) == ("s2 10:03, reply:1 10:06", ("s3", "s4"))
