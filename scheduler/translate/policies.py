"""Ordering policies: how speakers of one class and rank come, each a named function from requests to keys.

A smaller key comes earlier; equal keys leave a choice, which goes to neighbours of different regions. The first line
of a policy's docstring is what people read of it. Where a list has an open window, all requests that are not late count
as equal in time, as they do when places are given: poor connections and far zones are no fault. Of requests that are
equal in time the one with the lower number drawn comes first. Where there is no window, time counts, and requests
without a time come last and leave a choice among them.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from scheduler.domain.forum import Forum
from scheduler.domain.request import Request
from scheduler.domain.session import Policy, Session
from scheduler.translate.drawing import drawn, ordering_lot
from scheduler.translate.requests import (
    EARLIEST,
    LATEST,
    asked_at,
    is_equal_in_time,
    participant_of,
    rank_order,
    region_of,
)

FIRST_TIME = "first-time"
"""Flag of a request or participant that the policy first-timers looks at."""

LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"})

Keys = Sequence[Any]


@dataclass(frozen=True)
class Roll:
    """Requests of one session that are put in order among each other."""

    forum: Forum
    session: Session
    requests: tuple[Request, ...]

    @cached_property
    def numbers(self) -> tuple[tuple[int, str], ...]:
        """For each request the number the lot draws for it, equal numbers by id."""
        lot = ordering_lot(self.forum)
        return tuple((drawn(lot, request.id), request.id) for request in self.requests)

    @cached_property
    def moments(self) -> Keys:
        """For each request when it came as far as that counts, of equal times the lower number drawn first."""
        return [self._moment(*pair) for pair in zip(self.requests, self.numbers, strict=True)]

    def _moment(self, request: Request, number: tuple[int, str]) -> tuple[dt.datetime, tuple[int, str] | None]:
        if is_equal_in_time(self.forum, self.session, request):
            return EARLIEST, number
        if request.requested_at is None:
            return LATEST, None
        return asked_at(self.forum, request), number

    @cached_property
    def grouped_classes(self) -> frozenset[str]:
        """Classes some participant of which belongs to a constituency."""
        return frozenset(item.participant_class for item in self.forum.participants if item.constituency)


def rank_and_time(roll: Roll) -> Keys:
    """A higher rank speaks first in any session; then who asked earlier, all in the open window being equal in time.

    Requests that are equal in time go by lot: all in the open window of the list, where it has one.
    """
    ranks = [rank_order(roll.forum, request) for request in roll.requests]
    return list(zip(ranks, roll.moments, strict=True))


def request_time(roll: Roll) -> Keys:
    """Who asked earlier speaks first, all who asked in the open window of the list being equal in time.

    Requests that are equal in time go by lot: all in the open window of the list, where it has one.
    """
    return roll.moments


def alternate(roll: Roll) -> Keys:
    """Constituencies take turns, or regions in a class without constituencies, in the order of their first requests.

    The first request of each comes, then the second of each; who has no more is passed over. Members of a class with
    constituencies who belong to none take turns as one constituency more. Requests that are equal in time go by lot.
    """

    def body(request: Request) -> Hashable:
        participant = participant_of(roll.forum, request)
        group = participant.participant_class
        return (
            (group, participant.constituency) if group in roll.grouped_classes else region_of(roll.forum, participant)
        )

    return _by_turns(roll, body)


def regional_rotation(roll: Roll) -> Keys:
    """Regions take turns in the order of their first requests; one without more speakers passes its turn to the next.

    The region is that of the forum's scheme, else the first that a participant states; those without one take turns as
    one region more. Inside a region the earlier request speaks first, those that are equal in time go by lot.
    """
    return _by_turns(roll, lambda request: region_of(roll.forum, participant_of(roll.forum, request)))


def alphabetical(roll: Roll) -> Keys:
    """Participants speak in alphabetical order in the protocol language, beginning with the drawn letter.

    Accents, case and punctuation do not count; without a drawn letter the order begins with A.
    """
    forum, letter = roll.forum, (roll.session.drawn_letter or "A").casefold()
    languages = (forum.protocol_language, *forum.languages)
    names = [folded(participant_of(forum, request).name.of(*languages)) for request in roll.requests]
    return [(name < letter, name) for name in names]


def lot(roll: Roll) -> Keys:
    """The lot decides: the lowest number drawn speaks first.

    The number is the one the forum's lot draws for the request, of equal numbers the id that sorts first. While a
    committed lot is not drawn yet, and where no seed was committed to, numbers are drawn from the forum's uid.
    """
    return roll.numbers


def first_timers(roll: Roll) -> Keys:
    """First-timers, by the flag first-time, speak first; then who asked earlier, all in the open window being equal.

    Requests that are equal in time go by lot: all in the open window of the list, where it has one.
    """
    others = [not _is_first_time(roll.forum, request) for request in roll.requests]
    return list(zip(others, roll.moments, strict=True))


POLICIES: dict[Policy, Callable[[Roll], Keys]] = {
    Policy.RANK_AND_TIME: rank_and_time,
    Policy.REQUEST_TIME: request_time,
    Policy.ALTERNATE: alternate,
    Policy.REGIONAL_ROTATION: regional_rotation,
    Policy.ALPHABETICAL: alphabetical,
    Policy.LOT: lot,
    Policy.FIRST_TIMERS: first_timers,
}


def policy_of(forum: Forum, session: Session) -> Policy:
    """Return the policy of a session: its own, else that of its kind."""
    return session.policy or forum.kind_by_id[session.kind].policy


def policy_sentence(policy: Policy) -> str:
    """Return what a policy does, in one sentence."""
    return (POLICIES[policy].__doc__ or "").partition("\n")[0]


def folded(name: str) -> str:
    """Spell a name as it is sorted: small letters without accents, and single spaces for all else."""
    plain = unicodedata.normalize("NFKD", name.casefold()).translate(LETTERS)
    kept = "".join(c if c.isalnum() else " " for c in plain if not unicodedata.combining(c) and c not in "'’ʼ")
    return " ".join(kept.split())


def _by_turns(roll: Roll, body: Callable[[Request], Hashable]) -> Keys:
    """Return for each request the round its turn comes in, and whose turn comes when in every round."""
    came = [(moment, number) for (moment, _), number in zip(roll.moments, roll.numbers, strict=True)]
    bodies = [body(request) for request in roll.requests]
    queues: dict[Hashable, list[Any]] = defaultdict(list)
    for moment, whose in sorted(zip(came, bodies, strict=True), key=lambda pair: pair[0]):
        queues[whose].append(moment)
    return [(queues[whose].index(moment), queues[whose][0]) for moment, whose in zip(came, bodies, strict=True)]


def _is_first_time(forum: Forum, request: Request) -> bool:
    return FIRST_TIME in request.flags or FIRST_TIME in participant_of(forum, request).flags
