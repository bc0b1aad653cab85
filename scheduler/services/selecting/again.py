"""What is left of the floor of sessions in which somebody is refused, shared out anew."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from fractions import Fraction

from scheduler.services.selecting.budgets import in_proportion
from scheduler.services.selecting.places import floor_seconds
from scheduler.translate.selection import SelectionTranslation
from scheduler.translate.selection_seats import FloorShare, Sharing
from solver.selection.solution import Selection as Chosen


class Floor:
    """The places and the time that a selection uses, and what is left of them."""

    def __init__(self, translation: SelectionTranslation, chosen: Iterable[int]) -> None:
        self._translation = translation
        self._problem = translation.problem
        self._places: Counter[int] = Counter()
        self._of_share: Counter[int] = Counter()
        self._seconds: Counter[int] = Counter()
        self._of_session: Counter[int] = Counter()
        sharing = translation.sharing
        shares = {id(share): number for number, share in enumerate(sharing.floor_shares)}
        found = (sharing.share_of(seats) if seats.role is None else None for seats in sharing.seats)
        self._share_of = [None if share is None else shares[id(share)] for share in found]
        for request in chosen:
            self.take(request)

    def take(self, request: int, sign: int = 1) -> None:
        """Count a request in, or with -1 out."""
        r, share = self._problem.requests[request], self._share_of[self._problem.requests[request].quota]
        seconds = self._problem.seconds_of(request)
        self._places[r.quota] += sign * r.places
        self._of_session[self._problem.session_of(request)] += sign * seconds
        if share is not None:
            self._of_share[share] += sign * r.places
            self._seconds[share] += sign * seconds

    def has_room(self, request: int) -> bool:
        """Say whether a statement fits the time that is left, and what the forum states at most."""
        r, session = self._problem.requests[request], self._problem.session_of(request)
        seats, share = self._translation.sharing.seats[r.quota], self.share_of(request)
        given = self._problem.sessions[session]
        left = given.seconds + given.changeover - self._of_session[session]
        bounds = [(seats.most, self._places[r.quota])]
        if share is not None:
            bounds.append((share.most, self._of_share[self._share_of[r.quota] or 0]))
        within = all(most is None or taken + r.places <= most for most, taken in bounds)
        return within and self._problem.seconds_of(request) <= left

    def share_of(self, request: int) -> FloorShare | None:
        """Return the class share that a request competes in, where classes share the floor."""
        share = self._share_of[self._problem.requests[request].quota]
        return None if share is None else self._translation.sharing.floor_shares[share]

    def claim(self, request: int) -> tuple[Fraction, Fraction]:
        """Return the quotients of its class and of its constituency, by which the next place is given; higher is first.

        What either is sized by is divided by twice what it has, and one more.
        """
        r, share = self._problem.requests[request], self.share_of(request)
        seats = self._translation.sharing.seats[r.quota]
        own = Fraction(seats.asked, 2 * self._places[r.quota] + 1)
        if share is None:
            return Fraction(0), own
        usual = seats.usual_seconds or 1
        taken = self._seconds[self._share_of[r.quota] or 0]
        return share.part / (2 * taken + usual), own

    def places(self, quota: int) -> int:
        """Return the places that are taken of a quota."""
        return self._places[quota]

    def seconds(self, share: int) -> int:
        """Return the time that the speakers of a class take."""
        return self._seconds[share]


def shared_again(translation: SelectionTranslation, chosen: Chosen, able: Iterable[int]) -> Sharing:
    """Return the quotas with what is left in the sessions of some requests shared out among these.

    Statement by statement, as long as one fits: first choices first, then the class and in it the constituency with the
    highest quotient, of equal ones the shorter statement, then the one drawn first. Which statements these places
    become is for the levels to say; the first of them has room in any case.
    """
    problem, sharing, wishes = translation.problem, translation.sharing, translation.wishes
    floor = Floor(translation, chosen)

    def order(request: int) -> tuple[bool, Fraction, Fraction, int, int, int]:
        of_class, own = floor.claim(request)
        r = problem.requests[request]
        return wishes[request].is_second, -of_class, -own, r.seconds, r.lot, request

    fitting = set(able)
    while fitting := {request for request in fitting if floor.has_room(request)}:
        first = min(fitting, key=order)
        floor.take(first)
        fitting.remove(first)
    sessions = {wishes[request].session.id for request in able}
    seats = (
        replace(one, places=floor.places(quota)) if one.role is None and one.session in sessions else one
        for quota, one in enumerate(sharing.seats)
    )
    return Sharing(tuple(seats), tuple(_shares(translation, floor, sessions)))


def _shares(translation: SelectionTranslation, floor: Floor, sessions: Collection[str]) -> Iterator[FloorShare]:
    """Yield the time of each class: what its places take, and in proportion to its part what nobody can use.

    So it adds up to the floor, and to one change of speaker more where no change after the last speaker is left.
    """
    of_session: dict[str, list[int]] = defaultdict(list)
    for number, share in enumerate(translation.sharing.floor_shares):
        of_session[share.session].append(number)
    for session, numbers in of_session.items():
        shares = [translation.sharing.floor_shares[number] for number in numbers]
        if session not in sessions:
            yield from shares
            continue
        taken = [floor.seconds(number) for number in numbers]
        left = max(0, floor_seconds(translation.forum.session_by_id[session]) - sum(taken))
        more = in_proportion(left, [share.part for share in shares])
        yield from (replace(s, seconds=a + b) for s, a, b in zip(shares, taken, more, strict=True))
