"""What others may know of the log: who of those with a place withdrew or was absent, without person or reason."""

from __future__ import annotations

from pydantic import Field

from scheduler.domain.base import Identifier, Value
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.selection import Selection
from scheduler.publish.visible import shown_speaker
from scheduler.services.intake.standing import Standing, standings
from scheduler.services.intake.states import RequestState

PUBLISHED = (RequestState.WITHDRAWN, RequestState.ABSENT)


class Published(Value):
    """That somebody who had a place is not there."""

    session: Identifier
    who: str = Field(description="Organisation, or its class where details are withheld")
    what: str = Field(description="withdrawn or absent")


def published(forum: Forum, selection: Selection | None) -> tuple[Published, ...]:
    """Return the withdrawals and absences that others may know of, in the forum's order of requests."""
    found = standings(forum, selection)
    pairs = ((request, found[request.id]) for request in forum.requests)
    told = []
    for request, standing in pairs:
        if standing.state in PUBLISHED and _was_public(standing):
            told.append(
                Published(session=standing.session, who=told_of(forum, request, standing), what=standing.state.value)
            )
    return tuple(told)


def told_of(forum: Forum, request: Request, standing: Standing) -> str:
    """Return for whom a request was made, or the class alone where details of any speaker it had are withheld."""
    speakers = (request, request.model_copy(update={"person": standing.person}))
    shown = [shown_speaker(forum, speaker) for speaker in speakers]
    hidden = next((one.label for one in shown if one.organisation is None), None)
    return hidden or shown[0].organisation or shown[0].label


def _was_public(standing: Standing) -> bool:
    """Say whether a request had a place, so that it may stand in a list that others have seen."""
    return any(event.what == "given" for event in standing.history)
