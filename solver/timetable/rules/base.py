"""What the formulation of the timetable asks of a rule, beside :class:`solver.rule.Rule`.

A rule about one sitting alone filters or prices its places (``time_cost``, ``room_cost``, ``place_cost``);
a rule about several sittings writes rows (``encode``). Every rule has exactly one of the four adapters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, runtime_checkable

from solver.rule import Concerns, Instance, Rule, Violation
from solver.timetable.labels import Labels
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables


class TimetableRule(Rule, Protocol):
    """A rule over timetables."""

    def instances(self, problem: Problem) -> Iterator[Instance]: ...

    def check(self, problem: Problem, solution: Timetable) -> Iterator[Violation]: ...

    def state(self, problem: Problem, instance: Instance, labels: Labels) -> str: ...

    def explain(self, problem: Problem, violation: Violation, labels: Labels) -> str: ...


@runtime_checkable
class TimeRule(TimetableRule, Protocol):
    """A rule about when one sitting, the first index of its instances, starts."""

    def time_cost(self, problem: Problem, instance: Instance, period: int, start: int) -> int:
        """Return the amount of violation if the sitting starts at a minute of a period; 0 is none."""


@runtime_checkable
class RoomRule(TimetableRule, Protocol):
    """A rule about which room one sitting, the first index of its instances, is in."""

    def room_cost(self, problem: Problem, instance: Instance, room: int) -> int:
        """Return the amount of violation if the sitting is in a room; 0 is none."""


@runtime_checkable
class PlaceRule(TimetableRule, Protocol):
    """A rule about when one room, the first index of its instances, holds a sitting."""

    def place_cost(self, problem: Problem, instance: Instance, sitting: int, start: int) -> int:
        """Return the amount of violation if a sitting starts at a minute in the room; 0 is none."""


@runtime_checkable
class ModelRule(TimetableRule, Protocol):
    """A rule about several sittings together."""

    needs_rooms: bool
    """Whether it says nothing in a model that leaves out the rooms."""

    def concerns(self, problem: Problem, instance: Instance) -> Concerns:
        """Return the sittings one case is about, None for any: where all of them stand fast it writes nothing."""

    def encode(self, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        """Write the rule's rows; ``weight`` is None where it blocks, else the points of a unit."""
