"""Delegations are of one country each, and names that countries share are not read without a word."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import warned

HEAD = "id,name,class\nmexico,Mexico,state\n"
CONGOS = "cog,Congo,state\ncod,Democratic Republic of the Congo,state\n"


@pytest.mark.parametrize(
    ("participants", "capacity", "warnings"),
    [
        (
            CONGOS,
            "Congo",
            ["'Congo' is taken for Congo, but Democratic Republic of the Congo takes part too. Write COG or COD."],
        ),
        (CONGOS, "cog", []),
        (CONGOS, "Congo-Brazzaville", []),
        (CONGOS, "DRC", []),
        (CONGOS.splitlines()[0] + "\n", "Congo", []),
        ("gin,Guinea,state\ngnb,Guinea-Bissau,state\n", "Guinea", []),
    ],
)
def test_a_bare_name_is_remarked_upon_where_both_take_part(
    tmp_path: Path, participants: str, capacity: str, warnings: list[str]
) -> None:
    tables = {"participants": HEAD + participants, "requests": f"id,session,participant\nq1,s1,{capacity}\n"}
    place = "requests.csv, row 2, column participant: "
    assert warned(tmp_path, tables) == [place + warning for warning in warnings]


@pytest.mark.parametrize(
    ("participant", "warning"),
    [
        (
            "zwe,Zimbawe,state",
            "name: No country known here is called 'Zimbawe'. Did you mean Zimbabwe? If not, leave it as it is.",
        ),
        ("aus,Austria,state", "id: aus is the code of Australia, but this is Austria. Write aut, or correct the name."),
        (
            "mx2,México,state",
            "name: Mexico has a delegation already: mexico on row 2. "
            "Keep one of the two, or leave both if there are two.",
        ),
        (
            "ken,Kenya,ngo",
            "class: It has the name of a country, but participants of the class ngo are no delegations. "
            "Write the class of the forum's States or observers.",
        ),
        ("ken,Kenya Red Cross,ngo", ""),
        ("eu,European Union,state", ""),
        ("au,African Union,state", ""),
    ],
)
def test_a_delegation_that_contradicts_itself_is_remarked_upon(tmp_path: Path, participant: str, warning: str) -> None:
    place = "participants.csv, row 3, column "
    tables = {"participants": f"{HEAD}{participant}\n"}
    assert warned(tmp_path, tables) == ([place + warning] if warning else [])
