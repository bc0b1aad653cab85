"""Folders with one thing wrong, and what is said about it."""

from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.errors import ForumFaults
from scheduler.formats.checks.every import check_draft
from scheduler.formats.csv_folder import read_source
from scheduler.formats.folder import write_forum
from scheduler.formats.raw import SETTINGS, RawRow, RawTable, Source
from scheduler.formats.reading import read_forum
from scheduler.formats.tables import read_draft
from scheduler.formats.workbook.examples import EXAMPLES
from tests.scheduler.builders import a_class, a_forum, a_kind, a_participant, a_period, a_person, a_session, text

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "fixtures"


def a_plain_forum(**fields: Any) -> Forum:
    """Return a forum in two languages with two sessions that take requests, two participants and a person."""
    defaults = {
        "title": text("Trial"),
        "languages": ("en", "fr"),
        "periods": (a_period("am"), a_period("pm", "15:00", "18:00", kinds=("other",))),
        "sessions": (a_session("s1", floor_minutes=30), a_session("s2", "round-table", 90, 90, floor_minutes=30)),
        "classes": (a_class("state", delegation=True), a_class("ngo", interspersed=True)),
        "participants": (a_participant("mexico"), a_participant("caritas", "ngo")),
        "people": (a_person("ana", "mexico"),),
        "kinds": (a_kind(), a_kind("other")),
    }
    return a_forum(**(defaults | fields))


def told(folder: Path, tables: dict[str, str], rules: Collection[str] | None = None, **fields: Any) -> list[str]:
    """Write a plain forum, replace some of its files by text, and return its faults as they are shown."""
    write_forum(a_plain_forum(**fields), folder)
    for name, content in tables.items():
        file = folder / (name if "." in name else f"{name}.csv")
        file.write_text(content, encoding="utf-8", newline="")
    return faults_in(folder, rules)


def faults_in(folder: Path, rules: Collection[str] | None = None) -> list[str]:
    """Return the faults of a folder as they are shown."""
    with pytest.raises(ForumFaults) as caught:
        read_forum(folder, rules)
    return [str(fault) for fault in caught.value.faults]


def warned(folder: Path, tables: dict[str, str], **fields: Any) -> list[str]:
    """Write a plain forum, replace some of its files by text, and return its warnings as they are shown."""
    write_forum(a_plain_forum(**fields), folder)
    for name, content in tables.items():
        (folder / f"{name}.csv").write_text(content, encoding="utf-8", newline="")
    draft = read_draft(read_source(folder))
    check_draft(draft)
    assert [str(fault) for fault in draft.faults if not fault.is_warning] == []
    return [str(fault) for fault in draft.faults]


def source_of_examples() -> Source:
    """Return the examples as the rows of a forum."""
    tables_ = {
        name: RawTable(name, tuple(rows[0]), tuple(RawRow(number, row) for number, row in enumerate(rows, 2)))
        for name, rows in EXAMPLES.items()
        if name != SETTINGS
    }
    cells = [
        RawRow(n, {"setting": name, "value": text}) for n, (name, text) in enumerate(EXAMPLES[SETTINGS][0].items())
    ]
    return Source({**tables_, SETTINGS: RawTable(SETTINGS, ("setting", "value"), tuple(cells))})
