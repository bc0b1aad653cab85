"""What comes out: which requests are given the floor, and what each level is worth."""

from __future__ import annotations

from dataclasses import dataclass

from solver.result import Status
from solver.rule import Report

Selection = frozenset[int]
"""The requests that are given the floor."""


@dataclass(frozen=True, slots=True)
class LevelResult:
    """One level of the selection: what it came to, and what it could at least come to, given the levels before it."""

    rule: str
    value: int
    bound: int


@dataclass(frozen=True, slots=True)
class SelectionResult:
    """The end of a selection.

    Attributes
    ----------
    chosen
        The best selection found and passed by the checker, or None.
    levels
        In order; every level is proven where the status is ``OPTIMAL``.
    reproducible
        False where a wall-clock guard cut the run short.
    """

    status: Status
    chosen: Selection | None = None
    report: Report | None = None
    levels: tuple[LevelResult, ...] = ()
    reproducible: bool = True
