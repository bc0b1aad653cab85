"""What an organiser must know of what was just recorded, beside the entries themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.services.intake.events import DELIVERIES
from scheduler.services.intake.places import floor_time
from scheduler.services.intake.promotion import freed_quota
from scheduler.services.intake.standing import folded
from scheduler.services.intake.states import RequestState
from scheduler.services.intake.waiting import waiting_lists


def remarks(forum: Forum, selection: Selection | None, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield a sentence for each thing that entries which follow a forum's log leave open."""
    fold, _ = folded(forum, selection)
    fold.decide_all()
    entry = entries[0]
    quota = freed_quota(fold, entry)
    if quota is not None and len(entries) == 1:
        waits = any(one.request.id != entry.request for one in waiting_lists(fold).get(quota, ()))
        yield (
            "Nobody who waits for its place can have it now; it stays free."
            if waits
            else "Nobody waits for this place; it stays free."
        )
    if entry.happening in DELIVERIES and fold.state(fold.running[entry.request]) is RequestState.WAIT_LISTED:
        yield f"{entry.request} waits for a place: this will hold once it has one."
    for one in entries:
        fold.apply(one)
    time = floor_time(fold, fold.running[entry.request].session)
    if entry.happening is Happening.GIVEN and time.taken > time.given:
        yield f"All who have a place there now take {(time.taken - time.given) / 60:g} minutes more than its floor has."
