"""How a solve ends and what it says on the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar

from solver.rule import Instance, Report

S = TypeVar("S")


class Status(Enum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NONE_FOUND = "none found in time"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a solve may use.

    Attributes
    ----------
    wall_seconds
        Guard in seconds of wall time, or None. A run ended by it is marked not reproducible.
    effort
        Deterministic work: 1.0 is the default budget, 2.0 twice as much, and so on.
    seed
        Seed of everything random, 0 to 2**31 - 1.
    workers
        Threads of CP-SAT. 1 is deterministic; more are faster and may return another optimal solution.
    """

    wall_seconds: float | None = None
    effort: float = 1.0
    seed: int = 0
    workers: int = 1


@dataclass(frozen=True, slots=True)
class Progress:
    """One event of a running solve: what is done, the best score and the proven bound so far, the best solution."""

    phase: str
    seconds: float
    score: int | None = None
    bound: int | None = None
    best: object = field(default=None, repr=False, compare=False)

    @property
    def gap(self) -> float | None:
        """Relative gap (score - bound) / score, or None while either is unknown."""
        return None if self.score is None or self.bound is None else gap(self.score, self.bound)


OnProgress = Callable[[Progress], None]


def gap(score: int, bound: int) -> float:
    """Return (score - bound) / score, and 0 where the score is 0."""
    return 0.0 if score <= 0 else max(0, score - bound) / score


@dataclass(frozen=True, slots=True)
class Requirement:
    """One rule in one case: a member of a conflict set."""

    rule: str
    instance: Instance


@dataclass(frozen=True, slots=True)
class Conflict:
    """Why no solution exists.

    Attributes
    ----------
    members
        Requirements that cannot hold together; without any one of them the others can.
    fixes
        Requirements of the set each of which, dropped or remedied alone, makes the whole problem feasible.
    proven
        Whether every claim was confirmed by a solve; False where time ran out first.
    joint
        Where no fix does alone: requirements, one at least of the set, that do when dropped or remedied together; one
        that is remedied several times comes as often.
    """

    members: tuple[Requirement, ...]
    fixes: tuple[Requirement, ...]
    proven: bool = True
    joint: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Result(Generic[S]):
    """The end of a solve.

    Attributes
    ----------
    solution
        The best solution found and passed by the checker, or None.
    report
        The checker's report of that solution.
    bound
        Proven lower bound of the score.
    reproducible
        False where a wall-clock guard cut the run short.
    conflict
        Present where the status is infeasible and the reasons were asked for.
    """

    status: Status
    solution: S | None = None
    report: Report | None = None
    bound: int = 0
    reproducible: bool = True
    conflict: Conflict | None = None

    @property
    def score(self) -> int | None:
        """The checker's score of the solution."""
        return None if self.report is None else self.report.points

    @property
    def gap(self) -> float | None:
        """Relative gap (score - bound) / score."""
        return None if self.score is None else gap(self.score, self.bound)
