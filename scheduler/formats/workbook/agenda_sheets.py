"""A solved forum as sheets an organiser edits and brings back: placements and speakers lists with pins.

A pin that says just what its row says is written as ``yes`` there and nowhere else; one that says less, or something
else, stays in its own table, and its row says ``elsewhere``. So no pin is in a workbook twice.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from scheduler.clock import date_in, is_ambiguous, wall
from scheduler.domain.agenda import Agenda, Placement, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.formats.headings import sheet_label
from scheduler.formats.workbook.agenda_rows import ELSEWHERE, LISTS, NO, PLACEMENTS, YES
from scheduler.formats.workbook.sheets import Sheet, SheetColumn, typed
from scheduler.publish.visible import say, speaker_label

_PINNED = SheetColumn(
    "Pinned",
    note="yes keeps it as this row says when the agenda is made again; no leaves it free; elsewhere is fixed in the "
    "sheet of pins or of requests.",
    choices=(YES, NO, ELSEWHERE),
)


def agenda_sheets(
    forum: Forum, agenda: Agenda, ids: Callable[[str], str], programme: Forum | None = None
) -> tuple[Sheet, Sheet]:
    """Return the sheets of an agenda; ``ids`` gives the range that holds the ids of a table.

    ``programme`` is the forum the agenda was made of, where that has more than is written in its tables.
    """
    whole = programme or forum
    return _placement_sheet(whole, agenda, ids), _list_sheet(forum, whole, agenda, ids)


def without_shown_pins(forum: Forum, agenda: Agenda) -> Forum:
    """Return the forum without the pins that the sheets of an agenda say in full."""
    standing = {(p.session, p.sitting): p for p in agenda.placements}
    pins = [pin for pin in forum.pins if _pinned(forum, pin, standing.get((pin.session, pin.sitting))) != YES]
    shown = {name for speakers in agenda.lists for name in _shown_places(forum, speakers)}
    requests = [r.model_copy(update={"place": None}) if r.id in shown else r for r in forum.requests]
    return forum.model_copy(update={"pins": tuple(pins), "requests": tuple(requests)})


def start_text(forum: Forum, placement: Placement) -> str:
    """Return the time of day of a start where its period gives the rest, else the whole moment."""
    time = placement.start.time()
    period = forum.period_by_id[placement.period]
    if wall(forum, date_in(period, time), time) == placement.start:
        return time.isoformat("minutes" if not time.second else "seconds")
    return placement.start.isoformat()


def _moment_text(forum: Forum, moment: dt.datetime) -> str:
    """Return local time, with its offset only where clocks show it twice."""
    if is_ambiguous(forum, moment.date(), moment.time()):
        return moment.isoformat()
    return moment.replace(tzinfo=None).isoformat(" ", "seconds" if moment.second else "minutes")


def _placement_sheet(forum: Forum, agenda: Agenda, ids: Callable[[str], str]) -> Sheet:
    pins = {(pin.session, pin.sitting): pin for pin in forum.pins}
    columns = (
        SheetColumn("Session", note="The session that is placed, by its id.", choices=ids("sessions")),
        SheetColumn("Title", note="Only to help you find it; it is not read.", is_help=True),
        SheetColumn("Sitting", int, "Which sitting of the session, the first is 1."),
        SheetColumn("Period", note="The period it stands in, by its id.", choices=ids("periods")),
        SheetColumn("Room", note="The room it stands in, by its id.", choices=ids("rooms")),
        SheetColumn("Start", dt.time, "Local time it starts at, as 10:00; the period says the day."),
        SheetColumn("End", dt.time, "Only to help you; the session says how long it is.", is_help=True),
        _PINNED,
    )
    rows = [
        (
            placement.session,
            say(forum, forum.session_by_id[placement.session].title, None),
            placement.sitting,
            placement.period,
            placement.room,
            typed(start_text(forum, placement), dt.time),
            placement.end.time(),
            _pinned(forum, pins.get((placement.session, placement.sitting)), placement),
        )
        for placement in agenda.placements
    ]
    return Sheet(sheet_label(PLACEMENTS), columns, rows)


def _pinned(forum: Forum, pin: Pin | None, placement: Placement | None) -> str:
    if pin is None:
        return NO
    if placement is None or pin.notes or pin.start is None:
        return ELSEWHERE
    stands = (placement.period, placement.room, start_text(forum, placement))
    return YES if (pin.period, pin.room, pin.start.isoformat("minutes")) == stands else ELSEWHERE


def _list_sheet(written: Forum, forum: Forum, agenda: Agenda, ids: Callable[[str], str]) -> Sheet:
    columns = (
        SheetColumn("Session", note="The session whose list it is, by its id.", choices=ids("sessions")),
        SheetColumn("Title", note="Only to help you find it; it is not read.", is_help=True),
        SheetColumn("Place", float, "Place in the list. Write another to move a speaker; 2.5 goes between 2 and 3."),
        SheetColumn("Request", note="The request that is given the floor, by its id.", choices=ids("requests")),
        SheetColumn("Speaker", note="Only to help you; it is not read.", is_help=True),
        SheetColumn("Expected", dt.datetime, "Expected start. It is counted anew from the order.", is_help=True),
        _PINNED,
    )
    rows = []
    for speakers in agenda.lists:
        shown = _shown_places(written, speakers)
        for place, turn in enumerate(speakers.interventions, 1):
            request = forum.request_by_id[turn.request]
            pinned = YES if request.id in shown else ELSEWHERE if request.place is not None else NO
            title = say(forum, forum.session_by_id[speakers.session].title, None)
            who, when = speaker_label(forum, request), typed(_moment_text(forum, turn.start), dt.datetime)
            rows.append((speakers.session, title, place, request.id, who, when, pinned))
    return Sheet(sheet_label(LISTS), columns, rows)


def _shown_places(forum: Forum, speakers: SpeakersList) -> frozenset[str]:
    """Return the requests that are pinned to the place at which they stand."""
    turns = enumerate(speakers.interventions, 1)
    known = forum.request_by_id
    return frozenset(
        turn.request for place, turn in turns if turn.request in known and known[turn.request].place == place
    )
