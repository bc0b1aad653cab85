"""A speakers list: interventions in order, each with its stretch and first second; and how a solve of it ended."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from solver.result import Requirement, Result


@dataclass(frozen=True, slots=True)
class Turn:
    """One intervention in the list."""

    intervention: int
    stretch: int
    start: int


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """All turns in order."""

    turns: tuple[Turn, ...]


@dataclass(frozen=True, slots=True)
class LevelResult:
    """What the list reaches at one level of what yields to what.

    Attributes
    ----------
    name, unit
        As in :data:`solver.speakers.measure.LEVELS` and ``UNITS``.
    value
        What the list has.
    bound
        No list that equals it at the levels above has less.
    because
        Interventions whose windows or pins stand in the way of a better value.
    """

    name: str
    unit: str
    value: Fraction
    bound: Fraction
    because: tuple[int, ...] = ()

    @property
    def proven(self) -> bool:
        """Whether nothing better exists at this level."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class SpeakersResult(Result[SpeakersList]):
    """The end of a solve of a speakers list.

    The list is best level by level, so ``bound`` is not a bound of the points: it is what the points would be if every
    level stood at its own bound, and equals the score where the status is optimal.

    Attributes
    ----------
    levels
        The levels in order, the first counts most; empty without a solution.
    repair
        Where the status is infeasible: requirements that, dropped together, make a list possible; verified.
    """

    levels: tuple[LevelResult, ...] = ()
    repair: tuple[Requirement, ...] = ()

    def level(self, name: str) -> LevelResult:
        """Return one level by its name."""
        return next(level for level in self.levels if level.name == name)
