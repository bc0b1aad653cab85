"""An agenda as a JSON file: the same bytes for the same agenda, and every fault named when one was edited by hand."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NoReturn

from pydantic import ValidationError

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.errors import Fault, ForumFaults
from scheduler.formats.files import MAX_BYTES, read_text, write_text
from scheduler.formats.wording import did_you_mean, plain


def write_agenda(agenda: Agenda, path: Path) -> None:
    """Write an agenda as indented JSON, replacing the file in one step."""
    write_text(Path(path), agenda_text(agenda))


def agenda_text(agenda: Agenda) -> str:
    """Return the text of an agenda's file, which depends on nothing but the agenda."""
    return json.dumps(agenda.model_dump(mode="json"), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def read_agenda(path: Path, forum: Forum, limit: int = MAX_BYTES) -> Agenda:
    """Read an agenda of this forum, or raise every fault of the file at once."""
    path = Path(path)
    text = read_text(path, limit)
    if isinstance(text, Fault):
        raise ForumFaults([text])
    data = _parse(path.name, text)
    faults: list[Fault] = []
    agenda = None
    try:
        agenda = Agenda.model_validate_json(json.dumps(data))
    except ValidationError as error:
        for detail in error.errors():
            faults.append(Fault(path.name, None, _json_path(detail["loc"]), *plain(detail)))
    faults += [Fault(path.name, None, place, problem, instead) for place, problem, instead in _misfits(data, forum)]
    if faults or agenda is None:
        raise ForumFaults(faults)
    return agenda


def _parse(file: str, text: str) -> Any:
    def refuse(constant: str) -> NoReturn:
        raise ValueError(f"{constant} is no number")

    try:
        return json.loads(text, parse_constant=refuse)
    except json.JSONDecodeError as error:
        problem = f"It is not JSON: {error.msg} at character {error.colno}."
        fault = Fault(file, error.lineno, None, problem, "Correct that line, or write the agenda anew.")
    except (ValueError, RecursionError) as error:
        fault = Fault(file, None, None, f"It is not JSON: {error}.", "Write the agenda anew with forum solve.")
    raise ForumFaults([fault])


def _json_path(location: tuple[int | str, ...]) -> str:
    path = ""
    for step in location:
        path += f"[{step}]" if isinstance(step, int) else f".{step}"
    return path.lstrip(".") or "the whole file"


_Misfit = tuple[str, str, str]


def _misfits(data: Any, forum: Forum) -> Iterator[_Misfit]:
    """Yield path, problem and advice for everything in the file that is no part of the forum."""
    if not isinstance(data, dict):
        return
    uid = data.get("forum")
    if isinstance(uid, str) and uid != forum.uid:
        yield (
            "forum",
            f"This agenda belongs to another forum, {uid}.",
            f"Open it with that forum; this one is {forum.uid}.",
        )
        return
    seen: dict[tuple[str, Any], str] = {}
    for path, placement in _objects(data, "placements"):
        yield from _placement_misfits(path, placement, forum)
        sitting = (placement.get("session"), placement.get("sitting", 1))
        yield from _twice(seen, ("sitting", str(sitting)), path, "This sitting is placed a second time.")
    for path, speakers in _objects(data, "lists"):
        session = speakers.get("session")
        yield from _unknown(f"{path}.session", "session", session, forum.session_by_id)
        yield from _twice(seen, ("list", str(session)), path, "This session has a second speakers list.")
        for place, intervention in _objects(speakers, "interventions", path + "."):
            yield from _intervention_misfits(place, intervention, session, forum)
            request = ("request", str(intervention.get("request")))
            yield from _twice(seen, request, place, "This request speaks a second time.")


def _placement_misfits(path: str, placement: dict[str, Any], forum: Forum) -> Iterator[_Misfit]:
    session = placement.get("session")
    yield from _unknown(f"{path}.session", "session", session, forum.session_by_id)
    yield from _unknown(f"{path}.period", "period", placement.get("period"), forum.period_by_id)
    yield from _unknown(f"{path}.room", "room", placement.get("room"), forum.room_by_id)
    yield from _no_sitting(path, session, placement.get("sitting"), forum)


def _intervention_misfits(path: str, intervention: dict[str, Any], session: Any, forum: Forum) -> Iterator[_Misfit]:
    name = intervention.get("request")
    yield from _unknown(f"{path}.request", "request", name, forum.request_by_id)
    request = forum.request_by_id.get(name) if isinstance(name, str) else None
    if request and isinstance(session, str) and session in forum.session_by_id and request.session != session:
        yield f"{path}.request", f"Request {name} is for another session.", f"Move it to the list of {request.session}."
    yield from _no_sitting(path, session, intervention.get("sitting"), forum)


def _no_sitting(path: str, session: Any, sitting: Any, forum: Forum) -> Iterator[_Misfit]:
    known = forum.session_by_id.get(session) if isinstance(session, str) else None
    if known and isinstance(sitting, int) and sitting > len(known.sittings):
        count = len(known.sittings)
        yield f"{path}.sitting", f"Session {session} has no sitting {sitting}.", f"Write a number from 1 to {count}."


def _unknown(path: str, noun: str, name: Any, known: Collection[str]) -> Iterator[_Misfit]:
    if isinstance(name, str) and name not in known:
        yield path, f"The forum has no {noun} '{name}'.", did_you_mean(name, known, f"Write the id of a {noun}.")


def _twice(seen: dict[tuple[str, Any], str], key: tuple[str, Any], path: str, problem: str) -> Iterator[_Misfit]:
    if key in seen:
        yield path, problem, f"Keep one of the two; the first is {seen[key]}."
    seen.setdefault(key, path)


def _objects(data: dict[str, Any], name: str, prefix: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    entries = data.get(name)
    for index, entry in enumerate(entries if isinstance(entries, list) else []):
        if isinstance(entry, dict):
            yield f"{prefix}{name}[{index}]", entry
