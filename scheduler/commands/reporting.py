"""forum participation: who asked for the floor, who was given it, and how fairly it was shared."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, guarded, leave, target, tell, write_bytes
from scheduler.commands.options import AgendaPath, ForumName, Json, Language, Out, SelectionPath
from scheduler.commands.sources import current_agenda, forum_path, know_language, load_forum, load_selection

if TYPE_CHECKING:
    from scheduler.publish.rotation_matrix import Matrix
    from scheduler.services.participation.report import Participation


class _Form(StrEnum):
    """How a report is written, and what its file is called."""

    TEXT = "txt"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


@guarded
def participation(
    forum: ForumName,
    agenda: AgendaPath,
    other: Annotated[
        Path | None,
        typer.Argument(metavar="OTHER", exists=True, dir_okay=False, help="A second agenda, to show side by side."),
    ] = None,
    beside: Annotated[
        tuple[str, Path] | None,
        typer.Option("--with", metavar="FORUM AGENDA", help="A second forum and agenda, to show side by side."),
    ] = None,
    selection: SelectionPath = None,
    language: Language = None,
    out: Out = None,
    as_json: Json = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print one table, for a spreadsheet.")] = False,
    as_html: Annotated[bool, typer.Option("--html", help="Print a page with charts that needs nothing else.")] = False,
    organiser: Annotated[
        bool, typer.Option("--organiser", help="Tell all, for organisers: refusals of few too. Not to be published.")
    ] = False,
) -> None:
    """Report who asked for the floor and who has it: by class, constituency, region, and gender where stated.

    Requested, given and spoken; minutes and places beside what was promised; positions in each list, the longest run
    without a stakeholder and how even it is; roles; earlier editions, with a warning where a share falls below one.
    It can be published: of refusals it tells aggregates alone, and little about few. With --organiser it tells all, for
    organisers alone.

    Example: forum participation imrf-2026 agenda.json --html -o participation.html

    Exit codes: 0 done, also with a warning; 1 faults found, 2 wrong use.
    """
    form = _form(as_json, as_csv, as_html)
    if other is not None and beside is not None:
        leave(ExitCode.WRONG_USE, "Name a second agenda either after the first or with --with, not both.")
    compared = (forum, other) if other is not None else beside
    if compared is not None and form in (_Form.CSV, _Form.HTML):
        leave(ExitCode.WRONG_USE, f"--{form} shows one agenda; leave the second out, or use --json.")
    report, spoken_in = _report(forum, agenda, selection, language, organiser)
    if compared is None:
        if out is not None or form is not _Form.TEXT:
            _warn(report)
        objectives = _matrix(forum, language) if form is _Form.HTML else None
        _write(_one(report, form, language or spoken_in, objectives), out, form, organiser)
    else:
        chosen = selection if other is not None else None
        second, _ = _report(*compared, chosen, language, organiser)
        _write(_both(report, second, form), out, form, organiser)


def _form(as_json: bool, as_csv: bool, as_html: bool) -> _Form:
    asked = [f for f, is_asked in ((_Form.JSON, as_json), (_Form.CSV, as_csv), (_Form.HTML, as_html)) if is_asked]
    if len(asked) > 1:
        leave(ExitCode.WRONG_USE, "Choose one of --json, --csv and --html.")
    return asked[0] if asked else _Form.TEXT


def _report(
    name: str, agenda: Path, selection: Path | None, language: str | None, for_organisers: bool
) -> tuple[Participation, str]:
    """Return the report of an agenda, and the first language of its forum."""
    from scheduler.services.participation.report import participation
    from scheduler.services.participation.requests import asking

    written = load_forum(name)
    know_language(written, language)
    chosen = load_selection(name, written, selection)
    plan = current_agenda(name, agenda, written, chosen)
    report = participation(plan.forum, plan.agenda, language, asking(written, chosen), for_organisers=for_organisers)
    return report, written.languages[0]


def _warn(report: Participation) -> None:
    """Say on the screen what a report says where it is not read there."""
    from scheduler.publish.columns import wrapped
    from scheduler.publish.participation_tables import warnings

    for warning in warnings(report.editions):
        tell(wrapped(warning, "Warning: ", "  "))


def _matrix(name: str, language: str | None) -> Matrix | None:
    """Return what earlier editions reviewed and the released plan will, where the forum tells of any."""
    from scheduler.formats.rotation_json import read_rotation, rotation_path
    from scheduler.publish.rotation_matrix import matrix

    found, path = load_forum(name), rotation_path(forum_path(name))
    if not found.editions or not found.objectives:
        return None
    return matrix(found, read_rotation(path, found) if path.exists() else None, language)


def _one(report: Participation, form: _Form, language: str, objectives: Matrix | None) -> str:
    from scheduler.publish.participation_csv import participation_csv
    from scheduler.publish.participation_html import participation_html
    from scheduler.publish.participation_text import participation_text

    if form is _Form.JSON:
        return report.model_dump_json(indent=2) + "\n"
    if form is _Form.CSV:
        return participation_csv(report)
    return participation_html(report, language, objectives) if form is _Form.HTML else participation_text(report)


def _both(first: Participation, second: Participation, form: _Form) -> str:
    from scheduler.publish.participation_text import comparison_text
    from scheduler.services.participation.report import compare

    comparison = compare(first, second)
    return comparison.model_dump_json(indent=2) + "\n" if form is _Form.JSON else comparison_text(comparison)


def _write(result: str, out: str | None, form: _Form, for_organisers: bool) -> None:
    file = target(out, f"participation{'-organisers' if for_organisers else ''}.{form}")
    if file is None:
        typer.echo(result, nl=False)
    else:
        write_bytes(file, result.encode("utf-8"))
