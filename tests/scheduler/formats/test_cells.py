"""What one cell can hold."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.domain.base import Hours, Window
from scheduler.domain.forum import Weight
from scheduler.formats.cells import CellError, clean, guarded, parse, written
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
        (int, "30.0", 30),
        (dt.time, "9:05", dt.time(9, 5)),
        (dt.datetime, "2026-02-03T10:15:20", dt.datetime(2026, 2, 3, 10, 15, 20)),
        (Window, "2026-05-05 10:00 – 11:30", Window(date="2026-05-05", start="10:00", end="11:30")),
        (Hours, "8:00-20:00", Hours(start=dt.time(8), end=dt.time(20))),
        (Weight, "Very Strong", Weight.VERY_STRONG),
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
        (dt.date, "5.5.2026", "'5.5.2026' is not a date. Write year-month-day, as 2026-05-05."),
        (dt.date, "2026-02-30", "No calendar has the date 2026-02-30. Write a date that exists, as 2026-05-05."),
        (dt.date, "9999-12-31", "9999-12-31 is too far away. Write a year from 1970 to 2199."),
        (dt.time, "24:00", "No clock shows 24:00. Write a time from 00:00 to 23:59; midnight is 00:00."),
        (dt.time, "noon", "'noon' is not a time of day. Write hours:minutes, as 09:30."),
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


def test_text_that_a_spreadsheet_would_run_is_guarded_and_freed_again() -> None:
    assert guarded("=HYPERLINK()") == "'=HYPERLINK()"
    assert [clean(guarded(text)) for text in ("=1", "'=1", "''@", "'a'", "-")] == ["=1", "'=1", "''@", "'a'", "-"]


def test_cells_are_composed_stripped_and_have_plain_line_ends() -> None:
    assert clean(" Cafe\u0301\r\nnoir\rsans ") == "Café\nnoir\nsans"
