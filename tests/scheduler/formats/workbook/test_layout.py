"""Every column of a sheet says what belongs in it and offers what it can."""

import pytest

from scheduler.formats.columns import settings_table, tables
from scheduler.formats.workbook.layout import Offers, column_of, note_of, zones
from scheduler.formats.workbook.sheets import first_cells, listed

OFFERS = Offers({"kinds": 3}, {"kinds": 1}, ("room-free", "small-delegations"))


@pytest.mark.parametrize(
    ("table", "column", "lines"),
    [
        ("periods", "date", ["The day it begins, as 2026-05-05.", "Write: date.", "It cannot be blank."]),
        ("rooms", "seats", ["Number of seats.", "Write: whole number, from 0 to 100000.", "It cannot be blank."]),
        (
            "kinds",
            "minutes_group",
            ["Time limit for a group.", "Write: number, more than 0 to 120.", "Where blank: 5."],
        ),
        ("roles", "remote", ["Whether the person takes part from afar.", "Write: yes or no.", "Where blank: no."]),
    ],
)
def test_a_note_says_meaning_form_and_default(table: str, column: str, lines: list[str]) -> None:
    found = tables()[table].column(column)
    assert found is not None
    assert note_of(tables()[table], found).split("\n")[:-1] == lines


def test_a_note_tells_of_lists_and_languages() -> None:
    sessions = tables()["sessions"]
    sittings, title = sessions.column("sittings"), sessions.column("title")
    assert sittings is not None
    assert title is not None
    assert note_of(sessions, sittings).split("\n")[1:3] == [
        "Write: whole number of minutes, from 1 to 1440.",
        "Several are separated by semicolons.",
    ]
    assert "Another language has a column of its own, as Title (fr)." in note_of(sessions, title)


def test_a_column_offers_words_yes_and_no_or_the_ids_of_another_sheet() -> None:
    chosen = {
        name: column_of(tables()[table], name, OFFERS).choices
        for table, name in (("kinds", "standing"), ("periods", "prime"), ("sessions", "kind"), ("sessions", "title"))
    }
    assert chosen == {
        "standing": ("alone", "official", "side", "free"),
        "prime": ("yes", "no"),
        "kind": first_cells("Kinds of session", 1, 3),
        "title": "",
    }


def test_time_zones_and_rules_are_offered_from_the_hidden_sheet() -> None:
    zone = column_of(settings_table(), "timezone", OFFERS).choices
    rule = column_of(tables()["rules"], "rule", OFFERS).choices
    assert (zone, rule) == (listed(0, zones()), "='Choices'!$B$1:$B$2")
    assert {"UTC", "Africa/Casablanca", "America/New_York"} <= set(zones())


def test_rules_are_offered_only_where_they_are_known() -> None:
    assert column_of(tables()["rules"], "rule", Offers({})).choices == ""


def test_a_heading_that_is_no_column_is_a_note() -> None:
    column = column_of(tables()["rooms"], "Caterer", OFFERS)
    assert (column.heading, column.note) == ("Caterer", "A note of your own; it is kept and not used.")
