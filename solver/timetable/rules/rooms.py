"""What a room can hold and when."""

from __future__ import annotations

from collections.abc import Iterator

from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import crowds, keep_pairs_apart, loose_sittings, stays_in_room
from solver.timetable.problem import Problem
from solver.timetable.rules.basics import fits
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class RoomFree:
    """A room holds one session at a time, with the minutes it needs for changeover.

    A unit is a pair of sittings that share a room and have fewer minutes between them.
    """

    name = "room-free"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each room."""
        for room in range(len(problem.rooms)):
            yield (room,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        inside: dict[int, list[int]] = {}
        for sitting, placement in solution.placed():
            inside.setdefault(placement.room, []).append(sitting)
        for room, sittings in sorted(inside.items()):
            gap = problem.rooms[room].changeover_minutes
            for pair in solution.nearer_than(problem, sittings, gap):
                yield Violation(self.name, (room,), where=pair)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        minutes = problem.rooms[instance[0]].changeover_minutes
        gap = f", with {minutes} minutes between two" if minutes else ""
        return f"{labels.room(instance[0])} holds one session at a time{gap}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        room = labels.room(violation.instance[0])
        return f"{room} is given to {labels.sitting(first)} and to {labels.sitting(second)} at once or too close."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        room = instance[0]
        gap = problem.rooms[room].changeover_minutes
        ways = stays_in_room(variables, room, range(len(problem.sittings)), gap)
        if weight is not None:
            keep_pairs_apart(variables, ways, weight, gap)
            return
        for crowd in crowds(ways):
            variables.model.at_most(1, (stay.literal for stay in crowd))
        loose = loose_sittings(ways)
        variables.model.no_overlap(variables.interval(i, gap, variables.rooms[i][room]) for i in loose)


class RoomSeats:
    """A session stands in a room with the seats it cannot do without."""

    name = "room-seats"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting that needs seats."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).seats:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            if problem.rooms[placement.room].seats < problem.session_of(sitting).seats:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} needs {problem.session_of(instance[0]).seats} seats."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, more than its room has."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        return int(problem.rooms[room].seats < problem.session_of(instance[0]).seats)


class RoomEquipment:
    """A session stands in a room with the equipment it needs.

    A unit is a missing piece of equipment.
    """

    name = "room-equipment"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting that needs equipment."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).equipment:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            missing = problem.session_of(sitting).equipment - problem.rooms[placement.room].equipment
            if missing:
                yield Violation(self.name, (sitting,), len(missing), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        pieces = (labels.tag("equipment", piece) for piece in sorted(problem.session_of(instance[0]).equipment))
        return f"{labels.sitting(instance[0])} needs a room with {' and '.join(pieces)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, which its room does not have."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        needed = problem.session_of(instance[0]).equipment
        return sum(1 for piece in needed if piece not in problem.rooms[room].equipment)


class RoomBooths:
    """An interpreted session stands in a room with a booth for each of its languages."""

    name = "room-booths"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each interpreted sitting."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).languages:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            if problem.rooms[placement.room].booths < problem.session_of(sitting).languages:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} needs {problem.session_of(instance[0]).languages} booths."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, more than its room has."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        return int(problem.rooms[room].booths < problem.session_of(instance[0]).languages)


class RoomHours:
    """A room is used only while it is open."""

    name = "room-hours"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each room with hours."""
        for room, data in enumerate(problem.rooms):
            if data.open is not None:
                yield (room,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            windows = problem.rooms[placement.room].open
            end = placement.start + problem.sittings[sitting].minutes
            if windows is not None and not any(low <= placement.start and end <= high for low, high in windows):
                yield Violation(self.name, (placement.room,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.room(instance[0])} is used only while it is open."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        room = labels.room(violation.instance[0])
        return f"{labels.sitting(violation.where[0])} stands in {room} while it is closed."

    def place_cost(self, problem: Problem, instance: Instance, sitting: int, start: int) -> int:
        windows = problem.rooms[instance[0]].open
        return int(windows is not None and not fits(windows, start, problem.sittings[sitting].minutes))
