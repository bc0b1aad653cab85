"""forum participation writes the report in four forms, uses the selection and the log, and warns."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scheduler.samples import sample_path
from tests.scheduler.publish.pages import read_page, tables_of
from tests.scheduler.test_cli import run


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample tiny, in which an earlier edition gave stakeholders half of the floor."""
    copied = tmp_path_factory.mktemp("reported") / "forum"
    shutil.copytree(sample_path("tiny"), copied)
    baselines = "edition,class,percent,source\nForum 2022,stakeholder,50,Report of 2022\n"
    (copied / "baselines.csv").write_text(baselines, encoding="utf-8")
    return copied


@pytest.fixture(scope="module")
def agenda(folder: Path) -> Path:
    written = folder.parent / "agenda.json"
    assert run("solve", str(folder), "-o", str(written))[0] == 0
    return written


def reported(folder: Path, agenda: Path, *more: str) -> tuple[int, str, str]:
    """Run the command."""
    return run("participation", str(folder), str(agenda), *more)


def test_the_four_forms_have_the_same_numbers(folder: Path, agenda: Path) -> None:
    data = json.loads(reported(folder, agenda, "--json")[1])
    requested = data["requests"]["total"]["requested"]
    page = tables_of(read_page(reported(folder, agenda, "--html")[1]))
    assert page["Requests by body"][1][1] == str(requested)
    assert f"requests for floor by body,,all,All,{requested}," in reported(folder, agenda, "--csv")[1]
    lines = [line.split() for line in reported(folder, agenda)[1].splitlines()]
    assert ["All", str(requested), str(requested), "0"] in lines


def test_a_share_that_falls_is_warned_of_without_an_error(folder: Path, agenda: Path) -> None:
    code, out, _ = reported(folder, agenda)
    assert (code, "WARNING  Forum 2022, Stakeholder: share of the floor falls from 50%" in out) == (0, True)
    code, out, err = reported(folder, agenda, "--json")
    assert (code, err.startswith("Warning: Forum 2022, Stakeholder: share of the floor falls from 50%")) == (0, True)
    assert json.loads(out)["editions"][0]["falls_in"] == ["percent"]


@pytest.mark.parametrize(("form", "name"), [("--html", "html"), ("--csv", "csv"), ("--json", "json")])
def test_a_folder_gets_a_file_of_the_form(form: str, name: str, folder: Path, agenda: Path, tmp_path: Path) -> None:
    code, out, _ = reported(folder, agenda, form, "-o", f"{tmp_path}/new/")
    assert (code, out) == (0, "")
    assert [path.name for path in (tmp_path / "new").iterdir()] == [f"participation.{name}"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (["--csv", "--html"], "Choose one of --json, --csv and --html."),
        (
            ["AGENDA", "--with", "tiny", "AGENDA"],
            "Name a second agenda either after the first or with --with, not both.",
        ),
        (["AGENDA", "--html"], "--html shows one agenda; leave the second out, or use --json."),
        (["--language", "xx"], "The forum has no texts in 'xx'."),
    ],
)
def test_wrong_use_is_said(more: list[str], expected: str, folder: Path, agenda: Path) -> None:
    code, out, err = reported(folder, agenda, *(str(agenda) if word == "AGENDA" else word for word in more))
    assert (code, out, err[: len(expected)]) == (2, "", expected)


def test_a_second_agenda_of_the_forum_stands_beside_the_first(folder: Path, agenda: Path) -> None:
    assert reported(folder, agenda, str(agenda)) == reported(folder, agenda, "--with", str(folder), str(agenda))
    data = json.loads(reported(folder, agenda, str(agenda), "--json")[1])
    assert data["first"] == data["second"]


@pytest.mark.parametrize(
    ("happening", "told"),
    [
        ("spoken,chair,,", [8, 0, 0]),
        ("withdrawn,requester,,", [8, 1, 0]),
        ("declined,override,Officer,It came too late.", [None, 0, None]),
    ],
)
def test_the_log_decides_what_is_told(
    happening: str, told: list[int | None], folder: Path, agenda: Path, tmp_path: Path
) -> None:
    copied = tmp_path / "forum"
    shutil.copytree(folder, copied)
    entry = f"number,at,request,happening,basis,by,reason\n1,2026-05-05 10:00,q3,{happening}\n"
    (copied / "log.csv").write_text(entry, encoding="utf-8")
    emptied = json.loads(agenda.read_text(encoding="utf-8")) | {"lists": []}
    other = tmp_path / "agenda.json"
    other.write_text(json.dumps(emptied), encoding="utf-8")
    total = json.loads(reported(copied, other, "--json")[1])["requests"]["total"]
    assert [total[name] for name in ("requested", "withdrawn", "unplaced")] == told
    whole = json.loads(reported(copied, other, "--json", "--organiser")[1])
    assert (whole["for_organisers"], whole["requests"]["total"]["requested"]) == (True, 8)


WARNED = "FOR ORGANISERS ONLY, NOT TO BE PUBLISHED"


@pytest.mark.parametrize(("form", "name"), [((), "txt"), (("--csv",), "csv"), (("--html",), "html")])
def test_a_report_for_organisers_says_so_at_the_top_and_in_its_name(
    form: tuple[str, ...], name: str, folder: Path, agenda: Path, tmp_path: Path
) -> None:
    assert reported(folder, agenda, *form, "--organiser", "-o", f"{tmp_path}/new/")[0] == 0
    (written,) = (tmp_path / "new").iterdir()
    assert written.name == f"participation-organisers.{name}"
    text = written.read_text(encoding="utf-8")
    assert WARNED in (text.partition("<main")[2][:200] if name == "html" else "\n".join(text.splitlines()[:2]))
    assert WARNED not in reported(folder, agenda, *form)[1]
