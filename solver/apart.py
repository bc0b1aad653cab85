"""Runs a solve in a process of its own, so that it can be ended whatever it does."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from solver.errors import EngineError, SolverError
from solver.result import OnProgress, Progress

GRACE_SECONDS = 2.0
"""Time a process has after its limit to end by itself."""

POLL_SECONDS = 0.1


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended.

    Attributes
    ----------
    answer
        What the function returned, or None where the process was ended first.
    last
        The last progress event that carried a solution, or None.
    is_cancelled
        Whether an interrupt, not the limit, ended it.
    """

    answer: Any
    last: Progress | None
    is_cancelled: bool = False


def run_apart(
    function: Callable[..., Any],
    *args: Any,
    wall_seconds: float | None = None,
    on_progress: OnProgress | None = None,
) -> Ended:
    """Call ``function(*args, report)`` in a new process and return its answer.

    Parameters
    ----------
    function
        A function at the top level of a module; its last argument takes progress events.
    wall_seconds
        Limit; the process is ended :data:`GRACE_SECONDS` after it.
    on_progress
        Called in this process with each event.

    Raises
    ------
    EngineError
        If the process died without an answer.
    SolverError
        What the function raised.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(there, function, args), daemon=True)
    process.start()
    there.close()
    deadline = None if wall_seconds is None else time.monotonic() + wall_seconds + GRACE_SECONDS
    last: Progress | None = None
    try:
        while deadline is None or time.monotonic() < deadline:
            if not here.poll(POLL_SECONDS):
                continue
            message = here.recv()
            if not isinstance(message, Progress):
                return Ended(_unwrapped(message), last)
            last = message if message.best is not None else last
            if on_progress is not None:
                on_progress(message)
        return Ended(None, last)
    except EOFError:
        process.join(1)
        raise EngineError(f"the solver process ended with code {process.exitcode} and no answer") from None
    except KeyboardInterrupt:
        return Ended(None, last, is_cancelled=True)
    finally:
        process.kill()
        process.join()
        here.close()


def _unwrapped(message: Any) -> Any:
    kind, content = message
    if kind == "error":
        raise content
    return content


def _child(there: Connection, function: Callable[..., Any], args: tuple[Any, ...]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        answer = function(*args, there.send)
    except SolverError as error:
        there.send(("error", error))
    else:
        there.send(("answer", answer))
