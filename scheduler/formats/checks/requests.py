"""Requests: what each asks for by itself can be had, and none is there twice."""

from __future__ import annotations

from scheduler.domain.request import Request
from scheduler.formats.cells import written
from scheduler.formats.draft import Draft


def check_requests(draft: Draft) -> None:
    """A request came before the forum was over, fits the floor, and is made once."""
    seen: dict[tuple[str | None, ...], int] = {}
    for number, request in draft.values("requests"):
        _check_time(draft, number, request)
        _check_minutes(draft, number, request)
        role = request.role.value if request.role else None
        key = (request.session, request.participant, request.person, request.on_behalf_of, role)
        first = seen.setdefault(key, number)
        if first != number:
            problem = f"{request.participant} asks for the floor of {request.session} on row {first} already."
            draft.warn("requests", number, None, problem, "Remove one of the two unless it is to speak twice.")


def _check_time(draft: Draft, number: int, request: Request) -> None:
    if request.requested_at is None or not draft.knows("days"):
        return
    last = max(draft.forum.days)
    if request.requested_at.date() > last:
        problem = f"{request.requested_at:%Y-%m-%d} is after the forum, which ends on {last}."
        draft.warn("requests", number, "requested_at", problem, "Write when the request came.")


def _check_minutes(draft: Draft, number: int, request: Request) -> None:
    session = draft.forum.session_by_id.get(request.session)
    if session is None or request.minutes is None or not session.floor_minutes:
        return
    if request.minutes > session.floor_minutes:
        problem = f"It asks for {written(request.minutes)} minutes, and {session.id} reserves {session.floor_minutes}"
        advice = f"Write {session.floor_minutes} or less, or reserve more in {draft.spoken('sessions')}."
        draft.warn("requests", number, "minutes", f"{problem} for the floor.", advice)
