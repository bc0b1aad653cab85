"""Who has a place that has become free: the first of its waiting list that limits allow, else of another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.sharing import Yielded
from scheduler.services.intake.limits import broken_limit
from scheduler.services.intake.places import (
    Quota,
    class_id,
    free_places,
    has_all_it_may,
    quota_of,
    sharing_group,
    taken,
)
from scheduler.services.intake.states import HOLDS_PLACE, RequestState
from scheduler.services.intake.waiting import waiting_lists

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running

PASSED_ON = "A place has become free that nobody can have who waits for it, and this request was the next it passes to."

Lists = Mapping[Quota, Sequence["Running"]]
"""Who waits, by quota, in the order of promotion."""

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


def following(fold: Fold, entry: Entry) -> Iterator[Entry]:
    """Apply a legal entry, and yield and apply the promotions that follow from it."""
    if fold.is_side_event(entry.request):
        yield from _following_side_event(fold, entry)
        return
    quota = freed_quota(fold, entry)
    fold.apply(entry)
    if quota is not None:
        yield from promotions(fold, quota, entry)
    elif entry.happening is Happening.YIELDED:
        yield from promotions_by_yielding(fold, entry)


def promotions(fold: Fold, quota: Quota, cause: Entry) -> Iterator[Entry]:
    """Yield, and apply, an entry for each who is promoted into a place that an entry has freed, and into empty ones.

    A place for which nobody who waits in its quota can be promoted passes on to another one of its session.
    """
    for _ in range(free_places(fold, quota) if quota in fold.places else 1):
        lists = _lists(fold, quota, without=cause.request)
        if following := _next(fold, lists, quota):
            one, passed = following
            yield _applied(fold, _given(fold, one.request.id, cause, _reason("A place has become free", passed)))
        elif heir := _next_elsewhere(fold, lists, quota):
            yield _applied(fold, _given(fold, heir.request.id, cause, PASSED_ON))
        else:
            return


def promotions_by_yielding(fold: Fold, cause: Entry) -> Iterator[Entry]:
    """Yield, and apply, an entry for each who is promoted by time that speakers of their class have yielded."""
    quota = quota_of(fold, fold.running[cause.request])
    if fold.forum.selection.yielded is not Yielded.CLASS:
        return
    while following := _next(fold, _lists(fold, quota, without=cause.request), quota):
        one, passed = following
        if taken(fold, one) > _spare(fold, one):
            return
        minutes = taken(fold, one) / 60
        yield _applied(fold, _given(fold, one.request.id, cause, _reason("Enough time was yielded", passed), minutes))


def _lists(fold: Fold, quota: Quota, without: str) -> Lists:
    """Return who waits for the places of a session, or of a role in it, without the request that is the cause."""
    return {
        other: [one for one in queue if one.request.id != without]
        for other, queue in waiting_lists(fold).items()
        if (other.session, other.role) == (quota.session, quota.role)
    }


def _next(fold: Fold, lists: Lists, quota: Quota) -> tuple[Running, int] | None:
    """Return who is promoted next, and how many before it the limits hold back."""
    for passed, one in enumerate(lists.get(quota, ())):
        if broken_limit(fold, one, quota.session) is None:
            return one, passed
    return None


def _next_elsewhere(fold: Fold, lists: Lists, quota: Quota) -> Running | None:
    """Return who is promoted by a place of a session that nobody can have who waits in its own quota.

    It passes to another constituency of its class; to another class only where nobody of its own waits. Classes that
    no share is stated for are one here. Of several quotas the one with the highest quotient of Sainte-Laguë is next:
    the requests it was sized by, over twice the places it has and one more. Who has all that the forum's shares let it
    have gets no more.
    """
    if quota.role is not None or quota not in fold.places:
        return None

    def quotient(other: Quota) -> Fraction:
        return Fraction(fold.requested.get(other, 0), 2 * fold.places.get(other, 0) + 1)

    group = sharing_group(fold.forum, quota.session, quota.participant_class)
    able = [other for other in lists if lists[other] and not has_all_it_may(fold, other)]
    own = [other for other in able if sharing_group(fold.forum, other.session, other.participant_class) == group]
    for other in sorted(own or able, key=lambda other: (-quotient(other), str(other))):
        for one in lists[other]:
            if broken_limit(fold, one, quota.session, is_of_class=bool(own)) is None:
                return one
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


def frees_side_event(fold: Fold, entry: Entry) -> bool:
    """Say whether an entry that is about to be applied frees the place of a side event."""
    one = fold.side_events.running[entry.request]
    return entry.happening in FREEING and one.state is RequestState.GIVEN


def _following_side_event(fold: Fold, entry: Entry) -> Iterator[Entry]:
    """Apply an entry about a proposal, and yield and apply the promotions of its waiting list that follow from it."""
    events, frees = fold.side_events, frees_side_event(fold, entry)
    fold.apply(entry)
    window = events.window_of[entry.request]
    while frees and events.free_places(window):
        queue = events.waiting_lists().get(window, [])
        passed, one = next(((n, one) for n, one in enumerate(queue) if events.may_lead(one)), (0, None))
        if one is None:
            return
        reason = _reason("A place has become free", passed, "proposal")
        yield _applied(fold, _given(fold, one.proposal.id, entry, reason))


def _reason(why: str, passed: int, noun: str = "request") -> str:
    if not passed:
        return f"{why}, and this {noun} was first in its waiting list."
    before = "1 waits" if passed == 1 else f"{passed} wait"
    return f"{why}, and this {noun} was the first in its waiting list whom limits allow; {before} before it."


def _given(fold: Fold, name: str, cause: Entry, reason: str, minutes: float | None = None) -> Entry:
    return Entry(
        number=len(fold.entries) + 1,
        at=cause.at,
        request=name,
        happening=Happening.GIVEN,
        basis=Basis.METHOD,
        other=cause.request,
        minutes=minutes,
        reason=reason,
    )


def _applied(fold: Fold, entry: Entry) -> Entry:
    fold.apply(entry)
    return entry
