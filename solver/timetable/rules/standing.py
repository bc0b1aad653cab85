"""What may stand where in the day and beside what."""

from __future__ import annotations

from collections.abc import Iterator

from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.overlap import Lineup, Slacks, forbid, stays
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

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        beside = frozenset((Standing.ALONE, Standing.OFFICIAL, Standing.FREE))
        _keep_clear(problem, variables, instance[0], beside, weight)


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

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return None

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        official = frozenset((Standing.ALONE, Standing.OFFICIAL))
        _keep_clear(problem, variables, instance[0], official, weight)


def _keep_clear(
    problem: Problem, variables: Variables, session: int, beside: frozenset[Standing], weight: int | None
) -> None:
    """Ask that no sitting of a session overlaps one of a session of some standings."""
    own = problem.sittings_of[session]
    others = variables.shared(("standing", beside), lambda: _lineup(problem, variables, beside))
    slacks = Slacks(variables, weight)
    for one in stays(variables, own):
        for two in others.touching(one):
            if not _is_said_before(problem, one.sitting, two.sitting):
                forbid(variables, one, two, slacks.of(one, two))


def _lineup(problem: Problem, variables: Variables, standings: frozenset[Standing]) -> Lineup:
    sittings = (i for i in range(len(problem.sittings)) if problem.session_of(i).standing in standings)
    return Lineup(stays(variables, sittings))


def _is_said_before(problem: Problem, sitting: int, other: int) -> bool:
    """Whether a pair is one of two sessions that stand alone, and the other's turn to speak of it."""
    return problem.session_of(other).standing is problem.session_of(sitting).standing and other < sitting
