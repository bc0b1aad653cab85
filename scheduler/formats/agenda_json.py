"""An agenda as a JSON file: the same bytes for the same agenda, and every fault named when one was edited by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.formats.files import write_text
from scheduler.formats.json_file import Misfit, Names, objects, read_value, twice, value_text
from scheduler.formats.limits import Limits


def write_agenda(agenda: Agenda, path: Path) -> None:
    """Write an agenda as indented JSON, replacing the file in one step."""
    write_text(Path(path), agenda_text(agenda))


def agenda_text(agenda: Agenda) -> str:
    """Return the text of an agenda's file, which depends on nothing but the agenda."""
    return value_text(agenda)


def read_agenda(path: Path, forum: Forum, limits: Limits | None = None, *, as_it_was: bool = False) -> Agenda:
    """Read an agenda of this forum, also as the forum once was, or raise every fault of the file at once.

    The bounds are those of the environment where none are given.
    """

    def misfits(data: dict[str, Any]) -> Iterator[Misfit]:
        if not as_it_was:
            yield from _placement_misfits(data, forum)
            yield from _list_misfits(data, forum)

    return read_value(path, Agenda, forum.uid, misfits, limits)


def _placement_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    seen: dict[str, str] = {}
    names = {
        "session": Names("session", forum.session_by_id),
        "period": Names("period", forum.period_by_id),
        "room": Names("room", forum.room_by_id),
    }
    for path, placement in objects(data, "placements"):
        for field, known in names.items():
            yield from known.unknown(f"{path}.{field}", placement.get(field))
        session, sitting = placement.get("session"), placement.get("sitting", 1)
        yield from _no_sitting(path, session, sitting, forum)
        yield from twice(seen, f"{session} {sitting}", path, "This sitting is placed a second time.")


def _list_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    lists: dict[str, str] = {}
    seen: dict[str, str] = {}
    sessions, requests = Names("session", forum.session_by_id), Names("request", forum.request_by_id)
    for path, speakers in objects(data, "lists"):
        session = speakers.get("session")
        yield from sessions.unknown(f"{path}.session", session)
        yield from twice(lists, str(session), path, "This session has a second speakers list.")
        for place, intervention in objects(speakers, "interventions", path + "."):
            name = intervention.get("request")
            yield from requests.unknown(f"{place}.request", name)
            yield from _wrong_list(place, name, session, forum)
            yield from _no_sitting(place, session, intervention.get("sitting"), forum)
            yield from twice(seen, str(name), place, "This request speaks a second time.")


def _wrong_list(path: str, name: Any, session: Any, forum: Forum) -> Iterator[Misfit]:
    request = forum.request_by_id.get(name) if isinstance(name, str) else None
    if request and isinstance(session, str) and session in forum.session_by_id and request.session != session:
        yield f"{path}.request", f"Request {name} is for another session.", f"Move it to the list of {request.session}."


def _no_sitting(path: str, session: Any, sitting: Any, forum: Forum) -> Iterator[Misfit]:
    known = forum.session_by_id.get(session) if isinstance(session, str) else None
    if known and isinstance(sitting, int) and sitting > len(known.sittings):
        count = len(known.sittings)
        yield f"{path}.sitting", f"Session {session} has no sitting {sitting}.", f"Write a number from 1 to {count}."
