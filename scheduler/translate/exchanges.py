"""What the log of requests changes in the order of one list: places exchanged, and speakers who were absent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.request import Request

Key = tuple[int, ...]

ABSENT = 2
"""What stands in a key where 1 is late: whoever was absent comes after all others of the class."""


def after_log(forum: Forum, requests: Sequence[Request], keys: Sequence[Key]) -> tuple[Key, ...]:
    """Return the protocol keys of one session's requests after what the log says of them, entry by entry.

    Two who exchanged places inside the list hold each other's key as long as both have the floor; whoever was absent
    goes to the end of its class.
    """
    found = list(keys)
    places = {request.id: place for place, request in enumerate(requests)}
    for entry in _inside_lists(forum):
        place, other = places.get(entry.request), places.get(entry.other or "")
        if place is None:
            continue
        if entry.happening is Happening.ABSENT:
            found[place] = (found[place][0], ABSENT, entry.number)
        elif other is not None:
            found[place], found[other] = found[other], found[place]
    return tuple(found)


def _inside_lists(forum: Forum) -> Iterator[Entry]:
    """Yield absences, and the exchanges between two requests that were in one list then."""
    sessions = {request.id: request.session for request in forum.requests}
    inside: list[Entry] = []
    for entry in reversed(forum.log):
        if entry.happening is Happening.ABSENT:
            inside.append(entry)
        elif entry.happening is Happening.SWAPPED and entry.other:
            here, there = sessions.get(entry.request), sessions.get(entry.other)
            if here == there:
                inside.append(entry)
            elif here and there:
                sessions[entry.request], sessions[entry.other] = there, here
    yield from reversed(inside)
