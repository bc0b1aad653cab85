"""Rows of tables: columns, blank cells, texts in several languages, and what the values object to."""

from pathlib import Path

import pytest

from scheduler.formats.columns import settings_table, tables
from scheduler.formats.folder import write_forum
from scheduler.formats.reading import read_forum
from tests.scheduler.builders import text
from tests.scheduler.formats.folders import a_plain_forum, told


def test_every_column_and_setting_says_what_it_means() -> None:
    every = [settings_table(), *tables().values()]
    assert [f"{t.name}.{c.name}" for t in every for c in t.columns if not c.description] == []


def test_every_tuple_of_values_in_a_forum_is_a_table() -> None:
    known = tables()
    assert (len(known), "kinds" in known, "interpretation" in known, "days" in known) == (43, True, False, False)
    assert [name for name, table in known.items() if table.required] == ["kinds", "periods", "rooms", "sessions"]


def test_a_text_has_a_column_for_each_language(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text("id,name,name.fr,seats\nr1,Hall,Salle,9\nr2,,Salon,9\n")
    assert [room.name for room in read_forum(tmp_path).rooms] == [
        text("Hall", fr="Salle"),
        type(text(""))({"fr": "Salon"}),
    ]


def test_a_blank_cell_is_the_default(tmp_path: Path) -> None:
    write_forum(a_plain_forum(), tmp_path)
    (tmp_path / "rooms.csv").write_text("id,name,seats,booths,zone,equipment\nr1,Hall,9,,,\nr2,Hall,9,2,east,a; b;\n")
    rooms = [(room.booths, room.zone, room.equipment) for room in read_forum(tmp_path).rooms]
    assert rooms == [(0, "main", ()), (2, "east", ("a", "b"))]


@pytest.mark.parametrize(
    ("tables", "messages"),
    [
        (
            {"rooms": "id,naem,seats\nr1,Hall,9\nr2,Hall,9\n"},
            [
                "rooms.csv, row 1, column name: The column is missing. Did you mean naem?",
            ],
        ),
        (
            {"rooms": "id,name,name.en,seats\nr1,Hall,Hall,9\n"},
            ["rooms.csv, row 2, column name.en: The text in 'en' is given twice. name is that language already."],
        ),
        (
            {"rooms": "id,name,name.de,seats\nr1,Hall,Halle,9\n"},
            [
                "rooms.csv, row 1, column name.de: 'de' is not among the forum's languages. "
                "Write one of en, fr. Or add it to languages in forum.yaml."
            ],
        ),
        (
            {"rooms": "id,name,seats,booths\n,,-1,many\n"},
            [
                "rooms.csv, row 2, column booths: 'many' is not a whole number. Write digits only, as 30.",
                "rooms.csv, row 2, column id: It is blank. Write it: short name that never changes.",
                "rooms.csv, row 2, column name: It is blank. Write it: name shown to people.",
                "rooms.csv, row 2, column seats: -1 is below the least allowed. Write 0 or more.",
            ],
        ),
        (
            {"rooms": "id,name,seats\nroom one,Hall,9\n"},
            [
                "rooms.csv, row 2, column id: 'room one' is not written as it must be. "
                "Write up to 80 letters, digits, dots, hyphens or underscores, no spaces."
            ],
        ),
        (
            {"kinds": "id,label,standing\nround-table,Round table,offical\nother,Other,side\n"},
            [
                "kinds.csv, row 2, column standing: 'offical' is not one of the words for this column. "
                "Did you mean official? The words are alone, official, side, free."
            ],
        ),
        (
            {"rooms": 'id,name,seats,equipment\nr1,Hall,9,"webcast, podium"\n'},
            [
                "rooms.csv, row 2, column equipment: 'webcast, podium' is not written as it must be. "
                "Separate several entries by semicolons: webcast; podium."
            ],
        ),
        (
            {"periods": 'id,date,start,end,kinds\nam,2026-05-05,10:00,13:00,"round-table, Other"\n'},
            [
                "periods.csv, row 2, column kinds: kinds.csv has no 'round-table, Other'. "
                "Separate several entries by semicolons: round-table; Other."
            ],
        ),
        (
            {"rooms": "id,name,seats\n"},
            [
                "rooms.csv: The table has no rows. "
                "Write at least one row; a place with seats, equipment, interpretation booths and hours."
            ],
        ),
        (
            {"people": "id,name,affiliations,timezone\nana,Ana,mexico,Asia/Manilla\n"},
            ["people.csv, row 2, column timezone: No time zone is called 'Asia/Manilla'. Did you mean Asia/Manila?"],
        ),
    ],
)
def test_a_row_that_cannot_be_read_says_what_to_write(
    tmp_path: Path, tables: dict[str, str], messages: list[str]
) -> None:
    assert told(tmp_path, tables) == messages
