"""Wall time, instants and minutes since the origin."""

import datetime as dt

import pytest

from scheduler import clock
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from tests.scheduler.builders import a_forum, a_period

ZURICH = a_forum(timezone="Europe/Zurich", days=(dt.date(2026, 10, 24), dt.date(2026, 10, 25)))
MARRAKECH = a_forum(timezone="Africa/Casablanca", days=(dt.date(2026, 3, 21), dt.date(2026, 3, 22)))
NIGHT = a_period("night", "22:00", "04:00", date=dt.date(2026, 10, 24))
HOUR = dt.timedelta(hours=1)


def test_the_origin_is_local_midnight_of_the_first_day_whatever_the_order_of_the_days() -> None:
    forum = a_forum(days=(dt.date(2026, 5, 6), dt.date(2026, 5, 5)))
    assert clock.origin(forum) == dt.datetime(2026, 5, 5, 4, tzinfo=dt.UTC)
    assert clock.origin(forum).tzinfo == dt.UTC


def test_minutes_and_moments_are_inverse_across_a_clock_change() -> None:
    for minute in range(0, 48 * 60, 7):
        moment = clock.moment_at(ZURICH, minute, 30)
        assert clock.minute_of(ZURICH, moment) == minute
        assert clock.second_of(ZURICH, moment) == minute * 60 + 30


def test_a_moment_carries_the_offset_of_its_hour() -> None:
    assert clock.moment_at(ZURICH, 26 * 60).isoformat() == "2026-10-25T02:00:00+02:00"
    assert clock.moment_at(ZURICH, 27 * 60).isoformat() == "2026-10-25T02:00:00+01:00"


def test_adding_to_a_moment_is_exact_in_the_night_of_a_clock_change() -> None:
    start = clock.moment_at(ZURICH, 22 * 60)
    assert clock.minute_of(ZURICH, start + 7 * HOUR) == 29 * 60


def test_moments_before_the_origin_are_negative_and_rounded_down() -> None:
    moment = clock.origin(ZURICH) - dt.timedelta(seconds=1)
    assert (clock.second_of(ZURICH, moment), clock.minute_of(ZURICH, moment)) == (-1, -1)


def test_an_overnight_period_is_as_long_as_the_night() -> None:
    assert clock.period_minutes(ZURICH, NIGHT) == (22 * 60, 29 * 60)


def test_a_window_that_ends_before_it_starts_ends_the_next_day() -> None:
    window = Window(date=dt.date(2026, 10, 24), start=dt.time(23), end=dt.time(1))
    assert clock.window_minutes(ZURICH, window) == (23 * 60, 25 * 60)


def test_an_ambiguous_edge_of_a_window_makes_it_as_wide_as_it_can_be() -> None:
    window = Window(date=dt.date(2026, 10, 25), start=dt.time(2, 30), end=dt.time(2, 45))
    assert clock.window_minutes(ZURICH, window) == (26 * 60 + 30, 27 * 60 + 45)


@pytest.mark.parametrize(
    ("forum", "date", "time", "exists", "is_ambiguous"),
    [
        (ZURICH, dt.date(2026, 10, 25), dt.time(1, 59), True, False),
        (ZURICH, dt.date(2026, 10, 25), dt.time(2, 0), True, True),
        (ZURICH, dt.date(2026, 10, 25), dt.time(3, 0), True, False),
        (MARRAKECH, dt.date(2026, 3, 22), dt.time(1, 59), True, False),
        (MARRAKECH, dt.date(2026, 3, 22), dt.time(2, 0), False, False),
        (MARRAKECH, dt.date(2026, 3, 22), dt.time(3, 0), True, False),
        (MARRAKECH, dt.date(2026, 2, 15), dt.time(2, 30), True, True),
    ],
)
def test_clock_changes_skip_and_repeat_wall_times(
    forum: Forum, date: dt.date, time: dt.time, exists: bool, is_ambiguous: bool
) -> None:
    assert clock.exists(forum, date, time) == exists
    assert clock.is_ambiguous(forum, date, time) == is_ambiguous


def test_a_fold_tells_the_two_moments_of_an_ambiguous_time_apart() -> None:
    first = clock.wall(ZURICH, dt.date(2026, 10, 25), dt.time(2, 30))
    second = clock.wall(ZURICH, dt.date(2026, 10, 25), dt.time(2, 30), fold=1)
    assert second - first == HOUR


def test_a_time_that_is_skipped_moves_forward() -> None:
    moment = clock.wall(MARRAKECH, dt.date(2026, 3, 22), dt.time(2, 30))
    assert moment.isoformat() == "2026-03-22T03:30:00+01:00"


def test_a_pinned_start_after_midnight_belongs_to_the_night_before() -> None:
    assert clock.minute_in(ZURICH, NIGHT, dt.time(22, 30)) == 22 * 60 + 30
    assert clock.minute_in(ZURICH, NIGHT, dt.time(3, 30)) == 28 * 60 + 30
