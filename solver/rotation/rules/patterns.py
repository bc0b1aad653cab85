"""Rules about one objective at a time: when it is in focus, and how long it waits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from solver.rotation.labels import Labels
from solver.rotation.problem import Pattern, Problem
from solver.rotation.solution import Rotation
from solver.rule import Instance, Kind, Violation


class HistoryStands:
    """What has taken place is not planned otherwise.

    Instance: the objective. Unit: a past cycle that is told otherwise.
    """

    name = "history-stands"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives."""
        return [(i,) for i in range(len(problem.objectives))] if problem.past else []

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for i, pattern in enumerate(solution):
            told = {cycle for cycle in pattern if cycle < problem.past}
            if wrong := told ^ problem.objectives[i].reviewed:
                yield Violation(self.name, (i,), len(wrong))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        reviewed = sorted(problem.objectives[instance[0]].reviewed)
        when = _listed(labels, reviewed) if reviewed else "never"
        return f"{labels.objective(instance[0])} was reviewed in depth: {when}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it is told otherwise."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        return len({cycle for cycle in pattern if cycle < problem.past} ^ problem.objectives[instance[0]].reviewed)


class FixedEveryCycle:
    """An objective that is fixed is in focus in every cycle that has a focus.

    Instance: the objective. Unit: a cycle without it.
    """

    name = "fixed-every-cycle"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the fixed objectives."""
        return [(i,) for i, objective in enumerate(problem.objectives) if objective.is_fixed]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (i,) in self.instances(problem):
            if missing := self._missing(problem, solution[i]):
                yield Violation(self.name, (i,), len(missing))

    def _missing(self, problem: Problem, pattern: Pattern) -> set[int]:
        wanted = {cycle for cycle in range(problem.first, len(problem.cycles)) if problem.cycles[cycle].most != 0}
        return wanted - pattern

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.objective(instance[0])} is reviewed in depth in every cycle."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it is left out {violation.amount} times."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        return sum(problem.cycles[cycle].most != 0 and cycle not in pattern for cycle in problem.to_come)


class PinHolds:
    """An objective is in focus where a pin puts it, and not where a pin keeps it out.

    Instance: the objective and the cycle.
    """

    name = "rotation-pin-holds"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the pins."""
        return [
            (i, cycle)
            for i, objective in enumerate(problem.objectives)
            for cycle in sorted(objective.wanted | objective.unwanted)
        ]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for i, cycle in self.instances(problem):
            objective = problem.objectives[i]
            is_wrong = cycle not in solution[i] if cycle in objective.wanted else cycle in solution[i]
            if is_wrong or (cycle in objective.unwanted and cycle in solution[i]):
                yield Violation(self.name, (i, cycle))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        i, cycle = instance
        verb = "is" if cycle in problem.objectives[i].wanted else "is not"
        return f"{labels.objective(i)} {verb} reviewed in depth in {labels.cycle(cycle)}, by a pin."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; the plan has it otherwise."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        i, cycle = instance
        return int(cycle in problem.objectives[i].wanted - pattern or cycle in problem.objectives[i].unwanted & pattern)


class ShortestGap:
    """No objective comes again sooner than the policy allows, as twice in a row.

    Instance: the objective. Unit: a review that comes too soon.
    """

    name = "shortest-gap"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives that rotate, where a shortest gap is set."""
        return [(i,) for i in problem.rotating] if problem.shortest_gap > 1 else []

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (i,) in self.instances(problem):
            cycles = sorted(solution[i])
            soon = sum(b - a < problem.shortest_gap for a, b in pairwise(cycles) if b >= problem.first)
            if soon:
                yield Violation(self.name, (i,), soon)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.objective(instance[0])} comes again after {problem.shortest_gap} cycles at the earliest."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it comes too soon {violation.amount} times."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        soon = problem.shortest_gap
        return sum(any(cycle - gap in pattern for gap in range(1, soon)) for cycle in pattern if cycle >= problem.past)


class LongestGap:
    """No objective waits longer for its next review than the policy allows.

    Instance: the objective. Unit: a cycle of waiting too many.
    """

    name = "longest-gap"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives that rotate, where a longest gap is set."""
        return [(i,) for i in problem.rotating] if problem.longest_gap is not None else []

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for (i,) in self.instances(problem):
            since = late = 0
            for cycle in range(len(problem.cycles)):
                since = 0 if cycle in solution[i] else since + 1
                late += cycle >= problem.first and since >= (problem.longest_gap or 1)
            if late:
                yield Violation(self.name, (i,), late)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.objective(instance[0])} comes again after {problem.longest_gap} cycles at the latest."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; it waits {violation.amount} too many."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        longest = problem.longest_gap or 1
        return sum(
            pattern.isdisjoint(range(cycle - longest + 1, cycle + 1)) and cycle + 1 >= longest
            for cycle in problem.to_come
        )


class OnceInEachSet:
    """In each set of cycles every objective is in focus exactly once.

    Instance: the objective and the first cycle of the set. Unit: a review too few or too many.
    """

    name = "once-in-each-set"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the objectives that rotate with each set that is not over, as far as it is planned."""
        return [(i, start) for i in problem.rotating for start, end in problem.sets if end > problem.first]

    def check(self, problem: Problem, solution: Rotation) -> Iterator[Violation]:
        for i, start in self.instances(problem):
            end = dict(problem.sets)[start]
            times = sum(start <= cycle < end for cycle in solution[i])
            is_open = end > len(problem.cycles)
            if times > 1 or (times == 0 and not is_open):
                yield Violation(self.name, (i, start), abs(times - 1))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        i, start = instance
        end = min(dict(problem.sets)[start], len(problem.cycles))
        return f"{labels.objective(i)} comes once from {labels.cycle(start)} to {labels.cycle(end - 1)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}; the plan has it otherwise."

    def misses(self, problem: Problem, instance: Instance, pattern: Pattern) -> int:
        start, end = instance[1], dict(problem.sets)[instance[1]]
        times = len(pattern.intersection(range(start, end)))
        return abs(times - 1) if end <= len(problem.cycles) else max(0, times - 1)


def _listed(labels: Labels, cycles: Iterable[int]) -> str:
    return ", ".join(labels.cycle(cycle) for cycle in cycles)
