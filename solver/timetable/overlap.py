"""How models say that sittings do or do not share a minute: the one idea most timetable rules are built from.

Two stays *surely* overlap if they do whatever their starts, and *may* overlap if for some starts they do.
What surely overlaps becomes linear rows; what only may, intervals or orders.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from solver.model import TRUE, Expr, Literal, total
from solver.timetable.slack import Slack
from solver.timetable.variables import Variables


@dataclass(frozen=True, slots=True)
class Stay:
    """One way in which a sitting takes time: a literal, the minutes it surely takes, and all it may take."""

    sitting: int
    period: int
    literal: Literal
    sure: tuple[int, int]
    may: tuple[int, int]

    @property
    def is_loose(self) -> bool:
        """Whether it may start at more than one time."""
        return self.may[1] - self.may[0] > self.sure[1] - self.sure[0]


def stays(variables: Variables, sittings: Iterable[int], gap: int = 0) -> list[Stay]:
    """Return the ways in which sittings take time, each lengthened by ``gap`` minutes, by first minute."""
    return _sorted(
        _stay(variables, sitting, index, literal, gap)
        for sitting in sittings
        for index, literal in enumerate(variables.times[sitting])
    )


def stays_in_room(variables: Variables, room: int, sittings: Iterable[int], gap: int = 0) -> list[Stay]:
    """Return the ways in which sittings take time in a room, each lengthened by ``gap`` minutes."""
    return _sorted(
        _stay(variables, sitting, index, variables.cells[sitting][index, room], gap)
        for sitting in sittings
        if room in variables.rooms[sitting]
        for index in range(len(variables.times[sitting]))
    )


def _stay(variables: Variables, sitting: int, index: int, literal: Literal, gap: int) -> Stay:
    choice = variables.choices[sitting][index]
    minutes = variables.problem.sittings[sitting].minutes + gap
    sure, may = (choice.high, choice.low + minutes), (choice.low, choice.high + minutes)
    return Stay(sitting, choice.period, literal, sure, may)


def _sorted(ways: Iterable[Stay]) -> list[Stay]:
    return sorted(ways, key=lambda stay: (stay.may, stay.sitting, stay.sure))


def share_surely(first: Stay, second: Stay) -> bool:
    """Whether two stays share a minute whatever their starts."""
    return max(first.sure[0], second.sure[0]) < min(first.sure[1], second.sure[1])


def touching(ways: Sequence[Stay]) -> Iterator[tuple[Stay, Stay]]:
    """Yield the pairs of stays of different sittings that may share a minute; ``ways`` by first minute."""
    live: list[Stay] = []
    for stay in ways:
        live = [other for other in live if other.may[1] > stay.may[0]]
        for other in live:
            if other.sitting != stay.sitting:
                yield other, stay
        live.append(stay)


class Lineup:
    """Stays by first minute, kept so that the ones near another are found without looking at all."""

    def __init__(self, ways: Sequence[Stay]) -> None:
        self._ways = ways
        self._firsts = [stay.may[0] for stay in ways]
        self._longest = max((stay.may[1] - stay.may[0] for stay in ways), default=0)

    def touching(self, stay: Stay) -> Iterator[Stay]:
        """Yield the stays of other sittings that may share a minute with one."""
        low = bisect_right(self._firsts, stay.may[0] - self._longest)
        for other in self._ways[low : bisect_left(self._firsts, stay.may[1])]:
            if other.may[1] > stay.may[0] and other.sitting != stay.sitting:
                yield other


def crowds(ways: Iterable[Stay]) -> Iterator[list[Stay]]:
    """Yield the largest sets of stays that all surely share a minute, two or more each."""
    live: list[Stay] = []
    has_grown = False
    for stay in sorted((stay for stay in ways if stay.sure[0] < stay.sure[1]), key=lambda stay: stay.sure):
        left = [other for other in live if other.sure[1] > stay.sure[0]]
        if len(left) < len(live):
            if has_grown and len(live) > 1:
                yield live
            has_grown = False
        live = [*left, stay]
        has_grown = True
    if has_grown and len(live) > 1:
        yield live


def clusters(ways: Iterable[Stay]) -> Iterator[list[Stay]]:
    """Yield the stays, given by first minute, in sets that never share a minute with each other."""
    cluster: list[Stay] = []
    end = 0
    for stay in ways:
        if cluster and stay.may[0] >= end:
            yield cluster
            cluster = []
        end = max(end, stay.may[1]) if cluster else stay.may[1]
        cluster.append(stay)
    if cluster:
        yield cluster


def is_crowd(cluster: Iterable[Stay]) -> bool:
    """Whether all stays of a set surely share a minute."""
    cluster = list(cluster)
    return max(stay.sure[0] for stay in cluster) < min(stay.sure[1] for stay in cluster)


def forbid(
    variables: Variables, first: Stay, second: Stay, slack: Slack, gap: int = 0, when: Iterable[Literal] = ()
) -> None:
    """Ask that two stays keep ``gap`` minutes and share none, unless the slack is paid or one of ``when`` fails."""
    clause = [~first.literal, ~second.literal, *(~literal for literal in when), slack.literal]
    if not share_surely(first, second):
        clause.append(variables.order(first.sitting, second.sitting, gap))
        clause.append(variables.order(second.sitting, first.sitting, gap))
    variables.model.clause(clause)


def keep_apart(variables: Variables, sittings: Sequence[int], weight: int | None, gap: int = 0) -> None:
    """Ask that no two of some sittings share a minute or come nearer than ``gap``; a unit a pair."""
    ways = stays(variables, sittings, gap)
    if weight is not None:
        keep_pairs_apart(variables, ways, weight, gap)
        return
    for crowd in crowds(ways):
        variables.model.at_most(1, (stay.literal for stay in crowd))
    variables.model.no_overlap(variables.interval(sitting, gap) for sitting in loose_sittings(ways))


def keep_pairs_apart(variables: Variables, ways: Sequence[Stay], weight: int | None, gap: int = 0) -> None:
    """Ask the same of given stays, pair by pair."""
    slacks = Slacks(variables, weight)
    for one, two in touching(ways):
        forbid(variables, one, two, slacks.of(one, two), gap)


class Slacks:
    """One slack a pair of sittings."""

    def __init__(self, variables: Variables, weight: int | None) -> None:
        self._variables, self._weight = variables, weight
        self._slacks: dict[frozenset[int], Slack] = {}

    def of(self, one: Stay, two: Stay) -> Slack:
        """Return the slack of the sittings of two stays."""
        pair = frozenset((one.sitting, two.sitting))
        if pair not in self._slacks:
            self._slacks[pair] = self._variables.slack(self._weight)
        return self._slacks[pair]


def loose_sittings(ways: Sequence[Stay]) -> list[int]:
    """Return the sittings for which rows over sure minutes do not say all."""
    found: set[int] = set()
    for one, two in touching(ways):
        if not share_surely(one, two):
            found |= {one.sitting, two.sitting}
    return sorted(found)


def count_overlaps(variables: Variables, sittings: Iterable[int]) -> Expr:
    """Return the number of pairs of sittings that share a minute, to be minimised."""
    counted = Expr()
    for cluster in clusters(stays(variables, sittings)):
        if is_crowd(cluster):
            most = len({stay.sitting for stay in cluster})
            counted.add_expr(variables.model.pairs(total(stay.literal for stay in cluster), most))
            continue
        for one, two in touching(cluster):
            counted.add_expr(_overlap(variables, one, two))
    return counted


def _overlap(variables: Variables, one: Stay, two: Stay) -> Expr:
    if share_surely(one, two) and one.literal == two.literal == TRUE:
        return Expr(constant=1)
    literal = variables.model.boolean()
    clause = [literal, ~one.literal, ~two.literal]
    if not share_surely(one, two):
        clause.append(variables.order(one.sitting, two.sitting, 0))
        clause.append(variables.order(two.sitting, one.sitting, 0))
    variables.model.clause(clause)
    return Expr({literal: 1})


def shared_slots(variables: Variables, first: int, second: int) -> Expr:
    """Return the slots of time, parts of one included, that two sittings of one period share, to be minimised."""
    problem = variables.problem
    slot, minutes = problem.slot_minutes, (problem.sittings[first].minutes, problem.sittings[second].minutes)
    shared = variables.model.integer(0, -(-min(minutes) // slot))
    shortest: Literal | None = None
    for one in stays(variables, [first]):
        for two in stays(variables, [second]):
            if one.period != two.period or max(one.may[0], two.may[0]) >= min(one.may[1], two.may[1]):
                continue
            if not one.is_loose and not two.is_loose:
                common = min(one.sure[1], two.sure[1]) - max(one.sure[0], two.sure[0])
                variables.model.row(Expr({shared: slot}), common, None, (one.literal, two.literal))
                continue
            if shortest is None:
                shortest = _shared_at_least(variables, shared, min(minutes))
            ends = [_ends_by(variables, shared, *pair) for pair in ((first, second), (second, first))]
            variables.model.clause([shortest, *ends, ~one.literal, ~two.literal])
    return Expr({shared: 1})


def _shared_at_least(variables: Variables, shared: int, minutes: int) -> Literal:
    """Return a literal under which a number of slots has some minutes at least."""
    literal = variables.model.boolean()
    variables.model.row(Expr({shared: variables.problem.slot_minutes}), minutes, None, (literal,))
    return literal


def _ends_by(variables: Variables, shared: int, first: int, second: int) -> Literal:
    """Return a literal under which a sitting ends at most a number of slots after the start of another."""
    literal = variables.model.boolean()
    room = Expr({shared: variables.problem.slot_minutes}).add_expr(variables.start(second))
    least = variables.problem.sittings[first].minutes
    variables.model.row(room.add_expr(variables.start(first), -1), least, None, (literal,))
    return literal
