"""Timetables become placements and placements timetables again, also those an organiser has edited by hand."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.clock import minute_of, moment_at
from scheduler.domain import agenda as domain
from scheduler.translate.indices import Indices
from scheduler.translate.timetable import TimetableTranslation
from solver.timetable.problem import Placement
from solver.timetable.solution import Timetable


def to_placements(translation: TimetableTranslation, timetable: Timetable) -> tuple[domain.Placement, ...]:
    """Name a timetable's placements, in the order they begin."""
    forum, problem = translation.forum, translation.problem
    found = []
    for sitting, placement in timetable.placed():
        session, number = translation.indices.sittings[sitting]
        named = domain.Placement(
            session=session,
            sitting=number,
            period=forum.periods[placement.period].id,
            room=forum.rooms[placement.room].id,
            start=moment_at(forum, placement.start),
            minutes=problem.sittings[sitting].minutes,
        )
        found.append((placement.start, placement.room, sitting, named))
    return tuple(named for *_, named in sorted(found, key=lambda item: item[:3]))


def timetable_of(translation: TimetableTranslation, agenda: domain.Agenda) -> Timetable:
    """Read an agenda's placements; what :func:`placement_faults` names is left out."""
    placements: list[Placement | None] = [None] * len(translation.problem.sittings)
    for placement in agenda.placements:
        indices = translation.indices
        sitting = indices.sitting.get((placement.session, placement.sitting))
        period, room = indices.period.get(placement.period), indices.room.get(placement.room)
        if sitting is None or period is None or room is None or placements[sitting] is not None:
            continue
        placements[sitting] = Placement(period, room, minute_of(translation.forum, placement.start))
    return Timetable(tuple(placements))


def placement_faults(translation: TimetableTranslation, agenda: domain.Agenda) -> Iterator[str]:
    """Say what of an agenda's placements no timetable can hold."""
    seen = set()
    for placement in agenda.placements:
        name = placement.session, placement.sitting
        where = f"Placement of session {placement.session}, sitting {placement.sitting}"
        if name in seen:
            yield f"{where}: it is placed a second time; keep one of the two."
        elif unknown := _unknown(translation.indices, placement):
            yield f"{where}: {unknown}."
        else:
            yield from _misfits(translation, placement, where)
        seen.add(name)


def _unknown(indices: Indices, placement: domain.Placement) -> str:
    if placement.session not in indices.session:
        return "the forum has no such session"
    if (placement.session, placement.sitting) not in indices.sitting:
        return "the session has no such sitting"
    if placement.period not in indices.period:
        return f"the forum has no period {placement.period}"
    return "" if placement.room in indices.room else f"the forum has no room {placement.room}"


def _misfits(translation: TimetableTranslation, placement: domain.Placement, where: str) -> Iterator[str]:
    sitting = translation.indices.sitting[placement.session, placement.sitting]
    minutes = translation.problem.sittings[sitting].minutes
    if placement.minutes != minutes:
        yield f"{where}: it takes {placement.minutes} minutes, but the forum's table says {minutes}."
    if placement.start.second or placement.start.microsecond:
        yield f"{where}: it starts at {placement.start.isoformat()}; write a whole minute."
