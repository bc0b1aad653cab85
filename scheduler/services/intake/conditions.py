"""What must be so, beside the state of a request, for an entry to be legal."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from scheduler.domain.log import Basis, Entry, Happening
from scheduler.services.intake.states import MAY_SPEAK, RequestState

if TYPE_CHECKING:
    from scheduler.services.intake.folding import Fold, Running


def condition(fold: Fold, one: Running, entry: Entry) -> str | None:
    """Return why an entry that its state allows is not legal all the same and what can be done instead, or None."""
    check = CONDITIONS.get(entry.happening)
    return check(fold, one, entry) if check else None


def _person(fold: Fold, one: Running, entry: Entry) -> str | None:
    if entry.person is None:
        return None
    person = fold.forum.person_by_id.get(entry.person)
    if person is None:
        return f"There is no person {entry.person}. Add them to the people first."
    if one.request.participant not in person.affiliations:
        return (
            f"{entry.person} does not belong to {one.request.participant}. Name somebody who does, or add it to the "
            "affiliations of that person."
        )
    return None


def _substitute(fold: Fold, one: Running, entry: Entry) -> str | None:
    if entry.person is None:
        return "Nobody is named to speak instead. Name them with --person."
    return _person(fold, one, entry)


def _other(fold: Fold, one: Running, entry: Entry) -> Running | str:
    if entry.other is None:
        return f"What is {entry.happening.value} needs the other request. Name it with --with."
    other = fold.running.get(entry.other)
    if other is None or other is one:
        return f"{entry.other} is no other request. Name another request of the forum with --with."
    return other


def _offered(fold: Fold, one: Running, entry: Entry) -> str | None:
    other = _other(fold, one, entry)
    if isinstance(other, str):
        return other
    if one.request.id in other.offers:
        return f"Request {one.request.id} offers this to {entry.other} already. Wait for the answer."
    return _both_have_places(fold, one, other)


def _answered(fold: Fold, one: Running, entry: Entry) -> str | None:
    other = _other(fold, one, entry)
    if isinstance(other, str):
        return other
    if entry.other not in one.offers:
        return (
            f"{entry.other} has offered {one.request.id} no exchange. Both sides must agree: record swap-offered for "
            f"{one.request.id} with {entry.other}, and let {entry.other} accept."
        )
    return _both_have_places(fold, one, other)


def _both_have_places(fold: Fold, one: Running, other: Running) -> str | None:
    absent = RequestState.ABSENT in (one.state, other.state)
    if absent or not (fold.has_floor(one) and fold.has_floor(other)):
        return f"{other.request.id} has no place to exchange now. Name a request that is given a place."
    if one.request.role is not other.request.role:
        return f"{other.request.id} has a place of another kind. Only speeches, or places of one role, are exchanged."
    return None


def _merged(fold: Fold, one: Running, entry: Entry) -> str | None:
    lead = _other(fold, one, entry)
    if isinstance(lead, str):
        return lead
    if lead.merged_into:
        return f"{entry.other} has itself joined the statement of {lead.merged_into}. Join that one."
    for side in (one, lead):
        if side.state is RequestState.DECLINED and side.basis is not Basis.METHOD:
            return f"{side.request.id} was declined outside the method. It can join no statement until that is changed."
    if lead.state not in (*MAY_SPEAK, RequestState.DECLINED):
        return f"{entry.other} will not speak any more. Join a statement that is still to be made."
    if one.request.role or lead.request.role:
        return "Only statements are made together, not roles. Withdraw one of the two instead."
    if one.session != lead.session:
        return f"{one.request.id} and {entry.other} are for two sessions. Join a statement in the same session."
    return None


def _yielded(fold: Fold, one: Running, entry: Entry) -> str | None:
    left = fold.seconds(one)
    if entry.minutes is None:
        return "It does not say how many minutes are yielded. Write them with --minutes."
    if one.request.role:
        return "A role has no time limit to yield from. Withdraw it instead."
    if entry.minutes * 60 >= left and one.state is not RequestState.SPOKEN:
        return f"Only {left / 60:g} minutes are left to {one.request.id}. To give all of them back, withdraw it."
    if entry.minutes * 60 > left:
        return f"Only {left / 60:g} minutes are left to {one.request.id}. Write no more than that with --minutes."
    return None


def _promoted(fold: Fold, one: Running, entry: Entry) -> str | None:
    """Return why the method cannot have given this place: it gives what another has freed in the same session."""
    if entry.basis is not Basis.METHOD:
        return None
    other = _other(fold, one, entry)
    if isinstance(other, str):
        return (
            f"The method gives {one.request.id} no place that nobody has freed. Name whose place it is, or remove this."
        )
    if other.session != one.session:
        return (
            f"{one.request.id} waits in {one.session}, and {entry.other} can free a place in {other.session} alone. "
            "Promotions are written by forum record; remove this one."
        )
    return None


CONDITIONS: Mapping[Happening, Callable[[Fold, Running, Entry], str | None]] = {
    Happening.GIVEN: _promoted,
    Happening.SUBSTITUTED: _substitute,
    Happening.PROXY: _person,
    Happening.SWAP_OFFERED: _offered,
    Happening.SWAPPED: _answered,
    Happening.SWAP_REFUSED: _answered,
    Happening.MERGED: _merged,
    Happening.YIELDED: _yielded,
}
