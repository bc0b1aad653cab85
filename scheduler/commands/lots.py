"""forum lot commit, draw, verify: a lot that nobody can steer and anybody can repeat."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from scheduler.commands.exits import ExitCode, deliver, guarded, leave, tell
from scheduler.commands.options import ForumName, Json, Out
from scheduler.commands.printing import json_text
from scheduler.commands.sources import forum_path, load_checked

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.domain.selection import Lot
    from scheduler.services.lot_verify import LotVerification

app = typer.Typer(
    name="lot",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Draw lots that nobody can steer and anybody can repeat.",
)

SEED_BYTES = 32
OWNER_ALONE = 0o600


@app.command(short_help="Make a secret seed, and the digest to publish before lists close.")
@guarded
def commit(
    file: Annotated[
        Path, typer.Argument(metavar="FILE", dir_okay=False, help="File to write the secret seed to.")
    ] = Path("lot-seed.txt"),
    as_json: Json = False,
) -> None:
    """Make a random seed, keep it in a file that only you can read, and print the digest to publish.

    Publish the digest before lists close, and show nobody the file; do not keep it in the forum's folder. A file that
    is there already is not overwritten. Once lists have closed, note a public value that nobody could know before, as
    the numbers of a lottery named beforehand, and state it with the seed in the forum's settings.

    Example: forum lot commit ~/lot-seed.txt

    Exit codes: 0 done, 2 wrong use.
    """
    import secrets

    from scheduler.services.lot import commit as digest_of

    seed = secrets.token_hex(SEED_BYTES)
    _write_secret(file, seed)
    digest = digest_of(seed)
    if as_json:
        deliver(json_text({"commitment": digest, "file": str(file)}), None)
        return
    tell(f"Written: {file}, which holds the secret seed; only you can read it.")
    tell("Publish the digest before lists close, and state it in forum.yaml, or in a workbook's sheet of settings:")
    deliver(f'selection:\n  lot_commitment: "{digest}"', None)


def _write_secret(file: Path, seed: str) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE)
    except FileExistsError:
        leave(ExitCode.WRONG_USE, f"{file} is there already, and a seed is never overwritten; name a new file.")
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(seed)


@app.command(short_help="Show the number drawn for each request.")
@guarded
def draw(forum: ForumName, out: Out = None, as_json: Json = False) -> None:
    """Show the number that the lot drew for each request and proposal, the first drawn first.

    The settings of the forum must state the seed and the public value, where it committed to a seed. Requests are told
    by their ids; the result is for organisers, and whoever made a request can be told its number.

    Example: forum lot draw imrf-2026

    Exit codes: 0 done, 1 the lot is not drawn yet or its seed is not the one committed to, 2 wrong use.
    """
    from scheduler.services.lot import in_order, lot_of, thing_ids
    from scheduler.translate.drawing import drawn

    found = load_checked(forum).forum
    lot = lot_of(found)
    numbers = {thing_id: drawn(lot, thing_id) for thing_id in in_order(lot, thing_ids(found))}
    if as_json:
        deliver(json_text({"lot": lot.model_dump(mode="json"), "numbers": numbers}), out, "lot", as_json)
    else:
        deliver(_numbers_text(found, lot, numbers), out, "lot", as_json)


def _numbers_text(forum: Forum, lot: Lot, numbers: dict[str, int]) -> str:
    from scheduler.publish.columns import columns, wrapped
    from scheduler.services.lot import NOT_COMMITTED

    sessions = {request.id: request.session for request in forum.requests}
    rows = [
        (str(place), f"{number:06}", thing_id, sessions.get(thing_id, "side event"))
        for place, (thing_id, number) in enumerate(numbers.items(), 1)
    ]
    lines = [wrapped(f"Seed: {lot.seed}", below="  "), wrapped(f"Public value: {lot.value or 'none'}", below="  ")]
    lines += [] if lot.commitment else [wrapped(NOT_COMMITTED)]
    table = columns(("drawn", "number", "request", "session"), rows, right=frozenset({0, 1}))
    return "\n".join([*lines, "", table if rows else "There are no requests."])


@app.command(short_help="Repeat the lot, and the selection made with it.")
@guarded
def verify(
    forum: ForumName,
    selection: Annotated[
        Path | None,
        typer.Argument(
            metavar="SELECTION",
            exists=True,
            dir_okay=False,
            help="Selection file; the one beside the forum if left out.",
        ),
    ] = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Repeat the lot: is the seed the one that was committed to, and does the method come to the same selection again?

    It says what is confirmed, what differs, and what no file can tell, as the day on which a digest was published.
    Where decisions differ it tells them by the ids of requests, with their reasons; the result is for organisers. All
    sessions are selected again at once: a selection that was made in parts, with --sessions, may differ.

    Example: forum lot verify my-forum

    Exit codes: 0 all that can be is confirmed, 1 something differs, 2 wrong use.
    """
    from scheduler.commands.solving import limits_of
    from scheduler.formats.selection_json import read_selection, selection_path
    from scheduler.services.lot_again import selected_again
    from scheduler.services.lot_verify import verify_lot

    found = load_checked(forum).forum
    file = selection or selection_path(forum_path(forum))
    made = read_selection(file, found) if file.exists() else None
    result = verify_lot(found, made, selected_again(found, made, limits_of(None, 0)) if made else None)
    if as_json:
        deliver(json_text(result.model_dump(mode="json") | {"is_sound": result.is_sound}), out, "lot", as_json)
    else:
        deliver(_verified_text(result), out, "lot", as_json)
    if not result.is_sound:
        leave(ExitCode.FAULT, "The lot or the selection is not what it is said to be.")


def _verified_text(result: LotVerification) -> str:
    from scheduler.publish.columns import wrapped

    parts = (("Differs:", result.differs), ("Confirmed:", result.confirmed), ("Cannot be told:", result.unknown))
    blocks = ["\n".join([title, *(wrapped(one, "  - ") for one in told)]) for title, told in parts if told]
    return "\n\n".join(blocks)
