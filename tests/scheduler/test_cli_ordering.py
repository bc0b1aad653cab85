"""forum speakers: a list that is exempt says so, and two policies are compared without changing the agenda."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from scheduler.domain.session import Policy
from scheduler.samples import sample_path
from tests.scheduler.test_cli import run
from tests.scheduler.test_cli_privacy import change


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A tiny forum whose debate goes by lot and intersperses nobody, and its agenda."""
    folder = tmp_path_factory.mktemp("adopted") / "forum"
    shutil.copytree(sample_path("tiny"), folder)
    plenary = {"mode": "none", "policy": "lot", "ranks": "no", "mandate": "A ruling of the chair"}
    change(folder / "kinds.csv", lambda row: row | (plenary if row["id"] == "plenary" else {}))
    agenda = folder.parent / "agenda.json"
    assert run("solve", str(folder), "-o", str(agenda))[0] == 0
    return folder, agenda


def test_a_list_by_lot_says_that_it_intersperses_nobody(adopted: tuple[Path, Path]) -> None:
    folder, agenda = map(str, adopted)
    code, out, _ = run("speakers", folder, agenda, "debate")
    sentence = (
        "Stakeholders are not interspersed here, but stand in one order with all others: mode none, ordered by class "
        "and the policy lot; A ruling of the chair."
    )
    assert (code, sentence in " ".join(out.split())) == (0, True)
    lists = json.loads(run("speakers", folder, agenda, "--json")[1])
    assert [one["not_interspersed"] for one in lists] == [sentence]


def test_two_policies_are_compared_and_the_agenda_stays(adopted: tuple[Path, Path]) -> None:
    folder, agenda = adopted
    before = agenda.read_bytes()
    code, out, err = run("speakers", str(folder), str(agenda), "debate", "--compare", "lot", "request-time")
    assert (code, err) == (0, "")
    assert "Furthest from even" in out
    assert agenda.read_bytes() == before
    asked = ["speakers", str(folder), str(agenda), "debate", "--compare", "lot", "request-time", "--json"]
    found = json.loads(run(*asked)[1])
    assert (found["first"]["policy"], found["second"]["policy"], found["mode"]) == ("lot", "request-time", "none")
    assert [turn["place"] for turn in found["second"]["speakers"]] == list(range(1, 9))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["debate", "--compare", "lot", "luck"], "No policy is called 'luck'. Write two of rank-and-time,"),
        (["--compare", "lot", "alternate"], "Name the session after the agenda; --compare shows the list of one."),
        (["opening", "--compare", "lot", "alternate"], "Session opening has no speakers to put in order;"),
    ],
)
def test_what_cannot_be_compared_is_wrong_use(adopted: tuple[Path, Path], words: list[str], said: str) -> None:
    code, out, err = run("speakers", *map(str, adopted), *words)
    assert (code, out) == (2, "")
    assert said in " ".join(err.split())


def test_the_help_names_every_policy() -> None:
    said = "".join(run("speakers", "--help")[1].split())
    assert [policy.value for policy in Policy if policy.value not in said] == []
