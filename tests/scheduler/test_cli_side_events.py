"""What is recorded of a side event on the command line: who follows, what others learn, and agendas made before."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scheduler.samples import sample_path
from tests.scheduler.test_cli import run

PROPOSALS = """id,kind,title,organisers,minutes
se-one,side-event,Remittances,unions,60
se-two,side-event,Cities,diaspora,60
se-three,side-event,Returns,deu,60
"""
WITHDRAWN = ("se-one", "withdrawn", "--reason", "Canary reason")
OBJECTED = ("se-one", "declined", "--basis", "objection", "--by", "Canary Officer", "--reason", "Canary reason")


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A forum with room for one more side event, given to the first of three, and the agenda that has it."""
    folder = tmp_path_factory.mktemp("events") / "forum"
    shutil.copytree(sample_path("tiny"), folder)
    (folder / "proposals.csv").write_text(PROPOSALS, encoding="utf-8")
    criteria, marks = folder / "criteria.csv", folder / "marks.csv"
    criteria.write_text("id,label\nlink,Link\n", encoding="utf-8")
    marks.write_text("proposal,criterion,points\nse-one,link,9\nse-two,link,8\nse-three,link,7\n", encoding="utf-8")
    agenda = folder.parent / "agenda.json"
    assert run("select", str(folder))[0] == 0
    assert run("solve", str(folder), "-o", str(agenda))[0] == 0
    return folder, agenda


@pytest.fixture
def forum(made: tuple[Path, Path], tmp_path: Path) -> str:
    return str(shutil.copytree(made[0], tmp_path / "forum"))


def placed(forum: str, agenda: Path) -> list[str]:
    """Return the proposals that a table of the programme shows."""
    rows = csv.DictReader(io.StringIO(run("export", forum, str(agenda), "--format", "csv")[1]))
    return sorted(row["session"] for row in rows if row["session"].startswith("se-"))


@pytest.mark.parametrize("event", [WITHDRAWN, OBJECTED], ids=["withdrawn", "declined"])
def test_the_next_follows_and_an_agenda_made_before_says_so(
    made: tuple[Path, Path], forum: str, tmp_path: Path, event: tuple[str, ...]
) -> None:
    assert placed(forum, made[1]) == ["se-one"]
    code, out, _ = run("record", forum, *event)
    assert (code, "2. se-two, Diaspora Voices: given (decided by the published method)." in words(out)) == (0, True)
    gone = "Remittances [se-one] is not held any more: run forum solve --keep to free its room."
    come = "Cities [se-two] is to be held since: run forum solve --keep to place it."
    code, out, err = run("verify", forum, str(made[1]))
    assert (code, err, gone in words(out), come in words(out)) == (0, "", True, True)
    assert json.loads(run("verify", forum, str(made[1]), "--json")[1])["notices"] == [gone, come]
    assert placed(forum, made[1]) == []
    told = words(run("export", forum, str(made[1]), "--format", "ics")[2])
    assert (gone in told, come in told) == (True, True)
    anew = tmp_path / "anew.json"
    assert run("solve", forum, "--keep", str(made[1]), "-o", str(anew))[0] == 0
    assert placed(forum, anew) == ["se-two"]
    assert run("verify", forum, str(anew))[0] == 0


def test_an_agenda_made_by_an_earlier_selection_is_read_after_a_new_one(made: tuple[Path, Path], forum: str) -> None:
    assert run("record", forum, *WITHDRAWN)[0] == 0
    assert run("select", forum)[0] == 2
    assert run("select", forum, "--again")[0] == 0
    code, out, _ = run("verify", forum, str(made[1]))
    assert (code, "Remittances [se-one] is not held any more" in words(out)) == (0, True)
    assert "Cities [se-two] is to be held since" in words(out)
    assert "se-two, Cities: given a place" in run("requests", forum, "--request", "se-two")[1]


def test_the_history_of_a_side_event_is_shown_and_checked(forum: str) -> None:
    assert run("record", forum, *WITHDRAWN, "--at", "2026-03-02 10:15")[0] == 0
    out = words(run("requests", forum, "--request", "se-one")[1])
    assert out.startswith("1 proposal for side events: se-one, Remittances: withdrawn History: - the selection: given")
    assert out.endswith("- 2026-03-02 10:15: withdrawn (by the requester). Canary reason")
    code, _, err = run("record", forum, "se-two", "absent")
    assert (code, "se-two is a proposal for a side event, which cannot be recorded as absent." in words(err)) == (
        1,
        True,
    )
    with Path(forum, "log.csv").open("a", encoding="utf-8") as log:
        log.write("3,2026-03-02 10:15,se-one,withdrawn,,,,,,\n")
    code, out, err = run("check", forum)
    assert (code, "log.csv, row 4" in words(out + err)) == (1, True)
    assert "Proposal se-one cannot be recorded as withdrawn. It is withdrawn and stays so" in words(out + err)


@pytest.mark.parametrize(("event", "rows"), [(WITHDRAWN, 1), (OBJECTED, 0)], ids=["withdrawn", "declined"])
def test_others_learn_of_a_withdrawal_alone_without_person_or_reason(
    forum: str, event: tuple[str, ...], rows: int
) -> None:
    assert run("record", forum, *event)[0] == 0
    assert run("record", forum, "se-three", "withdrawn", "--reason", "Canary reason")[0] == 0
    shown = json.loads(run("requests", forum, "--public", "--json")[1])
    withdrawn = {"session": "se-one", "who": "Global Union Network", "what": "withdrawn"}
    assert shown == [withdrawn] * rows
    table = words(run("requests", forum, "--public")[1])
    assert ("Remittances Global Union Network withdrawn" in table, "Canary" in table) == (rows == 1, False)


def test_no_selection_is_needed_to_withdraw_a_proposal(forum: str) -> None:
    Path(forum, "selection.json").unlink()
    assert run("record", forum, *WITHDRAWN)[0] == 0
    assert run("select", forum)[0] == 0
    states = {d["request"]: d["state"] for d in json.loads(Path(forum, "selection.json").read_text())["side_events"]}
    assert states == {"se-one": "declined", "se-two": "given", "se-three": "wait-listed"}
