"""Sessions: each fits some period and some room, and its ties and pins can hold by themselves."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter
from itertools import pairwise

from scheduler import clock
from scheduler.domain.forum import Forum
from scheduler.domain.programme import Room
from scheduler.domain.session import Link, Pin, Policy, Session
from scheduler.formats.cells import written
from scheduler.formats.draft import Draft

IN_ORDER = (Link.BEFORE, Link.FEEDS, Link.CONSECUTIVE)
"""Ties after which the second session starts when the first has ended."""


def _minutes(forum: Forum, period: str) -> int:
    start, end = clock.period_minutes(forum, forum.period_by_id[period])
    return end - start


def check_kinds(draft: Draft) -> None:
    """Every kind that has a session has a period, and each sitting fits in one."""
    if not (draft.is_whole("periods") and draft.knows("timezone")):
        return
    longest: dict[str, int] = {}
    for period in draft.forum.periods:
        for kind in period.kinds:
            longest[kind] = max(longest.get(kind, 0), _minutes(draft.forum, period.id))
    used = {kind for _, kind in draft.cells("sessions", "kind")}
    for row, kind in draft.cells("kinds", "id"):
        if kind in used and kind not in longest:
            advice = f"Add {kind} to the kinds of a period in {draft.files['periods']}."
            draft.fault("kinds", row.number, "id", f"No period admits sessions of the kind {kind}.", advice)
    for row, minutes in draft.cells("sessions", "sittings"):
        limit = longest.get(str(row.cells.get("kind")))
        if limit is not None and minutes > limit:
            problem = f"A sitting of {minutes} minutes is longer than every period that admits its kind."
            advice = f"Write {limit} or less, split it into sittings, or add a longer period."
            draft.fault("sessions", row.number, "sittings", problem, advice)


def check_rooms(draft: Draft) -> None:
    """Every session has a room that meets its needs."""
    if not (draft.is_whole("rooms") and draft.forum.rooms):
        return
    rooms = draft.forum.rooms
    for number, session in draft.values("sessions"):
        if not all(lacking(room, session) for room in rooms):
            continue
        draft.fault("sessions", number, *_lack(draft.files["rooms"], rooms, session))


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
    seats = max((room.seats for room in draft.forum.rooms), default=0)
    for number, session in draft.values("sessions"):
        if draft.is_whole("rooms") and session.audience > seats:
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
            draft.warn("sessions", number, "drawn_letter", problem, "Write alphabetical as policy, or no letter.")


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
    edges: dict[tuple[str, str], int] = {}
    for number, tie in draft.values("ties"):
        if tie.first == tie.second:
            draft.fault("ties", number, "second", "The session is tied to itself.", "Name another session.")
        elif tie.link in IN_ORDER:
            edges.setdefault((tie.first, tie.second), number)
    while cycle := _cycle(edges):
        rows = [edges[edge] for edge in cycle]
        path = " before ".join([*(first for first, _ in cycle), cycle[0][0]])
        others = " or ".join(f"row {row}" for row in sorted(rows)[:-1])
        problem = f"These ties go round in a circle: {path}."
        draft.fault("ties", max(rows), None, problem, f"Remove this row, or {others}.")
        del edges[cycle[rows.index(max(rows))]]


def _cycle(edges: dict[tuple[str, str], int]) -> list[tuple[str, str]]:
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
    if period is None or not draft.knows("timezone"):
        return
    if session.kind not in period.kinds:
        problem = f"The period {period.id} admits no session of the kind {session.kind}."
        draft.fault("pins", number, "period", problem, "Write another period, or add the kind to this one.")
    length, minutes = _minutes(draft.forum, period.id), session.sittings[pin.sitting - 1]
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
