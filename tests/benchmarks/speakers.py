"""Prints how fast speakers lists are made and whether they are proven: ``python -m tests.benchmarks.speakers``."""

from __future__ import annotations

import time
from random import Random

from solver.result import Limits
from solver.speakers.problem import Intervention, Problem, Window
from solver.speakers.solve import solve

MINUTE = 60
HOUR = 60 * MINUTE


def stretches_for(seconds: int, count: int) -> tuple[Window, ...]:
    """Return so many half-days of equal length that together hold the seconds, three hours apart."""
    each = -(-seconds // count) + 10 * MINUTE
    return tuple((i * (each + 3 * HOUR), i * (each + 3 * HOUR) + each) for i in range(count))


def speakers(count: int, seed: int, windows: float = 0.0, limits: tuple[int, ...] = (3,), halves: int = 1) -> Problem:
    """Draw a list with a quarter of stakeholders; a part of the speakers is there for only half of the time."""
    random = Random(seed)
    minutes = [random.choice(limits) for _ in range(count)]
    stretches = stretches_for(sum(minutes) * MINUTE, halves)
    begin, end = stretches[0][0], stretches[-1][1]
    middle = (begin + end) // 2
    return Problem(
        tuple(
            Intervention(
                minutes[i] * MINUTE,
                i % 4 == 3,
                (random.randrange(1, 8), i),
                windows=(random.choice(((begin, middle), (middle, end))),) if random.random() < windows else None,
                region=random.randrange(5),
            )
            for i in range(count)
        ),
        stretches,
    )


def main() -> None:
    """Print a row for each size and shape."""
    print("speakers | shape | seconds | status")
    for count in (50, 100, 200, 400):
        shapes = {
            "two classes": speakers(count, 0),
            "four half-days": speakers(count, 1, halves=4),
            "limits of 2, 3 and 5 minutes": speakers(count, 2, limits=(2, 3, 5)),
            "a fifth there for half of the time": speakers(count, 3, windows=0.2),
        }
        for shape, problem in shapes.items():
            begun = time.monotonic()
            result = solve(problem, Limits(wall_seconds=20.0))
            print(f"{count} | {shape} | {time.monotonic() - begun:.2f} | {result.status.value}", flush=True)


if __name__ == "__main__":
    main()
