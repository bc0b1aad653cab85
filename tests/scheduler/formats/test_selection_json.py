"""A selection is written and read back, and every fault of an edited file is named with its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scheduler.domain.forum import Forum
from scheduler.errors import ForumFaults
from scheduler.formats.selection_json import read_selection, selection_path, selection_text, write_selection
from tests.scheduler.asking import a_balance, a_share, an_asking_forum, asks, selected


def the_forum() -> Forum:
    return an_asking_forum(
        *(asks(f"q{n}", f"youth{n}") for n in range(1, 4)),
        shares=(a_share(places=1),),
        balances=(a_balance("africa", "region", "un.african", least_percent=50),),
    )


def faults_of(tmp_path: Path, change: dict[str, Any]) -> list[tuple[str | None, str]]:
    """Return the faults of a file in which some values are others."""
    forum = the_forum()
    data = json.loads(selection_text(selected(forum)))
    for path, value in change.items():
        *steps, last = path.split(".")
        place = data
        for step in steps:
            place = place[int(step)] if step.isdigit() else place[step]
        place[last] = value
    file = tmp_path / "selection.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    with pytest.raises(ForumFaults) as raised:
        read_selection(file, forum)
    return [(fault.column, fault.problem) for fault in raised.value.faults]


def test_a_selection_comes_back_as_it_was_written(tmp_path: Path) -> None:
    found = selected(the_forum())
    write_selection(found, tmp_path / "selection.json")
    assert read_selection(tmp_path / "selection.json", the_forum()) == found
    assert (tmp_path / "selection.json").read_text(encoding="utf-8") == selection_text(found)


def test_a_selection_is_kept_in_the_folder_of_its_forum_or_beside_its_workbook(tmp_path: Path) -> None:
    workbook = tmp_path / "autumn.xlsx"
    workbook.touch()
    assert selection_path(tmp_path) == tmp_path / "selection.json"
    assert selection_path(workbook) == tmp_path / "autumn.selection.json"


def test_every_name_that_the_forum_does_not_have_is_a_fault(tmp_path: Path) -> None:
    change = {
        "decisions.0.request": "q9",
        "decisions.1.session": "s9",
        "decisions.2.session": "s2",
        "quotas.0.constituency": "yout",
        "balances.0.balance": "asia",
    }
    assert faults_of(tmp_path, change) == [
        ("decisions[0].request", "The forum has no request 'q9'."),
        ("decisions[1].session", "The forum has no session 's9'."),
        ("decisions[2].session", "Request q3 has not chosen session s2."),
        ("quotas[0].constituency", "The forum has no constituency 'yout'."),
        ("balances[0].balance", "The forum has no balance 'asia'."),
    ]


def test_a_request_that_is_decided_twice_is_a_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, {"decisions.1.request": "q1"}) == [
        ("decisions[1]", "This request is decided a second time.")
    ]


def test_the_selection_of_another_forum_is_one_fault(tmp_path: Path) -> None:
    assert faults_of(tmp_path, {"forum": "forum-0002", "decisions.0.request": "q9"}) == [
        ("forum", "This selection belongs to another forum, forum-0002.")
    ]


def test_an_unknown_state_is_a_fault_at_its_place(tmp_path: Path) -> None:
    assert [place for place, _ in faults_of(tmp_path, {"decisions.0.state": "maybe"})] == ["decisions[0].state"]


def test_what_is_no_json_says_how_to_make_it_anew(tmp_path: Path) -> None:
    file = tmp_path / "selection.json"
    file.write_text('{"forum": NaN}', encoding="utf-8")
    with pytest.raises(ForumFaults, match="Write the selection anew with forum select"):
        read_selection(file, the_forum())
