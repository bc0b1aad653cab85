"""Reads one file in a forked child, as the command line does, and measures what that took."""

from __future__ import annotations

import contextlib
import gc
import io
import json
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scheduler.cli import app

DEADLINE_SECONDS = 20
"""A child that takes longer is ended; far above the bound, so that the test can say by how much it is missed."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How a command ended and what it took."""

    code: int
    """Exit code; -1 for an error that is a defect, -2 for a child that died or was ended."""
    said: str
    seconds: float
    more_bytes: int
    """Memory beyond that of a warmed-up process."""


def probe(*arguments: str) -> Taken:
    """Run the command line in a child with these arguments."""
    answer = in_child(lambda: _run(arguments))
    return Taken(*answer) if answer else Taken(-2, "The child died.", float(DEADLINE_SECONDS), 0)


def in_child(work: Callable[[], Any]) -> Any:
    """Do something in a forked child, whose memory goes with it; return what it returns, or None if it died."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        gc.freeze()
        signal.alarm(DEADLINE_SECONDS)
        with os.fdopen(writer, "w") as stream:
            json.dump(work(), stream)
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as stream:
        answer = stream.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else None


def _run(arguments: tuple[str, ...]) -> tuple[int, str, float, int]:
    before = _most_memory()
    start = time.process_time()
    said = io.StringIO()
    code = 0
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        try:
            app(list(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        except BaseException:
            traceback.print_exc(file=said)
            code = -1
    return code, said.getvalue(), time.process_time() - start, _most_memory() - before


def _most_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def files_in(folder: Path) -> dict[str, int]:
    """Return every file under a folder with its size, links not followed."""
    return {str(path.relative_to(folder)): path.lstat().st_size for path in sorted(folder.rglob("*"))}
