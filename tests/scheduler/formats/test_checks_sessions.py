"""Sessions fit some period and some room; ties and pins can hold by themselves."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import told, warned

HEAD = "id,kind,title,sittings"
ROOMS = "id,name,seats,equipment,booths\nr1,A,100,webcast,0\nr2,B,50,podium,6\n"


def sessions(columns: str, values: str) -> str:
    """Return a sessions table whose first row has these further columns."""
    return f"{HEAD},{columns}\ns1,round-table,A,120,{values}\ns2,other,B,60{',' * (columns.count(',') + 1)}\n"


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"kinds": "id,label,standing\nround-table,R,official\nother,O,side\nvnr,V,official\nclosing,C,alone\n"}
            | {"sessions": f"{HEAD}\ns1,vnr,A,60\ns2,vnr,B,60\n"},
            [
                "kinds.csv, row 4, column id: No period admits sessions of the kind vnr. "
                "Add vnr to the kinds of a period in periods.csv."
            ],
        ),
        (
            {"sessions": f"{HEAD}\ns1,round-table,A,180; 181\ns2,other,B,180\n"},
            [
                "sessions.csv, row 2, column sittings: A sitting of 181 minutes is longer than every period that "
                "admits its kind. Write 180 or less, split it into sittings, or add a longer period."
            ],
        ),
        (
            {"sessions": sessions("opening_minutes,floor_minutes", "30,91")},
            [
                "sessions.csv, row 2, column floor_minutes: Opening and floor need 121 minutes of 120. "
                "Write 90 or less, or lengthen its sittings."
            ],
        ),
        (
            {"sessions": sessions("opening_minutes,floor_minutes", "121,0")},
            [
                "sessions.csv, row 2, column opening_minutes: The opening is longer than the first sitting. "
                "Write 120 or less."
            ],
        ),
        (
            {"rooms": ROOMS, "sessions": sessions("seats", "101")},
            ["sessions.csv, row 2, column seats: No room has 101 seats. Write 100 or less; that is the largest room."],
        ),
        (
            {"rooms": ROOMS, "sessions": sessions("equipment", "webcast; piano")},
            ["sessions.csv, row 2, column equipment: No room has piano. Remove it, or add it to a room in rooms.csv."],
        ),
        (
            {"rooms": ROOMS, "sessions": sessions("languages", "a; b; c; d; e; f; g")},
            [
                "sessions.csv, row 2, column languages: No room has booths for 7 languages. "
                "Name at most 6, or add booths to a room in rooms.csv."
            ],
        ),
        (
            {"rooms": ROOMS, "sessions": sessions("seats,languages", "100,en")},
            [
                "sessions.csv, row 2, column seats: No room has the seats, the equipment and the booths it needs all "
                "at once. Ask for less, or equip a room in rooms.csv."
            ],
        ),
    ],
)
def test_a_session_that_fits_nowhere_says_why(tmp_path: Path, tables: dict[str, str], messages: list[str]) -> None:
    assert told(tmp_path, tables) == messages


def test_ties_that_cannot_hold_are_all_told(tmp_path: Path) -> None:
    names = "abcde"
    rows = "".join(f"{name},round-table,{name},60\n" for name in names)
    ties = "a,before,b\nb,feeds,c\nc,consecutive,a\nd,before,e\ne,before,d\na,apart,a\nc,same-day,a\n"
    tables = {"sessions": f"{HEAD}\n{rows}", "ties": f"first,link,second\n{ties}"}
    assert told(tmp_path, tables) == [
        "ties.csv, row 4: These ties go round in a circle: a before b before c before a. "
        "Remove this row, or row 2 or row 3.",
        "ties.csv, row 6: These ties go round in a circle: d before e before d. Remove this row, or row 5.",
        "ties.csv, row 7, column second: The session is tied to itself. Name another session.",
    ]


@pytest.mark.parametrize(
    ("pin", "message"),
    [
        ("s1,3,am,,", "column sitting: s1 has no sitting 3. Write a number from 1 to 1."),
        ("s1,1,,,", "column period: The pin fixes nothing. Write a period, a room or both."),
        ("s1,1,,,10:00", "column start: A start needs a period. Write the period, or remove the start."),
        ("s1,1,,r1,10:00", "column start: A start needs a period. Write the period, or remove the start."),
        (
            "s1,1,pm,,",
            "column period: The period pm admits no session of the kind round-table. "
            "Write another period, or add the kind to this one.",
        ),
        (
            "s1,1,short,,",
            "column period: The sitting's 60 minutes are longer than the period's 30. "
            "Write a longer period, or shorten the sitting.",
        ),
        (
            "s1,1,am,,12:05",
            "column start: A sitting of 60 minutes from 12:05 is not inside the period, 10:00-13:00. "
            "Write a start that leaves it inside.",
        ),
        (
            "s1,1,am,,09:55",
            "column start: A sitting of 60 minutes from 09:55 is not inside the period, 10:00-13:00. "
            "Write a start that leaves it inside.",
        ),
        (
            "s1,1,am,,10:03",
            "column start: 10:03 is not on the grid of 5 minutes from 10:00. Write a start on the grid.",
        ),
    ],
)
def test_a_pin_to_where_a_sitting_cannot_stand_says_why(tmp_path: Path, pin: str, message: str) -> None:
    tables = {
        "periods": "id,date,start,end,kinds\nam,2026-05-05,10:00,13:00,round-table\npm,2026-05-05,15:00,18:00,other\n"
        "short,2026-05-05,18:00,18:30,round-table\n",
        "pins": f"session,sitting,period,room,start\n{pin}\n",
    }
    assert told(tmp_path, tables) == [f"pins.csv, row 2, {message}"]


@pytest.mark.parametrize(
    ("columns", "values", "warning"),
    [
        (
            "audience",
            "120",
            "audience: 120 people are expected, and the largest room has 100 seats. "
            "Leave it if some may stand or stay away.",
        ),
        (
            "preferred",
            "pm",
            "preferred: The period pm admits no session of the kind round-table. "
            "Write another period, or add the kind to it.",
        ),
        (
            "drawn_letter",
            "K",
            "drawn_letter: A letter is drawn, but its speakers do not come in alphabetical order. "
            "Write alphabetical as policy, or no letter.",
        ),
    ],
)
def test_a_wish_that_cannot_come_true_is_remarked_upon(tmp_path: Path, columns: str, values: str, warning: str) -> None:
    assert warned(tmp_path, {"rooms": ROOMS, "sessions": sessions(columns, values)}) == [
        f"sessions.csv, row 2, column {warning}"
    ]


def test_a_room_that_cannot_be_read_may_be_the_one_that_is_needed(tmp_path: Path) -> None:
    tables = {"rooms": f"{ROOMS}r3,C,many,piano,0\n", "sessions": sessions("seats,equipment", "900,piano")}
    assert told(tmp_path, tables) == [
        "rooms.csv, row 4, column seats: 'many' is not a whole number. Write digits only, as 30."
    ]
    tables["sessions"] = sessions("seats,equipment", "90,harp")
    assert [line.partition(": ")[2] for line in told(tmp_path, tables)] == [
        "'many' is not a whole number. Write digits only, as 30.",
        "No room has harp. Remove it, or add it to a room in rooms.csv.",
    ]


def test_only_so_many_circles_are_told(tmp_path: Path) -> None:
    rows = "".join(f"a{number},round-table,A,60\nb{number},round-table,B,60\n" for number in range(30))
    ties = "".join(f"a{number},before,b{number}\nb{number},before,a{number}\n" for number in range(30))
    tables = {"sessions": f"{HEAD}\n{rows}", "ties": f"first,link,second\n{ties}"}
    assert len(told(tmp_path, tables)) == 8
