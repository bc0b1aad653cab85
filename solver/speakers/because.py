"""What stands in the way: the speakers without whose windows a list would be better."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from solver.speakers.measure import LEVELS
from solver.speakers.plan import Draft, plan
from solver.speakers.problem import Problem
from solver.speakers.search import Budget

NOBODY: tuple[tuple[int, ...], ...] = ((),) * len(LEVELS)


def blame(problem: Problem, draft: Draft, budget: Budget) -> tuple[tuple[int, ...], ...]:
    """Return for each level the speakers whose windows cost something there.

    The list is compared with the best one in which everybody who is not pinned can speak at any time. Those are named
    whose windows exclude their time in it, if the list without these windows alone is as good, else all with windows.
    """
    everybody = {i for i, it in enumerate(problem.interventions) if it.windows is not None and it.place is None}
    if not everybody:
        return NOBODY
    ideal = plan(_freed(problem, everybody), budget).draft
    if ideal is None or ideal.measures.vector >= draft.measures.vector:
        return NOBODY
    named = {
        turn.intervention
        for turn in ideal.solution.turns
        if turn.intervention in everybody and not problem.is_available(turn.intervention, turn.start)
    }
    freed = plan(_freed(problem, named), budget).draft
    level = next(n for n, value in enumerate(draft.measures.vector) if value > ideal.measures.vector[n])
    if freed is None or freed.measures.vector[: level + 1] > ideal.measures.vector[: level + 1]:
        named = everybody
    return tuple(
        tuple(sorted(named)) if value > best else ()
        for value, best in zip(draft.measures.vector, ideal.measures.vector, strict=True)
    )


def _freed(problem: Problem, chosen: Collection[int]) -> Problem:
    return replace(
        problem,
        interventions=tuple(
            replace(it, windows=None) if i in chosen else it for i, it in enumerate(problem.interventions)
        ),
    )
