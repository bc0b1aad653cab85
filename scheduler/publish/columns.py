"""Aligned columns of plain text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len


def columns(header: Sequence[str], rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Return a table of plain text; the columns named in ``right`` end in one line, wide letters counted as two."""
    table = [tuple(header), *(tuple(row) for row in rows)]
    widths = [max(cell_len(row[i]) for row in table) for i in range(len(header))]
    lines = [[_pad(cell, widths[i], i in right) for i, cell in enumerate(row)] for row in table]
    lines.insert(1, ["-" * width for width in widths])
    return "\n".join("  ".join(line).rstrip() for line in lines)


def _pad(cell: str, width: int, is_right: bool) -> str:
    space = " " * (width - cell_len(cell))
    return space + cell if is_right else cell + space
