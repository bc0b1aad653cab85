"""Speaking slots that carry the outcome of one session into those it is attached to, without a wish or a selection."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from scheduler.domain.document import Document, DocumentKind
from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Link, RoleName, Session, Tie
from scheduler.services.models.dedicated import is_carried
from scheduler.translate.speakers import limit_seconds

IN_ORDER = (Link.BEFORE, Link.CONSECUTIVE, Link.FEEDS)
RAPPORTEUR = "Rapporteur"


def with_outcome_slots(forum: Forum) -> Forum:
    """Return the forum with a slot in every session an outcome is attached to, which comes after the outcome's own.

    The rapporteur of the session has it, else whoever leads it, with a rapporteur to be named. Its minutes are added
    to those for the floor as far as the session has them, so that nobody who asked has less. Where a participation
    model has given the same constituency a slot there, that is the one.
    """
    slots = {slot.id: (slot, document) for slot, document in _slots(forum)}
    if not slots:
        return forum
    found = forum.model_copy(update={"requests": (*forum.requests, *(slot for slot, _ in slots.values()))})
    minutes: dict[str, int] = {}
    for slot, _ in slots.values():
        seconds = limit_seconds(found, found.session_by_id[slot.session], slot) + forum.speaker_changeover_seconds
        minutes[slot.session] = minutes.get(slot.session, 0) + ceil(seconds / 60)
    return found.model_copy(
        update={
            "sessions": tuple(_roomier(session, minutes.get(session.id, 0)) for session in forum.sessions),
            "ties": (*forum.ties, *_ties(forum, tuple(slots.values()))),
        }
    )


def speaker_of(forum: Forum, session: str) -> tuple[str, str | None] | None:
    """Return who carries the outcome of a session, a participant and a person where one is named; None is nobody."""
    for role in forum.roles:
        if role.session == session and role.role is RoleName.RAPPORTEUR:
            person = forum.person_by_id.get(role.person or "")
            participant = role.participant or next(iter(person.affiliations if person else ()), None)
            if participant is not None:
                return participant, role.person
    leader = next(iter(forum.session_by_id[session].organisers), None)
    return None if leader is None else (leader, None)


def _slots(forum: Forum) -> Iterator[tuple[Request, Document]]:
    taken = {request.id for request in forum.requests}
    for document in forum.documents:
        own = document.of_session
        if document.kind is not DocumentKind.OUTCOME or own is None or own not in forum.session_by_id:
            continue
        speaker = speaker_of(forum, own)
        for session in document.sessions:
            slot = f"{own}-in-{session}"
            if speaker is None or session not in forum.session_by_id or slot in taken or session == own:
                continue
            if is_carried(forum, speaker[0], session):
                continue
            taken.add(slot)
            function = None if speaker[1] else RAPPORTEUR
            asked = Request(id=slot, session=session, participant=speaker[0], person=speaker[1], function=function)
            yield asked, document


def _roomier(session: Session, minutes: int) -> Session:
    """Return a session with more minutes for the floor, as many as it has."""
    more = min(minutes, sum(session.sittings) - session.opening_minutes - session.floor_minutes)
    return session if more <= 0 else session.model_copy(update={"floor_minutes": session.floor_minutes + more})


def _ties(forum: Forum, slots: tuple[tuple[Request, Document], ...]) -> Iterator[Tie]:
    known = {(tie.first, tie.second) for tie in forum.ties if tie.link in IN_ORDER}
    for slot, document in slots:
        pair = (document.of_session or "", slot.session)
        if pair not in known:
            known.add(pair)
            yield Tie(first=pair[0], link=Link.BEFORE, second=pair[1])
