"""Tables in CSV that are broken, enormous, or mean to be something else."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from scheduler.formats.swap import WRITTEN
from tests.hostile.case import EITHER, READ, Case, changed, copied, packed, sixteenths, table, workbook

MB = 1_000_000
ROOMS = b"id,name,seats,equipment\nhall,Hall,200,webcast\nroom-2,Room 2,60,\n"


def table_cases() -> Iterator[Case]:
    """Yield all of them."""
    yield from _quotes()
    yield from _sizes()
    yield from _characters()
    yield from _places()
    yield from _values()
    yield from _many_rows()
    for name in ("sessions", "requests"):
        for place, content in enumerate(sixteenths(table(name))):
            yield Case(f"{name}.csv cut at {place}/16", changed(**{name: content}), EITHER)


def in_rooms(more: bytes) -> bytes:
    """Return the table of rooms with something below it."""
    return ROOMS + more


def _quotes() -> Iterator[Case]:
    yield Case("a quote at the start", changed(rooms=b'"' + ROOMS))
    yield Case("a quote that never ends", changed(rooms=in_rooms(b'x,"Hall,9\n')), told="not CSV")
    yield Case("10 MB after a quote", changed(rooms=lambda: in_rooms(b'x,"' + b"ab,1\n" * (2 * MB))), told="rooms.csv")
    yield Case("text after a quote", changed(rooms=in_rooms(b'x,"Hall"x,9\n')), told="not CSV")
    yield Case("a million quotes", changed(rooms=lambda: in_rooms(b'x,"' + b'""' * MB + b'",9\n')), told="rooms.csv")
    yield Case("a million lines in quotes", changed(rooms=lambda: in_rooms(b'x,"' + b"\n" * MB + b'",9\n')))


def _sizes() -> Iterator[Case]:
    yield Case("a cell of 10 MB", changed(rooms=lambda: in_rooms(b"x," + b"ab12" * (10 * MB // 4) + b",9\n")))
    header = b"id,name,seats," + b",".join(b"c%d" % number for number in range(100_000))
    yield Case("100,000 headings", changed(rooms=header + b"\nr1,Hall,9\n"), told="columns")
    yield Case("100,000 equal headings", changed(rooms=b"id,name,seats" + b",x" * 100_000 + b"\nr1,Hall,9\n"))
    yield Case("100,000 cells in a row", changed(rooms=in_rooms(b"x" + b",1" * 100_000 + b"\n")), told="columns")
    yield Case("4 million commas", changed(rooms=lambda: in_rooms(b"x" + b"," * (4 * MB) + b"\n")))
    yield Case("a heading of 1 MB", changed(rooms=b"id,name,seats," + b"(" * MB + b"\nr1,Hall,9,\n"))
    yield Case(
        "a heading of 30,000 brackets", changed(rooms=b"id,name,seats," + b"a (" * 10_000 + b"\nr1,Hall,9,\n"), EITHER
    )
    yield Case("a million rows", changed(rooms=lambda: ROOMS + b"r,Hall,9\n" * MB), told="rows")
    yield Case("two million blank rows", changed(rooms=lambda: ROOMS + b"\n" * (2 * MB)), EITHER)
    yield Case("a million rows of commas", changed(rooms=lambda: ROOMS + b",,\n" * MB), EITHER)
    yield Case("15,000 rows of many cells", changed(rooms=lambda: ROOMS + (b"r" + b",1" * 100 + b"\n") * 19_000))
    yield Case("21 MB", changed(rooms=lambda: b"x" * (21 * MB)), told="20,000,000 are allowed")
    yield Case("20 MB of nothing", changed(rooms=lambda: b" " * (19 * MB)), told="rooms.csv")
    yield Case("an empty table", changed(rooms=b""), told="no header")
    yield Case("blanks alone", changed(rooms=b" \n\t\n \n"), told="no header")


def _characters() -> Iterator[Case]:
    invisible = "invisible character"
    for code in (0x00, 0x01, 0x07, 0x08, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x85, 0x9B):
        name = f"H{chr(code)}ll".encode()
        end = EITHER if code in (0x0B, 0x0C, 0x1F, 0x85) else "refused"
        yield Case(f"a name with U+{code:04X}", changed(rooms=in_rooms(b"x," + name + b",9\n")), end)
    for code in (0x202A, 0x202B, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068):
        name = f"H{chr(code)}ll".encode()
        yield Case(f"a name with a lone U+{code:04X}", changed(rooms=in_rooms(b"x," + name + b",9\n")), told="U+")
    for text, name in (
        ("\u202eabc\u202c", "an override that ends"),
        ("\u202c", "the end of none"),
        ("\u2069", "an end"),
    ):
        yield Case(f"a name with {name}", changed(rooms=in_rooms(f"x,{text}a,9\n".encode())), told="U+")
    balanced = "x,\u2067قاعة\u2069 1,9\ny,\u200fقاعة\u200e,9\nz,क्\u200dष,9\n"
    yield Case("names with isolates and marks", changed(rooms=in_rooms(balanced.encode())), READ)
    yield Case(
        "an escape sequence of a terminal", changed(rooms=in_rooms(b"x,\x1b[2J\x1b]0;owned\x07,9\n")), told=invisible
    )
    yield Case("an id that is an escape sequence", changed(rooms=in_rooms(b"\x1b[31m,Hall,9\n")), told="rooms.csv")
    yield Case("a heading with NUL", changed(rooms=b"id,na\0me,seats\nr1,Hall,9\n"))
    yield Case("half of a character", changed(rooms=in_rooms(b"x,H\xed\xa0\x80ll,9\n")), told="not in UTF-8")
    yield Case("a character written too long", changed(rooms=in_rooms(b"x,H\xc0\xafll,9\n")), told="not in UTF-8")
    yield Case("beyond Unicode", changed(rooms=in_rooms(b"x,H\xf5\x80\x80\x80,9\n")), told="not in UTF-8")
    yield Case("Latin-1", changed(rooms=in_rooms(b"x,Caf\xe9,9\n")), told="not in UTF-8")
    text = in_rooms(b"").decode()
    yield Case("UTF-16", changed(rooms=text.encode("utf-16")), READ)
    yield Case("UTF-16 of an odd length", changed(rooms=text.encode("utf-16")[:-1]), told="UTF-16")
    yield Case("UTF-16 that is garbage", changed(rooms=b"\xff\xfe" + b"\x00\xd8" * 5_000), told="UTF-16")
    yield Case("UTF-16 without a mark", changed(rooms=text.encode("utf-16-le")))
    yield Case("UTF-32", changed(rooms=text.encode("utf-32")))
    yield Case("two marks of order", changed(rooms=b"\xef\xbb\xbf" * 2 + ROOMS), EITHER)
    yield Case("lines that end in CR", changed(rooms=ROOMS.replace(b"\n", b"\r")), READ)
    yield Case("random bytes", changed(rooms=bytes((7 * n * n + 13 * n) % 251 for n in range(50_000))))
    yield Case("a workbook in place of a table", changed(rooms=workbook), told="rooms.csv")
    yield Case("an archive in place of a table", changed(rooms=packed({"a": b"x"})), told="rooms.csv")
    long = "e" + "\u0301" * 9_999
    yield Case("10,000 accents on a letter", changed(rooms=in_rooms(f"x,{long},9\n".encode())), EITHER)
    hangul = "\u1112\u1161\u11ab" * 9_000
    yield Case("a long name in parts of letters", changed(rooms=in_rooms(f"x,{hangul},9\n".encode())), EITHER)
    blanks = (" \u200b" * 16_000).encode()
    edges = in_rooms(b"".join(b"x%d,Hall%s,9\n" % (number, blanks) for number in range(200)))
    yield Case("200 names that end in 32,000 blanks", changed(rooms=edges), READ)
    yield Case("letters that grow when they are compared", changed(rooms=in_rooms("\ufdfa,Hall,9\n".encode() * 1_000)))


def _replaced(make: Callable[[Path], None], name: str = "rooms.csv") -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = copied(folder)
        (path / name).unlink()
        make(path / name)
        return path

    return write


def _places() -> Iterator[Case]:
    for name in ("rooms.csv", "forum.yaml"):
        yield Case(f"a pipe called {name}", _replaced(os.mkfifo, name), told="not a file")
        yield Case(f"a folder called {name}", _replaced(Path.mkdir, name), told="not a file")
        yield Case(f"a link in a circle called {name}", _replaced(lambda path: path.symlink_to(path.name), name))
        yield Case(f"a link to a device called {name}", _replaced(lambda path: path.symlink_to("/dev/zero"), name))
        yield Case(f"a link to nothing called {name}", _replaced(lambda path: path.symlink_to("/nowhere"), name))
    yield Case("a link to another file", _replaced(lambda path: path.symlink_to("/etc/hostname")))
    yield Case("an empty folder", lambda folder: folder, told="There is no such file")
    yield Case("a folder of 6,000 strange tables", _with_strangers(6_000))
    yield Case("a half-done writing elsewhere", _linked_away, READ)


def _linked_away(folder: Path) -> Path:
    path = copied(folder)
    (folder / "elsewhere").mkdir()
    (folder / "elsewhere" / "rooms.csv").write_bytes(b"garbage")
    (path / WRITTEN).symlink_to(folder / "elsewhere")
    return path


def _with_strangers(count: int) -> Callable[[Path], Path]:
    def write(folder: Path) -> Path:
        path = copied(folder)
        for number in range(count):
            (path / f"session{number}.csv").touch()
        return path

    return write


def _values() -> Iterator[Case]:
    for seats in ("9" * 5_000, "9" * 100_000, "1e999", "nan", "inf", "-0", "٣٣", "²", "1_000", "0x10", "1,5", "9" * 12):
        cell = f'x,Hall,"{seats}"\n'.encode()
        end = READ if seats in ("-0", "٣٣", "²") else "refused"
        yield Case(f"{seats[:9]} seats in {len(seats):,} letters", changed(rooms=in_rooms(cell)), end)
    periods = "id,date,start,end,kinds\n{}\nm,2026-05-05,10:00,13:00,opening; plenary; round-table; side-event\n"
    dates = ("0000-01-01", "99999-01-01", "2026-02-30", "9999-12-31", "1969-12-31", "9" * 5_000)
    for date, start in (*((date, "10:00") for date in dates), ("2026-05-05", "99:99"), ("2026-05-05", "9" * 5_000)):
        text = periods.format(f"x,{date},{start},13:00,plenary")
        yield Case(f"a period on {date[:12]} at {start[:9]}", changed(periods=text.encode()))
    sessions = "id,kind,title,sittings\n"
    for name, sittings in {"16,000 sittings": "1;" * 16_000, "a sitting of 10^11 minutes": "1" * 12}.items():
        yield Case(name, changed(sessions=f"{sessions}x,plenary,T,{sittings}\n".encode()))
    yield Case("an id of 30,000 letters", changed(rooms=in_rooms(b"x" * 30_000 + b",Hall,9\n")), told="rooms.csv")
    yield Case("a name of 30,000 letters", changed(rooms=in_rooms(b"x," + b"N" * 30_000 + b",9\n")), EITHER)
    kinds = "; ".join(f"kind{number}" for number in range(3_000))
    yield Case(
        "3,000 unknown kinds in a cell", changed(periods=periods.format(f"x,2026-05-05,10:00,13:00,{kinds}").encode())
    )
    zones = ("../../../etc/passwd", "/etc/localtime", "UTC\0", "x" * 30_000, "America/../America/New_York")
    for zone in zones:
        people = f"id,name,timezone\nruiz,Ana,{zone}\n".encode()
        yield Case(f"the zone {zone[:20]!r}", changed(people=people), told="people.csv")
    for start in "=+-@\t":
        people = table("people").replace(b"Ana Ruiz", f"{start}cmd|'/c calc'!A0".encode())
        yield Case(f"a name that begins with {start!r}", changed(people=people), READ)


def _many_rows() -> Iterator[Case]:
    many = 19_000
    yield Case("15,000 faulty rows", changed(rooms=lambda: ROOMS + b"a b,,x\n" * many), told="more faults")
    ties = b"first,link,second\n" + b"".join(b"sesion-%d,before,sesion-%d\n" % (n, n + 1) for n in range(10_000))
    yield Case("10,000 ties of unknown sessions", changed(ties=ties), told="more faults")
    rows = b"".join(b"s%d,side-event,T,30\n" % number for number in range(5_000))
    chain = b"first,link,second\n" + b"".join(b"s%d,before,s%d\n" % (n, (n + 1) % 5_000) for n in range(5_000))
    sessions = b"id,kind,title,sittings\n" + rows
    ring = {
        "sessions": sessions,
        "ties": chain,
        "requests": b"id,session,participant\n",
        "roles": b"session,role,person\n",
    }
    yield Case("5,000 sessions in a circle", changed(**ring), told="ties.csv")
    ids = b"id,name,seats\n" + b"".join(b"r%d,Hall,9\n" % (n % 7) for n in range(many))
    yield Case("15,000 rows of seven ids", changed(rooms=ids), told="more faults")
    windows = "; ".join(["2026-05-05 10:00-11:00"] * 1_300)
    people = "id,name,available\n" + f'ruiz,Ana,"{windows}"\n' * 200
    yield Case("260,000 windows", changed(people=people.encode()), told="people.csv")
    people = b"id,name,timezone\n" + b"".join(b"p%d,N,America/New_Yrk%d\n" % (n, n) for n in range(5_000))
    yield Case("5,000 unknown zones", changed(people=people), told="more faults")
    yield from _many_sound_rows()


def _many_sound_rows() -> Iterator[Case]:
    many = 5_000
    alone = {"requests": b"id,session,participant\n", "roles": b"session,role,person\n", "ties": b"first,link,second\n"}
    sessions = b"id,kind,title,sittings,equipment\n" + b"".join(
        b"s%d,side-event,T,30,e%d\n" % (n, n) for n in range(many)
    )
    rooms = ROOMS + b"".join(b"r%d,R,9,f%d\n" % (number, number) for number in range(many))
    yield Case("5,000 sessions and no room for them", changed(sessions=sessions, rooms=rooms, **alone), told="No room")
    states = b"id,name,class\n" + b"".join(b"x%d,Republic of Knya %d,member_state\n" % (n, n) for n in range(many))
    nobody = {"people": b"id,name\n", "constituencies": b"id,label\n", "sessions": _without_organisers()}
    yield Case("5,000 delegations of nearly a country", changed(participants=states, **nobody, **alone), EITHER)
    places = b"id,name,class,country\n" + b"".join(b"x%d,N,stakeholder,Knya %d\n" % (n, n) for n in range(many))
    yield Case("5,000 unknown countries", changed(participants=places, **nobody, **alone), told="more faults")


def _without_organisers() -> bytes:
    return b"id,kind,title,sittings\nopening,opening,O,30\n"
