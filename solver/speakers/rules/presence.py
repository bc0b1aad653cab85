"""Who speaks, and the places and times a speaker is bound to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from solver.rule import Instance, Kind, Violation
from solver.speakers.labels import Labels
from solver.speakers.problem import Problem
from solver.speakers.solution import SpeakersList


class EverySpeakerOnce:
    """Every granted speaker has the floor exactly once.

    Instance: the intervention. Unit: turns too many or missing.
    """

    name = "every-speaker-once"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions."""
        return [(i,) for i in range(len(problem.interventions))]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the interventions that are missing or repeated."""
        turns = Counter(turn.intervention for turn in solution.turns)
        for i in range(len(problem.interventions)):
            if turns[i] != 1:
                yield Violation(self.name, (i,), abs(turns[i] - 1), (i,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the speaker has the floor once."""
        return f"{labels.speaker(instance[0])} has the floor once."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say who is missing or speaks too often."""
        return f"{labels.speaker(violation.instance[0])} is missing from the list or has the floor more than once."


class PinnedPlace:
    """A speaker whose place is pinned speaks at that place of the list.

    Instance: the intervention. Unit: places off.
    """

    name = "pinned-place"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the pinned interventions."""
        return [(i,) for i, place in enumerate(problem.places) if place is not None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the pinned interventions that stand elsewhere."""
        for place, turn in enumerate(solution.turns):
            pinned = problem.places[turn.intervention]
            if pinned is not None and pinned != place:
                yield Violation(self.name, (turn.intervention,), abs(place - pinned), (turn.intervention,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say where the speaker is pinned."""
        return f"{labels.speaker(instance[0])} {_place(problem, instance[0])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say who stands how far from the pinned place."""
        (i,) = violation.instance
        away = "1 place" if violation.amount == 1 else f"{violation.amount} places"
        return f"{labels.speaker(i)} {_place(problem, i)}, but stands {away} away."


def _place(problem: Problem, intervention: int) -> str:
    place = problem.interventions[intervention].place
    if place == 1:
        return "opens the list"
    if place == -1:
        return "closes the list"
    return f"has place {(problem.places[intervention] or 0) + 1} of the list"


class WithinAvailability:
    """A speaker has the floor only while present and free from duties elsewhere.

    Instance: the intervention. Unit: one for each turn outside its windows.
    """

    name = "within-availability"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions with windows."""
        return [(i,) for i, it in enumerate(problem.interventions) if it.windows is not None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the turns that do not lie in the speaker's windows."""
        for turn in solution.turns:
            if not problem.is_available(turn.intervention, turn.start):
                yield Violation(self.name, (turn.intervention,), 1, (turn.intervention,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say when the speaker can speak."""
        hours = labels.hours(problem.interventions[instance[0]].windows or ())
        free = f"can speak only {hours}" if hours else "is free at no time while the floor is open"
        return f"{labels.speaker(instance[0])} {free}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say who has the floor outside the times at which they can speak."""
        return f"Out of time: {self.state(problem, violation.instance, labels)}"
