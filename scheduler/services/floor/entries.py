"""What a run adds to the log of requests: who spoke, was absent, withdrew, and yielded time."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.clock import moment_at
from scheduler.domain.log import Basis, Entry, Happening
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.state import Event


def entries(floor: Floor, first: int) -> tuple[Entry, ...]:
    """Return the entries in the order in which things happened, numbered from ``first``.

    A withdrawal rests on whoever asked, all else on the chair. Being absent is entered once, however often somebody
    was called. Responses from the floor and rights of reply are no requests and have no entry.
    """
    forum = floor.setting.forum
    return tuple(
        Entry(
            number=number,
            at=moment_at(forum, 0, event.at).replace(tzinfo=None),
            request=event.speaker,
            happening=event.happening,
            basis=Basis.REQUESTER if event.happening is Happening.WITHDRAWN else Basis.CHAIR,
            by=event.by,
            minutes=None if event.seconds is None else event.seconds / 60,
        )
        for number, event in enumerate(_of_requests(floor), start=first)
    )


def _of_requests(floor: Floor) -> Iterator[Event]:
    absent: set[str] = set()
    for event in floor.state.events:
        is_again = event.happening is Happening.ABSENT and event.speaker in absent
        if event.speaker in floor.setting.speakers and not is_again:
            yield event
        if event.happening is Happening.ABSENT:
            absent.add(event.speaker)
