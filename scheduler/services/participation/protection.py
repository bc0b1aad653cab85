"""Which numbers of a table are not told, so that nothing about a few organisations can be read or worked out.

Who waits or was refused is private; who has the floor, and that a place was withdrawn from, is published. So what a
group asked for is told only where twice ``least`` organisations less one could be meant, and where those left without a
place are none, or ``least`` or more. Sums are told too, so what is not told must be safe together: those without a
place stay ``least`` or more whichever of its groups is taken away. Groups safe alone are kept back until it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

LEAST_ORGANISATIONS = 3
"""Organisations a number that is private for one of them must be about."""

LEAST_WITH_FLAG = 5
"""Organisations that must have a flag, and must not, for it to be told: which of those who ask have it is private."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The organisations one number could be about, and those it is about."""

    could_be: frozenset[str] = frozenset()
    are: frozenset[str] = frozenset()

    def __or__(self, other: Cell) -> Cell:
        return Cell(self.could_be | other.could_be, self.are | other.are)


def joined(cells: Iterable[Cell]) -> Cell:
    """Return several cells as one."""
    return reduce(Cell.__or__, cells, Cell())


def is_safe(cell: Cell, least: int = LEAST_ORGANISATIONS) -> bool:
    """Say whether a number can be told by itself."""
    return len(cell.could_be) >= 2 * least - 1 and (not cell.are or len(cell.are) >= least)


def untold(cells: Mapping[str, Cell], least: int = LEAST_ORGANISATIONS) -> frozenset[str]:
    """Return the groups of a whole whose numbers are not told, where the number of the whole is."""
    if not joined(cells.values()).are:
        return frozenset()
    kept = {key for key, cell in cells.items() if not is_safe(cell, least)}
    others = sorted(cells.keys() - kept, key=lambda key: (not cells[key].are, len(cells[key].are), key))
    while kept and others and not _is_safe_together([cells[key] for key in kept], least):
        kept.add(others.pop(0))
    return frozenset(kept)


def _is_safe_together(cells: list[Cell], least: int) -> bool:
    """Say whether the sum of several numbers can be told without telling one of them."""
    whole = joined(cells)
    left = [joined(cell for other, cell in enumerate(cells) if other != taken) for taken in range(len(cells))]
    return is_safe(whole, least) and (not whole.are or all(len(cell.are) >= least for cell in left))
