"""The worksheets of a workbook as grids of text, in one pass over their XML.

openpyxl's reader is not used: it builds a tree of every row and an object of every text before anything can be counted,
takes four times as long, and a second to be imported.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scheduler.formats.limits import Limits
from scheduler.formats.workbook.grid import Cells, Converter, Grid
from scheduler.formats.workbook.handlers import Elements, Formats, Strings
from scheduler.formats.workbook.markup import Handler, MarkupReader
from scheduler.formats.workbook.opening import Package, Refusal

_TYPES = "[Content_Types].xml"
_WORKBOOK = "xl/workbook.xml"


@dataclass(frozen=True, slots=True)
class _Relation:
    id: str
    kind: str
    part: str


class Worksheets:
    """The worksheets of a workbook by title, hidden ones included; each is read when it is asked for."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        self._package = Package(content, limits)
        self._reader = MarkupReader(limits)
        self._refuse_macros()
        book = next((one.part for one in self._relations("") if one.kind == "officeDocument"), _WORKBOOK)
        relations = list(self._relations(book))
        self._parts, from_1904 = self._worksheet_parts(book, relations)
        formats, strings = Formats(), Strings(limits)
        self._read_kind("styles", relations, formats)
        self._read_kind("sharedStrings", relations, strings)
        self._convert = Converter(strings.found, formats.codes, from_1904)
        self._cells_left = limits.cells

    @property
    def titles(self) -> tuple[str, ...]:
        """Titles of the worksheets, in order."""
        return tuple(self._parts)

    def grid(self, title: str) -> Grid:
        """Return the cells of a worksheet as text, or refuse it."""
        sheet = Cells(self._convert, self._limits, self._cells_left)
        self._read(self._parts[title], sheet)
        self._cells_left = sheet.cells_left
        return sheet.grid

    def _read(self, part: str, handler: Handler) -> None:
        self._reader.read(self._package.pieces(part), handler)

    def _read_kind(self, kind: str, relations: list[_Relation], handler: Handler) -> None:
        for one in relations:
            if one.kind == kind and one.part in self._package:
                self._read(one.part, handler)

    def _refuse_macros(self) -> None:
        types = Elements("Default", "Override")
        self._read(_TYPES, types)
        kinds = [attributes.get("ContentType", "").casefold() for _, attributes in types.found]
        if any("macro" in kind or "vba" in kind for kind in kinds):
            raise Refusal("It holds macros.", "Save it as an Excel workbook without macros (.xlsx).")

    def _relations(self, part: str) -> Iterator[_Relation]:
        """Yield what a part refers to inside the workbook; what lies outside is never followed."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        elements = Elements("Relationship")
        if listed in self._package:
            self._read(listed, elements)
        for _, attributes in elements.found:
            target = attributes.get("Target", "")
            if attributes.get("TargetMode") != "External":
                inside = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
                kind = attributes.get("Type", "").rpartition("/")[2]
                yield _Relation(attributes.get("Id", ""), kind, inside)

    def _worksheet_parts(self, book: str, relations: list[_Relation]) -> tuple[Mapping[str, str], bool]:
        """Return the part of each worksheet by title, and whether days count from 1904."""
        elements = Elements("sheet", "workbookPr")
        self._read(book, elements)
        part_of = {one.id: one.part for one in relations if one.kind == "worksheet"}
        found: dict[str, str] = {}
        from_1904 = False
        for name, attributes in elements.found:
            if name == "workbookPr":
                from_1904 = attributes.get("date1904") in ("1", "true")
                continue
            title = attributes.get("name", "")
            part = part_of.get(next((attributes[key] for key in attributes if key.rpartition(":")[2] == "id"), ""))
            if title in found:
                raise Refusal(f"Two of its sheets are called {title[:80]}.")
            if part is not None:
                found[title] = part
        if not found:
            raise Refusal("It has no worksheet.")
        return found, from_1904
