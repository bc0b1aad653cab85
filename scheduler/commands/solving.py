"""forum solve, explain, demo: where a solver runs."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, writable, write_bytes
from scheduler.commands.options import ForumName, Json, Out, Parallel, Seed, SelectionPath, TimeLimit
from scheduler.commands.printing import explanation_text, json_text, planned_json, summary
from scheduler.commands.screen import progress_shown
from scheduler.commands.sources import (
    keep_review_plan,
    load_agenda,
    load_forum,
    load_held_online,
    load_programme,
    programme,
)

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.planning import Planned
    from solver.result import Limits

DEMO_SAMPLE = "imrf-2026"

SECONDS_AN_EFFORT = 10.0
"""Seconds of a time limit that ask for as much work as no limit does: a longer limit is used."""


def limits_of(time_limit: float | None, seed: int, parallel: bool = False) -> Limits:
    """Turn flags into what a solve may use."""
    from solver.result import Limits

    effort = 1.0 if time_limit is None else max(1.0, time_limit / SECONDS_AN_EFFORT)
    return Limits(time_limit, effort, seed, workers=(os.cpu_count() or 1) if parallel else 1)


def exit_code_of(planned: Planned) -> ExitCode:
    """Say how a plan ended, as the shell is told."""
    from scheduler.domain.agenda import Outcome

    codes = {
        Outcome.INFEASIBLE: ExitCode.INFEASIBLE,
        Outcome.NONE_FOUND: ExitCode.NONE_FOUND,
        Outcome.CANCELLED: ExitCode.INTERRUPTED,
    }
    return codes.get(planned.outcome, ExitCode.DONE)


@guarded
def solve(
    forum: ForumName,
    out: Out = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            metavar="AGENDA",
            exists=True,
            dir_okay=False,
            help="An agenda whose sessions should move little; speakers lists are made anew.",
        ),
    ] = None,
    selection: SelectionPath = None,
    time_limit: TimeLimit = None,
    seed: Seed = 0,
    parallel: Parallel = False,
    as_json: Json = False,
) -> None:
    """Make the agenda of a forum: where and when each session stands, and who speaks in what order.

    Every agenda is verified before it is written, and names people only as far as they agreed to. Where --out is a
    folder, the agenda is its agenda.json. Where forum select has written a selection beside the forum, those it gives a
    place speak; without one everybody who asks does. A file that holds an agenda is only ever replaced by another.
    Press Ctrl-C to stop early: the best agenda so far is kept. Where only a speakers list is impossible or not found,
    the agenda has everything but that list, and the reason is told. Reasons name people in full: they are for
    organisers.

    Example: forum solve imrf-2026 -o agenda.json

    Exit codes: 0 done, 1 faults found, 2 wrong use, 3 the forum or a list is impossible as it stands, 4 no agenda or
    list found in time, 130 interrupted (the best so far is kept).
    """
    from scheduler.services.planning import as_far_as_it_stands, plan

    file = _checked(out, "agenda.json")
    written = load_forum(forum)
    found = programme(written, forum, selection)
    baseline = as_far_as_it_stands(found, load_agenda(keep, found, as_it_was=True)) if keep else None
    with progress_shown() as on_progress:
        planned = plan(found, limits_of(time_limit, seed, parallel), on_progress, baseline)
    _report_plan(found, planned, file, as_json)
    if planned.agenda is not None and file is not None:
        keep_review_plan(forum, written)
    if online := load_held_online(forum, written, selection):
        from scheduler.publish.online_text import held_online_text

        tell(held_online_text(found, online))
    code = exit_code_of(planned)
    if code is not ExitCode.DONE:
        leave(code)


def _checked(out: str | None, name: str) -> Path | None:
    """Return the file to write, which can be written, before time is spent."""
    file = target(out, name)
    if file is not None:
        writable(file)
    return file


def _report_plan(forum: Forum, planned: Planned, out: Path | None, as_json: bool) -> None:
    from scheduler.formats.agenda_json import agenda_text
    from scheduler.publish.programme_text import programme

    if planned.agenda is not None:
        tell(summary(forum, planned))
        if out is not None:
            write_bytes(out, agenda_text(planned.agenda).encode("utf-8"))
    if as_json:
        typer.echo(json_text(planned_json(planned)), nl=False)
    elif planned.agenda is not None and out is None:
        typer.echo(programme(forum, planned.agenda), nl=False)
    if not as_json and planned.agenda is None:
        tell(explanation_text(planned))
    elif not as_json and planned.explanation is not None:
        tell(f"\n{explanation_text(planned)}")


@guarded
def explain(
    forum: ForumName,
    selection: SelectionPath = None,
    time_limit: TimeLimit = None,
    seed: Seed = 0,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Say why a forum has no agenda, and what would help.

    Names the fewest requirements that cannot hold together: drop any one of them and the others can. Each is
    confirmed by solving again. People are named in full; the result is for organisers.

    Example: forum explain infeasible-chair

    Exit codes: 0 an agenda exists, 1 faults found, 2 wrong use, 3 the forum is impossible and this says why, 4 not
    decided in time, 130 interrupted.
    """
    from scheduler.services.planning import plan

    _checked(out, "explain.json" if as_json else "explain.txt")
    found = load_programme(forum, selection)
    with progress_shown() as on_progress:
        planned = plan(found, limits_of(time_limit, seed), on_progress)
    text = json_text(planned_json(planned, with_agenda=False)) if as_json else explanation_text(planned)
    deliver(text, out, "explain", as_json)
    code = exit_code_of(planned)
    if code is not ExitCode.DONE:
        leave(code)


@guarded
def demo(
    out: Out = None,
    time_limit: TimeLimit = None,
    seed: Seed = 0,
    workbook: Annotated[
        bool, typer.Option("--workbook", help="Begin with a forum kept as a workbook, and write the result as one too.")
    ] = False,
) -> None:
    """Show what this tool does: make the programme of the sample forum imrf-2026 and write it to a folder.

    Prints the days, one speakers list and how evenly stakeholders stand in it, and writes agenda.json, calendar.ics
    and report.md into the folder forum-demo, or the one named with --out. With --workbook it is the forum of 2022,
    and forum.xlsx is written as well: a workbook to edit and to bring back with forum import.

    Example: forum demo

    Exit codes: 0 done, 1 faults found, 2 wrong use, 3 impossible, 4 no agenda found in time, 130 interrupted.
    """
    from scheduler.samples import sample_workbook
    from scheduler.services.planning import plan

    folder = Path(out or "forum-demo")
    writable(folder / "agenda.json")
    forum = load_forum(str(sample_workbook()) if workbook else DEMO_SAMPLE)
    tell(f"{forum.title}: {len(forum.sessions)} sessions, {len(forum.requests)} requests to speak.")
    with progress_shown() as on_progress:
        planned = plan(forum, limits_of(time_limit, seed), on_progress)
    if planned.agenda is None:
        leave(exit_code_of(planned), explanation_text(planned))
    _show(forum, planned)
    _write_all(forum, planned, folder)
    if workbook:
        from scheduler.formats.workbook.writing import forum_workbook

        write_bytes(folder / "forum.xlsx", forum_workbook(forum, planned.agenda))
    if exit_code_of(planned) is not ExitCode.DONE:
        leave(exit_code_of(planned))


def _show(forum: Forum, planned: Planned) -> None:
    from scheduler.publish.programme_text import programme, speakers_text
    from scheduler.services.verify import verify

    if planned.agenda is None:
        return
    agenda = planned.agenda
    typer.echo(programme(forum, agenda))
    mixed = [
        speakers.session for speakers in agenda.lists if any(m.name == "largest-deviation" for m in speakers.measures)
    ]
    if mixed:
        typer.echo(speakers_text(forum, agenda, mixed[0]))
    result = verify(forum, agenda)
    held = sum(not outcome.amount for outcome in result.rules)
    typer.echo(f"Verified by the checker alone: {'sound' if result.is_sound else 'NOT SOUND'}, ", nl=False)
    typer.echo(f"{held} of {len(result.rules)} rules hold everywhere.")
    typer.echo(summary(forum, planned))


def _write_all(forum: Forum, planned: Planned, folder: Path) -> None:
    from scheduler.formats.agenda_json import agenda_text
    from scheduler.publish.ical import calendar
    from scheduler.publish.report_text import report

    if planned.agenda is not None:
        write_bytes(folder / "agenda.json", agenda_text(planned.agenda).encode("utf-8"))
        write_bytes(folder / "calendar.ics", calendar(forum, planned.agenda))
        write_bytes(folder / "report.md", report(forum, planned.agenda).encode("utf-8"))
