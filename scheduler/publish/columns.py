"""Plain text that fits a terminal: aligned columns, and sentences that go on below; wide letters count as two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from rich.cells import cell_len, chop_cells

from scheduler.publish.clean import clean_line

WIDTH = 80
NARROWEST = 11
"""Least width of a column whose texts go on below; narrower ones are hard to read."""


def wrapped(text: str, start: str = "", below: str | None = None) -> str:
    """Write a text over as many lines as it needs, each under the text of the first unless they begin otherwise."""
    return "\n".join(_filled(text, WIDTH, start, " " * cell_len(start) if below is None else below))


def columns(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Return a table of plain text; the columns named in ``right`` end in one line.

    Where the table is wider than a terminal, the widest texts go on in lines below.
    """
    table = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(header))]
    room = _narrowed(widths, right)
    heads, *bodies = [list(_over_lines(row, room)) for row in table]
    lines = [*heads, *(line for body in bodies for line in body)]
    widths = [max(cell_len(line[i]) for line in lines) for i in range(len(header))]
    padded = [[_pad(cell, widths[i], i in right) for i, cell in enumerate(line)] for line in lines]
    padded.insert(len(heads), ["-" * width for width in widths])
    return "\n".join("  ".join(line).rstrip() for line in padded)


def _narrowed(widths: Sequence[int], right: frozenset[int]) -> dict[int, int]:
    """Return the columns whose texts go on below and their widths, the widest narrowed first until the table fits."""
    found = list(widths)
    while sum(found) + 2 * (len(found) - 1) > WIDTH:
        wide = [i for i in range(len(found)) if i not in right and found[i] > NARROWEST]
        if not wide:
            break
        found[max(wide, key=lambda i: found[i])] -= 1
    return {i: room for i, (room, width) in enumerate(zip(found, widths, strict=True)) if room < width}


def _over_lines(row: Sequence[str], room: Mapping[int, int]) -> Iterator[tuple[str, ...]]:
    """Yield a row as lines, its longer texts going on in those below the first."""
    cells = [_filled(cell, room[i], "", "  ") if i in room else [cell] for i, cell in enumerate(row)]
    yield from zip_longest(*cells, fillvalue="")


def _filled(text: str, width: int, start: str, below: str) -> list[str]:
    """Return a text in lines no wider than that, broken at spaces, and inside a word only where it fills a line."""
    lines = [start]
    is_fresh = True
    for word in clean_line(text).split():
        gap = "" if is_fresh else " "
        if not is_fresh and cell_len(lines[-1] + gap + word) > width:
            lines.append(below)
            gap = ""
        first, *rest = _pieces(word, width - cell_len(lines[-1] + gap), width - cell_len(below))
        lines[-1] += gap + first
        lines += [below + part for part in rest]
        is_fresh = False
    return lines


def _pieces(word: str, room: int, below: int) -> list[str]:
    """Return a word whole where there is room for it, else in parts that fill lines."""
    if cell_len(word) <= room:
        return [word]
    first = chop_cells(word, max(2, room))[0]
    rest = word[len(first) :]
    return [first, *(chop_cells(rest, max(2, below)) if rest else ())]


def _pad(cell: str, width: int, is_right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if is_right else cell + space
