"""Whether two requests may exchange their places: what the rules of the forum say to it, in the rule's own sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from scheduler.domain.session import Mode
from scheduler.services.intake.hours import can_come
from scheduler.services.intake.limits import broken_limit
from scheduler.services.intake.places import quota_of
from scheduler.translate.requests import class_of
from solver.rule import sentence
from solver.selection.rules.limits import QuotaHolds
from solver.speakers.rules.order import GroupsFirst
from solver.speakers.rules.presence import PinnedPlace, WithinAvailability

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running

EVENLY = "Speakers of a class that is interspersed stand evenly among the others."


def broken_by_swap(fold: Fold, one: Running, other: Running) -> str | None:
    """Return the sentence of the rule that an exchange would break, or None."""
    if one.place is not None or other.place is not None:
        return sentence(PinnedPlace())
    if one.session == other.session:
        return _broken_in_one_list(fold, one, other)
    return _broken_there(fold, one, other) or _broken_there(fold, other, one)


def _broken_in_one_list(fold: Fold, one: Running, other: Running) -> str | None:
    forum = fold.forum
    session = forum.session_by_id[one.session]
    kind = forum.kind_by_id[session.kind]
    sides = {class_of(forum, side.request).interspersed for side in (one, other)}
    if len(sides) > 1 and (session.mode or kind.mode) in (Mode.THROUGHOUT, Mode.AFTER_OPENING):
        return EVENLY
    groups = {side.request.on_behalf_of is not None for side in (one, other)}
    return sentence(GroupsFirst()) if kind.groups_first and len(groups) > 1 else None


def _broken_there(fold: Fold, one: Running, other: Running) -> str | None:
    """Return what keeps a request from the place of another in another session."""
    forum, session = fold.forum, fold.forum.session_by_id[other.session]
    group = class_of(forum, one.request)
    if group.speaks_in and session.kind not in group.speaks_in:
        return f"{group.label} has no floor in sessions of the kind {forum.kind_by_id[session.kind].label}."
    if quota_of(fold, one, other.session) != quota_of(fold, other):
        return sentence(QuotaHolds())
    if limit := broken_limit(fold, one, other.session, leaving=other):
        return limit
    return None if can_come(fold, one, session) else sentence(WithinAvailability())
