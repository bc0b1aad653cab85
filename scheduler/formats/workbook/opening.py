"""A workbook opened with care: its directory is checked before a part is unpacked, and unpacked bytes are counted.

Nothing is taken out of the archive but the few parts that hold cells, none is written anywhere, and what a workbook
links to is never fetched. A workbook with macros is refused, although nothing would run them.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from scheduler.formats.limits import Limits

START = b"PK\x03\x04"
"""First bytes of every workbook, whatever its name."""

SAVE_AGAIN = "Open it in a spreadsheet program and save it as an Excel workbook (.xlsx)."

_DIRECTORY_ENTRY = b"PK\x01\x02"
_OLD = b"\xd0\xcf\x11\xe0"
_CHUNK = 65_536
_SMALL = 1_000_000
"""Bytes of a part below which it does not matter how well it is packed."""

_LOCAL_HEADER_BYTES = 30
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MACROS = ("vbaproject.bin", "vbadata.xml")


class Refusal(ValueError):  # noqa: N818 - not a slip of ours
    """A workbook, or a sheet of it, that is not read: what is wrong and what to do."""

    def __init__(self, problem: str, instead: str = SAVE_AGAIN) -> None:
        self.problem = problem
        self.instead = instead
        super().__init__(f"{problem} {instead}")


class Package:
    """The parts of a workbook by name, unpacked piece by piece."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        _refuse_other_files(content)
        if content.count(_DIRECTORY_ENTRY) > limits.entries:
            raise Refusal(f"It is packed of more than {limits.entries:,} files.")
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Refusal("The file is damaged or cut off.", "Get it again, or save it again.") from error
        self._left = limits.unpacked_bytes
        self._limits = limits
        entries = [entry for entry in self._archive.infolist() if not entry.is_dir()]
        _refuse_oddities(entries, len(content))
        for entry in entries:
            _refuse_bombs(entry, limits)
        if sum(entry.file_size for entry in entries) > limits.unpacked_bytes:
            raise self._too_large()
        self._parts = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part, counting them whatever the directory says."""
        if name not in self._parts:
            raise Refusal(f"The part {name[:80]} of the workbook is missing.")
        try:
            with self._archive.open(self._parts[name]) as stream:
                while piece := stream.read(_CHUNK):
                    self._left -= len(piece)
                    if self._left < 0:
                        raise self._too_large()
                    yield piece
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError) as error:
            raise Refusal(
                f"The part {name[:80]} of the workbook is damaged.", "Get it again, or save it again."
            ) from error

    def _too_large(self) -> Refusal:
        problem = f"Unpacked it has more than {self._limits.unpacked_bytes:,} bytes."
        return Refusal(problem, "Remove pictures, empty formatted rows and sheets that are no part of the forum.")


def _refuse_other_files(content: bytes) -> None:
    if content.startswith(_OLD):
        raise Refusal(
            "It is a workbook of an old form, or one with a password.", "Save it as .xlsx without a password."
        )
    if not content.startswith(START):
        raise Refusal("It is neither a folder nor an Excel workbook (.xlsx).")


def _refuse_oddities(entries: list[zipfile.ZipInfo], size: int) -> None:
    """Refuse what no spreadsheet program writes: it is made to be read in two ways, or to reach other files."""
    names = [entry.filename for entry in entries]
    lower = {name.casefold() for name in names}
    if len(lower) < len(names):
        raise Refusal("Two of its parts have one name.")
    for name in names:
        if name.startswith("/") or ".." in name.split("/") or any(mark in name for mark in "\\\0:"):
            raise Refusal(f"Its part {name[:80]!r} has a name that leads out of it.")
        if name.casefold().rpartition("/")[2] in _MACROS:
            raise Refusal("It holds macros.", "Save it as an Excel workbook without macros (.xlsx).")
    if "mimetype" in lower:
        raise Refusal("It is an OpenDocument file.", "Save it as an Excel workbook (.xlsx).")
    if "xl/workbook.bin" in lower:
        raise Refusal("It is a binary workbook (.xlsb).", "Save it as an Excel workbook (.xlsx).")
    if not any(name == "[content_types].xml" for name in lower):
        raise Refusal("It is a packed file, but not an Excel workbook.")
    end = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if entry.header_offset < end or entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size > size:
            raise Refusal("Its parts lie one over another.")
        end = entry.header_offset + _LOCAL_HEADER_BYTES + entry.compress_size


def _refuse_bombs(entry: zipfile.ZipInfo, limits: Limits) -> None:
    if entry.flag_bits & 0x1:
        raise Refusal("It has a password.", "Save it without a password.")
    if entry.compress_type not in _PACKED:
        raise Refusal("It is packed in a way that spreadsheet programs do not use.")
    if entry.file_size > max(_SMALL, entry.compress_size * limits.ratio):
        raise Refusal(f"Its part {entry.filename[:80]} unpacks to more than {limits.ratio:,} times its size.")
