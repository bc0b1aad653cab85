"""The lot: numbers nobody can steer, drawn from a seed that was committed to and a public value of later.

A random seed is kept secret, and only its digest is published before lists close: the SHA-256 digest of the seed in
UTF-8, in hexadecimal digits. After lists have closed, a public value that nobody could know before is noted, and the
seed is published. The number drawn for a request or proposal is made of the text

    SEED, line feed, PUBLIC VALUE, line feed, ID

in UTF-8: the first 8 bytes of its SHA-256 digest, read as a number with the highest byte first, modulo 1,000,000. The
lowest number is drawn first; of equal numbers the id that sorts first. Where no public value is stated, its line is
empty. A forum that committed to no seed has its uid for a seed, so its lot could have been foreseen.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Lot
from scheduler.errors import SchedulerError
from scheduler.translate.drawing import drawn

NOT_COMMITTED = "No seed was committed to, so the lot is drawn from the uid of the forum: it could have been foreseen."


def commit(seed: str) -> str:
    """Return the digest by which one is bound to a seed without showing it."""
    return hashlib.sha256(seed.encode("utf-8")).hexdigest()


def lot_of(forum: Forum) -> Lot:
    """Return the lot of a forum, or refuse where it is not drawn yet or its seed is another than was committed to."""
    settings = forum.selection
    if settings.lot_commitment is None:
        _refuse_seed_alone(forum)
        return Lot(value=settings.lot_value, seed=forum.uid)
    _refuse_other_seed(forum)
    if settings.lot_seed is None or settings.lot_value is None:
        missing = [name for name in ("lot_value", "lot_seed") if getattr(settings, name) is None]
        raise SchedulerError(
            f"The lot is not drawn yet: a seed was committed to, and the settings 'selection' lack "
            f"{' and '.join(missing)}. State both once lists have closed."
        )
    return Lot(commitment=settings.lot_commitment, value=settings.lot_value, seed=settings.lot_seed)


def numbers(forum: Forum) -> dict[str, int]:
    """Return the number drawn for each request and proposal; refuses where :func:`lot_of` does."""
    lot = lot_of(forum)
    return {thing_id: drawn(lot, thing_id) for thing_id in thing_ids(forum)}


def thing_ids(forum: Forum) -> list[str]:
    """Return the ids of what numbers are drawn for."""
    return [*(request.id for request in forum.requests), *(proposal.id for proposal in forum.proposals)]


def in_order(lot: Lot, thing_ids: Iterable[str]) -> list[str]:
    """Return requests or proposals as the lot draws them, first drawn first."""
    return sorted(thing_ids, key=lambda thing_id: (drawn(lot, thing_id), thing_id))


def _refuse_seed_alone(forum: Forum) -> None:
    if forum.selection.lot_seed is not None:
        raise SchedulerError(
            f"The settings 'selection' state the seed '{forum.selection.lot_seed}', which nobody committed to: "
            "lot_commitment is blank. Remove lot_seed, or state the digest that was published before lists closed."
        )


def _refuse_other_seed(forum: Forum) -> None:
    seed, commitment = forum.selection.lot_seed, forum.selection.lot_commitment
    if seed is not None and commit(seed) != commitment:
        raise SchedulerError(
            f"The seed '{seed}' is not the one that was committed to: its digest is {commit(seed)}, and the published "
            f"commitment is {commitment}. State the seed from the file that forum lot commit wrote."
        )
