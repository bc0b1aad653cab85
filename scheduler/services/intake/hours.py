"""Whether somebody can be there at all when a session may take place; where it does is known only once it is placed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from scheduler.clock import period_minutes, window_minutes
from scheduler.domain.session import Session
from scheduler.services.intake.events import Delivery
from scheduler.translate.speakers import stated_hours
from scheduler.translate.windows import Window, common, merged

if TYPE_CHECKING:
    from scheduler.domain.forum import Forum
    from scheduler.services.intake.folding import Fold, Running


def can_come(fold: Fold, one: Running, session: Session, person: str | None = None) -> bool:
    """Say whether whoever speaks for a request, or somebody instead, has hours in which a session may take place."""
    speaker = one.request.model_copy(update={"person": person or one.person})
    hours = None if one.delivery is Delivery.RECORDED else stated_hours(fold.forum, speaker)
    if hours is None:
        return True
    needed = fold.seconds(one, session.id) if one.request.role is None else min(session.sittings) * 60
    return any(end - start >= needed for start, end in common(hours, possible_times(fold.forum, session)))


def possible_times(forum: Forum, session: Session) -> tuple[Window, ...]:
    """Return the seconds in which a session may take place by its kind, its pins and its own hours."""
    pinned = {pin.period for pin in forum.pins if pin.session == session.id and pin.period}
    is_pinned = len(pinned) > 0 and len(session.sittings) == 1
    periods = [p for p in forum.periods if (p.id in pinned if is_pinned else session.kind in p.kinds)]
    times = _seconds(period_minutes(forum, period) for period in periods)
    if not session.available:
        return times
    return common(times, _seconds(window_minutes(forum, window) for window in session.available))


def _seconds(windows: Iterable[Window]) -> tuple[Window, ...]:
    return merged((start * 60, end * 60) for start, end in windows)
