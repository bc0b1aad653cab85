"""Interspersed speakers stand among the others: caps on runs, a share in each sitting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby
from math import ceil, floor

from solver.rule import Instance, Kind, Violation
from solver.speakers.labels import Labels
from solver.speakers.problem import Problem
from solver.speakers.solution import SpeakersList


class RunCap:
    """No long run of speakers passes without one of the other side.

    Formula: a run of one side, changeover included, is at most (minutes of the side) / (speakers of the other
    side + 1) plus the longest intervention of the side. Instance: 1 for the interspersed, 0 for the others.
    Unit: seconds over the cap, rounded up, for each run.
    """

    name = "run-cap"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the two sides, where both have speakers."""
        sides = {i.interspersed for i, counted in zip(problem.interventions, problem.counted, strict=True) if counted}
        return [(0,), (1,)] if len(sides) == 2 else []

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the runs that are longer than their cap."""
        listed = [turn.intervention for turn in solution.turns if problem.counted[turn.intervention]]
        for side, members in groupby(listed, key=lambda i: problem.interventions[i].interspersed):
            run = tuple(members)
            excess = ceil(sum(map(problem.duration, run)) - self.cap(problem, side))
            if excess > 0:
                yield Violation(self.name, (int(side),), excess, run)

    def cap(self, problem: Problem, side: bool) -> Fraction:
        """Return the longest a run of one side should be, in seconds."""
        counted = [i for i, counts in enumerate(problem.counted) if counts]
        own = [problem.duration(i) for i in counted if problem.interventions[i].interspersed is side]
        return Fraction(sum(own), len(counted) - len(own) + 1) + max(own, default=0)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say how long a run of this side may be."""
        side = "interspersed speakers" if instance[0] else "other speakers"
        return f"No run of {side} is longer than {_minutes(self.cap(problem, bool(instance[0])))} minutes."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say from whom to whom a run is too long, and by how much."""
        first, last = labels.speaker(violation.where[0]), labels.speaker(violation.where[-1])
        return (
            f"The run from {first} to {last} is {_minutes(Fraction(violation.amount))} minutes over its cap. "
            f"{self.state(problem, violation.instance, labels)}"
        )


class SittingShare:
    """Each sitting of a list holds its share of the interspersed speakers, rounded up or down.

    Formula: all interspersed speakers times the minutes spoken in the sitting, over all minutes spoken, changeover
    included. Instance: the stretch. Unit: speakers too many or too few.
    """

    name = "sitting-share"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the stretches, where there are several and speakers are interspersed."""
        if len(problem.stretches) < 2 or not any(problem.counted):
            return []
        return [(s,) for s in range(len(problem.stretches))]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the stretches that hold more or less than their share."""
        turns = [turn for turn in solution.turns if problem.counted[turn.intervention]]
        total = sum(problem.duration(turn.intervention) for turn in turns)
        among = sum(problem.interventions[turn.intervention].interspersed for turn in turns)
        for (stretch,) in self.instances(problem):
            held = [turn.intervention for turn in turns if turn.stretch == stretch]
            if not held:
                continue
            share = Fraction(among * sum(map(problem.duration, held)), total)
            inside = [i for i in held if problem.interventions[i].interspersed]
            off = max(floor(share) - len(inside), len(inside) - ceil(share), 0)
            if off:
                yield Violation(self.name, (stretch,), off, tuple(inside))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the stretch holds its share."""
        return f"{labels.stretch(instance[0])} holds its share of the interspersed speakers."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say how far from its share a stretch is."""
        held = len(violation.where)
        speakers = "1 interspersed speaker" if held == 1 else f"{held} interspersed speakers"
        return f"{labels.stretch(violation.instance[0])} holds {speakers}, {violation.amount} away from its share."


def _minutes(seconds: Fraction) -> str:
    return f"{float(seconds) / 60:.1f}"
