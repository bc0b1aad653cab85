"""Prints how fast a list that is run is put in order again, and how well: ``python -m tests.benchmarks.floor``.

The bound is 100 ms for 200 who wait, forecast included. Beside it stands what it takes to solve the whole list anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from random import Random
from statistics import median

from scheduler.clock import second_of
from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.floor import Floor, act
from scheduler.services.floor.forecast import forecast, proposal
from scheduler.services.floor.setting import Part
from solver.result import Limits
from solver.speakers.measure import measure
from solver.speakers.problem import Intervention, Problem
from solver.speakers.solution import SpeakersList, Turn
from solver.speakers.solve import solve
from tests.scheduler.services.floor.best import is_best
from tests.scheduler.services.floor.tables import a_table, at

BOUND_MS = 100
SEQUENCES = 10_000
CHANGES = (Act.ABSENT, Act.SKIP, Act.WITHDRAW, Act.SWAP)


def table(count: int, share: int, limits: tuple[int, ...], minutes: int) -> Floor:
    """Return a list of which every so-manieth speaker is a stakeholder."""
    random = Random(count)
    names = [f"{'h' if number % share == share - 1 else 's'}{number}" for number in range(count)]
    return a_table(" ".join(names), minutes, limits={name: random.choice(limits) for name in names})


def milliseconds(run: Callable[[], object]) -> float:
    """Return how long something takes."""
    begun = time.perf_counter()
    run()
    return (time.perf_counter() - begun) * 1000


def after_actions(floor: Floor, count: int) -> tuple[Floor, list[float]]:
    """Return a list after some actions, and what each took with the forecast and the proposal after it."""
    random, taken = Random(1), []
    floor = act(floor, Action(at=at("10:00"), act=Act.START))
    for number in range(count):
        moment = at(f"{10 + number // 60}:{number % 60:02d}")
        waiting = floor.state.queues[Part.LIST]
        what = (Act.NEXT, *CHANGES)[number % 5]
        speaker = None if what is Act.NEXT else random.choice(waiting)
        action = Action(at=moment, act=what, speaker=speaker, other=random.choice(waiting))
        now = second_of(floor.setting.forum, moment)
        begun = time.perf_counter()
        try:
            floor = act(floor, action)
        except RefusedError:
            continue
        forecast(floor.setting, floor.state, now)
        proposal(floor.setting, floor.state, now)
        taken.append((time.perf_counter() - begun) * 1000)
    return floor, taken


def as_problem(floor: Floor) -> tuple[Problem, SpeakersList]:
    """Return those who wait as a problem of their own, and the order they stand in."""
    waiting = [floor.state.speakers[one] for one in floor.state.queues[Part.LIST]]
    places = {True: 0, False: 0}
    turns, moment = [], 0
    for number, one in enumerate(waiting):
        places[one.interspersed] += 1
        turns.append(Turn(number, 0, moment))
        moment += one.seconds
    keys = [sum(other.interspersed is one.interspersed for other in waiting[:n]) for n, one in enumerate(waiting)]
    interventions = tuple(
        Intervention(one.seconds, one.interspersed, (key,)) for one, key in zip(waiting, keys, strict=True)
    )
    return Problem(interventions, ((0, moment),)), SpeakersList(tuple(turns))


def speed() -> None:
    """Print a row for each size and shape."""
    print("waiting | limits | median ms | worst ms | bound ms | solve anew ms | times faster | deviation s: own, anew")
    for count in (70, 120, 220, 420):
        for limits in ((180,), (120, 180, 300)):
            floor, taken = after_actions(table(count, 4, limits, count * 2), 40)
            problem, own = as_problem(floor)
            anew = milliseconds(lambda problem=problem: solve(problem, Limits(wall_seconds=20.0)))
            best = solve(problem, Limits(wall_seconds=20.0)).solution
            levels = [measure(problem, each).level("largest-deviation") for each in (own, best) if each]
            deviations = ", ".join(f"{float(level):.0f}" for level in levels)
            bound = "" if count > 220 else str(BOUND_MS)
            print(
                f"{len(floor.state.waiting)} | {len(limits)} | {median(taken):.1f} | {max(taken):.1f} | {bound} | "
                f"{anew:.0f} | {anew / median(taken):.0f} | {deviations}",
                flush=True,
            )


def quality() -> None:
    """Print in how many random sequences every order was the best possible, found by trying all."""
    random, orders, best = Random(7), 0, 0
    for _ in range(SEQUENCES):
        names = [f"{random.choice('sssh')}{number}" for number in range(random.randint(3, 8))]
        floor = a_table(" ".join(names), 90, limits={name: random.choice((180, 300)) for name in names})
        for _ in range(6):
            action = Action(
                at=at("10:00"), act=random.choice(CHANGES), speaker=random.choice(names), other=random.choice(names)
            )
            try:
                floor = act(floor, action)
            except RefusedError:
                continue
            orders += 1
            best += is_best(floor, Part.LIST)
    print(f"{SEQUENCES:,} random sequences: {best:,} of {orders:,} orders are the best possible")


def main() -> None:
    """Print speed, then quality."""
    speed()
    quality()


if __name__ == "__main__":
    main()
