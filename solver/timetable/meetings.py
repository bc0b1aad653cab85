"""How models count meetings: one literal for each that some sittings may make, however many stand in it."""

from __future__ import annotations

from collections.abc import Sequence

from solver.model import TRUE, Literal
from solver.timetable.variables import Variables


def meetings_of(variables: Variables, sittings: Sequence[int], period: int) -> list[Literal]:
    """Return a literal for each meeting of a period that sittings may make, forced true where one stands in it.

    Sittings that cannot share a meeting with another, since they are too long to stand in a row in a room that holds
    one session at a time, stand for their meeting themselves; a model without rooms leaves the others out.
    """
    here = [i for i in sittings if any(choice.period == period for choice in variables.choices[i])]
    minutes = {i: variables.problem.sittings[i].minutes for i in here}
    length = variables.problem.periods[period].minutes
    found: list[Literal] = []
    shared: dict[int, list[Literal]] = {}
    for sitting in here:
        least = min((minutes[other] for other in here if other != sitting), default=length)
        lone = variables.holds_room[sitting] and minutes[sitting] + least > length
        for index, choice in enumerate(variables.choices[sitting]):
            if choice.period != period:
                continue
            if lone:
                found.append(variables.times[sitting][index])
            elif variables.has_rooms:
                for room in variables.rooms[sitting]:
                    shared.setdefault(room, []).append(variables.cells[sitting][index, room])
    return found + [_any(variables, literals) for literals in shared.values()]


def _any(variables: Variables, literals: list[Literal]) -> Literal:
    if len(literals) == 1 or TRUE in literals:
        return TRUE if TRUE in literals else literals[0]
    either = variables.model.boolean()
    for literal in literals:
        variables.model.clause([~literal, either])
    return either
