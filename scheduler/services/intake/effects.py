"""What an entry changes beside the state of its request."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from scheduler.domain.log import Entry, Happening
from scheduler.services.intake.events import DELIVERIES
from scheduler.services.intake.states import RequestState

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running

BETTER = (
    RequestState.ABSENT,
    RequestState.GIVEN,
    RequestState.WAIT_LISTED,
    RequestState.SHORTLISTED,
    RequestState.SUBMITTED,
)
"""States of which a joint statement has the best that one of those who join has, best first."""


def take(fold: Fold, one: Running, entry: Entry) -> None:
    """Let an entry that is legal have its effects; the state of its own request is still the old one."""
    effect = EFFECTS.get(entry.happening)
    if effect:
        effect(fold, one, entry)


def _withdraw(fold: Fold, one: Running, _: Entry) -> None:
    """Take a request out of all it was part of; who joined its statement keeps the place, the first to join leading."""
    _forget_offers(fold, one)
    if one.merged_into:
        fold.running[one.merged_into].members.remove(one.request.id)
        one.merged_into = None
    if one.members:
        _hand_over(fold, one)


def _hand_over(fold: Fold, one: Running) -> None:
    first, *others = one.members
    heir = fold.running[first]
    heir.merged_into, heir.members, one.members = None, others, []
    heir.state, heir.session, heir.place = one.state, one.session, one.place
    heir.basis, heir.rule, heir.reason, heir.yielded = one.basis, one.rule, one.reason, one.yielded
    for id in others:
        fold.running[id].merged_into = first


def _substitute(_: Fold, one: Running, entry: Entry) -> None:
    one.person = entry.person


def _deliver(_: Fold, one: Running, entry: Entry) -> None:
    one.delivery = DELIVERIES[entry.happening]
    if entry.happening is Happening.PROXY and entry.person:
        one.person = entry.person


def _offer(fold: Fold, one: Running, entry: Entry) -> None:
    fold.running[entry.other or ""].offers.append(one.request.id)


def _swap(fold: Fold, one: Running, entry: Entry) -> None:
    other = fold.running[entry.other or ""]
    one.session, other.session = other.session, one.session
    _forget_offers(fold, one)
    _forget_offers(fold, other)


def _forget_offers(fold: Fold, one: Running) -> None:
    """Drop all offers by and to a request whose place is no longer what was offered."""
    one.offers.clear()
    for other in fold.running.values():
        if one.request.id in other.offers:
            other.offers.remove(one.request.id)


def _refuse(_: Fold, one: Running, entry: Entry) -> None:
    one.offers.remove(entry.other or "")


def _merge(fold: Fold, one: Running, entry: Entry) -> None:
    """Let a request and all who joined it join another, which then stands as the better of the two stands."""
    lead = fold.running[entry.other or ""]
    for joined in (one, *(fold.running[id] for id in one.members)):
        joined.merged_into = lead.request.id
        lead.members.append(joined.request.id)
    one.members = []
    _forget_offers(fold, one)
    if _rank(one) < _rank(lead):
        lead.state, lead.session, lead.place = one.state, one.session, one.place
        lead.basis, lead.rule, lead.reason = one.basis, one.rule, one.reason


def _rank(one: Running) -> int:
    return BETTER.index(one.state) if one.state in BETTER else len(BETTER)


def _yield(_: Fold, one: Running, entry: Entry) -> None:
    one.yielded += entry.minutes or 0


EFFECTS: Mapping[Happening, Callable[[Fold, Running, Entry], None]] = {
    Happening.WITHDRAWN: _withdraw,
    Happening.SUBSTITUTED: _substitute,
    Happening.SWAP_OFFERED: _offer,
    Happening.SWAPPED: _swap,
    Happening.SWAP_REFUSED: _refuse,
    Happening.MERGED: _merge,
    Happening.YIELDED: _yield,
    **dict.fromkeys(DELIVERIES, _deliver),
}
