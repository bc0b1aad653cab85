"""Whether one more request can have a place of a session: the limits of the selection, asked of what is so now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.services.intake.places import Time, class_id, class_time, floor_time, holders, taken
from solver.rule import sentence
from solver.selection.rules.limits import ClassTimeHolds, FloorTimeHolds, OrganisationInForum, OrganisationInSession

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running


def broken_limit(
    fold: Fold, one: Running, session: str, leaving: Running | None = None, *, is_of_class: bool = True
) -> str | None:
    """Return the sentence of the limit that a request breaks with a place of a session, or None.

    ``leaving`` is who has that place until then, in an exchange; the place is not ``is_of_class`` where it passes to
    its class from another, whose time comes with it.
    """
    broken = _broken_time(fold, one, session, leaving, is_of_class=is_of_class)
    return broken or _broken_by_organisation(fold, one, session, leaving)


def _broken_time(fold: Fold, one: Running, session: str, leaving: Running | None, *, is_of_class: bool) -> str | None:
    if one.request.role is not None:
        return None
    more = taken(fold, one, session) - (taken(fold, leaving) if leaving else 0)
    if _exceeds(floor_time(fold, session), more):
        return sentence(FloorTimeHolds())
    of_class = class_time(fold, session, class_id(fold, one)) if is_of_class else None
    if of_class and _exceeds(of_class, more):
        return sentence(ClassTimeHolds())
    return None


def _exceeds(time: Time, more: int) -> bool:
    return more > 0 and time.taken + more > time.given


def _broken_by_organisation(fold: Fold, one: Running, session: str, leaving: Running | None) -> str | None:
    if fold.forum.class_by_id[class_id(fold, one)].delegation:
        return None
    settings, own = fold.forum.selection, one.request.participant
    others = [
        other
        for other in fold.running.values()
        if other is not one and other is not leaving and other.request.participant == own
    ]
    held = {place.id: sum(other in others for other in holders(fold, place.id)) for place in fold.forum.sessions}
    if settings.most_in_session is not None and held[session] >= settings.most_in_session:
        return sentence(OrganisationInSession())
    if leaving is None and settings.most_in_forum is not None and sum(held.values()) >= settings.most_in_forum:
        return sentence(OrganisationInForum())
    return None
