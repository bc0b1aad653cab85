"""XML of a stranger, event by event: no document type, no entities, bounded in depth and number of elements.

The parser is Python's own expat, driven directly so that the bounds hold before a tree or a text is built.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.parsers import expat

from scheduler.formats.limits import Limits
from scheduler.formats.workbook.opening import Refusal

_LONGEST_TAG = 262_144
"""Bytes of one tag, comment or instruction; expat reads an unfinished one again with every piece."""

_MOST_NAMES = 5_000
"""Different names of elements and attributes, each of which expat remembers."""


class Handler(Protocol):
    """What takes the events of one part; names come without their prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take the beginning of an element."""

    def end(self, name: str) -> None:
        """Take the end of an element."""

    def text(self, text: str) -> None:
        """Take a piece of text."""


class MarkupReader:
    """Reads the parts of one workbook, whose elements count together."""

    def __init__(self, limits: Limits) -> None:
        self._depth = limits.depth
        self._limit = self._left = limits.elements

    def read(self, pieces: Iterable[bytes], handler: Handler) -> None:
        """Send the events of one part to a handler, or refuse the part."""
        names: dict[str, str] = {}
        parser = self._parser(handler, names)
        fed = 0
        try:
            for piece in pieces:
                parser.Parse(piece, False)
                fed += len(piece)
                if len(names) > _MOST_NAMES:
                    raise Refusal(f"Its XML has more than {_MOST_NAMES:,} different names.")
                if fed - parser.CurrentByteIndex > _LONGEST_TAG:
                    raise Refusal(f"It holds a tag of more than {_LONGEST_TAG:,} bytes.")
            parser.Parse(b"", True)
        except Refusal:
            raise
        except (expat.ExpatError, ValueError, LookupError) as error:
            raise Refusal(f"Its XML is damaged: {error}.") from error

    def _parser(self, handler: Handler, names: dict[str, str]) -> expat.XMLParserType:
        parser = expat.ParserCreate(intern=names)
        parser.buffer_text = True
        depth = 0

        def start(name: str, attributes: dict[str, str]) -> None:
            nonlocal depth
            depth += 1
            self._left -= 1
            if depth > self._depth or self._left < 0:
                raise self._too_much(depth)
            handler.start(name.rpartition(":")[2], attributes)

        def end(name: str) -> None:
            nonlocal depth
            depth -= 1
            handler.end(name.rpartition(":")[2])

        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = handler.text
        parser.StartDoctypeDeclHandler = _refuse_document_type
        return parser

    def _too_much(self, depth: int) -> Refusal:
        if depth > self._depth:
            return Refusal(f"Its XML is nested in more than {self._depth:,} levels.")
        problem = f"With it the workbook is made of more than {self._limit:,} elements."
        return Refusal(problem, "Remove empty formatted rows and sheets that are no part of the forum.")


def _refuse_document_type(*_: object) -> None:
    raise Refusal("It declares a document type, which no spreadsheet program writes.")
