"""What binds a lot in time: committed to before lists close, drawn after they have, and for the requests of then.

The digest of the requests is that of the lines of all requests that had come when the lot was drawn (those that state
no time too), sorted by id, then of the proposals of side events, sorted by id, each ended by a line feed, in UTF-8.
Each line is a JSON list without spaces:

    [ID, PARTICIPANT, SESSION, SECOND CHOICE, ROLE, TIME]        of a request
    [ID, KIND, [ORGANISER, ...]]                                 of a proposal

What is blank is null, and the time is in UTC. It holds nothing that may rightly change later, as who speaks does.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterator
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.errors import SchedulerError
from scheduler.publish.hours import dated
from scheduler.services.lot import commit
from scheduler.translate.requests import asked_at, instant


def closings(forum: Forum) -> list[dt.datetime]:
    """Return the moments at which lists of the forum close, the first first."""
    stated = (forum.selection.list_closes, *(session.list_closes for session in forum.sessions))
    return sorted({instant(forum, moment) for moment in stated if moment is not None})


def refuse_closed(forum: Forum, now: dt.datetime) -> None:
    """Refuse to commit to a seed once a list has closed: the seed could be chosen to suit who asked."""
    closed = [moment for moment in closings(forum) if moment <= now]
    if closed:
        raise SchedulerError(
            f"A list has closed already, on {dated(forum, closed[0])}: a seed that is committed to now can be chosen "
            "to suit who asked. If it must be, say why with --late; the reason is published with the lot."
        )


def refuse_open(forum: Forum, now: dt.datetime) -> None:
    """Refuse to draw before all lists have closed: requests could be made to suit the numbers."""
    moments = closings(forum)
    if not moments:
        raise SchedulerError(
            "The forum does not say when lists close, so that nothing tells whether they have. State "
            "selection.list_closes before the lot is drawn."
        )
    if now < moments[-1]:
        raise SchedulerError(
            f"Lists are open until {dated(forum, moments[-1])}. The lot is drawn after that, so that nobody can ask to "
            "suit its numbers."
        )


def draw(forum: Forum, value: str, seed: str, now: dt.datetime) -> Forum:
    """Return the forum with its lot drawn: the public value, the seed, when, and the digest of the requests."""
    settings = forum.selection
    if settings.lot_commitment is None:
        raise SchedulerError("No seed was committed to before lists closed, so there is none to draw the lot with.")
    if settings.lot_value is not None or settings.lot_seed is not None:
        raise SchedulerError("The settings state a public value or a seed already; a lot is drawn once.")
    if commit(seed) != settings.lot_commitment:
        raise SchedulerError(
            "This seed is not the one that was committed to: its digest is another than was published."
        )
    refuse_open(forum, now)
    local = now.astimezone(forum.zone).replace(tzinfo=None, microsecond=0)
    stated = {"lot_value": value, "lot_seed": seed, "lot_drawn": local}
    drawn = forum.model_copy(update={"selection": settings.model_copy(update=stated)})
    stated["lot_requests"] = digest_of_requests(drawn)
    return forum.model_copy(update={"selection": settings.model_copy(update=stated)})


def bound(forum: Forum) -> list[Request]:
    """Return the requests the lot was drawn for: those that had come by then, or do not say when they came."""
    drawn = forum.selection.lot_drawn
    if drawn is None:
        return list(forum.requests)
    then = instant(forum, drawn)
    return [one for one in forum.requests if one.requested_at is None or asked_at(forum, one) <= then]


def digest_of_requests(forum: Forum) -> str:
    """Return the digest by which the lot is bound to the requests and proposals there were when it was drawn."""
    return hashlib.sha256("".join(f"{line}\n" for line in _lines(forum)).encode("utf-8")).hexdigest()


def _lines(forum: Forum) -> Iterator[str]:
    for request in sorted(bound(forum), key=lambda one: one.id):
        came = (
            None
            if request.requested_at is None
            else f"{asked_at(forum, request).astimezone(dt.UTC):%Y-%m-%dT%H:%M:%SZ}"
        )
        role = request.role.value if request.role else None
        yield _line(request.id, request.participant, request.session, request.second_choice, role, came)
    for proposal in sorted(forum.proposals, key=lambda one: one.id):
        yield _line(proposal.id, proposal.kind, list(proposal.organisers))


def _line(*values: Any) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
