"""The table for a spreadsheet has a row for each group, and the numbers of the report."""

import csv
import io

from scheduler.publish.participation_csv import COLUMNS, participation_csv
from scheduler.services.participation.gender import GenderRow, GenderTable
from tests.scheduler.builders import text
from tests.scheduler.publish.reports import a_full_report

REPORT = a_full_report()


def rows_of(table: str) -> list[dict[str, str]]:
    """Return the rows of one part of the report, without what is blank."""
    rows = csv.DictReader(io.StringIO(participation_csv(REPORT)))
    return [
        {key: cell for key, cell in row.items() if cell and key != "table"} for row in rows if row["table"] == table
    ]


def test_the_columns_are_those_that_are_named() -> None:
    assert tuple(participation_csv(REPORT).splitlines()[0].split(",")) == COLUMNS


def test_requests_are_those_of_the_report() -> None:
    assert rows_of("requests for floor by body")[0] == {
        "group": "all",
        "label": "All",
        "requested": "37",
        "given": "18",
        "spoken": "17",
        "joined": "0",
        "withdrawn": "0",
        "no_place": "19",
    }
    assert [row["requested"] for row in rows_of("requests for floor by class")] == ["12", "25"]


def test_what_is_not_told_is_said_so() -> None:
    (union,) = [row for row in rows_of("requests for floor by constituency") if row["group"] == "union"]
    assert (union["requested"], union["given"], union["no_place"]) == ("not told", "0", "not told")


def test_lists_have_a_row_a_group_and_one_for_the_whole() -> None:
    assert rows_of("lists") == [
        {"label": "Trial Review Forum", "speakers": "18", "minutes": "54.0"},
        {"session": "s1", "label": "Session s1", "speakers": "18", "minutes": "54.0"},
    ]
    stakeholders = [row for row in rows_of("lists by class") if row["group"] == "stakeholder"]
    assert [(row.get("session"), row["speakers"], row["share_percent"]) for row in stakeholders] == [
        (None, "6", "33.33"),
        ("s1", "6", "33.33"),
    ]


def test_promises_have_what_was_promised_and_what_there_is() -> None:
    assert rows_of("promises")[0] == {
        "session": "s1",
        "group": "stakeholder",
        "label": "Stakeholder",
        "speakers": "6",
        "minutes": "18.0",
        "share_percent": "33.33",
        "promised_percent": "30.0",
        "promised_minutes": "18.0",
        "kept": "yes",
    }


def test_an_earlier_edition_is_a_row_and_now_another() -> None:
    assert rows_of("then")[0] == {"group": "stakeholder", "label": "Forum 2022", "share_percent": "50.0"}
    assert rows_of("now")[0] == {
        "group": "stakeholder",
        "label": "Forum 2022",
        "requested": "25",
        "given": "6",
        "spoken": "5",
        "share_percent": "33.33",
        "warning": "percent",
    }


def test_roles_are_counted_by_body() -> None:
    assert rows_of("roles") == [{"group": "panellist", "label": "Panellist", "places": "0", "speakers": "1"}]
    assert [row["speakers"] for row in rows_of("roles of interspersed")] == ["1"]


def test_stated_gender_has_a_row_an_answer() -> None:
    gender = GenderTable(answers=("Man",), rows=(GenderRow(sessions=("s1", "s2"), speakers=(6,)),), total=(6,))
    written = participation_csv(REPORT.model_copy(update={"gender": gender})).splitlines()
    assert [line.rstrip(",") for line in written if line.startswith("gender")] == [
        "gender,s1; s2,Man,Man,,,,,,,,6",
        "gender,,Man,Man,,,,,,,,6",
    ]


def test_no_cell_is_taken_for_a_formula() -> None:
    report = a_full_report(title=text("=cmd|' /C calc'!A0"))
    assert "'=cmd|' /C calc'!A0" in participation_csv(report)
    assert ",=cmd" not in participation_csv(report)
