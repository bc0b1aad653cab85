"""A solve in a process of its own is ended when it must be, and keeps the best it had."""

import os
import time
from collections.abc import Callable

import pytest

from solver.apart import GRACE_SECONDS, run_apart
from solver.errors import EngineError, SolverError
from solver.result import Limits, OnProgress, Progress, Status
from solver.timetable.apart import solve_apart
from tests.solver.timetable.builders import problem, session


def doubles(number: int, report: OnProgress) -> int:
    report(Progress("half", 0.0))
    return 2 * number


def hangs_with_two_solutions(report: OnProgress) -> None:
    report(Progress("first", 0.0, 9, 1, "worse"))
    report(Progress("second", 0.0, 7, 2, "better"))
    report(Progress("third", 0.0, None, 3))
    while True:
        time.sleep(60)


def dies(report: OnProgress) -> None:
    report(Progress("first", 0.0, 9, 1, "lost"))
    os._exit(17)


def refuses(report: OnProgress) -> None:
    raise SolverError("no")


def test_an_answer_comes_back_with_the_events_on_the_way() -> None:
    told: list[Progress] = []
    ended = run_apart(doubles, 21, on_progress=told.append)
    assert (ended.answer, ended.last, ended.is_cancelled) == (42, None, False)
    assert [event.phase for event in told] == ["half"]


def test_a_process_that_hangs_is_ended_soon_after_its_limit_with_the_best_it_had() -> None:
    started = time.monotonic()
    ended = run_apart(hangs_with_two_solutions, wall_seconds=1.0)
    assert 0.0 <= time.monotonic() - started - 1.0 - GRACE_SECONDS < 1.0
    assert ended.answer is None
    assert ended.last is not None
    assert (ended.last.best, ended.last.score, ended.last.bound) == ("better", 7, 2)
    assert not ended.is_cancelled


@pytest.mark.parametrize(("function", "error", "words"), [(dies, EngineError, "code 17"), (refuses, SolverError, "no")])
def test_a_process_that_dies_or_refuses_raises(
    function: Callable[..., None], error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        run_apart(function)


def test_a_timetable_solved_apart_is_the_one_solved_here() -> None:
    from solver.timetable.solve import solve

    given = problem(session(60, audience=120), session(60, people=frozenset({0})), session(60, people=frozenset({0})))
    result = solve_apart(given, Limits(wall_seconds=60.0))
    assert result == solve(given, Limits())
    assert (result.status, result.score) == (Status.OPTIMAL, 3)
