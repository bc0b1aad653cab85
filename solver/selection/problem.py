"""What is given where more people ask for the floor than can have it.

Everything is an index. A *place* is one usual intervention; a quota is a number of places of one session that the
requests of one class or constituency compete for. A wish is one request, or one for its first choice of session and
others for what it would take instead: a request for each choice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from solver.rule import Level, Setting


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
        Index of the focal point in whose ranking it stands; None is in nobody's, and its rank says nothing.
    places
        Places it takes of its quota: 1, or as many usual statements as its time is worth, rounded up. With 1 for all,
        a long statement that costs two short ones their time is refused first, since places are to be filled.
    cosponsors
        Indices of the organisations that join in its statement and so are heard with it. Limits do not count them.
    stays
        Whether an earlier round has given it its place: it keeps that, or has its first choice instead.
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
    stays: bool = False


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
    def drawn(self) -> tuple[int, ...]:
        """For each request what its number counts: twice for a first choice.

        So of two who are given a place, each as a first or a second choice, the one drawn earlier has its first choice.
        """
        return tuple(request.lot * (2 if request.instead_of is None else 1) for request in self.requests)

    @cached_property
    def of_quota(self) -> tuple[tuple[int, ...], ...]:
        """For each quota its requests."""
        return _grouped(len(self.quotas), [request.quota for request in self.requests])

    @cached_property
    def asked(self) -> tuple[int, ...]:
        """For each quota the places that are asked for, no more than it has unless quotas are ignored."""
        is_ignored = "quota-holds" in self.settings and self.settings["quota-holds"].level is Level.IGNORE
        wanted = [sum(self.requests[i].places for i in members) for members in self.of_quota]
        limits = wanted if is_ignored else [quota.places for quota in self.quotas]
        return tuple(map(min, wanted, limits))

    @cached_property
    def of_session(self) -> tuple[tuple[int, ...], ...]:
        """For each session its requests."""
        return _grouped(len(self.sessions), [self.session_of(i) for i in range(len(self.requests))])

    @cached_property
    def of_organisation(self) -> tuple[tuple[int, ...], ...]:
        """For each organisation its requests."""
        return _grouped(len(self.organisations), [request.organisation for request in self.requests])

    @cached_property
    def heard_with(self) -> tuple[tuple[int, ...], ...]:
        """For each organisation the requests with which it is heard: its own and those it joins in."""
        found: list[list[int]] = [[] for _ in self.organisations]
        for i, request in enumerate(self.requests):
            for organisation in request.cosponsors | {request.organisation}:
                found[organisation].append(i)
        return tuple(map(tuple, found))

    @cached_property
    def of_balance(self) -> tuple[tuple[int, ...], ...]:
        """For each balance the requests it counts."""
        return tuple(
            tuple(i for i, r in enumerate(self.requests) if r.quota in b.quotas and b.trait in r.traits)
            for b in self.balances
        )

    @cached_property
    def of_budget(self) -> tuple[tuple[int, ...], ...]:
        """For each budget the requests whose time it counts."""
        return tuple(tuple(i for quota in sorted(b.quotas) for i in self.of_quota[quota]) for b in self.budgets)

    @cached_property
    def other_choices(self) -> tuple[tuple[int, ...], ...]:
        """For each request the other choices of its wish."""
        firsts = [i if request.instead_of is None else request.instead_of for i, request in enumerate(self.requests)]
        wishes = _grouped(len(self.requests), firsts)
        return tuple(tuple(other for other in wishes[first] if other != i) for i, first in enumerate(firsts))

    @cached_property
    def rankings(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """For each focal point and quota its requests, wanted most first, those of one rank together.

        What has no rank comes after what has. What is decided outside the method is left out.
        """
        found: dict[tuple[int, int], dict[tuple[bool, int], list[int]]] = {}
        for i, r in enumerate(self.requests):
            if r.decided is None and r.ranked_by is not None:
                ranks = found.setdefault((r.quota, r.ranked_by), {})
                ranks.setdefault((r.rank is None, r.rank or 0), []).append(i)
        ordered = [tuple(tuple(ranks[key]) for key in sorted(ranks)) for _, ranks in sorted(found.items())]
        return tuple(ranking for ranking in ordered if len(ranking) > 1)

    @cached_property
    def wanted_more(self) -> tuple[tuple[int, ...], ...]:
        """For each request those of its ranking that are wanted more."""
        found: list[tuple[int, ...]] = [()] * len(self.requests)
        for ranking in self.rankings:
            more: tuple[int, ...] = ()
            for tied in ranking:
                for i in tied:
                    found[i] = more
                more += tied
        return tuple(found)

    @cached_property
    def wanted_less(self) -> tuple[tuple[int, ...], ...]:
        """For each request those of its quota that its focal point wants less."""
        return _inverse(self.wanted_more)


def _grouped(size: int, keys: list[int]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in range(size)]
    for index, key in enumerate(keys):
        found[key].append(index)
    return tuple(tuple(members) for members in found)


def _inverse(relation: tuple[tuple[int, ...], ...]) -> tuple[tuple[int, ...], ...]:
    found: list[list[int]] = [[] for _ in relation]
    for index, others in enumerate(relation):
        for other in others:
            found[other].append(index)
    return tuple(map(tuple, found))
