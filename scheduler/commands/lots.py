"""forum lot commit, draw, verify: a lot that nobody can steer and anybody can repeat."""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Mapping
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
    forum: ForumName,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", dir_okay=False, help="File to write the secret seed to.")
    ] = Path("lot-seed.txt"),
    late: Annotated[
        str | None, typer.Option("--late", metavar="REASON", help="Why it is done though a list has closed; published.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Make a random seed, keep it in a file that only you can read, and print the digest to publish.

    Publish the digest before lists close, and show nobody the file; do not keep it in the forum's folder. A file that
    is there already is not overwritten. Name beforehand a public value of after lists close that nobody can know, as
    the numbers of a lottery; then forum lot draw draws the lot with it. Once a list has closed this is refused, unless
    --late says why.

    Example: forum lot commit my-forum ~/lot-seed.txt

    Exit codes: 0 done, 1 a list has closed already, 2 wrong use.
    """
    import secrets

    from scheduler.services.lot import commit as digest_of
    from scheduler.services.lot_closing import closings, refuse_closed

    found, now = load_checked(forum).forum, dt.datetime.now(dt.UTC)
    if found.selection.lot_commitment is not None:
        leave(ExitCode.FAULT, "The forum has committed to a seed already, and a second would let one choose.")
    is_late = any(moment <= now for moment in closings(found))
    if late is None:
        refuse_closed(found, now)
    seed = secrets.token_hex(SEED_BYTES)
    _write_secret(file, seed)
    digest = digest_of(seed)
    committed = f"{now.astimezone(found.zone):%Y-%m-%d %H:%M}"
    stated = {"lot_commitment": digest, "lot_committed": committed} | ({"lot_late": late} if late and is_late else {})
    if as_json:
        deliver(json_text({"selection": stated, "file": str(file)}), None)
        return
    tell(f"Written: {file}, which holds the secret seed; only you can read it.")
    tell("Publish the digest before lists close, and state it in forum.yaml, or in a workbook's sheet of settings:")
    deliver(_settings_text(stated), None)


def _settings_text(stated: Mapping[str, object]) -> str:
    """Return settings as they stand in forum.yaml, each quoted."""
    return "\n".join(
        ["selection:", *(f"  {name}: {json.dumps(str(value), ensure_ascii=False)}" for name, value in stated.items())]
    )


def _write_secret(file: Path, seed: str) -> None:
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, OWNER_ALONE)
    except FileExistsError:
        leave(ExitCode.WRONG_USE, f"{file} is there already, and a seed is never overwritten; name a new file.")
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(seed)


@app.command(short_help="Draw the lot with a public value, and show the number of each request.")
@guarded
def draw(
    forum: ForumName,
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="Public value nobody could know before lists closed.")
    ] = None,
    seed: Annotated[
        Path | None,
        typer.Option("--seed", metavar="FILE", exists=True, dir_okay=False, help="File that lot commit wrote."),
    ] = None,
    out: Out = None,
    as_json: Json = False,
) -> None:
    """Draw the lot with a public value, or without one show what it drew for each request and proposal, first first.

    With VALUE and the file of the seed it prints what to state in the settings: value, seed, when it was drawn, and a
    digest of the requests there are, so that none is given another id afterwards. It is refused until all lists have
    closed, and for another seed than was committed to. Requests are told by their ids; the result is for organisers,
    and whoever made a request can be told its number.

    Example: forum lot draw my-forum "17 23 42" --seed ~/lot-seed.txt

    Exit codes: 0 done, 1 the lot is not drawn yet, cannot be yet, or its seed is not the one committed to, 2 wrong use.
    """
    from scheduler.services.lot import in_order, lot_of, thing_ids
    from scheduler.services.lot_closing import draw as draw_lot
    from scheduler.translate.drawing import drawn

    found = load_checked(forum).forum
    if (value is None) != (seed is None):
        leave(ExitCode.WRONG_USE, "To draw the lot say both its public value and, with --seed, the file of the seed.")
    if value is not None and seed is not None:
        settings = draw_lot(found, value, seed.read_text(encoding="utf-8").strip(), dt.datetime.now(dt.UTC)).selection
        names = ("lot_value", "lot_seed", "lot_drawn", "lot_requests")
        stated = {name: str(getattr(settings, name)) for name in names}
        tell("State these in forum.yaml, or in a workbook's sheet of settings, and publish the method page anew:")
        deliver(json_text({"selection": stated}) if as_json else _settings_text(stated), out, "lot", as_json)
        return
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
    Where decisions differ it tells them by the ids of requests, with their reasons; the result is for organisers. Of a
    selection that was made in parts, with --sessions, each part is repeated in its turn.

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
