"""forum models, adopt: participation models, and laying one over a forum."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, tell
from scheduler.commands.options import ForumName, Json, Out, Seed, TimeLimit
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path, load_agenda, load_forum

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.importing import ImportPlan
    from scheduler.services.models.adopting import Adopted
    from scheduler.services.models.model import Model

MOST_MODELS = 10
"""Models that are compared at once."""

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
        shown, said = plan.model_dump(mode="json", exclude={"forum"}), (*adopted.notes, *adopted.about_requests)
        deliver(json_text({"into": str(out or folder), "done": is_done, "notes": said} | shown), None)
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
    from scheduler.services.rulebook import known_rules

    rules = known_rules()
    before = read_forum(path, rules)
    adopted = adopt(before, model)
    return adopted, changes_by(before, adopted.forum, path, rules)


def _adopted_text(adopted: Adopted, plan: ImportPlan, folder: Path) -> str:
    from scheduler.commands.importing import plan_text
    from scheduler.publish.columns import wrapped

    said = (*adopted.notes, *adopted.about_requests)
    notes = ["", "Notes:", *(wrapped(note, "  - ") for note in said)] if said else []
    return "\n".join([plan_text(plan, folder), *notes])


def _write(forum: Forum, out: Path) -> None:
    from scheduler.services.models.written import write_anew
    from scheduler.services.rulebook import known_rules

    write_anew(forum, out, known_rules())


def _confirmed(as_json: bool) -> bool:
    return not as_json and sys.stdin.isatty() and typer.confirm("Do this?", err=True)


@guarded
def compare(
    forum: ForumName,
    names: Annotated[
        list[str],
        typer.Option(
            "--model", metavar="MODEL", help="Model to try, or a folder of draft rules; say it several times."
        ),
    ],
    as_it_is: Annotated[bool, typer.Option("--as-it-is", help="Try the forum as it is, too.")] = False,
    agenda: Annotated[
        Path | None,
        typer.Option(exists=True, dir_okay=False, help="An agenda of the forum; sessions stand as in it: much faster."),
    ] = None,
    time_limit: TimeLimit = None,
    seed: Seed = 0,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Run one set of requests through several participation models, and show what differs.

    For those who negotiate modalities: minutes, shares, positions, refusals, hours of meeting and how evenly
    stakeholders stand in each list, side by side. Each model is laid over the same forum, places are given by the
    same method and lot, and an agenda is made; with --agenda, lists alone. The log of requests is left aside, and
    nothing is changed. Only aggregates are told, and of few organisations nothing.

    Example: forum compare imrf-2026 --model imrf-adopted --model imrf-proposed

    Exit codes: 0 done, 1 faults found, 2 wrong use, 130 interrupted.
    """
    from scheduler.commands.screen import progress_shown
    from scheduler.commands.solving import limits_of
    from scheduler.publish.compare_text import compare_text
    from scheduler.services.models.comparing import compare_models
    from scheduler.services.models.reading import model_named

    if not 2 <= len(names) + as_it_is <= MOST_MODELS:
        leave(ExitCode.WRONG_USE, f"Name 2 to {MOST_MODELS} models, as --model imrf-adopted --model imrf-proposed.")
    found = [*([None] if as_it_is else []), *map(model_named, names)]
    written = load_forum(forum)
    placed = load_agenda(agenda, written, as_it_was=True) if agenda else None
    with progress_shown() as on_progress:
        compared = compare_models(written, found, limits_of(time_limit, seed), on_progress, placed)
    deliver(compared.model_dump_json(indent=2) if as_json else compare_text(compared), out, "compare", as_json)


@guarded
def expect(
    forum: ForumName,
    constituency: Annotated[str, typer.Option("--constituency", metavar="ID", help="Constituency of the focal point.")],
    time_limit: TimeLimit = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Say what a focal point can expect for its constituency before lists close.

    Which sessions are under-asked, how many places are likely, what moving requests or joining them in one statement
    would change, and when lists close. It is for the focal point: of all others it tells how many ask, in bands
    (fewer than 5, 5 to 9, 10 to 19, ...), and nothing else. A trial lot stands in for the one that is drawn later.

    Example: forum expect imrf-2026-requests --constituency youth

    Exit codes: 0 done, 1 faults found, 2 wrong use, 130 interrupted.
    """
    from scheduler.commands.screen import progress_shown
    from scheduler.commands.solving import limits_of
    from scheduler.publish.expecting_text import expecting_text
    from scheduler.services.expecting import expect as expectation

    written = load_forum(forum)
    with progress_shown() as on_progress:
        found = expectation(written, constituency, limits_of(time_limit, 0), on_progress)
    deliver(found.model_dump_json(indent=2) if as_json else expecting_text(found), out, "expect", as_json)
