"""Small speakers problems by chance, and their best lists by trying every order."""

from __future__ import annotations

from fractions import Fraction
from itertools import permutations
from random import Random

from solver.speakers.check import check
from solver.speakers.measure import measure
from solver.speakers.problem import Intervention, Mode, Problem, Window
from solver.speakers.solution import SpeakersList, Turn


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


def best_vector(problem: Problem) -> tuple[Fraction, ...] | None:
    """Return the least vector of all orders that break no rule that blocks, or None where there is none."""
    best = None
    for order in permutations(range(len(problem.interventions))):
        found = times(problem, order)
        if found is None or not check(problem, found).is_feasible:
            continue
        vector = measure(problem, found).vector
        best = vector if best is None else min(best, vector)
    return best


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
