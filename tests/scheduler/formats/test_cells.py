"""What one cell can hold."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.base import Hours, Window
from scheduler.domain.forum import Weight
from scheduler.domain.session import Link, RoleName
from scheduler.formats.cells import CellError, clean, parse, written
from scheduler.formats.characters import guarded
from tests.scheduler.formats.strategies import hours, lines, times, windows

values = st.one_of(
    lines,
    times,
    windows,
    hours(),
    st.booleans(),
    st.dates(dt.date(1970, 1, 1), dt.date(2199, 12, 31)),
    st.integers(-999, 999),
    st.sampled_from(Weight),
)


@given(values)
def test_what_is_written_is_read_again(value: Any) -> None:
    assert parse(type(value), clean(written(value))) == value


@given(st.integers(1, 10**6).map(lambda n: n / 1000))
def test_numbers_keep_their_decimals(number: float) -> None:
    assert parse(float, written(number)) == number


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        (bool, "Yes", True),
        (bool, "x", True),
        (bool, "0", False),
        (bool, "✓", True),
        (int, "30.0", 30),
        (int, "1 200", 1200),
        (int, "12’000", 12000),
        (int, "\u200e٣٠", 30),
        (float, "2,5", 2.5),
        (float, "1.125", 1.125),
        (dt.time, "9:05", dt.time(9, 5)),
        (dt.datetime, "2026-02-03T10:15:20", dt.datetime(2026, 2, 3, 10, 15, 20)),
        (dt.datetime, "3 February 2026, 10.15", dt.datetime(2026, 2, 3, 10, 15)),
        (dt.datetime, "2026/02/03 3 pm", dt.datetime(2026, 2, 3, 15)),
        (Window, "2026-05-05 10:00 – 11:30", Window(date="2026-05-05", start="10:00", end="11:30")),
        (Window, "5 May 2026, 10h00 to 11.30", Window(date="2026-05-05", start="10:00", end="11:30")),
        (Window, "2026-05-05 18:00-24:00", Window(date="2026-05-05", start="18:00", end="00:00")),
        (Hours, "from 9 am until 5.30 pm", Hours(start=dt.time(9), end=dt.time(17, 30))),
        (Hours, "8:00-20:00", Hours(start=dt.time(8), end=dt.time(20))),
        (Weight, "Very Strong", Weight.VERY_STRONG),
        (Weight, "very-strong", Weight.VERY_STRONG),
        (RoleName, "Co chair", RoleName.CO_CHAIR),
        (Link, "SAME\u00a0DAY", Link.SAME_DAY),
    ],
)
def test_a_cell_may_be_written_in_more_than_one_way(kind: type, text: str, value: Any) -> None:
    assert parse(kind, clean(text)) == value


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        (bool, "maybe", "'maybe' is neither yes nor no. Write yes or no."),
        (int, "3.5", "'3.5' is not a whole number. Write digits only, as 30."),
        (int, "9" * 5000, f"'{'9' * 57}...' is not a whole number. Write digits only, as 30."),
        (float, "nan", "'nan' is not a number. Write it with a decimal point, as 2.5."),
        (int, "1.000", "'1.000' can be read as two numbers. Write 1000 or 1."),
        (int, "1,000", "'1,000' can be read as two numbers. Write 1000 or 1."),
        (int, "1,500", "'1,500' is not a whole number. Write digits only, as 30."),
        (float, "1,500", "'1,500' can be read as two numbers. Write 1500 or 1.500."),
        (dt.date, "soon", "'soon' is not a date. Write year-month-day, as 2026-05-05."),
        (dt.date, "2026-02-30", "No calendar has the date 2026-02-30. Write a date that exists, as 2026-05-05."),
        (dt.date, "9999-12-31", "9999-12-31 is too far away. Write a year from 1970 to 2199."),
        (dt.time, "24:00", "No clock shows 24:00. Write a time from 00:00 to 23:59; midnight is 00:00."),
        (dt.time, "soon", "'soon' is not a time of day. Write hours:minutes, as 09:30."),
        (dt.datetime, "2026-02-03", "'2026-02-03' is not a date with a time. Write local time as 2026-02-03 10:15."),
        (Hours, "20:00-08:00", "'20:00-08:00' ends before it starts. Write the earlier time first, as 08:00-20:00."),
        (
            Window,
            "10:00-11:30",
            "'10:00-11:30' is not a stretch of time. Write date, start and end, as 2026-05-05 10:00-11:30.",
        ),
        (
            Weight,
            "stronk",
            "'stronk' is not one of the words for this column. Did you mean strong? "
            "The words are slight, normal, strong, very strong.",
        ),
        (str, "a\x07b", "It holds an invisible character (U+0007). Remove it."),
    ],
)
def test_a_cell_that_cannot_be_understood_says_what_to_write(kind: type, text: str, message: str) -> None:
    with pytest.raises(CellError) as caught:
        parse(kind, text)
    assert str(caught.value) == message


RUN = ("=1", "+1", "-", "@a", "\t=1", "\tx", "\r-1", "'=1", "''@", "'\tx")


@pytest.mark.parametrize("text", RUN)
def test_text_that_a_spreadsheet_would_run_is_guarded_and_freed_again(text: str) -> None:
    assert guarded(text) == f"'{text}"
    assert clean(guarded(text)) == text.replace("\r", "\n")


@pytest.mark.parametrize("text", ["'a'", "'Abd al-Rahman", "a=b", "O'Brien", "''"])
def test_text_that_a_spreadsheet_shows_is_left_as_it_is(text: str) -> None:
    assert (guarded(text), clean(text)) == (text, text)


NAMES = (
    "محمد",
    "አበበ",
    "សុខ\u200bភាព",
    "王",
    "N'Djamena",
    "'t Hooft",
    "Jean-Luc",
    "O",
    "n" * 300,
    "Nguye\u0302\u0303n",
    "👩🏽‍⚕️",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_comes_back_as_it_was_written(name: str) -> None:
    assert parse(str, clean(written(name))) == name


def test_the_edges_of_a_cell_are_trimmed_and_its_inside_is_not() -> None:
    assert clean("\u00a0\ufeff A\u00a0B\u200bC \u2060\u3000") == "A\u00a0B\u200bC"
    assert clean(" Cafe\u0301\r\nnoir\rsans ") == "Cafe\u0301\nnoir\nsans"
