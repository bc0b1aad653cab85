"""Bytes in and out: bounded before they are read, whole or not at all when they are written."""

from __future__ import annotations

import codecs
import os
import tempfile
from pathlib import Path

from scheduler.errors import Fault
from scheduler.formats.limits import STANDARD


def read_text(path: Path, limit: int = STANDARD.file_bytes) -> str | Fault:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark, or the fault that keeps it unread."""
    raw = read_bytes(path, limit)
    if isinstance(raw, Fault):
        return raw
    is_wide = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        return raw.decode("utf-16" if is_wide else "utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        name = "UTF-16, though it begins like it" if is_wide else "UTF-8"
        advice = "Save it as 'CSV UTF-8' or as plain UTF-8 text."
        return Fault(path.name, row, None, f"The file is not in {name}.", advice)


def read_bytes(path: Path, limit: int = STANDARD.file_bytes) -> bytes | Fault:
    """Return the bytes of a file that is not too large, or the fault that keeps it unread."""
    try:
        size = path.stat().st_size
        if not path.is_file():
            return Fault(path.name, None, None, "It is not a file.", "Remove it, or put the file in its place.")
        content = b""
        if size <= limit:
            with path.open("rb") as stream:
                content = stream.read(limit + 1)  # some files of a system say that they are empty and never end
            size = max(size, len(content))
        if size > limit:
            problem = f"The file has {size:,} bytes; {limit:,} are allowed."
            return Fault(path.name, None, None, problem, "Split it, or remove what is no part of the forum.")
        return content
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
