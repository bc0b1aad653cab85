"""Sessions: each fits some period and some room, and its ties and pins can hold by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from scheduler import clock
from scheduler.domain.base import Text
from scheduler.domain.programme import MOST_BOOTHS, MOST_SEATS, Room
from scheduler.domain.session import Link, Pin, Policy, Session
from scheduler.formats.cells import written
from scheduler.formats.draft import Draft, Row

IN_ORDER = (Link.BEFORE, Link.FEEDS, Link.CONSECUTIVE)
"""Ties after which the second session starts when the first has ended."""

_MOST_COMPARED = 400_000
"""Pairs of a session and a room that are looked at; a forum has thousands, a hostile file has billions."""

_MOST_CIRCLES = 8
"""Circles of ties that are told; finding one takes as long as reading all ties."""


def check_rooms(draft: Draft) -> None:
    """Every session has a room that meets its needs."""
    if "rooms" in draft.unread or not draft.rows["rooms"]:
        return
    rooms = _largest(row.value if isinstance(row.value, Room) else _generous(draft, row) for row in draft.rows["rooms"])
    for number, session in list(draft.values("sessions"))[: _MOST_COMPARED // len(rooms)]:
        if all(lacking(room, session) for room in rooms):
            draft.fault("sessions", number, *_lack(draft.spoken("rooms"), rooms, session))


def _largest(rooms: Iterable[Room]) -> tuple[Room, ...]:
    """Return the largest room of each equipment and number of booths; the others add nothing."""
    best: dict[tuple[frozenset[str], int], Room] = {}
    for room in rooms:
        key = frozenset(room.equipment), room.booths
        if key not in best or room.seats > best[key].seats:
            best[key] = room
    return tuple(best.values())


def _generous(draft: Draft, row: Row) -> Room:
    """Return the best that a room can be whose row could not be understood in full."""
    everything = tuple({str(item) for _, item in draft.cells("sessions", "equipment")})
    return Room(
        id="unknown",
        name=Text({"en": "?"}),
        seats=row.cells.get("seats", MOST_SEATS),
        equipment=everything if draft.missed("rooms", row, "equipment") else row.cells.get("equipment", ()),
        booths=MOST_BOOTHS if draft.missed("rooms", row, "booths") else row.cells.get("booths", 0),
    )


def lacking(room: Room, session: Session) -> list[str]:
    """Return what of its needs a session does not find in a room."""
    return [
        what
        for what, is_met in (
            ("seats", room.seats >= session.seats),
            ("equipment", set(session.equipment) <= set(room.equipment)),
            ("booths", room.booths >= len(set(session.languages))),
        )
        if not is_met
    ]


def _lack(file: str, rooms: tuple[Room, ...], session: Session) -> tuple[str, str, str]:
    seats, booths = max(room.seats for room in rooms), max(room.booths for room in rooms)
    missing = sorted(set(session.equipment) - {item for room in rooms for item in room.equipment})
    if session.seats > seats:
        return "seats", f"No room has {session.seats} seats.", f"Write {seats} or less; that is the largest room."
    if missing:
        return "equipment", f"No room has {', '.join(missing)}.", f"Remove it, or add it to a room in {file}."
    if len(session.languages) > booths:
        problem = f"No room has booths for {len(session.languages)} languages."
        return "languages", problem, f"Name at most {booths}, or add booths to a room in {file}."
    problem = "No room has the seats, the equipment and the booths it needs all at once."
    return "seats", problem, f"Ask for less, or equip a room in {file}."


def check_wishes(draft: Draft) -> None:
    """What a session would rather have is something it can have."""
    seats, knows_rooms = max((room.seats for room in draft.forum.rooms), default=0), draft.is_whole("rooms")
    for number, session in draft.values("sessions"):
        if knows_rooms and session.audience > seats:
            problem = f"{session.audience} people are expected, and the largest room has {seats} seats."
            draft.warn("sessions", number, "audience", problem, "Leave it if some may stand or stay away.")
        periods = (draft.forum.period_by_id.get(name) for name in session.preferred)
        for period in filter(None, periods):
            if session.kind not in period.kinds:
                problem = f"The period {period.id} admits no session of the kind {session.kind}."
                draft.warn("sessions", number, "preferred", problem, "Write another period, or add the kind to it.")
        kind = draft.forum.kind_by_id.get(session.kind)
        if session.drawn_letter and kind and (session.policy or kind.policy) is not Policy.ALPHABETICAL:
            problem = "A letter is drawn, but its speakers do not come in alphabetical order."
            draft.warn(
                "sessions",
                number,
                "drawn_letter",
                problem,
                f"Write alphabetical as {draft.heading('sessions', 'policy')}, or no letter.",
            )


def check_floor(draft: Draft) -> None:
    """What a session reserves for its opening and the floor fits into its sittings."""
    for number, session in draft.values("sessions"):
        total, first = sum(session.sittings), session.sittings[0]
        if session.opening_minutes > first:
            advice = f"Write {first} or less."
            draft.fault("sessions", number, "opening_minutes", "The opening is longer than the first sitting.", advice)
        elif session.opening_minutes + session.floor_minutes > total:
            problem = f"Opening and floor need {session.opening_minutes + session.floor_minutes} minutes of {total}."
            advice = f"Write {total - session.opening_minutes} or less, or lengthen its sittings."
            draft.fault("sessions", number, "floor_minutes", problem, advice)


def check_ties(draft: Draft) -> None:
    """No session is tied to itself or has to come before itself."""
    for number, tie in draft.values("ties"):
        if tie.first == tie.second:
            draft.fault("ties", number, "second", "The session is tied to itself.", "Name another session.")
    edges = edges_of(draft)
    for cycle in _cycles(edges):
        rows = [edges[edge] for edge in cycle]
        path = " before ".join([*(first for first, _ in cycle), cycle[0][0]])
        others = " or ".join(f"row {row}" for row in sorted(rows)[:-1])
        problem = f"These ties go round in a circle: {path}."
        draft.fault("ties", max(rows), None, problem, f"Remove this row, or {others}.")


Edge = tuple[str, str]
"""A session and one that comes after it."""


def edges_of(draft: Draft) -> dict[Edge, int]:
    """Return which session comes before which, with the row that says so."""
    edges: dict[Edge, int] = {}
    for number, tie in draft.values("ties"):
        if tie.link in IN_ORDER and tie.first != tie.second:
            edges.setdefault((tie.first, tie.second), number)
    return edges


def _cycles(edges: Mapping[Edge, int]) -> Iterator[list[Edge]]:
    """Yield circles one after the other, each broken at its last row before the next is looked for; only so many."""
    left = dict(edges)
    for _ in range(_MOST_CIRCLES):
        if not (cycle := _cycle(left)):
            return
        yield cycle
        del left[max(cycle, key=left.__getitem__)]


def _cycle(edges: Mapping[Edge, int]) -> list[Edge]:
    """Return ties that go round in a circle, from the first of them in the file, or none."""
    graph: TopologicalSorter[str] = TopologicalSorter()
    for first, second in edges:
        graph.add(second, first)
    try:
        graph.prepare()
    except CycleError as error:
        cycle = list(pairwise(error.args[1]))
        start = cycle.index(min(cycle, key=edges.__getitem__))
        return cycle[start:] + cycle[:start]
    return []


def check_pins(draft: Draft) -> None:
    """A pin is to a place where the sitting can stand."""
    for number, pin in draft.values("pins"):
        if pin.start is not None and pin.period is None:
            draft.fault("pins", number, "start", "A start needs a period.", "Write the period, or remove the start.")
        elif pin.period is None and pin.room is None:
            draft.fault("pins", number, "period", "The pin fixes nothing.", "Write a period, a room or both.")
        session = draft.forum.session_by_id.get(pin.session)
        if session is not None:
            _check_pin(draft, number, pin, session)


def _check_pin(draft: Draft, number: int, pin: Pin, session: Session) -> None:
    count = len(session.sittings)
    if pin.sitting > count:
        advice = f"Write a number from 1 to {count}."
        draft.fault("pins", number, "sitting", f"{session.id} has no sitting {pin.sitting}.", advice)
        return
    period = draft.forum.period_by_id.get(pin.period or "")
    if period is None:
        return
    if session.kind not in period.kinds:
        problem = f"The period {period.id} admits no session of the kind {session.kind}."
        draft.fault("pins", number, "period", problem, "Write another period, or add the kind to this one.")
    start, end = clock.period_minutes(draft.forum, period)
    length, minutes = end - start, session.sittings[pin.sitting - 1]
    if minutes > length:
        problem = f"The sitting's {minutes} minutes are longer than the period's {length}."
        draft.fault("pins", number, "period", problem, "Write a longer period, or shorten the sitting.")
    elif pin.start is not None:
        _check_start(draft, number, pin, minutes)


def _check_start(draft: Draft, number: int, pin: Pin, minutes: int) -> None:
    forum, start = draft.forum, pin.start
    if start is None or pin.period is None:
        return
    period = forum.period_by_id[pin.period]
    begin, end = clock.period_minutes(forum, period)
    offset = clock.minute_in(forum, period, start) - begin
    hours = f"{written(period.start)}-{written(period.end)}"
    if offset < 0 or offset + minutes > end - begin:
        problem = f"A sitting of {minutes} minutes from {written(start)} is not inside the period, {hours}."
        draft.fault("pins", number, "start", problem, "Write a start that leaves it inside.")
    elif draft.knows("slot_minutes") and offset % forum.slot_minutes:
        problem = f"{written(start)} is not on the grid of {forum.slot_minutes} minutes from {written(period.start)}."
        draft.fault("pins", number, "start", problem, "Write a start on the grid.")
