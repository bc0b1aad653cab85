"""What an organiser must know of what was just recorded, beside the entries themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.services.intake.events import DELIVERIES
from scheduler.services.intake.folding import Fold
from scheduler.services.intake.places import floor_time
from scheduler.services.intake.promotion import freed_quota, frees_side_event
from scheduler.services.intake.standing import folded
from scheduler.services.intake.states import RequestState
from scheduler.services.intake.waiting import waiting_lists

_KEPT_FREE = {
    True: "Nobody who waits for its place can have it now; it stays free.",
    False: "Nobody waits for this place; it stays free.",
}
"""What is so of a place that was freed, by whether anybody waits for it."""


def remarks(forum: Forum, selection: Selection | None, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield a sentence for each thing that entries which follow a forum's log leave open."""
    fold, _ = folded(forum, selection)
    fold.decide_all()
    entry = entries[0]
    if fold.is_side_event(entry.request):
        yield from _of_side_event(fold, entries)
        return
    quota = freed_quota(fold, entry)
    if quota is not None and len(entries) == 1:
        waits = any(one.request.id != entry.request for one in waiting_lists(fold).get(quota, ()))
        yield _KEPT_FREE[waits]
    if entry.happening in DELIVERIES and fold.state(fold.running[entry.request]) is RequestState.WAIT_LISTED:
        yield f"{entry.request} waits for a place: this will hold once it has one."
    for one in entries:
        fold.apply(one)
    time = floor_time(fold, fold.running[entry.request].session)
    if entry.happening is Happening.GIVEN and time.taken > time.given:
        yield f"All who have a place there now take {(time.taken - time.given) / 60:g} minutes more than its floor has."


def _of_side_event(fold: Fold, entries: Sequence[Entry]) -> Iterator[str]:
    """Yield what entries about a side event leave open: a place that stays free, or more events than there is room."""
    events, entry = fold.side_events, entries[0]
    window, frees = events.window_of[entry.request], frees_side_event(fold, entry)
    for one in entries:
        fold.apply(one)
    if frees and len(entries) == 1 and not events.windows[window].is_remote:
        full = "There are as many side events of its kind as there is room for all the same; nobody has its place."
        yield _KEPT_FREE[bool(events.waiting_lists().get(window))] if events.free_places(window) else full
    taken = sum(events.window_of[one.proposal.id] == window for one in events.given())
    more = taken - events.windows[window].places
    if entry.happening is Happening.GIVEN and more > 0:
        yield f"{taken} side events of its kind have a place now, {more} more than there is room for."
