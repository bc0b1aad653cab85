"""The printed programme and one printed speakers list, as plain text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Period
from scheduler.errors import NotFoundError
from scheduler.publish.clean import clean_line
from scheduler.publish.columns import columns, wrapped
from scheduler.publish.hours import clock, dated_at, day, minutes, stretch
from scheduler.publish.measures_text import measure_lines, not_interspersed, outcome_line
from scheduler.publish.preparations import PublicPreparation
from scheduler.publish.public import (
    PublicAgenda,
    PublicSession,
    PublicSitting,
    PublicSpeaker,
    public_agenda,
    public_session,
)
from scheduler.publish.regional import PublicRegionalReview
from scheduler.publish.visible import say
from scheduler.services.older import Left

_INDENT = " " * 15
_BELOW = " " * 17


def programme(forum: Forum, agenda: Agenda, language: str | None = None) -> str:
    """Return the programme day by day and period by period, rooms and roles included."""
    public = public_agenda(forum, agenda, language)
    lines = [wrapped(public.title), f"Times in {clean_line(public.timezone)}"]
    lines += [wrapped(public.note)] if public.note else []
    for date in sorted({*public.days, *(period.date for period in forum.periods)}):
        lines += ["", "", day(date).upper(), *_day_lines(forum, public, date, language)]
    if elsewhere := [review for review in public.regional_reviews if review.session is None]:
        lines += ["", "", "REGIONAL REVIEWS THAT NO SESSION HEARS", *_regional_lines(elsewhere)]
    if online := [event for event in public.preparations if event.is_side_event]:
        lines += ["", "", "SIDE EVENTS OUTSIDE THE ROOMS", *_preparation_lines(online)]
    if outside := [event for event in public.preparations if not event.is_side_event]:
        lines += ["", "", "BEFORE AND AFTER THE FORUM", *_preparation_lines(outside)]
    return "\n".join(lines) + "\n"


def speakers_text(
    forum: Forum, agenda: Agenda, session_id: str, language: str | None = None, left: Sequence[Left] = ()
) -> str:
    """Return one speakers list with expected times, limits, who has left it, and how well it is interspersed."""
    if session_id not in forum.session_by_id:
        raise NotFoundError(
            f"The forum has no session {session_id}; its sessions are {', '.join(forum.session_by_id)}."
        )
    if session_id not in agenda.list_of:
        listed = ", ".join(agenda.list_of) or "none"
        raise NotFoundError(f"Session {session_id} has no speakers list; the sessions with one are {listed}.")
    session = public_session(forum, agenda, session_id, language)
    count = len(session.speakers)
    lines = [wrapped(f"{session.title} ({session.kind_label})"), f"{count} speaker{'s' * (count != 1)}"]
    for sitting in session.sittings:
        turns = [turn for turn in session.speakers if turn.sitting == sitting.sitting]
        hours = stretch(forum, sitting.start, sitting.end)
        lines += ["", wrapped(f"{day(sitting.start.date())}, {hours}, {sitting.room_name}{_part(session, sitting)}")]
        gone = [turn for turn in left if turn.sitting == sitting.sitting]
        lines += ["", _turns(forum, turns, gone)] if turns or gone else ["", "Nobody speaks in this sitting."]
    speakers = agenda.list_of[session_id]
    exempt = not_interspersed(forum, speakers)
    lines += ["", *([wrapped(exempt, below="  ")] if exempt else []), outcome_line(speakers)]
    lines += [wrapped(line, below="  ") for line in measure_lines(forum, speakers.measures)]
    return "\n".join(lines) + "\n"


def _day_lines(forum: Forum, public: PublicAgenda, date: dt.date, language: str | None) -> Iterator[str]:
    events = [(sitting, session) for session in public.sessions for sitting in session.sittings]
    events.sort(key=lambda event: (event[0].start, event[0].room, event[0].uid))
    for period in sorted(forum.periods, key=lambda p: (p.start, p.end, p.id)):
        inside = [event for event in events if event[0].period == period.id]
        if period.date == date and inside:
            yield from ["", _period_heading(forum, period, language)]
            for sitting, session in inside:
                yield from _session_lines(forum, session, sitting)


def _period_heading(forum: Forum, period: Period, language: str | None) -> str:
    hours = f"{period.start:%H:%M}-{period.end:%H:%M}"
    return wrapped(say(forum, period.title, language), f"{hours}  ") if period.title else hours


def _session_lines(forum: Forum, session: PublicSession, sitting: PublicSitting) -> Iterator[str]:
    hours = stretch(forum, sitting.start, sitting.end)
    yield wrapped(f"{session.title}{_part(session, sitting)}", f"  {hours:<13}", _BELOW)
    yield from (wrapped(line, _INDENT, _BELOW) for line in _details(session, sitting))


def _details(session: PublicSession, sitting: PublicSitting) -> Iterator[str]:
    yield f"{session.kind_label}, {sitting.room_name} [{session.id}]"
    if session.objectives:
        yield f"Objective{'s' * (len(session.objectives) != 1)} {_ranges(session.objectives)}"
    if session.themes:
        yield f"Part of {', '.join(session.themes)}"
    if session.organisers:
        yield f"Organised by {', '.join(session.organisers)}"
    for role in session.roles:
        yield f"{role.role.value.capitalize()}: {role.holder.label}"
    yield from attached(session)
    count = sum(turn.sitting == sitting.sitting for turn in session.speakers)
    if count:
        yield f"{count} speaker{'s' * (count != 1)} from the floor"


def attached(session: PublicSession) -> Iterator[str]:
    """Yield one line for each thing that is attached to a session."""
    if session.national_review:
        yield from session.national_review.lines
    for number, item in enumerate(session.agenda_items, start=1):
        yield f"Item {number}: {item}"
    for review in session.regional_reviews:
        yield f"Hears the regional review: {review.label}"
        yield from (finding.label for finding in review.findings)
    for paper in session.papers:
        yield paper.label


def _regional_lines(reviews: Iterable[PublicRegionalReview]) -> Iterator[str]:
    for review in reviews:
        yield from ("", wrapped(review.label, below="  "))
        yield from (wrapped(finding.label, "  ", "    ") for finding in review.findings)


def _preparation_lines(events: Iterable[PublicPreparation]) -> Iterator[str]:
    """Yield events outside the forum's rooms, each in its own local time."""
    for event in events:
        end = f"{event.end:%H:%M}" if event.end.date() == event.start.date() else dated_at(event.end)
        yield ""
        yield wrapped(f"{dated_at(event.start)}-{end} ({event.timezone})", below="  ")
        organised = f"Organised by {', '.join(event.organisers)}" if event.is_side_event and event.organisers else None
        what = f"{event.kind_label}: {event.title}, {event.place or 'online'}"
        for line in (what, organised, event.stream, event.link):
            if line:
                yield wrapped(line, "  ", "    ")


def _ranges(numbers: Iterable[int]) -> str:
    """Write numbers in order, three or more in a row by their ends."""
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and number == rows[-1][-1] + 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(f"{row[0]}-{row[-1]}" if len(row) > 2 else ", ".join(map(str, row)) for row in rows)


def _part(session: PublicSession, sitting: PublicSitting) -> str:
    count = len(session.sittings)
    return f" (sitting {sitting.sitting} of {count})" if count > 1 else ""


def _turns(forum: Forum, turns: list[PublicSpeaker], left: list[Left]) -> str:
    """Return the turns of a sitting in a table, with those that have left between them, without a number."""
    header = ("", "time", "limit", "class", "speaker")
    rows = [
        (
            turn.start,
            (
                str(turn.place),
                clock(forum, turn.start),
                minutes(turn.seconds),
                turn.speaker.class_label or "",
                turn.speaker.label,
            ),
        )
        for turn in turns
    ]
    rows += [(one.start, ("", clock(forum, one.start), "", "", _gone(one))) for one in left]
    return columns(header, [row for _, row in sorted(rows)], frozenset({0, 2}))


def _gone(one: Left) -> str:
    return f"{one.who}: {one.what}" if one.who else f"({one.what})"
