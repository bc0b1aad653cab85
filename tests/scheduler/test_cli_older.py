"""Every command that reads an agenda reads one older than the log, and tells nothing private of who has left."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scheduler.samples import sample_path
from tests.scheduler.test_cli import run
from tests.scheduler.test_cli_privacy import change

CANARIES = ("canary", "lind")
"""What was said of a withdrawal, and who withdrew."""

GONE = "1 of 8 on this list has left since it was made"
MENDS = "run forum solve --keep to close the gaps."
LEAVING = {
    "withdrawn": (("q7", "withdrawn", "--reason", "Canary reason"), "Global Union Network: withdrawn"),
    "absent": (("q7", "absent"), "Global Union Network: absent"),
    "declined": (
        ("q7", "declined", "--basis", "objection", "--by", "Canary Officer", "--reason", "Canary reason"),
        "(no longer on this list)",
    ),
    "merged": (("q7", "merged", "--with", "q8"), "(no longer on this list)"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A forum in which two more people can speak, and its agenda before anything was recorded."""
    folder = tmp_path_factory.mktemp("older") / "forum"
    shutil.copytree(sample_path("tiny"), folder)
    change(folder / "people.csv", lambda row: row | ({"affiliations": "mex;phl"} if row["id"] == "ruiz" else {}))
    agenda = folder.parent / "agenda.json"
    assert run("solve", str(folder), "-o", str(agenda))[0] == 0
    return folder, agenda


def after(made: tuple[Path, Path], tmp_path: Path, *event: str) -> tuple[str, str]:
    """Return the forum after something was recorded in it, and the agenda made before."""
    folder = shutil.copytree(made[0], tmp_path / "forum")
    assert run("record", str(folder), *event)[0] == 0
    return str(folder), str(made[1])


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("event", list(LEAVING))
def test_verify_says_that_a_list_has_changed_and_nothing_is_broken(
    made: tuple[Path, Path], tmp_path: Path, event: str
) -> None:
    found = after(made, tmp_path, *LEAVING[event][0])
    code, out, err = run("verify", *found)
    otherwise = " and 1 holds a place otherwise, as with another speaker" if event == "merged" else ""
    assert (code, err) == (0, "")
    assert f"General debate: {GONE}{otherwise}: {MENDS}" in words(out)
    assert "The agenda is sound: no rule that blocks is broken." in out
    assert "edited by hand" not in out
    data = json.loads(run("verify", *found, "--json")[1])
    assert (data["is_sound"], data["notices"]) == (True, [f"General debate: {GONE}{otherwise}: {MENDS}"])


@pytest.mark.parametrize("event", list(LEAVING))
def test_a_list_shows_who_has_left_without_person_or_reason(
    made: tuple[Path, Path], tmp_path: Path, event: str
) -> None:
    found = after(made, tmp_path, *LEAVING[event][0])
    code, out, err = run("speakers", *found, "debate")
    assert (code, err) == (0, "")
    assert LEAVING[event][1] in out
    assert "edited by hand" not in out
    (told,) = json.loads(run("speakers", *found, "debate", "--json")[1])
    assert [(one["session"], one["sitting"]) for one in told["left"]] == [("debate", 1)]
    assert (len(told["speakers"]), len(told["left"])) == (7, 1)
    assert [name for name in CANARIES if name in (out + json.dumps(told)).casefold()] == []


@pytest.mark.parametrize("event", list(LEAVING))
def test_what_is_exported_leaves_out_who_has_left_and_says_how_much_changed(
    made: tuple[Path, Path], tmp_path: Path, event: str
) -> None:
    found = after(made, tmp_path, *LEAVING[event][0])
    code, out, err = run("export", *found, "--format", "csv", "--lists")
    rows = [row["participant"] for row in csv.DictReader(io.StringIO(out))]
    changed = "2 places have changed" if event == "merged" else "1 place has changed"
    assert code == 0
    assert (len(rows), "unions" in rows) == (7, False)
    assert f"{changed} since this agenda was made." in words(err)
    others = [run("export", *found, "--format", form) for form in ("ics", "json", "csv")]
    assert [name for name in CANARIES if name in out.casefold()] == []
    assert [(code, CANARIES[0] in text.casefold()) for code, text, _ in others] == [(0, False)] * 3


@pytest.mark.parametrize("event", list(LEAVING))
def test_a_report_and_a_workbook_are_made_of_what_remains(made: tuple[Path, Path], tmp_path: Path, event: str) -> None:
    found = after(made, tmp_path, *LEAVING[event][0])
    code, out, _ = run("participation", *found)
    assert (code, "7 speakers" in out) == (0, True)
    assert [name for name in CANARIES if name in out.casefold()] == []
    assert run("export", *found, "--format", "workbook", "-o", str(tmp_path / "forum.xlsx"))[0] == 0
    assert run("speakers", *found, "debate", "--compare", "request-time", "lot")[0] == 0
    assert run("diff", found[0], found[1], found[1])[0] == 0


@pytest.mark.parametrize(
    ("event", "shown"),
    [(("q1", "substituted", "--person", "ruiz"), "Ana Ruiz"), (("q1", "made-remote"), "Leo Santos")],
)
def test_a_place_held_otherwise_shows_who_speaks_now(
    made: tuple[Path, Path], tmp_path: Path, event: tuple[str, ...], shown: str
) -> None:
    found = after(made, tmp_path, *event)
    code, out, _ = run("verify", *found)
    notice = "General debate: 1 holds a place otherwise, as with another speaker: run forum solve --keep to bring it up"
    assert (code, notice in words(out)) == (0, True)
    assert shown in run("speakers", *found, "debate")[1]


def test_an_agenda_made_after_the_log_is_as_it_was_made(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, _ = after(made, tmp_path, "q7", "withdrawn")
    anew = str(tmp_path / "anew.json")
    assert run("solve", folder, "--keep", str(made[1]), "-o", anew)[0] == 0
    code, out, err = run("verify", folder, anew)
    assert (code, err, "since it was made" in out) == (0, "", False)
    assert "This list is the best there can be, which is proven." in run("speakers", folder, anew, "debate")[1]


def test_a_list_that_was_edited_is_still_judged(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, _ = after(made, tmp_path, "q7", "withdrawn")
    data = json.loads(made[1].read_text(encoding="utf-8"))
    data["lists"][0]["interventions"] = [t for t in data["lists"][0]["interventions"] if t["request"] != "q3"]
    edited = tmp_path / "edited.json"
    edited.write_text(json.dumps(data), encoding="utf-8")
    code, out, _ = run("verify", folder, str(edited))
    assert (code, "Broken: every-speaker-once" in out) == (1, True)


def test_a_request_that_the_forum_never_had_is_a_fault(made: tuple[Path, Path], tmp_path: Path) -> None:
    folder, agenda = after(made, tmp_path, "q7", "withdrawn")
    strange = tmp_path / "strange.json"
    strange.write_text(Path(agenda).read_text(encoding="utf-8").replace('"q7"', '"q77"'), encoding="utf-8")
    code, _, err = run("speakers", folder, str(strange))
    assert (code, "q77" in err) == (1, True)
