"""Roles and requests are held and made by somebody who may."""

from pathlib import Path

import pytest

from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from tests.scheduler.formats.folders import a_plain_forum, told, warned

REQUESTS = "id,session,participant,person,requested_at,place"


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"roles": "session,role,person,participant\ns1,chair,,\n"},
            [
                "roles.csv, row 2, column person: Nobody holds this role. "
                "Write the person, or the participant that will name one."
            ],
        ),
        (
            {"roles": "session,role,person,participant\ns1,chair,ana,caritas\n"},
            [
                "roles.csv, row 2, column participant: ana does not belong to caritas. "
                "Write one of the person's affiliations (mexico), or add caritas to them in people.csv."
            ],
        ),
        (
            {"requests": f"{REQUESTS}\nq1,s1,caritas,ana,,\n"},
            [
                "requests.csv, row 2, column participant: ana does not belong to caritas. "
                "Write one of the person's affiliations (mexico), or add caritas to them in people.csv."
            ],
        ),
        (
            {"sessions": "id,kind,title,sittings\ns1,round-table,A,60\n", "requests": f"{REQUESTS}\nq1,s1,mexico,,,\n"},
            [
                "requests.csv, row 2, column session: s1 reserves no minutes for the floor. "
                "Write another session, or give this one floor_minutes in sessions.csv."
            ],
        ),
        (
            {"classes": "id,label,speaks_in\nstate,S,\nngo,N,other\n"}
            | {"requests": f"{REQUESTS}\nq1,s1,mexico,,,\nq2,s1,caritas,,,\n"},
            [
                "requests.csv, row 3, column session: A participant of the class ngo does not speak in sessions of the "
                "kind round-table. Write a session of the kinds other, or add the kind to its class."
            ],
        ),
        (
            {"requests": f"{REQUESTS}\nq1,s1,mexico,,,0\nq2,s1,caritas,,,4\nq3,s1,caritas,,,3\nq4,s2,caritas,,,1\n"},
            [
                "requests.csv, row 2, column place: The list of s1 has no place 0. "
                "Write 1 (opens it) to 3, or -1 (closes it) to -3.",
                "requests.csv, row 3, column place: The list of s1 has no place 4. "
                "Write 1 (opens it) to 3, or -1 (closes it) to -3.",
            ],
        ),
        (
            {"requests": f"{REQUESTS}\nq1,s1,mexico,,,2\nq2,s1,caritas,,,-1\n"},
            [
                "requests.csv, row 3, column place: The request on row 2 has this place already. "
                "Write another place, or leave one of them blank."
            ],
        ),
        (
            {"requests": f"{REQUESTS}\nq1,s1,mexico,,2026-02-03 10:15+01:00,\n"},
            [
                "requests.csv, row 2, column requested_at: '10:15+01:00' is not a time of day. "
                "Write hours:minutes, as 09:30."
            ],
        ),
    ],
)
def test_who_may_not_do_what_is_written_is_told(tmp_path: Path, tables: dict[str, str], messages: list[str]) -> None:
    assert told(tmp_path, tables) == messages


def test_a_second_chair_of_one_session_is_remarked_upon(tmp_path: Path) -> None:
    tables = {"roles": "session,role,person,participant\ns1,chair,ana,\ns1,chair,,caritas\ns2,chair,ana,\n"}
    assert warned(tmp_path, tables) == [
        "roles.csv, row 3, column role: s1 has a chair already, on row 2. Write co-chair if both chair it."
    ]


def test_several_affiliations_are_normal_and_the_request_names_the_capacity(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "people.csv").write_text("id,name,affiliations\nana,Ana,mexico; caritas\n")
    (tmp_path / "requests.csv").write_text(f"{REQUESTS}\nq1,s1,mexico,ana,,1\nq2,s2,caritas,ana,,-1\n")
    assert [request.participant for request in read_forum(tmp_path).requests] == ["mexico", "caritas"]


def test_who_is_never_there_is_a_fault_only_where_the_rule_blocks(tmp_path: Path) -> None:
    people = "id,name,affiliations,available\nana,Ana,mexico,2026-05-05 07:00-07:30\n"
    tables = {"people": people, "roles": "session,role,person\ns1,chair,ana\n"}
    faults = told(tmp_path, tables)
    assert [fault.partition(". ")[0] for fault in faults] == [
        "roles.csv, row 2, column person: ana is never there for the 60 minutes of s1"
    ]
    (tmp_path / "rules.csv").write_text("rule,level\nperson-available,warn\n", encoding="utf-8")
    assert read_forum(tmp_path).people[0].id == "ana"
