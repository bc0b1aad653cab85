"""forum sample: trial forums anybody can try the tool with."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from scheduler.commands.exits import ExitCode, guarded, leave, tell
from scheduler.commands.options import Seed
from scheduler.commands.printing import counted


class Likeness(StrEnum):
    """Real forums a trial forum can be shaped like."""

    IMRF_2026 = "imrf-2026"


@guarded
def sample(
    out: Annotated[Path, typer.Option("--out", "-o", metavar="FOLDER", help="Folder to write; must not exist yet.")],
    sessions: Annotated[
        int | None, typer.Option(metavar="N", min=12, max=5000, help="Make a forum of this many sessions.")
    ] = None,
    like: Annotated[Likeness | None, typer.Option(help="Make a forum shaped like a real one.")] = None,
    seed: Seed = 0,
) -> None:
    """Make a trial forum with invented people and requests, as a folder of files to look at and change.

    Example: forum sample --like imrf-2026 --seed 7 -o my-forum

    Exit codes: 0 done, 2 wrong use.
    """
    from scheduler.formats.folder import write_forum
    from scheduler.services.sampling.imrf import imrf_like
    from scheduler.services.sampling.planted import planted

    if (sessions is None) == (like is None):
        leave(ExitCode.WRONG_USE, "Say either --sessions N or --like imrf-2026.")
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        leave(ExitCode.WRONG_USE, f"{out} is not empty; name a new folder.")
    made = planted(sessions, seed)[0] if sessions is not None else imrf_like(seed)
    write_forum(made, out)
    sizes = {"session": len(made.sessions), "participant": len(made.participants), "request": len(made.requests)}
    tell(f"Written: {out} ({', '.join(counted(size, noun) for noun, size in sizes.items() if size)})")
    tell(f"Next: forum solve {shlex.quote(str(out))}")
