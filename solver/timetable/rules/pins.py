"""What an organiser has fixed, and staying near a given agenda."""

from __future__ import annotations

from collections.abc import Iterator

from solver.rule import Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable


class Pinned:
    """A sitting stands where an organiser has pinned it.

    A unit is a wrong time or a wrong room.
    """

    name = "pinned"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each pinned sitting with the index of the pin."""
        for index, pin in enumerate(problem.pins):
            yield pin.sitting, index

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for index, pin in enumerate(problem.pins):
            placement = solution.placements[pin.sitting]
            if placement is None:
                continue
            wrong_time = pin.period not in (None, placement.period) or pin.start not in (None, placement.start)
            amount = int(wrong_time) + int(pin.room not in (None, placement.room))
            if amount:
                yield Violation(self.name, (pin.sitting, index), amount, where=(pin.sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        pin = problem.pins[instance[1]]
        where = []
        if pin.room is not None:
            where.append(f"to {labels.room(pin.room)}")
        if pin.start is not None:
            where.append(f"to {labels.time(pin.start)}")
        elif pin.period is not None:
            where.append(f"to {labels.period(pin.period)}")
        return f"{labels.sitting(instance[0])} is pinned {' and '.join(where)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, but stands elsewhere."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        pin = problem.pins[instance[1]]
        is_right = (pin.period is None or pin.period == period) and (pin.start is None or pin.start == start)
        return int(not is_right)

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        pinned = problem.pins[instance[1]].room
        return int(pinned is not None and pinned != room)


class GivenAgenda:
    """What the rules about staying near a given agenda share."""

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting that stands in the given agenda."""
        for sitting, placement in enumerate(problem.baseline):
            if placement is not None:
                yield (sitting,)


class KeepTime(GivenAgenda):
    """A sitting keeps the time it has in the given agenda.

    A unit is a sitting that starts at another minute.
    """

    name = "keep-time"
    kind = Kind.SOFT
    weight = "strong"

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, old in enumerate(problem.baseline):
            new = solution.placements[sitting]
            if old is not None and new is not None and old.start != new.start:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        old = problem.baseline[instance[0]]
        return f"{labels.sitting(instance[0])} keeps its time{f', {labels.time(old.start)}' if old else ''}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        old = problem.baseline[violation.instance[0]]
        return f"{labels.sitting(violation.instance[0])} moves from {labels.time(old.start) if old else 'its time'}."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        old = problem.baseline[instance[0]]
        return int(old is not None and start != old.start)


class KeepRoom(GivenAgenda):
    """A sitting keeps the room it has in the given agenda.

    A unit is a sitting in another room.
    """

    name = "keep-room"
    kind = Kind.SOFT
    weight = "normal"

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, old in enumerate(problem.baseline):
            new = solution.placements[sitting]
            if old is not None and new is not None and old.room != new.room:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        old = problem.baseline[instance[0]]
        return f"{labels.sitting(instance[0])} keeps its room{f', {labels.room(old.room)}' if old else ''}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        old = problem.baseline[violation.instance[0]]
        return f"{labels.sitting(violation.instance[0])} leaves {labels.room(old.room) if old else 'its room'}."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        old = problem.baseline[instance[0]]
        return int(old is not None and room != old.room)
