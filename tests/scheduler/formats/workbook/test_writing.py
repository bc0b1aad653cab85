"""Folder to workbook to folder loses nothing."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings

from scheduler.domain.forum import Forum
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import forum_of, read_forum
from scheduler.formats.workbook.reading import read_source
from scheduler.formats.workbook.writing import forum_workbook, write_workbook
from scheduler.samples import sample_names
from tests.scheduler.builders import text
from tests.scheduler.formats.folders import FIXTURES, a_plain_forum
from tests.scheduler.formats.strategies import forums

NAMES = (
    "محمد الأمين",
    "ሰላም ተስፋዬ",
    "ស៊ុន ណារី",
    "陈明",
    "O'Brien-Núñez",
    "Ñ",
    "x" * 300,
    "Z\u0303 x\u0323\u0302",
    "Ana 🕊️",
    "=HYPERLINK(1)",
    "+41 22 000",
    "-5",
    "@ana",
    "'=quoted",
    "_x0041_",
    "x005F_",
    "<r><b>Ana</b></r>",
    "a & b < c",
    "1-2",
    "12:30",
    "TRUE",
    "007",
    "1e5",
)


def there_and_back(forum: Forum, folder: Path) -> Forum:
    """Write a forum as a workbook and read it again."""
    write_workbook(forum, folder / "forum.xlsx")
    return forum_of(read_source(folder / "forum.xlsx"))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(forum=forums())
def test_a_workbook_reads_back_as_the_same_forum(forum: Forum) -> None:
    with TemporaryDirectory() as folder:
        assert there_and_back(forum, Path(folder)) == forum


@pytest.mark.parametrize("name", sample_names())
def test_every_fixture_goes_to_a_workbook_and_back_to_the_same_files(name: str, tmp_path: Path) -> None:
    write_workbook(read_forum(FIXTURES / name), tmp_path / "forum.xlsx")
    write_forum(forum_of(read_source(tmp_path / "forum.xlsx")), tmp_path / "folder")
    assert {f.name: f.read_text() for f in (tmp_path / "folder").iterdir()} == {
        f.name: f.read_text() for f in (FIXTURES / name).iterdir() if f.suffix != ".xlsx"
    }


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_names_come_back_unchanged(name: str, tmp_path: Path) -> None:
    plain = a_plain_forum()
    person = plain.people[0].model_copy(update={"name": name})
    session = plain.sessions[0].model_copy(update={"title": text(name)})
    forum = plain.model_copy(update={"people": (person,), "sessions": (session, *plain.sessions[1:])})
    found = there_and_back(forum, tmp_path)
    assert (found.people[0].name, found.sessions[0].title.root["en"]) == (name, name)


def test_notes_beside_a_table_come_back_with_their_rows(tmp_path: Path) -> None:
    plain = a_plain_forum()
    noted = plain.people[0].model_copy(
        update={"notes": (("Hotel", "Alpha"), ("=T-shirt", "-5"), ("'=size", "'-5"), ("Title", "Dr"))}
    )
    forum = plain.model_copy(update={"people": (noted, *plain.people[1:])})
    assert there_and_back(forum, tmp_path) == forum


def test_a_forum_is_written_as_the_same_bytes_each_time() -> None:
    assert forum_workbook(a_plain_forum()) == forum_workbook(a_plain_forum())
