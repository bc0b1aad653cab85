"""agenda.json that is deep, long, cut off, or whose numbers are none."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.formats.agenda_json import agenda_text
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from tests.hostile.case import EITHER, REFUSED, Case, file, sixteenths, workbook

START = "2026-05-05T10:00:00-04:00"


@cache
def plain() -> str:
    """Return an agenda of the small forum."""
    uid = read_forum(sample_path("tiny")).uid
    data = {
        "forum": uid,
        "outcome": Outcome.FEASIBLE,
        "score": 0,
        "bound": 0,
        "placements": [{"session": "opening", "period": "morning", "room": "hall", "start": START, "minutes": 30}],
        "lists": [
            {
                "session": "debate",
                "outcome": Outcome.FEASIBLE,
                "interventions": [{"request": "q1", "start": "2026-05-05T10:40:00-04:00", "seconds": 180}],
                "measures": [{"name": "deviation", "value": 1.5, "unit": "minutes"}],
            }
        ],
    }
    return agenda_text(Agenda.model_validate(data))


def agenda_cases() -> Iterator[Case]:
    """Yield all of them."""
    yield from _texts()
    yield from _numbers()
    yield from _encodings()
    for place, content in enumerate(sixteenths(plain().encode())):
        yield agenda(f"agenda.json cut at {place}/16", content, told="not JSON")


def agenda(name: str, content: bytes | Callable[[], bytes], end: str = REFUSED, told: str = "") -> Case:
    """Return a case of an agenda."""
    return Case(f"JSON: {name}", file("agenda.json", content), end, told, is_agenda=True)


def _texts() -> Iterator[Case]:
    deep = 100_000
    objects = "more than 20,000 objects and lists"
    bombs: dict[str, tuple[str, str]] = {
        "lists in 10^5 levels": ("[" * deep + "]" * deep, objects),
        "lists that open 10^5 levels": ("[" * deep, objects),
        "objects in 10^5 levels": ('{"a":' * deep + "1" + "}" * deep, objects),
        "lists in 19,000 levels": ("[" * 19_000 + "]" * 19_000, "more than 40 levels"),
        "lists in 900 levels": ("[" * 900 + "]" * 900, "more than 40 levels"),
        "objects in 60 levels": ('{"a":' * 60 + "1" + "}" * 60, "more than 40 levels"),
        "3 million lists": ("[" + "[]," * 3_000_000 + "[]]", objects),
        "10^6 numbers": ("[" + "1," * 1_000_000 + "1]", "150,000 values"),
        "10^5 placements that are numbers": ('{"placements": [' + "1," * 100_000 + "1]}", "no part of an agenda"),
        "10^4 empty placements": ('{"placements": [' + "{}," * 10_000 + "{}]}", "no part of an agenda"),
        "10^5 unknown names": ("{" + ",".join(f'"k{n}": 1' for n in range(70_000)) + "}", "100 names"),
        "one name 10^5 times": ("{" + ",".join('"k": 1' for n in range(70_000)) + "}", "100 names"),
        "a text of 9 MB": ('{"forum": "' + "ab12" * 2_250_000 + '"}', "32,767 are allowed"),
        "a name of 9 MB": ('{"' + "ab12" * 2_250_000 + '": 1}', "32,767 are allowed"),
        "a text that never ends": ('{"forum": "' + "ab12" * 1_000_000, "not JSON"),
        "9 MB of escapes": ('{"forum": "' + "\\u00e9" * 1_500_000 + '"}', ""),
        "9 MB of blanks": (" " * 9_000_000 + "{}", ""),
        "11 MB": ("x" * 11_000_000, "10,000,000 are allowed"),
        "nothing": ("", "not JSON"),
        "null": ("null", ""),
        "a number": ("1", ""),
        "two values": ("{} {}", "not JSON"),
        "comments": ("{} // x", "not JSON"),
        "single quotes": ("{'a': 1}", "not JSON"),
        "a comma too many": ('{"a": 1,}', "not JSON"),
        "a name twice": ('{"forum": "a", "forum": "b"}', "twice"),
        "YAML": ("forum: a\n", "not JSON"),
        "XML": ('<?xml version="1.0"?><a/>', "not JSON"),
    }
    for name, (content, told) in bombs.items():
        yield agenda(name, content.encode(), told=told)


def edited(*path: str | int, value: Any) -> bytes:
    """Return the agenda with one value changed."""
    data = json.loads(plain())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(data).encode()


def _numbers() -> Iterator[Case]:
    for name in ("NaN", "Infinity", "-Infinity"):
        yield agenda(name, plain().replace("1.5", name).encode(), told="is no number")
    for number in ("1e400", "-1e400"):
        yield agenda(number, plain().replace("1.5", number).encode(), told="is too large")
    for number in ("9" * 5_000, "0." + "1" * 5_000, "1" * 41, "-" + "9" * 100_000):
        yield agenda(
            f"{number[:9]}... of {len(number):,} digits", plain().replace("1.5", number).encode(), told="digits"
        )
    for number in ("01", "+1", ".5", "0x10", "1_0", "--1", "1e", "٣"):
        yield agenda(f"the number {number}", plain().replace("1.5", number).encode(), told="not JSON")
    huge = int("9" * 40)
    for name, content in {
        "a score of 40 digits": edited("score", value=huge),
        "a seed of 40 digits": edited("seed", value=huge),
        "10^39 minutes": edited("placements", 0, "minutes", value=huge),
        "10^12 minutes": edited("placements", 0, "minutes", value=10**12),
        "10^39 seconds": edited("lists", 0, "interventions", 0, "seconds", value=huge),
        "10^12 seconds": edited("lists", 0, "interventions", 0, "seconds", value=10**12),
        "sitting 10^39": edited("placements", 0, "sitting", value=huge),
        "a measure of 1e308": edited("lists", 0, "measures", 0, "value", value=1e308),
        "a start in year 1": edited("placements", 0, "start", value="0001-01-01T00:00:00+23:59"),
        "a start in year 9999": edited("placements", 0, "start", value="9999-12-31T23:59:59-23:59"),
        "a turn in year 1": edited("lists", 0, "interventions", 0, "start", value="0001-01-01T00:00:00+23:59"),
        "a turn in year 9999": edited("lists", 0, "interventions", 0, "start", value="9999-12-31T23:59:59-23:59"),
        "a start that is a number": edited("placements", 0, "start", value=1e300),
        "a start with an offset of days": edited("placements", 0, "start", value="2026-05-05T10:00:00-99:00"),
        "a session of 9 MB": edited("placements", 0, "session", value="x" * 9_000_000),
        "a session of 32,000 letters": edited("placements", 0, "session", value="x" * 32_000),
        "a unit with a control character": edited("lists", 0, "measures", 0, "unit", value="\x1b[2J"),
        "a reason with a bidi override": edited("lists", 0, "measures", 0, "because", value="\u202eabc"),
    }.items():
        yield agenda(name, content)


def _encodings() -> Iterator[Case]:
    text = plain()
    yield agenda("a byte order mark", b"\xef\xbb\xbf" + text.encode(), EITHER)
    yield agenda("UTF-16", text.encode("utf-16"), EITHER)
    yield agenda("UTF-32", text.encode("utf-32"))
    yield agenda("Latin-1", text.replace("minutes", "minut\xe9s").encode("latin-1"), told="not in UTF-8")
    yield agenda("a NUL", text.replace("debate", "deb\0ate").encode(), told="not JSON")
    yield agenda("an escaped NUL", text.replace("debate", "deb\\u0000ate").encode())
    yield agenda("a control character", text.replace("debate", "deb\x07ate").encode(), told="not JSON")
    yield agenda("half of a character", text.replace('"debate"', '"\\ud800"').encode(), told="half of a character")
    yield agenda("half of a name", text.replace('"score"', '"\\udfff"').encode(), told="half of a character")
    yield agenda(
        "a half of a character in bytes", text.encode().replace(b"debate", b"\xed\xa0\x80"), told="not in UTF-8"
    )
    yield agenda("a workbook", workbook(), told="agenda.json")
    yield agenda("an agenda", text.encode(), EITHER)
