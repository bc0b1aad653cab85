"""The last resort: any list at all, by a CP-SAT model of intervals, where no pattern that was found can be filled."""

from __future__ import annotations

from collections.abc import Sequence

from solver.engine import Effort, Verdict, solve
from solver.model import Expr, Interval, Model
from solver.speakers.problem import Mode, Problem, Window

WORK = 5.0
"""CP-SAT's deterministic time for one list."""


def any_order(problem: Problem, deadline: float | None = None) -> tuple[list[int] | None, bool]:
    """Return the speakers in an order that meets all that blocks, or None and whether that is proved impossible.

    Any starts that keep the speakers apart will do: when the same order is timed as early as it can be, nobody speaks
    later than that.
    """
    model = Model()
    pieces = [_pieces(problem, i) for i in range(len(problem.interventions))]
    if not all(pieces):
        return None, True
    starts = [_start(model, own) for own in pieces]
    model.no_overlap(
        Interval(Expr({start: 1}), problem.duration(i)) for i, start in enumerate(starts) if problem.duration(i)
    )
    _pin(model, problem, starts)
    _open(model, problem, starts)
    answer = solve(model, Effort(WORK, deadline))
    if answer.values is None:
        return None, answer.verdict is Verdict.INFEASIBLE and _are_apart(problem)
    begun = answer.values
    return sorted(range(len(starts)), key=lambda i: begun[starts[i]]), False


def evened(problem: Problem, order: Sequence[int]) -> list[int]:
    """Return an order in which speakers who are not bound to hours have exchanged their turns with others as long.

    Nobody's turn gets longer or shorter, so every start stays as it is. Of the turns of one length the interspersed
    have some as far apart as can be; within either side they go by protocol.
    """
    turns: dict[int, list[int]] = {}
    for turn, i in enumerate(order):
        one = problem.interventions[i]
        if one.windows is None and not one.opening and problem.places[i] is None:
            turns.setdefault(one.seconds, []).append(turn)
    after = list(order)
    for own in turns.values():
        members = sorted((order[turn] for turn in own), key=lambda i: (problem.interventions[i].protocol, i))
        spread = [i for i in members if problem.interventions[i].interspersed and problem.mode is not Mode.NONE]
        others = [i for i in members if i not in spread]
        even = {own[(2 * k + 1) * len(own) // (2 * len(spread))] for k in range(len(spread))}
        first = sorted(even) if problem.is_mixed else own[len(others) :]
        for turn, i in (
            *zip(first, spread, strict=True),
            *zip([t for t in own if t not in {*first}], others, strict=True),
        ):
            after[turn] = i
    return after


def _pieces(problem: Problem, intervention: int) -> list[Window]:
    it = problem.interventions[intervention]
    windows = it.windows if it.windows is not None else problem.stretches
    both = [(max(a, c), min(b, d) - it.seconds) for a, b in problem.stretches for c, d in windows]
    return sorted({(first, last) for first, last in both if first <= last})


def _start(model: Model, pieces: list[Window]) -> int:
    start = model.integer(min(first for first, _ in pieces), max(last for _, last in pieces))
    chosen = [model.boolean() for _ in pieces]
    model.clause(chosen)
    for literal, (first, last) in zip(chosen, pieces, strict=True):
        model.row(Expr({start: 1}), first, last, (literal,))
    return start


def _pin(model: Model, problem: Problem, starts: list[int]) -> None:
    for i, place in enumerate(problem.places):
        if place is None:
            continue
        before = Expr()
        for j, start in enumerate(starts):
            if j != i:
                earlier = model.boolean()
                before.add(earlier)
                model.row(Expr({starts[i]: 1, start: -1}), problem.duration(j), None, (earlier,))
                model.row(Expr({start: 1, starts[i]: -1}), problem.duration(i), None, (~earlier,))
        model.row(before, place, place)


def _open(model: Model, problem: Problem, starts: list[int]) -> None:
    free = [i for i, place in enumerate(problem.places) if place is None]
    if not problem.stretches or not any(problem.interventions[i].opening for i in free):
        return
    turn = model.integer(problem.stretches[0][0], problem.stretches[-1][1])
    for i in free:
        if problem.interventions[i].opening:
            model.row(Expr({turn: 1, starts[i]: -1}), 1, None)
        else:
            model.row(Expr({starts[i]: 1, turn: -1}), 0, None)


def _are_apart(problem: Problem) -> bool:
    """Return whether a changeover never reaches into the next stretch, so that the model is not too strict."""
    pairs = zip(problem.stretches, problem.stretches[1:], strict=False)
    return all(ends + problem.changeover <= begins for (_, ends), (begins, _) in pairs)
