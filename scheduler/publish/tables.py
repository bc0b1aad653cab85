"""The agenda as tables and as JSON for other programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Iterable, Sequence

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.publish.clean import csv_cell
from scheduler.publish.hours import local
from scheduler.publish.preparations import PublicPreparation
from scheduler.publish.public import PublicSession, PublicSitting, PublicSpeaker, public_agenda

Cell = str | int | float | None

AGENDA_COLUMNS = (
    *("session", "sitting", "title", "kind", "day", "start", "end", "minutes", "period", "room", "room_name"),
    *("objectives", "themes", "organisers", "roles", "agenda_items", "regional_reviews", "national_review", "papers"),
    "uid",
)
SPEAKERS_COLUMNS = (
    *("session", "sitting", "place", "start", "minutes", "speaker", "class", "participant", "organisation"),
    *("constituency", "on_behalf_of", "cosponsors"),
)


def agenda_csv(forum: Forum, agenda: Agenda, language: str | None = None) -> str:
    """Return one row a sitting, in order of time, for a spreadsheet; a side event held online is in no room."""
    public = public_agenda(forum, agenda, language)
    rows = [
        ((sitting.start, sitting.room, sitting.uid), _sitting_row(session, sitting))
        for session in public.sessions
        for sitting in session.sittings
    ]
    online = (event for event in public.preparations if event.is_side_event)
    rows += [((event.start, "", event.uid), _online_row(event)) for event in online]
    return csv_table(AGENDA_COLUMNS, (row for _, row in sorted(rows, key=lambda pair: pair[0])))


def speakers_csv(forum: Forum, agenda: Agenda, language: str | None = None) -> str:
    """Return one row an intervention, list by list, for a spreadsheet."""
    public = public_agenda(forum, agenda, language)
    rows = (_speaker_row(forum, session, turn) for session in public.sessions for turn in session.speakers)
    return csv_table(SPEAKERS_COLUMNS, rows)


def agenda_public_json(forum: Forum, agenda: Agenda, language: str | None = None) -> str:
    """Return the public agenda as JSON; its fields are described by :class:`PublicAgenda`."""
    return public_agenda(forum, agenda, language).model_dump_json(indent=2) + "\n"


def _sitting_row(session: PublicSession, sitting: PublicSitting) -> Sequence[Cell]:
    roles = [f"{role.role.value}: {role.holder.label}" for role in session.roles]
    return (
        *(session.id, sitting.sitting, session.title, session.kind_label, sitting.date.isoformat()),
        *(sitting.start.isoformat(), sitting.end.isoformat(), sitting.minutes, sitting.period),
        *(sitting.room, sitting.room_name, "; ".join(str(number) for number in session.objectives)),
        *("; ".join(session.themes), "; ".join(session.organisers), "; ".join(roles)),
        *("; ".join(session.agenda_items), "; ".join(_heard(session))),
        "; ".join(session.national_review.lines if session.national_review else ()),
        *("; ".join(paper.label for paper in session.papers), sitting.uid),
    )


def _online_row(event: PublicPreparation) -> Sequence[Cell]:
    told: dict[str, Cell] = {
        "session": event.id,
        "sitting": 1,
        "title": event.title,
        "kind": event.kind_label,
        "day": event.start.date().isoformat(),
        "start": event.start.isoformat(),
        "end": event.end.isoformat(),
        "minutes": (event.end.astimezone(dt.UTC) - event.start.astimezone(dt.UTC)) // dt.timedelta(minutes=1),
        "room_name": event.place or "Online",
        "organisers": "; ".join(event.organisers),
        "uid": event.uid,
    }
    return [told.get(column) for column in AGENDA_COLUMNS]


def _heard(session: PublicSession) -> Iterable[str]:
    for review in session.regional_reviews:
        yield review.label
        yield from (finding.label for finding in review.findings)


def _speaker_row(forum: Forum, session: PublicSession, turn: PublicSpeaker) -> Sequence[Cell]:
    who = turn.speaker
    return (
        *(session.id, turn.sitting, turn.place, local(forum, turn.start).isoformat(), _minutes(turn.seconds)),
        *(who.label, who.class_label, who.participant, who.organisation, who.constituency, who.on_behalf_of),
        "; ".join(who.cosponsors or ()),
    )


def _minutes(seconds: int) -> int | float:
    return round(seconds / 60, 2) if seconds % 60 else seconds // 60


def csv_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table in CSV (RFC 4180) with one line end whatever the machine."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([csv_cell(cell) for cell in row] for row in rows)
    return out.getvalue()
