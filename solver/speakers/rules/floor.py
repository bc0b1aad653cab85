"""The floor time: where an intervention starts and what it must fit into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.rule import Instance, Kind, Violation
from solver.speakers.labels import Labels
from solver.speakers.problem import Problem
from solver.speakers.solution import SpeakersList, Turn


class FloorTime:
    """Each speaker begins as soon as the one before has ended, inside the floor time of the session.

    The changeover lies between two speakers. Who does not fit into what is left of a stretch opens the next one
    that is long enough. Instance: the intervention. Unit: one for each turn that starts at another second.
    """

    name = "floor-time"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions."""
        return [(i,) for i in range(len(problem.interventions))]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the turns that do not start where the turn before leaves the floor."""
        previous: Turn | None = None
        for turn in solution.turns:
            if self._due(problem, previous, turn.intervention) != (turn.stretch, turn.start):
                yield Violation(self.name, (turn.intervention,), 1, (turn.intervention,))
            previous = turn

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say which floor time the speaker must fit into."""
        stretches = ", ".join(labels.stretch(s) for s in range(len(problem.stretches)))
        return f"{labels.speaker(instance[0])} speaks within the floor time ({stretches or 'none'})."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say who starts at another time than the order gives."""
        speaker = labels.speaker(violation.instance[0])
        return f"{speaker} does not start when the speaker before has ended, or outside the floor time."

    def _due(self, problem: Problem, previous: Turn | None, intervention: int) -> tuple[int, int] | None:
        seconds = problem.interventions[intervention].seconds
        first = 0
        if previous is not None:
            start = previous.start + problem.duration(previous.intervention)
            first = previous.stretch + 1
            if 0 <= previous.stretch < len(problem.stretches):
                begins, ends = problem.stretches[previous.stretch]
                if begins <= start and start + seconds <= ends:
                    return previous.stretch, start
        for stretch in range(max(0, first), len(problem.stretches)):
            begins, ends = problem.stretches[stretch]
            if begins + seconds <= ends:
                return stretch, begins
        return None
