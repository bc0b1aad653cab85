"""Names of people, sessions and organisations come back from files as they were written."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.base import Text
from scheduler.formats.cells import trimmed
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from tests.scheduler.builders import a_person
from tests.scheduler.formats.folders import a_plain_forum

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
    "looks like a formula": "=cmd|' /C calc'!A0",
    "looks like a note": "#1 in the list",
    "looks like a date": "5 May 2026",
    "looks like a number": "007",
    "looks like nothing": "null",
    "looks like an example": "Example",
    "separators": 'a; b, c\t"d"',
}
lines = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=300).map(trimmed).filter(bool)


def again(name: str) -> tuple[str, str, str]:
    """Return a name as a person's name, a session's title and the forum's after writing and reading a folder."""
    forum = a_plain_forum(people=(a_person("ana", "mexico", name=name),), title=Text({"en": name}))
    titled = forum.sessions[0].model_copy(update={"title": Text({"en": name, "fr": name})})
    forum = forum.model_copy(update={"sessions": (titled, *forum.sessions[1:])})
    with TemporaryDirectory() as folder:
        write_forum(forum, Path(folder))
        found = read_forum(Path(folder))
    return found.people[0].name, found.sessions[0].title.of("fr"), found.title.of("en")


@pytest.mark.parametrize("name", SCRIPTS.values(), ids=SCRIPTS)
def test_a_name_in_any_script_comes_back_as_it_was_written(name: str) -> None:
    assert again(name) == (name, name, name)


@settings(max_examples=40, deadline=None)
@given(lines)
def test_every_name_comes_back_as_it_was_written(name: str) -> None:
    assert again(name) == (name, name, name)
