"""What a command writes for others holds no name that is not public, and prints a stranger's text as it is."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from scheduler.samples import sample_path
from tests.scheduler.test_cli import run

Row = dict[str, str]
CANARY = "canary"
MARKUP = "[red]Skills[/red] [link=https://example.org]for[/link] all [/]"


def change(table: Path, edit: Callable[[Row], Row]) -> None:
    """Rewrite every row of a table."""
    with table.open(encoding="utf-8", newline="") as opened:
        rows = [edit(row) for row in csv.DictReader(opened)]
    with table.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)


def hidden(row: Row) -> Row:
    """Give a person's row a marker in its name, function and id."""
    public = {"ruiz": "withheld", "lind": "withheld"}.get(row["id"], "organisation")
    return row | {
        "id": f"canary-{row['id']}",
        "name": f"Canary {row['id']}",
        "function": "Canary",
        "publication": public,
    }


def marked(row: Row) -> Row:
    """Point a row at the person's new id."""
    return row | {"person": f"canary-{row['person']}" if row["person"] else ""}


def spoken(row: Row) -> Row:
    """Point a request at the speaker's new id; who is never there does not speak."""
    return marked(row | {"person": ""} if row["person"] == "kamau" else row)


@pytest.fixture(scope="module")
def secretive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tiny forum whose people are not named, with much that costs points or stands in the way of better."""
    folder = tmp_path_factory.mktemp("secretive") / "forum"
    shutil.copytree(sample_path("tiny"), folder)
    change(folder / "people.csv", hidden)
    change(folder / "roles.csv", marked)
    change(folder / "constituencies.csv", lambda row: row | {"focal_point": ""})
    late = {"q7": "-1", "q8": "-2"}
    change(folder / "requests.csv", lambda row: spoken(row) | {"place": late.get(row["id"], "")})
    sessions = folder / "sessions.csv"
    change(sessions, lambda row: row | {"title": MARKUP if row["id"] == "rt-2" else row["title"]})
    levels = "rule,level\nperson-available,warn\n"
    never = {"canary-ruiz": "2026-05-05 07:07-07:08", "canary-kamau": "2026-05-05 07:07-07:08"}
    (folder / "rules.csv").write_text(levels, encoding="utf-8")
    change(folder / "people.csv", lambda row: row | {"available": never.get(row["id"], "")})
    return folder


@pytest.fixture(scope="module")
def agenda(secretive: Path) -> Path:
    path = secretive.parent / "agenda.json"
    code, out, _ = run("solve", str(secretive), "-o", str(path))
    assert (code, out) == (0, "")
    return path


def test_an_agenda_file_names_nobody_who_is_not_public(agenda: Path) -> None:
    text = agenda.read_text(encoding="utf-8")
    assert [line for line in text.splitlines() if CANARY in line.casefold()] == []
    costly = [rule["rule"] for rule in json.loads(text)["rules"] if rule["sentences"]]
    assert "person-available" in costly
    assert "Somebody (details withheld) is needed in" in text
    assert "Somebody from Kenya is needed in" in text


COMPARED = ["compare", "FORUM", "--model", "imrf-adopted", "--model", "imrf-proposed", "--agenda", "AGENDA"]
COMMANDS_FOR_OTHERS = [
    ["solve", "FORUM"],
    ["solve", "FORUM", "--json"],
    ["speakers", "FORUM", "AGENDA"],
    ["speakers", "FORUM", "AGENDA", "--json"],
    ["speakers", "FORUM", "AGENDA", "debate", "--compare", "lot", "first-timers"],
    ["speakers", "FORUM", "AGENDA", "debate", "--compare", "lot", "first-timers", "--json"],
    ["participation", "FORUM", "AGENDA"],
    *(["participation", "FORUM", "AGENDA", form] for form in ("--json", "--csv", "--html")),
    ["participation", "FORUM", "AGENDA", "AGENDA"],
    ["requests", "FORUM", "--public"],
    ["requests", "FORUM", "--public", "--json"],
    [*COMPARED, "--model", "upr-adoption", "--as-it-is"],
    [*COMPARED, "--json"],
    ["reviews", "FORUM"],
    ["reviews", "FORUM", "--json"],
    ["method", "FORUM"],
    ["method", "FORUM", "--json"],
    ["diff", "FORUM", "AGENDA", "OTHER"],
    ["diff", "FORUM", "AGENDA", "OTHER", "--json"],
    *(["export", "FORUM", "AGENDA", "--format", name] for name in ("ics", "csv", "json")),
    ["export", "FORUM", "AGENDA", "--format", "csv", "--lists"],
]


def told_to_others(command: list[str], forum: Path, agenda: Path) -> str:
    """Run a command over a forum, its agenda and another one with less in it, and return all that it says."""
    data = json.loads(agenda.read_text(encoding="utf-8"))
    data["lists"][0]["interventions"].pop(1)
    data["placements"].pop()
    other = agenda.with_name("other.json")
    other.write_text(json.dumps(data), encoding="utf-8")
    paths = {"FORUM": str(forum), "AGENDA": str(agenda), "OTHER": str(other)}
    code, out, err = run(*(paths.get(word, word) for word in command))
    assert (code, bool(out)) == (0, True)
    return out + err


@pytest.mark.parametrize("command", COMMANDS_FOR_OTHERS, ids=" ".join)
def test_no_command_prints_a_name_that_is_not_public(command: list[str], secretive: Path, agenda: Path) -> None:
    printed = told_to_others(command, secretive, agenda).replace("\r\n ", "").casefold().splitlines()
    assert [line for line in printed if CANARY in line] == []


def test_an_organiser_reads_full_names_when_verifying(secretive: Path, agenda: Path) -> None:
    code, out, _ = run("verify", str(secretive), str(agenda))
    assert (code, "Canary kamau is needed in" in out) == (0, True)


@pytest.mark.parametrize("command", ["verify", "explain", "check", "import"])
def test_the_help_says_where_people_are_named_in_full(command: str) -> None:
    assert "named in full" in " ".join(run(command, "--help")[1].split())


@pytest.mark.parametrize(
    "command", [["solve", "FORUM"], ["export", "FORUM", "AGENDA", "--format", "csv"]], ids=" ".join
)
def test_a_title_with_markup_is_printed_as_it_is(command: list[str], secretive: Path, agenda: Path) -> None:
    paths = {"FORUM": str(secretive), "AGENDA": str(agenda)}
    assert MARKUP in run(*(paths.get(word, word) for word in command))[1]


def test_an_edited_agenda_that_breaks_rules_names_nobody(secretive: Path, agenda: Path, tmp_path: Path) -> None:
    workbook, edited = tmp_path / "edited.xlsx", tmp_path / "edited.json"
    assert run("export", str(secretive), str(agenda), "--format", "workbook", "-o", str(workbook))[0] == 0
    book = load_workbook(workbook)
    lists, placements = book["Speakers lists"], book["Placements"]
    place = next(cell.column for cell in lists[1] if cell.value == "Place")
    for row in range(2, lists.max_row + 1):
        lists.cell(row, place).value = 100 - row
    room = next(cell.column for cell in placements[1] if cell.value == "Room")
    for row in range(2, placements.max_row + 1):
        placements.cell(row, room).value = "room-2"
    book.save(workbook)
    into = tmp_path / "forum"
    shutil.copytree(secretive, into)
    code, said, _ = run("import", str(workbook), "--into", str(into), "--yes", "-o", str(edited))
    assert (code, CANARY in said.casefold()) == (0, False)
    rules = {rule["rule"]: rule["amount"] for rule in json.loads(edited.read_text(encoding="utf-8"))["rules"]}
    assert rules["protocol-order"] > 0
    assert rules["room-equipment"] > 0
    assert CANARY not in edited.read_text(encoding="utf-8").casefold()
    code, said, _ = run("verify", str(into), str(edited))
    assert (code, CANARY in said.casefold()) == (1, True)
