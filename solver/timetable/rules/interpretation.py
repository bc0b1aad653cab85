"""What interpretation teams can do. A meeting is interpreted if an interpreted sitting stands in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from solver.model import Expr, Literal, total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.meetings import meetings_of
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class InterpretationAtOnce:
    """No more meetings are interpreted at once than there are teams, the rest of a team between two included.

    A unit is a team that lacks at the start of a period. A team is taken from the start of a meeting's period to its
    end and the minutes of rest after it.
    """

    name = "interpretation-at-once"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each period, where teams are counted."""
        if problem.interpretation.teams is not None and _interpreted(problem):
            for period in range(len(problem.periods)):
                yield (period,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        if problem.interpretation.teams is None:
            return
        meetings = _interpreted_meetings(problem, solution)
        for index, period in enumerate(problem.periods):
            busy = {
                (other, room): sittings
                for (other, room), sittings in meetings.items()
                if problem.periods[other].start <= period.start
                and period.start < problem.periods[other].end + problem.interpretation.rest_minutes
            }
            if len(busy) > problem.interpretation.teams:
                where = tuple(sorted(i for sittings in busy.values() for i in sittings))
                yield Violation(self.name, (index,), len(busy) - problem.interpretation.teams, where)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        teams = problem.interpretation.teams
        meetings = "1 meeting is" if teams == 1 else f"{teams} meetings are"
        return f"At most {meetings} interpreted at once {labels.period(instance[0])}, rest included."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        titles = ", ".join(labels.sitting(i) for i in violation.where)
        return (
            f"{labels.period(violation.instance[0])} needs {violation.amount} more "
            f"interpretation team{'s' * (violation.amount != 1)} than there are, rest included: {titles}."
        )

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        teams, rest = problem.interpretation.teams, problem.interpretation.rest_minutes
        if teams is None:
            return
        sittings = _interpreted(problem)
        period = problem.periods[instance[0]]
        busy = [
            literal
            for other, data in enumerate(problem.periods)
            if data.start <= period.start < data.end + rest
            for literal in meetings_of(variables, sittings, other)
        ]
        ask_at_most(variables, busy, teams, weight)


class InterpretationPerDay:
    """No team serves more meetings on a day than it can.

    A unit is a meeting beyond the number of teams times the meetings each can serve.
    """

    name = "interpretation-per-day"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each day, where teams are counted."""
        if problem.interpretation.teams is not None and _interpreted(problem):
            for day in problem.days:
                yield (day,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        if problem.interpretation.teams is None:
            return
        limit = problem.interpretation.teams * problem.interpretation.meetings_per_day
        meetings = _interpreted_meetings(problem, solution)
        for day in problem.days:
            here = [sittings for (period, _), sittings in meetings.items() if problem.periods[period].day == day]
            if len(here) > limit:
                where = tuple(sorted(i for sittings in here for i in sittings))
                yield Violation(self.name, (day,), len(here) - limit, where)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        data = problem.interpretation
        meetings = f"{data.meetings_per_day} meeting{'s' * (data.meetings_per_day != 1)}"
        teams = "1 interpretation team serves" if data.teams == 1 else f"{data.teams} interpretation teams serve"
        return f"{teams} at most {meetings}{' each' * (data.teams != 1)} on {labels.day(instance[0])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        day, more = labels.day(violation.instance[0]), violation.amount
        return f"{day} has {more} more interpreted meeting{'s' * (more != 1)} than the teams can serve."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        limit = (problem.interpretation.teams or 0) * problem.interpretation.meetings_per_day
        sittings = _interpreted(problem)
        literals = [
            literal
            for period, data in enumerate(problem.periods)
            if data.day == instance[0]
            for literal in meetings_of(variables, sittings, period)
        ]
        ask_at_most(variables, literals, limit, weight)


class InterpretationLength:
    """No meeting is interpreted for longer than a team can work.

    A unit is a meeting whose interpreted sittings together are longer, up to the length of its period.
    """

    name = "interpretation-length"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each period that is longer than a team can work."""
        if _interpreted(problem):
            for index, period in enumerate(problem.periods):
                if period.minutes > problem.interpretation.meeting_minutes:
                    yield (index,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for (period, _), sittings in sorted(_interpreted_meetings(problem, solution).items()):
            minutes = min(problem.periods[period].minutes, sum(problem.sittings[i].minutes for i in sittings))
            if minutes > problem.interpretation.meeting_minutes:
                yield Violation(self.name, (period,), where=tuple(sittings))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        minutes = problem.interpretation.meeting_minutes
        return f"No meeting {labels.period(instance[0])} is interpreted for more than {minutes} minutes."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        titles = ", ".join(labels.sitting(i) for i in violation.where)
        period, minutes = labels.period(violation.instance[0]), problem.interpretation.meeting_minutes
        return f"One meeting {period} is interpreted for over {minutes} minutes: {titles}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        by_room: dict[int, Expr] = {}
        for sitting in _interpreted(problem):
            for (index, room), literal in variables.cells[sitting].items():
                if variables.choices[sitting][index].period == instance[0]:
                    by_room.setdefault(room, Expr()).add(literal, problem.sittings[sitting].minutes)
        limit = problem.interpretation.meeting_minutes
        for expr in by_room.values():
            most = expr.constant + sum(expr.terms.values())
            if most > limit:
                expr.add(variables.slack(weight).literal, limit - most)
                variables.model.row(expr, None, limit)


def ask_at_most(variables: Variables, literals: Sequence[Literal], limit: int, weight: int | None) -> None:
    """Ask that at most ``limit`` of some literals hold; a unit each beyond."""
    if weight is None:
        variables.model.row(total(literals), None, limit)
    else:
        variables.model.penalise(variables.model.excess(total(literals), limit, len(literals)), weight)


def _interpreted(problem: Problem) -> list[int]:
    return [i for i in range(len(problem.sittings)) if problem.session_of(i).languages]


def _interpreted_meetings(problem: Problem, solution: Timetable) -> dict[tuple[int, int], list[int]]:
    found = {
        meeting: [i for i in sittings if problem.session_of(i).languages]
        for meeting, sittings in solution.sittings_by_meeting(problem).items()
    }
    return {meeting: sittings for meeting, sittings in found.items() if sittings}
