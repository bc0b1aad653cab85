"""What is taken out of the XML of a workbook's parts, counted while it is taken."""

from __future__ import annotations

import re
from collections.abc import Mapping

from scheduler.formats.limits import Limits
from scheduler.formats.workbook.opening import Refusal
from scheduler.formats.workbook.serials import BUILT_IN, GENERAL

_ESCAPED = re.compile(r"_x(?![dD][89a-fA-F])([0-9a-fA-F]{4})_")
"""A character as workbooks write it where XML cannot; halves of surrogate pairs stay as they are written."""

_LONGEST_FORMAT = 255


class Elements:
    """Collects the elements of some names with their attributes."""

    def __init__(self, *names: str) -> None:
        self._names = names
        self.found: list[tuple[str, Mapping[str, str]]] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element."""
        if name in self._names:
            self.found.append((name, attributes))

    def end(self, name: str) -> None:
        """Pass over the end."""

    def text(self, text: str) -> None:
        """Pass over text."""


class Formats:
    """The number format of each style of cells."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self._own: dict[str, str] = {}
        self._is_inside = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take a number format, or a style that uses one."""
        if name == "numFmt":
            self._own[attributes.get("numFmtId", "")] = attributes.get("formatCode", GENERAL)[:_LONGEST_FORMAT]
        elif name == "cellXfs":
            self._is_inside = True
        elif name == "xf" and self._is_inside:
            number = attributes.get("numFmtId", "0")
            builtin = BUILT_IN.get(int(number), GENERAL) if is_count(number) else GENERAL
            self.codes.append(self._own.get(number, builtin))

    def end(self, name: str) -> None:
        """Leave the styles of cells."""
        if name == "cellXfs":
            self._is_inside = False

    def text(self, text: str) -> None:
        """Pass over text."""


class Texts:
    """Collects the text of some elements, never more than a cell holds."""

    def __init__(self, limits: Limits) -> None:
        self._limit = limits.cell_characters
        self._pieces: list[str] = []
        self._length = 0
        self.is_open = False

    def clear(self) -> None:
        """Begin a new text."""
        self._pieces.clear()
        self._length = 0

    def take(self, text: str) -> None:
        """Take a piece where it belongs to the text."""
        if self.is_open:
            self._length += len(text)
            if self._length > self._limit:
                raise Refusal(f"A cell has more than {self._limit:,} characters.", "Shorten it.")
            self._pieces.append(text)

    def whole(self) -> str:
        """Return the text."""
        return "".join(self._pieces)


class Strings:
    """The texts that cells share; readings beside a text (phonetic runs) are no part of it."""

    def __init__(self, limits: Limits) -> None:
        self.found: list[str] = []
        self._most = limits.cells
        self._texts = Texts(limits)
        self._is_reading = False
        self.text = self._texts.take

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin a text or a run of it."""
        if name == "t":
            self._texts.is_open = not self._is_reading
        elif name == "si":
            self._texts.clear()
        elif name == "rPh":
            self._is_reading = True

    def end(self, name: str) -> None:
        """End a text or a run of it."""
        if name == "t":
            self._texts.is_open = False
        elif name == "rPh":
            self._is_reading = False
        elif name == "si":
            if len(self.found) == self._most:
                raise Refusal(f"It has more than {self._most:,} texts.", "Remove sheets that are no part of the forum.")
            self.found.append(unescaped(self._texts.whole()))


def unescaped(text: str) -> str:
    """Return a text with the characters that XML cannot hold, written as ``_x0009_`` in a workbook."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def is_count(text: str) -> bool:
    """Say whether a text is a small whole number."""
    return text.isascii() and text.isdigit() and len(text) < 10
