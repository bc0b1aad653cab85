"""An agenda edited in a workbook becomes an agenda again: every list is timed anew and all is scored by the checker."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from scheduler.clock import date_in, second_of, wall
from scheduler.domain.agenda import Agenda, Intervention, Outcome, Placement, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.cell_errors import CellError
from scheduler.formats.dates import parse_time
from scheduler.formats.raw import Source
from scheduler.formats.workbook.agenda_reading import AgendaSheets, fault_at, read_sheets
from scheduler.formats.workbook.agenda_rows import LISTS, PLACEMENTS, PlacementRow
from scheduler.services.verify import commitments, verify
from scheduler.translate.lists import to_interventions
from scheduler.translate.speakers import SpeakersTranslation, Stretch, limit_seconds, speakers_problem
from solver.speakers.timeline import timed

_WEEK_SECONDS = 7 * 24 * 3600
"""More than any list is longer than its floor."""


def holds_agenda(source: Source) -> bool:
    """Say whether a source has sheets of an agenda."""
    return PLACEMENTS in source.agenda


def read_agenda(source: Source, forum: Forum) -> Agenda:
    """Return the agenda that a workbook's sheets say, marked as edited by hand, or raise every fault in them.

    The forum is the one that was planned: with those who are given a place, where they are given it.
    """
    sheets, told = read_sheets(source)
    if any(not fault.is_warning for fault in told):
        raise ForumFaults(told)
    faults = [*_unplaceable(source, forum, sheets), *_unplaced(source, sheets), *_strayed(source, forum, sheets)]
    if faults:
        raise ForumFaults(faults)
    orders = {session: tuple(sheets.turns[n].request for n in rows) for session, rows in sheets.orders().items()}
    placements = [_placement(forum, row) for row in sheets.placements.values()]
    rooms, sessions = list(forum.room_by_id), list(forum.session_by_id)
    placements.sort(key=lambda p: (p.start, rooms.index(p.room), sessions.index(p.session), p.sitting))
    lists = _timed_lists(forum, tuple(placements), orders, _expected(forum, sheets))
    made = {"outcome": Outcome.EDITED, "score": 0, "bound": 0, "logged": len(forum.log)}
    edited = Agenda(forum=forum.uid, placements=tuple(placements), lists=lists, **made)
    found = verify(forum, edited)
    return edited.model_copy(update={"score": found.score, "rules": found.rules})


def _unplaceable(source: Source, forum: Forum, sheets: AgendaSheets) -> Iterator[Fault]:
    for number, row in sheets.placements.items():
        if row.session not in forum.session_by_id:
            problem = f"{row.session} is no session of the forum: the proposal was not given a place."
            yield fault_at(source.agenda[PLACEMENTS], number, "session", problem, "Remove the row.")
            continue
        count = len(forum.session_by_id[row.session].sittings)
        problem, advice = f"Session {row.session} has no sitting {row.sitting}.", f"Write a number from 1 to {count}."
        if row.sitting > count:
            yield fault_at(source.agenda[PLACEMENTS], number, "sitting", problem, advice)
        try:
            _start(forum, row)
        except CellError as error:
            yield fault_at(source.agenda[PLACEMENTS], number, "start", error.problem, error.instead)


def _unplaced(source: Source, sheets: AgendaSheets) -> Iterator[Fault]:
    placed = {row.session for row in sheets.placements.values()}
    for session, rows in sheets.orders().items():
        if session not in placed:
            problem = f"Session {session} is not placed, so nobody can speak in it."
            yield fault_at(source.agenda[LISTS], rows[0], "session", problem, "Place it, or remove its list.")


def _strayed(source: Source, forum: Forum, sheets: AgendaSheets) -> Iterator[Fault]:
    for number, turn in sheets.turns.items():
        request = forum.request_by_id.get(turn.request)
        if request is None:
            problem = f"Request {turn.request} does not have the floor: it waits, was withdrawn or was not given it."
            advice = "Remove the row, or give it a place with forum record."
            yield fault_at(source.agenda[LISTS], number, "request", problem, advice)
        elif request.session != turn.session:
            problem = f"Request {turn.request} is for another session, {request.session}."
            advice = f"Write {request.session}, or change the request."
            yield fault_at(source.agenda[LISTS], number, "session", problem, advice)


def _start(forum: Forum, row: PlacementRow) -> dt.datetime:
    """Return the moment a row says: a time of day in its period, or a moment with its offset."""
    try:
        moment = dt.datetime.fromisoformat(row.start)
    except ValueError:
        time = parse_time(row.start)
        return wall(forum, date_in(forum.period_by_id[row.period], time), time)
    return moment if moment.tzinfo else wall(forum, moment.date(), moment.time())


def _placement(forum: Forum, row: PlacementRow) -> Placement:
    minutes = forum.session_by_id[row.session].sittings[row.sitting - 1]
    fields = {"session": row.session, "sitting": row.sitting, "period": row.period, "room": row.room}
    return Placement(**fields, start=_start(forum, row), minutes=minutes)


def _expected(forum: Forum, sheets: AgendaSheets) -> dict[str, dt.datetime]:
    """Return when each request was expected before the edit, as far as the sheet still says it."""
    found = {}
    for turn in sheets.turns.values():
        try:
            moment = dt.datetime.fromisoformat(turn.expected or "")
        except ValueError:
            continue
        found[turn.request] = moment if moment.tzinfo else wall(forum, moment.date(), moment.time())
    return found


def _timed_lists(
    forum: Forum,
    placements: tuple[Placement, ...],
    orders: Mapping[str, Sequence[str]],
    expected: Mapping[str, dt.datetime],
) -> tuple[SpeakersList, ...]:
    """Return the lists in these orders, each speaker as early as the order and all other lists allow."""
    lists = {session: _as_expected(forum, placements, session, orders[session], expected) for session in orders}
    for session in (session for session in forum.sessions if session.id in orders):
        busy = commitments(forum, placements, [known for name, known in lists.items() if name != session.id])
        translation = _with_floor(speakers_problem(forum, placements, session, busy), placements)
        turns = _retimed(translation, orders[session.id])
        lists[session.id] = SpeakersList(session=session.id, outcome=Outcome.EDITED, interventions=turns)
    return tuple(lists[session.id] for session in forum.sessions if session.id in lists)


def _as_expected(
    forum: Forum,
    placements: Iterable[Placement],
    session: str,
    order: Sequence[str],
    expected: Mapping[str, dt.datetime],
) -> SpeakersList:
    """Return the turns that still lie inside a sitting of their session where they were expected."""
    own = [placement for placement in placements if placement.session == session]
    turns = []
    for name in order:
        start = expected.get(name)
        sitting = next((p.sitting for p in own if start is not None and p.start <= start < p.end), None)
        if start is not None and sitting is not None:
            seconds = limit_seconds(forum, forum.session_by_id[session], forum.request_by_id[name])
            turns.append(Intervention(request=name, sitting=sitting, start=start, seconds=seconds))
    return SpeakersList(session=session, outcome=Outcome.EDITED, interventions=tuple(turns))


def _with_floor(translation: SpeakersTranslation, placements: Iterable[Placement]) -> SpeakersTranslation:
    """Return the problem with its first sitting as floor time where it has none."""
    if translation.stretches:
        return translation
    first = min((p for p in placements if p.session == translation.session.id), key=lambda p: p.start)
    start = second_of(translation.forum, first.start)
    stretch = Stretch(first.sitting, first.room, start, start + first.minutes * 60)
    problem = replace(translation.problem, stretches=((stretch.start, stretch.end),))
    return replace(translation, stretches=(stretch,), problem=problem)


def _retimed(translation: SpeakersTranslation, order: Sequence[str]) -> tuple[Intervention, ...]:
    """Return the turns of an order; where hours or floor time do not allow it, one after the other all the same."""
    indices = {request.id: index for index, request in enumerate(translation.requests)}
    numbers = [indices[name] for name in order]
    problem = translation.problem
    free = replace(problem, interventions=tuple(replace(turn, windows=None) for turn in problem.interventions))
    last_start, last_end = problem.stretches[-1]
    endless = replace(free, stretches=(*problem.stretches[:-1], (last_start, last_end + _WEEK_SECONDS)))
    found = (timed(trial, numbers) for trial in (problem, free, endless))
    return to_interventions(translation, next(speakers for speakers in found if speakers is not None))
