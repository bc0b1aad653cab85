"""The forum as planning sees it: with those alone who are given a place, where and as they are given it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.domain.regional_review import Preparation
from scheduler.domain.request import Request, TimeClass
from scheduler.domain.selection import Selection
from scheduler.domain.session import Role, Session
from scheduler.publish.visible import NOT_TOLD, acts_for_withheld
from scheduler.services.intake.events import Delivery
from scheduler.services.intake.folding import Fold
from scheduler.services.intake.online import online_event
from scheduler.services.intake.standing import Standing, legally_folded, standings_of
from scheduler.services.intake.states import UNDECIDED
from scheduler.services.outcome_slots import with_outcome_slots

FROM_AFAR = (Delivery.REMOTE, Delivery.RECORDED)


def granted(forum: Forum, selection: Selection | None) -> Forum:
    """Return the forum with the requests that have the floor, the roles and the side events that were given.

    Without a selection everybody who asks has the floor, unless the log says otherwise; roles and side events are not
    given by asking. Outcomes of other sessions have their slots. Raises every entry of the log that is not legal.
    """
    if selection is None and not forum.log and all(request.role is None for request in forum.requests):
        return with_outcome_slots(forum)
    fold = legally_folded(forum, selection)
    found = standings_of(fold)
    hidden = {one.id for one in forum.participants if acts_for_withheld(forum, one)}
    kept = [(request, found[request.id]) for request in forum.requests]
    kept = [(request, standing) for request, standing in kept if _speaks(request, standing, is_open=selection is None)]
    given = forum.model_copy(
        update={
            "requests": tuple(_as_given(*pair, hidden) for pair in kept if pair[0].role is None),
            "roles": (*forum.roles, *_roles(kept)),
            "sessions": (*forum.sessions, *_chosen(fold)),
            "preparations": (*forum.preparations, *_online(fold)),
        }
    )
    return with_outcome_slots(given)


def _speaks(request: Request, standing: Standing, *, is_open: bool) -> bool:
    is_asked = is_open and standing.state in UNDECIDED and request.role is None
    return standing.merged_into is None and (standing.has_place or is_asked)


def _as_given(request: Request, standing: Standing, hidden: Collection[str]) -> Request:
    """Return a request as its place is; a recording is there at any hour.

    Whoever has joined and acts for somebody withheld is counted alone: the request that shows it is no longer there.
    """
    return request.model_copy(
        update={
            "session": standing.session,
            "person": standing.person,
            "place": standing.place,
            "cosponsors": tuple(NOT_TOLD if one in hidden else one for one in standing.cosponsors),
            "time_class": TimeClass.JOINT if standing.is_joint else request.time_class,
            "minutes": standing.seconds / 60 if standing.is_joint or standing.yielded_minutes else request.minutes,
            "remote": standing.delivery in FROM_AFAR,
            "available": () if standing.delivery is Delivery.RECORDED else request.available,
        }
    )


def _roles(kept: Iterable[tuple[Request, Standing]]) -> Iterator[Role]:
    for request, standing in kept:
        if request.role is not None:
            yield Role(
                session=standing.session,
                role=request.role,
                person=standing.person,
                participant=request.participant,
                remote=standing.delivery in FROM_AFAR,
            )


def _chosen(fold: Fold) -> Iterator[Session]:
    """Yield the sessions that proposals become; one held online needs no room, so it is none."""
    for one in fold.side_events.given():
        if not one.proposal.remote:
            yield session_of(one.proposal)


def _online(fold: Fold) -> Iterator[Preparation]:
    """Yield the side events held online that state a time, as events that stand in no room."""
    online = (one.proposal for one in fold.side_events.given() if one.proposal.remote)
    yield from filter(None, (online_event(fold.forum, proposal) for proposal in online))


def session_of(proposal: Proposal) -> Session:
    """Return the session that a proposal becomes once it is given a place."""
    return Session(
        id=proposal.id,
        kind=proposal.kind,
        title=proposal.title,
        description=proposal.description,
        sittings=(proposal.minutes,),
        audience=proposal.audience,
        equipment=proposal.equipment,
        languages=proposal.languages,
        themes=proposal.themes,
        objectives=proposal.objectives,
        organisers=proposal.organisers,
        available=proposal.available,
        preferred=proposal.preferred,
    )
