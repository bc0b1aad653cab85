"""What is given where objectives are reviewed in turn, cycle after cycle.

Objectives and cycles are indices; the first cycles have taken place. An objective that is *in focus* in a cycle is
reviewed in depth there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from solver.rule import Setting

Pattern = frozenset[int]
"""The cycles in which one objective is in focus."""


@dataclass(frozen=True, slots=True)
class Cycle:
    """One edition.

    Attributes
    ----------
    least, most
        Bounds of how many objectives are in focus, fixed ones apart; ``most`` is None where there is none.
    """

    least: int = 0
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """One objective of the framework.

    Attributes
    ----------
    reviewed
        Past cycles in which it was in focus.
    is_fixed
        Whether it is in focus in every cycle.
    wanted, unwanted
        Cycles to come for which a pin puts it in focus, or keeps it out.
    urgency
        Points that each cycle of waiting costs, at least 0.
    planned
        Cycles to come for which a released plan has it in focus; None where there is no such plan.
    """

    reviewed: Pattern = frozenset()
    is_fixed: bool = False
    wanted: Pattern = frozenset()
    unwanted: Pattern = frozenset()
    urgency: int = 1
    planned: Pattern | None = None


@dataclass(frozen=True)
class Problem:
    """One rotation.

    Attributes
    ----------
    cycles
        All cycles, those of the past first.
    past
        How many have taken place.
    shortest_gap
        Fewest cycles from one review of an objective to its next; 2 is never twice in a row.
    longest_gap
        Most cycles from one review to the next, the first counted from before all cycles; None is any number.
    spread
        How far the counts of reviews may differ after every cycle; None is any number.
    sets
        Half-open ranges of cycles in each of which every objective is in focus exactly once.
    judged_from
        First cycle that rules are asked about; the past is what it is unless it is to be judged too.
    released
        Cycles that a released plan speaks of; None is all that are to come.
    """

    cycles: tuple[Cycle, ...]
    past: int
    objectives: tuple[Objective, ...]
    shortest_gap: int = 1
    longest_gap: int | None = None
    spread: int | None = None
    sets: tuple[tuple[int, int], ...] = ()
    judged_from: int | None = None
    released: Pattern | None = None
    settings: Mapping[str, Setting] = field(default_factory=dict)

    @property
    def first(self) -> int:
        """First cycle that rules are asked about."""
        return self.past if self.judged_from is None else self.judged_from

    @property
    def to_come(self) -> range:
        """Cycles that are planned."""
        return range(self.past, len(self.cycles))

    @cached_property
    def rotating(self) -> tuple[int, ...]:
        """Objectives that are not fixed."""
        return tuple(i for i, objective in enumerate(self.objectives) if not objective.is_fixed)

    def waits(self, objective: int, pattern: Pattern) -> int:
        """Return the cycles to come without a review, each counted by how many have passed since the last one.

        Each is counted again by how many cycles are left from it on, so that what is near weighs more.
        """
        since = 0
        total = 0
        for cycle in range(len(self.cycles)):
            since = 0 if cycle in pattern else since + 1
            total += since * (len(self.cycles) - cycle) if cycle >= self.past else 0
        return total


def count(pattern: Pattern, cycle: int) -> int:
    """Return how often an objective has been in focus once a cycle is over."""
    return sum(reviewed <= cycle for reviewed in pattern)
