"""A released rotation as a JSON file beside its forum, every version of it kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.formats.files import write_text
from scheduler.formats.json_file import Misfit, beside, objects, read_value, value_text
from scheduler.formats.limits import Limits

FILE = "rotation.json"
ANEW = "Write the plan anew with forum rotate --release."


def rotation_path(forum_path: Path) -> Path:
    """Return where the plan of a forum is kept: in its folder, or beside the file that holds it."""
    return beside(forum_path, FILE)


def write_rotation(plan: RotationPlan, path: Path) -> None:
    """Write a plan as indented JSON, replacing the file in one step."""
    write_text(Path(path), value_text(plan))


def read_rotation(path: Path, forum: Forum, limits: Limits | None = None) -> RotationPlan:
    """Read a plan of this forum, or raise every fault of the file at once."""
    known = {objective.number for objective in forum.objectives}
    return read_value(path, RotationPlan, forum.uid, lambda data: _misfits(data, known), limits, "plan", ANEW)


def _misfits(data: dict[str, Any], known: Collection[int]) -> Iterator[Misfit]:
    for place, edition in objects(data, "editions"):
        focus = edition.get("focus")
        for number in focus if isinstance(focus, list) else ():
            if isinstance(number, int) and number not in known:
                yield f"{place}.focus", f"The forum has no objective {number}.", ANEW
