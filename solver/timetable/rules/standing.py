"""What may stand where in the day and beside what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from solver.rule import Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import Slacks, forbid, stays, touching
from solver.timetable.problem import Problem, Standing
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class KindAdmitted:
    """A session stands in a period that admits its kind."""

    name = "kind-admitted"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each sitting."""
        for sitting in range(len(problem.sittings)):
            yield (sitting,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for sitting, placement in solution.placed():
            if problem.session_of(sitting).kind not in problem.periods[placement.period].kinds:
                yield Violation(self.name, (sitting,), where=(sitting,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        kind = labels.kind(problem.session_of(instance[0]).kind)
        return f"{labels.sitting(instance[0])} stands in a period for {kind}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        kind = labels.kind(problem.session_of(violation.instance[0]).kind)
        return f"{labels.sitting(violation.instance[0])} stands in a period that does not admit {kind}."

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        return int(problem.session_of(instance[0]).kind not in problem.periods[period].kinds)


class StandsAlone:
    """Nothing official stands beside a plenary, an opening, a policy debate or a closing.

    A unit is a pair of sittings that overlap, one of a session that stands alone, the other of any session that is
    not a side event.
    """

    name = "stands-alone"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each session that stands alone."""
        for index, session in enumerate(problem.sessions):
            if session.standing is Standing.ALONE:
                yield (index,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        sittings = [i for i in range(len(problem.sittings)) if problem.session_of(i).standing is not Standing.SIDE]
        for pair in sorted(solution.nearer_than(problem, sittings)):
            alone = [i for i in pair if problem.session_of(i).standing is Standing.ALONE]
            if alone:
                yield Violation(self.name, (problem.sittings[alone[0]].session,), where=pair)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"Nothing official stands beside {labels.session(instance[0])}."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = violation.where
        return (
            f"{labels.sitting(first)} and {labels.sitting(second)} overlap, "
            f"but nothing official stands beside {labels.session(violation.instance[0])}."
        )

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        session = instance[0]
        others = (
            i
            for i in range(len(problem.sittings))
            if problem.session_of(i).standing is not Standing.SIDE and not _is_earlier_alone(problem, i, session)
        )
        _keep_clear(problem, variables, session, others, weight)


class SideEventClear:
    """A side event is never at the time of an official session.

    A unit is a pair of sittings that overlap, one of a side event, the other of an official session.
    """

    name = "side-event-clear"
    kind = Kind.HARD
    weight = "very strong"
    needs_rooms = False

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each side event."""
        for index, session in enumerate(problem.sessions):
            if session.standing is Standing.SIDE:
                yield (index,)

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        official = (Standing.ALONE, Standing.OFFICIAL)
        sittings = [i for i in range(len(problem.sittings)) if problem.session_of(i).standing is not Standing.FREE]
        for pair in sorted(solution.nearer_than(problem, sittings)):
            side = [i for i in pair if problem.session_of(i).standing is Standing.SIDE]
            if side and any(problem.session_of(i).standing in official for i in pair):
                yield Violation(self.name, (problem.sittings[side[0]].session,), where=pair)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        return f"{labels.session(instance[0])} is a side event and never at the time of an official session."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        side = violation.instance[0]
        other = next(i for i in violation.where if problem.sittings[i].session != side)
        return f"{labels.session(side)} is a side event but stands at the time of {labels.sitting(other)}."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        official = (Standing.ALONE, Standing.OFFICIAL)
        others = (i for i in range(len(problem.sittings)) if problem.session_of(i).standing in official)
        _keep_clear(problem, variables, instance[0], others, weight)


def _is_earlier_alone(problem: Problem, sitting: int, session: int) -> bool:
    """Whether a sitting is of a session that stands alone too and already speaks of the pair."""
    other = problem.sittings[sitting].session
    return other < session and problem.sessions[other].standing is Standing.ALONE


def _keep_clear(
    problem: Problem, variables: Variables, session: int, others: Iterable[int], weight: int | None
) -> None:
    own = set(problem.sittings_of[session])
    slacks = Slacks(variables, weight)
    for one, two in touching(stays(variables, sorted(own | set(others)))):
        if one.sitting in own or two.sitting in own:
            forbid(variables, one, two, slacks.of(one, two))
