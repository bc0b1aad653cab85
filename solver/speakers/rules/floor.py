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
    that is long enough; for who is not there yet the floor waits. Instance: the intervention. Unit: one for each turn
    that starts at another second.
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
            due = _due(problem, previous, turn.intervention)
            waited = None if due is None else _wait(problem, due, turn.intervention)
            if (turn.stretch, turn.start) not in (due, waited):
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


class FloorWaits:
    """The floor does not wait for a speaker who is not there yet.

    Formula: the floor time that passes between two speakers, the changeover and the rest of a stretch that the later
    one does not fit into left out. Instance: the later speaker. Unit: seconds.
    """

    name = "floor-waits"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions with windows."""
        return [(i,) for i, it in enumerate(problem.interventions) if it.windows is not None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the turns that start later than the floor is free for them."""
        previous: Turn | None = None
        for turn in solution.turns:
            due = _due(problem, previous, turn.intervention)
            waited = 0 if due is None else _floor_between(problem, due[1], turn.start)
            if waited > 0:
                yield Violation(self.name, (turn.intervention,), waited, (turn.intervention,))
            previous = turn

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the floor does not wait for the speaker."""
        return f"The floor does not wait for {labels.speaker(instance[0])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say for whom the floor waits how long."""
        return f"The floor waits {violation.amount / 60:.1f} minutes for {labels.speaker(violation.instance[0])}."


def _due(problem: Problem, previous: Turn | None, intervention: int) -> tuple[int, int] | None:
    """Return the stretch and second at which the floor is free for an intervention after another."""
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


def _wait(problem: Problem, due: tuple[int, int], intervention: int) -> tuple[int, int] | None:
    """Return the first stretch and second from one on at which an intervention lies in its windows."""
    it = problem.interventions[intervention]
    for stretch in range(due[0], len(problem.stretches)):
        begins, ends = problem.stretches[stretch]
        moments = [max(due[1], begins)] + [max(due[1], begins, window[0]) for window in it.windows or ()]
        for moment in sorted(moments):
            if moment + it.seconds <= ends and problem.is_available(intervention, moment):
                return stretch, moment
    return None


def _floor_between(problem: Problem, first: int, last: int) -> int:
    return sum(max(0, min(ends, last) - max(begins, first)) for begins, ends in problem.stretches)
