"""A cell of a worksheet says what people see in it."""

import datetime as dt
from typing import Any

import pytest

from scheduler.formats.raw import Formula
from scheduler.formats.workbook.texts import text_of

NOON = dt.datetime(2026, 5, 5, 12)

SAID = (
    (None, "n", "General", ""),
    (True, "b", "General", "yes"),
    (False, "b", "General", "no"),
    (3, "n", "General", "3"),
    (3.0, "n", "General", "3"),
    (2.5, "n", "0.00", "2.5"),
    (0.30000000000000004, "n", "General", "0.3"),
    (-1.0, "n", "General", "-1"),
    (dt.datetime(2026, 5, 5), "d", "yyyy-mm-dd", "2026-05-05"),
    (dt.datetime(2026, 5, 5), "d", "yyyy-mm-dd hh:mm", "2026-05-05 00:00"),
    (dt.datetime(2026, 5, 5), "d", "d mmmm yyyy", "2026-05-05"),
    (NOON, "d", "dd/mm/yyyy", "2026-05-05 12:00"),
    (NOON, "d", "h:mm AM/PM", "12:00"),
    (NOON, "d", '[$-409]h:mm "days"', "12:00"),
    (dt.datetime(2026, 2, 3, 10, 14, 59, 999_900), "d", "yyyy-mm-dd hh:mm", "2026-02-03 10:15"),
    (dt.datetime(2026, 2, 3, 10, 15, 30), "d", "yyyy-mm-dd hh:mm:ss", "2026-02-03 10:15:30"),
    (dt.datetime(9999, 12, 31, 23, 59, 59, 999_900), "d", "yyyy-mm-dd hh:mm:ss", "9999-12-31 23:59:59"),
    (dt.date(2026, 5, 5), "d", "General", "2026-05-05"),
    (dt.time(9, 30), "d", "hh:mm", "09:30"),
    (dt.time(10, 14, 59, 712_000), "d", "hh:mm", "10:15"),
    (dt.time(9, 30, 20), "d", "hh:mm:ss", "09:30:20"),
    (dt.time(23, 59, 59, 999_000), "d", "hh:mm", "24:00"),
    (dt.timedelta(hours=26), "d", "[h]:mm", "26:00"),
    ("=1+1", "s", "General", "=1+1"),
)


@pytest.mark.parametrize(("value", "data_type", "number_format", "text"), SAID)
def test_a_value_becomes_the_text_people_see(value: Any, data_type: str, number_format: str, text: str) -> None:
    found = text_of(value, data_type, number_format)
    assert (found, type(found)) == (text, str)


@pytest.mark.parametrize(("value", "data_type"), [("=SUM(A1:A3)", "f"), ("#REF!", "e")])
def test_a_formula_and_an_error_are_told_apart_from_text(value: str, data_type: str) -> None:
    found = text_of(value, data_type)
    assert (found, type(found)) == (value, Formula)
