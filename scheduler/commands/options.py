"""Arguments and flags that mean the same in every command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

ForumName = Annotated[
    str,
    typer.Argument(metavar="FORUM", help="Folder or workbook of the forum, or a sample, as imrf-2026."),
]
AgendaPath = Annotated[
    Path,
    typer.Argument(metavar="AGENDA", exists=True, dir_okay=False, help="Agenda file that forum solve has written."),
]
SelectionPath = Annotated[
    Path | None,
    typer.Option(
        "--selection",
        metavar="FILE",
        exists=True,
        dir_okay=False,
        help="Selection that forum select has written, instead of the one beside the forum.",
    ),
]
Out = Annotated[
    str | None,
    typer.Option(
        "--out", "-o", metavar="PATH", help="File to write instead of the screen, or a folder to write it in, as new/."
    ),
]
TimeLimit = Annotated[
    float | None,
    typer.Option(
        "--time-limit",
        metavar="SECONDS",
        min=1,
        envvar="FORUM_TIME_LIMIT",
        help="Stop after this many seconds with the best found so far. Without it the work is bounded by itself.",
    ),
]
Seed = Annotated[
    int,
    typer.Option(
        "--seed",
        metavar="N",
        min=0,
        max=2**31 - 1,
        envvar="FORUM_SEED",
        help="Number all chance is drawn from: the same number gives the same result.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON document, for a program to read.")]
Parallel = Annotated[
    bool,
    typer.Option("--parallel", help="Use all processor cores: faster, but two runs may give different agendas."),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="TAG", help="Language of titles, as en or fr; the forum's first if left out."),
]
