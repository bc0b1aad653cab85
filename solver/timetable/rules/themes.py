"""How the sessions of a theme lie over days and rooms."""

from __future__ import annotations

from collections.abc import Iterator

from solver.model import Expr, Literal, total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.problem import Habit, Problem
from solver.timetable.rules.interpretation import ask_at_most
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class ThemeDays:
    """The sessions of a theme are spread over the days, or kept together on few, as the forum sets.

    A unit is, for a theme that is spread, a sitting on a day beyond an equal share of the days, rounded up; for a
    theme that is kept together, a day beyond the first.
    """

    name = "theme-days"
    kind = Kind.SOFT
    weight = "slight"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme with a habit and two sittings or more."""
        for theme, sittings in problem.tagged("themes").items():
            if len(sittings) > 1 and _habit(problem, theme) is not Habit.NONE:
                yield (theme,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for theme, sittings in problem.tagged("themes").items():
            by_day: dict[int, list[int]] = {}
            for sitting in sittings:
                placement = solution.placements[sitting]
                if placement is not None:
                    by_day.setdefault(problem.periods[placement.period].day, []).append(sitting)
            amount = 0
            if _habit(problem, theme) is Habit.SPREAD:
                share = -(-len(sittings) // len(problem.days))
                amount = sum(max(0, len(here) - share) for here in by_day.values())
            elif _habit(problem, theme) is Habit.TOGETHER:
                amount = max(0, len(by_day) - 1)
            if amount:
                yield Violation(self.name, (theme,), amount, sittings)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        spread = _habit(problem, instance[0]) is Habit.SPREAD
        how = "are spread over the days" if spread else "are together on one day"
        return f"Sessions on theme {labels.tag('themes', instance[0])} {how}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        spread = _habit(problem, violation.instance[0]) is Habit.SPREAD
        theme = labels.tag("themes", violation.instance[0])
        if spread:
            sessions = "1 session" if violation.amount == 1 else f"{violation.amount} sessions"
            return f"A day holds {sessions} on theme {theme} beyond its share."
        days = "1 day" if violation.amount == 1 else f"{violation.amount} days"
        return f"Sessions on theme {theme} take {days} more than one."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        sittings = problem.tagged("themes")[instance[0]]
        if _habit(problem, instance[0]) is Habit.SPREAD:
            share = -(-len(sittings) // len(problem.days))
            for day in problem.days:
                count = Expr()
                for sitting in sittings:
                    count.add_expr(variables.on_day(sitting, day))
                if weight is None:
                    variables.model.row(count, None, share)
                else:
                    variables.model.penalise(variables.model.excess(count, share, len(sittings)), weight)
            return
        used = [_used(variables, [variables.on_day(i, day) for i in sittings]) for day in problem.days]
        ask_at_most(variables, used, 1, weight)


class ThemeRoom:
    """The sessions of a theme stay in one room.

    A unit is a room beyond the first.
    """

    name = "theme-room"
    kind = Kind.SOFT
    weight = "slight"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme of two sittings or more."""
        for theme, sittings in problem.tagged("themes").items():
            if len(sittings) > 1:
                yield (theme,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for theme, sittings in problem.tagged("themes").items():
            rooms = {placement.room for i in sittings if (placement := solution.placements[i]) is not None}
            if len(rooms) > 1:
                yield Violation(self.name, (theme,), len(rooms) - 1, sittings)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Sessions on theme {labels.tag('themes', instance[0])} stay in one room."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme = labels.tag("themes", violation.instance[0])
        return f"Sessions on theme {theme} use {violation.amount + 1} rooms."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        sittings = problem.tagged("themes")[instance[0]]
        rooms = sorted({room for i in sittings for room in variables.rooms[i]})
        used = [
            _used(variables, [total([variables.rooms[i][room]]) for i in sittings if room in variables.rooms[i]])
            for room in rooms
        ]
        ask_at_most(variables, used, 1, weight)


def _habit(problem: Problem, theme: int) -> Habit:
    return problem.habits[theme] if theme < len(problem.habits) else Habit.NONE


def _used(variables: Variables, marks: list[Expr]) -> Literal:
    """Return a literal that holds where one of some 0-1 expressions is 1."""
    used = variables.model.boolean()
    for mark in marks:
        variables.model.row(Expr(dict(mark.terms), mark.constant).add(used, -1), None, 0)
    return used
