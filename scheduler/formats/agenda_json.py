"""An agenda as a JSON file: the same bytes for the same agenda, and every fault named when one was edited by hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.cell_errors import shown
from scheduler.formats.files import read_text, write_text
from scheduler.formats.json_text import ANEW, JsonError, parse_json
from scheduler.formats.limits import Limits, first_of
from scheduler.formats.wording import Adviser, plain


def write_agenda(agenda: Agenda, path: Path) -> None:
    """Write an agenda as indented JSON, replacing the file in one step."""
    write_text(Path(path), agenda_text(agenda))


def agenda_text(agenda: Agenda) -> str:
    """Return the text of an agenda's file, which depends on nothing but the agenda."""
    return json.dumps(agenda.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read_agenda(path: Path, forum: Forum, limits: Limits | None = None, *, as_it_was: bool = False) -> Agenda:
    """Read an agenda of this forum, also as the forum once was, or raise every fault of the file at once.

    The bounds are those of the environment where none are given.
    """
    path = Path(path)
    limits = limits or Limits.of_environment()
    text = read_text(path, limits.json_bytes)
    if isinstance(text, Fault):
        raise ForumFaults([text])
    try:
        data = parse_json(text, limits)
    except JsonError as error:
        raise ForumFaults([Fault(path.name, error.row, None, error.problem, error.instead)]) from None
    faults: list[Fault] = []
    agenda = None
    try:
        agenda = Agenda.model_validate_json(json.dumps(data))
    except ValidationError as error:
        if error.error_count() > limits.faults:
            problem = f"More than {limits.faults:,} things in it are no part of an agenda."
            raise ForumFaults([Fault(path.name, None, None, problem, ANEW)]) from None
        for detail in error.errors():
            faults.append(Fault(path.name, None, _json_path(detail["loc"]), *plain(detail)))
    misfits = _foreign(data, forum) if as_it_was else _misfits(data, forum)
    faults += [Fault(path.name, None, place, problem, instead) for place, problem, instead in misfits]
    if faults or agenda is None:
        raise ForumFaults(first_of(faults, limits))
    return agenda


def _json_path(location: tuple[int | str, ...]) -> str:
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step[:60]}"
    return path.lstrip(".") or "the whole file"


_Misfit = tuple[str, str, str]
"""Path, what is wrong, what to write instead."""


class _Names:
    """The names a forum has of one sort of thing."""

    def __init__(self, noun: str, known: Collection[str]) -> None:
        self._noun = noun
        self._known = known
        self._adviser = Adviser(known, f"Write the id of a {noun}.")

    def unknown(self, path: str, name: Any) -> Iterator[_Misfit]:
        """Yield the fault of a name that the forum does not have."""
        if isinstance(name, str) and name not in self._known:
            yield path, f"The forum has no {self._noun} {shown(name)}.", self._adviser.about(name)


def _foreign(data: Any, forum: Forum) -> Iterator[_Misfit]:
    """Yield that the file belongs to another forum, where it does."""
    uid = data.get("forum") if isinstance(data, dict) else None
    if isinstance(uid, str) and uid != forum.uid:
        advice = f"Open it with that forum; this one is {forum.uid}."
        yield "forum", f"This agenda belongs to another forum, {uid[:64]}.", advice


def _misfits(data: Any, forum: Forum) -> Iterator[_Misfit]:
    """Yield everything in the file that is no part of the forum."""
    foreign = tuple(_foreign(data, forum))
    yield from foreign
    if isinstance(data, dict) and not foreign:
        yield from _placement_misfits(data, forum)
        yield from _list_misfits(data, forum)


def _placement_misfits(data: dict[str, Any], forum: Forum) -> Iterator[_Misfit]:
    seen: dict[str, str] = {}
    names = {
        "session": _Names("session", forum.session_by_id),
        "period": _Names("period", forum.period_by_id),
        "room": _Names("room", forum.room_by_id),
    }
    for path, placement in _objects(data, "placements"):
        for field, known in names.items():
            yield from known.unknown(f"{path}.{field}", placement.get(field))
        session, sitting = placement.get("session"), placement.get("sitting", 1)
        yield from _no_sitting(path, session, sitting, forum)
        yield from _twice(seen, f"{session} {sitting}", path, "This sitting is placed a second time.")


def _list_misfits(data: dict[str, Any], forum: Forum) -> Iterator[_Misfit]:
    lists: dict[str, str] = {}
    seen: dict[str, str] = {}
    sessions, requests = _Names("session", forum.session_by_id), _Names("request", forum.request_by_id)
    for path, speakers in _objects(data, "lists"):
        session = speakers.get("session")
        yield from sessions.unknown(f"{path}.session", session)
        yield from _twice(lists, str(session), path, "This session has a second speakers list.")
        for place, intervention in _objects(speakers, "interventions", path + "."):
            name = intervention.get("request")
            yield from requests.unknown(f"{place}.request", name)
            yield from _wrong_list(place, name, session, forum)
            yield from _no_sitting(place, session, intervention.get("sitting"), forum)
            yield from _twice(seen, str(name), place, "This request speaks a second time.")


def _wrong_list(path: str, name: Any, session: Any, forum: Forum) -> Iterator[_Misfit]:
    request = forum.request_by_id.get(name) if isinstance(name, str) else None
    if request and isinstance(session, str) and session in forum.session_by_id and request.session != session:
        yield f"{path}.request", f"Request {name} is for another session.", f"Move it to the list of {request.session}."


def _no_sitting(path: str, session: Any, sitting: Any, forum: Forum) -> Iterator[_Misfit]:
    known = forum.session_by_id.get(session) if isinstance(session, str) else None
    if known and isinstance(sitting, int) and sitting > len(known.sittings):
        count = len(known.sittings)
        yield f"{path}.sitting", f"Session {session} has no sitting {sitting}.", f"Write a number from 1 to {count}."


def _twice(seen: dict[str, str], key: str, path: str, problem: str) -> Iterator[_Misfit]:
    if key in seen:
        yield path, problem, f"Keep one of the two; the first is {seen[key]}."
    seen.setdefault(key, path)


def _objects(data: dict[str, Any], name: str, prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    entries = data.get(name)
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict):
            yield f"{prefix}{name}[{index}]", entry
