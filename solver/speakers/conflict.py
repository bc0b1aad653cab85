"""Why no list is possible: windows and pins that cannot hold together, or speakers for whom the floor is too short.

Every claim is a claim about all speakers having the floor once, inside the floor time, the opening first.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from solver.result import Conflict, Requirement
from solver.speakers.plan import possible
from solver.speakers.problem import Problem
from solver.speakers.search import Budget

WINDOW, PIN, SPEAKER = "within-availability", "pinned-place", "every-speaker-once"

LEAST_STEPS = 5000
"""Steps any one question may take."""

MOST_FIXES = 12
"""Members of a conflict that are tried as fixes where many would do."""

Holds = Callable[[Sequence[Requirement]], bool | None]
"""Whether some requirements can hold together; None is not known."""


def without(problem: Problem, dropped: Sequence[Requirement]) -> Problem:
    """Return the problem without some requirements; a speaker who need not have the floor leaves the list."""
    free = {r.instance[0] for r in dropped if r.rule == WINDOW}
    loose = {r.instance[0] for r in dropped if r.rule == PIN}
    gone = {r.instance[0] for r in dropped if r.rule == SPEAKER}
    kept = tuple(
        replace(it, windows=None if i in free else it.windows, place=None if i in loose else it.place)
        for i, it in enumerate(problem.interventions)
        if i not in gone
    )
    return replace(problem, interventions=kept)


def explain(problem: Problem, budget: Budget) -> tuple[Conflict, tuple[Requirement, ...]]:
    """Return why a problem that has no list has none, and requirements that, dropped together, make one possible."""
    bound = _bindings(problem)
    if possible(without(problem, bound), _part(budget)) is False:
        return _too_long(problem, budget)

    def holds(kept: Sequence[Requirement]) -> bool | None:
        chosen = set(kept)
        return possible(without(problem, [r for r in bound if r not in chosen]), _part(budget))

    members, proven = smallest(bound, holds)
    fixes = tuple(r for r in members if possible(without(problem, [r]), _part(budget)))
    conflict = Conflict(members, fixes, proven)
    return conflict, fixes[:1] or _repair(bound, members, holds)


def smallest(members: Sequence[Requirement], holds: Holds) -> tuple[tuple[Requirement, ...], bool]:
    """Return requirements that cannot hold together, none of them spare, and whether all of that is proved."""
    kept, proven = list(members), holds(members) is False
    size = max(1, len(kept) // 2)
    while True:
        start = 0
        while start < len(kept):
            rest = kept[:start] + kept[start + size :]
            verdict = holds(rest)
            proven = proven and not (verdict is None and size == 1)
            if verdict is False:
                kept = rest
            else:
                start += size
        if size == 1:
            return tuple(kept), proven
        size //= 2


def _repair(bound: Sequence[Requirement], members: Sequence[Requirement], holds: Holds) -> tuple[Requirement, ...]:
    """Return requirements to drop, one of each conflict in turn, until the rest can hold."""
    kept = list(bound)
    dropped: list[Requirement] = []
    while members:
        dropped.append(members[0])
        kept.remove(members[0])
        verdict = holds(kept)
        if verdict is None:
            return ()
        members = () if verdict else smallest(kept, holds)[0]
    return tuple(dropped)


def _bindings(problem: Problem) -> tuple[Requirement, ...]:
    windows = [Requirement(WINDOW, (i,)) for i, it in enumerate(problem.interventions) if it.windows is not None]
    pins = [Requirement(PIN, (i,)) for i, it in enumerate(problem.interventions) if it.place is not None]
    return (*windows, *pins)


def _too_long(problem: Problem, budget: Budget) -> tuple[Conflict, tuple[Requirement, ...]]:
    """Explain a floor that is too short for all speakers whatever their windows and pins."""
    free = without(problem, _bindings(problem))
    count = len(free.interventions)
    last_first = sorted(range(count), key=lambda i: (free.protocol_places[i] or (0, 0), i), reverse=True)
    speakers = [Requirement(SPEAKER, (i,)) for i in last_first]

    def holds(kept: Sequence[Requirement]) -> bool | None:
        chosen = set(kept)
        return _fits(without(free, [r for r in speakers if r not in chosen]), budget)

    members, proven = smallest(speakers, holds)
    fixes = [r for r in members[:MOST_FIXES] if possible(without(problem, [r]), _part(budget))]
    return Conflict(members, tuple(fixes), proven), tuple(fixes[:1]) or _shorten(problem, speakers, budget)


def _shorten(problem: Problem, speakers: Sequence[Requirement], budget: Budget) -> tuple[Requirement, ...]:
    """Return the last speakers of protocol, as few as have to go."""
    for most in range(2, len(speakers) + 1):
        shorter = without(problem, speakers[:most])
        if _fits(without(shorter, _bindings(shorter)), budget) and possible(shorter, _part(budget)):
            return tuple(speakers[:most])
    return ()


def _fits(problem: Problem, budget: Budget) -> bool | None:
    """Return whether speakers without windows fit the floor: by their sum first, else by search."""
    floor = sum(ends - begins + problem.changeover for begins, ends in problem.stretches)
    if sum(map(problem.duration, range(len(problem.interventions)))) > floor:
        return False
    return possible(problem, _part(budget))


def _part(budget: Budget) -> Budget:
    """Return the steps one question may take."""
    return Budget(max(LEAST_STEPS, budget.steps // 8), budget.deadline, budget.late, budget)
