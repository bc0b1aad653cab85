"""How the lot of a forum is drawn, and how anybody repeats it."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Lot
from scheduler.publish.hours import dated
from scheduler.services.lot import NOT_COMMITTED
from scheduler.services.method.document import Section, passages, points
from scheduler.translate.drawing import NUMBERS, drawn, is_drawn

EXAMPLE_ID = "r0001"

USES = "The same numbers decide between constituencies with equal claims, and put in order the lists that go by lot."


def lot(forum: Forum) -> Section:
    """Say how numbers are drawn, what was committed to, and how to draw them again."""
    rule = (
        "The number of a request or proposal is made of the text SEED, a line feed, PUBLIC VALUE, a line feed, ID in "
        "UTF-8: the first 8 bytes of its SHA-256 digest, read as a number with the highest byte first, and of that the "
        f"remainder when divided by {NUMBERS:,}. The lowest number is drawn first; of equal numbers, the id that sorts "
        "first. Where no public value is stated its line is empty."
    )
    blocks = (
        *passages(USES, rule),
        points(*_stated(forum)),
        *passages(*_repeated(forum)),
    )
    return Section(id="lot", title="The lot, worked out by hand", blocks=blocks)


def _stated(forum: Forum) -> Iterator[str | tuple[str, str]]:
    settings = forum.selection
    if settings.lot_commitment is None:
        yield NOT_COMMITTED
        yield "Seed", f"{forum.uid}, the uid of the forum"
    else:
        yield (
            "Digest of the seed",
            f"{settings.lot_commitment}. It is the SHA-256 digest of the secret seed and was to be published before "
            "lists close: whoever publishes it can no longer choose another seed.",
        )
        yield from _committed(forum)
        seed = settings.lot_seed or "still secret; it is published once lists have closed and the public value is known"
        yield "Seed", seed
    yield from _drawn(forum)
    if settings.lot_value is None and settings.lot_commitment is None:
        yield "Public value", "none is used."
        return
    yield (
        "Public value",
        f"{settings.lot_value or 'not stated yet'}. It is to be one that nobody could know before lists closed, so "
        "that the seed alone steers nothing; the tool cannot tell whether it was.",
    )


def _committed(forum: Forum) -> Iterator[tuple[str, str]]:
    settings = forum.selection
    if settings.lot_committed is not None:
        yield "Digest published", f"{dated(forum, settings.lot_committed)}."
    if settings.lot_late is not None:
        yield "Why though a list had closed", f"{settings.lot_late}. The seed could be chosen to suit who asked."


def _drawn(forum: Forum) -> Iterator[tuple[str, str]]:
    settings = forum.selection
    if settings.lot_drawn is not None:
        yield "Drawn", f"{dated(forum, settings.lot_drawn)}."
    if settings.lot_requests is not None:
        yield (
            "Digest of the requests there were then",
            f"{settings.lot_requests}. It is the SHA-256 digest of a line for each request, sorted by id: its id, "
            "participant, session, second choice, role and time in UTC as a JSON list without spaces, then of one for "
            "each proposal: its id, kind and list of organisers; each line with a line feed after it. So no request "
            "could be given another id once its number was known.",
        )


def _repeated(forum: Forum) -> Iterator[str]:
    if not is_drawn(forum):
        yield (
            "The lot is not drawn yet: no selection is made before the seed and the public value are stated here. "
            "Lists that are planned meanwhile use the uid of the forum for a seed."
        )
        return
    settings = forum.selection
    seed = settings.lot_seed if settings.lot_commitment and settings.lot_seed else forum.uid
    number = drawn(Lot(seed=seed, value=settings.lot_value), EXAMPLE_ID)
    yield (
        f"For example, the id {EXAMPLE_ID} draws {number:,}. To work it out by hand: "
        f"printf 'SEED\\nVALUE\\n{EXAMPLE_ID}' | sha256sum. Read the first 16 digits of the result as a hexadecimal "
        "number; its last six decimal digits are what is drawn."
    )
