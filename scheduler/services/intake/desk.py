"""What a focal point, a delegation or the organiser sees of requests: their own, where they stand, what can be done."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pydantic import Field

from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.errors import NotFoundError
from scheduler.formats.cell_errors import shown
from scheduler.formats.wording import did_you_mean
from scheduler.services.intake.events import Event
from scheduler.services.intake.standing import Standing, legally_folded
from scheduler.services.intake.states import RequestState
from solver.selection.rules.ranking import RankingIsFollowed

S = RequestState

_UNDECIDED = "Nothing is decided yet. It can be changed with the organiser, joined with another one, or withdrawn."
ADVICE = {
    S.DRAFT: "It asks for nothing before it is submitted.",
    S.SUBMITTED: _UNDECIDED,
    S.SHORTLISTED: _UNDECIDED,
    S.GIVEN: "Another speaker can be named, the statement made from afar, recorded or read by proxy, or joined with "
    "another one; its place exchanged where the other side agrees, time yielded, or the place given back.",
    S.WAIT_LISTED: "It is given a place when one becomes free and nobody waits before it. Until then it can join a "
    "statement that has a place, or be withdrawn.",
    S.DECLINED: "It can join a statement in the same session, where that statement's requester agrees.",
    S.WITHDRAWN: "A new request can be made.",
    S.ABSENT: "It is called again at the end of its class.",
    S.SPOKEN: "Nothing more is needed.",
}
"""What whoever made a request can do, in each state."""

_JOINED = (
    "It has joined another statement: what is done with that one holds for it too. It can leave it by withdrawing."
)


def advice(standing: Standing) -> str:
    """Return what whoever made a request can do now."""
    if standing.merged_into and standing.state not in (S.WITHDRAWN, S.SPOKEN):
        return _JOINED
    answer = " An exchange of places is offered to it: it can be accepted (swapped) or refused (swap-refused)."
    return ADVICE[standing.state] + (answer if standing.offers else "")


class ProposalStanding(Value):
    """What was decided about a proposal for a side event, and why; for its organisers and for the forum's."""

    proposal: Identifier
    state: RequestState = RequestState.SUBMITTED
    position: int | None = Field(None, description="Place in its waiting list now, 1 is promoted first")
    basis: Basis | None = Field(None, description="What the decision rests on; none is not decided")
    reason: str | None = None
    history: tuple[Event, ...] = ()


def own_proposals(
    forum: Forum, selection: Selection | None, participant: str | None = None, request: str | None = None
) -> tuple[ProposalStanding, ...]:
    """Return where the proposals of one participant stand, or one alone; none where neither is named."""
    own = [
        proposal.id
        for proposal in forum.proposals
        if (proposal.id == request if request is not None else participant in proposal.organisers)
    ]
    if not own:
        return ()
    fold = legally_folded(forum, selection)
    fold.decide_all()
    events = fold.side_events
    queues = events.waiting_lists().values()
    positions = {one.proposal.id: place for queue in queues for place, one in enumerate(queue, start=1)}
    return tuple(
        ProposalStanding(
            proposal=id,
            state=events.running[id].state,
            position=positions.get(id),
            basis=events.running[id].basis,
            reason=events.running[id].reason,
            history=tuple(events.running[id].history),
        )
        for id in own
    )


def ranked_higher(request: Request, standing: Standing, shown: Iterable[Request], forum: Forum) -> tuple[str, ...]:
    """Return those of the requests shown that the same requester wants more in the session where a request stands.

    Nothing where something else than the requester's ranking decided.
    """
    is_given = standing.state is RequestState.GIVEN
    if is_given or not standing.is_as_selected or standing.rule != RankingIsFollowed.name:
        return ()
    ranked = [
        (other.priority or LAST, other.id)
        for other in shown
        if standing.session in (other.session, other.second_choice)
        and other.role is request.role
        and _ranker(forum, other) == _ranker(forum, request)
        and (other.priority or LAST) < (request.priority or LAST)
    ]
    return tuple(id for _, id in sorted(ranked))


def _ranker(forum: Forum, request: Request) -> str:
    return request.nominated_by or forum.participant_by_id[request.participant].constituency or request.participant


LAST = 10**9
"""Where a request stands in its requester's ranking that is not ranked: after all that are."""

_LISTED = 20


def own_requests(
    forum: Forum, constituency: str | None = None, participant: str | None = None, request: str | None = None
) -> tuple[Request, ...]:
    """Return the requests of one constituency, those one participant made, or one alone; all where none is named."""
    _know(constituency, forum.constituency_by_id, "constituency")
    _know(participant, forum.participant_by_id, "participant")
    _know(request, (*forum.request_by_id, *(proposal.id for proposal in forum.proposals)), "request")
    return tuple(
        item
        for item in forum.requests
        if constituency in (None, forum.participant_by_id[item.participant].constituency)
        and participant in (None, item.participant, item.nominated_by)
        and request in (None, item.id)
    )


def _know(name: str | None, known: Collection[str], noun: str) -> None:
    if name is None or name in known:
        return
    advice = did_you_mean(name, known, f"Write the id of a {noun}.")
    if len(known) <= _LISTED and not advice.startswith("Write one"):
        advice += f" The ids are {', '.join(known)}."
    raise NotFoundError(f"The forum has no {noun} {shown(name)}. {advice}")
