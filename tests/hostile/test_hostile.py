"""Every hostile file is refused with a message, or read, in little time and memory, and leaves nothing behind."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scheduler.cli import app
from scheduler.samples import sample_path
from tests.hostile.agendas import plain
from tests.hostile.case import EITHER, READ, REFUSED, Case, book, changed, copied
from tests.hostile.corpus import corpus
from tests.hostile.probe import Taken, files_in, in_child, probe

MOST_SECONDS = 2
MOST_MORE_BYTES = 100_000_000
LONGEST_MESSAGE = 1_300
LONGEST_OUTPUT = 300_000

CORPUS = corpus()
REFUSED_FORUMS = [case for case in CORPUS if case.end == REFUSED and not case.is_agenda]


@pytest.fixture(scope="module")
def warm(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Load everything that reading needs, so that a child measures the file alone."""
    for number, write in enumerate((book({}), changed())):
        path = write(tmp_path_factory.mktemp(f"warm{number}"))
        assert CliRunner().invoke(app, ["check", str(path)]).exit_code == 0
    agenda = tmp_path_factory.mktemp("agenda") / "agenda.json"
    agenda.write_text(plain(), encoding="utf-8")
    assert CliRunner().invoke(app, ["verify", str(sample_path("tiny")), str(agenda)]).exit_code == 1


def taken_by(case: Case, path: str) -> Taken:
    """Read a file as the command line does."""
    return probe("verify", str(sample_path("tiny")), path) if case.is_agenda else probe("check", path)


def end_of(taken: Taken) -> str:
    """Return how a command ended in a word."""
    return {0: READ, 1: REFUSED, 2: REFUSED}.get(taken.code, "crashed")


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("case", CORPUS, ids=lambda case: case.name)
def test_a_hostile_file_is_refused_or_read_within_bounds(case: Case, tmp_path: Path) -> None:
    path = in_child(lambda: str(case.write(tmp_path)))
    before = files_in(tmp_path)
    taken = taken_by(case, path)
    messages = re.split(r"\n(?!  )", taken.said)
    assert end_of(taken) in ((READ, REFUSED) if case.end == EITHER else (case.end,)), taken.said[-2_000:]
    assert case.told in " ".join(taken.said.split())
    assert taken.said.strip()
    assert files_in(tmp_path) == before
    assert taken.seconds < MOST_SECONDS
    assert taken.more_bytes < MOST_MORE_BYTES
    assert max(map(len, messages)) < LONGEST_MESSAGE
    assert len(taken.said) < LONGEST_OUTPUT


@pytest.mark.usefixtures("warm")
@pytest.mark.parametrize("case", REFUSED_FORUMS[::8], ids=lambda case: case.name)
def test_nothing_of_a_refused_forum_is_stored(case: Case, tmp_path: Path) -> None:
    (tmp_path / "source").mkdir()
    path = in_child(lambda: str(case.write(tmp_path / "source")))
    kept = copied(tmp_path)
    before = files_in(tmp_path)
    taken = [probe("import", path, "--into", str(into), "--yes") for into in (kept, tmp_path / "new")]
    assert end_of(taken[1]) == REFUSED, taken[1].said[-2_000:]
    assert end_of(taken[0]) in (REFUSED, READ), taken[0].said[-2_000:]  # the forum may have what the file lacks
    assert files_in(tmp_path) == before


def test_there_are_as_many_hostile_files_as_promised() -> None:
    assert len(CORPUS) >= 150
    assert len({case.name for case in CORPUS}) == len(CORPUS)
