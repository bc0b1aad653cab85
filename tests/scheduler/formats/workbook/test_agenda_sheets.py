"""A solved forum's workbook shows its agenda, and says each pin once."""

import datetime as dt
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scheduler.domain.participant import Publication
from scheduler.errors import Fault
from scheduler.formats.reading import forum_of
from scheduler.formats.workbook.reading import read_source
from scheduler.formats.workbook.writing import write_workbook
from tests.scheduler.builders import a_person, a_request
from tests.scheduler.formats.workbook.agendas import a_pin, a_solved_forum, an_agenda_of_it, edit


def written(path: Path, **fields: Any) -> Path:
    write_workbook(a_solved_forum(**fields), path / "forum.xlsx", an_agenda_of_it())
    return path / "forum.xlsx"


def rows_of(path: Path, sheet: str) -> list[tuple[Any, ...]]:
    book = openpyxl.load_workbook(path)
    rows = list(book[sheet].iter_rows(values_only=True))
    book.close()
    return rows


def faults_of(path: Path) -> list[str]:
    return [str(fault) for fault in read_source(path).faults]


def test_placements_stand_with_real_times_and_titles_to_find_them_by(tmp_path: Path) -> None:
    assert rows_of(written(tmp_path, pins=(a_pin(),)), "Placements") == [
        ("Session", "Title", "Sitting", "Period", "Room", "Start", "End", "Pinned"),
        ("s1", "Session s1", 1, "am", "r1", dt.time(10), dt.time(11), "yes"),
        ("s2", "Session s2", 1, "am", "r1", dt.time(11), dt.time(12), "no"),
        ("s1", "Session s1", 2, "pm", "r1", dt.time(15), dt.time(16), "no"),
    ]


def test_the_agenda_comes_before_the_tables_it_was_made_from(tmp_path: Path) -> None:
    titles = openpyxl.load_workbook(written(tmp_path), read_only=True).sheetnames
    assert titles[:4] == ["Read me", "Placements", "Speakers lists", "Forum"]


def test_speakers_are_shown_at_their_level_of_publication(tmp_path: Path) -> None:
    people = (a_person("ana", "mexico"), a_person("bob", "caritas", publication=Publication.WITHHELD))
    assert rows_of(written(tmp_path, people=people), "Speakers lists") == [
        ("Session", "Title", "Place", "Request", "Speaker", "Expected", "Pinned"),
        ("s1", "Session s1", 1, "q1", "Person ana (Mexico)", dt.datetime(2026, 5, 5, 10), "no"),
        ("s1", "Session s1", 2, "q3", "Ngo (details withheld)", dt.datetime(2026, 5, 5, 10, 20), "no"),
        ("s1", "Session s1", 3, "q2", "Kenya", dt.datetime(2026, 5, 5, 10, 40), "no"),
        ("s1", "Session s1", 4, "q4", "Mexico", dt.datetime(2026, 5, 5, 15), "no"),
    ]


def test_a_solved_forum_reads_back_with_its_pins(tmp_path: Path) -> None:
    requests = (a_request("q1", "mexico", place=1), a_request("q4", "mexico", place=-1))
    others = tuple(r for r in a_solved_forum().requests if r.id in ("q2", "q3"))
    forum = a_solved_forum(pins=(a_pin(), a_pin(sitting=2, room=None, start=None, period="pm")))
    forum = forum.model_copy(update={"requests": (*requests, *others)})
    write_workbook(forum, tmp_path / "forum.xlsx", an_agenda_of_it())
    found = forum_of(read_source(tmp_path / "forum.xlsx"))
    assert sorted(found.pins, key=lambda pin: pin.sitting) == list(forum.pins)
    assert found.model_copy(update={"pins": forum.pins}) == forum
    assert [row[-1] for row in rows_of(tmp_path / "forum.xlsx", "Placements")[1:]] == ["yes", "no", "elsewhere"]
    assert [row[-1] for row in rows_of(tmp_path / "forum.xlsx", "Speakers lists")[1:]] == [
        "yes",
        "no",
        "no",
        "elsewhere",
    ]


def test_yes_pins_a_sitting_where_its_row_says(tmp_path: Path) -> None:
    path = written(tmp_path)
    edit(path, "Placements", {"E3": "r2", "F3": dt.time(10, 30), "H3": "yes"})
    assert forum_of(read_source(path)).pins == (a_pin(session="s2", room="r2", start=dt.time(10, 30)),)


def test_rows_are_named_by_what_people_call_them_too(tmp_path: Path) -> None:
    path = written(tmp_path)
    edit(path, "Placements", {"A3": "Session s2", "E3": "Room r2", "H3": True})
    assert forum_of(read_source(path)).pins == (a_pin(session="s2", room="r2", start=dt.time(11)),)


def test_a_pin_that_two_sheets_say_alike_is_one(tmp_path: Path) -> None:
    path = written(tmp_path, pins=(a_pin(start=None),))
    edit(path, "Pins", {"A2": "Session s1"})
    edit(path, "Placements", {"H2": "yes"})
    assert forum_of(read_source(path)).pins == (a_pin(),)


def test_no_frees_a_pinned_sitting(tmp_path: Path) -> None:
    path = written(tmp_path, pins=(a_pin(),))
    edit(path, "Placements", {"H2": "no"})
    assert forum_of(read_source(path)).pins == ()


def test_yes_pins_a_speaker_to_the_place_its_order_gives(tmp_path: Path) -> None:
    path = written(tmp_path)
    edit(path, "Speakers lists", {"C5": 1.5, "G5": "yes"})
    places = {request.id: request.place for request in forum_of(read_source(path)).requests}
    assert places == {"q1": None, "q2": None, "q3": None, "q4": 2}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"C5": 1.5}, None),
        ({"C5": 2}, "row 5, column Place: Row 3 has this place too, and speaks first since it stands above. "
                    "To move one up write a place between two others, as 2.5."),
        ({"C2": 2, "C3": 1}, "row 2, column Place: The rows of s1 stand in another order than their places, "
                             "which count. To move speakers change their places, not their rows."),
    ],
)  # fmt: skip
def test_an_order_that_is_not_clear_is_warned_of(cells: dict[str, Any], message: str | None, tmp_path: Path) -> None:
    path = written(tmp_path)
    edit(path, "Speakers lists", cells)
    assert faults_of(path) == ([f"sheet Speakers lists, {message}"] if message else [])
    assert len(forum_of(read_source(path)).requests) == 4


def test_a_pin_that_another_sheet_contradicts_is_a_fault(tmp_path: Path) -> None:
    path = written(tmp_path, pins=(a_pin(room=None, start=None),))
    edit(path, "Placements", {"D2": "pm", "H2": "yes"})
    assert faults_of(path) == [
        "sheet Placements, row 2, column Pinned: It is pinned to pm here, but sheet Pins, row 2 says am. "
        "Make the two the same, or write no here."
    ]


@pytest.mark.parametrize(
    ("sheet", "cells", "message"),
    [
        ("Placements", {"A2": "s9"}, "row 2, column Session: Sheet Sessions has no 's9'. Write one of s1, s2."),
        ("Placements", {"D2": "a-m"}, "row 2, column Period: Sheet Periods has no 'a-m'. Did you mean am?"),
        ("Placements", {"E2": None}, "row 2, column Room: It is blank. Write it: room it stands in."),
        ("Placements", {"C4": 1},
         "row 4, column Session: This sitting is there a second time. Keep one; the first is row 2."),
        ("Placements", {"H2": "maybe"},
         "row 2, column Pinned: 'maybe' is not one of the words for this column. Write yes, no or elsewhere."),
        ("Speakers lists", {"D2": "q9"},
         "row 2, column Request: Sheet Speaking requests has no 'q9'. Write one of q1, q2, q3, q4."),
        ("Speakers lists", {"C2": "first"},
         "row 2, column Place: 'first' is not a number. Write it with a decimal point, as 2.5."),
        ("Speakers lists", {"C2": "=C3-1"},
         "row 2, column Place: It holds a formula or its error, '=C3-1'. "
         "Write the value itself; a spreadsheet's Paste Special, Values, does it for a whole column."),
    ],
)  # fmt: skip
def test_a_slip_in_a_sheet_is_named_by_its_place(
    sheet: str, cells: dict[str, Any], message: str, tmp_path: Path
) -> None:
    path = written(tmp_path)
    edit(path, sheet, cells)
    assert faults_of(path) == [f"sheet {sheet}, {message}"]


def test_a_column_of_ones_own_is_not_read_in_a_sheet_of_an_agenda(tmp_path: Path) -> None:
    path = written(tmp_path)
    edit(path, "Placements", {"I1": "Caterer", "I2": "Rosa"})
    assert faults_of(path) == [
        "sheet Placements, row 1, column Caterer: An agenda has no such column, so it was not read. "
        "Keep notes in the other sheets."
    ]


def test_a_source_without_an_agenda_has_none(tmp_path: Path) -> None:
    write_workbook(a_solved_forum(), tmp_path / "forum.xlsx")
    assert (read_source(tmp_path / "forum.xlsx").agenda, list[Fault]()) == ({}, [])
