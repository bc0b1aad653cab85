"""The calendar file: one event a sitting, in UTC, which every reader agrees on."""

from __future__ import annotations

import datetime as dt

from icalendar import Calendar, Event, vText

from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum
from scheduler.publish.clean import clean_line
from scheduler.publish.hours import clock, minutes
from scheduler.publish.preparations import PublicPreparation
from scheduler.publish.programme_text import attached
from scheduler.publish.public import PublicAgenda, PublicSession, PublicSitting, public_agenda
from scheduler.publish.reviews_events import DeadlineEvent, deadline_events

PRODID = "-//Forum Scheduler//Forum Scheduler//EN"


def calendar(forum: Forum, agenda: Agenda, language: str | None = None, *, stamp: dt.datetime | None = None) -> bytes:
    """Return an iCalendar file (RFC 5545) that is the same bytes for the same agenda.

    DTSTAMP is ``stamp``, the moment of the release; where nobody states one it is midnight UTC of the first day.
    """
    public = public_agenda(forum, agenda, language)
    stamp = stamp or dt.datetime.combine(public.days[0], dt.time(), tzinfo=dt.UTC)
    book = Calendar()
    book.add("version", "2.0")
    book.add("prodid", PRODID)
    book.add("calscale", "GREGORIAN")
    book.add("name", vText(public.title))
    book.add("x-wr-calname", public.title)  # as it is: readers do not agree on escapes in properties not of the RFC
    book.add("x-wr-timezone", clean_line(public.timezone))
    events = [(sitting, session) for session in public.sessions for sitting in session.sittings]
    for sitting, session in sorted(events, key=lambda event: (event[0].start, event[0].uid)):
        book.add_component(_event(forum, public, session, sitting, stamp))
    for preparation in public.preparations:
        book.add_component(_preparation(preparation, stamp))
    for deadline in deadline_events(forum, language):
        book.add_component(_deadline(deadline, stamp))
    return bytes(book.to_ical())


def _event(
    forum: Forum, public: PublicAgenda, session: PublicSession, sitting: PublicSitting, stamp: dt.datetime
) -> Event:
    event = Event()
    event.add("uid", clean_line(sitting.uid))
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("dtstart", sitting.start.astimezone(dt.UTC))
    event.add("dtend", sitting.end.astimezone(dt.UTC))
    title = _spoken(forum, forum.session_by_id[session.id].title, public.language)
    event.add("summary", _summary(session, sitting), title)
    event.add("location", sitting.room_name, _spoken(forum, forum.room_by_id[sitting.room].name, public.language))
    if description := _description(forum, session, sitting):
        event.add("description", description, title)
    event.add("categories", _categories(session))
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _preparation(preparation: PublicPreparation, stamp: dt.datetime) -> Event:
    """Return the event of what is held outside the forum's rooms, in a category of its own."""
    event = Event()
    event.add("uid", clean_line(preparation.uid))
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("dtstart", preparation.start.astimezone(dt.UTC))
    event.add("dtend", preparation.end.astimezone(dt.UTC))
    event.add("summary", preparation.title)
    event.add("location", preparation.place or "Online")
    organised = f"Organised by {', '.join(preparation.organisers)}" if preparation.organisers else None
    told = [line for line in (organised, preparation.stream, preparation.link) if line]
    if told:
        event.add("description", "\n".join(told))
    event.add("categories", ["Online" if preparation.is_side_event else "Preparation", preparation.kind_label])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _deadline(deadline: DeadlineEvent, stamp: dt.datetime) -> Event:
    """Return the event of a deadline or follow-up of a national review, which takes its whole day."""
    event = Event()
    event.add("uid", deadline.uid)
    event.add("dtstamp", stamp.astimezone(dt.UTC))
    event.add("dtstart", deadline.date)
    event.add("dtend", deadline.date + dt.timedelta(days=1))
    event.add("summary", deadline.title)
    if deadline.description:
        event.add("description", deadline.description)
    event.add("categories", [deadline.category])
    event.add("status", "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event


def _spoken(forum: Forum, text: Text, language: str) -> dict[str, str]:
    """Return the parameter that names the language in which a text is given: not always the one asked for."""
    return {"LANGUAGE": next(one for one in (language, *forum.languages, *text.root) if one in text.root)}


def _summary(session: PublicSession, sitting: PublicSitting) -> str:
    count = len(session.sittings)
    return f"{session.title} ({sitting.sitting}/{count})" if count > 1 else session.title


def _categories(session: PublicSession) -> list[str]:
    return [session.kind_label, *(f"Objective {number}" for number in session.objectives), *session.themes]


def _description(forum: Forum, session: PublicSession, sitting: PublicSitting) -> str:
    blocks = [session.description] if session.description else []
    if session.organisers:
        blocks.append(f"Organised by {', '.join(session.organisers)}")
    if session.roles:
        blocks.append("\n".join(f"{role.role.value.capitalize()}: {role.holder.label}" for role in session.roles))
    blocks += ["\n".join(lines)] if (lines := list(attached(session))) else []
    turns = [turn for turn in session.speakers if turn.sitting == sitting.sitting]
    if turns:
        zone = clean_line(forum.timezone)
        spoken = [f"{clock(forum, t.start)} {t.speaker.label} ({minutes(t.seconds)})" for t in turns]
        blocks.append("\n".join([f"Speakers, expected times in {zone}:", *spoken]))
    return "\n\n".join(blocks)
