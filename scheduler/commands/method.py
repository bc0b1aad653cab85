"""forum method: the whole procedure of a forum in plain language."""

from __future__ import annotations

from typing import Annotated

import typer

from scheduler.commands.exits import guarded, target, write_bytes
from scheduler.commands.options import ForumName, Json, Out
from scheduler.commands.sources import load_checked


@guarded
def method(
    forum: ForumName,
    as_asked: Annotated[
        bool, typer.Option("--as-asked", help="Work figures out with the requests there are; for organisers.")
    ] = False,
    short: Annotated[
        bool, typer.Option("--short", help="Show the first page alone: the whole procedure without its appendices.")
    ] = False,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Say in plain language how this forum gives the floor: who may ask, what is shared out, what decides.

    The first page holds the whole procedure in short sentences, made from the forum's settings; --short shows it alone.
    The appendices add what is exact: figures, definitions, worked examples, how to repeat the lot. It is for everybody:
    its figures are of what would be if all who may ask did so once. With --as-asked they are of the requests there are,
    which can tell who was refused. A file is written in Markdown.

    Example: forum method imrf-2026 -o method.md

    Exit codes: 0 done, 1 faults found, 2 wrong use.
    """
    from scheduler.publish.method_text import method_markdown, method_text
    from scheduler.services.method.page import method as method_of

    page = method_of(load_checked(forum).forum, as_asked=as_asked)
    page = page.model_copy(update={"appendices": ()}) if short else page
    file = target(out, "method.json" if as_json else "method.md")
    if as_json:
        text = page.model_dump_json(indent=2) + "\n"
    else:
        text = method_text(page) if file is None or file.suffix == ".txt" else method_markdown(page)
    if file is None:
        typer.echo(text, nl=False)
    else:
        write_bytes(file, text.encode("utf-8"))
