"""Prints how fast a forum's workbook is checked, beside a bare reading of all its cells.

Run ``python -m tests.benchmarks.files [--sessions 500] [--requests 5000]``. The bare reading is openpyxl's, read-only,
cell by cell, without a look at what they say.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from openpyxl import load_workbook

from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.formats.files import write_bytes
from scheduler.formats.reading import read_checked
from scheduler.formats.workbook.writing import forum_workbook
from scheduler.services.rulebook import all_rules
from scheduler.services.sampling.planted import planted


def a_forum(sessions: int, requests: int, seed: int) -> Forum:
    """Return a generated forum with requests for the floor of all its sessions."""
    draw = Random(seed)
    forum, _ = planted(sessions, seed)
    kinds = [kind.id for kind in forum.kinds]
    classes = tuple(item.model_copy(update={"speaks_in": tuple(kinds)}) for item in forum.classes)
    asked = tuple(
        session.model_copy(update={"floor_minutes": max(1, session.sittings[0] - session.opening_minutes)})
        for session in forum.sessions
    )
    wanted = tuple(
        Request(id=f"r{number:05}", session=draw.choice(asked).id, participant=draw.choice(forum.participants).id)
        for number in range(1, requests + 1)
    )
    led = tuple(
        group.model_copy(update={"focal_point": person.id})
        for group, person in zip(forum.constituencies, forum.people, strict=False)
    )
    tables = {"classes": classes, "constituencies": led, "sessions": asked, "requests": wanted}
    return forum.model_copy(update=tables)


def bare_reading(file: Path) -> int:
    """Read every cell of a workbook and return how many hold something."""
    book = load_workbook(file, read_only=True)
    return sum(
        value is not None for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) for value in row
    )


def main() -> None:
    """Print the figures of one workbook."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=500)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    forum = a_forum(options.sessions, options.requests, options.seed)
    with TemporaryDirectory() as folder:
        file = Path(folder) / "forum.xlsx"
        rules = [rule.name for rule in all_rules()]
        began = time.monotonic()
        write_bytes(file, forum_workbook(forum, None, rules))
        written = time.monotonic()
        cells = bare_reading(file)
        bare = time.monotonic()
        checked = read_checked(file, rules)
        ended = time.monotonic()
        size = file.stat().st_size
    same = "the same forum" if checked.forum == forum else "ANOTHER FORUM"
    print(f"{options.sessions} sessions, {options.requests} requests: {size:,} bytes, {cells:,} filled cells")
    print(
        f"written {written - began:.2f} s | bare reading {bare - written:.2f} s | checked {ended - bare:.2f} s, {same}"
    )
    print(f"checked / bare reading: {(ended - bare) / (bare - written):.2f}")


if __name__ == "__main__":
    main()
