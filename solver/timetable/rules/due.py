"""The order in which the sessions of a theme are due."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from solver.model import Expr, Literal
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import shared_slots
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class DueOrder:
    """The sessions of a theme stand in the order in which they are due.

    Those of a theme are numbered by period, room and start. A unit is a sitting whose number is not the one at which
    it is due, or a slot of time, or a part of one, that two that are due share in one period.
    """

    name = "due-order"
    kind = Kind.SOFT
    weight = "normal"
    needs_rooms = True

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each theme of which a session is due at some place."""
        for theme, sittings in problem.tagged("themes").items():
            if any(problem.session_of(i).due for i in sittings):
                yield (theme,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        rank = _ranks(problem)
        for (theme,) in self.instances(problem):
            order = sorted(
                (rank[place.period], place.room, place.start, i)
                for i in problem.tagged("themes")[theme]
                if (place := solution.placements[i]) is not None
            )
            due = [(number, i) for number, (*_, i) in enumerate(order, 1) if problem.session_of(i).due]
            amount = sum(problem.session_of(i).due != number for number, i in due)
            for (_, one), (_, two) in combinations(due, 2):
                if _period(solution, one) == _period(solution, two):
                    amount += solution.slots_shared(problem, one, two)
            if amount:
                yield Violation(self.name, (theme,), amount, tuple(i for _, i in due))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Sessions on theme {labels.tag('themes', instance[0])} stand in the order in which they are due."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        theme = labels.tag("themes", violation.instance[0])
        return f"Sessions on theme {theme} do not stand in the order in which they are due ({violation.amount})."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("themes")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        sittings = problem.tagged("themes")[instance[0]]
        due = [i for i in sittings if problem.session_of(i).due]
        earlier = {pair: _earlier(variables, *pair) for pair in combinations(sittings, 2) if {*pair} & {*due}}
        for sitting in due:
            number = Expr(constant=1)
            for (first, second), literal in earlier.items():
                if sitting == second:
                    number.add(_both(variables, variables.present[first], literal))
                elif sitting == first:
                    number.add(_both(variables, variables.present[second], ~literal))
            wrong = variables.slack(weight).literal
            due_at = problem.session_of(sitting).due
            variables.model.row(number, due_at, due_at, (variables.present[sitting], ~wrong))
        for pair in combinations(due, 2):
            slots = shared_slots(variables, *pair)
            if weight is None:
                variables.model.row(slots, None, 0)
            else:
                variables.model.penalise(slots, weight)


def _ranks(problem: Problem) -> dict[int, int]:
    """Return the place of each period in order of time."""
    order = sorted(range(len(problem.periods)), key=lambda i: (problem.periods[i].start, i))
    return {period: place for place, period in enumerate(order)}


def _period(solution: Timetable, sitting: int) -> int | None:
    placement = solution.placements[sitting]
    return None if placement is None else placement.period


def _earlier(variables: Variables, first: int, second: int) -> Literal:
    """Return a literal that holds where the first of two sittings has the smaller number, both being present."""
    literal = variables.model.boolean()
    present = variables.present[first], variables.present[second]
    apart = _key(variables, second).add_expr(_key(variables, first), -1)
    variables.model.row(apart, 0, None, (literal, *present))
    variables.model.row(Expr().add_expr(apart), None, -1, (~literal, *present))
    return literal


def _key(variables: Variables, sitting: int) -> Expr:
    """Return a number by which sittings are in order of period, room and start."""
    problem, rank = variables.problem, _ranks(variables.problem)
    minutes = max(period.minutes for period in problem.periods) + 1
    key = Expr().add_expr(variables.start(sitting))
    for literal, choice in zip(variables.times[sitting], variables.choices[sitting], strict=True):
        place = rank[choice.period] * len(problem.rooms) * minutes
        key.add(literal, place - problem.periods[choice.period].start)
    for room, literal in variables.rooms[sitting].items():
        key.add(literal, room * minutes)
    return key


def _both(variables: Variables, one: Literal, two: Literal) -> Literal:
    """Return a literal that holds exactly where two others do."""
    both = variables.model.boolean()
    variables.model.clause([~both, one])
    variables.model.clause([~both, two])
    variables.model.clause([both, ~one, ~two])
    return both
