"""Every slip in an untidy forum is found in one pass, at its place, and leads to the fix."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from scheduler.errors import Fault, ForumFaults
from scheduler.formats.headings import label, sheet_label
from scheduler.formats.reading import read_checked
from tests.scheduler.formats import slips_of_names, slips_of_times
from tests.scheduler.formats.messy import ABOVE, TABLES, Slip, heading, number, planted, write_folder, write_workbook

Rows = Mapping[str, list[dict[str, str]]]
Said = tuple[str, int, str, str]
"""File, row, column and message."""

SLIPS = {
    **slips_of_names.NAMES,
    **slips_of_names.CELLS,
    **slips_of_times.TIMES,
    **slips_of_times.SESSIONS,
    **slips_of_times.PINS,
    **slips_of_times.REQUESTS,
    **slips_of_times.SETTINGS,
}
IN_WORKBOOKS = SLIPS | slips_of_names.FORMULAS
RULES = ("room-free", "room-seats", "theme-days")


def in_folder(slips: Iterable[Slip], rows: Rows) -> list[Said]:
    """Return what is said about slips in a folder."""
    said = []
    for slip in slips:
        row, column = number(rows, slip.table, slip.row), heading(slip.table, slip.column)
        if slip.table == "forum":
            row, column = number(rows, slip.table, slip.row, 0), slip.column
        file = "forum.yaml" if slip.table == "forum" else f"{slip.table}.csv"
        said.append((file, row, column, _says(slip, rows, is_folder=True)))
    return sorted(said)


def in_workbook(slips: Iterable[Slip], rows: Rows) -> list[Said]:
    """Return what is said about slips in a workbook."""
    said = []
    for slip in slips:
        words = re.sub(r"\b(\w+)\.csv\b", lambda match: f"sheet {sheet_label(match[1]).upper()}", _says(slip, rows))
        words = re.sub(r"^sheet", "Sheet", words.replace("forum.yaml", "sheet FORUM"))
        column = label("forum", slip.column) if slip.table == "forum" else heading(slip.table, slip.column)
        row = number(rows, slip.table, slip.row, 1 if slip.table == "forum" else ABOVE)
        said.append((sheet_label(slip.table).upper(), row, column, words))
    return sorted(said)


def _says(slip: Slip, rows: Rows, *, is_folder: bool = False) -> str:
    def called(match: re.Match[str]) -> str:
        table, column = match[1], match[2]
        return heading(table, column) if table != "forum" else column if is_folder else label(table, column)

    says = re.sub(r"<(\w+)\.(\w+)>", called, slip.says)
    return re.sub(r"\{(\w+):([^}]+)\}", lambda match: str(number(rows, match[1], match[2])), says)


def found(path: Path) -> tuple[list[Said], list[Fault]]:
    """Return file, row, column and message of each fault, and the warnings."""
    try:
        faults = read_checked(path, RULES).warnings
    except ForumFaults as error:
        faults = error.faults
    said = sorted((f.file, f.row or 0, f.column or "", f"{f.problem} {f.instead}") for f in faults if not f.is_warning)
    return said, [fault for fault in faults if fault.is_warning]


def test_there_are_many_more_than_forty_slips() -> None:
    assert len(SLIPS) == 67


def test_the_forum_without_them_is_clean_but_for_remarks_that_are_kept(tmp_path: Path) -> None:
    write_folder(planted(()), tmp_path)
    faults, warnings = found(tmp_path)
    remark = "The table has no column 'Remarks'; it is kept as a note."
    assert faults == []
    assert [(fault.file, fault.row, fault.column, fault.problem) for fault in warnings] == [
        (f"{name}.csv", ABOVE - 1, "Remarks", remark) for name in TABLES if name != "forum"
    ]


@pytest.mark.parametrize("name", SLIPS)
def test_each_slip_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    rows = planted([SLIPS[name]])
    write_folder(rows, tmp_path)
    assert found(tmp_path)[0] == in_folder([SLIPS[name]], rows)


@pytest.mark.parametrize("name", IN_WORKBOOKS)
def test_each_slip_is_found_in_a_workbook_and_nothing_else(name: str, tmp_path: Path) -> None:
    rows = planted([IN_WORKBOOKS[name]])
    write_workbook(rows, tmp_path / "forum.xlsx")
    assert found(tmp_path / "forum.xlsx")[0] == in_workbook([IN_WORKBOOKS[name]], rows)


def test_all_slips_are_found_in_one_pass(tmp_path: Path) -> None:
    rows = planted(SLIPS.values())
    write_folder(rows, tmp_path)
    assert found(tmp_path)[0] == in_folder(SLIPS.values(), rows)


def test_all_slips_are_found_in_one_pass_over_a_workbook(tmp_path: Path) -> None:
    rows = planted(IN_WORKBOOKS.values())
    write_workbook(rows, tmp_path / "forum.xlsx")
    assert found(tmp_path / "forum.xlsx")[0] == in_workbook(IN_WORKBOOKS.values(), rows)


def test_an_unknown_time_zone_hides_nothing_but_the_nights_of_its_clock_changes(tmp_path: Path) -> None:
    zone = Slip(
        "forum",
        "timezone",
        {"value": "Europe/Zurch"},
        "timezone",
        "No time zone is called 'Europe/Zurch'. Did you mean Europe/Zurich?",
    )
    hidden = ("a time the clocks skip", "a time the clocks show twice")
    slips = [zone, *(slip for name, slip in SLIPS.items() if name not in hidden)]
    rows = planted(slips)
    write_folder(rows, tmp_path)
    assert found(tmp_path)[0] == in_folder(slips, rows)
