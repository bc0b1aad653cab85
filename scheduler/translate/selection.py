"""A forum's requests and what they compete for become a selection problem."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant
from scheduler.translate.indices import positions
from scheduler.translate.requests import is_late
from scheduler.translate.selection_balances import Bound, bounds_of, traits_of
from scheduler.translate.selection_seats import Sharing
from scheduler.translate.selection_wishes import Wish
from scheduler.translate.settings import settings_of
from scheduler.translate.speakers import listed_minutes
from solver.selection import problem as solver
from solver.selection.rulebook import RULES


@dataclass(frozen=True)
class SelectionTranslation:
    """A selection problem with what is needed to read its answers."""

    forum: Forum
    wishes: tuple[Wish, ...]
    sharing: Sharing
    bounds: tuple[Bound, ...]
    problem: solver.Problem

    @cached_property
    def second_of(self) -> Mapping[int, int]:
        """For each first choice that has one the index of its second choice."""
        return {r.instead_of: i for i, r in enumerate(self.problem.requests) if r.instead_of is not None}


def selection_problem(
    forum: Forum,
    wishes: Sequence[Wish],
    sharing: Sharing,
    numbers: Mapping[str, int],
    staying: Collection[int] = (),
) -> SelectionTranslation:
    """Translate requests; ``numbers`` are those the lot has drawn, ``staying`` those an earlier round gave a place."""
    bounds = bounds_of(forum, wishes, sharing)
    sessions = positions(session.id for session in forum.sessions)
    change = forum.speaker_changeover_seconds
    problem = solver.Problem(
        sessions=tuple(solver.Session(listed_minutes(session) * 60, change) for session in forum.sessions),
        quotas=tuple(solver.Quota(sessions[seats.session], seats.places) for seats in sharing.seats),
        organisations=tuple(_organisation(forum, participant) for participant in forum.participants),
        requests=tuple(_requests(forum, wishes, sharing, bounds, numbers, staying)),
        balances=tuple(
            solver.Balance(trait, frozenset(bound.quotas), bound.least, bound.most)
            for trait, bound in enumerate(bounds)
        ),
        budgets=_budgets(sharing),
        settings=settings_of(forum, RULES),
    )
    return SelectionTranslation(forum, tuple(wishes), sharing, bounds, problem)


def _organisation(forum: Forum, participant: Participant) -> solver.Organisation:
    if forum.class_by_id[participant.participant_class].delegation:
        return solver.Organisation()
    return solver.Organisation(forum.selection.most_in_session, forum.selection.most_in_forum)


def _budgets(sharing: Sharing) -> tuple[solver.Budget, ...]:
    found = []
    for share in sharing.floor_shares:
        quotas = [i for i, seats in enumerate(sharing.seats) if sharing.share_of(seats) is share]
        found.append(solver.Budget(frozenset(quotas), share.seconds))
    return tuple(found)


def _requests(
    forum: Forum,
    wishes: Sequence[Wish],
    sharing: Sharing,
    bounds: Sequence[Bound],
    numbers: Mapping[str, int],
    staying: Collection[int],
) -> list[solver.Request]:
    organisations = positions(participant.id for participant in forum.participants)
    rankers: dict[str, int] = {}
    firsts = {wish.request.id: i for i, wish in enumerate(wishes) if not wish.is_second}
    found = []
    for number, wish in enumerate(wishes):
        request = wish.request
        quota = sharing.quota_of(wish)
        ranker = request.nominated_by or wish.constituency or request.participant
        found.append(
            solver.Request(
                quota=quota,
                organisation=organisations[request.participant],
                seconds=max(0, wish.seconds - forum.speaker_changeover_seconds) if wish.role is None else 0,
                rank=request.priority,
                is_late=is_late(forum, wish.session, request),
                lot=numbers[request.id],
                traits=frozenset(traits_of(forum, wish, quota, bounds)),
                decided=True if wish.is_given else None,
                instead_of=firsts[request.id] if wish.is_second else None,
                ranked_by=rankers.setdefault(ranker, len(rankers)),
                places=sharing.seats[quota].places_of(wish),
                cosponsors=frozenset(organisations[other] for other in request.cosponsors),
                stays=number in staying and not wish.is_given,
            )
        )
    return found
