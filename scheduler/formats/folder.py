"""A forum as a folder: forum.yaml and one CSV table a concept."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scheduler.domain.forum import Forum


def read_forum(path: Path, known_rules: Collection[str] | None = None) -> Forum:
    """Read a forum's folder, or raise every fault in it at once."""
    raise NotImplementedError


def write_forum(forum: Forum, path: Path) -> None:
    """Write a forum as a folder that reads back as the same forum."""
    raise NotImplementedError
