"""A name that is not to be published is warned of where everybody would read it."""

from pathlib import Path

import pytest

from tests.scheduler.formats.folders import warned

PEOPLE = "id,name,affiliations,publication\nana,Ana Ñúñez,{group},{level}\n"
SESSIONS = "id,kind,title,sittings,floor_minutes\ns1,round-table,{title},60,30\n"
WARNING = (
    "sessions.csv, row 2, column title: It names ana, whose name is not to be published. "
    "Everybody reads it; write it without the name."
)


@pytest.mark.parametrize(
    ("group", "level", "title", "said"),
    [
        ("caritas", "withheld", "A talk by ANA ÑÚÑEZ", [WARNING]),
        ("caritas", "organisation", "A talk by Ana Ñúñez", [WARNING]),
        ("caritas", "", "A talk by Ana Ñúñez", [WARNING]),
        ("mexico; caritas", "", "A talk by Ana Ñúñez", [WARNING]),
        ("caritas", "named", "A talk by Ana Ñúñez", []),
        ("mexico", "", "A talk by Ana Ñúñez", []),
        ("caritas", "withheld", "A talk by Ana", []),
    ],
)
def test_a_title_with_a_name_is_warned_of(tmp_path: Path, group: str, level: str, title: str, said: list[str]) -> None:
    tables = {"people": PEOPLE.format(group=group, level=level), "sessions": SESSIONS.format(title=title)}
    assert [line for line in warned(tmp_path, tables) if "names ana" in line] == said


def test_an_id_of_a_request_with_a_name_is_warned_of(tmp_path: Path) -> None:
    tables = {
        "people": PEOPLE.format(group="caritas", level="withheld"),
        "sessions": SESSIONS.format(title="Talk"),
        "requests": "id,session,participant\nnunez-1,s1,caritas\nr2,s1,mexico\n",
    }
    tables["people"] = tables["people"].replace("Ñúñez", "Nunez")
    assert [line for line in warned(tmp_path, tables) if "names ana" in line] == [
        "requests.csv, row 2, column id: It names ana, whose name is not to be published. "
        "Agendas show ids of requests; write a number, as r0017."
    ]
