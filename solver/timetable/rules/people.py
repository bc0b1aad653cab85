"""Nobody can be in two places at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import Slacks, forbid, keep_apart, stays, touching
from solver.timetable.problem import Problem
from solver.timetable.rules.basics import fits
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class PersonInOnePlace:
    """Nobody who chairs, moderates or attends is needed in two places at once, walking included.

    A unit is a pair of sittings that need one person and overlap, or that leave fewer minutes between them than
    the walk from zone to zone takes.
    """

    name = "person-in-one-place"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each person needed in two sittings or more."""
        for person, sittings in problem.tagged("people").items():
            if len(sittings) > 1:
                yield (person,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        longest = max(minutes for row in problem.walk for minutes in row)
        for person, needed in problem.tagged("people").items():
            for first, second in solution.nearer_than(problem, needed, longest):
                if solution.minutes_between(problem, first, second) < solution.walk(problem, first, second):
                    yield Violation(self.name, (person,), where=(first, second))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        titles = _listed(labels.sitting(sitting) for sitting in problem.tagged("people")[instance[0]])
        return f"{labels.person(instance[0])} is needed in {titles} and can be in one place at a time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        return (
            f"{labels.person(violation.instance[0])} is needed in {labels.sitting(first)} "
            f"and in {labels.sitting(second)} at once or too close to walk."
        )

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("people")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        sittings = problem.tagged("people")[instance[0]]
        _encode_one_place(problem, variables, sittings, weight)


class DelegationInOnePlace:
    """No delegation with a named role is needed in two places at once.

    A unit is a pair of sittings that overlap and need one delegation as a body.
    """

    name = "delegation-in-one-place"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each delegation with a role in two sittings or more."""
        for delegation, sittings in problem.tagged("delegations").items():
            if len(sittings) > 1:
                yield (delegation,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for delegation, needed in problem.tagged("delegations").items():
            for pair in solution.nearer_than(problem, needed):
                yield Violation(self.name, (delegation,), where=pair)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        titles = _listed(labels.sitting(sitting) for sitting in problem.tagged("delegations")[instance[0]])
        return f"{labels.delegation(instance[0])} has a role in {titles} and can be in one place at a time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        return (
            f"{labels.delegation(violation.instance[0])} has a role in {labels.sitting(first)} "
            f"and in {labels.sitting(second)} at once."
        )

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("delegations")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        keep_apart(variables, problem.tagged("delegations")[instance[0]], weight)


class PersonAvailable:
    """Whoever is needed in a session is there at that time."""

    name = "person-available"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting and each person needed in it who is not always there."""
        for sitting in range(len(problem.sittings)):
            for person in sorted(problem.session_of(sitting).people):
                if person < len(problem.person_windows) and problem.person_windows[person] is not None:
                    yield sitting, person

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            end = placement.start + problem.sittings[sitting].minutes
            for person in sorted(problem.session_of(sitting).people):
                windows = problem.person_windows[person] if person < len(problem.person_windows) else None
                if windows is not None and not any(low <= placement.start and end <= high for low, high in windows):
                    yield Violation(self.name, (sitting, person), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        sitting, person = instance
        when = labels.hours(problem.person_windows[person] or ())
        return f"{labels.person(person)} is needed in {labels.sitting(sitting)} and is there only {when}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, not while it takes place."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        sitting, person = instance
        windows = problem.person_windows[person]
        return int(windows is not None and not fits(windows, start, problem.sittings[sitting].minutes))


def _encode_one_place(problem: Problem, variables: Variables, sittings: tuple[int, ...], weight: int | None) -> None:
    slacks = Slacks(variables, weight)
    if weight is None:
        keep_apart(variables, sittings, None)
    else:
        for one, two in touching(stays(variables, sittings)):
            forbid(variables, one, two, slacks.of(one, two))
    if not variables.has_rooms:
        return
    walks: dict[int, list[tuple[int, int]]] = {}
    for zone, row in enumerate(problem.walk):
        for other, minutes in enumerate(row):
            if minutes:
                walks.setdefault(minutes, []).append((zone, other))
    for minutes, zones in sorted(walks.items()):
        for one, two in touching(stays(variables, sittings, minutes)):
            for zone, other in zones:
                when = variables.in_zone(one.sitting, zone), variables.in_zone(two.sitting, other)
                forbid(variables, one, two, slacks.of(one, two), minutes, when)


def _listed(titles: Iterable[str]) -> str:
    *rest, last = titles
    return f"{', '.join(rest)} and {last}" if rest else last
