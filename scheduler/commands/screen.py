"""A running solve on the screen: phase, time, incumbent, bound and gap, on stderr so that results stay clean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from scheduler.commands.exits import tell

if TYPE_CHECKING:
    from solver.result import OnProgress, Progress


def progress_line(event: Progress) -> str:
    """Write one event as a line."""
    parts = [f"{event.seconds:6.1f} s", event.phase]
    if event.score is not None:
        parts.append(f"score {event.score}")
    if event.bound is not None:
        parts.append(f"bound {event.bound}")
    if event.gap is not None:
        parts.append(f"gap {event.gap:.1%}")
    return "  ".join(parts)


@contextmanager
def progress_shown() -> Iterator[OnProgress]:
    """Show progress: a live bar on a terminal, else a line for each new phase or better score."""
    from rich.console import Console

    console = Console(stderr=True)
    if not console.is_terminal:
        yield _lines()
        return
    from rich import progress

    columns = progress.SpinnerColumn(), progress.TextColumn("{task.description}", markup=False), progress.BarColumn()
    with progress.Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("starting", total=None)

        def show(event: Progress) -> None:
            known = event.gap is not None
            bar.update(
                task,
                description=progress_line(event).strip(),
                total=1.0 if known else None,
                completed=1.0 - (event.gap or 0.0) if known else 0.0,
            )

        yield show


def _lines() -> OnProgress:
    last: list[tuple[str, int | None]] = []

    def show(event: Progress) -> None:
        now = re.sub(r"\d+", "", event.phase), event.score
        if not last or last[-1] != now:
            last[:] = [now]
            tell(progress_line(event))

    return show
