"""Templates, schemas and workbooks by the commands an organiser types."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from scheduler.formats.columns import GROUPS, tables, usual_tables
from scheduler.formats.reading import read_forum
from scheduler.formats.schema import schemas
from scheduler.samples import sample_path
from tests.scheduler.test_cli import run


def test_a_template_workbook_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "forum.xlsx"
    assert run("template", "--xlsx", str(path)) == (0, "", f"Written: {path}\nFill it, then: forum check {path}\n")
    before = path.read_bytes()
    code, out, err = run("template", "--xlsx", str(path))
    assert (code, out, path.read_bytes()) == (2, "", before)
    assert "is there already; name a new file." in err


def test_a_template_offers_the_rules_there_are(tmp_path: Path) -> None:
    run("template", "--xlsx", str(tmp_path / "forum.xlsx"))
    book = openpyxl.load_workbook(tmp_path / "forum.xlsx")
    offered = [cell.value for cell in book["Choices"]["B"] if cell.value]
    assert offered == [entry["name"] for entry in json.loads(run("rules", "--json")[1])]


def test_a_template_folder_is_written_once(tmp_path: Path) -> None:
    folder = tmp_path / "forum"
    code, out, err = run("template", "--yaml", str(folder))
    assert (code, out, err) == (0, "", f"Written: {folder}\nFill it, then: forum check {folder}\n")
    assert {path.name for path in folder.iterdir()} == {"forum.yaml", *(f"{name}.csv" for name in usual_tables())}
    every = [part for group in GROUPS for part in ("--with", group)]
    assert run("template", "--yaml", str(tmp_path / "every"), *every)[0] == 0
    assert {path.stem for path in (tmp_path / "every").iterdir()} == {"forum", *tables()}
    assert run("template", "--yaml", str(folder)) == (2, "", f"{folder} is not empty; name a new folder.\n")


@pytest.mark.parametrize("args", [[], ["--xlsx", "a.xlsx", "--yaml", "b"]])
def test_a_template_is_one_of_two(args: list[str]) -> None:
    assert run("template", *args) == (2, "", "Say either --xlsx FILE or --yaml FOLDER.\n")


def test_schemas_are_printed_as_one_document_or_written_as_files(tmp_path: Path) -> None:
    code, out, _ = run("schema")
    document = json.loads(out)
    assert (code, set(document)) == (0, set(schemas()))
    assert run("schema", "-o", str(tmp_path))[:2] == (0, "")
    written = {path.name.removesuffix(".schema.json"): json.loads(path.read_text()) for path in tmp_path.iterdir()}
    assert written == document


def test_a_forum_goes_out_as_a_workbook_that_checks_like_its_folder(tmp_path: Path) -> None:
    book = tmp_path / "tiny.xlsx"
    assert run("export", "tiny", "--format", "workbook", "-o", str(book)) == (0, "", f"Written: {book}\n")
    assert run("check", str(book)) == run("check", "tiny")
    assert read_forum(book) == read_forum(sample_path("tiny"))


def test_a_workbook_needs_a_place_and_the_others_an_agenda() -> None:
    assert run("export", "tiny", "--format", "workbook")[0] == 2
    code, out, err = run("export", "tiny", "--format", "ics")
    assert (code, out) == (2, "")
    assert err == "Name the agenda after the forum; only --format workbook does without one.\n"


def test_a_workbook_in_the_place_of_an_agenda_is_told_how_to_come_back(tmp_path: Path) -> None:
    book = tmp_path / "tiny.xlsx"
    run("export", "tiny", "--format", "workbook", "-o", str(book))
    code, out, err = run("verify", "tiny", str(book))
    told = "tiny.xlsx is a workbook. Bring its agenda back first: forum import tiny.xlsx --into FORUM -o agenda.json"
    assert (code, out, " ".join(err.split())) == (1, "", told)
