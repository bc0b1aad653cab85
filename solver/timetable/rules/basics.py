"""What makes a timetable one: every sitting stands, inside a period, at a time it can have."""

from __future__ import annotations

from collections.abc import Iterator

from solver.model import total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels, spoken_windows
from solver.timetable.problem import Problem, Window
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class PlacedOnce:
    """Each sitting of each session stands once."""

    name = "placed-once"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting."""
        for sitting in range(len(problem.sittings)):
            yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in enumerate(solution.placements):
            if placement is None:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} takes place."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.sitting(violation.instance[0])} has no place."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return instance

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        present = variables.present[instance[0]]
        if weight is None:
            variables.model.clause([present])
        else:
            variables.model.penalise(total([~present]), weight)


class InsidePeriod:
    """Each sitting lies inside its period and starts on the grid of slots."""

    name = "inside-period"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting."""
        for sitting in range(len(problem.sittings)):
            yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            period = problem.periods[placement.period]
            end = placement.start + problem.sittings[sitting].minutes
            is_inside = period.start <= placement.start and end <= period.end
            if not is_inside or (placement.start - period.start) % problem.slot_minutes:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        minutes = problem.sittings[instance[0]].minutes
        return f"{labels.sitting(instance[0])}, {minutes} minutes long, lies inside one period."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return (
            f"{labels.sitting(violation.instance[0])} does not lie inside its period "
            f"on the grid of {problem.slot_minutes} minutes."
        )

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        stretch = problem.periods[period]
        late = start + problem.sittings[instance[0]].minutes > stretch.end
        return int(late or start < stretch.start or (start - stretch.start) % problem.slot_minutes != 0)


class SessionAvailable:
    """A session takes place when it can."""

    name = "session-available"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting whose session has windows."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).windows is not None:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            windows = problem.session_of(sitting).windows
            end = placement.start + problem.sittings[sitting].minutes
            if windows is not None and not any(low <= placement.start and end <= high for low, high in windows):
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        windows = problem.session_of(instance[0]).windows or ()
        return f"{labels.sitting(instance[0])} can only take place {spoken_windows(windows, labels)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, but stands at another time."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        windows = problem.session_of(instance[0]).windows
        return int(windows is not None and not fits(windows, start, problem.sittings[instance[0]].minutes))


def fits(windows: tuple[Window, ...], start: int, minutes: int) -> bool:
    """Whether a stretch of some minutes lies inside one of some windows."""
    return any(low <= start and start + minutes <= high for low, high in windows)
