"""forum template, schema: an empty forum to fill, and the form of everything for programs."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer

from scheduler.commands.exits import ExitCode, guarded, leave, tell, writable, write_bytes
from scheduler.commands.printing import json_text


class TableGroup(StrEnum):
    """Groups of tables that not every forum needs."""

    SELECTION = "selection"
    PREFERENCES = "preferences"
    SIDE_EVENTS = "side-events"
    ROTATION = "rotation"
    REVIEWS = "reviews"
    PAPERS = "papers"


@guarded
def template(
    xlsx: Annotated[Path | None, typer.Option("--xlsx", metavar="FILE", help="Workbook to write.")] = None,
    yaml: Annotated[
        Path | None, typer.Option("--yaml", metavar="FOLDER", help="Folder to write, with forum.yaml and CSV tables.")
    ] = None,
    groups: Annotated[
        list[TableGroup] | None,
        typer.Option("--with", help="Tables that not every forum needs; say it again for each group more."),
    ] = None,
) -> None:
    """Write an empty forum to fill, as a workbook or as a folder of text files.

    In a workbook the note on every heading says what belongs below it. Rows that begin with 'example:' show it; they
    are not read. Nothing that is there already is overwritten. Tables for choosing among requests, side events, the
    rotation of objectives, reviews, and papers are added with --with.

    Example: forum template --xlsx my-forum.xlsx

    Exit codes: 0 done, 2 wrong use.
    """
    if (xlsx is None) == (yaml is None):
        leave(ExitCode.WRONG_USE, "Say either --xlsx FILE or --yaml FOLDER.")
    if xlsx is not None:
        from scheduler.formats.workbook.template import template_workbook
        from scheduler.services.rulebook import all_rules

        if xlsx.exists():
            leave(ExitCode.WRONG_USE, f"{xlsx} is there already; name a new file.")
        write_bytes(xlsx, template_workbook(str(uuid4()), (rule.name for rule in all_rules()), groups or ()))
        tell(f"Fill it, then: forum check {xlsx}")
    elif yaml is not None:
        _write_folder(yaml, groups or ())


def _write_folder(folder: Path, groups: Iterable[str]) -> None:
    from scheduler.formats.files import write_text
    from scheduler.formats.workbook.template import template_folder

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        leave(ExitCode.WRONG_USE, f"{folder} is not empty; name a new folder.")
    for name, text in template_folder(str(uuid4()), groups).items():
        write_text(folder / name, text)
    tell(f"Written: {folder}")
    tell(f"Fill it, then: forum check {folder}")


@guarded
def schema(
    out: Annotated[
        Path | None, typer.Option("--out", "-o", metavar="FOLDER", help="Folder to write a file for each schema in.")
    ] = None,
) -> None:
    """Print the JSON Schema of a forum, of a row of each of its tables, and of an agenda.

    Example: forum schema -o schemas

    Exit codes: 0 done, 2 wrong use.
    """
    from scheduler.formats.schema import schemas

    found = schemas()
    if out is None:
        typer.echo(json_text(found), nl=False)
        return
    for name in found:
        writable(out / f"{name}.schema.json")
    for name, content in found.items():
        write_bytes(out / f"{name}.schema.json", json_text(content).encode())
