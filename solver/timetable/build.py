"""From a problem's rules to a model: which cases are asked for, and the rows they write."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

from solver.model import Expr, total
from solver.result import Requirement
from solver.rule import Instance, Level, Setting, setting_of
from solver.timetable.choice import Domain
from solver.timetable.overlap import Stay, crowds, stays
from solver.timetable.problem import Placement, Problem
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import ModelRule, TimetableRule
from solver.timetable.variables import Variables

ABSENT = 100_000
"""Points for a sitting without a place, while one is still being looked for: more than soft rules come to."""

UNIONS = 40
"""Sets of rooms whose pairwise unions are counted; more would cost more rows than they save search."""


@dataclass(frozen=True, slots=True)
class Demand:
    """One case of a rule that is asked for, with the rule's setting."""

    rule: TimetableRule
    setting: Setting
    instance: Instance

    @property
    def requirement(self) -> Requirement:
        """The case by name."""
        return Requirement(self.rule.name, self.instance)

    @property
    def weight(self) -> int | None:
        """Points of a unit, None where the rule blocks."""
        return None if self.setting.level is Level.BLOCK else self.setting.weight


def demands_of(problem: Problem, rules: Iterable[TimetableRule] = RULES) -> tuple[Demand, ...]:
    """List every case of every rule that is not ignored."""
    return tuple(
        Demand(rule, setting, instance)
        for rule in rules
        if (setting := setting_of(rule, problem.settings)).level is not Level.IGNORE
        for instance in rule.instances(problem)
    )


def blocking(demands: Iterable[Demand]) -> tuple[Demand, ...]:
    """Return the demands of rules that block."""
    return tuple(demand for demand in demands if demand.weight is None)


def build(
    problem: Problem,
    domains: Sequence[Domain],
    demands: Iterable[Demand],
    fixed: Mapping[int, Placement | None] | None = None,
    optional: Collection[int] = (),
    has_rooms: bool = True,
) -> Variables:
    """Write a model of the demands over the sittings that are not fixed.

    Its cost leaves out what only fixed sittings cost: the score of a solution is the checker's.

    Parameters
    ----------
    optional
        Sittings that may stay absent, each at the price of :data:`ABSENT`.
    has_rooms
        False leaves out the rooms and counts them instead: a relaxation, for bounds and first steps.
    """
    demands = tuple(demands)
    holds_one_theme = any(demand.rule.name == "one-theme" and demand.weight is None for demand in demands)
    single = single_rooms(demands)
    variables = Variables(problem, domains, fixed, frozenset(optional), has_rooms, single, holds_one_theme)
    for sitting in sorted(optional):
        variables.model.penalise(total([~variables.present[sitting]]), ABSENT)
    excused = {*optional, *(fixed or {})}
    encoders: dict[str, ModelRule | None] = {}
    for demand in demands:
        name = demand.rule.name
        if name not in encoders:
            rule = demand.rule if isinstance(demand.rule, ModelRule) else None
            encoders[name] = rule if rule and (has_rooms or not rule.needs_rooms) else None
        encoder = encoders[name]
        if encoder is None or (name == "placed-once" and demand.instance[0] in excused):
            continue
        if name == "objective-open" and demand.weight is None and excused:
            # Who may be absent pays for it already; asked for as well, one without a place would leave none to others.
            concerns = encoder.concerns(problem, demand.instance)
            if concerns is not None and not excused.isdisjoint(concerns):
                continue
        if fixed:
            concerns = encoder.concerns(problem, demand.instance)
            if concerns is not None and all(sitting in fixed for sitting in concerns):
                continue
        encoder.encode(problem, variables, demand.instance, demand.weight)
    return variables


def single_rooms(demands: Iterable[Demand]) -> frozenset[int]:
    """Return the rooms that hold one session at a time by rules that block."""
    return frozenset(d.instance[0] for d in demands if d.rule.name == "room-free" and d.weight is None)


def count_rooms(
    problem: Problem, variables: Variables, domains: Sequence[Domain], single: frozenset[int], spare: float = 0.0
) -> None:
    """Ask that no more sittings share a minute than there are rooms for them, by set of rooms.

    Implied by each of the ``single`` rooms holding one session at a time; what a model without rooms knows of them.

    Parameters
    ----------
    spare
        Part of a set of rooms, rounded down, whose minutes stay free in periods where sittings can start at several
        times. Above 0 the count is no longer implied: it leaves room for what it does not see.
    """
    needs = [frozenset(domain.rooms) if single.issuperset(domain.rooms) else frozenset() for domain in domains]
    sets = sorted({rooms for rooms in needs if rooms}, key=lambda rooms: (len(rooms), sorted(rooms)))
    unions = {one | two for one, two in combinations(sets[:UNIONS], 2)}
    for rooms in sorted({*sets, *unions}, key=lambda rooms: (len(rooms), sorted(rooms))):
        inside = {i for i, need in enumerate(needs) if need and need <= rooms}
        if len(inside) <= len(rooms):
            continue
        gap = min(problem.rooms[room].changeover_minutes for room in rooms)
        used = len(rooms) - int(spare * len(rooms))
        ways = variables.shared(("stays", gap), partial(stays, variables, range(len(needs)), gap))
        for crowd in crowds(stay for stay in ways if stay.sitting in inside):
            if len({stay.sitting for stay in crowd}) > len(rooms):
                variables.model.at_most(len(rooms), (stay.literal for stay in crowd))
        for period, here in variables.shared(("loose", gap), partial(_loose_stays, ways)).items():
            minutes = Expr()
            for stay in here:
                if stay.sitting in inside:
                    minutes.add(stay.literal, problem.sittings[stay.sitting].minutes + gap)
            variables.model.row(minutes, None, used * (problem.periods[period].minutes + gap))


def _loose_stays(ways: Sequence[Stay]) -> dict[int, list[Stay]]:
    """Return the stays of each period in which one may start at more than one time."""
    found: dict[int, list[Stay]] = {}
    for stay in ways:
        found.setdefault(stay.period, []).append(stay)
    return {period: here for period, here in found.items() if any(stay.is_loose for stay in here)}
