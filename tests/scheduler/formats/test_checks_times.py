"""Dates and times are the forum's, exist, and exist once."""

import datetime as dt
from pathlib import Path

import pytest

from tests.scheduler.builders import a_period
from tests.scheduler.formats.folders import a_plain_forum, told

DAYS = "Write a day from 2026-05-05 to 2026-05-05, or add it to days in forum.yaml."
PERIODS = "id,date,start,end,kinds\nam,2026-05-05,10:00,13:00,round-table\npm,2026-05-05,15:00,18:00,other\n"
NIGHT = (dt.date(2026, 10, 24), dt.date(2026, 10, 25))


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"periods": PERIODS + "x,2026-05-06,10:00,13:00,other\n"},
            [f"periods.csv, row 4, column date: 2026-05-06 is not a day of the forum. {DAYS}"],
        ),
        (
            {"rooms": "id,name,seats,closed\nr1,A,9,2026-05-05 10:00-11:00; 2026-05-06 01:00-02:00\n"},
            [f"rooms.csv, row 2, column closed: 2026-05-06 is not a day of the forum. {DAYS}"],
        ),
        (
            {"people": "id,name,affiliations,available\nana,Ana,mexico,2026-05-04 10:00-11:00\n"},
            [f"people.csv, row 2, column available: 2026-05-04 is not a day of the forum. {DAYS}"],
        ),
        (
            {"periods": PERIODS + "x,2026-05-05,13:00,10:00,other\n"},
            [
                "periods.csv, row 4, column end: It ends at 10:00, which is not after its start, 13:00. "
                "Write a later end; only a night of up to twelve hours may run past midnight."
            ],
        ),
    ],
)
def test_dates_are_the_forums_and_periods_run_forward(
    tmp_path: Path, tables: dict[str, str], messages: list[str]
) -> None:
    assert told(tmp_path, tables) == messages


def test_the_morning_after_a_night_period_is_a_day_of_the_forum(tmp_path: Path) -> None:
    forum = a_plain_forum()
    night = (*forum.periods, a_period("night", "22:00", "04:00"))
    tables = {
        "people": "id,name,affiliations,available\nana,Ana,mexico,2026-05-06 01:00-02:00; 2026-05-07 01:00-02:00\n"
    }
    assert told(tmp_path, tables, periods=night) == [
        f"people.csv, row 2, column available: 2026-05-07 is not a day of the forum. {DAYS}"
    ]


def test_times_that_clocks_show_twice_are_faults_wherever_they_stand(tmp_path: Path) -> None:
    tables = {
        "periods": "id,date,start,end,kinds\nam,2026-10-24,22:00,02:30,round-table; other\n"
        "pm,2026-10-24,22:00,06:00,round-table\n",
        "requests": "id,session,participant,available\nq1,s1,mexico,2026-10-25 02:15-04:00\n",
        "pins": "session,period,start\ns1,pm,02:00\n",
    }
    twice = "exists twice on 2026-10-25: clocks in Europe/Zurich go back."
    twice += " Write a time before the change, or 03:00 or later."
    assert told(tmp_path, tables, timezone="Europe/Zurich", days=NIGHT) == [
        f"periods.csv, row 2, column end: 02:30 {twice}",
        f"pins.csv, row 2, column start: 02:00 {twice}",
        f"requests.csv, row 2, column available: 02:15 {twice}",
    ]


def test_times_that_clocks_skip_are_faults(tmp_path: Path) -> None:
    tables = {
        "periods": "id,date,start,end,kinds\nam,2026-03-22,02:00,09:00,round-table; other\n",
        "rooms": "id,name,seats,closed\nr1,A,9,2026-03-21 23:00-02:59\n",
    }
    days = (dt.date(2026, 3, 21), dt.date(2026, 3, 22))
    skipped = "does not exist on 2026-03-22: clocks in Africa/Casablanca go forward over it. Write 03:00 or later."
    assert told(tmp_path, tables, timezone="Africa/Casablanca", days=days) == [
        f"periods.csv, row 2, column start: 02:00 {skipped}",
        f"rooms.csv, row 2, column closed: 02:59 {skipped}",
    ]


def test_nothing_is_said_about_times_where_the_zone_is_unknown(tmp_path: Path) -> None:
    tables = {
        "forum.yaml": "uid: forum-0001\ntitle: T\ntimezone: Nowhere\ndays: 2026-10-24\nlanguages: en; fr\n",
        "periods": "id,date,start,end,kinds\nam,2026-10-24,22:00,02:30,round-table; other\n",
    }
    assert told(tmp_path, tables) == [
        "forum.yaml, row 3, setting timezone: No time zone is called 'Nowhere'. "
        "Write an IANA name, as America/New_York."
    ]


def test_of_two_readings_of_a_date_the_one_that_is_a_day_of_the_forum_is_offered_first(tmp_path: Path) -> None:
    periods = "id,date,start,end,kinds\nam,05/06/2026,10:00,13:00,round-table\npm,07/06/2026,15:00,18:00,other\n"
    people = "id,name,affiliations,available\nana,Ana,mexico,06/05/2026 10:00-11:00\n"
    days = (dt.date(2026, 5, 5), dt.date(2026, 5, 6))
    requests = "id,session,participant,requested_at\nq1,s1,mexico,05/06/2026 09:00\n"
    tables = {"periods": periods, "people": people, "requests": requests}
    assert [line.partition("two dates. ")[2] for line in told(tmp_path, tables, days=days)] == [
        "Write 2026-05-06 for 6 May, a day of the forum, or 2026-06-05 for 5 June.",
        "Write 2026-06-07 for 7 June or 2026-07-06 for 6 July.",
        "Write 2026-05-06 for 6 May, a day of the forum, or 2026-06-05 for 5 June.",
        "Write 2026-06-05 for 5 June or 2026-05-06 for 6 May.",
    ]
