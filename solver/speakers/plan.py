"""From a problem to its best order: patterns, each filled by assignment, and what is proved of each level."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice

from solver.speakers.assign import fill, slots_of
from solver.speakers.finish import Cost, finish, swap
from solver.speakers.measure import LEVELS, Measures, measure
from solver.speakers.merge import Follow, Merge, Step
from solver.speakers.problem import Problem
from solver.speakers.queues import Queues, make_queues
from solver.speakers.resort import any_order, evened
from solver.speakers.search import ABOVE, Anything, Budget, Detail, Evenness, Found, Label, beam, best_first, patterns
from solver.speakers.solution import SpeakersList
from solver.speakers.timeline import timed, with_pins

TIED_LEVELS = 6
"""Levels that a pattern decides alone: waits, late ones, groups, shares, caps, squares."""

MOST_PATTERNS = 6
"""Patterns that are filled, of those that are equally good."""

SHARE, CAP, PROTOCOL = map(LEVELS.index, ("sitting-share", "run-cap", "protocol-order"))

USUAL_BUNDLES = 25
"""Bundles of a problem whose steps cost twice those of a problem without windows."""

NARROW_BEAM, WIDE_BEAM = 12, 200
"""States a beam keeps at each place where the exact search has run out of steps."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A list, its measures, and a vector that no list is below."""

    solution: SpeakersList
    measures: Measures
    floor: tuple[Fraction, ...]

    @property
    def bounds(self) -> tuple[Fraction, ...]:
        """Bound of each level, given the levels above; behind the first that is not proved nothing is known."""
        vector = self.measures.vector
        proved = next((n for n, pair in enumerate(zip(vector, self.floor, strict=True)) if pair[0] != pair[1]), None)
        if proved is None:
            return vector
        return (*self.floor[: proved + 1], *(Fraction(0),) * (len(vector) - proved - 1))


@dataclass(frozen=True, slots=True)
class Outcome:
    """A draft, or none: then ``impossible`` says whether that is proved."""

    draft: Draft | None
    impossible: bool = False


def plan(problem: Problem, budget: Budget) -> Outcome:
    """Return the best list of a problem; caps and shares are followed only where a list without them breaks one."""
    queues = make_queues(problem)
    if queues is None or _hopeless(problem, queues):
        return Outcome(None, True)
    follow = Follow(neighbours=not queues.windowed)
    budget = budget.part(_scaled(budget.steps, queues))
    first = _planned(problem, queues, follow, budget.part(budget.steps // 2))
    if first.draft is None and _may_wait(problem):
        follow = replace(follow, waits=True)
        first = _planned(problem, queues, follow, budget.part(budget.steps // 2))
    if first.draft is None:
        return first if first.impossible else _resort(problem, queues, budget)
    best = first.draft
    for _ in range(3):
        over, share = best.measures.vector[CAP] > 0, best.measures.vector[SHARE] > 0
        wider = replace(
            follow, runs=follow.runs or (over and (follow.shares or not share)), shares=follow.shares or share
        )
        if wider == follow:
            break
        follow = wider
        best = _better(best, _planned(problem, queues, follow, budget.part(budget.steps * 3 // 4)).draft)
    return Outcome(best)


def _resort(problem: Problem, queues: Queues, budget: Budget) -> Outcome:
    order, impossible = any_order(problem, budget.deadline)
    pinned = {i for pins in queues.pins_after for i in pins}
    free = [i for i in order or () if i not in pinned]
    solution = None if order is None else timed(problem, with_pins(queues.pins_after, free))
    if solution is None:
        return Outcome(None, impossible)
    even = evened(problem, free)
    exchanged = timed(problem, with_pins(queues.pins_after, even))
    if exchanged is not None and measure(problem, exchanged).vector < measure(problem, solution).vector:
        free, solution = even, exchanged
    solution = timed(problem, with_pins(queues.pins_after, swap(problem, queues, free, budget))) or solution
    measures = measure(problem, solution)
    return Outcome(Draft(solution, measures, (Fraction(0),) * len(LEVELS)))


def _may_wait(problem: Problem) -> bool:
    return any(it.windows is not None for it in problem.interventions)


def _scaled(steps: int, queues: Queues) -> int:
    """Return the steps that cost as much as some steps of a problem with few bundles."""
    return steps * USUAL_BUNDLES // (USUAL_BUNDLES + len(queues.bundles))


def _hopeless(problem: Problem, queues: Queues) -> bool:
    """Return whether somebody can never speak, or all together need more than the floor."""
    floor = sum(ends - begins + problem.changeover for begins, ends in problem.stretches)
    spoken = sum(map(problem.duration, range(len(problem.interventions))))
    return spoken > floor or any(bundle.starts == () for bundle in queues.bundles)


def _better(one: Draft, two: Draft | None) -> Draft:
    """Return the better of two drafts with the better of their bounds."""
    if two is None:
        return one
    best = one if one.measures.vector < two.measures.vector else two
    return replace(best, floor=max(one.floor, two.floor))


def possible(problem: Problem, budget: Budget) -> bool | None:
    """Return whether a list exists that meets all that blocks, or None where the budget ends before it is known."""
    queues = make_queues(problem)
    if queues is None or _hopeless(problem, queues):
        return False
    follow = Follow(waits=_may_wait(problem))
    while True:
        found = best_first(Merge(problem, queues, follow), Anything(), budget)
        if found.label is None:
            return False if found.complete else None
        if fill(problem, queues, slots_of(queues, found.pattern())) is not None:
            return True
        if follow.split == _holed(queues):
            return None
        follow = replace(follow, split=_holed(queues))


def _holed(queues: Queues) -> frozenset[int]:
    return frozenset(
        n for n, bundle in enumerate(queues.bundles) if bundle.starts is not None and len(bundle.starts) > 1
    )


def _planned(problem: Problem, queues: Queues, follow: Follow, budget: Budget) -> Outcome:
    """Plan, following what is given; where no pattern can be filled, go on with speakers with holes tried apart."""
    merge = Merge(problem, queues, follow)
    most = best_first(merge, Evenness(), budget.part(budget.steps // 2))
    if most.label is None and most.complete:
        return Outcome(None, True)
    detail = Found(None, Detail(most.bound).start, False)
    if most.label is not None:
        ties = None if merge.fixed_neighbours else TIED_LEVELS
        detail = best_first(merge, Detail(most.label), budget.part(budget.steps * 3 // 4), ties)
    best = _filled(problem, queues, detail, budget)
    if best is None and detail.label is None:
        best = _beamed(problem, queues, merge, most, budget)
    if best is None:
        holed = _holed(queues)
        if holed == follow.split or budget.steps <= 0:
            return Outcome(None)
        return _planned(problem, queues, replace(follow, split=holed), budget)
    _, solution, measures, last = best
    return Outcome(Draft(solution, measures, _floor(merge, most, detail, last)))


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


def _beamed(problem: Problem, queues: Queues, merge: Merge, most: Found, budget: Budget) -> Filled | None:
    """Return the best of the pattern that is known to be most even and of two beams, the narrow one off the clock."""
    anything = Detail((1 << 62,) * TIED_LEVELS)
    tried = [most.pattern() if most.label is not None else None, beam(merge, anything, NARROW_BEAM, Budget(0))]
    if not budget.look():
        tried.append(beam(merge, anything, max(NARROW_BEAM, _scaled(WIDE_BEAM, queues)), budget.part(0)))
    found = [made for steps in tried if steps is not None and (made := _made(problem, queues, steps)) is not None]
    if not found:
        return None
    order, solution, _, last = min(found, key=lambda made: made[2].vector)
    better = swap(problem, queues, list(order), budget)
    solution = timed(problem, with_pins(queues.pins_after, better)) or solution
    return tuple(better), solution, measure(problem, solution), last


def _made(problem: Problem, queues: Queues, steps: Sequence[Step]) -> Filled | None:
    order = fill(problem, queues, slots_of(queues, steps))
    solution = None if order is None else timed(problem, with_pins(queues.pins_after, order))
    if order is None or solution is None:
        return None
    return tuple(order), solution, measure(problem, solution), (0, 0)


def _floor(merge: Merge, most: Found, detail: Found, last: Cost) -> tuple[Fraction, ...]:
    """Return a vector that no list is below."""
    total = max(1, merge.total)
    above = most.label or most.bound
    below: Label = detail.label or (detail.bound if most.label is not None else (0,) * (ABOVE + 3))
    squares, displaced, neighbours = below[ABOVE:]
    protocol = max((displaced, neighbours if merge.fixed_neighbours else 0), last)
    largest = Fraction(above[ABOVE], total)
    return (*map(Fraction, above[:ABOVE]), largest, Fraction(squares, total * total), *map(Fraction, protocol))
