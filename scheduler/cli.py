"""The command line ``forum``: it parses, calls a service and prints; nothing heavy is imported before it is needed."""

from __future__ import annotations

import importlib.metadata
from typing import Annotated

import typer

from scheduler.commands import (
    checking,
    importing,
    intake,
    lots,
    method,
    models,
    papers,
    reading,
    reporting,
    reviews,
    rotating,
    sampling,
    selecting,
    solving,
    templates,
)

app = typer.Typer(
    name="forum",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(importlib.metadata.version("forum-scheduler"))
        raise typer.Exit


@app.callback()
def forum(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    """Make the programme of an intergovernmental review forum: sessions, speakers lists, calendar.

    Begin with forum demo, which needs nothing else. Each command says more: forum solve --help

    Exit codes: 0 done, 1 faults found, 2 wrong use, 3 impossible, 4 no agenda found in time, 130 interrupted.
    """


COMMANDS = (
    (solving.demo, "See what this tool does, with a sample forum."),
    (checking.check, "List every fault in a forum's files."),
    (templates.template, "Write an empty forum to fill, as a workbook or folder."),
    (importing.import_, "Take over what a workbook or folder says."),
    (sampling.sample, "Make a trial forum to play with."),
    (models.models, "List participation models, or tell about one."),
    (models.adopt, "Let a forum follow a participation model."),
    (models.compare, "Run one set of requests through several models."),
    (models.expect, "Say what a focal point can expect."),
    (method.method, "Say in plain language how the floor is given."),
    (selecting.select, "Decide who is given a place, and who waits."),
    (intake.requests, "Show where each request stands, and why."),
    (intake.record, "Add to the log what happened to a request."),
    (intake.merges, "Propose which requests could be one statement."),
    (solving.solve, "Make the agenda of a forum."),
    (checking.verify, "Check an agenda, also one edited by hand."),
    (solving.explain, "Say why a forum has no agenda, and what helps."),
    (reading.speakers, "Print speakers lists."),
    (reporting.participation, "Report who has the floor, and for how long."),
    (reading.diff, "Compare two agendas."),
    (reading.export, "Write a calendar file, a table, or JSON."),
    (reviews.reviews, "Plan national reviews and their panels."),
    (rotating.rotate, "Plan which objectives are reviewed when."),
    (papers.pledges, "List pledges by objective."),
    (checking.rules, "List every rule with its sentence."),
    (templates.schema, "Print the JSON Schema of everything."),
)
for command, in_short in COMMANDS:
    app.command(command.__name__.rstrip("_"), short_help=in_short)(command)

GROUPS = ((lots.app, "Draw lots that nobody can steer."),)
for group, in_short in GROUPS:
    app.add_typer(group, short_help=in_short)


def main() -> None:
    """Run the command line."""
    app()
