"""Archives that are no honest workbook: bombs, lies about sizes and names, other files under its name."""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.hostile.case import EITHER, READ, Case, book, file, packed, part_of, parts, sixteenths, workbook

SHEET = part_of("Rooms")
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def archive_cases() -> Iterator[Case]:
    """Yield all of them."""
    yield from _bombs()
    yield from _lies()
    yield from _names()
    yield from _other_files()
    for place, content in enumerate(sixteenths(workbook())):
        yield Case(f"a workbook cut at {place}/16", file("forum.xlsx", content))
    for place in range(1, 9):
        yield Case(f"a workbook with a byte changed at {place}/9", file("forum.xlsx", _flipped(place)), EITHER)


def _flipped(place: int) -> bytes:
    content = bytearray(workbook())
    content[len(content) * place // 9] ^= 0x55
    return bytes(content)


def _bombs() -> Iterator[Case]:
    yield Case("a sheet of 200 MB of blanks", book({SHEET: lambda: b" " * 200_000_000}), told="200 times its size")
    small = {f"xl/media/{number}.png": b"\0" * 999_000 for number in range(60)}
    yield Case("sixty parts of one MB", book(small), told="40,000,000 bytes")
    yield Case("a sheet of 30 MB of blanks", book({SHEET: lambda: _padded(30_000_000)}), told="200 times its size")
    nested = packed({"b.zip": packed({"c.zip": packed({"d": b"\0" * 10_000_000})})})
    yield Case("an archive in an archive, beside the sheets", book({"xl/embeddings/a.zip": nested}), READ)
    yield Case("an archive in place of a sheet", book({SHEET: nested}), told="damaged")
    yield Case("a workbook in place of a sheet", book({SHEET: workbook()}), told="damaged")
    many = {f"xl/media/{number}": b"" for number in range(3_000)}
    yield Case("3,000 parts", book(many), told="more than 2,000 files")
    yield Case("400,000 entries of a directory", file("f.xlsx", lambda: _directory_only(400_000)), told="2,000 files")
    yield Case("parts that overlap", file("f.xlsx", _overlapping()), told="lie one over another")
    yield Case("a file of 21 MB", file("f.xlsx", lambda: LOCAL + b"\0" * 21_000_000), told="20,000,000 are allowed")
    yield Case("packed with bzip2", book({}, zipfile.ZIP_BZIP2), told="do not use")
    yield Case("packed with lzma", book({}, zipfile.ZIP_LZMA), told="do not use")
    yield Case("not packed at all", book({}, zipfile.ZIP_STORED), READ)


def _padded(size: int) -> bytes:
    return parts()[SHEET].replace(b"<sheetData>", b" " * size + b"<sheetData>")


def _directory_only(count: int) -> bytes:
    entry = CENTRAL + b"\0" * 24 + struct.pack("<HHHHHLL", 1, 0, 0, 0, 0, 0, 0)[:16] + b"\0\0a"
    entry = (CENTRAL + b"\x14\0" * 2 + b"\0" * 38)[:46].ljust(46, b"\0")
    directory = entry * count
    return LOCAL + directory + END + struct.pack("<HHHHLLH", 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), 4, 0)


def _overlapping() -> bytes:
    """Let every entry of the directory point at the same packed bytes."""
    content = bytearray(workbook())
    first = content.find(CENTRAL)
    place = content.find(CENTRAL, first + 46)
    while place > 0:
        content[place + 42 : place + 46] = content[first + 42 : first + 46]
        place = content.find(CENTRAL, place + 46)
    return bytes(content)


def _patched(offset: int, value: bytes, name: bytes = SHEET.encode()) -> Callable[[], bytes]:
    """Return the workbook with a field of one part's directory entry changed."""

    def content() -> bytes:
        found = bytearray(workbook())
        place = found.rfind(name) - 46
        found[place + offset : place + offset + len(value)] = value
        return bytes(found)

    return content


def _lies() -> Iterator[Case]:
    yield Case("a part that says it has 10 bytes", file("f.xlsx", _patched(24, struct.pack("<L", 10))), told="damaged")
    yield Case("a part that says it has 4 GB", file("f.xlsx", _patched(24, b"\xfe\xff\xff\xff")), told="its size")
    yield Case("a part packed in 4 GB", file("f.xlsx", _patched(20, b"\xfe\xff\xff\xff")), told="over another")
    yield Case("a part with another check sum", file("f.xlsx", _patched(16, b"abcd")), told="damaged")
    yield Case("a part with a password", file("f.xlsx", _patched(8, b"\x01\0")), told="password")
    yield Case("a part packed in an unknown way", file("f.xlsx", _patched(10, b"\x63\0")), told="do not use")
    yield Case("a part that starts nowhere", file("f.xlsx", _patched(42, b"\xf0\xff\xff\x7f")), told="over another")
    yield Case("a name longer than the directory", file("f.xlsx", _patched(28, b"\xff\xff")))
    yield Case("zip64 fields", file("f.xlsx", _zip64()), READ)
    yield Case("a comment of 65,535 bytes", file("f.xlsx", _commented(b"x" * 65_535)), READ)
    yield Case("a directory in the comment", file("f.xlsx", _commented(END + b"\0" * 18)), EITHER)
    yield Case(
        "a program before the archive", file("f.xlsx", b"MZ" + b"\0" * 500 + workbook()), told="Excel workbook (.xlsx)"
    )
    yield Case("1 MB after the archive", file("f.xlsx", workbook() + b"\0" * 1_000_000), told="damaged or cut off")


def _zip64() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts().items():
            with archive.open(name, "w", force_zip64=True) as part:
                part.write(content)
    return stream.getvalue()


def _commented(comment: bytes) -> bytes:
    content = workbook()
    return content[:-2] + struct.pack("<H", len(comment)) + comment


def _names() -> Iterator[Case]:
    for name in ("../evil.xml", "/etc/passwd", "xl\\..\\..\\evil", "C:evil", "xl/../../evil"):
        yield Case(f"a part called {name}", book({name: b"x"}), told="leads out of it")
    yield Case("two parts of one name", file("f.xlsx", _twice(SHEET)), told="Two of its parts have one name")
    yield Case("two parts but for capitals", book({SHEET.upper(): b"x"}), told="have one name")
    yield Case("a part that is a link", file("f.xlsx", _linked()), told="damaged")
    yield Case("a name of 60,000 letters", book({"x" * 60_000: b""}), READ)
    yield Case("a name with a bidi override", book({"xl/\u202eslx.exe": b"x"}), READ)
    for part in ("[Content_Types].xml", "xl/workbook.xml", SHEET, "xl/_rels/workbook.xml.rels"):
        yield Case(f"without {part}", book({part: None}))
    yield Case("without styles", book({"xl/styles.xml": None}), EITHER)
    yield Case("without shared texts", book({"xl/sharedStrings.xml": None}), told="which is not there")


def _twice(name: str) -> bytes:
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for part, content in parts().items():
            archive.writestr(part, content)
        archive.writestr(name, b"<worksheet/>")
    return stream.getvalue()


def _linked() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts().items():
            entry = zipfile.ZipInfo(name)
            if name == SHEET:
                entry.external_attr = 0o120777 << 16
            archive.writestr(entry, b"/etc/passwd" if name == SHEET else content)
    return stream.getvalue()


def _other_files() -> Iterator[Case]:
    others = {
        "an old workbook": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 5_000, "old form"),
        "a PDF": (b"%PDF-1.7\n" + b"x" * 500, "Excel workbook (.xlsx)"),
        "a web page": (b"<html><table><tr><td>id</td></tr></table></html>", "Excel workbook (.xlsx)"),
        "a table": (b"id,name\n1,a\n", "Excel workbook (.xlsx)"),
        "an empty file": (b"", "Excel workbook (.xlsx)"),
        "random bytes": (bytes((7 * n * n + 13 * n) % 251 for n in range(50_000)), "Excel workbook (.xlsx)"),
        "a program": (b"\x7fELF" + b"\0" * 500, "Excel workbook (.xlsx)"),
        "an OpenDocument table": (
            packed({"mimetype": b"application/vnd.oasis", "content.xml": b"<x/>"}),
            "OpenDocument",
        ),
        "a text document": (packed({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}), "missing"),
        "a binary workbook": (packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.bin": b"x"}), "binary"),
        "some archive": (packed({"a.txt": b"hello"}), "Excel workbook (.xlsx)"),
        "an empty archive": (packed({}), "Excel workbook (.xlsx)"),
    }
    for name, (content, told) in others.items():
        yield Case(f"{name} called .xlsx", file("forum.xlsx", content), told=told)
    yield Case("a workbook called .csv", file("forum.csv", workbook()), READ)
    yield Case("a workbook without an ending", file("forum", workbook()), READ)
    macros = "Save it as an Excel workbook without macros"
    yield Case("a workbook with macros", book({"xl/vbaProject.bin": b"\0" * 500}), told=macros)
    yield Case("macros under another name", book({"[Content_Types].xml": _typed(b"ms-office.vbaProject")}), told=macros)
    kind = b"ms-excel.sheet.macroEnabled.main+xml"
    yield Case("a workbook that says it has macros", book({"[Content_Types].xml": _typed(kind)}), told=macros)
    yield Case("a device", lambda folder: Path("/dev/zero"), told="")


def _typed(kind: bytes) -> bytes:
    override = b'<Override PartName="/xl/a.bin" ContentType="application/vnd.' + kind + b'"/></Types>'
    return parts()["[Content_Types].xml"].replace(b"</Types>", override)
