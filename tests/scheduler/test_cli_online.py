"""A side event that was chosen to be held online stands in no agenda, and solving says so."""

from __future__ import annotations

import shutil
from pathlib import Path

from scheduler.samples import sample_path
from tests.scheduler.test_cli import run


def test_solve_says_which_side_events_are_online_and_in_no_agenda(tmp_path: Path) -> None:
    folder = shutil.copytree(sample_path("tiny"), tmp_path / "forum")
    rows = "id,kind,title,organisers,minutes,remote\nse-far,plenary,Far talk,unions,60,yes\n"
    (folder / "proposals.csv").write_text(rows, encoding="utf-8")
    assert run("select", str(folder))[0] == 0
    code, _, err = run("solve", str(folder), "-o", str(tmp_path / "agenda.json"))
    assert code == 0
    said = "Side events held online need no room, so they stand in no agenda, calendar or table: Far talk [se-far]"
    assert said in " ".join(err.split())
    assert "se-far" not in (tmp_path / "agenda.json").read_text(encoding="utf-8")
