"""Sessions the same people want to follow are not at the same time."""

from __future__ import annotations

from collections.abc import Iterator

from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import count_overlaps, keep_pairs_apart, stays
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class SharedTag:
    """What the rules of this family share; an instance is the index of what the sessions share."""

    family: str
    word: str
    name: str
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each index that two sittings or more carry."""
        for tag, sittings in problem.tagged(self.family).items():
            if len(sittings) > 1:
                yield (tag,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for tag, sittings in problem.tagged(self.family).items():
            for pair in solution.nearer_than(problem, sittings):
                yield Violation(self.name, (tag,), where=pair)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Sessions on {self.word} {labels.tag(self.family, instance[0])} are not at the same time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        tag = labels.tag(self.family, violation.instance[0])
        return f"{labels.sitting(first)} and {labels.sitting(second)} share {self.word} {tag} and overlap."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged(self.family)[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        sittings = problem.tagged(self.family)[instance[0]]
        if weight is None:
            keep_pairs_apart(variables, stays(variables, sittings), None)
        else:
            variables.model.penalise(count_overlaps(variables, sittings), weight)


class SharedObjective(SharedTag):
    """Sessions about one objective are not at the same time.

    A unit is a pair of sittings that overlap, once for each objective they share.
    """

    name = "shared-objective"
    kind = Kind.SOFT
    weight = "normal"
    family = "objectives"
    word = "objective"


class SharedTheme(SharedTag):
    """Sessions of one theme are not at the same time.

    A unit is a pair of sittings that overlap, once for each theme they share.
    """

    name = "shared-theme"
    kind = Kind.SOFT
    weight = "normal"
    family = "themes"
    word = "theme"


class SharedRegion(SharedTag):
    """Sessions about one region are not at the same time.

    A unit is a pair of sittings that overlap, once for each region they share.
    """

    name = "shared-region"
    kind = Kind.SOFT
    weight = "normal"
    family = "regions"
    word = "region"


class SharedAudience(SharedTag):
    """Sessions that expect the same people are not at the same time.

    A unit is a pair of sittings that overlap, once for each audience they share.
    """

    name = "shared-audience"
    kind = Kind.SOFT
    weight = "slight"
    family = "audiences"
    word = "audience"
