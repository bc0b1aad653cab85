"""What the cells of a model mean in one forum: each session of a kind, each constituency, who speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Constituency, Participant
from scheduler.formats.raw import RawRow
from scheduler.formats.reference_columns import targets_of

_SESSIONS = re.compile(r"(every|first) (.+)")
_SPEAKER = re.compile(r"speaker of (.+)")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = ("constituency", "class", "label")
_PHRASES: Mapping[tuple[str, ...], re.Pattern[str]] = {("sessions",): _SESSIONS, ("participants",): _SPEAKER}

Cells = Mapping[str, str]


class LeftOutError(Exception):
    """A row means nothing in this forum; says why."""


def problem_of(table: str, column: str, cell: str) -> tuple[str, str] | None:
    """Return what is wrong with a cell before there is a forum, and what to write instead."""
    for name in _PLACEHOLDER.findall(cell):
        if name not in _PLACEHOLDERS:
            return f"There is no placeholder '{{{name[:40]}}}'.", "Write {constituency}, {class} or {label}."
    sessions = _SESSIONS.fullmatch(cell)
    if sessions and table == "requests" and sessions[1] == "every":
        return "One request cannot be for every session.", f"Write first {sessions[2][:60]}."
    return None


def stand_in(table: str, column: str, cell: str) -> str:
    """Return a text that a cell of this column can hold, so that the rest of a row can be read without a forum."""
    return "any" if _is_phrase(table, column, cell) else _PLACEHOLDER.sub(r"\1", cell)


def _is_phrase(table: str, column: str, cell: str) -> bool:
    pattern = _PHRASES.get(targets_of(table, column))
    return pattern is not None and pattern.fullmatch(cell) is not None


def expanded(forum: Forum, table: str, row: RawRow) -> Iterator[Cells]:
    """Yield what a row says in a forum, as often as it holds there, or raise why it does not."""
    if not any(_PLACEHOLDER.search(cell) for cell in row.cells.values()):
        yield from _with_phrases(forum, table, row.cells)
        return
    groups = speaking_constituencies(forum)
    if not groups:
        raise LeftOutError("no constituency of the forum has anybody of an interspersed class")
    for group, speaker in groups:
        meant = {
            "constituency": group.id,
            "class": speaker.participant_class,
            "label": group.label.of("en", *forum.languages),
        }
        yield from _with_phrases(forum, table, {column: _filled(cell, meant) for column, cell in row.cells.items()})


def _filled(cell: str, meant: Mapping[str, str]) -> str:
    return _PLACEHOLDER.sub(lambda name: meant[name[1]], cell)


def _with_phrases(forum: Forum, table: str, cells: Cells) -> Iterator[Cells]:
    phrases = {column: _meant(forum, cell) for column, cell in cells.items() if _is_phrase(table, column, cell)}
    for chosen in product(*phrases.values()):
        yield {**cells, **dict(zip(phrases, chosen, strict=True))}


def _meant(forum: Forum, cell: str) -> tuple[str, ...]:
    """Return the sessions, or the one participant, that a phrase means."""
    if speaker := _SPEAKER.fullmatch(cell):
        return (_speaker_of_first(forum, speaker[1].split(" or ")).id,)
    sessions = _SESSIONS.fullmatch(cell)
    names = (sessions[2] if sessions else "").split(" or ")
    for kind in names:
        found = tuple(session.id for session in forum.sessions if session.kind == kind.strip())
        if found:
            return found if sessions and sessions[1] == "every" else found[:1]
    raise LeftOutError(f"the forum has no session of the kind {' or '.join(names)}")


def _speaker_of_first(forum: Forum, names: list[str]) -> Participant:
    for name in names:
        if found := speaker_of(forum, name.strip()):
            return found
    raise LeftOutError(f"the constituency {' or '.join(names)} has no organisation that may speak")


def speaking_constituencies(forum: Forum) -> tuple[tuple[Constituency, Participant], ...]:
    """Return the constituencies with an organisation of a class that is interspersed, each with who speaks for it."""
    found = ((group, speaker_of(forum, group.id)) for group in forum.constituencies)
    return tuple((group, speaker) for group, speaker in found if speaker)


def speaker_of(forum: Forum, constituency: str) -> Participant | None:
    """Return the organisation that speaks for a constituency: its focal point's, else the first there is."""
    interspersed = {item.id for item in forum.classes if item.interspersed}
    members = [
        participant
        for participant in forum.participants
        if participant.constituency == constituency and participant.participant_class in interspersed
    ]
    group = forum.constituency_by_id.get(constituency)
    person = forum.person_by_id.get(group.focal_point or "") if group else None
    own = [participant for participant in members if person and participant.id in person.affiliations]
    return next(iter([*own, *members]), None)
