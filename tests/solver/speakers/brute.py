"""Small speakers problems by chance, their best lists by trying every order, and what a solve makes of them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import permutations
from random import Random

from solver.result import Limits, Status
from solver.speakers.check import check
from solver.speakers.measure import measure
from solver.speakers.problem import Intervention, Mode, Problem, Window
from solver.speakers.resort import any_order
from solver.speakers.solution import SpeakersList, Turn
from solver.speakers.solve import solve
from solver.speakers.timeline import timed

Vector = tuple[Fraction, ...]
"""What a list is worth at each level."""


def times(problem: Problem, order: tuple[int, ...]) -> SpeakersList | None:
    """Return the list of an order, each speaker at the first second that the floor and the windows allow, or None."""
    turns: list[Turn] = []
    stretch, free = 0, problem.stretches[0][0]
    for i in order:
        it = problem.interventions[i]
        while stretch < len(problem.stretches):
            ends = problem.stretches[stretch][1]
            starts = range(free, ends - it.seconds + 1)
            start = next((second for second in starts if problem.is_available(i, second)), None)
            if start is not None:
                break
            stretch += 1
            free = problem.stretches[stretch][0] if stretch < len(problem.stretches) else 0
        else:
            return None
        turns.append(Turn(i, stretch, start))
        free = start + it.seconds + problem.changeover
    return SpeakersList(tuple(turns))


def best_vector(problem: Problem) -> Vector | None:
    """Return the least vector of all orders that break no rule that blocks, or None where there is none."""
    best = None
    for order in permutations(range(len(problem.interventions))):
        found = times(problem, order)
        if found is None or not check(problem, found).is_feasible:
            continue
        vector = measure(problem, found).vector
        best = vector if best is None else min(best, vector)
    return best


def agrees(problem: Problem, best: Vector | None) -> bool:
    """Return whether a solve finds the best list and proves it, or proves that there is none.

    Small lists are proved at every level but the last, where neighbours may leave too many to try.
    """
    result = solve(problem, Limits())
    if best is None or not result.levels:
        return best is None and not result.levels and result.status is Status.INFEASIBLE
    values = tuple(level.value for level in result.levels)
    bounds = tuple(level.bound for level in result.levels)
    return result.solution is not None and values == best and bounds[:-1] == best[:-1] and bounds[-1] <= best[-1]


def last_resort_agrees(problem: Problem, best: Vector | None) -> bool:
    """Return whether the last resort finds a list that breaks nothing exactly where there is one."""
    order, impossible = any_order(problem)
    solution = None if order is None else timed(problem, order)
    if solution is None:
        return best is None and order is None
    return best is not None and not impossible and check(problem, solution).is_feasible


def small_problem(seed: int, most: int = 6) -> Problem:
    """Return a problem of few speakers with windows, pins, groups and stretches, all by chance."""
    random = Random(seed)
    count = random.randint(1, most)
    limits = random.choice(([3], [2, 5], [1, 2, 3]))
    changeover = random.choice((0, 0, 1))
    stretches = _stretches(random, count, max(limits) + changeover)
    ends = stretches[-1][1]
    windowed = random.choice((0.0, 0.3, 0.8))
    pins = random.sample(range(1, count + 1), count)
    pinned = random.choice((0.0, 0.0, 0.3))
    interventions = tuple(
        Intervention(
            seconds=random.choice(limits),
            interspersed=random.random() < 0.4,
            protocol=(random.randrange(3), random.randrange(random.choice((2, 9)))),
            group=random.random() < 0.3,
            windows=_windows(random, ends) if random.random() < windowed else None,
            region=random.choice((None, 0, 1)),
            constituency=random.choice((None, None, 0)),
            place=random.choice((pins[i], pins[i] - 1 - count)) if random.random() < pinned else None,
            opening=random.random() < 0.15,
        )
        for i in range(count)
    )
    mode = random.choice((Mode.THROUGHOUT, Mode.THROUGHOUT, *Mode))
    return Problem(interventions, stretches, mode, changeover, random.random() < 0.5)


def with_late(problem: Problem, seed: int) -> Problem:
    """Return a problem with two steps of protocol, in which some speakers asked late, by chance."""
    random = Random(f"late {seed}")

    def asked(it: Intervention) -> Intervention:
        step, late = random.randrange(2), random.choice((0, 0, 1, 2))
        return replace(it, step=step, late=late, protocol=(step, late, *it.protocol), group=it.group and not late)

    return replace(problem, interventions=tuple(map(asked, problem.interventions)))


def _stretches(random: Random, count: int, longest: int) -> tuple[Window, ...]:
    if random.random() < 0.5:
        return ((0, max(1, count * longest + random.randint(-3, 3))),)
    first = random.randint(2, count * longest)
    return (0, first), (first + 10, first + 10 + count * longest)


def _windows(random: Random, ends: int) -> tuple[Window, ...]:
    if random.random() < 0.3:
        cut = random.randrange(ends)
        return (0, cut), (cut + random.randint(1, 3), ends)
    begins = random.choice((0, random.randrange(max(1, ends // 2))))
    return ((begins, begins + random.randint(3, max(4, ends))),)


def pressed_problem(seed: int, most: int = 6) -> Problem:
    """Return a problem in which one side of the mixture is pressed into a part of the floor, by chance."""
    random = Random(f"pressed {seed}")
    count = random.randint(3, most)
    seconds = random.choice(((2,), (2,), (1, 2)))
    changeover = random.choice((0, 0, 1))
    stretches = _parts(random, count, max(seconds) + changeover)
    ends = stretches[-1][1]
    cut, early = random.randrange(1, ends), random.random() < 0.5
    pressed = random.choice(((True,), (False,), (True, False), ()))
    pinned = random.choice((0.0, 0.0, 0.3))
    keys = random.choice((1, 3))
    guests = random.choice((0.3, 0.6))
    interventions = []
    for _ in range(count):
        interspersed = random.random() < guests
        is_early = early == interspersed
        window = (0, cut) if is_early else (min(cut, ends - 3), ends)
        holed = ((0, max(1, cut // 2)), (cut, ends)) if random.random() < 0.3 else (window,)
        it = Intervention(
            random.choice(seconds),
            interspersed,
            (random.randrange(keys),),
            windows=holed if interspersed in pressed and random.random() < 0.8 else None,
            region=random.choice((0, 0, 1)),
            constituency=random.choice((None, 0, 1)),
            place=random.randint(1, count) if random.random() < pinned else None,
        )
        interventions.append(it)
    return Problem(tuple(interventions), stretches, changeover=changeover)


def _parts(random: Random, count: int, longest: int) -> tuple[Window, ...]:
    """Return one to three stretches that are just enough, or a little more."""
    parts = random.randint(1, 3)
    begins, stretches = 0, []
    for _ in range(parts):
        ends = begins + -(-count // parts) * longest + random.choice((-1, 0, 0, 1, longest))
        stretches.append((begins, ends))
        begins = ends + random.choice((longest, 10))
    return tuple(stretches)
