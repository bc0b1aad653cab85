"""Protocol: the order in which the speakers of one session come, as keys that compare without any locale."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Mode, Session
from scheduler.translate.exchanges import after_log
from scheduler.translate.policies import POLICIES, Roll, policy_of
from scheduler.translate.requests import class_of, is_late, rank_order

MIXED = (Mode.THROUGHOUT, Mode.AFTER_OPENING)


def mode_of(forum: Forum, session: Session) -> Mode:
    """Return how stakeholders stand in the list of a session: as it says, else as its kind does."""
    return session.mode or forum.kind_by_id[session.kind].mode


def protocol_keys(forum: Forum, session: Session, requests: Sequence[Request]) -> tuple[tuple[int, ...], ...]:
    """Return for each request its place of class, whether it was late, its rank, and its place by the session's policy.

    A policy orders those of one such step among each other; whoever is interspersed among the others, apart from
    them, since the two are merged by time and not by protocol. Then the log has its say: who exchanged places, and
    who was absent.
    """
    kind = forum.kind_by_id[session.kind]
    steps = [
        (
            class_of(forum, request).protocol_place,
            int(is_late(forum, session, request)),
            rank_order(forum, request) if kind.ranks else 0,
        )
        for request in requests
    ]
    is_mixed = mode_of(forum, session) in MIXED
    rolls: dict[tuple[tuple[int, int, int], bool], list[int]] = defaultdict(list)
    for index, (step, request) in enumerate(zip(steps, requests, strict=True)):
        rolls[step, is_mixed and class_of(forum, request).interspersed].append(index)
    places = [0] * len(requests)
    policy = POLICIES[policy_of(forum, session)]
    for members in rolls.values():
        keys = policy(Roll(forum, session, tuple(requests[index] for index in members)))
        for index, place in zip(members, _dense(keys), strict=True):
            places[index] = place
    keys = [(*step, place) for step, place in zip(steps, places, strict=True)]
    return after_log(forum, requests, keys)


def _dense(keys: Sequence[Any]) -> tuple[int, ...]:
    places = {key: place for place, key in enumerate(sorted(set(keys)))}
    return tuple(places[key] for key in keys)
