"""A released rotation as a JSON file beside its forum, every version of it kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.files import write_text
from scheduler.formats.json_file import Misfit, foreign, objects, read_value, value_text
from scheduler.formats.limits import Limits, first_of

FILE = "rotation.json"
ANEW = "Write the plan anew with forum rotate --release."


def rotation_path(forum_path: Path) -> Path:
    """Return where the plan of a forum is kept: in its folder, or beside the file that holds it."""
    if forum_path.is_file():
        return forum_path.with_name(f"{forum_path.stem}.{FILE}")
    return forum_path / FILE


def write_rotation(plan: RotationPlan, path: Path) -> None:
    """Write a plan as indented JSON, replacing the file in one step."""
    write_text(Path(path), value_text(plan))


def read_rotation(path: Path, forum: Forum, limits: Limits | None = None) -> RotationPlan:
    """Read a plan of this forum, or raise every fault of the file at once."""
    path = Path(path)
    limits = limits or Limits.of_environment()
    data, plan, faults = read_value(path, RotationPlan, limits, "plan", ANEW)
    faults += [Fault(path.name, None, place, problem, instead) for place, problem, instead in _misfits(data, forum)]
    if faults or plan is None:
        raise ForumFaults(first_of(faults, limits))
    return plan


def _misfits(data: Any, forum: Forum) -> Iterator[Misfit]:
    yield from foreign(data, forum.uid, "plan")
    known = {objective.number for objective in forum.objectives}
    for place, edition in objects(data, "editions") if isinstance(data, dict) else ():
        focus = edition.get("focus")
        for number in focus if isinstance(focus, list) else ():
            if isinstance(number, int) and number not in known:
                yield f"{place}.focus", f"The forum has no objective {number}.", ANEW
