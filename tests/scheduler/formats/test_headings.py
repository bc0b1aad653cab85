"""Headings in any order, case and common wording mean one column or none."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest

from scheduler.formats.columns import tables
from scheduler.formats.headings import (
    column_letter,
    heading_named,
    label,
    plain,
    settings_of_grid,
    sheet_label,
    table_called,
    table_named,
    table_of,
)
from scheduler.formats.limits import STANDARD
from scheduler.formats.raw import SETTINGS, RawRow
from scheduler.formats.synonyms import COLUMN_SYNONYMS, TABLE_SYNONYMS

NAMES = (SETTINGS, *tables())


def rows_of(table: str, *rows: list[str]) -> tuple[list[RawRow], list[str]]:
    """Return the rows that a sheet with these cells holds, and what is said of its form."""
    found, faults = table_of(sheet_label(table), tables()[table], enumerate(rows, 1), STANDARD)
    return list(found.rows), [str(fault) for fault in faults]


@pytest.mark.parametrize("name", NAMES)
def test_no_word_means_two_columns_of_a_table(name: str) -> None:
    meant = defaultdict(set)
    for column in table_called(name).columns:
        for words in (column.name, label(name, column.name), *COLUMN_SYNONYMS.get((name, column.name), ())):
            meant[plain(words)].add(column.name)
    own = set(meant)
    for column in table_called(name).columns:
        for words in COLUMN_SYNONYMS.get(("", column.name), ()):
            if plain(words) not in own:
                meant[plain(words)].add(column.name)
    assert {words: columns for words, columns in meant.items() if len(columns) > 1} == {}


def test_no_word_means_two_tables() -> None:
    meant = defaultdict(set)
    for name in NAMES:
        for words in (name, sheet_label(name), *TABLE_SYNONYMS.get(name, ())):
            meant[plain(words)].add(name)
    assert {words: names for words, names in meant.items() if len(names) > 1} == {}


@pytest.mark.parametrize("name", NAMES)
def test_every_label_reads_back_as_its_column(name: str) -> None:
    columns = table_called(name).columns
    assert {column.name: heading_named(name, label(name, column.name)) for column in columns} == {
        column.name: column.name for column in columns
    }
    texts = [f"{column.name}.zh-Hant" for column in columns if column.is_text]
    assert [heading_named(name, label(name, heading)) for heading in texts] == texts


@pytest.mark.parametrize(
    ("table", "heading", "column"),
    [
        ("rooms", "  CAPACITY ", "seats"),
        ("rooms", "Venue", "name"),
        ("rooms", "Name of room", "name"),
        ("rooms", "Max. capacity (persons)", "seats"),
        ("sessions", "Organiser(s)", "organisers"),
        ("sessions", "Languages", "languages"),
        ("sessions", "Duration in minutes", "sittings"),
        ("sessions", "Duration (hours)", None),
        ("people", "Title/Position", "function"),
        ("people", "Title/Colour", None),
        ("participants", "Country/Organisation", "name"),
        ("sessions", "Session", "title"),
        ("sessions", "No.", "id"),
        ("people", "Country / Organisation", "affiliations"),
        ("rooms", "Changeover (min)", "changeover_minutes"),
        ("sessions", "Duration (minutes)", "sittings"),
        ("sessions", "Title of event", "title"),
        ("sessions", "Title (French)", "title.fr"),
        ("sessions", "Title [fr]", "title.fr"),
        ("sessions", "TITLE.FR", "title.fr"),
        ("sessions", "Organised_by*", "organisers"),
        ("requests", "Country/Organisation", "participant"),
        ("requests", "Speaker", "person"),
        ("periods", "From", "start"),
        ("periods", "To", "end"),
        ("people", "Organisation", "affiliations"),
        ("rooms", "Colour", None),
        ("rooms", "Seats (fr)", None),
    ],
)
def test_a_heading_as_organisers_write_it_means_a_column(table: str, heading: str, column: str | None) -> None:
    assert heading_named(table, heading) == column


@pytest.mark.parametrize(
    ("title", "table"),
    [("Side events and sessions", "sessions"), ("KINDS OF SESSION", "kinds"), ("venues", "rooms"), ("Budget", None)],
)
def test_a_sheet_is_known_by_its_title(title: str, table: str | None) -> None:
    assert table_named(title) == table


def test_title_rows_and_blank_rows_above_and_between_are_passed_over() -> None:
    rows = [
        ["Rooms of the forum", ""],
        ["", ""],
        ["as of May"],
        ["Id", "Name", "Capacity"],
        ["", ""],
        ["r1", "Hall", "9"],
    ]
    assert rows_of("rooms", *rows) == ([RawRow(6, {"id": "r1", "name": "Hall", "seats": "9"})], [])


def test_columns_of_ones_own_are_kept_as_notes_and_reported() -> None:
    rows, said = rows_of("rooms", ["Id", "Name", "Colour", "Seats"], ["r1", "Hall", "blue", "9", "ask Amina"])
    assert rows == [
        RawRow(2, {"id": "r1", "name": "Hall", "seats": "9"}, (("Colour", "blue"), ("Untitled E", "ask Amina")))
    ]
    assert [line.partition(". ")[0] for line in said] == [
        "sheet Rooms, row 1, column Colour: The table has no column 'Colour'; it is kept as a note",
        "sheet Rooms, row 1, column Untitled E: The table has no column 'Untitled E'; it is kept as a note",
    ]


def test_an_example_row_is_not_read() -> None:
    rows, said = rows_of("rooms", ["Id", "Name", "Seats"], ["Example: hall", "Great hall", "9"], ["r1", "Hall", "9"])
    assert (rows, said) == ([RawRow(3, {"id": "r1", "name": "Hall", "seats": "9"})], [])


def test_two_headings_that_mean_one_column_are_a_fault() -> None:
    rows, said = rows_of("rooms", ["Id", "Room", "Venue", "Seats"], ["r1", "Hall", "Great hall", "9"])
    assert rows == []
    assert [line.partition("column ")[2] for line in said] == [
        "Room: The column is there twice (Room and Venue mean the same). Keep one of the two."
    ]


def test_another_word_for_a_column_that_is_there_is_a_note() -> None:
    rows, said = rows_of("rooms", ["Id", "Location", "Name", "Seats"], ["r1", "East wing", "Hall", "9"])
    assert rows == [RawRow(2, {"id": "r1", "name": "Hall", "seats": "9"}, (("Location", "East wing"),))]
    assert [line.partition("column ")[2] for line in said] == [
        "Location: 'Location' may mean Name, which is there; it is kept as a note. "
        "Remove one of the two if they say the same."
    ]


def test_a_title_that_is_itself_a_word_for_a_column_is_passed_over() -> None:
    rows, said = rows_of("rooms", ["Venue"], ["Id", "Name", "Seats"], ["r1", "Hall", "9"])
    assert (rows, said) == ([RawRow(3, {"id": "r1", "name": "Hall", "seats": "9"})], [])


def test_more_columns_or_longer_cells_than_are_read_are_a_fault() -> None:
    few = replace(STANDARD, columns=3, cell_characters=10)
    grid = [(1, ["Id", "Name", "Seats"]), (2, ["r1", "A hall with a name", "9"]), (3, ["r1", "Hall", "9", "", "x"])]
    found, faults = table_of("Rooms", tables()["rooms"], grid, few)
    assert found.rows == ()
    assert [(fault.row, fault.problem) for fault in faults] == [
        (2, "A cell has 18 characters; 10 are allowed."),
        (3, "It has more than 3 columns."),
    ]


def test_settings_of_a_sheet_are_known_by_their_labels() -> None:
    grid = [(1, ["Settings"]), (2, ["Setting", "Value"]), (4, ["Time zone", "UTC"]), (5, ["Title (French)", "Forum"])]
    table, faults = settings_of_grid("Forum", grid)
    assert faults == []
    assert [(row.number, row.cells["setting"], row.cells["value"]) for row in table.rows] == [
        (4, "timezone", "UTC"),
        (5, "title.fr", "Forum"),
    ]


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
