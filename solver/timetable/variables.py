"""The decisions of a timetable model: when each sitting starts and which room it is in.

For each free sitting there is a boolean for each of its choices of time and for each of its rooms; where both are
open, a boolean for each pair. A choice with more than one start has an offset. Sittings that are not free stand
where they are and cost rows nothing. A model without rooms is a relaxation of the one with them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar, cast

from solver.model import TRUE, Expr, Interval, Literal, Model, total
from solver.timetable.choice import Choice, Domain
from solver.timetable.problem import Placement, Problem
from solver.timetable.slack import Slack
from solver.timetable.solution import Timetable

T = TypeVar("T")


class Variables:
    """All decisions over one model.

    Parameters
    ----------
    domains
        Where each sitting can stand.
    fixed
        Sittings that are not free, with their placement; None is left out altogether.
    optional
        Sittings that may stay without a place.
    has_rooms
        Whether rooms are decided.
    single
        Rooms that hold one session at a time by a rule that blocks.
    holds_one_theme
        Whether meetings hold sessions of one theme by a rule that blocks.
    """

    def __init__(
        self,
        problem: Problem,
        domains: Sequence[Domain],
        fixed: Mapping[int, Placement | None] | None = None,
        optional: frozenset[int] = frozenset(),
        has_rooms: bool = True,
        single: frozenset[int] = frozenset(),
        holds_one_theme: bool = False,
    ) -> None:
        self.problem = problem
        self.model = Model()
        self.has_rooms = has_rooms
        self.holds_one_theme = holds_one_theme
        self.choices: list[tuple[Choice, ...]] = []
        self.times: list[tuple[Literal, ...]] = []
        self.rooms: list[dict[int, Literal]] = []
        self.cells: list[dict[tuple[int, int], Literal]] = []
        self.present: list[Literal] = []
        self._starts: list[Expr] = []
        self._orders: dict[tuple[int, int, int], Literal] = {}
        self._zones: dict[tuple[int, int], Literal] = {}
        self._start_variables: dict[int, int] = {}
        self._shared: dict[Hashable, object] = {}
        fixed = fixed or {}
        for sitting, domain in enumerate(domains):
            if sitting in fixed:
                self._add_fixed(fixed[sitting])
            else:
                self._add_free(domain, sitting in optional)
        self.holds_room = [
            single.issuperset(domain.rooms if (place := fixed.get(sitting)) is None else (place.room,))
            for sitting, domain in enumerate(domains)
        ]

    def _add_fixed(self, placement: Placement | None) -> None:
        if placement is None:
            self._append((), (), {}, {}, ~TRUE, Expr())
            return
        choice = Choice(placement.period, placement.start, placement.start)
        rooms = {placement.room: TRUE} if self.has_rooms else {}
        cells = {(0, placement.room): TRUE} if self.has_rooms else {}
        self._append((choice,), (TRUE,), rooms, cells, TRUE, Expr(constant=placement.start))

    def _add_free(self, domain: Domain, is_optional: bool) -> None:
        model = self.model
        can_be_absent = is_optional or not domain.choices or (self.has_rooms and not domain.rooms)
        present = model.boolean() if can_be_absent else TRUE
        times = (present,) if len(domain.choices) == 1 else tuple(model.boolean() for _ in domain.choices)
        model.row(total(times).add(present, -1), 0, 0)
        for literal, choice in zip(times, domain.choices, strict=True):
            model.penalise(total([literal]), choice.cost)
        rooms, cells = self._add_rooms(domain, times, present) if self.has_rooms else ({}, {})
        start = self._add_start(domain.choices, times)
        self._append(domain.choices, times, rooms, cells, present, start)

    def _add_start(self, choices: Sequence[Choice], times: Sequence[Literal]) -> Expr:
        start = Expr()
        for literal, choice in zip(times, choices, strict=True):
            start.add(literal, choice.low)
        span = max((choice.high - choice.low for choice in choices), default=0)
        if span:
            slot = self.problem.slot_minutes
            offset = self.model.integer(0, span // slot)
            room = Expr({offset: -slot})
            for literal, choice in zip(times, choices, strict=True):
                room.add(literal, choice.high - choice.low)
            self.model.row(room, 0, None)
            start.add(offset, slot)
        return start

    def _add_rooms(
        self, domain: Domain, times: Sequence[Literal], present: Literal
    ) -> tuple[dict[int, Literal], dict[tuple[int, int], Literal]]:
        model = self.model
        rooms = {room: present if len(domain.rooms) == 1 else model.boolean() for room in domain.rooms}
        model.row(total(rooms.values()).add(present, -1), 0, 0)
        cells: dict[tuple[int, int], Literal] = {}
        for index in range(len(times)):
            for room in rooms:
                cells[index, room] = self._cell(domain, index, room, times, rooms)
        if len(times) > 1 and len(rooms) > 1:
            for index, literal in enumerate(times):
                model.row(total(cells[index, room] for room in rooms).add(literal, -1), 0, 0)
            for room, literal in rooms.items():
                model.row(total(cells[index, room] for index in range(len(times))).add(literal, -1), 0, 0)
        for room, literal in rooms.items():
            model.penalise(total([literal]), domain.rooms[room])
        for (index, room), price in domain.prices.items():
            if (index, room) not in cells:
                continue
            if price is None:
                model.clause([~cells[index, room]])
            else:
                model.penalise(total([cells[index, room]]), price)
        return rooms, cells

    def _cell(
        self, domain: Domain, index: int, room: int, times: Sequence[Literal], rooms: Mapping[int, Literal]
    ) -> Literal:
        if len(rooms) == 1:
            return times[index]
        if len(times) == 1:
            return rooms[room]
        return self.model.boolean()

    def _append(
        self,
        choices: tuple[Choice, ...],
        times: tuple[Literal, ...],
        rooms: dict[int, Literal],
        cells: dict[tuple[int, int], Literal],
        present: Literal,
        start: Expr,
    ) -> None:
        self.choices.append(choices)
        self.times.append(times)
        self.rooms.append(rooms)
        self.cells.append(cells)
        self.present.append(present)
        self._starts.append(start)

    # What rules read.

    def shared(self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made under a key, made when first asked for: work that cases of a rule share."""
        if key not in self._shared:
            self._shared[key] = make()
        return cast(T, self._shared[key])

    def slack(self, weight: int | None) -> Slack:
        """Return the literal of one violation."""
        return Slack(self.model, weight)

    def is_flexible(self, sitting: int) -> bool:
        """Whether a sitting has a choice with more than one start."""
        return any(choice.low < choice.high for choice in self.choices[sitting])

    def is_free(self, sitting: int) -> bool:
        """Whether anything about a sitting is open."""
        return self.present[sitting] not in (TRUE, ~TRUE) or any(
            literal != TRUE for literal in (*self.times[sitting], *self.rooms[sitting].values())
        )

    def on_day(self, sitting: int, day: int) -> Expr:
        """Return whether a sitting stands on a day."""
        periods = self.problem.periods
        return total(
            literal
            for literal, choice in zip(self.times[sitting], self.choices[sitting], strict=True)
            if periods[choice.period].day == day
        )

    def start(self, sitting: int) -> Expr:
        """Return the first minute of a sitting; meaningless while it is absent."""
        return self._starts[sitting]

    def interval(self, sitting: int, extra: int = 0, present: Literal | None = None) -> Interval:
        """Return the minutes of a sitting, lengthened by ``extra``."""
        size = self.problem.sittings[sitting].minutes + extra
        start = Expr({self._start_variable(sitting): 1}) if self._starts[sitting].terms else self._starts[sitting]
        return Interval(start, size, self.present[sitting] if present is None else present)

    def _start_variable(self, sitting: int) -> int:
        """Return a variable for the first minute, since intervals start at a variable, not at a sum."""
        if sitting not in self._start_variables:
            choices = self.choices[sitting]
            low = min(choice.low for choice in choices) if self.present[sitting] == TRUE else 0
            variable = self.model.integer(min(0, low), max(choice.high for choice in choices))
            self.model.row(Expr({variable: -1}).add_expr(self._starts[sitting]), 0, 0)
            self._start_variables[sitting] = variable
        return self._start_variables[sitting]

    def order(self, first: int, second: int, gap: int) -> Literal:
        """Return a literal that implies that a sitting ends ``gap`` minutes before another starts."""
        key = first, second, gap
        if key not in self._orders:
            literal = self.model.boolean()
            self.add_order(first, second, gap, (literal,))
            self._orders[key] = literal
        return self._orders[key]

    def add_order(self, first: int, second: int, gap: int, when: tuple[Literal, ...] = ()) -> None:
        """Ask that a sitting ends ``gap`` minutes before another starts, where ``when`` and both are present."""
        expr = Expr().add_expr(self.start(second)).add_expr(self.start(first), -1)
        least = self.problem.sittings[first].minutes + gap
        self.model.row(expr, least, None, (*when, self.present[first], self.present[second]))

    def in_zone(self, sitting: int, zone: int) -> Literal:
        """Return whether the room of a sitting is in a zone."""
        key = sitting, zone
        if key not in self._zones:
            rooms = self.rooms[sitting]
            inside = [literal for room, literal in rooms.items() if self.problem.rooms[room].zone == zone]
            if len(inside) == len(rooms):
                self._zones[key] = self.present[sitting]
            elif len(inside) < 2:
                self._zones[key] = inside[0] if inside else ~TRUE
            else:
                literal = self._zones[key] = self.model.boolean()
                self.model.row(total(inside).add(literal, -1), 0, 0)
        return self._zones[key]

    def solution(self, values: Sequence[int]) -> Timetable:
        """Read a timetable from the values of all variables."""

        def holds(literal: Literal) -> bool:
            return values[literal] == 1 if literal >= 0 else values[~literal] == 0

        placements: list[Placement | None] = []
        for sitting in range(len(self.choices)):
            if not holds(self.present[sitting]):
                placements.append(None)
                continue
            index = next(i for i, literal in enumerate(self.times[sitting]) if holds(literal))
            room = next((r for r, literal in self.rooms[sitting].items() if holds(literal)), -1)
            expr = self._starts[sitting]
            start = expr.constant + sum(values[v] * c for v, c in expr.terms.items())
            placements.append(Placement(self.choices[sitting][index].period, room, start))
        return Timetable(tuple(placements))

    def hint(self, timetable: Timetable) -> dict[int, int]:
        """Return the values of the decisions that stand for a timetable, as far as the domains hold it."""
        values: dict[int, int] = {}
        for sitting, placement in enumerate(timetable.placements):
            if not self.is_free(sitting):
                continue
            chosen = self._choice_at(sitting, placement)
            for literal in {self.present[sitting]} - {TRUE, ~TRUE}:
                values[literal] = int(placement is not None)
            for index, literal in enumerate(self.times[sitting]):
                if literal > 0:
                    values[literal] = int(index == chosen)
            for room, literal in self.rooms[sitting].items():
                if literal > 0:
                    values[literal] = int(placement is not None and room == placement.room)
            for (index, room), literal in self.cells[sitting].items():
                if literal > 0:
                    values[literal] = int(index == chosen and placement is not None and room == placement.room)
        return values

    def _choice_at(self, sitting: int, placement: Placement | None) -> int | None:
        if placement is None:
            return None
        for index, choice in enumerate(self.choices[sitting]):
            if choice.period == placement.period and choice.low <= placement.start <= choice.high:
                return index
        return None
