"""The numbers of the lot: what a seed and a public value draw for a request or proposal."""

from __future__ import annotations

import hashlib

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Lot

NUMBERS = 1_000_000
"""How many different numbers can be drawn."""

_BYTES = 8


def drawn(lot: Lot, thing_id: str) -> int:
    """Return the number a lot draws for a request or proposal, at least 0 and below 1,000,000."""
    text = f"{lot.seed}\n{lot.value or ''}\n{thing_id}"
    return int.from_bytes(hashlib.sha256(text.encode("utf-8")).digest()[:_BYTES], "big") % NUMBERS


def is_drawn(forum: Forum) -> bool:
    """Tell whether the numbers of a forum are final: it committed to no seed, or has published it with the value."""
    settings = forum.selection
    return settings.lot_commitment is None or None not in (settings.lot_seed, settings.lot_value)


def ordering_lot(forum: Forum) -> Lot:
    """Return the lot that lists are put in order by; before it is drawn, one of the uid, which nobody committed to."""
    settings = forum.selection
    if settings.lot_commitment is None:
        return Lot(value=settings.lot_value, seed=forum.uid)
    if settings.lot_seed is None or settings.lot_value is None:
        return Lot(seed=forum.uid)
    return Lot(commitment=settings.lot_commitment, value=settings.lot_value, seed=settings.lot_seed)
