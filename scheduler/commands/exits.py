"""How a command ends: exit codes, messages for people on stderr, results on stdout."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterable
from enum import IntEnum
from pathlib import Path
from typing import Any, NoReturn, ParamSpec, TypeVar

import typer

P = ParamSpec("P")
R = TypeVar("R")


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    FAULT = 1
    WRONG_USE = 2
    INFEASIBLE = 3
    NONE_FOUND = 4
    INTERRUPTED = 130


def tell(message: str) -> None:
    """Say something to the person at the screen; results go elsewhere."""
    typer.echo(message, err=True)


def leave(code: ExitCode, message: str = "") -> NoReturn:
    """End the command, with a message on stderr where there is one."""
    if message:
        tell(message)
    raise typer.Exit(code)


def guarded(command: Callable[P, R]) -> Callable[P, R]:
    """Turn the errors a command may meet into messages and exit codes; anything else is a defect and shows itself."""

    @functools.wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> R:
        from scheduler.errors import ForumFaults, NotFoundError, SchedulerError
        from scheduler.publish.columns import wrapped
        from solver.errors import SolverError

        try:
            return command(*args, **kwargs)
        except ForumFaults as error:
            _leave_with_faults(error)
        except NotFoundError as error:
            leave(ExitCode.WRONG_USE, wrapped(str(error), below="  "))
        except SchedulerError as error:
            leave(ExitCode.FAULT, wrapped(str(error), below="  "))
        except SolverError as error:
            leave(ExitCode.FAULT, f"The solver failed, which is a defect of this tool; please report it: {error}.")
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            leave(ExitCode.WRONG_USE, f"{error.filename or 'File'}: {error.strerror}.")
        except KeyboardInterrupt:
            leave(ExitCode.INTERRUPTED, "Interrupted; nothing was written.")

    return run


def _leave_with_faults(error: Any) -> NoReturn:
    tell(faults_text(error.faults))
    count = len(error.faults)
    leave(ExitCode.FAULT, f"{count} fault{'s' * (count != 1)} found; nothing was read.")


def faults_text(faults: Iterable[Any]) -> str:
    """Return every fault of a forum, the lines of one below each other."""
    from scheduler.publish.columns import wrapped

    return "\n".join(wrapped(str(fault), below="  ") for fault in faults)


def deliver(result: str, out: str | None, stem: str = "result", as_json: bool = False) -> None:
    """Print a result, or write it where it was asked for in one step; a folder gets a file of the command's name."""
    file = target(out, f"{stem}.{'json' if as_json else 'txt'}")
    if file is None:
        typer.echo(result, nl=not result.endswith("\n"))
    else:
        write_bytes(file, result.encode("utf-8"))


def target(out: str | None, name: str) -> Path | None:
    """Return the file to write: the one that is named, or one of this name where a folder is, also a new one."""
    if out is None:
        return None
    is_folder = out.endswith(("/", os.sep)) or Path(out).is_dir()
    return Path(out) / name if is_folder else Path(out)


def writable(out: Path) -> None:
    """Leave unless a file can be written there, so that nobody waits for a result that is then lost."""
    if out.is_dir():
        leave(ExitCode.WRONG_USE, f"{out} is a folder; name a file in it.")
    for folder in out.parents:
        if folder.exists() and not folder.is_dir():
            leave(ExitCode.WRONG_USE, f"{folder} is a file, not a folder; name another place with --out.")
    probe = out.with_name(f".{out.name}.new")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError as error:
        leave(ExitCode.WRONG_USE, f"{out} cannot be written ({error.strerror}); name another place with --out.")


def write_bytes(out: Path, content: bytes) -> None:
    """Write a file in one step, so that an earlier good one is never lost half way."""
    if out.exists() and not out.is_file() and not out.is_dir():
        out.write_bytes(content)  # a pipe or a device, which nothing must take the place of
        return
    writable(out)
    out = out.resolve()
    draft = out.with_name(f".{out.name}.new")
    try:
        draft.write_bytes(content)
        draft.replace(out)
    except OSError:
        draft.unlink(missing_ok=True)
        raise
    tell(f"Written: {out}")
