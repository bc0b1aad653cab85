"""Balances of a forum, counted over quotas: how many of whom there should be among those who are given a place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant
from scheduler.domain.sharing import Balance, Per, Trait
from scheduler.translate.requests import participant_of
from scheduler.translate.selection_seats import Seats, Sharing
from scheduler.translate.selection_wishes import Wish


@dataclass(frozen=True, slots=True)
class Bound:
    """One balance in one session, or over all sessions it is for."""

    balance: Balance
    session: str | None
    quotas: tuple[int, ...]
    places: int
    """Places of these quotas, as far as they are asked for."""
    least: int
    most: int | None


def bounds_of(forum: Forum, wishes: Sequence[Wish], sharing: Sharing) -> tuple[Bound, ...]:
    """Return the bounds every balance sets, in percent of the places it covers: at least rounded up, at most down.

    A balance among one class covers the floor places of this class, one among everybody the places of roles too. Where
    all classes compete for one floor, a class covers as much of it as it has of the requests.
    """
    found: list[Bound] = []
    asked: list[list[Wish]] = [[] for _ in sharing.seats]
    for wish in wishes:
        asked[sharing.quota_of(wish)].append(wish)
    for balance in forum.balances:
        places = {
            i: _places(balance, seats, asked[i])
            for i, seats in enumerate(sharing.seats)
            if _covers(forum, balance, seats)
        }
        if balance.per is Per.FORUM:
            found += _bound(balance, None, places)
            continue
        for session in dict.fromkeys(sharing.seats[i].session for i in places):
            found += _bound(balance, session, {i: n for i, n in places.items() if sharing.seats[i].session == session})
    return tuple(found)


def bound_percent(balance: Balance, places: int) -> tuple[int, int | None]:
    """Return the fewest and the most of some places that a balance asks for."""
    least, most = balance.least_percent, balance.most_percent
    low = 0 if least is None else math.ceil(_part(least) * places)
    return low, None if most is None else math.floor(_part(most) * places)


def traits_of(forum: Forum, wish: Wish, quota: int, bounds: Sequence[Bound]) -> Iterator[int]:
    """Yield the bounds that a request counts for: each is a trait of its own."""
    for index, bound in enumerate(bounds):
        if quota in bound.quotas and carries(forum, wish, bound.balance):
            yield index


def carries(forum: Forum, wish: Wish, balance: Balance) -> bool:
    """Say whether a request is among those a balance counts; gender counts only with the person's consent."""
    participant = participant_of(forum, wish.request)
    if balance.participant_class not in (None, wish.participant_class):
        return False
    if balance.trait is Trait.GENDER:
        person = forum.person_by_id.get(wish.request.person or "")
        return bool(person and person.gender_counts and _same(person.gender, balance.value))
    return balance.value in values_of(participant, wish.request.flags, balance.trait)


def values_of(participant: Participant, flags: Iterable[str], trait: Trait) -> tuple[str | None, ...]:
    """Return what somebody counts under; flags are those of the participant and of what it asks for."""
    return {
        Trait.REGION: participant.regions,
        Trait.FLAG: (*participant.flags, *flags),
        Trait.CONSTITUENCY: (participant.constituency,),
        Trait.CLASS: (participant.participant_class,),
        Trait.TRACK: (participant.track,),
    }.get(trait, ())


def _covers(forum: Forum, balance: Balance, seats: Seats) -> bool:
    if seats.is_kept:
        return False
    if balance.kinds and forum.session_by_id[seats.session].kind not in balance.kinds:
        return False
    return balance.participant_class in (None, seats.participant_class) or seats.is_open


def _places(balance: Balance, seats: Seats, asked: Sequence[Wish]) -> int:
    wanted = sum(seats.places_of(wish) for wish in asked)
    places = min(seats.places, wanted)
    if balance.participant_class is None or not seats.is_open:
        return places
    own = sum(seats.places_of(wish) for wish in asked if wish.participant_class == balance.participant_class)
    return places * own // wanted if wanted else 0


def _bound(balance: Balance, session: str | None, places: Mapping[int, int]) -> Iterator[Bound]:
    if places:
        total = sum(places.values())
        yield Bound(balance, session, tuple(places), total, *bound_percent(balance, total))


def _part(percent: float) -> Fraction:
    return Fraction(percent).limit_denominator(10_000) / 100


def _same(stated: str | None, value: str) -> bool:
    return stated is not None and stated.strip().casefold() == value.strip().casefold()
