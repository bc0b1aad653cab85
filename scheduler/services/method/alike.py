"""Sessions that are alike for whoever asks to speak, so that a page tells of them once; and what they promise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.domain.sharing import Share
from scheduler.services.method.words import class_named, constituency_named, listed, minutes, percent
from scheduler.services.selecting.groups import shares_of
from scheduler.translate.speakers import listed_minutes


def alike(forum: Forum) -> list[tuple[Session, ...]]:
    """Return the sessions that have floor time, those of one kind with equal minutes and promises together."""
    found: dict[tuple[object, ...], list[Session]] = defaultdict(list)
    for session in forum.sessions:
        if listed_minutes(session):
            promised = tuple(_anywhere(row) for row in shares_of(forum, session))
            found[session.kind, listed_minutes(session), promised].append(session)
    return [tuple(sessions) for sessions in found.values()]


def ids_of(sessions: Sequence[Session]) -> str:
    """Name sessions by the ids that tables use."""
    return ", ".join(session.id for session in sessions)


def promised(forum: Forum, session: Session) -> str:
    """Return in words what a session promises to each class, and in it to constituencies."""
    rows = shares_of(forum, session)
    seconds = listed_minutes(session) * 60
    whole = [row for row in rows if row.constituency is None]
    told = []
    for row in whole:
        within = [one for one in rows if one.constituency and one.participant_class == row.participant_class]
        inside = f" (of it {listed([_in_words(forum, one, seconds) for one in within])})" if within else ""
        told.append(f"{_in_words(forum, row, seconds)}{inside}")
    stated = {row.participant_class for row in whole}
    alone = [one for one in rows if one.constituency and one.participant_class not in stated]
    told += [f"{class_named(forum, one.participant_class)}, {_in_words(forum, one, seconds)}" for one in alone]
    return ", ".join(told) if all(row.percent is None for row in rows) else "; ".join(told)


def _in_words(forum: Forum, row: Share, seconds: int) -> str:
    named = class_named(forum, row.participant_class)
    if row.constituency:
        named = constituency_named(forum, row.constituency)
    what = [str(row.places)] if row.places is not None else []
    if row.percent is not None:
        what.append(f"{percent(row.percent)}, {minutes(seconds * row.percent / 100)}")
    if row.least is not None and row.least == row.most:
        what.append(str(row.least))
    else:
        what += [f"at least {row.least}"] if row.least is not None else []
        what += [f"at most {row.most}"] if row.most is not None else []
    return f"{named} {', '.join(what)}".rstrip()


def _anywhere(row: Share) -> Share:
    """Return what a row promises, whether it is stated for the session or for its kind."""
    return row.model_copy(update={"kind": None, "session": None, "notes": None})
