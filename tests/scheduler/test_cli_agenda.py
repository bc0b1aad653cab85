"""From a forum to an agenda and everything that is read from it, by the commands a user types."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scheduler.formats.agenda_json import read_agenda
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.sampling.planted import planted
from tests.scheduler.test_cli_privacy import change

FORUM = [sys.executable, "-c", "from scheduler.cli import main; main()"]


def forum(*args: str | Path) -> tuple[int, str, str]:
    """Run a command as a user does; return its exit code, stdout and stderr."""
    done = subprocess.run([*FORUM, *map(str, args)], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture(scope="module")
def tiny_agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("solved") / "agenda.json"
    code, out, err = forum("solve", "tiny", "-o", path)
    assert (code, out) == (0, "")
    assert err.endswith(f"Written: {path}\n")
    return path


def test_solve_writes_an_agenda_that_verifies(tiny_agenda: Path) -> None:
    code, out, err = forum("verify", "tiny", tiny_agenda)
    assert (code, err) == (0, "")
    assert "The agenda is sound: no rule that blocks is broken." in out


def test_solve_tells_a_program_the_same_as_the_file(tiny_agenda: Path) -> None:
    code, out, _ = forum("solve", "tiny", "--json")
    document = json.loads(out)
    assert code == 0
    assert (document["outcome"], document["gap"], document["explanation"]) == ("optimal", 0.0, None)
    assert document["agenda"] == json.loads(tiny_agenda.read_text(encoding="utf-8"))


def test_an_agenda_edited_by_hand_is_judged(tiny_agenda: Path, tmp_path: Path) -> None:
    data = json.loads(tiny_agenda.read_text(encoding="utf-8"))
    data["placements"][0]["start"] = data["placements"][0]["start"].replace("T1", "T0", 1)
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(data), encoding="utf-8")
    code, out, err = forum("verify", "tiny", edited)
    assert (code, err) == (1, "This agenda breaks rules.\n")
    assert out.startswith("Broken: inside-period\n  Opening of the forum ")
    assert json.loads(forum("verify", "tiny", edited, "--json")[1])["is_sound"] is False


def test_speakers_are_listed_with_their_minute_and_the_figures(tiny_agenda: Path) -> None:
    code, out, _ = forum("speakers", "tiny", tiny_agenda, "debate")
    assert code == 0
    assert "Largest deviation from an even spread: 1.63 minutes (the best possible)" in out
    lists = json.loads(forum("speakers", "tiny", tiny_agenda, "--json")[1])
    assert [one["id"] for one in lists] == ["debate"]


def test_speakers_of_an_unknown_session_are_wrong_use(tiny_agenda: Path) -> None:
    assert forum("speakers", "tiny", tiny_agenda, "ghost")[0] == 2


def test_the_programme_is_exported_as_calendar_table_and_json(tiny_agenda: Path, tmp_path: Path) -> None:
    calendar = tmp_path / "calendar.ics"
    assert forum("export", "tiny", tiny_agenda, "--format", "ics", "-o", calendar)[0] == 0
    assert calendar.read_bytes().count(b"BEGIN:VEVENT") == 5
    assert forum("export", "tiny", tiny_agenda, "--format", "csv")[1].splitlines()[0].startswith("session,")
    assert len(json.loads(forum("export", "tiny", tiny_agenda, "--format", "json")[1])["sessions"]) == 5
    assert forum("export", "tiny", tiny_agenda, "--format", "ics", "--lists")[0] == 2


def test_participation_of_two_agendas_stands_side_by_side(tiny_agenda: Path) -> None:
    assert json.loads(forum("participation", "tiny", tiny_agenda, "--json")[1])
    code, out, _ = forum("participation", "tiny", tiny_agenda, "--with", "tiny", tiny_agenda)
    assert (code, bool(out)) == (0, True)


def test_an_agenda_does_not_differ_from_itself(tiny_agenda: Path) -> None:
    code, out, _ = forum("diff", "tiny", tiny_agenda, tiny_agenda, "--json")
    assert (code, json.loads(out)["sittings"]) == (0, [])


def test_an_impossible_forum_has_its_code_and_leaves_a_good_agenda_alone(tmp_path: Path) -> None:
    kept = tmp_path / "agenda.json"
    kept.write_text("good", encoding="utf-8")
    code, out, err = forum("solve", "infeasible-chair", "-o", kept)
    assert (code, out, kept.read_text(encoding="utf-8")) == (3, "", "good")
    assert "Wanjiru Kamau is needed in" in err


def test_an_agenda_without_an_impossible_list_is_written_and_the_list_is_named(tmp_path: Path) -> None:
    folder, kept = tmp_path / "forum", tmp_path / "agenda.json"
    shutil.copytree(sample_path("tiny"), folder)
    sessions = folder / "sessions.csv"
    change(sessions, lambda row: row | {"floor_minutes": "10"} if row["id"] == "debate" else row)
    code, out, err = forum("solve", folder, "-o", kept)
    assert (code, out) == (3, "")
    lines = err.splitlines()
    told = lines.index("A tiny forum: no speakers list for General debate, as said below; everything")
    assert lines[told + 1] == "  else is in the agenda."
    assert "The speakers list of General debate (8 speakers need 30 minutes, the floor holds" in lines
    assert "  - Reserve 30 minutes for the floor of General debate instead of 10" in lines
    agenda = read_agenda(kept, read_forum(folder))
    assert (agenda.outcome.value, len(agenda.placements), agenda.lists) == ("infeasible", 5, ())
    assert forum("verify", folder, kept)[0] == 1


def test_explain_gives_reasons_and_fixes_for_a_program() -> None:
    code, out, _ = forum("explain", "infeasible-interpretation", "--json")
    explanation = json.loads(out)["explanation"]
    assert (code, explanation["proven"]) == (3, True)
    assert "interpretation-at-once" in [reason["rule"] for reason in explanation["reasons"]]
    assert any(fix.startswith("Hire one more interpretation team") for fix in explanation["fixes"])


def _hear_interrupts() -> None:
    """Undo what a shell does to commands in the background: they ignore interrupts, and so would their children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupted_solve_keeps_the_best_so_far(tmp_path: Path) -> None:
    folder, out = tmp_path / "large", tmp_path / "agenda.json"
    write_forum(planted(100, 5)[0], folder)
    process = subprocess.Popen(
        [*FORUM, "solve", str(folder), "-o", str(out)],
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_hear_interrupts,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "score" in line:
            break
    time.sleep(0.2)
    os.killpg(process.pid, signal.SIGINT)
    err = process.stderr.read()
    process.stderr.close()
    assert process.wait(timeout=30) == 130
    assert f"Written: {out}" in err
    agenda = read_agenda(out, read_forum(folder))
    assert agenda.outcome.value == "cancelled"


def test_the_sample_of_the_demo_is_there() -> None:
    assert sample_path("imrf-2026").is_dir()


def test_a_folder_as_target_gets_an_agenda_file(tmp_path: Path) -> None:
    code, out, err = forum("solve", "tiny", "-o", tmp_path)
    assert (code, out, [path.name for path in tmp_path.iterdir()]) == (0, "", ["agenda.json"])
    assert "  Score 0 (lower is better), bound 0, gap 0.0%: no timetable scores less." in err.splitlines()


@pytest.mark.parametrize(
    ("command", "written"),
    [
        (["verify", "tiny", "AGENDA"], "verify.txt"),
        (["speakers", "tiny", "AGENDA", "--json"], "speakers.json"),
        (["participation", "tiny", "AGENDA"], "participation.txt"),
        (["diff", "tiny", "AGENDA", "AGENDA"], "diff.txt"),
        (["export", "tiny", "AGENDA", "--format", "ics"], "calendar.ics"),
        (["export", "tiny", "AGENDA", "--format", "csv", "--lists"], "speakers.csv"),
        (["solve", "tiny"], "agenda.json"),
        (["check", "tiny"], "check.txt"),
        (["explain", "tiny"], "explain.txt"),
        (["rules"], "rules.txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else value[0],
)
def test_a_target_that_ends_with_a_slash_is_a_new_folder(
    command: list[str], written: str, tiny_agenda: Path, tmp_path: Path
) -> None:
    words = [str(tiny_agenda) if word == "AGENDA" else word for word in command]
    code, out, _ = forum(*words, "-o", f"{tmp_path}/new/")
    assert (code, out, [path.name for path in (tmp_path / "new").iterdir()]) == (0, "", [written])


def test_a_target_that_cannot_be_written_is_refused_before_solving(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    code, out, err = forum("solve", "tiny", "-o", tmp_path / "file" / "agenda.json")
    message = f"{tmp_path / 'file'} is a file, not a folder; name another place with --out.\n"
    assert (code, out, err) == (2, "", message)


def test_the_demonstration_can_begin_and_end_with_a_workbook(tmp_path: Path) -> None:
    code, out, _ = forum("demo", "--workbook", "-o", tmp_path)
    assert (code, "International Migration Review Forum 2022" in out) == (0, True)
    names = {"agenda.json", "calendar.ics", "forum.xlsx", "report.md"}
    assert {path.name for path in tmp_path.iterdir()} == names
    edited = tmp_path / "edited.json"
    assert forum("import", tmp_path / "forum.xlsx", "--into", tmp_path / "new", "--yes", "-o", edited)[0] == 0
    assert forum("diff", tmp_path / "new", tmp_path / "agenda.json", edited)[:2] == (0, "Nothing differs.\n")


def test_a_language_the_forum_does_not_have_is_refused(tiny_agenda: Path) -> None:
    for command in (["speakers", "tiny", str(tiny_agenda)], ["export", "tiny", str(tiny_agenda), "--format", "ics"]):
        code, out, err = forum(*command, "--language", "fr;X=1:evil")
        assert (code, out) == (2, "")
        assert "The forum has no texts in 'fr;X=1:evil'." in err


def test_a_pipe_is_written_to_and_a_link_is_followed(tmp_path: Path) -> None:
    target = tmp_path / "rules.txt"
    (tmp_path / "link").symlink_to(target)
    assert forum("rules", "-o", str(tmp_path / "link"))[0] == 0
    assert (tmp_path / "link").is_symlink()
    assert "room-free" in target.read_text(encoding="utf-8")
    assert forum("rules", "-o", os.devnull)[0] == 0
    assert not Path(os.devnull).is_file()
