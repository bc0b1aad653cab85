"""How much is read of a file from anybody: bounds that hold before and while it is parsed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Self

from scheduler.errors import SchedulerError

PREFIX = "FORUM_MAX_"
"""How the settings of the environment begin; FORUM_MAX_ROWS is ``rows``."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is read; whatever has more is refused with a message that names the setting."""

    file_bytes: int = 20_000_000
    """Bytes of one file."""
    entries: int = 2_000
    """Files packed in one workbook."""
    unpacked_bytes: int = 40_000_000
    """Bytes of a workbook when it is unpacked, counted while it is."""
    ratio: int = 200
    """Unpacked bytes for one packed byte of a workbook's larger parts; tables of text reach about 20."""
    elements: int = 1_200_000
    """Elements of XML of a workbook; a filled cell has two or three."""
    rows: int = 50_000
    """Rows of one table."""
    columns: int = 250
    """Columns of one table."""
    cells: int = 400_000
    """Filled cells of one forum."""
    cell_characters: int = 32_767
    """Characters of one cell, or value of forum.yaml; a spreadsheet's cell holds no more."""
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
