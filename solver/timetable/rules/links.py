"""What ties sessions together in time."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from itertools import pairwise, product

from solver.model import TRUE, Expr, Literal, total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import keep_pairs_apart, stays
from solver.timetable.problem import Link, Problem, Relation
from solver.timetable.slack import Slack
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class SittingsInOrder:
    """The sittings of one session follow each other in order.

    A unit is a sitting that starts before the one before it has ended.
    """

    name = "sittings-in-order"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting that follows another."""
        for sitting, data in enumerate(problem.sittings):
            if data.number:
                yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for session in problem.sittings_of:
            for first, second in pairwise(session):
                if _follows_badly(problem, solution, first, second, 0):
                    yield Violation(self.name, (second,), where=(first, second))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.sitting(instance[0])} comes after {labels.sitting(instance[0] - 1)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        return f"{labels.sitting(second)} starts before {labels.sitting(first)} has ended."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return instance[0] - 1, instance[0]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        ask_before(variables, instance[0] - 1, instance[0], 0, variables.slack(weight))


class RelationRule(ABC):
    """What the rules over one link share; an instance is the index of the relation."""

    link: Link
    name: str

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each relation of this link."""
        for index, relation in enumerate(problem.relations):
            if relation.link is self.link:
                yield (index,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for index, relation in enumerate(problem.relations):
            if relation.link is not self.link:
                continue
            amount = self.amount(problem, solution, relation)
            if amount:
                where = problem.sittings_of[relation.first] + problem.sittings_of[relation.second]
                yield Violation(self.name, (index,), amount, where=where)

    @abstractmethod
    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        """Return the units of violation of one relation, over those of its sittings that have a place."""

    @abstractmethod
    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say what one relation asks."""

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        relation = problem.relations[instance[0]]
        return problem.sittings_of[relation.first] + problem.sittings_of[relation.second]

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"{self.state(problem, violation.instance, labels)[:-1]}, which does not hold."


class Before(RelationRule):
    """A session that comes before another has ended, and the minutes asked for have passed, when that one starts."""

    name = "before"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False
    link = Link.BEFORE

    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        first, second = _ends(problem, relation)
        return int(_follows_badly(problem, solution, first, second, relation.amount))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        relation = problem.relations[instance[0]]
        gap = f", at least {relation.amount} minutes earlier" if relation.amount else ""
        return f"{labels.session(relation.first)} ends before {labels.session(relation.second)} starts{gap}."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        relation = problem.relations[instance[0]]
        first, second = _ends(problem, relation)
        ask_before(variables, first, second, relation.amount, variables.slack(weight))


class SameDay(RelationRule):
    """Two sessions tied to one day stand on one day.

    A unit is a tie whose sittings are not all on one day.
    """

    name = "same-day"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False
    link = Link.SAME_DAY

    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        where = problem.sittings_of[relation.first] + problem.sittings_of[relation.second]
        placements = [solution.placements[i] for i in where]
        return int(len({problem.periods[p.period].day for p in placements if p is not None}) > 1)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        relation = problem.relations[instance[0]]
        return f"{labels.session(relation.first)} and {labels.session(relation.second)} are on one day."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        relation = problem.relations[instance[0]]
        sittings = problem.sittings_of[relation.first] + problem.sittings_of[relation.second]
        slack = variables.slack(weight)
        for index, first in enumerate(sittings):
            for other, day in product(sittings[index + 1 :], problem.days):
                row = Expr().add_expr(variables.on_day(first, day)).add_expr(variables.on_day(other, day), -1)
                row.add(slack.literal, -1).add(variables.present[other])
                variables.model.row(row, None, 1, (variables.present[first],))
            if variables.present[first] == TRUE:
                break


class Consecutive(RelationRule):
    """A session that follows another directly starts after it ends, within the minutes asked for."""

    name = "consecutive"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False
    link = Link.CONSECUTIVE

    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        first, second = _ends(problem, relation)
        one, two = solution.span(problem, first), solution.span(problem, second)
        return int(one is not None and two is not None and not 0 <= two[0] - one[1] <= relation.amount)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        relation = problem.relations[instance[0]]
        return (
            f"{labels.session(relation.second)} starts within {relation.amount} minutes "
            f"after {labels.session(relation.first)} ends."
        )

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        relation = problem.relations[instance[0]]
        first, second = _ends(problem, relation)
        slack = variables.slack(weight)
        ask_before(variables, first, second, 0, slack)
        ask_within(variables, first, second, relation.amount, slack)


class Feeds(RelationRule):
    """A session whose results another takes up ends before it starts, at most the days asked for earlier."""

    name = "feeds"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False
    link = Link.FEEDS

    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        first, second = _ends(problem, relation)
        one, two = solution.placements[first], solution.placements[second]
        if one is None or two is None:
            return 0
        days = problem.periods[two.period].day - problem.periods[one.period].day
        return int(_follows_badly(problem, solution, first, second, 0) or days > relation.amount)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        relation = problem.relations[instance[0]]
        return (
            f"{labels.session(relation.first)} feeds {labels.session(relation.second)}: "
            f"it ends before it, at most {relation.amount} days earlier."
        )

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        relation = problem.relations[instance[0]]
        first, second = _ends(problem, relation)
        slack = variables.slack(weight)
        ask_before(variables, first, second, 0, slack)
        for day in problem.days:
            near = Expr()
            for other in problem.days:
                if day <= other <= day + relation.amount:
                    near.add_expr(variables.on_day(second, other))
            near.add_expr(variables.on_day(first, day), -1).add(slack.literal)
            variables.model.row(near, 0, None, (variables.present[second],))


class Apart(RelationRule):
    """Two sessions that must not clash are never at the same time.

    A unit is a pair of their sittings that overlap.
    """

    name = "apart"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False
    link = Link.APART

    def amount(self, problem: Problem, solution: Timetable, relation: Relation) -> int:
        mine = problem.sittings_of[relation.first]
        both = (*mine, *problem.sittings_of[relation.second])
        return sum((one in mine) != (two in mine) for one, two in solution.nearer_than(problem, both))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        relation = problem.relations[instance[0]]
        return f"{labels.session(relation.first)} and {labels.session(relation.second)} are not at the same time."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        relation = problem.relations[instance[0]]
        for one in problem.sittings_of[relation.first]:
            for two in problem.sittings_of[relation.second]:
                keep_pairs_apart(variables, stays(variables, (one, two)), weight)


def ask_before(variables: Variables, first: int, second: int, gap: int, slack: Slack) -> None:
    """Ask that a sitting ends ``gap`` minutes before another starts, unless the slack is paid."""
    needed = variables.problem.sittings[first].minutes + gap
    early = sorted(zip(variables.choices[second], variables.times[second], strict=True), key=lambda item: item[0].high)
    late = list(zip(variables.choices[first], variables.times[first], strict=True))
    for latest in sorted({choice.high for choice, _ in early}):
        starts_by = [literal for choice, literal in early if choice.high <= latest]
        ends_after = [literal for choice, literal in late if choice.low + needed > latest]
        if starts_by and ends_after:
            variables.model.row(total([*starts_by, *ends_after]).add(slack.literal, -1), None, 1)
    if variables.is_flexible(first) or variables.is_flexible(second):
        variables.add_order(first, second, gap, (~slack.literal,))


def ask_within(variables: Variables, first: int, second: int, most: int, slack: Slack) -> None:
    """Ask that a sitting starts at most ``most`` minutes after another ends, unless the slack is paid."""
    minutes = variables.problem.sittings[first].minutes
    present = variables.present[second]
    for index, literal in enumerate(variables.times[first]):
        choice = variables.choices[first][index]
        near: list[Literal] = [
            other
            for other, option in zip(variables.times[second], variables.choices[second], strict=True)
            if option.low <= choice.high + minutes + most
        ]
        variables.model.clause([~literal, slack.literal, ~present, *near])
    expr = Expr().add_expr(variables.start(second)).add_expr(variables.start(first), -1)
    when = ~slack.literal, variables.present[first], present
    variables.model.row(expr, None, minutes + most, when)


def _ends(problem: Problem, relation: Relation) -> tuple[int, int]:
    """Return the last sitting of the first session and the first sitting of the second."""
    return problem.sittings_of[relation.first][-1], problem.sittings_of[relation.second][0]


def _follows_badly(problem: Problem, solution: Timetable, first: int, second: int, gap: int) -> bool:
    one, two = solution.span(problem, first), solution.span(problem, second)
    return one is not None and two is not None and one[1] + gap > two[0]
