"""Where each sitting can stand on its own: the choices of time and the rooms that no rule about it alone forbids."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import groupby
from typing import cast

from solver.rule import Instance, Level, Setting
from solver.timetable.choice import Choice, Domain, Price
from solver.timetable.problem import Problem
from solver.timetable.rules.base import PlaceRule, RoomRule, TimeRule

Demand = tuple[object, Setting, Instance]
"""A rule, its setting and one of its cases."""


def domains_of(
    problem: Problem, demands: Iterable[Demand], sittings: Collection[int] | None = None
) -> tuple[Domain, ...]:
    """Filter and price the places of sittings, all if none are named, by the rules about one sitting alone."""
    wanted = range(len(problem.sittings)) if sittings is None else sittings
    times: list[list[tuple[TimeRule, Setting, Instance]]] = [[] for _ in problem.sittings]
    rooms: list[list[tuple[RoomRule, Setting, Instance]]] = [[] for _ in problem.sittings]
    places: list[tuple[PlaceRule, Setting, Instance]] = []
    adapters: dict[int, tuple[bool, bool, bool]] = {}
    for rule, setting, instance in demands:
        if id(rule) not in adapters:
            adapters[id(rule)] = isinstance(rule, TimeRule), isinstance(rule, RoomRule), isinstance(rule, PlaceRule)
        is_time, is_room, is_place = adapters[id(rule)]
        if is_time:
            times[instance[0]].append((cast(TimeRule, rule), setting, instance))
        if is_room:
            rooms[instance[0]].append((cast(RoomRule, rule), setting, instance))
        if is_place:
            places.append((cast(PlaceRule, rule), setting, instance))
    nowhere = Domain((), {}, {})
    return tuple(
        _domain(problem, sitting, times[sitting], rooms[sitting], places) if sitting in wanted else nowhere
        for sitting in range(len(problem.sittings))
    )


def _domain(
    problem: Problem,
    sitting: int,
    times: list[tuple[TimeRule, Setting, Instance]],
    rooms: list[tuple[RoomRule, Setting, Instance]],
    places: list[tuple[PlaceRule, Setting, Instance]],
) -> Domain:
    room_prices: dict[int, int] = {}
    for room in range(len(problem.rooms)):
        price = _sum((rule.room_cost(problem, instance, room), setting) for rule, setting, instance in rooms)
        if price is not None:
            room_prices[room] = price
    nearby = [(rule, setting, instance) for rule, setting, instance in places if instance[0] in room_prices]
    choices: list[Choice] = []
    prices: dict[tuple[int, int], Price] = {}
    minutes = problem.sittings[sitting].minutes
    for period in range(len(problem.periods)):
        starts = _priced_starts(problem, sitting, period, minutes, times, nearby)
        for signature, run in groupby(starts, key=lambda item: item[1]):
            members = [start for start, _ in run]
            price, by_room = signature[0], dict(signature[1])
            if price is None or (room_prices and all(by_room.get(room, 0) is None for room in room_prices)):
                continue
            for room, extra in by_room.items():
                prices[len(choices), room] = extra
            choices.append(Choice(period, members[0], members[-1], price))
    return Domain(tuple(choices), room_prices, prices)


def _priced_starts(
    problem: Problem,
    sitting: int,
    index: int,
    minutes: int,
    times: list[tuple[TimeRule, Setting, Instance]],
    places: list[tuple[PlaceRule, Setting, Instance]],
) -> Iterable[tuple[int, tuple[Price, tuple[tuple[int, Price], ...]]]]:
    period = problem.periods[index]
    for start in range(period.start, period.end - minutes + 1, problem.slot_minutes):
        price = _sum((rule.time_cost(problem, instance, index, start), setting) for rule, setting, instance in times)
        by_room: dict[int, Price] = {}
        if price is not None:
            for rule, setting, instance in places:
                amount = rule.place_cost(problem, instance, sitting, start)
                if amount:
                    by_room[instance[0]] = _sum([(amount, setting)])
        yield start, (price, tuple(sorted(by_room.items())))


def _sum(amounts: Iterable[tuple[int, Setting]]) -> Price:
    points = 0
    for amount, setting in amounts:
        if amount and setting.level is Level.BLOCK:
            return None
        points += amount * setting.weight
    return points
