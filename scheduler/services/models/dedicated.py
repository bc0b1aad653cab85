"""Dedicated sessions, and the speaking slots that carry their results into the plenary: where they have a place."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler import clock
from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.domain.request import Request
from scheduler.domain.sharing import Share

CARRIES = "The slot carries the result of a session of their own into this one"


def fits_a_period(forum: Forum, session: Any) -> str | None:
    """Return why no period can hold a session, or None."""
    lengths = [
        end - start
        for start, end in (
            clock.period_minutes(forum, period) for period in forum.periods if session.kind in period.kinds
        )
    ]
    if max(session.sittings) <= max(lengths, default=0):
        return None
    if not lengths:
        return f"no period admits the kind {session.kind}, so {session.id} is left out"
    return f"the longest period for the kind {session.kind} has {max(lengths)} minutes, so {session.id} is left out"


def slot_objection(forum: Forum, slot: Any) -> str | None:
    """Return why a speaking slot has no place in its session, or None."""
    session, speaker = forum.session_by_id[slot.session], forum.participant_by_id[slot.participant]
    speaking = forum.class_by_id[speaker.participant_class]
    group = forum.constituency_by_id.get(speaker.constituency or "")
    if not session.floor_minutes:
        return f"{session.id} reserves no minutes for the floor, so there is no slot {slot.id}"
    if speaking.speaks_in and session.kind not in speaking.speaks_in:
        return f"the class {speaking.id} does not speak in {session.id}, so there is no slot {slot.id}"
    if group is None or group.focal_point is None:
        return f"nobody could name the speaker of the slot {slot.id}: its constituency has no focal point"
    asking = [request for request in forum.requests if _is_of(forum, request, session.id, group.id)]
    most = _most(forum, session.id, speaking.id, group.id)
    if most is not None and len(asking) >= most:
        return f"{group.id} asks for the floor of {session.id} already ({asking[0].id}), so no slot is added"
    return None


def with_slot_given(forum: Forum, slot: Any, model: str) -> Forum:
    """Note in the log that a slot has its place by the modalities, which is no outcome of the method of selection."""
    last = forum.log[-1] if forum.log else None
    at = slot.requested_at or dt.datetime.combine(min(forum.days), dt.time())
    entry = Entry(
        number=last.number + 1 if last else 1,
        at=max(at, last.at) if last else at,
        request=slot.id,
        happening=Happening.GIVEN,
        basis=Basis.OVERRIDE,
        by=f"Modalities of the model {model}",
        reason=CARRIES,
    )
    return forum.model_copy(update={"log": (*forum.log, entry)})


def is_carried(forum: Forum, participant: str, session: str) -> bool:
    """Say whether a model has given a participant, or others of its constituency, a slot in a session."""
    carrying = {entry.request for entry in forum.log if entry.reason == CARRIES}
    group = forum.participant_by_id[participant].constituency
    return any(
        request.id in carrying
        and request.session == session
        and (request.participant == participant or (group is not None and _is_of(forum, request, session, group)))
        for request in forum.requests
    )


def _is_of(forum: Forum, request: Request, session: str, constituency: str) -> bool:
    participant = forum.participant_by_id.get(request.participant)
    is_of = participant is not None and participant.constituency == constituency
    return is_of and request.session == session and request.role is None


def _most(forum: Forum, session: str, class_id: str, constituency: str) -> int | None:
    """Return how many places a constituency can have in a session, where that is bounded."""
    kind = forum.session_by_id[session].kind
    rows = [share for share in forum.shares if share.participant_class == class_id]
    own = [share for share in rows if share.session == session] or [share for share in rows if share.kind == kind]
    bounds = [_bound(share) for share in own if share.constituency in (None, constituency)]
    return min((bound for bound in bounds if bound is not None), default=None)


def _bound(share: Share) -> int | None:
    found = [bound for bound in (share.places, share.most) if bound is not None]
    return min(found, default=None)
