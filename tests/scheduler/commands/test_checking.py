"""What forum check says of a forum, faults and warnings apart."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scheduler.cli import app
from scheduler.samples import sample_path

WARNED = """\
A tiny forum: no fault found. It has 5 sessions, 3 periods, 2 rooms, 8
participants, 6 people, 6 roles, 8 requests, 1 tie.

1 warning:
rooms.csv, row 3, column Colour: The table has no column 'Colour'; it is kept as
  a note. No need to do anything.
"""


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """Copy a sample whose rooms are as an organiser has them."""
    folder = tmp_path / "tiny"
    shutil.copytree(sample_path("tiny"), folder)
    rooms = (
        "Our rooms;;;;\n\nID;Room;Capacity;Colour;Equipment\n"
        "example: hall;Hall;9;;\nhall;Hall;200;blue;webcast\nroom-2;Room 2;60;;\n"
    )
    (folder / "rooms.csv").write_text(rooms, encoding="utf-16")
    return folder


def test_a_warning_stands_apart_and_is_no_fault(tiny: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(tiny)])
    assert (result.exit_code, result.stdout, result.stderr) == (0, WARNED, "")


def test_a_program_gets_warnings_apart_from_faults(tiny: Path) -> None:
    (tiny / "ties.csv").write_text("first,link,second\nopening,before,nowhere\n")
    result = CliRunner().invoke(app, ["check", str(tiny), "--json"])
    found = json.loads(result.stdout)
    places = {kind: [(f["file"], f["row"], f["column"]) for f in found[kind]] for kind in ("faults", "warnings")}
    assert (result.exit_code, places) == (
        1,
        {"faults": [("ties.csv", 2, "second")], "warnings": [("rooms.csv", 3, "Colour")]},
    )
