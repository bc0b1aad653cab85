"""How many places each class and constituency has in each session, by the forum's shares and by what is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.sharing import Share
from scheduler.services.selecting.budgets import budgets
from scheduler.services.selecting.groups import Group, claims_of, groups_of, places_asked, shares_of, usual_seconds
from scheduler.translate.selection_seats import FloorShare, Seats, Sharing
from scheduler.translate.selection_wishes import Wish
from scheduler.translate.speakers import listed_minutes
from solver.selection.apportion import sainte_lague


def sharing(forum: Forum, wishes: Sequence[Wish], numbers: Mapping[str, int]) -> Sharing:
    """Return the quotas of all sessions somebody asks to take part in, in the forum's order.

    ``numbers`` are those the lot has drawn; it decides between constituencies with equal claims.
    """
    asked: dict[str, list[Wish]] = defaultdict(list)
    for wish in wishes:
        asked[wish.session.id].append(wish)
    seats: list[Seats] = []
    shares: list[FloorShare] = []
    for session in forum.sessions:
        own = [wish for wish in asked[session.id] if not wish.is_kept]
        speeches = [wish for wish in own if wish.role is None]
        rows = shares_of(forum, session)
        if speeches and rows:
            found, more = _shared_floor(forum, session, speeches, rows, numbers)
            seats += found
            shares += more
        elif speeches:
            seats.append(_open_floor(forum, session, speeches))
        seats += _role_seats(forum, session, own)
        if held := len(asked[session.id]) - len(own):
            seats.append(Seats(session.id, held, is_kept=True))
    return Sharing(tuple(seats), tuple(shares))


def floor_seconds(session: Session) -> int:
    """Return the floor time that is given beforehand."""
    return listed_minutes(session) * 60


def _open_floor(forum: Forum, session: Session, speeches: Sequence[Wish]) -> Seats:
    """Return the one quota of a session nobody is promised a share of: all compete for its floor.

    It is not parted by class, so that a long statement is not refused for the sake of two short ones.
    """
    usual = usual_seconds(speeches)
    places = (floor_seconds(session) + forum.speaker_changeover_seconds) // usual
    given = places_asked((wish for wish in speeches if wish.is_given), usual)
    return Seats(session.id, max(places, given), usual_seconds=usual)


def _role_seats(forum: Forum, session: Session, own: Sequence[Wish]) -> list[Seats]:
    places = {row.role: row.places for row in forum.role_places if row.session == session.id}
    roles = dict.fromkeys(wish.role for wish in own if wish.role is not None)
    return [Seats(session.id, places.get(role, 0), role=role) for role in roles]


def _shared_floor(
    forum: Forum, session: Session, speeches: Sequence[Wish], rows: Sequence[Share], numbers: Mapping[str, int]
) -> tuple[list[Seats], list[FloorShare]]:
    groups = list(groups_of(forum, speeches, rows, numbers))
    floor = floor_seconds(session)
    claims = claims_of(groups, rows, floor)
    parts = budgets(floor, claims)
    order = {c.id: place for place, c in enumerate(forum.constituencies)}
    seats: list[Seats] = []
    for group, budget in zip(groups, parts, strict=True):
        found = [
            Seats(
                session.id,
                max(places, part.given),
                part.participant_class,
                part.constituency,
                usual_seconds=group.usual_seconds,
                asked=part.first,
                most=part.most,
            )
            for part, places in zip(group.parts, _apportioned(group, budget.places), strict=True)
        ]
        seats += sorted(found, key=lambda s: (s.participant_class or "", order.get(s.constituency or "", -1)))
    shares = [
        FloorShare(session.id, group.classes, max(budget.seconds, group.given_seconds), claim.weight, claim.most)
        for group, budget, claim in zip(groups, parts, claims, strict=True)
    ]
    return seats, shares


def _apportioned(group: Group, places: int) -> list[int]:
    """Share the places of a class out among its constituencies, by what each asks for; second choices after all first.

    Where there are fewer places than promised, they are shared out in proportion to what is.
    """
    first, second = [part.first for part in group.parts], [part.second for part in group.parts]
    least = [min(part.least, part.first + part.second) for part in group.parts]
    nothing = [0] * len(first)
    if sum(least) > places:
        return sainte_lague(least, places, nothing, least)
    most = [max(high, low) for high, low in zip(first, least, strict=True)]
    given = sainte_lague(first, places, least, most)
    more = [max(0, a + b - n) for a, b, n in zip(first, second, given, strict=True)]
    extra = sainte_lague(second, places - sum(given), nothing, more)
    return [n + m for n, m in zip(given, extra, strict=True)]
