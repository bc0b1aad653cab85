"""Numbers of days mean what other programs take them for."""

import datetime as dt
from typing import Any

import pytest
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from scheduler.formats.workbook.serials import BUILT_IN, GENERAL, from_serial, is_date, is_elapsed

DATE = "yyyy-mm-dd hh:mm"
FORMATS = (
    *("General", "0", "0.00", "@", "#,##0", "0%", "0.00E+00", '0.0 "days"', "[Red]0", "[$-409]0", r"0\d", "_d0", "*d0"),
    *(DATE, "d mmmm yyyy", "[$-409]d/m/yy", "h:mm AM/PM", "HH:MM", "mm:ss.0", '0;"due" yyyy', "yyyy;@"),
    *("[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[ss].00", "[H]:MM"),
)


@pytest.mark.parametrize("code", FORMATS)
def test_a_format_of_dates_is_told_as_another_program_tells_it(code: str) -> None:
    expected = False if code == "*d0" else is_date_format(code)  # a filler, which openpyxl takes for a day
    assert (is_date(code), is_elapsed(code)) == (expected, is_timedelta_format(code))


def test_formats_named_by_number_are_those_of_another_program() -> None:
    theirs = {number: code for number, code in BUILTIN_FORMATS.items() if is_date_format(code)}
    assert {number: code for number, code in BUILT_IN.items() if number in BUILTIN_FORMATS} == theirs
    assert not is_date(GENERAL)


@pytest.mark.parametrize("from_1904", [False, True])
@pytest.mark.parametrize("number", [0, 0.25, 0.5, 1, 1.5, 59, 60, 61, 100.75, 46147, 46147.4166666667, 46147.999999999])
def test_a_number_is_the_moment_another_program_shows(number: float, from_1904: bool) -> None:
    epoch: Any = CALENDAR_MAC_1904 if from_1904 else CALENDAR_WINDOWS_1900
    assert from_serial(number, DATE, from_1904) == from_excel(number, epoch)


def test_a_length_of_time_goes_on_beyond_a_day() -> None:
    assert from_serial(1.0833333333333333, "[h]:mm") == dt.timedelta(hours=26)


@pytest.mark.parametrize("number", [1e300, -1e9, float("inf"), float("nan")])
def test_what_no_calendar_has_is_an_error(number: float) -> None:
    for code in (DATE, "[h]:mm"):
        with pytest.raises((ValueError, OverflowError)):
            from_serial(number if code == DATE else number * 1e9, code)
