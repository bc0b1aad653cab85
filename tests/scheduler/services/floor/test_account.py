from scheduler.clock import second_of
from scheduler.services.floor.account import Account, account
from scheduler.services.floor.floor import Floor
from tests.scheduler.services.floor.tables import a_table, at, do, run


def spent(floor: Floor, clock: str) -> Account:
    return account(floor.state, second_of(floor.setting.forum, at(clock)))


def test_every_minute_is_counted_once() -> None:
    floor = run(a_table("s1 s2", 20), "10:02 start", "10:02 next", "10:04 pause", "10:07 resume")
    floor = run(do(floor, "10:08", "point-of-order", participant="p-s2"), "10:09 resume", "10:10 done")
    found = spent(floor, "10:12")
    assert found == Account(total=1200, spoken=240, points=60, paused=180, between=240, remaining=480, outside=0)


def test_what_is_spoken_over_the_end_lies_outside_and_an_extension_takes_it_in() -> None:
    floor = run(a_table("s1", 5), "10:04 start", "10:04 next s1")
    found = spent(floor, "10:06")
    assert (found.spoken, found.remaining, found.outside) == (120, 0, 60)
    found = spent(do(floor, "10:06", "extend", seconds=300), "10:06")
    assert (found.total, found.spoken, found.remaining, found.outside) == (600, 120, 240, 0)


def test_a_break_between_two_sittings_is_no_part_of_the_session() -> None:
    floor = a_table("s1 s2", sittings=(5, 5), starts=("10:00", "11:00"))
    assert spent(run(floor, "09:30 withdraw s1"), "10:01").between == 60
    found = spent(run(floor, "10:00 start", "10:00 next", "10:05 pause", "11:01 resume"), "11:02")
    assert (found.spoken, found.paused, found.remaining) == (360, 60, 180)
    assert found.total + found.outside == 600


def test_the_time_since_somebody_was_called_in_vain_passed_between_speakers() -> None:
    floor = run(a_table("s1 s2", 10), "10:00 start", "10:01 next", "10:02 absent")
    assert (spent(floor, "10:02").spoken, spent(floor, "10:02").between) == (0, 120)


def test_after_the_end_no_time_passes() -> None:
    floor = run(a_table("s1 s2", 10), "10:00 start", "10:00 next", "10:03 stop")
    assert spent(floor, "12:00") == spent(floor, "10:03")
    assert spent(floor, "12:00").remaining == 420
