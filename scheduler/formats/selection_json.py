"""A selection as a JSON file beside its forum: the same bytes for the same selection, and every fault of one named."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.selection import Selection
from scheduler.formats.files import write_text
from scheduler.formats.json_file import Misfit, Names, beside, objects, read_value, twice, value_text
from scheduler.formats.limits import Limits

FILE = "selection.json"
ANEW = "Write the selection anew with forum select."


def selection_path(forum_path: Path) -> Path:
    """Return where the selection of a forum is kept: in its folder, or beside the file that holds it."""
    return beside(forum_path, FILE)


def write_selection(selection: Selection, path: Path) -> None:
    """Write a selection as indented JSON, replacing the file in one step."""
    write_text(Path(path), selection_text(selection))


def selection_text(selection: Selection) -> str:
    """Return the text of a selection's file, which depends on nothing but the selection."""
    return value_text(selection)


def read_selection(path: Path, forum: Forum, limits: Limits | None = None) -> Selection:
    """Read a selection of this forum, or raise every fault of the file at once.

    The bounds are those of the environment where none are given.
    """
    return read_value(path, Selection, forum.uid, lambda data: _misfits(data, forum), limits, "selection", ANEW)


def _misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    """Yield everything in the file that is no part of the forum."""
    yield from _decision_misfits(data, forum)
    yield from _proposal_misfits(data, forum)
    yield from _quota_misfits(data, forum)
    yield from _balance_misfits(data, forum)


def _decision_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    seen: dict[str, str] = {}
    requests, sessions = Names("request", forum.request_by_id), Names("session", forum.session_by_id)
    for path, decision in objects(data, "decisions"):
        name, session = decision.get("request"), decision.get("session")
        yield from requests.unknown(f"{path}.request", name)
        yield from sessions.unknown(f"{path}.session", session)
        yield from twice(seen, str(name), path, "This request is decided a second time.")
        request = forum.request_by_id.get(name) if isinstance(name, str) else None
        if request and session in forum.session_by_id and session not in (request.session, request.second_choice):
            problem = f"Request {name} has not chosen session {session}."
            yield f"{path}.session", problem, f"Write {request.session}, or make the selection anew."


def _proposal_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    seen: dict[str, str] = {}
    proposals = Names("proposal", {proposal.id for proposal in forum.proposals})
    for path, decision in objects(data, "side_events"):
        yield from proposals.unknown(f"{path}.request", decision.get("request"))
        yield from twice(seen, str(decision.get("request")), path, "This proposal is decided a second time.")


def _quota_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    names = {
        "session": Names("session", forum.session_by_id),
        "participant_class": Names("class", forum.class_by_id),
        "constituency": Names("constituency", forum.constituency_by_id),
    }
    for path, quota in objects(data, "quotas"):
        for field, known in names.items():
            yield from known.unknown(f"{path}.{field}", quota.get(field))


def _balance_misfits(data: dict[str, Any], forum: Forum) -> Iterator[Misfit]:
    balances = Names("balance", {balance.id for balance in forum.balances})
    sessions = Names("session", forum.session_by_id)
    for path, balance in objects(data, "balances"):
        yield from balances.unknown(f"{path}.balance", balance.get("balance"))
        yield from sessions.unknown(f"{path}.session", balance.get("session"))
