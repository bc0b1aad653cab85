"""What places cost by the forum's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from solver.model import total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.meetings import meeting_at, theme_at, theme_steps
from solver.timetable.points import Pair
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class SessionPeriodPoints:
    """A session stands in a period that its organisers have nothing against.

    A unit is a point that the forum's table puts on the period, once for each sitting.
    """

    name = "session-period-points"
    kind = Kind.SOFT
    weight = "slight"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting of a session that some period costs points."""
        yield from _sittings(problem, problem.points.session_period)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            points = problem.points.session_period.get((problem.sittings[sitting].session, placement.period), 0)
            if points:
                yield Violation(self.name, (sitting,), points, (sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} stands in a period that its organisers have nothing against."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.sitting(violation.instance[0])} stands in a period that costs it {_points(violation.amount)}."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        return problem.points.session_period.get((problem.sittings[instance[0]].session, period), 0)


class SessionRoomPoints:
    """A session stands in a room that its organisers have nothing against.

    A unit is a point that the forum's table puts on the room, once for each sitting.
    """

    name = "session-room-points"
    kind = Kind.SOFT
    weight = "slight"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting of a session that some room costs points."""
        yield from _sittings(problem, problem.points.session_room)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            points = problem.points.session_room.get((problem.sittings[sitting].session, placement.room), 0)
            if points:
                yield Violation(self.name, (sitting,), points, (sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} stands in a room that its organisers have nothing against."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{labels.sitting(violation.instance[0])} stands in a room that costs it {_points(violation.amount)}."

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        return problem.points.session_room.get((problem.sittings[instance[0]].session, room), 0)


class ThemePeriodPoints:
    """A theme meets in periods that its organisers have nothing against.

    A unit is a point that the forum's table puts on the period, once for each meeting of the theme.
    """

    name = "theme-period-points"
    kind = Kind.SOFT
    weight = "slight"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme and period that costs points."""
        themes = problem.tagged("themes")
        yield from sorted(pair for pair in problem.points.theme_period if pair[0] in themes)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for (period, room), themes in solution.themes_by_meeting(problem).items():
            for theme in sorted(themes):
                points = problem.points.theme_period.get((theme, period), 0)
                if points:
                    yield Violation(
                        self.name, (theme, period), points, _of_theme(problem, solution, theme, period, room)
                    )

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Theme {labels.tag('themes', instance[0])} does not meet on {labels.period(instance[1])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme, period = violation.instance
        when = labels.period(period)
        return f"Theme {labels.tag('themes', theme)} meets on {when}, which costs {_points(violation.amount)}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        theme, period = instance
        steps = theme_steps(variables, theme, period)
        if weight is None:
            variables.model.at_most(0, steps)
        else:
            variables.model.penalise(total(steps), weight * problem.points.theme_period[theme, period])


class ThemeRoomPoints:
    """A theme meets in rooms that its organisers have nothing against.

    A unit is a point that the forum's table puts on the room, once for each meeting of the theme.
    """

    name = "theme-room-points"
    kind = Kind.SOFT
    weight = "slight"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme and room that costs points."""
        themes = problem.tagged("themes")
        yield from sorted(pair for pair in problem.points.theme_room if pair[0] in themes)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for (period, room), themes in solution.themes_by_meeting(problem).items():
            for theme in sorted(themes):
                points = problem.points.theme_room.get((theme, room), 0)
                if points:
                    where = _of_theme(problem, solution, theme, period, room)
                    yield Violation(self.name, (theme, room), points, where)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Theme {labels.tag('themes', instance[0])} does not meet in {labels.room(instance[1])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme, room = violation.instance
        where = labels.room(room)
        return f"Theme {labels.tag('themes', theme)} meets in {where}, which costs {_points(violation.amount)}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        theme, room = instance
        meetings = [theme_at(variables, theme, period, room) for period in range(len(problem.periods))]
        if weight is None:
            variables.model.at_most(0, meetings)
        else:
            variables.model.penalise(total(meetings), weight * problem.points.theme_room[theme, room])


class RoomPeriodPoints:
    """A room is used in periods in which it is easy to have.

    A unit is a point that the forum's table puts on the room in a period in which it is used.
    """

    name = "room-period-points"
    kind = Kind.SOFT
    weight = "slight"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each room and period that costs points."""
        yield from sorted(problem.points.room_period)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for (period, room), sittings in sorted(solution.sittings_by_meeting(problem).items()):
            points = problem.points.room_period.get((room, period), 0)
            if points:
                yield Violation(self.name, (room, period), points, tuple(sittings))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.room(instance[0])} is not used on {labels.period(instance[1])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        room, period = violation.instance
        return f"{labels.room(room)} is used on {labels.period(period)}, which costs {_points(violation.amount)}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        room, period = instance
        used = meeting_at(variables, range(len(problem.sittings)), period, room)
        if weight is None:
            variables.model.at_most(0, [used])
        else:
            variables.model.penalise(total([used]), weight * problem.points.room_period[room, period])


def _sittings(problem: Problem, table: Mapping[Pair, int]) -> Iterator[Instance]:
    sessions = {session for session, _ in table}
    for sitting, one in enumerate(problem.sittings):
        if one.session in sessions:
            yield (sitting,)


def _of_theme(problem: Problem, solution: Timetable, theme: int, period: int, room: int) -> tuple[int, ...]:
    here = solution.sittings_by_meeting(problem)[period, room]
    return tuple(i for i in here if theme in problem.session_of(i).themes)


def _points(amount: int) -> str:
    return "1 point" if amount == 1 else f"{amount} points"
