"""What requests compete for: the places of a quota, and the floor time that some quotas share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from scheduler.domain.session import RoleName
from scheduler.translate.selection_wishes import Wish


@dataclass(frozen=True, slots=True)
class Seats:
    """The places of one quota: of a class or constituency in a session, of a role in it, or of a whole floor."""

    session: str
    places: int
    participant_class: str | None = None
    constituency: str | None = None
    role: RoleName | None = None
    usual_seconds: int | None = None
    """Time of a usual statement, change of speaker included; a longer one takes several places."""
    is_kept: bool = False
    """Whether these are the places that an earlier selection has given in a session."""
    asked: int = 0
    """Places that are asked for as a first choice: what it is sized by where more is shared out."""
    most: int | None = None
    """Most places it may have, however much is left."""

    @property
    def is_open(self) -> bool:
        """Whether all classes compete for one floor."""
        return self.role is None and self.participant_class is None and not self.is_kept

    def places_of(self, wish: Wish) -> int:
        """Return how many of its places one request takes."""
        return max(1, -(-wish.seconds // self.usual_seconds)) if self.usual_seconds else 1


@dataclass(frozen=True, slots=True)
class FloorShare:
    """The floor time of one class in a session, or of all classes that no share is stated for."""

    session: str
    classes: frozenset[str]
    seconds: int
    part: Fraction = Fraction(1)
    """Part of the floor that it is promised, or has of what is left over by all promises."""
    most: int | None = None
    """Most places it may have, however much is left."""


@dataclass(frozen=True)
class Sharing:
    """Everything that is given: quotas, and the floor time of classes."""

    seats: tuple[Seats, ...]
    floor_shares: tuple[FloorShare, ...] = ()

    @cached_property
    def _by_key(self) -> dict[tuple[str, str | None, str | None, RoleName | None], int]:
        return {
            (s.session, s.participant_class, s.constituency, s.role): i
            for i, s in enumerate(self.seats)
            if not s.is_kept
        }

    def quota_of(self, wish: Wish) -> int:
        """Return the index of the quota a request competes in."""
        if wish.is_kept:
            return next(i for i, s in enumerate(self.seats) if s.is_kept and s.session == wish.session.id)
        return next(self._by_key[key] for key in self._keys(wish) if key in self._by_key)

    def _keys(self, wish: Wish) -> Iterable[tuple[str, str | None, str | None, RoleName | None]]:
        session = wish.session.id
        if wish.role is not None:
            return ((session, None, None, wish.role),)
        return ((session, wish.participant_class, wish.constituency, None), (session, None, None, None))

    def share_of(self, seats: Seats) -> FloorShare | None:
        """Return the floor time that a quota is part of, where classes share the floor."""
        return next(
            (
                share
                for share in self.floor_shares
                if share.session == seats.session and seats.participant_class in share.classes
            ),
            None,
        )
