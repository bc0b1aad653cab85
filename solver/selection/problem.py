"""What is given where more people ask for the floor than can have it.

Everything is an index. A *place* is one usual intervention; a quota is a number of places of one session that the
requests of one class or constituency compete for. A wish is one request, or one for its first choice of session and
others for what it would take instead: a request for each choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from solver.rule import Setting


@dataclass(frozen=True, slots=True)
class Session:
    """The floor of one session.

    Attributes
    ----------
    seconds
        Floor time in all, at least 0.
    changeover
        Seconds between two speakers.
    """

    seconds: int
    changeover: int = 0


@dataclass(frozen=True, slots=True)
class Quota:
    """Places of one session that some requests compete for."""

    session: int
    places: int


@dataclass(frozen=True, slots=True)
class Budget:
    """Floor time that some quotas share, as those of the constituencies of one class in a session.

    Attributes
    ----------
    quotas
        Indices of the quotas.
    seconds
        Time in all, at least 0. Every request counts with the changeover after it, so a session has
        ``seconds + changeover`` to share out: its last speaker needs none.
    """

    quotas: frozenset[int]
    seconds: int


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whoever requests are made for: a delegation, a UN entity, an organisation.

    Attributes
    ----------
    most_in_session, most_in_forum
        Most places it may have, or None.
    """

    most_in_session: int | None = None
    most_in_forum: int | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One wish for the floor of one session.

    Attributes
    ----------
    quota
        Index of the quota it competes in; that says the session.
    organisation
        Index of whom it is made for.
    seconds
        Time limit; 0 takes nothing of the floor, not even a changeover, as a role does.
    rank
        Place in its focal point's own ranking, 1 is wanted most; None where nothing is said. Ranks may be equal; they
        are compared among the requests of one quota that have the same ``ranked_by``.
    is_late
        Whether it came after the list was closed.
    lot
        Number drawn for it, at least 0; a lower one is drawn earlier.
    traits
        What balances count it under, such as a region.
    decided
        True or False where something outside the method has decided it, else None. Who withdrew is False.
    instead_of
        For a second choice the request for the first choice of the same wish, which is none itself; else None.
    shortfall
        Points by which it stays below the best mark that published criteria give, at least 0.
    ranked_by
        Index of the focal point whose ranking it stands in; None is nobody's.
    places
        Places it takes of its quota: 1, or as many usual statements as its time is worth, rounded up. With 1 for all,
        a long statement that costs two short ones their time is refused first, since places are to be filled.
    cosponsors
        Indices of the organisations that join in its statement and so are heard with it. Limits do not count them.
    """

    quota: int
    organisation: int
    seconds: int
    rank: int | None = None
    is_late: bool = False
    lot: int = 0
    traits: frozenset[int] = frozenset()
    decided: bool | None = None
    instead_of: int | None = None
    shortfall: int = 0
    ranked_by: int | None = None
    places: int = 1
    cosponsors: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Balance:
    """Bounds of how many of the chosen requests of some quotas carry a trait."""

    trait: int
    quotas: frozenset[int]
    least: int = 0
    most: int | None = None


@dataclass(frozen=True)
class Problem:
    """One selection: every request for the floor of every session of a forum."""

    sessions: tuple[Session, ...]
    quotas: tuple[Quota, ...]
    organisations: tuple[Organisation, ...]
    requests: tuple[Request, ...]
    balances: tuple[Balance, ...] = ()
    budgets: tuple[Budget, ...] = ()
    settings: Mapping[str, Setting] = field(default_factory=dict)

    def session_of(self, request: int) -> int:
        """Return the session a request is for."""
        return self.quotas[self.requests[request].quota].session

    def seconds_of(self, request: int) -> int:
        """Return what a request takes of the floor time, the changeover after it included."""
        seconds = self.requests[request].seconds
        return seconds and seconds + self.sessions[self.session_of(request)].changeover

    @cached_property
    def of_quota(self) -> tuple[tuple[int, ...], ...]:
        """For each quota its requests."""
        return _grouped(len(self.quotas), [request.quota for request in self.requests])

    @cached_property
    def of_session(self) -> tuple[tuple[int, ...], ...]:
        """For each session its requests."""
        return _grouped(len(self.sessions), [self.session_of(i) for i in range(len(self.requests))])

    @cached_property
    def of_organisation(self) -> tuple[tuple[int, ...], ...]:
        """For each organisation its requests."""
        return _grouped(len(self.organisations), [request.organisation for request in self.requests])

    @cached_property
    def of_balance(self) -> tuple[tuple[int, ...], ...]:
        """For each balance the requests it counts."""
        return tuple(
            tuple(i for i, r in enumerate(self.requests) if r.quota in b.quotas and b.trait in r.traits)
            for b in self.balances
        )

    @cached_property
    def ranked_before(self) -> tuple[int, ...]:
        """For each request how many of its quota its focal point wants more; what has no rank comes after what has."""
        counts = [0] * len(self.requests)
        for members in self.of_quota:
            order = sorted(members, key=self._rank_key)
            before = 0
            for place, i in enumerate(order):
                if place and self._rank_key(i) != self._rank_key(order[place - 1]):
                    before = place
                counts[i] = before
        return tuple(counts)

    def _rank_key(self, request: int) -> tuple[bool, int]:
        rank = self.requests[request].rank
        return rank is None, rank or 0


def _grouped(size: int, keys: list[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in range(size)]
    for index, key in enumerate(keys):
        found[key].append(index)
    return tuple(tuple(members) for members in found)
