"""Bounds are settings."""

import re
from dataclasses import asdict
from pathlib import Path

import pytest

from scheduler.errors import Fault, SchedulerError
from scheduler.formats import limits
from scheduler.formats.limits import STANDARD, Limits, first_of


def test_without_settings_the_standard_bounds_hold() -> None:
    assert Limits.of_environment({"PATH": "/bin", "FORUM_MAX_ROWS": ""}) == STANDARD


def test_the_environment_sets_bounds_by_name() -> None:
    found = Limits.of_environment({"FORUM_MAX_ROWS": "7", "FORUM_MAX_FILE_BYTES": "1000"})
    assert (found.rows, found.file_bytes, found.columns) == (7, 1000, STANDARD.columns)


@pytest.mark.parametrize("text", ["0", "-1", "many", "1.5", "٣", "9" * 5000])
def test_a_bound_that_is_no_number_says_so(text: str) -> None:
    with pytest.raises(SchedulerError) as caught:
        Limits.of_environment({"FORUM_MAX_ROWS": text})
    assert str(caught.value) == f"The setting FORUM_MAX_ROWS is '{text[:60]}'. Write a whole number above 0, as 100000."


def test_the_readme_lists_every_bound_with_its_size() -> None:
    readme = (Path(limits.__file__).parent / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| `(FORUM_MAX_[A-Z_]+)` \| ([\d,]+) \|", readme, re.MULTILINE)
    bounds = asdict(STANDARD)
    assert listed == [(f"FORUM_MAX_{name.upper()}", f"{size:,}") for name, size in bounds.items()]


def test_only_so_many_faults_are_listed() -> None:
    faults = [Fault("a.csv", row, None, "It is blank.", "Write it.") for row in range(5)]
    assert first_of(faults, Limits(faults=5)) == faults
    assert first_of(faults, Limits(faults=3)) == [
        *faults[:3],
        Fault("a.csv", None, None, "There are 2 more faults.", "Look at these first."),
    ]
