"""Protocol: the order in which the speakers of one session come, as keys that compare without any locale."""

from __future__ import annotations

import datetime as dt
import hashlib
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.participant import Participant, ParticipantClass
from scheduler.domain.request import Request
from scheduler.domain.session import Policy, Session

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})
LATEST = dt.datetime.max.replace(tzinfo=dt.UTC)


def protocol_keys(forum: Forum, session: Session, requests: Sequence[Request]) -> tuple[tuple[int, ...], ...]:
    """Return for each request its place of class, its rank and its place by the session's policy."""
    kind = forum.kind_by_id[session.kind]
    ranks = {rank.id: rank.order for rank in forum.ranks}
    last = max(ranks.values(), default=0) + 1
    steps = [
        (class_of(forum, request).protocol_place, ranks.get(request.rank or "", last) if kind.ranks else 0)
        for request in requests
    ]
    by_policy = _places(forum, session, requests, steps)
    return tuple((*step, place) for step, place in zip(steps, by_policy, strict=True))


def participant_of(forum: Forum, request: Request) -> Participant:
    """Return whom a request speaks for."""
    return forum.participant_by_id[request.participant]


def class_of(forum: Forum, request: Request) -> ParticipantClass:
    """Return the class of whom a request speaks for."""
    return forum.class_by_id[participant_of(forum, request).participant_class]


def folded(name: str) -> str:
    """Spell a name as it is sorted: small letters without accents, and single spaces for all else."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(LETTERS)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    return " ".join(kept.split())


def _places(
    forum: Forum, session: Session, requests: Sequence[Request], steps: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    policy = session.policy or forum.kind_by_id[session.kind].policy
    if policy is Policy.REGIONAL_ROTATION:
        return _dense(_rotation(forum, requests, steps))
    keys: dict[Policy, Callable[[Request], Any]] = {
        Policy.REQUEST_TIME: lambda request: asked_at(forum, request),
        Policy.ALPHABETICAL: lambda request: _alphabetical(forum, session, request),
        Policy.LOT: lambda request: _lot(forum, session, request),
    }
    return _dense([keys[policy](request) for request in requests])


def _dense(keys: Sequence[Any]) -> tuple[int, ...]:
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return tuple(places[key] for key in keys)


def asked_at(forum: Forum, request: Request) -> dt.datetime:
    """Return when a request came; one without a time came last, one without a zone in local time."""
    moment = request.requested_at
    if moment is None:
        return LATEST
    return (moment if moment.tzinfo else moment.replace(tzinfo=forum.zone)).astimezone(dt.UTC)


def _alphabetical(forum: Forum, session: Session, request: Request) -> tuple[bool, str]:
    name = folded(participant_of(forum, request).name.of(forum.protocol_language, *forum.languages))
    letter = (session.drawn_letter or "A").casefold()
    return name < letter, name


def _lot(forum: Forum, session: Session, request: Request) -> str:
    return hashlib.sha256(f"{forum.uid}/{session.id}/{request.id}".encode()).hexdigest()


def region_of(participant: Participant) -> str:
    """Return the region a participant stands for in lists: the first it states."""
    return next(iter(participant.regions), "")


def _rotation(
    forum: Forum, requests: Sequence[Request], steps: Sequence[tuple[int, int]]
) -> list[tuple[int, dt.datetime, str]]:
    times = [asked_at(forum, request) for request in requests]
    queues: dict[Hashable, list[dt.datetime]] = defaultdict(list)
    regions = [region_of(participant_of(forum, request)) for request in requests]
    for time, region, step in sorted(zip(times, regions, steps, strict=True)):
        queues[step, region].append(time)
    keys = []
    for index, region in enumerate(regions):
        queue = queues[steps[index], region]
        keys.append((queue.index(times[index]), queue[0], region))
    return keys
