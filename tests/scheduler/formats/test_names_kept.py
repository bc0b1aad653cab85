"""Names of people, sessions and organisations come back from files as they were written."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.formats.cells import trimmed
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.formats.workbook.writing import write_workbook
from tests.scheduler.builders import a_person
from tests.scheduler.formats.folders import a_plain_forum
from tests.scheduler.formats.strategies import characters

SCRIPTS = {
    "Arabic": "محمد بن سلمان",
    "Arabic with marks": "مُحَمَّد",
    "Amharic": "አበበ ቢቂላ",
    "Khmer": "សុខ\u200bភាព",
    "Chinese": "王小明",
    "Devanagari with joiner": "क्\u200dष",
    "Persian with non-joiner": "می\u200cخواهم",
    "Hebrew with direction mark": "שלום (A)\u200f",
    "apostrophes": "'Abd al-Ra'ūf O’Brien'",
    "hyphens": "Jean-Luc Müller–Lüdenscheidt",
    "one letter": "O",
    "300 letters": "ñ" * 300,
    "combining marks": "Nguye\u0302\u0303n Thi\u0323\u0302",
    "composed": "Nguyễn Thị",
    "emoji": "👩🏽‍⚕️ Dr 🇲🇽",
    "no-break space": "A\u00a0B",
    "looks like an escape": "_x0041_",
    "looks like a formula": "=cmd|' /C calc'!A0",
    "looks like a note": "#1 in the list",
    "looks like a date": "5 May 2026",
    "looks like a number": "007",
    "looks like nothing": "null",
    "looks like an example": "Example",
    "separators": 'a; b, c\t"d"',
}
names = st.text(characters, min_size=1, max_size=300).map(trimmed).filter(bool)


def write_folder(forum: Forum, folder: Path) -> Path:
    """Write a forum as a folder."""
    write_forum(forum, folder / "forum")
    return folder / "forum"


def write_book(forum: Forum, folder: Path) -> Path:
    """Write a forum as a workbook."""
    write_workbook(forum, folder / "forum.xlsx")
    return folder / "forum.xlsx"


WRITERS = pytest.mark.parametrize("write", [write_folder, write_book])


def again(name: str, write: Callable[[Forum, Path], Path]) -> tuple[str, ...]:
    """Return a name after writing and reading: as a person's, a session's title, the forum's, and in a note."""
    person = a_person("ana", "mexico", name=name, notes=((name, name),))
    forum = a_plain_forum(people=(person,), title=Text({"en": name}))
    titled = forum.sessions[0].model_copy(update={"title": Text({"en": name, "fr": name})})
    forum = forum.model_copy(update={"sessions": (titled, *forum.sessions[1:])})
    with TemporaryDirectory() as folder:
        found = read_forum(write(forum, Path(folder)))
    return found.people[0].name, found.sessions[0].title.of("fr"), found.title.of("en"), *found.people[0].notes[0]


@WRITERS
@pytest.mark.parametrize("name", SCRIPTS.values(), ids=SCRIPTS)
def test_a_name_in_any_script_comes_back_as_it_was_written(name: str, write: Callable[[Forum, Path], Path]) -> None:
    assert again(name, write) == (name,) * 5


@WRITERS
@settings(max_examples=30, deadline=None)
@given(name=names)
def test_every_name_comes_back_as_it_was_written(name: str, write: Callable[[Forum, Path], Path]) -> None:
    assert again(name, write) == (name,) * 5
