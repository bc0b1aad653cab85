"""A template explains itself, its examples make a forum, and what is filled in is read."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from scheduler.errors import ForumFaults
from scheduler.formats.columns import GROUPS, settings_table, tables
from scheduler.formats.files import write_text
from scheduler.formats.headings import label, sheet_label
from scheduler.formats.raw import SETTINGS
from scheduler.formats.reading import forum_of, read_forum, source_of
from scheduler.formats.workbook.examples import example_of
from scheduler.formats.workbook.template import template_folder, template_workbook
from scheduler.services.rulebook import all_rules
from tests.scheduler.formats.folders import source_of_examples


@pytest.fixture
def template(tmp_path: Path) -> Path:
    (tmp_path / "forum.xlsx").write_bytes(template_workbook("a-forum-of-its-own", groups=GROUPS))
    return tmp_path / "forum.xlsx"


def fill(path: Path, settings: Mapping[str, Any], rows: Mapping[str, list[dict[str, Any]]]) -> None:
    """Write settings beside their names and rows below the examples, as somebody does by hand."""
    book = openpyxl.load_workbook(path)
    for row in book["Forum"].iter_rows(min_row=2):
        if row[0].value in settings:
            row[1].value = settings[row[0].value]
    for title, filled in rows.items():
        sheet = book[title]
        columns = {cell.value: cell.column for cell in sheet[1]}
        first = next(n for n in range(2, 99) if not sheet.cell(n, 1).value)
        for number, cells in enumerate(filled, first):
            for heading, value in cells.items():
                sheet.cell(number, columns[heading], value)
    book.save(path)
    book.close()


def test_the_examples_of_all_tables_together_make_a_forum() -> None:
    forum = forum_of(source_of_examples(), [rule.name for rule in all_rules()])
    assert (len(forum.sessions), len(forum.requests), forum.series) == (2, 3, "IMRF")


def test_every_column_has_an_example() -> None:
    every = {name: table.columns for name, table in {**tables(), SETTINGS: settings_table()}.items()}
    assert [(t, c.name) for t, columns in every.items() for c in columns if not example_of(t, c.name)] == []


def test_a_template_has_a_sheet_a_table_and_a_first_sheet_that_explains_them(template: Path) -> None:
    titles = openpyxl.load_workbook(template, read_only=True).sheetnames
    assert titles[:6] == [
        "Read me",
        "Forum",
        *(sheet_label(name) for name in ("kinds", "periods", "rooms", "sessions")),
    ]
    assert set(titles) == {"Read me", "Forum", "Choices", *map(sheet_label, tables())}


def test_headings_are_in_the_organisers_words_with_a_note_on_each(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    for name, table in tables().items():
        headings = book[sheet_label(name)][1]
        assert [cell.value for cell in headings] == [label(name, column.name) for column in table.columns]
        notes = [cell.comment.text.split("\n")[0] for cell in headings]
        told = [column.description for column in table.columns]
        assert notes == [text if text.endswith(".") else f"{text}." for text in told]


def test_a_note_says_meaning_unit_allowed_values_and_an_example(template: Path) -> None:
    book = openpyxl.load_workbook(template)
    notes = {cell.value: cell.comment.text for cell in book["Rooms"][1]}
    assert notes[label("rooms", "changeover_minutes")] == (
        "Minutes needed between two sessions in this room.\n"
        "Write: whole number of minutes, from 0 to 240.\n"
        "Where blank: 0.\n"
        "Example: 15"
    )


def test_ids_of_other_sheets_are_offered_from_below_their_examples(template: Path) -> None:
    rules = openpyxl.load_workbook(template)["Sessions"].data_validations.dataValidation
    offered = {str(rule.sqref): rule.formula1 for rule in rules if rule.type == "list"}
    title = sheet_label("kinds")
    assert offered["B4:B2000"] == f"OFFSET('{title}'!$A$3,0,0,MAX(1,COUNTA('{title}'!$A$3:$A$2000)),1)"


def test_examples_and_headings_are_held_and_the_rest_is_free(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["Periods"]
    assert (sheet.protection.sheet, sheet.protection.insertRows, sheet.protection.deleteRows) == (True, False, False)
    assert [sheet[place].protection.locked for place in ("A1", "A2", "C3")] == [True, True, True]
    assert sheet["A2"].value == "example: monday-morning"
    assert not any(column.protection.locked for column in sheet.column_dimensions.values())


def test_settings_are_held_and_their_values_and_rows_below_are_free(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["Forum"]
    assert [sheet[place].protection.locked for place in ("A2", "B2", "C2")] == [True, False, True]
    assert not any(column.protection.locked for column in sheet.column_dimensions.values())


def test_dates_and_times_have_formats_of_their_own(template: Path) -> None:
    sheet = openpyxl.load_workbook(template)["Periods"]
    shown = {cell.value: sheet[f"{cell.column_letter}2"].number_format for cell in sheet[1]}
    assert [shown[label("periods", name)] for name in ("id", "date", "start")] == ["@", "yyyy-mm-dd", "hh:mm"]
    assert (sheet["C2"].value, sheet["D2"].value) == (dt.datetime(2026, 5, 4), dt.time(10))


def test_an_empty_template_lacks_only_what_must_be_there(template: Path) -> None:
    with pytest.raises(ForumFaults) as caught:
        forum_of(source_of(template))
    missing = [(fault.file, fault.row, fault.problem) for fault in caught.value.faults]
    assert [problem for _, _, problem in missing] == ["It is blank."] * 3 + ["The table has no rows."] * 4


def test_a_filled_template_is_a_forum(template: Path) -> None:
    kinds, sessions = sheet_label("kinds"), sheet_label("sessions")
    standing, sittings = label("kinds", "standing"), label("sessions", "sittings")
    fill(
        template,
        {
            label(SETTINGS, "uid"): "trial-2026",
            label(SETTINGS, "title"): "Trial",
            label(SETTINGS, "timezone"): "Europe/Zurich",
            label(SETTINGS, "days"): "2026-05-05",
        },
        {
            kinds: [{"Id": "plenary", label("kinds", "label"): "Plenary", standing: "alone"}],
            "Periods": [
                {
                    "Id": "am",
                    label("periods", "date"): dt.date(2026, 5, 5),
                    label("periods", "start"): dt.time(10),
                    label("periods", "end"): "13:00",
                    label("periods", "kinds"): "plenary",
                }
            ],
            "Rooms": [{"Id": "hall", label("rooms", "name"): "Hall", label("rooms", "seats"): 400}],
            sessions: [{"Id": "s1", label("sessions", "kind"): "Plenary", "Title": "Opening", sittings: 30}],
        },
    )
    forum = read_forum(template)
    assert (forum.uid, forum.periods[0].start, forum.periods[0].end) == ("trial-2026", dt.time(10), dt.time(13))
    assert [(s.id, s.kind, s.sittings) for s in forum.sessions] == [("s1", "plenary", (30,))]


def test_a_template_folder_has_comments_headings_and_examples(tmp_path: Path) -> None:
    files = template_folder("a-forum-of-its-own", GROUPS)
    assert set(files) == {"forum.yaml", *(f"{name}.csv" for name in tables())}
    assert "# IANA zone of the venue, as America/New_York.\n" in files["forum.yaml"]
    assert files["ties.csv"] == "first,link,second,amount\nexample: opening,before,debate,15\n"


def test_tables_that_not_every_forum_needs_are_there_where_they_are_asked_for(tmp_path: Path) -> None:
    usual, more = set(template_folder("a-forum-of-its-own")), set(template_folder("a-forum-of-its-own", ["papers"]))
    assert len(usual) == 18
    assert more - usual == {"documents.csv", "agenda_items.csv", "pledges.csv"}
    (tmp_path / "forum.xlsx").write_bytes(template_workbook("a-forum-of-its-own", groups=["papers"]))
    book = openpyxl.load_workbook(tmp_path / "forum.xlsx")
    assert {"Documents", "Agenda items", "Pledges"} < set(book.sheetnames)
    assert "Flags" not in book.sheetnames
    offered = [str(rule.formula1) for sheet in book for rule in sheet.data_validations.dataValidation]
    assert [formula for formula in offered if "Flags" in formula] == []


def test_a_filled_template_folder_is_a_forum(tmp_path: Path) -> None:
    said = {"title": "Trial", "timezone": "Europe/Zurich", "days": "2026-05-05"}
    for name, text in template_folder("a-forum-of-its-own").items():
        for setting, value in said.items():
            text = text.replace(f"\n{setting}:", f"\n{setting}: {value}") if name == "forum.yaml" else text
        write_text(tmp_path / name, text)
    rows = {
        "kinds": "plenary,Plenary,alone",
        "periods": "am,,2026-05-05,10:00,13:00,plenary",
        "rooms": "hall,Hall,400",
        "sessions": "s1,plenary,Opening,,30",
    }
    for name, row in rows.items():
        with (tmp_path / f"{name}.csv").open("a") as stream:
            stream.write(f"{row}\n")
    assert [session.id for session in read_forum(tmp_path).sessions] == ["s1"]


def test_a_template_is_the_same_bytes_each_time() -> None:
    assert template_workbook("a-forum-of-its-own") == template_workbook("a-forum-of-its-own")
