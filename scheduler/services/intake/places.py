"""Who competes with whom for a slot: quotas, their waiting lists, and what of a session's floor is taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from scheduler.domain.selection import QuotaOutcome
from scheduler.domain.session import RoleName
from scheduler.services.intake.states import RequestState

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running


@dataclass(frozen=True, slots=True)
class Quota:
    """The slots of one session that the requests of one class, constituency or role compete for."""

    session: str
    participant_class: str
    constituency: str | None = None
    role: RoleName | None = None


def quota_of(fold: Fold, one: Running, session: str | None = None) -> Quota:
    """Return the quota of a request where it stands now, or in another session: the narrowest the selection has."""
    participant = fold.forum.participant_by_id[one.request.participant]
    at, group, role = session or one.session, participant.participant_class, one.request.role
    if role:
        return Quota(at, "", None, role)
    own = Quota(at, group, participant.constituency)
    return own if own in fold.quotas else Quota(at, group)


def quota_from(outcome: QuotaOutcome) -> Quota:
    """Return the quota a selection speaks of."""
    group = "" if outcome.role else outcome.participant_class or ""
    return Quota(outcome.session or "", group, outcome.constituency, outcome.role)


def waiting_lists(fold: Fold) -> dict[Quota, list[Running]]:
    """Return by quota who waits, in the order in which they are promoted."""
    found: dict[Quota, list[Running]] = {}
    for one in sorted(fold.running.values(), key=lambda one: one.turn):
        if one.state is RequestState.WAIT_LISTED and not one.merged_into:
            found.setdefault(quota_of(fold, one), []).append(one)
    return found
