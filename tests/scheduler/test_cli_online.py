"""A side event that was chosen to be held online is placed in no room; once it states a time, the programme has it."""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path

import pytest

from scheduler.samples import sample_path
from tests.scheduler.test_cli import run

NO_TIME = (
    "These side events are held online, so they need no room and no agenda places them: Far talk [se-far], 60 minutes: "
    "no time is stated, preferred is 2026-05-05 13:15-14:30 Those without a time stand in no programme, calendar or "
    "table either."
)
A_TIME = "no agenda places them: Far talk [se-far], 60 minutes: Tuesday 5 May 2026, 16:00-17:00"


def words(text: str) -> str:
    return " ".join(text.split())


def a_forum(tmp_path: Path, available: str) -> tuple[str, str]:
    """Return a forum with one side event held online, and where its agenda is."""
    folder = shutil.copytree(sample_path("tiny"), tmp_path / "forum")
    rows = "id,kind,title,organisers,minutes,remote,preferred,available\n"
    rows += f"se-far,side-event,Far talk,unions; deu,60,yes,lunch,{available}\n"
    (folder / "proposals.csv").write_text(rows, encoding="utf-8")
    return str(folder), str(tmp_path / "agenda.json")


@pytest.mark.parametrize(
    "available", ["", "2026-05-05 16:00-18:00", "2026-05-05 16:00-17:00; 2026-05-05 17:00-18:00"], ids=str
)
def test_one_without_a_time_is_told_of_and_stands_nowhere(tmp_path: Path, available: str) -> None:
    folder, agenda = a_forum(tmp_path, available)
    code, out, err = run("select", folder)
    assert (code, NO_TIME in words(err), "Side events: 1 proposal, 1 given" in out) == (0, True, True)
    code, _, err = run("solve", folder, "-o", agenda)
    assert (code, NO_TIME in words(err)) == (0, True)
    shown = [run("export", folder, agenda, "--format", form)[1] for form in ("ics", "csv", "json")]
    assert ["Far talk" in text for text in (*shown, Path(agenda).read_text(encoding="utf-8"))] == [False] * 4


def test_one_that_states_a_time_is_in_the_programme_the_calendar_and_the_table(tmp_path: Path) -> None:
    folder, agenda = a_forum(tmp_path, "2026-05-05 16:00-17:00")
    code, _, err = run("select", folder)
    assert (code, A_TIME in words(err), "Those without a time" in err) == (0, True, False)
    code, out, err = run("solve", folder)
    event = "Side event: Far talk, online Organised by Global Union Network, Germany"
    programme = f"SIDE EVENTS OUTSIDE THE ROOMS Tuesday 5 May 2026, 16:00-17:00 (America/New_York) {event}"
    assert (code, A_TIME in words(err), programme in words(out)) == (0, True, True)
    assert "BEFORE AND AFTER THE FORUM" not in out
    assert run("solve", folder, "-o", agenda)[0] == 0
    table = csv.DictReader(io.StringIO(run("export", folder, agenda, "--format", "csv")[1]))
    (row,) = [row for row in table if row["session"] == "se-far"]
    assert {key: value for key, value in row.items() if value and key != "uid"} == {
        "session": "se-far",
        "sitting": "1",
        "title": "Far talk",
        "kind": "Side event",
        "day": "2026-05-05",
        "start": "2026-05-05T16:00:00-04:00",
        "end": "2026-05-05T17:00:00-04:00",
        "minutes": "60",
        "room_name": "Online",
        "organisers": "Global Union Network; Germany",
    }
    calendar = run("export", folder, agenda, "--format", "ics")[1].replace("\r\n", "\n")
    (own,) = [event for event in calendar.split("BEGIN:VEVENT") if "SUMMARY:Far talk" in event]
    told = ("DTSTART:20260505T200000Z", "DTEND:20260505T210000Z", "LOCATION:Online", "CATEGORIES:Online,Side event")
    assert [line in own for line in told] == [True] * 4
    assert "Far talk" not in Path(agenda).read_text(encoding="utf-8")


def test_one_that_is_withdrawn_is_gone_from_an_agenda_made_before(tmp_path: Path) -> None:
    folder, agenda = a_forum(tmp_path, "2026-05-05 16:00-17:00")
    assert [run("select", folder)[0], run("solve", folder, "-o", agenda)[0]] == [0, 0]
    shown = json.loads(run("export", folder, agenda, "--format", "json")[1])
    assert [event["id"] for event in shown["preparations"]] == ["se-far"]
    code, out, _ = run("record", folder, "se-far", "withdrawn", "--reason", "Canary reason")
    assert (code, "stays free" in out) == (0, False)
    code, out, _ = run("export", folder, agenda, "--format", "json")
    assert (code, json.loads(out)["preparations"]) == (0, [])
    assert run("verify", folder, agenda)[0] == 0
