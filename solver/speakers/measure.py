"""The measures of a speakers list, in the order in which they are minimised; exact."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from solver.speakers.problem import Problem
from solver.speakers.rules.floor import FloorWaits
from solver.speakers.rules.interspersal import RunCap, SittingShare
from solver.speakers.rules.neighbours import NeighboursDiffer
from solver.speakers.rules.order import GroupsFirst, LateLast, ProtocolOrder
from solver.speakers.solution import SpeakersList

LEVELS = (
    "floor-waits",
    "late-last",
    "groups-first",
    "sitting-share",
    "run-cap",
    "largest-deviation",
    "sum-of-squares",
    "protocol-order",
    "neighbours-differ",
)
"""Names of the levels of :attr:`Measures.vector`, the first counts most."""

UNITS = (
    "seconds",
    "earlier requests after a late one",
    "national statements before a group",
    "speakers off",
    "seconds over",
    "seconds",
    "seconds squared",
    "places squared",
    "matches",
)
"""Unit of each level."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one stretch holds: its interspersed speakers and its share of them."""

    stretch: int
    held: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Measures:
    """What a list is worth.

    Attributes
    ----------
    vector
        The nine numbers of :data:`LEVELS`; the list minimises them in that order.
    longest_runs
        Longest run of the others and of the interspersed, in seconds, changeover included.
    caps
        The caps of both, in seconds.
    shares
        For each stretch that is used what it holds of the interspersed speakers.
    """

    vector: tuple[Fraction, ...]
    longest_runs: tuple[int, int] = (0, 0)
    caps: tuple[Fraction, Fraction] = (Fraction(0), Fraction(0))
    shares: tuple[Share, ...] = field(default=())

    def level(self, name: str) -> Fraction:
        """Return one number of the vector by its name."""
        return self.vector[LEVELS.index(name)]


def measure(problem: Problem, solution: SpeakersList) -> Measures:
    """Measure a list that holds every speaker once."""
    cap, rules = (
        RunCap(),
        (FloorWaits(), LateLast(), GroupsFirst(), SittingShare(), RunCap(), ProtocolOrder(), NeighboursDiffer()),
    )
    waits, late, groups, share, over, protocol, neighbours = (
        Fraction(sum(violation.amount for violation in rule.check(problem, solution))) for rule in rules
    )
    found = deviations(problem, solution)
    largest = max(map(abs, found), default=Fraction(0))
    squares = sum((one * one for one in found), Fraction(0))
    return Measures(
        (waits, late, groups, share, over, largest, squares, protocol, neighbours),
        _longest_runs(problem, solution),
        (cap.cap(problem, False), cap.cap(problem, True)),
        _shares(problem, solution),
    )


def deviations(problem: Problem, solution: SpeakersList) -> tuple[Fraction, ...]:
    """Return D_k = S_k - p T_k in seconds after each counted intervention.

    S_k are the interspersed speakers' seconds so far, T_k all seconds so far, changeover included, p = S_n / T_n.
    """
    counted = [turn.intervention for turn in solution.turns if problem.counted[turn.intervention]]
    spoken = [problem.duration(i) for i in counted]
    among = [problem.interventions[i].interspersed * problem.duration(i) for i in counted]
    total, share = sum(spoken), sum(among)
    found, time, part = [], 0, 0
    for seconds, own in zip(spoken, among, strict=True):
        time, part = time + seconds, part + own
        found.append(part - Fraction(share * time, total))
    return tuple(found)


def _longest_runs(problem: Problem, solution: SpeakersList) -> tuple[int, int]:
    counted = [turn.intervention for turn in solution.turns if problem.counted[turn.intervention]]
    longest = [0, 0]
    for side, run in groupby(counted, key=lambda i: problem.interventions[i].interspersed):
        longest[side] = max(longest[side], sum(map(problem.duration, run)))
    return longest[0], longest[1]


def _shares(problem: Problem, solution: SpeakersList) -> tuple[Share, ...]:
    turns = [turn for turn in solution.turns if problem.counted[turn.intervention]]
    total = sum(problem.duration(turn.intervention) for turn in turns)
    among = sum(problem.interventions[turn.intervention].interspersed for turn in turns)
    shares = []
    for stretch in sorted({turn.stretch for turn in turns}):
        held = [turn.intervention for turn in turns if turn.stretch == stretch]
        inside = sum(problem.interventions[i].interspersed for i in held)
        shares.append(Share(stretch, inside, Fraction(among * sum(map(problem.duration, held)), total)))
    return tuple(shares)
