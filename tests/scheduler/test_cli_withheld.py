"""What a command writes for others tells of who is withheld the class alone, and of nobody the hours to come."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scheduler.commands.sources import load_agenda
from scheduler.formats.reading import read_forum
from scheduler.publish.report_text import report
from scheduler.samples import sample_path
from tests.scheduler.test_cli import run
from tests.scheduler.test_cli_privacy import COMMANDS_FOR_OTHERS, told_to_others

SECRETS = ("canary", "10:53", "11:05", "12:58")
"""What no output that travels holds: organisation, region and groups of who is withheld, and anybody's hours."""
LATE, EARLY = "2026-05-05 11:05-12:58", "2026-05-05 10:00-10:53"


def add(table: Path, *rows: dict[str, str]) -> None:
    """Add rows to a table, or change those of the same id."""
    with table.open(encoding="utf-8", newline="") as opened:
        found = {row["id"]: row for row in csv.DictReader(opened)}
    for row in rows:
        found[row["id"]] = found.get(row["id"], {}) | row
    with table.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(dict.fromkeys(key for row in found.values() for key in row)))
        writer.writeheader()
        writer.writerows(found.values())


def a_speaker(id: str, body: str, publication: str, available: str = "") -> dict[str, str]:
    """Return a person's row."""
    row = {"id": id, "name": f"Person {id}", "affiliations": body, "publication": publication, "available": available}
    return row | {"function": ""}


@pytest.fixture(scope="module")
def reticent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny forum whose speakers stand by protocol alone, so that neighbours share much, and some come late."""
    folder = tmp_path_factory.mktemp("reticent") / "forum"
    shutil.copytree(sample_path("tiny"), folder)
    (folder / "pins.csv").write_text("session,period,room,start\ndebate,morning,hall,10:40\n", encoding="utf-8")
    add(folder / "kinds.csv", {"id": "plenary", "mode": "none"})
    tables = ({"id": table, "floor_minutes": "30"} for table in ("rt-1", "rt-2"))
    add(folder / "sessions.csv", {"id": "debate", "sittings": "90", "floor_minutes": "80"}, *tables)
    hidden = {"id": "canary-group", "label": "Canary group", "focal_point": "lind"}
    add(folder / "constituencies.csv", hidden, {"id": "open", "label": "Open group", "focal_point": "second"})
    secret = {"constituency": "canary-group", "regions": "own.canary-coast"}
    known = {"name": "Known Body", "class": "stakeholder", "constituency": "open", "regions": "own.known-hills"}
    bodies = (
        {"id": "unions"} | secret,
        {"id": "diaspora", "name": "Canary Voices", "people": "1"} | secret,
        {"id": "known"} | known,
    )
    add(folder / "participants.csv", *bodies)
    add(
        folder / "people.csv",
        a_speaker("lind", "unions", "withheld"),
        a_speaker("okafor", "diaspora", "withheld", LATE),
        a_speaker("third", "diaspora", "withheld"),
        a_speaker("fourth", "diaspora", "withheld"),
        a_speaker("first", "known", "organisation"),
        a_speaker("second", "known", "named"),
        a_speaker("last", "known", "named"),
        a_speaker("brandt", "deu", "organisation", LATE),
        a_speaker("kamau", "ken", "named", EARLY),
        a_speaker("santos", "phl", "named", LATE),
    )
    asked = {"session": "debate", "rank": "STK", "requested_at": "2026-02-07 09:00"}
    spoken = [asked | {"id": f"q-{who}", "participant": "known", "person": who} for who in ("first", "second", "last")]
    spoken += [
        asked | {"id": "q-third", "participant": "diaspora", "person": "third", "requested_at": "2026-02-06 11:02"}
    ]
    group = {"id": "q8", "on_behalf_of": "Canary caucus", "person": "okafor", "available": LATE}
    wanted = {"rt-1": "third", "rt-2": "fourth"}
    spoken += [{"id": f"q-{t}", "session": t, "participant": "diaspora", "person": who} for t, who in wanted.items()]
    add(folder / "requests.csv", group, *spoken)
    (folder / "rules.csv").write_text("rule,level\nwithin-availability,warn\nperson-available,warn\n", encoding="utf-8")
    return folder


def solved(folder: Path, expected: int = 0) -> Path:
    path = folder.parent / "agenda.json"
    assert run("solve", str(folder), "-o", str(path))[:2] == (expected, "")
    return path


@pytest.fixture(scope="module")
def agenda(reticent: Path) -> Path:
    return solved(reticent)


def secrets_in(text: str) -> list[str]:
    return [line for line in text.replace("\r\n ", "").casefold().splitlines() if any(s in line for s in SECRETS)]


def sentences_of(agenda: Path) -> dict[str, list[str]]:
    return {rule["rule"]: rule["sentences"] for rule in json.loads(agenda.read_text(encoding="utf-8"))["rules"]}


def test_an_agenda_file_tells_no_trait_of_who_is_withheld_and_no_hours(agenda: Path) -> None:
    assert secrets_in(agenda.read_text(encoding="utf-8")) == []


def test_what_costs_points_is_counted_also_where_it_is_not_told(agenda: Path) -> None:
    data = json.loads(agenda.read_text(encoding="utf-8"))
    found = {rule["rule"]: (rule["amount"], rule["sentences"]) for rule in data["rules"]}
    known = "General debate: Known Body follows Person second, both of Known Hills and Open group."
    assert found["neighbours-differ"] == (4, [known])
    assert found["groups-first"] == (6, [])
    assert found["small-delegations"] == (1, [])
    assert [line for line in found["protocol-order"][1] if "withheld" in line] == []


def test_hours_are_told_as_stated_ones_by_the_level_of_each_person(agenda: Path) -> None:
    sentences = sentences_of(agenda)
    assert sentences["person-available"] == [
        f"{who} is needed in {title} and is there only within the stated hours, not while it takes place."
        for who, title in (
            ("Person kamau", "Round table 1: Vulnerabilities"),
            ("Somebody from Germany", "Round table 2: Skills"),
        )
    ]
    speakers = json.loads(agenda.read_text(encoding="utf-8"))["lists"][0]
    assert {measure["because"] for measure in speakers["measures"]} == {
        None,
        "the stated hours of Person santos, Germany and one other speaker",
    }


NAMES_CONSTITUENCIES = ("participation", "method", "compare")
"""Commands that list the constituencies of the forum, whoever belongs to them."""


@pytest.mark.parametrize(
    "command", [one for one in COMMANDS_FOR_OTHERS if one[0] not in NAMES_CONSTITUENCIES], ids=" ".join
)
def test_no_command_tells_a_trait_or_hours(command: list[str], reticent: Path, agenda: Path) -> None:
    assert secrets_in(told_to_others(command, reticent, agenda)) == []


def test_the_method_page_tells_of_the_forum_s_constituencies_and_of_nobody_in_them(reticent: Path) -> None:
    assert secrets_in(run("method", str(reticent))[1]) == [
        f"{'canary group':<21}  {'canary-group':<12}             2  yes"
    ]


def test_a_comparison_of_models_tells_of_constituencies_and_of_nobody_in_them(reticent: Path, agenda: Path) -> None:
    (command,) = [one for one in COMMANDS_FOR_OTHERS if one[0] == "compare" and "--json" not in one]
    minutes, left_out = secrets_in(told_to_others(command, reticent, agenda))
    # who speaks as the forum is, is withheld; as proposed, the group has a slot for somebody yet to be named
    assert minutes.split() == ["canary", "group", "0", "0", "3", "0"]
    assert left_out == "  - ties.csv, row 3: the forum has no dedicated-canary-group among its sessions,"


def test_the_report_tells_a_cost_and_not_whose_it_is(reticent: Path, agenda: Path) -> None:
    text = report(read_forum(reticent), load_agenda(agenda, read_forum(reticent)))
    assert secrets_in(text) == []
    assert "### groups-first: 180 points\n\n- Not told, since details are withheld." in text


def test_an_organiser_reads_hours_and_groups_when_verifying(reticent: Path, agenda: Path) -> None:
    code, out, _ = run("verify", str(reticent), str(agenda))
    said = " ".join(out.split())
    assert code == 0
    assert "Person brandt is needed in Round table 2: Skills and is there only Tuesday 5 May, 11:05 to 12:58" in said
    assert "Person okafor (for Canary caucus) speaks for a group, but 6 national statements come before." in said


def test_an_agenda_without_the_list_that_is_impossible_tells_neither(reticent: Path, tmp_path: Path) -> None:
    folder = tmp_path / "forum"
    shutil.copytree(reticent, folder)
    add(folder / "sessions.csv", {"id": "rt-1", "floor_minutes": "1"})
    add(folder / "requests.csv", {"id": "q-more", "session": "rt-1", "participant": "diaspora", "person": "okafor"})
    partial = solved(folder, expected=3)
    assert secrets_in(partial.read_text(encoding="utf-8")) == []
    assert sentences_of(partial)["every-speaker-once"] == [
        "Round table 1: Vulnerabilities: there is no speakers list for 2 granted requests."
    ]


def test_an_agenda_edited_against_the_hours_does_not_tell_them(reticent: Path, agenda: Path, tmp_path: Path) -> None:
    workbook, edited, into = tmp_path / "edited.xlsx", tmp_path / "edited.json", tmp_path / "forum"
    assert run("export", str(reticent), str(agenda), "--format", "workbook", "-o", str(workbook))[0] == 0
    book = load_workbook(workbook)
    lists = book["Speakers lists"]
    place = next(cell.column for cell in lists[1] if cell.value == "Place")
    for row in range(2, lists.max_row + 1):
        lists.cell(row, place).value = 100 - row
    book.save(workbook)
    shutil.copytree(reticent, into)
    code, said, err = run("import", str(workbook), "--into", str(into), "--yes", "-o", str(edited))
    assert (code, secrets_in(said + err), secrets_in(edited.read_text(encoding="utf-8"))) == (0, [], [])
    late = ("Germany", "Person santos", "Stakeholder (details withheld)", "Person kamau (for African Group)")
    assert sorted(sentences_of(edited)["within-availability"]) == sorted(
        f"General debate: Out of time: {who} can speak only within the stated hours." for who in late
    )
    verified = " ".join(run("verify", str(into), str(edited))[1].split())
    assert "Person okafor (for Canary caucus) can speak only from Tuesday 5 May, 11:05 until" in verified
