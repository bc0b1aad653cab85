"""Who may ask for what, when, and what of a request counts for what."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.participant import ParticipantClass
from scheduler.domain.session import Session
from scheduler.publish.clean import clean_line
from scheduler.publish.hours import dated
from scheduler.publish.visible import say
from scheduler.services.method.document import Block, Section, Table, passages, points
from scheduler.services.method.words import (
    ENGLISH,
    class_named,
    constituency_named,
    kind_named,
    session_named,
)

COUNTS_FOR = (
    ("session, second choice", "where it competes; a request is given one of the two at most"),
    ("class, constituency of the participant", "in which quota it competes"),
    ("time limit, time class, co-sponsors", "how much of the floor time it needs"),
    ("priority", "what its requester wants more comes first"),
    ("time of the request", "only whether it is late; and the order of speaking where the list goes by it"),
    ("region, gender, flags, track", "only where a balance of the forum names them; gender only with consent"),
    ("rank, function, language, remote, zone", "nothing; a rank may count for the order of speaking, see there"),
    ("objectives, availability", "nothing; when a speaker can be there counts for the order of speaking"),
)
"""What a request can state, and what that does when places are given."""


def requesting(forum: Forum) -> Section:
    """Say what counts for what, and under which classes, constituencies and flags participants stand."""
    blocks: list[Block] = [
        Table(title="What counts for what", header=("what a request states", "what it does"), rows=COUNTS_FOR),
        _classes(forum),
    ]
    if forum.constituencies:
        blocks += _constituencies(forum)
    if forum.flags:
        blocks += _flags(forum)
    return Section(id="requesting", title="Requests, and who makes them", blocks=tuple(blocks))


def _counts_as(item: ParticipantClass) -> str:
    found = (("delegation", item.delegation), ("interspersed", item.interspersed))
    return ", ".join(name for name, holds in found if holds)


def _classes(forum: Forum) -> Table:
    sizes = Counter(participant.participant_class for participant in forum.participants)
    rows = tuple(
        (
            class_named(forum, item.id),
            str(sizes[item.id]),
            str(item.protocol_place),
            ", ".join(
                name for name, holds in (("delegation", item.delegation), ("interspersed", item.interspersed)) if holds
            ),
            f"{clean_line(item.basis)} ({item.confidence.value})" if item.basis else "nothing stated",
        )
        for item in forum.classes
    )
    header = ("class", "members", "protocol", "counts as", "rests on")
    return Table(title="Classes", header=header, rows=rows, numbers=(1, 2))


def _constituencies(forum: Forum) -> tuple[Block, ...]:
    sizes = Counter(participant.constituency for participant in forum.participants)
    rows = tuple(
        (constituency_named(forum, item.id), item.id, str(sizes[item.id]), "yes" if item.focal_point else "no")
        for item in forum.constituencies
    )
    header = ("constituency", "id", "participants", "has a focal point")
    return (Table(title="Constituencies", header=header, rows=rows, numbers=(2,)),)


def _flags(forum: Forum) -> tuple[Block, ...]:
    told = [
        (f"{say(forum, flag.label, ENGLISH)} [{flag.id}]", clean_line(flag.description or "no meaning is stated"))
        for flag in forum.flags
    ]
    return (*passages("Participants and requests can be counted under these flags:"), points(*told))


def lists(forum: Forum) -> Section | None:
    """Say which sessions take requests, how much floor they have, and what is late, as far as it is not said yet."""
    sessions = [session for session in forum.sessions if session.floor_minutes]
    if not sessions:
        return None
    texts = [
        "A request that states no time is not late. For a second choice, it is the list of that session that counts; "
        "in the order of speaking, too, what is late comes after what is not.",
    ]
    if any(session.response_minutes for session in sessions):
        texts.append("Minutes for responses are not given beforehand: they are for a list opened during the session.")
    blocks = (*passages(*texts), _lists(forum, sessions))
    return Section(id="lists", title="Which lists there are", blocks=blocks)


def _lists(forum: Forum, sessions: Sequence[Session]) -> Table:
    columns: tuple[tuple[str, list[str], bool], ...] = (
        ("session", [session_named(forum, session) for session in sessions], True),
        ("kind", [kind_named(forum, session.kind) for session in sessions], True),
        ("minutes", [str(session.floor_minutes) for session in sessions], True),
        ("for responses", [str(session.response_minutes) for session in sessions], _any(sessions, "response_minutes")),
        ("opens", [_moment(forum, session.list_opens) for session in sessions], _any(sessions, "list_opens")),
        ("closes", [_moment(forum, session.list_closes) for session in sessions], _any(sessions, "list_closes")),
    )
    shown = [(name, cells) for name, cells, is_stated in columns if is_stated]
    numbers = tuple(place for place, (name, _) in enumerate(shown) if name in ("minutes", "for responses"))
    rows = tuple(zip(*(cells for _, cells in shown), strict=True))
    return Table(header=tuple(name for name, _ in shown), rows=rows, numbers=numbers)


def _any(sessions: Sequence[Session], field: str) -> bool:
    return any(getattr(session, field) for session in sessions)


def _moment(forum: Forum, moment: dt.datetime | None) -> str:
    return dated(forum, moment) if moment else "as all lists"
