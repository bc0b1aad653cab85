"""Times are shown in the venue's local time."""

import datetime as dt

from scheduler.publish.hours import clock, day, local, minutes, stretch
from tests.scheduler.builders import a_forum, moment


def test_a_moment_written_in_another_offset_is_shown_in_the_venue() -> None:
    assert clock(a_forum(), dt.datetime(2026, 5, 5, 14, 0, tzinfo=dt.UTC)) == "10:00"


def test_an_hour_the_clocks_show_twice_names_its_zone() -> None:
    forum = a_forum()
    first = dt.datetime(2026, 11, 1, 5, 30, tzinfo=dt.UTC)
    assert [clock(forum, first), clock(forum, first + dt.timedelta(hours=1))] == ["01:30 EDT", "01:30 EST"]
    assert local(forum, first) < local(forum, first + dt.timedelta(minutes=45))


def test_days_lengths_and_stretches_are_plain_english() -> None:
    start = moment("2026-05-05 10:00")
    assert day(dt.date(2026, 5, 5)) == "Tuesday 5 May 2026"
    assert [minutes(180), minutes(150)] == ["3 min", "2.5 min"]
    assert stretch(a_forum(), start, start + dt.timedelta(hours=3)) == "10:00-13:00"
