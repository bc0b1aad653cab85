"""Dates and times in the forms people write."""

import datetime as dt

import pytest

from scheduler.formats.cell_errors import CellError
from scheduler.formats.dates import parse_date, parse_end, parse_exact_time, parse_time

FIFTH = dt.date(2026, 5, 5)
THIRTEENTH = dt.date(2026, 5, 13)

DATES = (
    ("2026-05-05", FIFTH),
    ("2026/5/5", FIFTH),
    ("2026.05.05", FIFTH),
    ("2026-05-05 00:00", FIFTH),
    ("2026-05-05T00:00:00", FIFTH),
    ("\u200e2026-05-05\u200e", FIFTH),
    ("２０２６-０５-０５", FIFTH),
    ("٢٠٢٦-٠٥-٠٥", FIFTH),
    ("5.5.2026", FIFTH),
    ("13/05/2026", THIRTEENTH),
    ("05/13/2026", THIRTEENTH),
    ("13. 5. 2026", THIRTEENTH),
    ("13-05-2026", THIRTEENTH),
    ("5 May 2026", FIFTH),
    ("May 5, 2026", FIFTH),
    ("5th of May 2026", FIFTH),
    ("Tuesday, 5 May 2026", FIFTH),
    ("Tue 05-May-2026", FIFTH),
    ("13 Sept. 2026", dt.date(2026, 9, 13)),
    ("1er août 2026", dt.date(2026, 8, 1)),
    ("mardi 5 mai 2026", FIFTH),
    ("5 de mayo de 2026", FIFTH),
    ("martes, 5 de mayo de 2026", FIFTH),
    ("5 мая 2026 г.", FIFTH),
    ("5 مايو 2026", FIFTH),
    ("٥ أيار ٢٠٢٦", FIFTH),
    ("15 كانون الثاني 2026", dt.date(2026, 1, 15)),
    ("2026年5月5日", FIFTH),
)


@pytest.mark.parametrize(("text", "date"), DATES)
def test_a_date_with_one_reading_is_read(text: str, date: dt.date) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "05/06/2026",
            "'05/06/2026' can be read as two dates. Write 2026-06-05 for 5 June or 2026-05-06 for 6 May.",
        ),
        (
            "11.12.2026",
            "'11.12.2026' can be read as two dates. Write 2026-12-11 for 11 December or 2026-11-12 for 12 November.",
        ),
        ("5/5/26", "'5/5/26' has a year of two digits. Write year-month-day, as 2026-05-05."),
        ("5 May 26", "'5 May 26' has a year of two digits. Write year-month-day, as 2026-05-05."),
        ("5 May", "'5 May' has no year. Write year-month-day, as 2026-05-05."),
        (
            "Monday, 5 May 2026",
            "'Monday, 5 May 2026' contradicts itself: 2026-05-05 is a Tuesday. "
            "Correct the date, or leave the weekday out.",
        ),
        ("5 and 6 May 2026", "'5 and 6 May 2026' is not a date. Write year-month-day, as 2026-05-05."),
        ("5-6 May 2026", "'5-6 May 2026' is not a date. Write year-month-day, as 2026-05-05."),
        ("2026-05-05 10:00", "'2026-05-05 10:00' is not a date. Write year-month-day, as 2026-05-05."),
        ("46147", "'46147' is not a date. Write year-month-day, as 2026-05-05."),
        ("May 2026", "'May 2026' is not a date. Write year-month-day, as 2026-05-05."),
        ("31.6.2026", "No calendar has the date 31.6.2026. Write a date that exists, as 2026-05-05."),
        ("5 May 1926", "5 May 1926 is too far away. Write a year from 1970 to 2199."),
        ("5" * 900, f"'{'5' * 57}...' is not a date. Write year-month-day, as 2026-05-05."),
    ],
)
def test_a_date_that_leaves_a_doubt_is_refused(text: str, message: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_date(text)
    assert str(caught.value) == message


TIMES = (
    ("9:30", dt.time(9, 30)),
    ("09:30:00", dt.time(9, 30)),
    ("09.30", dt.time(9, 30)),
    ("9h30", dt.time(9, 30)),
    ("9 h 30", dt.time(9, 30)),
    ("9h", dt.time(9)),
    ("9.30 am", dt.time(9, 30)),
    ("9:30 A.M.", dt.time(9, 30)),
    ("3 pm", dt.time(15)),
    ("3PM", dt.time(15)),
    ("12 am", dt.time(0)),
    ("12.15 p.m.", dt.time(12, 15)),
    ("noon", dt.time(12)),
    ("0930", dt.time(9, 30)),
    ("930", dt.time(9, 30)),
    ("1500 hrs", dt.time(15)),
    ("00:00", dt.time(0)),
    ("９：３０", dt.time(9, 30)),
    ("٩:٣٠", dt.time(9, 30)),
)


@pytest.mark.parametrize(("text", "time"), TIMES)
def test_a_time_of_day_is_read_in_its_usual_forms(text: str, time: dt.time) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("9", "'9' is not a time of day. Write hours:minutes, as 09:30."),
        ("9:5", "'9:5' is not a time of day. Write hours:minutes, as 09:30."),
        ("0.395833", "'0.395833' is not a time of day. Write hours:minutes, as 09:30."),
        ("9:30-11:00", "'9:30-11:00' is not a time of day. Write hours:minutes, as 09:30."),
        ("13 pm", "No clock shows 13 pm. Write a time from 00:00 to 23:59; midnight is 00:00."),
        ("10:75", "No clock shows 10:75. Write a time from 00:00 to 23:59; midnight is 00:00."),
        ("midnight", "'midnight' is not a time of day. Write hours:minutes, as 09:30; midnight is 00:00."),
        ("10:15:20", "'10:15:20' has seconds. Write hours and minutes, as 09:30."),
    ],
)
def test_what_is_no_time_of_day_says_what_to_write(text: str, message: str) -> None:
    with pytest.raises(CellError) as caught:
        parse_time(text)
    assert str(caught.value) == message


@pytest.mark.parametrize("text", ["24:00", "24h", "midnight", "00:00"])
def test_an_end_may_be_midnight(text: str) -> None:
    assert parse_end(text) == dt.time(0)


def test_seconds_are_kept_where_the_moment_counts() -> None:
    assert parse_exact_time("10:15:20") == dt.time(10, 15, 20)
