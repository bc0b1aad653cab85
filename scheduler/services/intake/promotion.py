"""Who has a place that has become free: the first of its waiting list that the limits of the method allow."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.sharing import Yielded
from scheduler.services.intake.limits import broken_limit
from scheduler.services.intake.places import Quota, class_id, free_places, quota_of, taken, waiting_lists
from scheduler.services.intake.states import HOLDS_PLACE

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running

FREEING = (Happening.WITHDRAWN, Happening.DECLINED, Happening.WAIT_LISTED, Happening.MERGED)


def freed_quota(fold: Fold, entry: Entry) -> Quota | None:
    """Return the quota of which an entry that is about to be applied frees a place, or None."""
    one = fold.running[entry.request]
    if entry.happening not in FREEING or one.merged_into or one.state not in HOLDS_PLACE:
        return None
    if entry.happening is Happening.WITHDRAWN and one.members:
        return None
    if entry.happening is Happening.MERGED and not fold.has_floor(fold.running[entry.other or ""]):
        return None
    return quota_of(fold, one)


def promotions(fold: Fold, quota: Quota, cause: Entry) -> Iterator[Entry]:
    """Yield, and apply, an entry for each who is promoted into a place that an entry has freed, and into empty ones."""
    for _ in range(max(1, free_places(fold, quota))):
        following = _next(fold, quota, without=cause.request)
        if following is None:
            return
        one, passed = following
        yield _applied(fold, _given(fold, one, cause, _reason("A place has become free", passed)))


def promotions_by_yielding(fold: Fold, cause: Entry) -> Iterator[Entry]:
    """Yield, and apply, an entry for each who is promoted by time that speakers of their class have yielded."""
    quota = quota_of(fold, fold.running[cause.request])
    if fold.forum.selection.yielded is not Yielded.CLASS:
        return
    while following := _next(fold, quota, without=cause.request):
        one, passed = following
        if taken(fold, one) > _spare(fold, one):
            return
        minutes = taken(fold, one) / 60
        yield _applied(fold, _given(fold, one, cause, _reason("Enough time was yielded", passed), minutes))


def _next(fold: Fold, quota: Quota, without: str) -> tuple[Running, int] | None:
    """Return who is promoted next, and how many before it the limits hold back."""
    queue = [one for one in waiting_lists(fold).get(quota, ()) if one.request.id != without]
    for passed, one in enumerate(queue):
        if broken_limit(fold, one, quota.session) is None:
            return one, passed
    return None


def _spare(fold: Fold, one: Running) -> float:
    """Return the seconds that a class has yielded in a session and nobody has been promoted by."""
    alike = {
        id
        for id, other in fold.running.items()
        if other.session == one.session and class_id(fold, other) == class_id(fold, one)
    }
    minutes = 0.0
    for entry in fold.entries:
        if entry.request in alike and entry.minutes and not fold.is_superseded(entry):
            minutes += entry.minutes if entry.happening is Happening.YIELDED else -entry.minutes
    return minutes * 60


def _reason(why: str, passed: int) -> str:
    if not passed:
        return f"{why}, and this request was first in its waiting list."
    before = "1 waits" if passed == 1 else f"{passed} wait"
    return f"{why}, and this request was the first in its waiting list whom limits allow; {before} before it."


def _given(fold: Fold, one: Running, cause: Entry, reason: str, minutes: float | None = None) -> Entry:
    return Entry(
        number=len(fold.entries) + 1,
        at=cause.at,
        request=one.request.id,
        happening=Happening.GIVEN,
        basis=Basis.METHOD,
        other=cause.request,
        minutes=minutes,
        reason=reason,
    )


def _applied(fold: Fold, entry: Entry) -> Entry:
    fold.apply(entry)
    return entry
