"""A forum's folder reads back as the forum, or as every fault in it."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from scheduler.domain.forum import Forum
from scheduler.formats.csv_folder import read_source
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import forum_of, read_forum
from tests.scheduler.formats.folders import FIXTURES, a_plain_forum, faults_in, told
from tests.scheduler.formats.strategies import forums

SMALL = ("tiny", "two-rooms", "infeasible-chair", "infeasible-interpretation", "dst-night", "marrakech")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(forum=forums())
def test_what_is_written_reads_back_as_the_same_forum(forum: Forum) -> None:
    with TemporaryDirectory() as folder:
        write_forum(forum, Path(folder))
        assert read_forum(Path(folder)) == forum


def test_a_forum_is_written_as_the_same_bytes_each_time(tmp_path: Path) -> None:
    for name in ("first", "second"):
        write_forum(a_plain_forum(), tmp_path / name)
    first, second = ({f.name: f.read_bytes() for f in (tmp_path / n).iterdir()} for n in ("first", "second"))
    assert first == second


def test_writing_again_removes_tables_that_have_become_empty(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    write_forum(a_plain_forum(people=()), tmp_path)
    assert not (tmp_path / "people.csv").exists()
    assert read_forum(tmp_path) == a_plain_forum(people=())


def test_files_may_be_called_as_organisers_call_their_sheets(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").rename(tmp_path / "Venues.csv")
    (tmp_path / "requests.csv").write_text("id,session,participant\nq1,s1,mexico\n")
    (tmp_path / "requests.csv").rename(tmp_path / "Speaking requests.CSV")
    (tmp_path / "forum.yaml").unlink()
    settings = "Setting;Value\nForum id;forum-0001\nTitle;Trial\nTime zone;America/New_York\nDays;2026-05-05\n"
    (tmp_path / "Settings.csv").write_text(f'{settings}Languages;"en; fr"\n')
    forum = read_forum(tmp_path)
    assert forum == a_plain_forum(uid="forum-0001", days=forum.days, requests=forum.requests)
    assert [request.id for request in forum.requests] == ["q1"]


def test_tables_that_were_exported_may_lie_in_the_folder(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    for name in ("programme.csv", "speakers.csv"):
        (tmp_path / name).write_text("start,end,title\n10:00,13:00,One\n")
    assert read_forum(tmp_path) == a_plain_forum()


def test_a_table_that_two_files_hold_is_a_fault(tmp_path: Path) -> None:
    tables = {"Venues.csv": "id,name,seats\nr9,Other,9\n"}
    assert told(tmp_path, tables) == [
        "Venues.csv: rooms.csv holds this table already. Put the rows of both into one file."
    ]


def test_writing_puts_each_table_into_the_file_of_its_own_name(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    names = {file.name for file in tmp_path.iterdir()}
    for name, other in (("rooms.csv", "Venues.csv"), ("sessions.csv", "Events.csv"), ("forum.yaml", "Forum.yml")):
        (tmp_path / name).rename(tmp_path / other)
    write_forum(a_plain_forum(), tmp_path, only={"rooms", "people"})
    assert {file.name for file in tmp_path.iterdir()} == names - {"sessions.csv", "forum.yaml"} | {
        "Events.csv",
        "Forum.yml",
    }
    write_forum(a_plain_forum(), tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == names
    assert read_forum(tmp_path) == a_plain_forum()


def test_writing_leaves_what_others_have_put_into_the_folder(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    others = {"speakers.csv", "programme.csv", "Venues.csv", "notes.txt"}
    for name in others:
        (tmp_path / name).write_text("x")
    names = {file.name for file in tmp_path.iterdir()}
    write_forum(a_plain_forum(), tmp_path)
    assert {file.name for file in tmp_path.iterdir()} == names


@pytest.mark.parametrize("name", SMALL)
def test_the_small_fixtures_read_and_write_back_as_they_are(name: str, tmp_path: Path) -> None:
    forum = read_forum(FIXTURES / name)
    write_forum(forum, tmp_path)
    assert {f.name: f.read_text() for f in tmp_path.iterdir()} == {
        f.name: f.read_text() for f in (FIXTURES / name).iterdir()
    }
    assert "synthetic" in str(forum.note)


def test_a_folder_that_is_not_there_is_one_fault(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    assert faults_in(missing) == [f"{missing}: There is no such folder. Name the folder that holds forum.yaml."]
    file = tmp_path / "file"
    file.write_text("")
    assert faults_in(file) == [
        "file: It is neither a folder nor an Excel workbook (.xlsx). "
        "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."
    ]


def test_an_empty_folder_says_what_it_lacks(tmp_path: Path) -> None:
    assert [line.partition(": ")[0] for line in faults_in(tmp_path)] == [
        "forum.yaml",
        "kinds.csv",
        "periods.csv",
        "rooms.csv",
        "sessions.csv",
    ]


def test_raw_tables_of_any_reader_become_a_forum(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    assert forum_of(read_source(tmp_path)) == a_plain_forum()


def test_every_fault_of_every_file_is_told_at_once_in_order(tmp_path: Path) -> None:
    tables = {
        "forum.yaml": "uid: forum-0001\ntitle: T\ntimezone: Europe/Zurch\ndays: 2026-05-05\nlanguages: en; fr\n",
        "rooms": "id,name,seats\nr1,Hall,many\n",
        "sessions": "id,kind,title,sittings\ns1,round-tabel,One,soon\ns2,round-table,Two,60\n",
        "requests": "id,session,participant\nq1,s1,mexco\nq2,s3,mexico\n",
    }
    assert told(tmp_path, tables) == [
        "forum.yaml, row 3, setting timezone: No time zone is called 'Europe/Zurch'. Did you mean Europe/Zurich?",
        "rooms.csv, row 2, column seats: 'many' is not a whole number. Write digits only, as 30.",
        "sessions.csv, row 2, column kind: kinds.csv has no 'round-tabel'. Did you mean round-table?",
        "sessions.csv, row 2, column sittings: 'soon' is not a whole number. Write digits only, as 30.",
        "requests.csv, row 2, column participant: participants.csv has no 'mexco'. Did you mean Mexico?",
        "requests.csv, row 3, column session: sessions.csv has no 's3'. Write one of s1, s2. "
        "Or remove this row if that session was taken out.",
    ]
