"""A log repeated entry by entry: whether each promotion it rests on the method is the one the method comes to."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.services.intake.folding import Fold
from scheduler.services.intake.promotion import following


def other_promotions(forum: Forum, selection: Selection | None) -> Iterator[str]:
    """Yield a sentence for each promotion of a log that the method does not come to, and each that is missing.

    What came before the selection is part of it, and repeated by making it again. After a promotion that differs the
    log is taken as it is written.
    """
    fold = Fold(forum, selection)
    due: list[Entry] = []
    for entry in forum.log:
        if fold.is_before(entry):
            fold.apply(entry)
            continue
        fold.decide_all()
        if promotes(entry):
            yield from _compared(entry, due)
        else:
            yield from map(_missing, due)
            due = list(following(fold.copy(), entry))
        fold.apply(entry)
    yield from map(_missing, due)


def promotes(entry: Entry) -> bool:
    """Say whether an entry gives a place by the method."""
    return entry.happening is Happening.GIVEN and entry.basis is Basis.METHOD


def _compared(entry: Entry, due: list[Entry]) -> Iterator[str]:
    expected = due.pop(0) if due else None
    written = f"Entry {entry.number} of the log gives {entry.request} a place by the method"
    if expected is None:
        yield f"{written}, which promotes nobody there."
    elif (expected.request, expected.other, expected.minutes) != (entry.request, entry.other, entry.minutes):
        yield f"{written}, which comes to {expected.request} there."
        due.clear()


def _missing(entry: Entry) -> str:
    return f"The method gives {entry.request} a place after entry {entry.number - 1} of the log, which does not say so."
