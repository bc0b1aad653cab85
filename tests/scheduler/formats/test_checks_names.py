"""Names are given once, and those that are used are given."""

import csv
from pathlib import Path

import pytest

from scheduler.formats.folder import write_forum
from scheduler.formats.reading import forum_of
from scheduler.formats.reference_columns import REFERENCES
from scheduler.services.rulebook import known_rules
from tests.scheduler.formats.folders import a_plain_forum, faults_in, source_of_examples, told


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"rooms": "id,name,seats\nr1,A,9\nr1,B,9\nR1,C,9\n"},
            [
                "rooms.csv, row 3, column id: 'r1' is there already, on row 2. "
                "Write another name, or remove one of the two rows.",
                "rooms.csv, row 4, column id: 'R1' is there already, on row 2 (it differs from 'r1' only in capital "
                "letters). Write another name, or remove one of the two rows.",
            ],
        ),
        (
            {"objectives": "number,title\n7,A\n7,B\n"},
            [
                "objectives.csv, row 3, column number: '7' is there already, on row 2. "
                "Write another name, or remove one of the two rows."
            ],
        ),
        (
            {"roles": "session,role,person\ns1,chair,ana\ns1,chair,ana\n"},
            [
                "roles.csv, row 3: 's1 chair ana' is there already, on row 2. "
                "Write another name, or remove one of the two rows."
            ],
        ),
        (
            {"pins": "session,room\ns1,r1\ns1,r1\n"},
            ["pins.csv, row 3: 's1 1' is there already, on row 2. Write another name, or remove one of the two rows."],
        ),
        (
            {"walks": "first,second,minutes\nmain,mian,3\n"},
            ["walks.csv, row 2, column second: No room is in a zone 'mian'. Did you mean main?"],
        ),
        (
            {"walks": "first,second,minutes\nmain,main,3\n"},
            [
                "walks.csv, row 2, column second: The walk is from a zone to itself. "
                "Name two zones; within one nobody walks far."
            ],
        ),
        (
            {"themes": "id,title,objectives\nt1,Theme,7; 18\n", "objectives": "number,title\n7,Vulnerabilities\n"},
            ["themes.csv, row 2, column objectives: objectives.csv has no '18'. Write one of 7."],
        ),
        (
            {"roles": "session,role,person\ns3,chair,ana\n", "ties": "first,link,second\ns1,before,gone\n"},
            [
                "roles.csv, row 2, column session: sessions.csv has no 's3'. Write one of s1, s2. "
                "Or remove this row if that session was taken out.",
                "ties.csv, row 2, column second: sessions.csv has no 'gone'. Write one of s1, s2. "
                "Or remove this row if that session was taken out.",
            ],
        ),
        (
            {"constituencies": "id,label,focal_point\nngos,NGOs,anna\n"},
            ["constituencies.csv, row 2, column focal_point: people.csv has no 'anna'. Did you mean ana?"],
        ),
        (
            {"sessions": "id,kind,title,sittings,audiences\ns1,round-table,A,60,stat; x\ns2,other,B,60,ngo\n"},
            [
                "sessions.csv, row 2, column audiences: constituencies.csv or classes.csv has no 'stat'. "
                "Did you mean state?",
                "sessions.csv, row 2, column audiences: constituencies.csv or classes.csv has no 'x'. "
                "Write one of ngo, state.",
            ],
        ),
        (
            {"rules": "rule,level\nroom-free,warn\nroom-fre,warn\nwalks,\n"},
            [
                "rules.csv, row 3, column rule: There is no rule 'room-fre'. Did you mean room-free?",
                "rules.csv, row 4, column level: The row sets nothing. "
                "Write block, warn or ignore as level, or a weight.",
            ],
        ),
    ],
)
def test_names_that_clash_or_lead_nowhere(tmp_path: Path, tables: dict[str, str], messages: list[str]) -> None:
    assert told(tmp_path, tables, rules=("room-free", "walks")) == messages


@pytest.mark.parametrize(("name", "column"), [(name, column) for name, column, _ in REFERENCES])
def test_each_reference_to_nothing_is_one_fault(tmp_path: Path, name: str, column: str) -> None:
    write_forum(forum_of(source_of_examples()), tmp_path)
    file = tmp_path / f"{name}.csv"
    with file.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    rows[0][column] = "999" if column == "objectives" else "nobody"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    unknown = [line for line in faults_in(tmp_path) if f" has no '{rows[0][column]}'" in line]
    assert [line.partition(": ")[0] for line in unknown] == [f"{name}.csv, row 2, column {column}"]


def test_a_name_that_a_faulty_row_gives_is_no_second_fault(tmp_path: Path) -> None:
    assert told(tmp_path, {"participants": "id,name,class\nmexico,,state\ncaritas,Caritas,ngo\n"}) == [
        "participants.csv, row 2, column name: It is blank. Write it: name shown to people."
    ]


def test_names_in_a_table_that_cannot_be_read_are_no_second_fault(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    assert told(tmp_path, {"participants": 'id,name,class\nmexico,"M"x,state\n'}) == [
        "participants.csv, row 2: It is not CSV: ',' expected after '\"'. "
        "Check the quotation marks: a cell that holds one is quoted, and the mark is doubled."
    ]


def test_a_rule_of_the_selection_holds_or_counts_or_is_ignored(tmp_path: Path) -> None:
    rows = ["quota-holds,warn,", "lot-decides,block,", "marks-decide,ignore,strong", "class-time-holds,ignore,"]
    table = "\n".join(["rule,level,weight", *rows, "room-free,warn,strong"])
    assert told(tmp_path, {"rules": table}, rules=known_rules()) == [
        "rules.csv, row 2, column level: 'quota-holds' cannot be set to warn. Write block or ignore.",
        "rules.csv, row 3, column level: 'lot-decides' cannot be set to block. Write warn or ignore.",
        "rules.csv, row 4, column weight: 'marks-decide' has no weight; rules of the selection hold, or count in their "
        "order. Leave it blank and write warn or ignore as level.",
    ]
