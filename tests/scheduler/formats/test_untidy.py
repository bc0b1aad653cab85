"""A forum's tables drawn up in another way are the same forum."""

import csv
import io
from pathlib import Path
from random import Random

import pytest

from scheduler.formats.columns import tables
from scheduler.formats.headings import heading_named, label, sheet_label
from scheduler.formats.reading import read_checked
from scheduler.formats.synonyms import COLUMN_SYNONYMS
from tests.scheduler.formats.folders import FIXTURES

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-be")
SAMPLES = ("tiny", "two-rooms", "marrakech", "dst-night", "imrf-2026-proposed")


def another_heading(random: Random, table: str, name: str) -> str:
    """Return another heading for a column, in a case of its own."""
    column, _, language = name.partition(".")
    words = [column, label(table, column), *COLUMN_SYNONYMS.get((table, column), ())]
    words += [w for w in COLUMN_SYNONYMS.get(("", column), ()) if heading_named(table, w) == column]
    chosen = random.choice([str.upper, str.title, str.lower])(random.choice(words))
    aside = f" ({language})" if language else random.choice(["", "", " *", ": ", " (required)"])
    return f" {chosen}{aside}"


def redrawn(random: Random, table: str, text: str) -> bytes:
    """Return the bytes of a CSV table with its columns, headings, rows and form changed, and its cells as they are."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    order = random.sample(range(len(header)), len(header))
    lines = [[another_heading(random, table, header[place]) for place in order]]
    for row in rows:
        lines += [[""] * len(order)] * random.choice([0, 0, 1]) + [[row[place] for place in order]]
    lines.insert(1, [f"Example: {table}", *[""] * (len(order) - 1)])
    above = random.choice([[], [[f"{sheet_label(table)}, all of them"], []], [["", "as of May; by Ana"], [""]]])
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=random.choice(",;\t"), lineterminator=random.choice(["\n", "\r\n"])).writerows(
        [*above, *lines]
    )
    encoding = random.choice(ENCODINGS)
    return (b"\xfe\xff" if encoding == "utf-16-be" else b"") + stream.getvalue().encode(encoding)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("seed", range(4))
def test_a_forum_drawn_up_in_another_way_is_the_same(name: str, seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    for file in (FIXTURES / name).iterdir():
        content = file.read_bytes()
        if file.suffix == ".csv":
            content = redrawn(random, file.stem, content.decode())
        (tmp_path / file.name).write_bytes(content)
    assert set(tables()) >= {file.stem for file in tmp_path.glob("*.csv")}
    assert read_checked(tmp_path) == read_checked(FIXTURES / name)
