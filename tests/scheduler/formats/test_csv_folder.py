"""The form of CSV files."""

import os
from pathlib import Path

import pytest

from scheduler.errors import ForumFaults
from scheduler.formats.columns import tables
from scheduler.formats.csv_folder import read_source, read_table, table_text
from scheduler.formats.folder import write_forum
from scheduler.formats.limits import Limits
from scheduler.formats.reading import read_forum
from tests.scheduler.formats.folders import a_plain_forum, told

ROOMS = "id,name,seats\nr1,Hall,9\n"


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    table, faults = read_table("rooms.csv", 'id,name\n1,"two\nlines"\n\n3,4\n', tables()["rooms"])
    assert faults == []
    assert [(row.number, dict(row.cells)) for row in table.rows] == [
        (2, {"id": "1", "name": "two\nlines"}),
        (4, {"id": "3", "name": "4"}),
    ]


def test_a_table_is_written_with_quotes_only_where_they_are_needed() -> None:
    assert table_text(["a", "b"], [["1", "x, y"], ["", 'say "no"']]) == 'a,b\n1,"x, y"\n,"say ""no"""\n'


def test_a_byte_order_mark_and_columns_in_any_order_are_accepted(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text("\ufeffseats,name.en,id\r\n9,Hall,r1\r\n", encoding="utf-8", newline="")
    room = read_forum(tmp_path).rooms[0]
    assert (room.id, str(room.name), room.seats) == ("r1", "Hall", 9)


@pytest.mark.parametrize(
    ("encoding", "separator"),
    [("utf-8", ";"), ("utf-8", "\t"), ("utf-8-sig", ","), ("utf-16", ","), ("utf-16", ";"), ("utf-8-sig", ";")],
)
def test_files_that_spreadsheets_save_are_read(tmp_path: Path, encoding: str, separator: str) -> None:
    write_forum(a_plain_forum(), tmp_path)
    text = "id,name,seats\nr1,Grande salle à côté,9\n".replace(",", separator)
    (tmp_path / "rooms.csv").write_bytes(text.encode(encoding))
    assert [(room.id, str(room.name), room.seats) for room in read_forum(tmp_path).rooms] == [
        ("r1", "Grande salle à côté", 9)
    ]


@pytest.mark.parametrize(
    "content",
    [
        "Our rooms, of 2026\nID;Room;Capacity\nr1;Hall, big;9\n",
        "sep=;\r\nID;Room;Capacity\r\nr1;Hall, big;9\r\n",
        "ID\tRoom\tCapacity\rr1\tHall, big\t9\r",
        ';;\nID;Room;Capacity\nr1;"Hall, big";9',
    ],
)
def test_the_separator_is_the_one_that_shows_headings(tmp_path: Path, content: str) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text(content, encoding="utf-8", newline="")
    assert [(room.id, str(room.name), room.seats) for room in read_forum(tmp_path).rooms] == [("r1", "Hall, big", 9)]


def test_entries_of_a_list_may_stand_on_lines_of_their_own(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text('id,name,seats,equipment\nr1,Hall,9,"webcast\nhybrid;podium"\n')
    assert read_forum(tmp_path).rooms[0].equipment == ("webcast", "hybrid", "podium")


def test_notes_come_back_under_their_headings(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "sessions.csv").write_text(
        "id,kind,title,sittings,audience,Participants,=Remarks\n"
        "s1,round-table,One,60,,many,=ask()\ns2,round-table,Two,60,,,\n"
    )
    (tmp_path / "requests.csv").unlink(missing_ok=True)
    read = read_forum(tmp_path)
    assert read.sessions[0].notes == (("Participants", "many"), ("=Remarks", "=ask()"))
    write_forum(read, tmp_path)
    header = "id,kind,title,sittings,audience,Participants,'=Remarks\n"
    assert (tmp_path / "sessions.csv").read_text() == (
        header + "s1,round-table,One,60,,many,'=ask()\ns2,round-table,Two,60,,,\n"
    )
    assert read_forum(tmp_path) == read


def test_a_table_of_too_many_cells_is_not_read(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text("," * 4_000_000)
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path)
    assert [str(fault) for fault in caught.value.faults] == [
        "rooms.csv: With it the forum has more than 300,000 cells. Split the forum or remove rows."
    ]


def test_the_cells_of_all_tables_count_together(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    cells = sum(len(row.cells) for table in read_source(tmp_path).tables.values() for row in table.rows)
    assert read_source(tmp_path, Limits(cells=cells)).faults == ()
    assert [fault.problem for fault in read_source(tmp_path, Limits(cells=cells // 2)).faults][:1] == [
        f"With it the forum has more than {cells // 2:,} cells."
    ]


@pytest.mark.parametrize(
    ("tables", "message"),
    [
        ({"session.csv": ""}, "session.csv: A forum has no such table. Did you mean sessions?"),
        ({"rooms": ""}, "rooms.csv, row 1: The table has no header. Write the names of the columns in the first row."),
        (
            {"rooms": "id,name,seats,seats\nr1,Hall,9,9\n"},
            "rooms.csv, row 1, column seats: The column is there twice. Keep one of the two.",
        ),
        (
            {"rooms": "id,name,seats\nr1,Hall, Great,9\n"},
            "rooms.csv, row 2: The cell '9' is under no column. "
            "Put text that holds a comma in quotation marks, or give the column a name.",
        ),
        (
            {"rooms": 'id,name,seats\nr1,"Hall"x,9\n'},
            "rooms.csv, row 2: It is not CSV: ',' expected after '\"'. "
            "Check the quotation marks: a cell that holds one is quoted, and the mark is doubled.",
        ),
    ],
)
def test_a_file_in_the_wrong_form_says_so(tmp_path: Path, tables: dict[str, str], message: str) -> None:
    assert message in told(tmp_path, tables)


def test_a_file_that_is_not_in_utf_8_names_the_row(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_bytes("id,name,seats\nr1,Café,9\n".encode("latin-1"))
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path)
    assert str(caught.value) == (
        "rooms.csv, row 2: The file is not in UTF-8. Save it as 'CSV UTF-8' or as plain UTF-8 text."
    )


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text(ROOMS + "r,R,1\n" * 200)
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path, limits=Limits(file_bytes=1000))
    assert [fault.place for fault in caught.value.faults] == ["rooms.csv"]
    assert caught.value.faults[0].problem == "The file has 1,224 bytes; 1,000 are allowed."


def test_a_table_that_is_too_long_is_not_read(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text(ROOMS * 20)
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path, limits=Limits(rows=30))
    assert [str(fault) for fault in caught.value.faults] == [
        "rooms.csv: The table has more than 30 rows. Split the forum or remove rows."
    ]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").unlink()
    os.mkfifo(tmp_path / "rooms.csv")
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path)
    assert [str(fault) for fault in caught.value.faults] == [
        "rooms.csv: It is not a file. Remove it, or put the file in its place."
    ]


def test_a_broken_link_is_a_fault_like_a_missing_table(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").unlink()
    (tmp_path / "rooms.csv").symlink_to(tmp_path / "nowhere")
    with pytest.raises(ForumFaults) as caught:
        read_forum(tmp_path)
    assert [fault.place for fault in caught.value.faults] == ["rooms.csv"]
