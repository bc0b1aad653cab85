"""Bytes in and out: bounded before they are read, whole or not at all when they are written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from scheduler.errors import Fault

MAX_BYTES = 20_000_000
"""Largest file that is read, in bytes."""


def read_text(path: Path, limit: int = MAX_BYTES) -> str | Fault:
    """Return the text of a UTF-8 file, with or without a byte order mark, or the fault that keeps it unread."""
    raw = read_bytes(path, limit)
    if isinstance(raw, Fault):
        return raw
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        return Fault(
            path.name, row, None, "The file is not in UTF-8.", "Save it as 'CSV UTF-8' or as plain UTF-8 text."
        )


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes | Fault:
    """Return the bytes of a file that is not too large, or the fault that keeps it unread."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            return Fault(path.name, None, None, "It is not a file.", "Remove it, or put the file in its place.")
        if size > limit:
            problem = f"The file has {size:,} bytes; {limit:,} are allowed."
            return Fault(path.name, None, None, problem, "Split it, or remove what is no part of the forum.")
        return path.read_bytes()
    except OSError as error:
        problem = f"The file cannot be read: {error.strerror or error}."
        return Fault(path.name, None, None, problem, "Check that it exists and that you may open it.")


def write_text(path: Path, text: str) -> None:
    """Write a UTF-8 file as :func:`write_bytes` does."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file so that a reader finds the old one or the new one, never half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(temporary, 0o666 & ~_umask())
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
