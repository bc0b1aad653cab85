"""Recording what happened to a request or a proposal: the entry, and the entries that follow from it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.selection import Selection
from scheduler.errors import NotFoundError, RefusedError
from scheduler.services.intake.entering import misfit
from scheduler.services.intake.folding import Fold
from scheduler.services.intake.hours import can_come
from scheduler.services.intake.places import Time, class_id, class_time, floor_time
from scheduler.services.intake.promotion import following
from scheduler.services.intake.standing import legally_folded
from scheduler.services.intake.states import usual_basis
from scheduler.services.intake.swaps import broken_by_swap
from solver.rule import sentence
from solver.selection.rules.limits import FloorTimeHolds
from solver.speakers.rules.presence import WithinAvailability

_FLOOR = sentence(FloorTimeHolds())


def record(
    forum: Forum,
    selection: Selection | None,
    request: str,
    happening: Happening,
    *,
    at: dt.datetime,
    basis: Basis | None = None,
    by: str | None = None,
    other: str | None = None,
    person: str | None = None,
    minutes: float | None = None,
    reason: str | None = None,
) -> tuple[Entry, ...]:
    """Return the entry of what happened and those that follow from it, or raise why it cannot be recorded."""
    fold = legally_folded(forum, selection)
    fold.decide_all()
    if request not in fold.running and not fold.is_side_event(request):
        raise NotFoundError(f"There is no request {request}. Write the id of a request or proposal of the forum.")
    try:
        entry = Entry(
            number=len(forum.log) + 1,
            at=at,
            request=request,
            happening=happening,
            basis=basis or usual_basis(happening),
            by=by,
            other=other,
            person=person,
            minutes=minutes,
            reason=reason,
        )
    except ValidationError as error:
        raise misfit(error) from None
    return tuple(_recorded(fold, entry))


def _recorded(fold: Fold, entry: Entry) -> Iterator[Entry]:
    if refused := fold.objection(entry) or _slip(fold, entry):
        raise RefusedError(refused)
    if broken := _broken_rule(fold, entry):
        what = f"{entry.request} cannot be recorded as {entry.happening.value}"
        raise RefusedError(f"{what}, since a rule of the forum would be broken: {broken}")
    if entry.happening is Happening.MERGED:
        after = fold.copy()
        after.apply(entry)
        if _is_too_long(_times(fold, entry), _times(after, entry)):
            raise RefusedError(
                f"A joint statement takes longer, and there is no time for it until somebody yields: {_FLOOR}"
            )
    yield entry
    yield from following(fold, entry)


def _slip(fold: Fold, entry: Entry) -> str | None:
    """Return why an entry that is legal cannot be what is meant, and what to write instead, or None."""
    last = max((old.at for old in fold.forum.log), default=entry.at)
    if entry.at < last:
        return (
            f"{entry.at:%Y-%m-%d %H:%M} is before the last entry of the log, which is of {last:%Y-%m-%d %H:%M}. "
            "Write a time that is not before it with --at."
        )
    if entry.happening is Happening.SUBSTITUTED and entry.person == fold.running[entry.request].person:
        return f"{entry.person} is the speaker of {entry.request} already. Name somebody else with --person."
    return None


def _broken_rule(fold: Fold, entry: Entry) -> str | None:
    one = fold.running.get(entry.request)
    if one is None:
        return None
    if entry.happening in (Happening.SWAP_OFFERED, Happening.SWAPPED):
        return broken_by_swap(fold, one, fold.running[entry.other or ""])
    if entry.happening is Happening.SUBSTITUTED and entry.person:
        session = fold.forum.session_by_id[one.session]
        return None if can_come(fold, one, session, entry.person) else sentence(WithinAvailability())
    return None


def _times(fold: Fold, entry: Entry) -> tuple[Time, ...]:
    """Return what is taken of the floor, and of the time of its class, where a request is."""
    one = fold.running[entry.request]
    of_class = class_time(fold, one.session, class_id(fold, one))
    return (floor_time(fold, one.session), *([of_class] if of_class else []))


def _is_too_long(before: Sequence[Time], after: Sequence[Time]) -> bool:
    return any(now.taken > max(then.taken, then.given) for then, now in zip(before, after, strict=True))
