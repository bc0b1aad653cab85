"""Aligned columns of plain text, as wide as a terminal where they can be."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from rich.cells import cell_len

WIDTH = 80
NARROWEST = 11
"""Least width of a column whose texts go on below; narrower ones are hard to read."""


def columns(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Return a table of plain text; the columns named in ``right`` end in one line, wide letters counted as two.

    Where the table is wider than a terminal, the widest texts go on in lines below.
    """
    table = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(header))]
    widest = max((i for i in range(len(header)) if i not in right), key=lambda i: widths[i], default=None)
    total = sum(widths) + 2 * (len(widths) - 1)
    if widest is not None and total > WIDTH:
        room = max(NARROWEST, widths[widest] - (total - WIDTH))
        heads, *bodies = [list(_over_lines(row, widest, room)) for row in table]
    else:
        heads, *bodies = [[row] for row in table]
    lines = [*heads, *(line for body in bodies for line in body)]
    widths = [max(cell_len(line[i]) for line in lines) for i in range(len(header))]
    padded = [[_pad(cell, widths[i], i in right) for i, cell in enumerate(line)] for line in lines]
    padded.insert(len(heads), ["-" * width for width in widths])
    return "\n".join("  ".join(line).rstrip() for line in padded)


def _over_lines(row: Sequence[str], column: int, width: int) -> Iterator[tuple[str, ...]]:
    """Yield a row as lines, one of its texts going on in those below the first."""
    parts = textwrap.wrap(row[column], width, subsequent_indent="  ") or [""]
    for first, part in zip_longest([row], parts):
        yield tuple(part if i == column else (cell if first else "") for i, cell in enumerate(row))


def _pad(cell: str, width: int, is_right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if is_right else cell + space
