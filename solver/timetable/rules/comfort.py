"""What makes one place better than another for one session."""

from __future__ import annotations

from collections.abc import Iterator

from solver.rule import Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.problem import Problem
from solver.timetable.rules.basics import fits
from solver.timetable.solution import Timetable

PEOPLE_A_UNIT = 25


class AudienceFits:
    """A session stands in a room with seats for the people expected.

    A unit is 25 people, or a part of 25, without a seat.
    """

    name = "audience-fits"
    kind = Kind.SOFT
    weight = "normal"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting that expects people."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).audience:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            standing = problem.session_of(sitting).audience - problem.rooms[placement.room].seats
            if standing > 0:
                yield Violation(self.name, (sitting,), (standing + PEOPLE_A_UNIT - 1) // PEOPLE_A_UNIT, (sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} has seats for {problem.session_of(instance[0]).audience} people."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        expected = problem.session_of(violation.instance[0]).audience
        return f"{labels.sitting(violation.instance[0])} expects {expected} people, more than its room seats."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        standing = problem.session_of(instance[0]).audience - problem.rooms[room].seats
        return max(0, -(-standing // PEOPLE_A_UNIT))


class RemoteHours:
    """A session with remote speakers takes place at hours that are decent where they are.

    A unit is a remote speaker for whom it does not, or a point that the forum's table puts on the hours of a period.
    """

    name = "remote-hours"
    kind = Kind.SOFT
    weight = "normal"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting with remote speakers, or whose session the hours of some period cost points."""
        costly = {session for session, _ in problem.points.session_hours}
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).remote or problem.sittings[sitting].session in costly:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            end = placement.start + problem.sittings[sitting].minutes
            awake = [
                any(low <= placement.start and end <= high for low, high in windows)
                for windows in problem.session_of(sitting).remote
            ]
            points = problem.points.session_hours.get((problem.sittings[sitting].session, placement.period), 0)
            if points or not all(awake):
                yield Violation(self.name, (sitting,), awake.count(False) + points, (sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} is at decent hours for its remote speakers."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        sitting = labels.sitting(violation.instance[0])
        if problem.sittings[violation.instance[0]].session in {session for session, _ in problem.points.session_hours}:
            points = "1 point" if violation.amount == 1 else f"{violation.amount} points"
            return f"{sitting} is at hours that cost those who take part from afar {points}."
        speakers = f"{violation.amount} remote speaker{'s' * (violation.amount != 1)}"
        return f"{sitting} is early in the morning or late at night for {speakers}."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        minutes = problem.sittings[instance[0]].minutes
        points = problem.points.session_hours.get((problem.sittings[instance[0]].session, period), 0)
        awake = (fits(windows, start, minutes) for windows in problem.session_of(instance[0]).remote)
        return points + sum(not is_awake for is_awake in awake)


class PreferredTimes:
    """A session stands in one of the periods it would rather have.

    A unit is a sitting in another period.
    """

    name = "preferred-times"
    kind = Kind.SOFT
    weight = "normal"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting with a wish."""
        for sitting in range(len(problem.sittings)):
            if problem.session_of(sitting).preferred:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            preferred = problem.session_of(sitting).preferred
            if preferred and placement.period not in preferred:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        wishes = " or ".join(labels.period(p) for p in sorted(problem.session_of(instance[0]).preferred))
        return f"{labels.sitting(instance[0])} would rather be {wishes}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.sitting(violation.instance[0])} is in none of the periods it would rather have."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        return int(period not in problem.session_of(instance[0]).preferred)
