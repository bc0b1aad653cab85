"""Stretches of time are joined, intersected and subtracted exactly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from scheduler.translate.windows import common, merged, without

WINDOWS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)


def minutes(windows: object) -> set[int]:
    return {minute for start, end in windows for minute in range(start, end)}  # type: ignore[attr-defined]


def test_windows_that_touch_become_one() -> None:
    assert merged([(10, 20), (0, 10), (30, 30), (25, 28)]) == ((0, 20), (25, 28))


@given(WINDOWS, WINDOWS)
def test_common_holds_the_minutes_of_both(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    assert minutes(common(first, second)) == minutes(first) & minutes(second)


@given(WINDOWS, WINDOWS)
def test_without_holds_the_minutes_of_the_first_alone(
    first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    assert minutes(without(first, second)) == minutes(first) - minutes(second)
