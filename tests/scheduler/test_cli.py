"""The command line answers fast, says what it does, and ends with the documented codes."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scheduler.cli import COMMANDS, app
from scheduler.commands.sources import forum_path
from scheduler.samples import sample_path
from scheduler.services.sampling.planted import SMALLEST

HEAVY = ("ortools", "pandas", "numpy", "icalendar", "yaml", "rich", "scheduler.domain")


def run(*args: str) -> tuple[int, str, str]:
    """Run a command in this process; return its exit code, stdout and stderr."""
    result = CliRunner().invoke(app, list(args))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


def faulty_forum(folder: Path) -> Path:
    """Copy a sample and break one cell."""
    copy = folder / "broken"
    shutil.copytree(sample_path("tiny"), copy)
    rooms = (copy / "rooms.csv").read_text(encoding="utf-8")
    header, first, rest = rooms.split("\n", 2)
    (copy / "rooms.csv").write_text("\n".join([header, f"{first}x", rest]), encoding="utf-8")
    return copy


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["solve", "--help"], ["demo", "--help"]])
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys\nfrom scheduler.cli import app\n"
        f"try:\n    app({args!r})\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", [command.__name__.rstrip("_") for command, _ in COMMANDS])
def test_every_help_shows_an_example_and_the_exit_codes(command: str) -> None:
    code, out, _ = run(command, "--help")
    assert (code, "Example: forum " + command in out, "Exit codes: 0" in out) == (0, True, True)


def test_the_version_is_printed() -> None:
    assert run("--version") == (0, "0.1.0\n", "")


def test_a_forum_without_faults_is_counted() -> None:
    code, out, err = run("check", "tiny")
    assert (code, err) == (0, "")
    assert out.startswith("A tiny forum: no fault found. It has 5 sessions,")


def test_faults_are_listed_with_file_row_and_column(tmp_path: Path) -> None:
    code, out, err = run("check", str(faulty_forum(tmp_path)))
    assert (code, err) == (1, "1 fault found.\n")
    assert out.startswith("rooms.csv, row 2, column changeover_minutes: '5x' is not a whole number.")


def test_faults_are_one_json_document_for_a_program(tmp_path: Path) -> None:
    code, out, _ = run("check", str(faulty_forum(tmp_path)), "--json")
    faults = json.loads(out)["faults"]
    assert (code, [(f["file"], f["row"], f["column"]) for f in faults]) == (1, [("rooms.csv", 2, "changeover_minutes")])


def test_other_commands_refuse_a_faulty_forum(tmp_path: Path) -> None:
    code, out, err = run("solve", str(faulty_forum(tmp_path)))
    assert (code, out, err.splitlines()[-1]) == (1, "", "1 fault found; nothing was read.")


def test_an_unknown_forum_is_wrong_use_and_names_the_samples() -> None:
    code, out, err = run("check", "nowhere")
    assert (code, out) == (2, "")
    assert "no sample of that name" in err
    assert "imrf-2026" in err


@pytest.mark.parametrize(
    "args", [["solve"], ["solve", "tiny", "--time-limit", "soon"], ["dance"], ["verify", "tiny", "no"]]
)
def test_wrong_use_has_its_own_code(args: list[str]) -> None:
    assert run(*args)[0] == 2


def test_every_rule_is_listed_with_its_sentence() -> None:
    _, out, _ = run("rules", "--json")
    entries = {entry["name"]: entry for entry in json.loads(out)}
    assert entries["room-free"] == {
        "name": "room-free",
        "about": "timetable",
        "kind": "hard",
        "weight": "very strong",
        "sentence": "A room holds one session at a time, with the minutes it needs for changeover.",
    }
    assert entries["run-cap"]["about"] == "speakers"
    assert all(name in run("rules")[1] for name in entries)


def test_a_sample_needs_a_shape_and_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("sample", "-o", str(tmp_path / "new"))[0] == 2
    assert run("sample", "--sessions", str(SMALLEST - 1), "-o", str(tmp_path / "new"))[0] == 2
    assert run("sample", "--like", "imrf-2026", "-o", str(tmp_path / "full"))[0] == 2
    assert (tmp_path / "full" / "notes.txt").read_text(encoding="utf-8") == "mine"


def test_a_sample_is_the_same_for_the_same_seed(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert run("sample", "--like", "imrf-2026", "--seed", "7", "-o", str(tmp_path / name))[0] == 0
    files = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert [(tmp_path / "one" / name).read_bytes() for name in files] == [
        (tmp_path / "two" / name).read_bytes() for name in files
    ]
    assert run("check", str(tmp_path / "one"))[0] == 0


def test_a_small_sample_has_no_fault_and_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    code, _, err = run("sample", "--sessions", "20", "-o", str(folder))
    assert code == 0
    assert err.splitlines()[-1] == f"Next: forum solve {folder}"
    assert run("check", str(folder))[0] == 0


def test_a_folder_of_results_does_not_hide_the_sample_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "tiny").mkdir()
    assert forum_path("tiny") == sample_path("tiny")
    (tmp_path / "tiny" / "forum.yaml").write_text("title: Mine", encoding="utf-8")
    assert forum_path("tiny") == Path("tiny")
