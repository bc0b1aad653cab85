"""What others may know of the log: who of those with a place withdrew or was absent, without person or reason."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic import Field

from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.proposal import Proposal
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.publish.visible import say, shown_name, shown_speaker
from scheduler.services.intake.events import Event
from scheduler.services.intake.standing import Standing, legally_folded, standings_of
from scheduler.services.intake.states import RequestState

PUBLISHED = (RequestState.WITHDRAWN, RequestState.ABSENT)


class Published(Value):
    """That somebody who had a place is not there."""

    session: Identifier = Field(description="Session, or the side event itself")
    who: str = Field(description="Organisation, or its class where details are withheld")
    what: str = Field(description="withdrawn or absent")


def published(forum: Forum, selection: Selection | None) -> tuple[Published, ...]:
    """Return the withdrawals and absences that others may know of, in the forum's order of requests."""
    fold = legally_folded(forum, selection)
    found = standings_of(fold)
    pairs = ((request, found[request.id]) for request in forum.requests)
    told = []
    for request, standing in pairs:
        if standing.state in PUBLISHED and had_place(standing.history):
            told.append(
                Published(session=standing.session, who=told_of(forum, request, standing), what=standing.state.value)
            )
    for one in fold.side_events.running.values():
        if one.state is RequestState.WITHDRAWN and had_place(one.history):
            told.append(Published(session=one.proposal.id, who=_leader(forum, one.proposal), what=one.state.value))
    return tuple(told)


def _leader(forum: Forum, proposal: Proposal) -> str:
    """Return who leads a side event, or its class alone where its name gives away somebody who is withheld."""
    leader = forum.participant_by_id[proposal.organisers[0]]
    label = forum.class_by_id[leader.participant_class].label
    return shown_name(forum, leader) or say(forum, label, None)


def told_of(forum: Forum, request: Request, standing: Standing) -> str:
    """Return for whom a request was made, or the class alone where details of any speaker it had are withheld."""
    speakers = (request, request.model_copy(update={"person": standing.person}))
    shown = [shown_speaker(forum, speaker) for speaker in speakers]
    hidden = next((one.label for one in shown if one.organisation is None), None)
    return hidden or shown[0].organisation or shown[0].label


def had_place(history: Iterable[Event]) -> bool:
    """Say whether a request had a place, so that it may stand in a list that others have seen."""
    return any(event.what == "given" for event in history)
