"""forum.yaml that runs, refers, nests or never ends."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import EITHER, READ, Case, changed, sixteenths, table

PLAIN = "uid: forum-0001\ntitle: T\ntimezone: America/New_York\ndays: [2026-05-05]\n"


def settings_cases() -> Iterator[Case]:
    """Yield all of them."""
    for name, (text, told) in {**_tags(), **_references(), **_depths(), **_sizes()}.items():
        yield Case(f"YAML: {name}", changed(forum=text.encode("utf-8", "surrogatepass")), told=told)
    for name, text in _values().items():
        yield Case(f"YAML: {name}", changed(forum=text.encode("utf-8", "surrogatepass")), EITHER)
    yield Case("YAML: an anchor that nobody names", changed(forum=f"{PLAIN}note: &a x\n".encode()), READ)
    yield Case("YAML: UTF-16", changed(forum=PLAIN.encode("utf-16")), READ)
    yield Case("YAML: UTF-16 garbage", changed(forum=b"\xfe\xff" + b"\xd8\x00" * 999), told="forum.yaml")
    yield Case(
        "YAML: random bytes", changed(forum=bytes((7 * n * n + n) % 251 for n in range(9_000))), told="forum.yaml"
    )
    for place, content in enumerate(sixteenths(table("forum"))):
        yield Case(f"forum.yaml cut at {place}/16", changed(forum=content), EITHER)


def _tags() -> dict[str, tuple[str, str]]:
    tags = {
        "a tag that runs": "!!python/object/apply:os.system [ls]",
        "a tag that makes an object": "!!python/object:os.stat_result {}",
        "a tag that imports": "!!python/name:os.system ''",
        "a tag of its own": "!x y",
        "a tag of bytes": "!!binary R0lGODlhDAAMAIQA",
        "a tag of a set": "!!set {a, b}",
        "a tag of text": "!!str 5",
        "a tag without a name": "! 5",
    }
    return {name: (f"{PLAIN}note: {tag}\n", "tags such as !!str") for name, tag in tags.items()}


def _references() -> dict[str, tuple[str, str]]:
    laughs = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 9}]\n" for n in range(1, 10))
    refused = "references such as"
    return {
        "a bomb of references": (PLAIN + laughs, refused),
        "a reference to itself": (f"{PLAIN}note: &a [*a]\n", refused),
        "merged keys": (f"{PLAIN}base: &b {{a: x}}\nnote:\n  <<: *b\n", refused),
        "a reference to nothing": (f"{PLAIN}note: *none\n", refused),
        "15,000 anchors": (f"{PLAIN}note: [{', '.join(f'&a{n} x' for n in range(15_000))}]\n", "names and values"),
    }


def _depths() -> dict[str, tuple[str, str]]:
    deep = "more than 40 levels"
    return {
        "lists in 50,000 levels": (PLAIN + "note: " + "[" * 50_000, deep),
        "objects in 40,000 levels": (PLAIN + "note: " + "{a: " * 40_000, deep),
        "a key in 50,000 levels": ("{" * 50_000, deep),
        "dashes in 50,000 levels": (PLAIN + "note: " + "- " * 50_000, ""),
        "questions in 50,000 levels": ("? " * 50_000, deep),
        "lines in 400 levels": (PLAIN + "note:\n" + "".join(f"{' ' * n}a:\n" for n in range(1, 400)), deep),
        "a list in a list": (f"{PLAIN}slot_minutes: [[5]]\n", "nested too deeply"),
    }


def _sizes() -> dict[str, tuple[str, str]]:
    many = "more than 2,000 names and values"
    return {
        "1 MB": (PLAIN + "note: " + "x" * 1_000_000, "200,000 are allowed"),
        "10 MB": (PLAIN + "#\n" * 5_000_000, "200,000 are allowed"),
        "5,000 settings": (PLAIN + "".join(f"s{n}: x\n" for n in range(5_000)), many),
        "900 unknown settings": (PLAIN + "".join(f"languagess{n}: x\n" for n in range(900)), "no such setting"),
        "one setting 900 times": (PLAIN + "note: x\n" * 900, "set twice"),
        "5,000 days": (PLAIN.replace("2026-05-05", ", ".join(["2026-05-05"] * 5_000)), many),
        "a name of 100,000 letters": (f"{PLAIN}? {'x' * 100_000}\n: y\n", "no plain name"),
        "a value of 150,000 letters": (f"{PLAIN}series: {'x' * 150_000}\n", ""),
        "40,000 documents": ("---\n" * 40_000, "not YAML"),
        "20,000 directives": ("%TAG ! tag:x,2000:\n" * 9_000, "not YAML"),
        "nothing": ("", ""),
        "100,000 blank lines": ("\n" * 100_000, ""),
    }


def _values() -> dict[str, str]:
    values = {
        "half of a character": '"\\ud800"',
        "a NUL": '"\\0"',
        "a NUL as it is": "a\0b",
        "an escape sequence": '"\\e[2J"',
        "a bell as it is": "a\x07b",
        "a bidi override": '"\\u202eabc"',
        "a line separator": '"a\\Lb"',
        "not a number": ".nan",
        "infinity": ".inf",
        "a formula": "'=1+1'",
        "5,000 digits": "9" * 5_000,
        "a half of a character as it is": "a\ud800b",
        "an object": "{a: b}",
    }
    found = {f"a note of {name}": f"{PLAIN}note: {value}\n" for name, value in values.items()}
    found |= {f"slots of {name}": f"{PLAIN}slot_minutes: {value}\n" for name, value in values.items()}
    zones = ("../../etc/passwd", "/etc/localtime", "posixrules", "localtime", "''", "x" * 50_000, "[UTC]", "Etc/GMT+99")
    found |= {f"the zone {zone[:20]}": PLAIN.replace("America/New_York", zone) for zone in zones}
    found |= {
        f"the day {day[:20]}": PLAIN.replace("2026-05-05", day) for day in ("0001-01-01", "9999-12-31", "9" * 5_000)
    }
    found |= {
        f"the languages {tag[:20]}": f"{PLAIN}languages: [{tag}]\n" for tag in ("x" * 9_000, "en" + "-ab" * 9_000)
    }
    return found
