"""From a problem to its best order: patterns, each filled by assignment, and what is proved of each level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice

from solver.speakers.assign import fill, slots_of
from solver.speakers.finish import Cost, finish
from solver.speakers.measure import LEVELS, Measures, measure
from solver.speakers.merge import Follow, Merge, Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues, make_queues
from solver.speakers.search import Anything, Budget, Detail, Evenness, Found, Label, beam, best_first, patterns
from solver.speakers.solution import SpeakersList
from solver.speakers.timeline import timed, with_pins

TIED_LEVELS = 5
"""Levels that a pattern decides alone: waits, groups, shares, caps, squares."""

MOST_PATTERNS = 6
"""Patterns that are filled, of those that are equally good."""

SHARE, CAP, PROTOCOL = map(LEVELS.index, ("sitting-share", "run-cap", "protocol-order"))

BEAM_WIDTH = 400
"""States a beam keeps at each place where the exact search has run out of nodes."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A list, its measures, and a lower bound of each level where all levels before stand at theirs."""

    order: tuple[int, ...]
    solution: SpeakersList
    measures: Measures
    bounds: tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft, or none: then ``impossible`` says whether that is proved."""

    draft: Draft | None
    impossible: bool = False


def plan(problem: Problem, budget: Budget) -> Outcome:
    """Return the best list of a problem; caps and shares are followed only where a list without them breaks one."""
    queues = make_queues(problem)
    if queues is None or any(b.starts == () for b in queues.bundles):
        return Outcome(None, True)
    first = _planned(problem, queues, Follow(neighbours=not queues.windowed), budget)
    if first.draft is None:
        return first
    share, over = first.draft.measures.vector[SHARE], first.draft.measures.vector[CAP]
    if not share and not over:
        return first
    follow = Follow(runs=bool(over), shares=bool(share), neighbours=not queues.windowed)
    second = _planned(problem, queues, follow, budget)
    if (
        second.draft is not None
        and any(second.draft.measures.vector[SHARE : CAP + 1])
        and not (follow.runs and follow.shares)
    ):
        second = _planned(problem, queues, Follow(True, True, not queues.windowed), budget)
    return Outcome(_better(first.draft, second.draft))


def _better(one: Draft, two: Draft | None) -> Draft:
    if two is None or one.measures.vector < two.measures.vector:
        known = one.bounds[:SHARE]
        return Draft(one.order, one.solution, one.measures, (*known, *(Fraction(0),) * (len(LEVELS) - SHARE)))
    return two


def possible(problem: Problem, budget: Budget) -> bool | None:
    """Return whether a list exists that meets all that blocks, or None where the budget ends before it is known."""
    queues = make_queues(problem)
    if queues is None or any(b.starts == () for b in queues.bundles):
        return False
    split: frozenset[int] = frozenset()
    while True:
        found = best_first(Merge(problem, queues, Follow(split=split)), Anything(), budget)
        if found.label is None:
            return False if found.complete else None
        if fill(problem, queues, slots_of(queues, found.pattern())) is not None:
            return True
        if split == _holed(queues):
            return None
        split = _holed(queues)


def _holed(queues: Queues) -> frozenset[int]:
    return frozenset(
        n for n, bundle in enumerate(queues.bundles) if bundle.starts is not None and len(bundle.starts) > 1
    )


def _planned(problem: Problem, queues: Queues, follow: Follow, budget: Budget) -> Outcome:
    """Plan, following what is given; where no pattern can be filled, go on with speakers with holes tried apart."""
    merge = Merge(problem, queues, follow)
    most = best_first(merge, Evenness(), budget)
    if most.label is None and most.complete:
        return Outcome(None, True)
    detail = _detail(merge, most, budget)
    best = _filled(problem, queues, detail, budget)
    if best is None and detail.label is None:
        best = _beamed(problem, queues, merge, budget)
    if best is None:
        holed = _holed(queues)
        if holed == follow.split or budget.nodes <= 0:
            return Outcome(None)
        again = Follow(follow.runs, follow.shares, follow.neighbours, holed)
        return _planned(problem, queues, again, budget)
    order, solution, measures, last = best
    bounds = _bounds(merge, most, detail, measures, last)
    return Outcome(Draft(order, solution, measures, bounds))


def _detail(merge: Merge, most: Found, budget: Budget) -> Found:
    if most.label is None:
        return Found(None, Detail(most.bound).start, False)
    ties = None if merge.fixed_neighbours else TIED_LEVELS
    return best_first(merge, Detail(most.label), budget, ties)


Filled = tuple[tuple[int, ...], SpeakersList, Measures, Cost]
"""Order, list, measures, and bounds of protocol and neighbours."""


def _filled(problem: Problem, queues: Queues, detail: Found, budget: Budget) -> Filled | None:
    best: Filled | None = None
    for steps in islice(patterns(detail, TIED_LEVELS, MOST_PATTERNS), MOST_PATTERNS):
        made = _made(problem, queues, steps)
        if made is not None and (best is None or made[2].vector < best[2].vector):
            best = made
        if best is not None and not any(best[2].vector[PROTOCOL:]):
            return best
    if best is None:
        return None
    order, last = finish(problem, queues, detail, best[0], budget)
    solution = timed(problem, with_pins(queues.pins_after, order))
    if solution is None:
        return best
    return tuple(order), solution, measure(problem, solution), last


def _beamed(problem: Problem, queues: Queues, merge: Merge, budget: Budget) -> Filled | None:
    part = Budget(BEAM_WIDTH * (len(problem.interventions) + 1), budget.deadline)
    steps = beam(merge, Evenness(), BEAM_WIDTH, part)
    return None if steps is None else _made(problem, queues, steps)


def _made(problem: Problem, queues: Queues, steps: Sequence[Step]) -> Filled | None:
    order = fill(problem, queues, slots_of(queues, steps))
    solution = None if order is None else timed(problem, with_pins(queues.pins_after, order))
    if order is None or solution is None:
        return None
    return tuple(order), solution, measure(problem, solution), (0, 0)


def _bounds(merge: Merge, most: Found, detail: Found, measures: Measures, last: Cost) -> tuple[Fraction, ...]:
    """Return the bounds level by level; behind the first level that is not proved nothing is known."""
    total = max(1, merge.total)
    above = most.label or most.bound
    proved: list[Fraction] = [*map(Fraction, above[:4]), Fraction(above[4], total)]
    below: Label = detail.label or (detail.bound if most.label is not None else (0,) * 7)
    proved += [Fraction(below[4], total * total), Fraction(below[5])]
    proved.append(Fraction(below[6] if merge.fixed_neighbours else 0))
    proved[PROTOCOL:] = max(proved[PROTOCOL:], [*map(Fraction, last)])
    bounds: list[Fraction] = []
    for value, bound in zip(measures.vector, proved, strict=True):
        known = all(v == b for v, b in zip(measures.vector, bounds, strict=False))
        bounds.append(min(value, bound) if known else Fraction(0))
    return tuple(bounds)
