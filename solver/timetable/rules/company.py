"""Who is wanted in two meetings of one period, or in two places in one slot of time, sitting by sitting."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from solver.rule import Concerns, Instance, Kind, Violation
from solver.timetable.labels import Labels
from solver.timetable.meetings import can_share
from solver.timetable.overlap import shared_slots
from solver.timetable.problem import Problem, Session
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class Company:
    """What the rules of this family share; an instance is a pair of sittings that want one person."""

    name: str
    are_speakers: bool

    def instances(self, problem: Problem) -> Iterator[Instance]:
        """Yield each pair of sittings that want one person, the smaller index first."""
        for pair in combinations(range(len(problem.sittings)), 2):
            if self.share(problem, *pair):
                yield pair

    def share(self, problem: Problem, first: int, second: int) -> bool:
        """Say whether two sittings want one person.

        Who chairs the theme of one of them is wanted there too, unless the other is of that theme itself.
        """
        one, two = problem.session_of(first), problem.session_of(second)
        if self.are_speakers:
            here, there = one.speakers, two.speakers
            meet = here & there
        else:
            here, there = one.attendees, two.attendees
            meet = here & there | here & two.speakers | there & one.speakers
        return bool(meet or here & _chairs(problem, two, one) or there & _chairs(problem, one, two))

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        return instance


class InOneMeeting(Company):
    """What the rules about meetings of one period share."""

    needs_rooms = False
    word: str

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for first, second in _together(solution):
            if self._rooms_differ(solution, first, second) and self.share(problem, first, second):
                yield Violation(self.name, (first, second), 1, (first, second))

    def _rooms_differ(self, solution: Timetable, first: int, second: int) -> bool:
        one, two = solution.placements[first], solution.placements[second]
        return one is not None and two is not None and one.room != two.room

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        first, second = (labels.sitting(sitting) for sitting in instance)
        return f"{first} and {second} {self.word}, and are not in two meetings of one period."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = (labels.sitting(sitting) for sitting in violation.instance)
        return f"{first} and {second} {self.word}, and are in two meetings of one period."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        first, second = instance
        slack = variables.slack(weight)
        for index, choice in enumerate(variables.choices[first]):
            for other, choice_of_other in enumerate(variables.choices[second]):
                if choice.period == choice_of_other.period:
                    _part(variables, (first, index), (second, other), slack.literal)


class SpeakersInOneMeeting(InOneMeeting):
    """Nobody who speaks in one meeting is wanted in another of the same period to speak or to chair.

    A unit is a pair of sittings in two meetings of one period between which that is so.
    """

    name = "speakers-in-one-meeting"
    kind = Kind.OFFERED
    weight = "strong"
    are_speakers = True
    word = "share a speaker, or one chairs the theme of the other"


class AttendeesInOneMeeting(InOneMeeting):
    """Nobody who comes to listen in one meeting is wanted in another of the same period.

    A unit is a pair of sittings in two meetings of one period between which that is so.
    """

    name = "attendees-in-one-meeting"
    kind = Kind.OFFERED
    weight = "slight"
    are_speakers = False
    word = "have somebody in common who comes to listen to one of them"


class AtOnce(Company):
    """What the rules about slots of time share."""

    needs_rooms = False
    word: str

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]:
        for first, second in _together(solution):
            slots = solution.slots_shared(problem, first, second)
            if slots and self.share(problem, first, second):
                yield Violation(self.name, (first, second), slots, (first, second))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        first, second = (labels.sitting(sitting) for sitting in instance)
        return f"{first} and {second} {self.word}, and are not at the same time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        first, second = (labels.sitting(sitting) for sitting in violation.instance)
        slots = "1 slot" if violation.amount == 1 else f"{violation.amount} slots"
        return f"{first} and {second} {self.word}, and share {slots} of time."

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        slots = shared_slots(variables, *instance)
        if weight is None:
            variables.model.row(slots, None, 0)
        else:
            variables.model.penalise(slots, weight)


class SpeakersAtOnce(AtOnce):
    """Nobody who speaks is wanted elsewhere at the same time to speak or to chair.

    A unit is a slot of time, or a part of one, that two such sittings of one period share.
    """

    name = "speakers-at-once"
    kind = Kind.OFFERED
    weight = "strong"
    are_speakers = True
    word = "share a speaker, or one chairs the theme of the other"


class AttendeesAtOnce(AtOnce):
    """Nobody who comes to listen is wanted elsewhere at the same time.

    A unit is a slot of time, or a part of one, that two such sittings of one period share.
    """

    name = "attendees-at-once"
    kind = Kind.OFFERED
    weight = "slight"
    are_speakers = False
    word = "have somebody in common who comes to listen to one of them"


def _chairs(problem: Problem, of: Session, but: Session) -> frozenset[int]:
    """Return who chairs the themes of a session that another is not of."""
    themes = (theme for theme in of.themes - but.themes if theme < len(problem.theme_chairs))
    return frozenset[int]().union(*(problem.theme_chairs[theme] for theme in themes))


def _together(solution: Timetable) -> Iterator[tuple[int, int]]:
    """Yield the pairs of sittings that stand in one period, the smaller index first."""
    by_period: dict[int, list[int]] = {}
    for sitting, placement in solution.placed():
        by_period.setdefault(placement.period, []).append(sitting)
    for period in sorted(by_period):
        yield from combinations(by_period[period], 2)


def _part(variables: Variables, one: tuple[int, int], two: tuple[int, int], slack: int) -> None:
    """Ask that two sittings, each by one of its choices of time, are in one room unless the slack is paid."""
    (first, index), (second, other) = one, two
    here, there = variables.times[first][index], variables.times[second][other]
    period = variables.choices[first][index].period
    if not can_share(variables, first, second, period):
        variables.model.clause([~here, ~there, slack])
    elif variables.has_rooms:
        for room in variables.rooms[first]:
            beside = variables.cells[second].get((other, room))
            clause = [~variables.cells[first][index, room], ~there, slack]
            variables.model.clause(clause if beside is None else [*clause, beside])
