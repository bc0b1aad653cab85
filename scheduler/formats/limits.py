"""How much is read of a file from anybody: bounds that hold before and while it is parsed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Self

from scheduler.errors import Fault, SchedulerError

PREFIX = "FORUM_MAX_"
"""How the settings of the environment begin; FORUM_MAX_ROWS is ``rows``."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read; whatever has more is refused with a message that says how much is allowed."""

    file_bytes: int = 20_000_000
    """Bytes of one file."""
    entries: int = 2_000
    """Files packed in one workbook."""
    unpacked_bytes: int = 40_000_000
    """Bytes of a workbook when it is unpacked, counted while it is."""
    ratio: int = 200
    """Unpacked bytes for one packed byte of a workbook's larger parts; tables of text reach about 20."""
    elements: int = 800_000
    """Elements of XML of a workbook; a filled cell has two or three."""
    rows: int = 20_000
    """Rows of one table."""
    columns: int = 250
    """Columns of one table."""
    cells: int = 300_000
    """Cells of one forum, blank ones between filled ones included."""
    list_entries: int = 40_000
    """Entries of the lists in the cells of one table."""
    cell_characters: int = 32_767
    """Characters of one cell, or value of forum.yaml; a spreadsheet's cell holds no more."""
    settings_bytes: int = 200_000
    """Bytes of forum.yaml."""
    settings: int = 2_000
    """Names and values in forum.yaml."""
    json_bytes: int = 10_000_000
    """Bytes of an agenda in JSON."""
    json_objects: int = 20_000
    """Objects and lists of an agenda in JSON."""
    json_values: int = 150_000
    """Values of an agenda in JSON, with their names."""
    faults: int = 500
    """Faults that are listed."""
    depth: int = 40
    """Levels of objects and lists in JSON and in forum.yaml, and of elements in XML."""
    digits: int = 40
    """Digits of a number in JSON."""

    @classmethod
    def of_environment(cls, environment: Mapping[str, str] | None = None) -> Self:
        """Return the limits with those that the environment sets, as ``FORUM_MAX_ROWS=100000``."""
        found = os.environ if environment is None else environment
        names = {PREFIX + field.name.upper(): field.name for field in fields(cls)}
        return cls(**{name: _positive(key, found[key]) for key, name in names.items() if found.get(key)})


def _positive(key: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 15 and int(text) > 0):
        raise SchedulerError(f"The setting {key} is '{text[:60]}'. Write a whole number above 0, as 100000.")
    return int(text)


STANDARD = Limits()
"""The limits where nobody sets others."""


def first_of(faults: Sequence[Fault], limits: Limits) -> list[Fault]:
    """Return as many faults and warnings as are listed, and how many more there are."""
    found, rest = list(faults[: limits.faults]), faults[limits.faults :]
    if rest:
        is_warning = all(fault.is_warning for fault in rest)
        problem = f"There are {len(rest):,} more {'warnings' if is_warning else 'faults'}."
        found.append(Fault(rest[0].file, None, None, problem, "Look at these first.", is_warning=is_warning))
    return found
