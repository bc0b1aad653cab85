"""A forum and its agenda as far as they may leave the tool: every output is rendered from these values alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Literal, TypeVar

from pydantic import AwareDatetime, Field

from scheduler.domain.agenda import Agenda, Measure, Placement
from scheduler.domain.base import Text, Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import RoleName
from scheduler.errors import NotFoundError
from scheduler.publish.clean import clean_line, clean_text
from scheduler.publish.hours import local
from scheduler.publish.papers import PublicPaper, PublicPledge, items_of, papers_of, public_pledges
from scheduler.publish.preparations import PublicPreparation, public_preparations
from scheduler.publish.regional import PublicRegionalReview, heard_in, public_regional_reviews
from scheduler.publish.reviews_public import PublicNationalReview, review_in
from scheduler.publish.visible import Shown, redactor, say, shown_holder, shown_speaker

T = TypeVar("T")


class PublicSpeaker(Value):
    """One turn at the microphone."""

    place: int = Field(description="Place in the session's list, 1 is first")
    sitting: int
    start: AwareDatetime = Field(description="Expected start, local time with offset")
    seconds: int = Field(description="Time limit in seconds")
    speaker: Shown


class PublicRole(Value):
    """One role; whoever merely attends is not published."""

    role: RoleName
    holder: Shown


class PublicSitting(Value):
    """One sitting of a session, where and when it stands."""

    uid: str = Field(description="Stable name of its calendar event")
    sitting: int
    period: str
    period_title: str | None
    date: dt.date = Field(description="Day of the forum, also after midnight")
    start: AwareDatetime
    end: AwareDatetime
    minutes: int
    room: str
    room_name: str


class PublicSession(Value):
    """One session with its roles and speakers."""

    id: str
    title: str
    kind: str
    kind_label: str
    description: str | None
    objectives: tuple[int, ...]
    themes: tuple[str, ...] = Field(description="Titles of its themes")
    organisers: tuple[str, ...] = Field(description="Names of the participants that organise it")
    sittings: tuple[PublicSitting, ...]
    roles: tuple[PublicRole, ...]
    speakers: tuple[PublicSpeaker, ...]
    agenda_items: tuple[str, ...] = Field(description="Titles of the items on its own agenda")
    regional_reviews: tuple[PublicRegionalReview, ...] = Field(description="Regional reviews it hears")
    papers: tuple[PublicPaper, ...]
    national_review: PublicNationalReview | None = Field(description="The national review it is, if it is one")


class PublicAgenda(Value):
    """The programme as anybody may see it."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    title: str
    note: str | None
    timezone: str = Field(description="IANA zone of the venue")
    language: str
    days: tuple[dt.date, ...]
    sessions: tuple[PublicSession, ...] = Field(description="In order of start, then room, then id")
    preparations: tuple[PublicPreparation, ...] = Field(description="Events outside the forum's rooms, by start")
    regional_reviews: tuple[PublicRegionalReview, ...] = Field(description="All of them, also those no session hears")
    pledges: tuple[PublicPledge, ...]


def public_agenda(forum: Forum, agenda: Agenda, language: str | None = None) -> PublicAgenda:
    """Return what may leave of an agenda, texts in one language."""
    sessions = (public_session(forum, agenda, session, language) for session in agenda.placements_of)
    return PublicAgenda(
        forum=forum.uid,
        title=say(forum, forum.title, language),
        note=clean_line(forum.note) if forum.note else None,
        timezone=forum.timezone,
        language=language or forum.languages[0],
        days=tuple(sorted(forum.days)),
        sessions=tuple(sorted(sessions, key=lambda s: (s.sittings[0].start, s.sittings[0].room, s.id))),
        preparations=public_preparations(forum, language),
        regional_reviews=public_regional_reviews(forum, language),
        pledges=public_pledges(forum, language),
    )


def public_session(forum: Forum, agenda: Agenda, session_id: str, language: str | None = None) -> PublicSession:
    """Return what may leave of one session."""
    session = known(forum.session_by_id, session_id, "session")
    kind = known(forum.kind_by_id, session.kind, "kind of session")
    themes = {theme.id: theme for theme in forum.themes}
    roles = [role for role in forum.roles if role.session == session_id and role.role is not RoleName.ATTENDEE]
    organisers = [known(forum.participant_by_id, organiser, "participant") for organiser in session.organisers]
    return PublicSession(
        id=session.id,
        title=say(forum, session.title, language),
        kind=kind.id,
        kind_label=say(forum, kind.label, language),
        description=_paragraphs(forum, session.description, language),
        objectives=session.objectives,
        themes=tuple(say(forum, known(themes, theme, "theme").title, language) for theme in session.themes),
        organisers=tuple(say(forum, organiser.name, language) for organiser in organisers),
        sittings=tuple(_sitting(forum, p, language) for p in agenda.placements_of.get(session_id, ())),
        roles=tuple(PublicRole(role=role.role, holder=shown_holder(forum, role, language)) for role in roles),
        speakers=_speakers(forum, agenda, session_id, language),
        agenda_items=items_of(forum, session_id, language),
        regional_reviews=heard_in(forum, session_id, language),
        papers=papers_of(forum, session_id, language),
        national_review=review_in(forum, session_id, language),
    )


def public_measures(forum: Forum, measures: tuple[Measure, ...]) -> tuple[Measure, ...]:
    """Return the measures of a list, what stands in the way told without names that are not public."""
    redact = redactor(forum)
    return tuple(m.model_copy(update={"because": redact(m.because) if m.because else None}) for m in measures)


def event_uid(forum: Forum, placement: Placement) -> str:
    """Return the name of a sitting's calendar event.

    It is made of the forum's uid, the session's id and the sitting's number, so it stays when the sitting moves.
    A uid holds no dot and a number neither, so no two sittings share a name. The end names no host (RFC 7986, 5.3).
    """
    return f"{forum.uid}.{placement.session}.{placement.sitting}@forum-scheduler"


def known(rows: Mapping[str, T], name: str, what: str) -> T:
    """Return the row of that name, or say what is missing and what to do."""
    if name not in rows:
        raise NotFoundError(f"The agenda needs the {what} {name}, which the forum does not have; run forum verify.")
    return rows[name]


def _paragraphs(forum: Forum, text: Text | None, language: str | None) -> str | None:
    wanted = () if language is None else (language,)
    return clean_text(text.of(*wanted, *forum.languages)) if text is not None else None


def _sitting(forum: Forum, placement: Placement, language: str | None) -> PublicSitting:
    period = known(forum.period_by_id, placement.period, "period")
    room = known(forum.room_by_id, placement.room, "room")
    return PublicSitting(
        uid=event_uid(forum, placement),
        sitting=placement.sitting,
        period=period.id,
        period_title=say(forum, period.title, language) if period.title else None,
        date=period.date,
        start=local(forum, placement.start),
        end=local(forum, placement.end),
        minutes=placement.minutes,
        room=room.id,
        room_name=say(forum, room.name, language),
    )


def _speakers(forum: Forum, agenda: Agenda, session_id: str, language: str | None) -> tuple[PublicSpeaker, ...]:
    speakers = agenda.list_of.get(session_id)
    turns = speakers.interventions if speakers else ()
    return tuple(
        PublicSpeaker(
            place=place,
            sitting=turn.sitting,
            start=local(forum, turn.start),
            seconds=turn.seconds,
            speaker=shown_speaker(forum, known(forum.request_by_id, turn.request, "request"), language),
        )
        for place, turn in enumerate(turns, start=1)
    )
