"""forum models, adopt: participation models, and laying one over a forum."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, tell
from scheduler.commands.options import ForumName, Json, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.importing import ImportPlan
    from scheduler.services.models.adopting import Adopted
    from scheduler.services.models.model import Model

ModelName = Annotated[
    str, typer.Argument(metavar="MODEL", help="Name of a model, as forum models lists, or a folder with model.yaml.")
]


@guarded
def models(
    name: Annotated[
        str | None,
        typer.Argument(metavar="MODEL", help="Name of one model, or a folder; the list of all if left out."),
    ] = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """List the participation models, or say what one sets, who decides what in it, and what it rests on.

    A model says who may ask for the floor where, when lists open, which share each class has, time limits and order,
    which dedicated sessions there are, and which speaking slot carries their result into the plenary. To make one of
    your own, copy the folder that --json names, change it, and give its path in place of a name.

    Example: forum models imrf-adopted

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.models_text import model_text, models_text
    from scheduler.services.models.reading import model_named, model_names

    if name is None:
        found = [model_named(one) for one in model_names()]
        text = json_text([{"name": m.name, "label": m.text.label} for m in found]) if as_json else models_text(found)
    else:
        model = model_named(name)
        text = json_text(_model_json(model, name)) if as_json else model_text(model)
    deliver(text, out, "models", as_json)


def _model_json(model: Model, name: str) -> dict[str, object]:
    from scheduler.services.models.reading import folder_of

    rows = {table: [dict(row.cells) for row in raw.rows] for table, raw in model.tables.items()}
    return {"name": model.name, "folder": str(folder_of(name)), **model.text.model_dump(mode="json"), "tables": rows}


@guarded
def adopt(
    forum: ForumName,
    model: ModelName,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and stop there.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before it is done.")] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FOLDER", help="New folder for the changed forum; FORUM stays as it is."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Lay a participation model over a forum, after showing what changes and what the forum has no place for.

    Rows of the model take the place of the forum's, by key; dedicated sessions are made, tied to what takes up their
    result, with the speaking slot that carries it into the plenary. Adopting twice changes nothing more. The changed
    forum is checked first: all of it is written, or nothing. What it prints is for organisers.

    Example: forum adopt imrf-2026 imrf-proposed -o my-forum

    Exit codes: 0 done, 1 faults found, 2 wrong use or not confirmed.
    """
    from scheduler.services.importing import carry_out
    from scheduler.services.models.reading import model_named

    folder = _folder(forum, dry_run or out is not None)
    adopted, plan = _planned(folder, model_named(model))
    if not as_json:
        deliver(_adopted_text(adopted, plan, folder), None)
    is_done = not dry_run and (yes or out is not None or not plan.changes or _confirmed(as_json))
    if is_done and out is not None:
        _write(adopted.forum, out)
    elif is_done:
        carry_out(plan, folder)
    if as_json:
        shown = plan.model_dump(mode="json", exclude={"forum"})
        deliver(json_text({"into": str(out or folder), "done": is_done, "notes": adopted.notes} | shown), None)
    if is_done:
        tell(f"The forum in {out or folder} follows the model {adopted.forum.selection.model}.")
    elif not dry_run:
        leave(ExitCode.WRONG_USE, "Nothing was changed. Say --yes to adopt without being asked, --dry-run to look.")


def _folder(forum: str, stays: bool) -> Path:
    """Return the folder of a forum that may be changed, or that is only read."""
    from scheduler.samples import sample_names, sample_path

    path = forum_path(forum)
    is_sample = forum in sample_names() and path == sample_path(forum)
    if not stays and (is_sample or path.is_file()):
        what = "a sample" if is_sample else "a file"
        leave(ExitCode.WRONG_USE, f"{forum} is {what} and stays as it is; name a new folder with --out.")
    return path


def _planned(path: Path, model: Model) -> tuple[Adopted, ImportPlan]:
    from scheduler.formats.reading import read_forum
    from scheduler.services.models.adopting import adopt
    from scheduler.services.models.written import changes_by
    from scheduler.services.rulebook import all_rules

    rules = [rule.name for rule in all_rules()]
    before = read_forum(path, rules)
    adopted = adopt(before, model)
    return adopted, changes_by(before, adopted.forum, path, rules)


def _adopted_text(adopted: Adopted, plan: ImportPlan, folder: Path) -> str:
    from scheduler.commands.importing import plan_text
    from scheduler.publish.columns import wrapped

    notes = ["", "Notes:", *(wrapped(note, "  - ") for note in adopted.notes)] if adopted.notes else []
    return "\n".join([plan_text(plan, folder), *notes])


def _write(forum: Forum, out: Path) -> None:
    from scheduler.services.models.written import write_anew
    from scheduler.services.rulebook import all_rules

    write_anew(forum, out, [rule.name for rule in all_rules()])


def _confirmed(as_json: bool) -> bool:
    return not as_json and sys.stdin.isatty() and typer.confirm("Do this?", err=True)
