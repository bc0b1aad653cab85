"""Replacing several files of a folder all at once, so that a crash half way leaves the old ones or the new ones.

New files are collected in a hidden folder; renaming it to :data:`WRITTEN` is the moment they count. Then they are moved
into place, and whoever opens the folder next finishes what was not moved yet.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path

from scheduler.formats.files import read_text, write_text

DRAFT = ".forum-draft-"
"""How the folder of files that do not count yet begins."""

WRITTEN = ".forum-written"
"""Folder of files that count and are not all in place yet."""

REMOVED = "removed.txt"
"""In it: the names of files that are gone."""

STALE_SECONDS = 3600
"""Age from which a draft was left behind by a crash."""


def replace_files(folder: Path, texts: Mapping[str, str], removed: Collection[str], owned: Collection[str]) -> None:
    """Write some files of a folder and remove others, all or nothing; no file is touched that is not ``owned``."""
    folder.mkdir(parents=True, exist_ok=True)
    settle(folder, owned)
    _remove_stale_drafts(folder)
    draft = Path(tempfile.mkdtemp(prefix=DRAFT, dir=folder))
    try:
        for name, text in texts.items():
            write_text(draft / name, text)
        write_text(draft / REMOVED, "\n".join(sorted(removed)))
        _sync(draft)
        os.rename(draft, folder / WRITTEN)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    _sync(folder)
    settle(folder, owned)


def settle(folder: Path, owned: Collection[str]) -> None:
    """Finish a writing that was cut off after it counted; names that are not ``owned`` are left alone."""
    written = folder / WRITTEN
    if not written.is_dir() or written.is_symlink():
        return
    gone = read_text(written / REMOVED)
    for name in gone.splitlines() if isinstance(gone, str) else ():
        if name in owned:
            (folder / name).unlink(missing_ok=True)
    for path in sorted(written.iterdir()):
        if path.name in owned:
            with suppress(FileNotFoundError):  # somebody else who opened the folder has moved it
                os.replace(path, folder / path.name)
    _sync(folder)
    shutil.rmtree(written, ignore_errors=True)


def _remove_stale_drafts(folder: Path) -> None:
    for draft in folder.glob(f"{DRAFT}*"):
        if time.time() - draft.stat().st_mtime > STALE_SECONDS:
            shutil.rmtree(draft, ignore_errors=True)


def _sync(folder: Path) -> None:
    """Make renames in a folder last, where the system lets folders be opened."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
