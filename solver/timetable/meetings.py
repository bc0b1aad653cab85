"""How models count meetings: one literal for each that some sittings may make, however many stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from solver.model import TRUE, Expr, Literal, total
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
    if not literals:
        return ~TRUE
    if len(literals) == 1 or TRUE in literals:
        return TRUE if TRUE in literals else literals[0]
    either = variables.model.boolean()
    for literal in literals:
        variables.model.clause([~literal, either])
    return either


def meeting_at(variables: Variables, sittings: Sequence[int], period: int, room: int) -> Literal:
    """Return a literal that is forced true where one of some sittings stands in a meeting."""
    literals = [
        variables.cells[sitting][index, room]
        for sitting in sittings
        if room in variables.rooms[sitting]
        for index, choice in enumerate(variables.choices[sitting])
        if choice.period == period
    ]
    return _any(variables, [literal for literal in literals if literal != ~TRUE])


def theme_at(variables: Variables, theme: int, period: int, room: int) -> Literal:
    """Return a literal that is forced true where a session of a theme stands in a meeting."""
    sittings = variables.problem.tagged("themes").get(theme, ())
    make = partial(meeting_at, variables, sittings, period, room)
    return variables.shared(("theme at", theme, period, room), make)


def theme_meets(variables: Variables, theme: int, period: int) -> Literal:
    """Return a literal that holds exactly where a session of a theme stands in a period."""
    return variables.shared(("theme meets", theme, period), partial(_meets, variables, theme, period))


def can_share(variables: Variables, first: int, second: int, period: int) -> bool:
    """Whether two sittings can stand in one meeting of a period, as far as rooms and themes say."""
    problem = variables.problem
    one, two = problem.session_of(first).themes, problem.session_of(second).themes
    if variables.holds_one_theme and one and two and one != two:
        return False
    if variables.has_rooms and variables.rooms[first].keys().isdisjoint(variables.rooms[second]):
        return False
    minutes = problem.sittings[first].minutes + problem.sittings[second].minutes
    fits = minutes <= problem.periods[period].minutes
    return fits or not (variables.holds_room[first] and variables.holds_room[second])


def theme_steps(variables: Variables, theme: int, period: int) -> list[Literal]:
    """Return literals of which as many are forced true, the first ones first, as a theme has meetings in a period.

    A model without rooms counts the meetings that its minutes fill at least.
    """
    return variables.shared(("theme steps", theme, period), partial(_steps, variables, theme, period))


def _meets(variables: Variables, theme: int, period: int) -> Literal:
    here = [
        literal
        for sitting in variables.problem.tagged("themes").get(theme, ())
        for literal, choice in zip(variables.times[sitting], variables.choices[sitting], strict=True)
        if choice.period == period
    ]
    either = _any(variables, [literal for literal in here if literal != ~TRUE])
    if either not in (TRUE, ~TRUE, *here):
        variables.model.clause([~either, *here])
    return either


def _steps(variables: Variables, theme: int, period: int) -> list[Literal]:
    sittings = variables.problem.tagged("themes").get(theme, ())
    if variables.has_rooms:
        meetings = [theme_at(variables, theme, period, room) for room in range(len(variables.problem.rooms))]
        meetings = [literal for literal in meetings if literal != ~TRUE]
        if len(meetings) < 2:
            return meetings
        steps = _ladder(variables, len(meetings))
        variables.model.row(total(steps).add_expr(total(meetings), -1), 0, None)
        return steps
    return _steps_by_minutes(variables, sittings, period)


def _steps_by_minutes(variables: Variables, sittings: Sequence[int], period: int) -> list[Literal]:
    length = variables.problem.periods[period].minutes
    minutes, count = Expr(), 0
    here: list[Literal] = []
    for sitting in sittings:
        ways = [
            literal
            for literal, choice in zip(variables.times[sitting], variables.choices[sitting], strict=True)
            if choice.period == period
        ]
        here += ways
        if ways and variables.holds_room[sitting]:
            count += variables.problem.sittings[sitting].minutes
            minutes.add_expr(total(ways), variables.problem.sittings[sitting].minutes)
    if not here:
        return []
    steps = [_any(variables, here), *_ladder(variables, max(1, -(-count // length)) - 1)]
    for first, second in pairwise(steps):
        variables.model.clause([first, ~second])
    variables.model.row(Expr().add_expr(total(steps), length).add_expr(minutes, -1), 0, None)
    return steps


def _ladder(variables: Variables, count: int) -> list[Literal]:
    """Return literals each of which implies the one before it."""
    steps = [variables.model.boolean() for _ in range(count)]
    for first, second in pairwise(steps):
        variables.model.clause([first, ~second])
    return steps
