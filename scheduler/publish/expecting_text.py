"""What a focal point can expect, in words: its own requests, bands of all others, and nothing more of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from scheduler.publish.columns import columns, wrapped
from scheduler.publish.hours import day
from scheduler.services.expecting import LONGER, MOVE, Change, Demand, Expectation, Outlook, Range
from scheduler.services.expecting_trials import EXTRA

HOW = (
    "The likely places are those among the fewest and the most others that their band allows, spread evenly over the "
    "other constituencies, by the method of the forum. Its balances and the second choices of others are left aside. "
    "Room for is how many more could ask in a session before anybody would be refused for them."
)
ALL_MET = "Every request of the constituency is likely to be met."
NOTHING_HELPS = "No change was found: nobody who may be refused could ask where there is room, or join with another."


def expecting_text(found: Expectation) -> str:
    """Tell a focal point what its constituency can expect."""
    title = f"{found.label}: {_between(found.places)} places for {_between(found.heard)} organisations are likely."
    rows = [_row(outlook) for outlook in found.sessions]
    table = columns(("Session", "asked", "others", "likely", "room for"), rows, frozenset({1, 3}))
    parts = [wrapped(f"{title} {_closing(found)}"), table, wrapped(_under_asked(found))]
    changes = [wrapped(line, "  - ") for line in _changes(found)]
    is_met = found.places.low >= sum(outlook.asked for outlook in found.sessions)
    told = wrapped(ALL_MET if is_met else NOTHING_HELPS)
    parts.append("\n".join(["What changes would come to:", *changes]) if changes else told)
    return "\n\n".join([*parts, wrapped(HOW)])


def _closing(found: Expectation) -> str:
    own = {outlook.closes for outlook in found.sessions} - {found.closes}
    other = "; some close at a time of their own, see --json" if own else ""
    if found.closes is None:
        return f"The forum states no time at which lists close{other}."
    return f"Lists close on {_moment(found.closes)} ({found.timezone}){other}."


def _moment(moment: dt.datetime) -> str:
    return f"{day(moment.date())}, {moment:%H:%M}"


def _row(outlook: Outlook) -> tuple[str, ...]:
    return outlook.title, str(outlook.asked), outlook.others, _between(outlook.places), _room(outlook.room)


def _room(room: Range) -> str:
    if room.high == 0:
        return "nobody"
    return f"{EXTRA} or more" if room.low == EXTRA else _between(room) + (" or more" if room.high == EXTRA else "")


def _between(found: Range) -> str:
    return str(found.low) if found.low == found.high else f"{found.low} to {found.high}"


def _under_asked(found: Expectation) -> str:
    titles = [outlook.title for outlook in found.sessions if outlook.demand is Demand.UNDER_ASKED]
    return (
        f"Under-asked, whatever their band holds: {'; '.join(titles)}."
        if titles
        else "No session is surely under-asked."
    )


def _changes(found: Expectation) -> Iterator[str]:
    for change in found.changes:
        places = _instead("places", change.places, found.places)
        worse = "" if _is_better(change, found) else "; this makes nothing better"
        yield f"{_words(change)}: {places}, {_instead('organisations heard', change.heard, found.heard)}{worse}."


def _is_better(change: Change, found: Expectation) -> bool:
    pairs = ((change.places, found.places), (change.heard, found.heard))
    return any(then.low > now.low or then.high > now.high for then, now in pairs)


def _instead(noun: str, then: Range, now: Range) -> str:
    return f"{_between(then)} {noun} {'as before' if then == now else f'instead of {_between(now)}'}"


def _words(change: Change) -> str:
    requests = ", ".join(change.requests)
    if change.kind == MOVE:
        return f"Moving {requests} to {change.title}"
    time = "the longer time of a joint one" if change.kind == LONGER else "the usual time of one"
    return f"One statement of {requests} in {change.title}, ranked first, in {time}"
