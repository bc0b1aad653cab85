"""A released rotation as a JSON file beside its forum, every version of it kept."""

from __future__ import annotations

from pathlib import Path

from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.formats.files import write_text
from scheduler.formats.json_file import beside, read_value, value_text
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
    """Read a plan of this forum or of an earlier one of its series, or raise every fault of the file at once.

    A framework may have changed since: its readers leave out what is said of an objective that is no more.
    """
    return read_value(path, RotationPlan, forum.uid, lambda _: (), limits, "plan", ANEW, forum.series)
