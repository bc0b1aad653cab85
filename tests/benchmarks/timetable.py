"""Prints how fast timetables are made and how near the proven bound they come.

Run ``python -m tests.benchmarks.timetable [SESSIONS ...] [--seconds 60] [--seed 0]``. Each generated forum is known to
be feasible; the peer its score is set beside is the agenda that was planted in it, scored by the same checker.
"""

from __future__ import annotations

import argparse
import time

from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.sampling.planted import planted
from scheduler.translate.placements import timetable_of
from scheduler.translate.timetable import timetable_problem
from solver.result import Limits, Progress
from solver.timetable.apart import solve_apart
from solver.timetable.check import check
from solver.timetable.problem import Problem

SAMPLES = ("imrf-2022", "imrf-2026", "imrf-2026-proposed")
HEADINGS = ("forum", "sittings", "first s", "end s", "score", "bound", "gap", "planted", "score/planted", "status")


def row(name: str, problem: Problem, seconds: float, seed: int, planted_points: int | None) -> tuple[str, ...]:
    """Solve one problem apart and return its figures.

    Times count from the first event and include loading CP-SAT, about a second.
    """
    begun: list[float] = []
    first: list[float] = []

    def note(event: Progress) -> None:
        begun or begun.append(time.monotonic())
        if event.score is not None and not first:
            first.append(time.monotonic() - begun[0])

    result = solve_apart(problem, Limits(wall_seconds=seconds, effort=max(1.0, seconds / 10), seed=seed), note)
    ended = time.monotonic() - begun[0]
    ratio = f"{result.score / planted_points:.2f}" if planted_points and result.score is not None else "-"
    return (
        name,
        str(len(problem.sittings)),
        f"{first[0]:.2f}" if first else "-",
        f"{ended:.1f}",
        str(result.score),
        str(result.bound),
        "-" if result.gap is None else f"{result.gap:.0%}",
        str(planted_points or "-"),
        ratio,
        result.status.value,
    )


def main() -> None:
    """Print a row for each sample and each generated forum."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sessions", nargs="*", type=int, default=[100, 300, 1000])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    print(" | ".join(HEADINGS))
    for name in SAMPLES:
        problem = timetable_problem(read_forum(sample_path(name))).problem
        print(" | ".join(row(name, problem, options.seconds, options.seed, None)), flush=True)
    for sessions in options.sessions:
        forum, agenda = planted(sessions, options.seed)
        translation = timetable_problem(forum)
        points = check(translation.problem, timetable_of(translation, agenda)).points
        cells = row(f"generated {sessions}", translation.problem, options.seconds, options.seed, points)
        print(" | ".join(cells), flush=True)


if __name__ == "__main__":
    main()
