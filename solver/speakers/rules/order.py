"""Who comes before whom: the opening segment, those in time before late ones, groups before nations, protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from solver.rule import Instance, Kind, Violation
from solver.speakers.labels import Labels
from solver.speakers.problem import Mode, Problem
from solver.speakers.solution import SpeakersList


class OpeningFirst:
    """The speakers of the opening segment come before all others.

    Pinned places are exempt. Instance: the intervention of the opening. Unit: others that come before it.
    """

    name = "opening-first"
    kind = Kind.HARD
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the opening interventions that are not pinned."""
        return [(i,) for i, it in enumerate(problem.interventions) if it.opening and it.place is None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the opening interventions that come after others."""
        others = 0
        for turn in solution.turns:
            it = problem.interventions[turn.intervention]
            if it.place is None and not it.opening:
                others += 1
            elif it.place is None and others:
                yield Violation(self.name, (turn.intervention,), others, (turn.intervention,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the speaker belongs to the opening."""
        return f"{labels.speaker(instance[0])} speaks in the opening segment, before all others."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say how many others come before the opening speaker."""
        before = "1 other comes" if violation.amount == 1 else f"{violation.amount} others come"
        return f"{labels.speaker(violation.instance[0])} speaks in the opening segment, but {before} before."


class LateLast:
    """A late request speaks after all of its class that came in time.

    Pinned places are exempt, and the parts of a list that protocol orders apart. Instance: the late intervention.
    Unit: speakers of its step of protocol who asked earlier and come after it. Nothing but pins, availability and the
    floor time may cost one.
    """

    name = "late-last"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the late interventions that are not pinned."""
        return [(i,) for i, it in enumerate(problem.interventions) if it.late and it.place is None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the late interventions that come before others of their step who asked earlier."""
        after: list[tuple[tuple[int | None, int], int]] = []
        found: list[Violation] = []
        for turn in reversed(solution.turns):
            i = turn.intervention
            it, stream = problem.interventions[i], problem.group_streams[i]
            if stream is None:
                continue
            passed = sum(step == (stream, it.step) and late < it.late for step, late in after)
            if passed:
                found.append(Violation(self.name, (i,), passed, (i,)))
            after.append(((stream, it.step), it.late))
        yield from reversed(found)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the speaker asked late."""
        return f"{labels.speaker(instance[0])} comes after all of the class who asked in time."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say how many who asked earlier come after the late speaker."""
        after = "1 speaker of the class" if violation.amount == 1 else f"{violation.amount} speakers of the class"
        return f"{labels.speaker(violation.instance[0])} asked late, but comes before {after} who did not."


class GroupsFirst:
    """Statements on behalf of groups come before national ones of the same stream.

    Pinned places are exempt. Instance: the group statement. Unit: national statements of its stream that come
    before it. Nothing but pins, availability and the floor time may cost one.
    """

    name = "groups-first"
    kind = Kind.SOFT
    weight = "very strong"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the group statements that are not pinned, where groups come first."""
        if not problem.groups_first:
            return []
        return [(i,) for i, it in enumerate(problem.interventions) if it.group and it.place is None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the group statements that come after national ones."""
        if not problem.groups_first:
            return
        national: Counter[int] = Counter()
        for turn in solution.turns:
            stream = problem.group_streams[turn.intervention]
            if stream is None:
                continue
            if not problem.interventions[turn.intervention].group:
                national[stream] += 1
            elif national[stream]:
                yield Violation(self.name, (turn.intervention,), national[stream], (turn.intervention,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the statement is made for a group."""
        return f"{labels.speaker(instance[0])} speaks for a group and comes before single speakers of that kind."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say how many national statements come before the group's."""
        speaker = labels.speaker(violation.instance[0])
        before = (
            "1 national statement comes" if violation.amount == 1 else f"{violation.amount} national statements come"
        )
        return f"{speaker} speaks for a group, but {before} before."


class ProtocolOrder:
    """Speakers of one stream come in the order of protocol.

    Formula: the squared distance, in places of the stream, between where a speaker stands and the nearest place
    protocol gives; equal keys share their places. Instance: the intervention. Unit: squared places.
    """

    name = "protocol-order"
    kind = Kind.SOFT
    weight = "normal"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interventions that are not pinned."""
        return [(i,) for i, stream in enumerate(problem.streams) if stream is not None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the interventions that stand outside their protocol places."""
        seen: Counter[int] = Counter()
        for turn in solution.turns:
            stream, places = problem.streams[turn.intervention], problem.protocol_places[turn.intervention]
            if stream is None or places is None:
                continue
            off = max(places[0] - seen[stream], seen[stream] - places[1], 0)
            seen[stream] += 1
            if off:
                yield Violation(self.name, (turn.intervention,), off * off, (turn.intervention,))

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say which place protocol gives the speaker."""
        first, last = problem.protocol_places[instance[0]] or (0, 0)
        place = f"place {first + 1}" if first == last else f"one of the places {first + 1} to {last + 1}"
        return f"Protocol gives {labels.speaker(instance[0])} {place} in its stream."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say how far from protocol the speaker stands."""
        places = round(violation.amount**0.5)
        away = "1 place" if places == 1 else f"{places} places"
        return f"{labels.speaker(violation.instance[0])} stands {away} from where protocol puts it."


class ReservedPlaces:
    """Where places are reserved, interspersed speakers without one follow at the end.

    Instance: the intervention. Unit: one for each interspersed speaker without a reserved place.
    """

    name = "reserved-places"
    kind = Kind.SOFT
    weight = "slight"

    def instances(self, problem: Problem) -> Iterable[Instance]:
        """List the interspersed interventions without a pinned place, where places are reserved."""
        if problem.mode is not Mode.RESERVED:
            return []
        return [(i,) for i, it in enumerate(problem.interventions) if it.interspersed and it.place is None]

    def check(self, problem: Problem, solution: SpeakersList) -> Iterator[Violation]:
        """Yield the interspersed speakers in the list who have no reserved place."""
        listed = {turn.intervention for turn in solution.turns}
        for instance in self.instances(problem):
            if instance[0] in listed:
                yield Violation(self.name, instance, 1, instance)

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str:
        """Say that the speaker follows at the end."""
        return f"{labels.speaker(instance[0])} has no reserved place and follows at the end."

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str:
        """Say that the speaker follows at the end."""
        return self.state(problem, violation.instance, labels)
