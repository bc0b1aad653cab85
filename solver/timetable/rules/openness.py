"""What is under review stays open for discussion, whatever else a programme has room for."""

from __future__ import annotations

from collections.abc import Iterator

from solver.model import total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class ObjectiveOpen:
    """Each objective of the framework is open for discussion in a session that takes place.

    Instance: the objective. A session with no place opens nothing; it has one where any of its sittings has.
    """

    name = "objective-open"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each objective of the framework."""
        for objective in sorted(problem.framework):
            yield (objective,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        opened = {objective for sitting, _ in solution.placed() for objective in problem.session_of(sitting).opens}
        for objective in sorted(problem.framework - opened):
            yield Violation(self.name, (objective,), where=problem.tagged("opens").get(objective, ()))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Objective {labels.tag('objectives', instance[0])} is open for discussion in some session."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        objective = labels.tag("objectives", violation.instance[0])
        if not violation.where:
            return f"No session opens objective {objective} for discussion."
        sessions = dict.fromkeys(problem.sittings[sitting].session for sitting in violation.where)
        titles = ", ".join(map(labels.session, sessions))
        return f"No session that takes place opens objective {objective} for discussion; without a place: {titles}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        """Return the sittings that open the objective; where there are none it cannot hold, whatever stands fast."""
        return problem.tagged("opens").get(instance[0])

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        present = [variables.present[i] for i in problem.tagged("opens").get(instance[0], ())]
        if weight is None:
            variables.model.clause(present)
            return
        shut = variables.model.boolean()
        variables.model.clause([*present, shut])
        variables.model.penalise(total([shut]), weight)
