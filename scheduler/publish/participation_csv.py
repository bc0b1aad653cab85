"""The participation report as one table for a spreadsheet: a row for each group that is counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.publish.participation_tables import UNTOLD, asked_sections, sections
from scheduler.publish.participation_words import FOR_ORGANISERS
from scheduler.publish.tables import Cell, csv_table
from scheduler.services.participation.editions import Edition
from scheduler.services.participation.floor import Floor, Tally
from scheduler.services.participation.groups import BODIES
from scheduler.services.participation.promises import Promise
from scheduler.services.participation.report import Participation
from scheduler.services.participation.requests import Asked, Requests

COLUMNS = (
    *(
        "table",
        "session",
        "group",
        "label",
        "requested",
        "given",
        "spoken",
        "joined",
        "withdrawn",
        "no_place",
        "places",
    ),
    *("speakers", "minutes", "share_percent", "first", "last", "median", "relative_median", "q1", "q2", "q3", "q4"),
    *("promised_percent", "promised_minutes", "promised_places", "least", "most", "kept", "warning"),
)

_Row = dict[str, Cell]


def participation_csv(report: Participation) -> str:
    """Return the report for a spreadsheet; what does not apply is blank."""
    rows = [*_floors(report), *_asked("floor", report.requests), *_asked("roles", report.role_requests)]
    rows += [*_roles(report), *map(_promise, report.promises), *_gender(report)]
    rows += [row for edition in report.editions for row in _edition(edition)]
    if report.for_organisers:
        rows.insert(0, {"table": FOR_ORGANISERS})
    return csv_table(COLUMNS, ([row.get(column) for column in COLUMNS] for row in rows))


def _floors(report: Participation) -> Iterator[_Row]:
    for floor in (report.total, *report.sessions):
        yield {
            "table": "lists",
            "session": floor.session,
            "label": floor.title,
            "speakers": floor.speakers,
            "minutes": floor.minutes,
        }
        yield from _tallies(floor)


def _tallies(floor: Floor) -> Iterator[_Row]:
    for title, tallies in sections(floor):
        yield from (_tally(f"lists by {title}", floor.session, tally) for tally in tallies)


def _tally(table: str, session: str | None, tally: Tally) -> _Row:
    return {
        "table": table,
        "session": session,
        "group": tally.key,
        "label": tally.label,
        "speakers": tally.speakers,
        "minutes": tally.minutes,
        "share_percent": None if tally.share is None else round(100 * tally.share, 2),
        "first": tally.first,
        "last": tally.last,
        "median": tally.median,
        "relative_median": tally.relative_median,
        **dict(zip(("q1", "q2", "q3", "q4"), tally.quarters, strict=True)),
    }


def _asked(what: str, requests: Requests) -> Iterator[_Row]:
    for title, rows in asked_sections(requests):
        yield from (_of_group(f"requests for {what} by {title}", row) for row in rows)
    for name, count in requests.outcomes.items():
        yield {"table": f"requests for {what} without a place", "group": name, "no_place": _told(count)}


def _of_group(table: str, row: Asked) -> _Row:
    counts = {"requested": row.requested, "given": row.given, "joined": row.joined, "withdrawn": row.withdrawn}
    counts["no_place"] = row.unplaced
    named = {"table": table, "group": row.key, "label": row.label, "spoken": row.spoken}
    return {**named, **{name: _told(count) for name, count in counts.items()}}


def _roles(report: Participation) -> Iterator[_Row]:
    for role in report.roles:
        yield {"table": "roles", "group": role.role, "label": role.label, "places": role.places, "speakers": role.held}
        for body, label in BODIES.items():
            yield {"table": f"roles of {body}", "group": role.role, "label": label, "speakers": role.by_body[body]}


def _promise(promise: Promise) -> _Row:
    kept = {None: UNTOLD, True: "yes", False: "no"}
    return {
        "table": "promises",
        "session": promise.session,
        "group": promise.constituency or promise.class_id,
        "label": promise.constituency_label or promise.class_label,
        "speakers": promise.speakers,
        "minutes": promise.minutes,
        "share_percent": promise.share_percent,
        "promised_percent": promise.percent,
        "promised_minutes": promise.promised_minutes,
        "promised_places": promise.places,
        "least": promise.least,
        "most": promise.most,
        "kept": kept[promise.is_kept],
    }


def _gender(report: Participation) -> Iterator[_Row]:
    table = report.gender
    for row in table.rows:
        yield from _answers("gender", "; ".join(row.sessions), table.answers, row.speakers)
    yield from _answers("gender", None, table.answers, table.total)


def _answers(table: str, session: str | None, answers: Sequence[str], speakers: Sequence[int]) -> Iterator[_Row]:
    for answer, count in zip(answers, speakers, strict=True):
        yield {"table": table, "session": session, "group": answer, "label": answer, "speakers": count}


def _edition(edition: Edition) -> Iterator[_Row]:
    group = {"group": edition.flag or edition.class_id, "label": edition.edition}
    yield {
        "table": "then",
        **group,
        "requested": edition.requested,
        "given": edition.given,
        "spoken": edition.spoken,
        "share_percent": edition.percent,
    }
    yield {
        "table": "now",
        **group,
        "requested": edition.now_requested,
        "given": edition.now_given,
        "spoken": edition.now_spoken,
        "share_percent": edition.now_percent,
        "warning": "; ".join(edition.falls_in),
    }


def _told(count: int | None) -> Cell:
    return UNTOLD if count is None else count
