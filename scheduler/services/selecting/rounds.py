"""Rounds of one selection: what is unused while somebody is refused is shared out anew, until nobody could use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scheduler.domain.forum import Forum
from scheduler.services.selecting.again import Floor, shared_again
from scheduler.services.selecting.places import sharing
from scheduler.translate.selection import SelectionTranslation, selection_problem
from scheduler.translate.selection_wishes import Wish
from solver.result import Limits, OnProgress, Status
from solver.selection.solution import Selection as Chosen
from solver.selection.solution import SelectionResult
from solver.selection.solve import solve
from solver.selection.tally import Tally

Solved = tuple[SelectionTranslation, SelectionResult]


def in_rounds(
    forum: Forum,
    wishes: Sequence[Wish],
    numbers: Mapping[str, int],
    limits: Limits,
    on_progress: OnProgress | None = None,
) -> Solved:
    """Solve, and again with what is left, everybody who has a place keeping it.

    Each round gives a place to somebody who was refused, or a first choice to somebody who had a second one: so there
    are at most twice as many as there are wishes, and mostly one or two.
    """
    translation = selection_problem(forum, wishes, sharing(forum, wishes, numbers), numbers)
    result = solve(translation.problem, limits, on_progress)
    while result.chosen is not None and result.status is Status.OPTIMAL:
        able = could_use(translation, result.chosen) or could_move(translation, result.chosen)
        if not able:
            break
        shared = shared_again(translation, result.chosen, able)
        again = selection_problem(forum, wishes, shared, numbers, result.chosen)
        found = solve(again.problem, limits)
        if found.chosen in (None, result.chosen):
            break
        translation, result = again, found
    return translation, result


def could_use(translation: SelectionTranslation, chosen: Chosen) -> list[int]:
    """Return the refused requests whose statement fits the unused time of its session, and every limit on it."""
    problem, tally, floor = translation.problem, Tally(translation.problem, chosen), Floor(translation, chosen)
    return [
        i
        for i in range(len(problem.requests))
        if i not in chosen and not tally.is_settled(i) and _fits(translation, tally, floor, i)
    ]


def could_move(translation: SelectionTranslation, chosen: Chosen) -> list[int]:
    """Return the first choices that would fit so, of those who have their second choice."""
    tally, floor = Tally(translation.problem, chosen), Floor(translation, chosen)
    found = []
    for first, second in translation.second_of.items():
        if second in chosen:
            tally.remove(second)
            found += [first] if _fits(translation, tally, floor, first) else []
            tally.add(second)
    return found


def _fits(translation: SelectionTranslation, tally: Tally, floor: Floor, request: int) -> bool:
    wish = translation.wishes[request]
    if wish.role is not None or wish.is_kept or translation.problem.requests[request].decided is not None:
        return False
    return tally.limit_of_organisation(request) is None and floor.has_room(request)
