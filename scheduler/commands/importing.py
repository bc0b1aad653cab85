"""forum import: take over what a workbook or folder says, after showing what would change."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, write_bytes
from scheduler.commands.options import Json
from scheduler.commands.printing import counted, json_text
from scheduler.commands.screen import phase_shown
from scheduler.commands.sources import programme

if TYPE_CHECKING:
    from scheduler.domain.agenda import Agenda
    from scheduler.formats.raw import Source
    from scheduler.services.importing import ImportPlan, RowChange

SHOWN = 30
"""Rows of one table that are listed on the screen; --json lists all."""

MARKS = {"added": "+", "changed": "~", "removed": "-"}


@guarded
def import_(
    source: Annotated[Path, typer.Argument(metavar="SOURCE", help="Workbook, folder or CSV table to read.")],
    into: Annotated[
        Path, typer.Option("--into", metavar="FORUM", help="Folder of the forum; it is made if it does not exist.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would change, and stop there.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do not ask before it is done.")] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", "-o", metavar="PATH", help="Where to write the agenda, if SOURCE holds one you edited."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Take over what a workbook or another folder says into a forum's folder.

    First it shows what would be added, changed and removed. Rows are known by their id, so renaming or sorting them
    is no harm. A table that SOURCE has takes the place of the forum's; tables it does not have stay as they are. All
    is taken over, or nothing where there is a fault. What it prints is for organisers: people are named in full.

    A workbook that forum export has written with an agenda can be edited and brought back: what it pins becomes pins
    of the forum, and --out writes the edited agenda, for forum verify.

    Example: forum import autumn.xlsx --into my-forum

    Exit codes: 0 done, 1 faults found, 2 wrong use or not confirmed.
    """
    from scheduler.services.importing import carry_out

    plan, agenda = _planned(source, into, out)
    file = target(out, "agenda.json")
    if not as_json:
        deliver(plan_text(plan, into), None)
    is_done = not dry_run and (yes or not plan.changes or _confirmed(as_json))
    if is_done:
        if file is not None and agenda is not None:
            write_bytes(file, agenda.encode("utf-8"))
        carry_out(plan, into)
    if as_json:
        shown = plan.model_dump(mode="json", exclude={"forum"})
        deliver(json_text({"into": str(into), "done": is_done} | shown), None)
    if is_done and plan.changes:
        tell(f"Imported into {into}.")
    elif not is_done and not dry_run:
        leave(ExitCode.WRONG_USE, "Nothing was changed. Say --yes to import without being asked, --dry-run to look.")


def _planned(source: Path, into: Path, out: str | None) -> tuple[ImportPlan, str | None]:
    """Return what an import would do and the text of the agenda that the source holds, if it is asked for."""
    from scheduler.formats.agenda_json import agenda_text
    from scheduler.formats.reading import source_of
    from scheduler.services.editing import holds_agenda, read_agenda

    if into.exists() and not into.is_dir():
        leave(ExitCode.WRONG_USE, f"{into} is a file; name the folder of the forum, or one that does not exist yet.")
    if not source.exists():
        leave(ExitCode.WRONG_USE, f"{source}: no such file or folder.")
    with phase_shown() as on_phase:
        on_phase(f"reading {source.name}")
        found = source_of(source)
        if out is not None and not holds_agenda(found):
            leave(ExitCode.WRONG_USE, f"{source} holds no agenda; leave out --out.")
        on_phase(f"comparing it with {into.name}")
        plan = _plan(found, into)
    if not holds_agenda(found):
        return plan, None
    agenda = read_agenda(found, programme(plan.forum, str(into) if into.exists() else None))
    tell(_agenda_words(agenda, is_written=out is not None))
    return plan, agenda_text(agenda)


def _plan(source: Source, into: Path) -> ImportPlan:
    from scheduler.errors import ForumFaults
    from scheduler.services.importing import plan_import, shrinking
    from scheduler.services.rulebook import known_rules

    try:
        return plan_import(source, into, known_rules())
    except ForumFaults:
        for name, (old, new) in shrinking(source, into).items():
            file = source.tables[name].file
            tell(f"Note: {file} has {counted(new, 'row')} and takes the place of the {old} that {into} has.")
        raise


def _agenda_words(agenda: Agenda, is_written: bool) -> str:
    """Say how the edited agenda stands."""
    broken = [rule.rule for rule in agenda.rules if rule.level.value == "block" and rule.amount]
    state = f"breaks rules that block ({', '.join(broken)})" if broken else "is sound"
    more = "" if is_written else " To write it, say --out agenda.json."
    return f"The edited agenda {state}; its timetable has {counted(agenda.score, 'point')}.{more}"


def _confirmed(as_json: bool) -> bool:
    return not as_json and sys.stdin.isatty() and typer.confirm("Do this?", err=True)


def plan_text(plan: ImportPlan, into: Path) -> str:
    """Write what an import would do, table by table, and what may be a slip."""
    from scheduler.publish.columns import wrapped

    told = [wrapped(warning, below="  ") for warning in plan.warnings[:SHOWN]]
    if len(plan.warnings) > SHOWN:
        told.append(f"and {len(plan.warnings) - SHOWN} more, which forum check lists")
    warnings = ["", f"{counted(len(plan.warnings), 'warning')}:", *told] if told else []
    if not plan.changes:
        return "\n".join([f"Nothing to change: the tables of {into} say the same already.", *warnings])
    lines = [f"Changes to {into}:"]
    for table in dict.fromkeys(change.table for change in plan.changes):
        here = [change for change in plan.changes if change.table == table]
        lines += ["", f"{'settings' if table == 'forum' else table}: {_counts(here)}"]
        lines += [line for change in here[:SHOWN] for line in _lines(change)]
        if len(here) > SHOWN:
            lines.append(f"  and {counted(len(here) - SHOWN, 'more row')}; --json lists all")
    for table, old, new in plan.renamed:
        lines += ["", f"Note: {table} {new} is added and says just what {old} said, which is removed."]
        lines.append(f"      If it is the same one, write {old} as its id again: what refers to it stays with it.")
    return "\n".join([*lines, *warnings])


def _counts(changes: list[RowChange]) -> str:
    kinds = [change.kind.value for change in changes]
    return ", ".join(f"{kinds.count(kind)} {kind}" for kind in MARKS if kind in kinds)


def _lines(change: RowChange) -> list[str]:
    head = f"  {MARKS[change.kind.value]} {' '.join(filter(None, change.key))}".rstrip()
    if change.kind.value != "changed":
        said = {cell.column.partition(".")[0]: cell.new or cell.old for cell in reversed(change.cells)}
        title = next((said[name] for name in ("title", "name", "label") if name in said), "")
        return [f"{head}  {title}".rstrip()]
    cells = [f"      {cell.column}: {_shown(cell.old)} -> {_shown(cell.new)}" for cell in change.cells]
    return [head, *cells]


def _shown(text: str) -> str:
    return "(blank)" if not text else text if len(text) <= 60 else f"{text[:57]}..."
