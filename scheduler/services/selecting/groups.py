"""What the classes of one session ask for and are promised, and within each its constituencies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.sharing import Share
from scheduler.services.selecting.budgets import Claim
from scheduler.translate.selection_wishes import Wish


@dataclass(frozen=True, slots=True)
class Part:
    """One constituency of a class, or those of the class that belong to none; all figures count places."""

    participant_class: str
    constituency: str | None
    first: int
    """Asked for as a first choice, and possible by what the forum states at most."""
    second: int
    """The same for second choices."""
    least: int
    """Promised, or given by something outside the method."""
    most: int | None = None
    """What the forum states at most, or more where something outside the method gave more."""
    given: int = 0
    """Given by something outside the method."""
    given_seconds: int = 0
    """The time of these."""


@dataclass(frozen=True, slots=True)
class Group:
    """One class with a share of its own, or all others together."""

    classes: frozenset[str]
    usual_seconds: int
    parts: tuple[Part, ...]
    share: Share | None = None

    @property
    def first(self) -> int:
        """Places asked for as a first choice."""
        return sum(part.first for part in self.parts)

    @property
    def given_seconds(self) -> int:
        """The time of what something outside the method has given a place."""
        return sum(part.given_seconds for part in self.parts)

    @property
    def percent(self) -> Fraction | None:
        """Part of the floor that is promised, if one is."""
        return None if self.share is None else part_of(self.share)


def shares_of(forum: Forum, session: Session) -> tuple[Share, ...]:
    """Return the shares that hold in a session: its own, else, for a class it says nothing of, those of its kind."""
    own = [share for share in forum.shares if share.session == session.id]
    stated = {(share.participant_class, share.constituency) for share in own}
    of_kind = [share for share in forum.shares if share.session is None and share.kind == session.kind]
    return (*own, *(s for s in of_kind if (s.participant_class, s.constituency) not in stated))


def usual_seconds(wishes: Iterable[Wish]) -> int:
    """Return the time of a usual statement: that of most first choices, of equally many the shorter.

    The shorter makes no fewer places, and a longer statement takes several of them.
    """
    asked = list(wishes)
    counts = Counter(wish.seconds for wish in [w for w in asked if not w.is_second] or asked)
    return max(counts, key=lambda seconds: (counts[seconds], -seconds))


def places_asked(wishes: Iterable[Wish], usual: int) -> int:
    """Return how many usual statements some requests take; a longer one takes several."""
    return sum(max(1, -(-wish.seconds // usual)) for wish in wishes)


def groups_of(
    forum: Forum, speeches: Sequence[Wish], rows: Sequence[Share], numbers: Mapping[str, int]
) -> Iterator[Group]:
    """Yield the classes a row is stated for, in the forum's order, then all others as one.

    Constituencies come as the lot draws the first request of each, so that it decides between equal claims.
    """
    of_whole = {row.participant_class: row for row in rows if row.constituency is None}
    asked: dict[str | None, list[Wish]] = defaultdict(list)
    for wish in speeches:
        asked[wish.participant_class if wish.participant_class in of_whole else None].append(wish)
    for key in [*(c.id for c in forum.classes), None]:
        if wishes := asked.get(key):
            usual = usual_seconds(wishes)
            classes = frozenset(wish.participant_class for wish in wishes)
            drawn = sorted(wishes, key=lambda wish: (numbers[wish.request.id], wish.request.id))
            yield Group(classes, usual, tuple(_parts(drawn, usual, rows)), of_whole.get(key or ""))


def _parts(wishes: Sequence[Wish], usual: int, rows: Sequence[Share]) -> Iterator[Part]:
    own: dict[tuple[str, str | None], list[Wish]] = defaultdict(list)
    for wish in wishes:
        own[wish.participant_class, wish.constituency].append(wish)
    bounds: dict[tuple[str, str | None], Share] = {
        (row.participant_class, row.constituency): row for row in rows if row.constituency is not None
    }
    for key, members in own.items():
        row = bounds.get(key)
        least, most = _bounds(row) if row else (0, None)
        given = places_asked((wish for wish in members if wish.is_given), usual)
        first = places_asked((wish for wish in members if not wish.is_second), usual)
        both = places_asked(members, usual)
        most = most if most is None else max(most, given)
        top = both if most is None else most
        seconds = sum(wish.seconds for wish in members if wish.is_given)
        yield Part(*key, min(first, top), min(both, top) - min(first, top), max(least, given), most, given, seconds)


def _bounds(row: Share) -> tuple[int, int | None]:
    return (row.least or 0, row.most) if row.places is None else (row.places, row.places)


def claims_of(groups: Sequence[Group], rows: Sequence[Share], floor: int) -> list[Claim]:
    """Return what each group may have of a floor; who is promised a number of places has just these.

    What no row states a part of is left over for all who have neither percentage nor places, as they ask.
    """
    stated = sum((part_of(row) or Fraction(0) for row in rows if row.constituency is None), Fraction(0))
    fixed = sum(min(_places(group), group.first) * group.usual_seconds for group in groups)
    left_over = max(Fraction(0), 1 - stated - (Fraction(fixed, floor) if floor else 0))
    open_places = sum(group.first for group in groups if group.percent is None and not _places(group))
    return [_claim(group, left_over, open_places, floor) for group in groups]


def _claim(group: Group, left_over: Fraction, open_places: int, floor: int) -> Claim:
    share, weight, least, most = group.share, group.percent, 0, None
    if share is not None:
        least, most = _bounds(share)
    if weight is None and share is not None and share.places is not None:
        weight = Fraction(share.places * group.usual_seconds, floor) if floor else Fraction(0)
    elif weight is None:
        weight = left_over * group.first / open_places if open_places else Fraction(0)
    decided = sum(part.least for part in group.parts)
    return Claim(
        weight=weight,
        length=group.usual_seconds,
        asked=group.first,
        also=sum(part.second for part in group.parts),
        least=max(least, decided),
        most=most if most is None else max(most, decided),
    )


def part_of(row: Share) -> Fraction | None:
    """Return the part of the floor that a row promises, if it does."""
    return None if row.percent is None else Fraction(row.percent).limit_denominator(10_000) / 100


def _places(group: Group) -> int:
    return (group.share.places or 0) if group.share else 0
