"""Neighbours in the list differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from solver.rule import Instance, Kind, Violation
from solver.speakers.labels import Labels
from solver.speakers.problem import Problem
from solver.speakers.solution import SpeakersList


class NeighboursDiffer:
    """Two speakers in a row differ in region and in constituency where protocol leaves a choice.

    Formula: for each two consecutive turns of one stretch, 1 where the region is the same and 1 where the
    constituency is the same. Instance: the later of the two. Unit: matches.
    """

    name = "neighbours-differ"
    kind = Kind.SOFT
    weight = "slight"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions that have a region or a constituency."""
        return [
            (i,) for i, it in enumerate(problem.interventions) if it.region is not None or it.constituency is not None
        ]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the consecutive turns that share a region or a constituency."""
        for before, after in pairwise(solution.turns):
            if before.stretch != after.stretch:
                continue
            matches = len(_shared(problem, before.intervention, after.intervention))
            if matches:
                yield Violation(self.name, (after.intervention,), matches, (before.intervention, after.intervention))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say whom the speaker should not follow."""
        return f"{labels.speaker(instance[0])} does not follow a speaker of the same region or constituency."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say which neighbours share what."""
        before, after = violation.where
        shared = " and ".join(labels.tag(family, tag) for family, tag in _shared(problem, before, after))
        return f"{labels.speaker(after)} follows {labels.speaker(before)}, both of {shared}."


def _shared(problem: Problem, before: int, after: int) -> list[tuple[str, int]]:
    one, two = problem.interventions[before], problem.interventions[after]
    shared = []
    if one.region is not None and one.region == two.region:
        shared.append(("region", one.region))
    if one.constituency is not None and one.constituency == two.constituency:
        shared.append(("constituency", one.constituency))
    return shared
