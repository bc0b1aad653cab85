"""Errors of the scheduler package.

SchedulerError
├── ForumFaults    a forum's files or an agenda hold faults; carries every one of them
├── NotFoundError  something asked for by name does not exist; says what does
└── RefusedError   something is not possible as things stand; says why, and nothing has changed
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_FILE = re.compile(r"[/\\]|\.[A-Za-z]{2,5}$")
"""What tells the name of a file or folder from the title of a sheet."""


class SchedulerError(Exception):
    """Anything this package raises on purpose."""


_LONGEST_NAME, _LONGEST_SENTENCE = 100, 600
"""Characters of a sheet's or column's name, and of a sentence, that are shown; they may repeat a stranger's text."""


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 3]}..."


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in a file, so that whoever wrote it finds the place and knows what to write."""

    file: str
    """Name of the file, as sessions.csv, or title of the sheet, as Sessions."""
    row: int | None
    """Row as a spreadsheet shows it (the header is row 1), or line of forum.yaml; None is the whole file."""
    column: str | None
    """Column, setting or JSON path; None is the whole row."""
    problem: str
    """What is wrong."""
    instead: str
    """What to write instead."""
    is_warning: bool = False
    """Whether the file can be read all the same."""
    is_setting: bool = False
    """Whether ``column`` is a setting, which has a row of its own."""

    @property
    def place(self) -> str:
        """Where it is, as ``sessions.csv, row 5, column kind`` or ``sheet Sessions, row 5, column Kind``."""
        is_sheet = (self.row or self.column) and not _FILE.search(self.file)
        file = _short(self.file, _LONGEST_NAME)
        parts = [f"sheet {file}" if is_sheet else file]
        if self.row is not None:
            parts.append(f"row {self.row}")
        if self.column is not None:
            noun = "setting " if self.is_setting or self.file.endswith(".yaml") else "column "
            column = _short(self.column, _LONGEST_NAME)
            parts.append(column if self.file.endswith(".json") else f"{noun}{column}")
        return ", ".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {_short(self.problem, _LONGEST_SENTENCE)} {_short(self.instead, _LONGEST_SENTENCE)}"


class ForumFaults(SchedulerError):  # noqa: N818 - the word people know it by
    """A forum's files or an agenda hold faults, all of them in ``faults``; nothing was read.

    ``warnings`` are what was found beside them that could be read all the same.
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        found = tuple(faults)
        self.faults = tuple(fault for fault in found if not fault.is_warning)
        self.warnings = tuple(fault for fault in found if fault.is_warning)
        super().__init__("\n".join(str(fault) for fault in self.faults))

    def __reduce__(self) -> tuple[type[ForumFaults], tuple[tuple[Fault, ...]]]:
        return type(self), ((*self.faults, *self.warnings),)


class NotFoundError(SchedulerError):
    """Something asked for by name does not exist."""


class RefusedError(SchedulerError):
    """Something is not possible as things stand; nothing has changed."""
