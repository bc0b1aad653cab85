"""forum speakers, diff, export: what an agenda says to whom."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, target, tell, write_bytes
from scheduler.commands.options import AgendaPath, ForumName, Json, Language, Out, SelectionPath
from scheduler.commands.printing import json_text
from scheduler.commands.sources import know_language, load_agenda, load_checked, load_current, load_programme

if TYPE_CHECKING:
    from scheduler.domain.agenda import Agenda
    from scheduler.domain.forum import Forum
    from scheduler.services.older import Current


class ExportFormat(StrEnum):
    """What forum export writes."""

    ICS = "ics"
    JSON = "json"
    CSV = "csv"
    WORKBOOK = "workbook"


@guarded
def speakers(
    forum: ForumName,
    agenda: AgendaPath,
    session: Annotated[
        str | None, typer.Argument(metavar="SESSION", help="Id of one session; every session with a list if left out.")
    ] = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option("--compare", metavar="A B", help="Two ordering policies to show side by side, as lot alternate."),
    ] = None,
    selection: SelectionPath = None,
    language: Language = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Print the speakers list of a session, or of all, with the minute each speaker is expected.

    Who has left a list since it was made is marked in it, without person or reason. Below each list stands how evenly
    stakeholders are interspersed, and what the best possible value is. With --compare the list of one session is made
    anew under each of two policies, where the session stands, and what differs is counted; the agenda is not changed.
    Policies are rank-and-time, request-time, alternate, regional-rotation, alphabetical, lot and first-timers.

    Example: forum speakers imrf-2026 agenda.json rt1 --compare request-time regional-rotation

    Exit codes: 0 done, 1 faults found, 2 wrong use, 130 interrupted.
    """
    from scheduler.publish.programme_text import speakers_text
    from scheduler.services.verify import as_it_stands

    current = load_current(forum, agenda, selection)
    found = current.forum
    know_language(found, language)
    if compare is not None:
        _compare_policies(found, current.agenda, session, compare, language, out, as_json)
        return
    plan = as_it_stands(found, current.agenda)
    chosen = [session] if session else list(plan.list_of)
    texts = [speakers_text(found, plan, one, language, current.left_of(one)) for one in chosen]
    if as_json:
        lists = [_list_json(current, plan, one, language) for one in chosen]
        deliver(json_text(lists), out, "speakers", as_json)
    else:
        text = "\n\n".join(texts) or "No session of this agenda has a speakers list."
        deliver(text, out, "speakers", as_json)


def _list_json(current: Current, plan: Agenda, session: str, language: str | None) -> dict[str, Any]:
    from scheduler.publish.measures_text import not_interspersed
    from scheduler.publish.public import public_measures, public_session

    speakers = plan.list_of[session]
    return public_session(current.forum, plan, session, language).model_dump(mode="json") | {
        "left": [turn.model_dump(mode="json") for turn in current.left_of(session)],
        "not_interspersed": not_interspersed(current.forum, speakers),
        "measures": [m.model_dump(mode="json") for m in public_measures(current.forum, speakers.measures)],
    }


def _compare_policies(
    forum: Forum,
    agenda: Agenda,
    session: str | None,
    names: tuple[str, str],
    language: str | None,
    out: str | None,
    as_json: bool,
) -> None:
    from scheduler.domain.session import Policy
    from scheduler.publish.ordering_text import ordering_text
    from scheduler.services.ordering_compare import compare_policies

    known = {policy.value: policy for policy in Policy}
    unknown = [name for name in names if name not in known]
    if unknown:
        leave(ExitCode.WRONG_USE, f"No policy is called '{unknown[0][:40]}'. Write two of {', '.join(known)}.")
    if session is None:
        leave(ExitCode.WRONG_USE, "Name the session after the agenda; --compare shows the list of one.")
    comparison = compare_policies(forum, agenda, session, (known[names[0]], known[names[1]]), language=language)
    text = comparison.model_dump_json(indent=2) if as_json else ordering_text(forum, comparison)
    deliver(text, out, "speakers", as_json)


@guarded
def export(
    forum: ForumName,
    agenda: Annotated[
        Path | None,
        typer.Argument(metavar="AGENDA", exists=True, dir_okay=False, help="Agenda; a workbook can do without one."),
    ] = None,
    *,
    to: Annotated[
        ExportFormat,
        typer.Option("--format", help="ics is a calendar, csv a table, json for programs, workbook for organisers."),
    ],
    lists: Annotated[bool, typer.Option("--lists", help="With csv: the speakers lists, not the sessions.")] = False,
    selection: SelectionPath = None,
    language: Language = None,
    out: Out = None,
) -> None:
    """Write the programme as a calendar file, a table, or JSON for others to see, or as a workbook to edit.

    Nobody is shown more fully than they agreed to: by name, by organisation only, or not at all. A workbook alone
    holds everything in the forum's own tables and is for organisers; forum import brings it back.

    Example: forum export imrf-2026 agenda.json --format ics -o calendar.ics

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.services.verify import as_it_stands

    if lists and to is not ExportFormat.CSV:
        leave(ExitCode.WRONG_USE, "--lists goes with --format csv; the other formats hold the lists anyway.")
    current = load_current(forum, agenda, selection) if agenda else None
    found = current.forum if current else load_programme(forum, selection)
    know_language(found, language)
    plan = as_it_stands(found, current.agenda) if current else None
    for notice in current.sessions if current else ():
        tell(notice)
    if current and current.since:
        tell(_since_made(sum(one.changed for one in current.since)))
    if to is ExportFormat.WORKBOOK:
        _export_workbook(load_checked(forum, as_written=True).forum, found, plan, out)
        return
    if plan is None:
        leave(ExitCode.WRONG_USE, "Name the agenda after the forum; only --format workbook does without one.")
    content = _exported(found, plan, to, lists, language)
    file = target(out, _export_name(to, lists))
    if file is None:
        typer.echo(content, nl=False)
    else:
        write_bytes(file, content)


def _since_made(changed: int) -> str:
    places = f"{changed} place{'s have' if changed > 1 else ' has'} changed"
    left = "Who has left since is left out"
    return f"{places} since this agenda was made. {left}: run forum solve --keep to bring it up to date."


def _exported(forum: Forum, plan: Agenda, to: ExportFormat, lists: bool, language: str | None) -> bytes:
    from scheduler.publish.ical import calendar
    from scheduler.publish.tables import agenda_csv, agenda_public_json, speakers_csv

    if to is ExportFormat.ICS:
        return calendar(forum, plan, language)
    if to is ExportFormat.JSON:
        return agenda_public_json(forum, plan, language).encode("utf-8")
    return (speakers_csv if lists else agenda_csv)(forum, plan, language).encode("utf-8")


def _export_workbook(forum: Forum, programme: Forum, agenda: Agenda | None, out: str | None) -> None:
    from scheduler.formats.workbook.writing import forum_workbook
    from scheduler.services.rulebook import all_rules

    file = target(out, "forum.xlsx")
    if file is None:
        leave(ExitCode.WRONG_USE, "Say where to write the workbook, as --out forum.xlsx.")
    write_bytes(file, forum_workbook(forum, agenda, (rule.name for rule in all_rules()), programme))


def _export_name(to: ExportFormat, lists: bool) -> str:
    """Return the name of an exported file in a folder, none of which is an agenda's."""
    names = {ExportFormat.ICS: "calendar.ics", ExportFormat.JSON: "programme.json", ExportFormat.CSV: "programme.csv"}
    return "speakers.csv" if lists else names[to]


@guarded
def diff(
    forum: ForumName,
    old: Annotated[Path, typer.Argument(metavar="OLD", exists=True, dir_okay=False, help="Agenda as it was.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", exists=True, dir_okay=False, help="Agenda as it is now.")],
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Compare two agendas of one forum: what was added, removed or moved, and whom it concerns.

    Concerned is everybody who has or had a place in it: who chairs, takes part, speaks or attends, and the
    organisers. Sessions and speakers that were taken out of the forum since are told by their number or id alone.

    Example: forum diff imrf-2026 monday.json tuesday.json

    Exit codes: 0 done, also where the two differ; 1 faults found, 2 wrong use.
    """
    from scheduler.domain.changes import changes
    from scheduler.publish.changes_text import changes_json, changes_text

    found = load_programme(forum)
    result = changes(found, load_agenda(old, found, as_it_was=True), load_agenda(new, found, as_it_was=True))
    deliver(changes_json(found, result) if as_json else changes_text(found, result), out, "diff", as_json)
