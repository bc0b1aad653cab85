"""What keeps small delegations and stakeholders from losing out."""

from __future__ import annotations

from collections.abc import Iterator

from solver.model import Expr, total
from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.meetings import meetings_of
from solver.timetable.problem import Problem, Standing
from solver.timetable.rules.interpretation import ask_at_most
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class SmallDelegations:
    """A delegation is not needed in more rooms in one period than it has people.

    A unit is a room beyond its people, in one period.
    """

    name = "small-delegations"
    kind = Kind.SOFT
    weight = "normal"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each delegation that is wanted in more sittings than it has people, with each period."""
        for delegation, sittings in problem.tagged("wanted_by").items():
            if len(sittings) > problem.delegation_people[delegation]:
                for period in range(len(problem.periods)):
                    yield delegation, period

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        wanted: dict[tuple[int, int], dict[int, list[int]]] = {}
        for sitting, placement in solution.placed():
            for delegation in problem.session_of(sitting).wanted_by:
                rooms = wanted.setdefault((delegation, placement.period), {})
                rooms.setdefault(placement.room, []).append(sitting)
        for (delegation, period), rooms in sorted(wanted.items()):
            excess = len(rooms) - problem.delegation_people[delegation]
            if excess > 0:
                where = tuple(sorted(i for sittings in rooms.values() for i in sittings))
                yield Violation(self.name, (delegation, period), excess, where)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        delegation, period = instance
        people = problem.delegation_people[delegation]
        return f"{labels.delegation(delegation)} is needed in at most {people} rooms {labels.period(period)}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        delegation, period = violation.instance
        titles = ", ".join(labels.sitting(i) for i in violation.where)
        size = problem.delegation_people[delegation]
        people = "1 person" if size == 1 else f"{size} people"
        return f"{labels.delegation(delegation)} has {people} and is needed {labels.period(period)} in {titles}."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return problem.tagged("wanted_by")[instance[0]]

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        delegation, period = instance
        rooms = meetings_of(variables, problem.tagged("wanted_by")[delegation], period)
        if len(rooms) > problem.delegation_people[delegation]:
            ask_at_most(variables, rooms, problem.delegation_people[delegation], weight)


class PrimeShare:
    """Side events led by stakeholders get their share of the prime times.

    A unit is a place that lacks to the share, which is the number of side events at prime times, times the part of
    all side events that stakeholders lead, rounded down.
    """

    name = "prime-share"
    kind = Kind.SOFT
    weight = "strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield the one case, where stakeholders lead some side events and others the rest."""
        led, others = _side_events(problem)
        if led and others and any(period.prime for period in problem.periods):
            yield ()

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        led, others = _side_events(problem)
        prime = [
            sitting
            for sitting, placement in solution.placed()
            if sitting in {*led, *others} and problem.periods[placement.period].prime
        ]
        share = len(led) * len(prime) // max(1, len(led) + len(others))
        lacking = share - sum(1 for sitting in prime if sitting in led)
        if lacking > 0 and others:
            yield Violation(self.name, (), lacking, tuple(prime))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        led, others = _side_events(problem)
        return (
            f"Stakeholders lead {len(led)} of {len(led) + len(others)} side events and get that share of prime times."
        )

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        return f"Side events led by stakeholders lack {violation.amount} of the prime times that are their share."

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        led, others = _side_events(problem)
        every = len(led) + len(others)
        share = Expr()
        for sitting in (*led, *others):
            at_prime = total(
                literal
                for literal, choice in zip(variables.times[sitting], variables.choices[sitting], strict=True)
                if problem.periods[choice.period].prime
            )
            share.add_expr(at_prime, len(led) - (every if sitting in led else 0))
        if weight is None:
            variables.model.row(share, None, every - 1)
            return
        lacking = variables.model.integer(0, len(led))
        variables.model.row(share.add(lacking, -every), None, every - 1)
        variables.model.penalise(Expr({lacking: 1}), weight)


def _side_events(problem: Problem) -> tuple[list[int], list[int]]:
    """Return the sittings of side events led by stakeholders, and of the others."""
    side = [i for i in range(len(problem.sittings)) if problem.session_of(i).standing is Standing.SIDE]
    led = [i for i in side if problem.session_of(i).stakeholder_led]
    return led, [i for i in side if i not in set(led)]
