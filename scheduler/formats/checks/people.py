"""People and the floor: who holds a role or asks to speak may do so, in the capacity that is named."""

from __future__ import annotations

from collections import defaultdict

from scheduler.domain.request import Request
from scheduler.domain.session import RoleName
from scheduler.formats.draft import Draft


def check_roles(draft: Draft) -> None:
    """A role is held by somebody, in a capacity that is theirs; one session has one chair."""
    chairs: dict[str, int] = {}
    for number, role in draft.values("roles"):
        if role.role is RoleName.CHAIR and chairs.setdefault(role.session, number) != number:
            problem = f"{role.session} has a chair already, on row {chairs[role.session]}."
            draft.warn("roles", number, "role", problem, "Write co-chair if both chair it.")
        if role.person is None and role.participant is None:
            advice = "Write the person, or the participant that will name one."
            draft.fault("roles", number, "person", "Nobody holds this role.", advice)
        _check_capacity(draft, "roles", number, role.person, role.participant)


def _check_capacity(draft: Draft, table: str, number: int, person_id: str | None, participant: str | None) -> None:
    person = draft.forum.person_by_id.get(person_id or "")
    if person is None or participant is None or participant in person.affiliations:
        return
    if participant not in draft.named("participants"):
        return
    belongs = ", ".join(person.affiliations) or "nobody"
    advice = (
        f"Write one of the person's affiliations ({belongs}), or add {participant} to them in {draft.spoken('people')}."
    )
    draft.fault(table, number, "participant", f"{person.id} does not belong to {participant}.", advice)


def check_requests(draft: Draft) -> None:
    """A request is for a session that takes any, by somebody who may speak in it."""
    for number, request in draft.values("requests"):
        _check_capacity(draft, "requests", number, request.person, request.participant)
        _check_session(draft, number, request)
        if request.requested_at is not None and request.requested_at.tzinfo is not None:
            advice = "Write the forum's local time, as 2026-02-03 10:15."
            draft.fault("requests", number, "requested_at", "The time has an offset.", advice)


def _check_session(draft: Draft, number: int, request: Request) -> None:
    session = draft.forum.session_by_id.get(request.session)
    if session is None or request.role is not None:
        return
    if session.floor_minutes == 0:
        minutes = f"{draft.heading('sessions', 'floor_minutes')} in {draft.spoken('sessions')}"
        advice = f"Write another session, or give this one {minutes}."
        draft.fault("requests", number, "session", f"{session.id} reserves no minutes for the floor.", advice)
        return
    participant = draft.forum.participant_by_id.get(request.participant)
    speaker = draft.forum.class_by_id.get(participant.participant_class) if participant else None
    if speaker and speaker.speaks_in and session.kind not in speaker.speaks_in:
        problem = f"A participant of the class {speaker.id} does not speak in sessions of the kind {session.kind}."
        advice = f"Write a session of the kinds {', '.join(speaker.speaks_in)}, or add the kind to its class."
        draft.fault("requests", number, "session", problem, advice)


def check_places(draft: Draft) -> None:
    """Each pinned place of a speakers list exists and is given once."""
    counts: dict[str, int] = defaultdict(int)
    for _, session in draft.cells("requests", "session"):
        counts[session] += 1
    taken: dict[tuple[str, int], int] = {}
    for number, request in draft.values("requests"):
        if request.place is None:
            continue
        count = counts[request.session]
        if request.place == 0 or abs(request.place) > count:
            problem = f"The list of {request.session} has no place {request.place}."
            advice = f"Write 1 (opens it) to {count}, or -1 (closes it) to -{count}."
            draft.fault("requests", number, "place", problem, advice)
            continue
        place = request.place if request.place > 0 else count + 1 + request.place
        first = taken.setdefault((request.session, place), number)
        if first != number:
            problem = f"The request on row {first} has this place already."
            draft.fault("requests", number, "place", problem, "Write another place, or leave one of them blank.")


def check_focal_points(draft: Draft) -> None:
    """A constituency has somebody who speaks for it, at the latest when its speakers are to be named."""
    waiting: dict[str | None, int] = defaultdict(int)
    for _, request in draft.values("requests"):
        participant = draft.forum.participant_by_id.get(request.participant)
        if participant is not None and request.person is None:
            waiting[participant.constituency] += 1
    for number, constituency in draft.values("constituencies"):
        if constituency.focal_point is not None:
            continue
        advice = f"Write the id or name of somebody in {draft.spoken('people')}."
        if count := waiting[constituency.id]:
            requests = "A request waits" if count == 1 else f"{count} requests wait"
            problem = f"{constituency.id} has no focal point. {requests} for a speaker only its focal point can name."
            draft.fault("constituencies", number, "focal_point", problem, advice)
        else:
            problem = f"{constituency.id} has no focal point, so nobody can request for it."
            draft.warn("constituencies", number, "focal_point", problem, advice)
