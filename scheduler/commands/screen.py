"""A running solve on the screen: what is done, time, incumbent, bound and gap, on stderr so results stay clean."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from scheduler.commands.exits import tell
from scheduler.publish.clean import clean_line

if TYPE_CHECKING:
    from solver.result import OnProgress, Progress

PHASES = {
    "places": "reading the forum",
    "times": "finding times",
    "rooms": "assigning rooms",
    "bound": "proving how good it can get",
    "improvement": "improving",
    "whole forum": "improving the whole",
    "done": "timetable ready",
    "question": "finding out what stands in the way, question",
}
"""The solver's names of what it does, as an organiser would say them."""

SECONDS_BETWEEN_LINES = 1.0
"""Least time between two lines that only tell of a better score."""


def progress_line(event: Progress) -> str:
    """Write one event as a line; a bound of nothing says nothing, so it is left out."""
    is_empty = event.phase == "done" and event.score is None
    parts = [f"{event.seconds:6.1f} s", "no timetable" if is_empty else phase_words(event.phase)]
    if event.score is not None:
        parts.append(f"score {event.score}")
    if event.score is not None and event.bound is not None and (event.bound > 0 or event.score <= event.bound):
        parts += [f"bound {event.bound}", f"gap {event.gap or 0.0:.1%}"]
    return "  ".join(parts)


def phase_words(phase: str) -> str:
    """Say what is being done; a number behind the solver's name stays behind the words."""
    phase = clean_line(phase)
    name, _, number = phase.partition(" ")
    if number.isdigit() and name in PHASES:
        return f"{PHASES[name]} {number}"
    return PHASES.get(phase, phase)


@contextmanager
def progress_shown() -> Iterator[OnProgress]:
    """Show progress: a live bar on a terminal, else a line for each new phase and now and then a better score.

    Seconds are counted from here on, whichever solve of a command an event comes from.
    """
    from rich.console import Console

    console = Console(stderr=True)
    began = time.monotonic()
    if not console.is_terminal:
        show = _lines()
        yield lambda event: show(replace(event, seconds=time.monotonic() - began))
        return
    from rich import progress
    from rich.table import Column

    told = progress.TextColumn("{task.description}", markup=False, table_column=Column(no_wrap=True))
    with progress.Progress(
        progress.SpinnerColumn(), progress.BarColumn(bar_width=10), told, console=console, transient=True
    ) as bar:
        task = bar.add_task("starting", total=None)

        def draw(event: Progress) -> None:
            known = bool(event.bound) and event.gap is not None
            bar.update(
                task,
                description=progress_line(replace(event, seconds=time.monotonic() - began)).strip(),
                total=1.0 if known else None,
                completed=1.0 - (event.gap or 0.0) if known else 0.0,
            )

        yield draw


def _lines() -> OnProgress:
    last: list[tuple[str, int | None, float]] = []

    def show(event: Progress) -> None:
        phase = re.sub(r"\d+", "", event.phase.partition(":")[0])
        if last and last[0][0] == phase:
            _, score, told = last[0]
            is_known = event.score is not None and event.score == score
            if is_known or event.seconds - told < SECONDS_BETWEEN_LINES:
                return
        last[:] = [(phase, event.score, event.seconds)]
        tell(progress_line(event))

    return show


@contextmanager
def phase_shown() -> Iterator[Callable[[str], None]]:
    """Show on a terminal what is being done, until it is done; elsewhere say nothing."""
    from rich.console import Console
    from rich.text import Text

    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    with console.status("") as status:
        yield lambda phase: status.update(Text(clean_line(phase)))
