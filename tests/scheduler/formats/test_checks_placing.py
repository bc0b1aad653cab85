"""Every sitting has a time it can stand at, after what it is tied to, in a room that is open."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told

PERIODS = """id,date,start,end,kinds
am,2026-05-05,10:00,13:00,round-table; other
pm,2026-05-05,15:00,18:00,round-table; other
eve,2026-05-05,18:30,20:00,other
"""
SESSIONS = """id,kind,title,sittings,floor_minutes,available,seats,equipment
s1,round-table,A,120; 60,30,,,
s2,round-table,B,60,30,,,
s3,other,C,60,,,150,webcast
"""
ROOMS = """id,name,seats,equipment,hours,closed
r1,Hall,200,webcast,09:00-17:00,2026-05-05 11:00-12:00
r2,Room,100,,,
"""
PINS = "session,sitting,period,room,start\n"
TIES = "first,link,second\ns1,before,s2\ns2,before,s3\n"
PLAIN = {"periods": PERIODS, "sessions": SESSIONS, "rooms": ROOMS}


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"sessions": SESSIONS.replace("60,30,,,\ns2", "60,30,2026-05-05 11:30-13:30,,\ns2")},
            [
                "sessions.csv, row 2, column available: No period for the kind round-table leaves 120 minutes within "
                "these times. Write more times, or leave it blank for any time."
            ],
        ),
        (
            {"requests": "id,session,participant,available\nq1,s1,mexico,2026-05-05 13:00-15:00\n"},
            [
                "requests.csv, row 2, column available: These times are outside every period in which s1 can stand. "
                "Write other times, or leave it blank for any time."
            ],
        ),
        (
            {
                "people": "id,name,affiliations,available\nana,Ana,mexico,2026-05-05 10:00-11:30\n",
                "roles": "session,role,person\ns1,chair,ana\ns2,chair,ana\n",
            },
            [
                "roles.csv, row 2, column person: ana is never there for the 120 minutes of s1. "
                "Write another person, or more times as available of ana in people.csv."
            ],
        ),
    ],
)
def test_times_of_its_own_that_leave_none_are_faults(
    tmp_path: Path, tables: dict[str, str], messages: list[str]
) -> None:
    assert told(tmp_path, PLAIN | tables) == messages


@pytest.mark.parametrize(
    ("pins", "message"),
    [
        (
            "s1,1,pm,,\ns2,,am,,\n",
            "pins.csv, row 3, column period: It is too early: s1, which comes before s2, cannot end before "
            "2026-05-05 18:00.",
        ),
        (
            "s1,2,am,,\ns1,1,pm,,\n",
            "pins.csv, row 2, column period: It is too early: s1, sitting 1, which comes before s1, sitting 2, cannot "
            "end before 2026-05-05 17:00.",
        ),
        (
            "s1,1,pm,,\ns3,,am,,\n",
            "pins.csv, row 3, column period: It is too early: s2, which comes before s3, cannot end before "
            "2026-05-05 19:00.",
        ),
        (
            "s1,1,am,,10:00\ns1,2,am,,11:30\n",
            "pins.csv, row 3, column period: It is too early: s1, sitting 1, which comes before s1, sitting 2, cannot "
            "end before 2026-05-05 12:00.",
        ),
    ],
)
def test_a_pin_leaves_time_for_what_comes_before_it(tmp_path: Path, pins: str, message: str) -> None:
    advice = " Write a later period, or pin the one before it earlier."
    assert told(tmp_path, PLAIN | {"pins": PINS + pins, "ties": TIES}) == [message + advice]


def test_pins_that_leave_just_enough_time_are_no_faults(tmp_path: Path) -> None:
    pins = "s1,1,am,,10:00\ns1,2,am,,12:00\ns2,,pm,,15:00\ns3,,pm,,16:00\nlast,,,nowhere,\n"
    assert [line.partition(": ")[0] for line in told(tmp_path, PLAIN | {"pins": PINS + pins, "ties": TIES})] == [
        "pins.csv, row 6, column room",
        "pins.csv, row 6, column session",
    ]


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        ("s3,,,r2,", "r2 does not have the seats and the equipment that s3 needs. Write another room, or correct the "),
        ("s1,1,am,r1,", "r1 is not open for 120 minutes then. Write another room or period, or correct when it is "),
        ("s1,1,pm,r1,15:30", "r1 is not open for 120 minutes then. Write another room or period, or correct when it "),
    ],
)
def test_a_pinned_room_has_what_is_needed_and_is_open(tmp_path: Path, pin: str, message: str) -> None:
    (said,) = told(tmp_path, PLAIN | {"pins": f"{PINS}{pin}\n"})
    assert said.startswith(f"pins.csv, row 2, column room: {message}")
