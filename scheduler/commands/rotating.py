"""forum rotate: which objectives the editions to come review in depth."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, tell, writable, write_bytes
from scheduler.commands.options import ForumName, Json, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path, load_forum

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.domain.rotation_plan import RotationPlan
    from scheduler.services.rotation.planning import Rotated

PICTURES = (".svg", ".html")
"""Endings of the files a matrix is drawn into."""

Cycles = Annotated[
    int,
    typer.Option(
        "--cycles",
        "--editions",
        min=1,
        max=10,
        help="How many editions to plan, this one included; no fewer than a released plan has left.",
    ),
]


@guarded
def rotate(
    forum: ForumName,
    cycles: Cycles = 6,
    release: Annotated[
        bool, typer.Option("--release", help="Keep the plan beside the forum as its next version.")
    ] = False,
    comment: Annotated[str | None, typer.Option(help="A line to keep with a released version.")] = None,
    apply: Annotated[
        bool, typer.Option("--apply", help="Give this edition's round tables the objectives of the released plan.")
    ] = False,
    picture: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write the matrix as a picture, .svg, or as a page, .html.")
    ] = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Plan which objectives are reviewed in depth in which edition, so that none is dropped.

    All objectives stay open for discussion in every edition; the rotation decides which are reviewed in depth, by the
    forum's own policy in its settings under rotation. The whole horizon is planned at once, and a released plan changes
    as little as it can. --apply shows what would change in the forum's sessions and changes it.

    Example: forum rotate imrf-2026 --cycles 6

    Exit codes: 0 done, 1 faults found, 2 wrong use, 3 no rotation keeps the policy, 4 none found in time.
    """
    from scheduler.publish.rotation_text import rotation_text
    from scheduler.services.rotation.planning import rotate as plan_rotation
    from solver.result import Limits

    _drawable(picture)
    found = _with_objectives(forum)
    released = _released(forum, found)
    if apply:
        _apply(forum, found, released)
        return
    rotated = plan_rotation(found, cycles, released, Limits())
    told = json_text(rotated.model_dump(mode="json")) if as_json else rotation_text(found, rotated, released)
    deliver(told, out, "rotation", as_json)
    if picture is not None and rotated.plan is not None:
        _draw(found, rotated, picture)
    if release:
        _release(forum, rotated, comment)
    if rotated.plan is None:
        leave(ExitCode.INFEASIBLE if rotated.conflict else ExitCode.NONE_FOUND)


def _drawable(picture: Path | None) -> None:
    if picture is not None and picture.suffix.lower() not in PICTURES:
        leave(ExitCode.WRONG_USE, f"{picture} is no picture that is drawn here; let its name end in .svg or .html.")


def _with_objectives(name: str) -> Forum:
    found = load_forum(name)
    if not found.objectives:
        leave(ExitCode.WRONG_USE, "The forum has no objectives to rotate; write them into its table objectives.")
    return found


def _released(name: str, forum: Forum) -> RotationPlan | None:
    from scheduler.formats.rotation_json import read_rotation, rotation_path

    path = rotation_path(forum_path(name))
    return read_rotation(path, forum) if path.exists() else None


def _release(name: str, rotated: Rotated, comment: str | None) -> None:
    from scheduler.formats.rotation_json import rotation_path, write_rotation
    from scheduler.samples import sample_names

    if rotated.plan is None:
        leave(ExitCode.INFEASIBLE, "There is no plan to release.")
    if name in sample_names():
        leave(ExitCode.WRONG_USE, "The folder of a sample is not written to; copy it first.")
    path = rotation_path(forum_path(name))
    writable(path)
    write_rotation(rotated.plan.model_copy(update={"comment": comment}), path)
    tell(f"Released as version {rotated.plan.version}: {path}")


def _draw(forum: Forum, rotated: Rotated, picture: Path) -> None:
    from scheduler.publish.rotation_matrix import matrix, matrix_page, matrix_svg
    from scheduler.publish.rotation_reasons import reasons_markup

    found = matrix(forum, rotated.plan)
    if picture.suffix.lower() == ".html":
        more = [reasons_markup(rotated.reasons)] if rotated.reasons is not None else []
        shown = matrix_page(found, *more)
    else:
        shown = matrix_svg(found)
    write_bytes(picture, str(shown).encode("utf-8"))


def _apply(name: str, forum: Forum, released: RotationPlan | None) -> None:
    from scheduler.commands.importing import plan_text
    from scheduler.formats.rotation_json import rotation_path, write_rotation
    from scheduler.services.importing import carry_out
    from scheduler.services.models.written import changes_by
    from scheduler.services.rotation.applying import applied
    from scheduler.services.rulebook import known_rules

    path = forum_path(name)
    if released is None or not path.is_dir():
        leave(ExitCode.WRONG_USE, "Only a released plan is applied, to a folder: forum rotate FOLDER --release first.")
    result = applied(forum, released)
    if result.refusal is not None:
        leave(ExitCode.WRONG_USE, f"{result.refusal} Nothing was applied.")
    for note in result.notes:
        tell(note)
    plan = changes_by(forum, result.forum, path, known_rules())
    deliver(plan_text(plan, path), None)
    if plan.changes:
        carry_out(plan, path)
        write_rotation(result.plan, rotation_path(path))
        tell(f"Applied to {path}.")
