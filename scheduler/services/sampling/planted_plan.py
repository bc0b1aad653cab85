"""The plan of a planted forum: sessions of many kinds put into meetings, seven periods a day, before any demand."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import ceil
from random import Random

from scheduler.domain.base import Hours, Text
from scheduler.domain.programme import Period, Room
from scheduler.services.sampling.grid import Grid

FIRST_DAY = dt.date(2027, 6, 7)
MOST_FILLED = 0.82
LEAST_FILLED = 0.70
"""Shares the plan uses of the meetings in periods that no session holds alone; the least goes before the most."""

OFFICIAL_KINDS = ("round-table", "regional-review", "hearing", "vnr")
ALONE_KINDS = ("opening", "plenary", "closing")
SIDE_KINDS = ("side-event", "stakeholder-session")
HOURS = (
    ("early", "08:15", "09:45", False),
    ("morning-1", "10:00", "11:20", True),
    ("morning-2", "11:40", "13:00", True),
    ("lunch", "13:15", "14:45", False),
    ("afternoon-1", "15:00", "16:20", True),
    ("afternoon-2", "16:40", "18:00", True),
    ("evening", "18:15", "19:45", False),
)
SEATS = (40, 60, 60, 80, 120, 120, 200, 350, 600)
EQUIPMENT = ("webcast", "hybrid", "podium", "voting")
ZONES = ("north", "south", "tower")
ROW_CHANGEOVER_MINUTES = 10
"""Longest changeover of a room in which three short sessions stand in a row."""


@dataclass(frozen=True, slots=True)
class Block:
    """Sessions that are put into meetings together: one, several in a row, or one of several sittings."""

    kind: str
    minutes: tuple[int, ...]
    in_a_row: bool = False
    outside: bool = False
    """Whether it stands outside official hours."""

    @property
    def meetings(self) -> int:
        """Meetings the block takes."""
        return 1 if self.in_a_row else len(self.minutes)

    @property
    def sessions(self) -> int:
        """Sessions in the block."""
        return len(self.minutes) if self.in_a_row else 1


@dataclass
class Plan:
    """Periods, rooms, and the sessions by kind and minutes with their places in the grid."""

    grid: Grid
    sessions: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict)

    def add(self, kind: str, minutes: tuple[int, ...], meetings: Sequence[tuple[str, str]]) -> None:
        """Add a session with one sitting in each of these meetings."""
        identity = f"s{len(self.sessions) + 1:04d}"
        self.sessions[identity] = (kind, minutes)
        for sitting, (length, (period, room)) in enumerate(zip(minutes, meetings, strict=True), start=1):
            self.grid.put(identity, length, (period,), (room,), sitting)


def draw_plan(sessions: int, random: Random) -> Plan:
    """Draw a plan of so many sessions; days are two for small forums and four for others, rooms grow with it."""
    days = 2 if sessions < 60 else 4
    alone = _alone(days)
    held = {period for _, periods in alone for period in periods}
    periods = tuple(_periods(days))
    official = [p.id for p in periods if "round-table" in p.kinds and p.id not in held]
    side = [p.id for p in periods if "side-event" in p.kinds]
    blocks = _blocks(sessions - len(alone), len(official), len(side), random)
    rooms = tuple(_rooms(_room_count(blocks, len(official), len(side)), random))
    plan = Plan(Grid(periods, rooms))
    for kind, alone_periods in alone:
        plan.add(kind, (80,) * len(alone_periods), [(period, rooms[0].id) for period in alone_periods])
    _put_blocks(plan, blocks, official, side, random)
    return plan


def _periods(days: int) -> Iterator[Period]:
    for day in range(days):
        for name, start, end, is_official in HOURS:
            yield Period(
                id=f"d{day}-{name}",
                date=FIRST_DAY + dt.timedelta(days=day),
                start=dt.time.fromisoformat(start),
                end=dt.time.fromisoformat(end),
                kinds=(*ALONE_KINDS, *OFFICIAL_KINDS, "stakeholder-session") if is_official else SIDE_KINDS,
                prime=name in ("lunch", "morning-2"),
            )


def _alone(days: int) -> tuple[tuple[str, tuple[str, ...]], ...]:
    last = days - 1
    plenary = (f"d{last}-morning-1", f"d{last}-morning-2") if days > 2 else (f"d{last}-morning-1",)
    return ("opening", ("d0-morning-1",)), ("plenary", plenary), ("closing", (f"d{last}-afternoon-2",))


def _blocks(sessions: int, official: int, side: int, random: Random) -> list[Block]:
    """Draw blocks until the sessions are used up, official and side meetings in proportion to their periods."""
    blocks: list[Block] = []
    used = {"official": 0, "side": 0}
    left = sessions
    while left:
        half = "side" if used["side"] * official <= used["official"] * side else "official"
        block = _side_block(random) if half == "side" else _official_block(random, left)
        blocks.append(block)
        used[half] += block.meetings
        left -= block.sessions
    return blocks


def _side_block(random: Random) -> Block:
    if random.random() < 0.14:
        return Block("stakeholder-session", (random.choice((60, 75)),), outside=True)
    return Block("side-event", (random.choice((60, 75, 90)),), outside=True)


def _official_block(random: Random, left: int) -> Block:
    draw = random.random()
    if draw < 0.07 and left >= 3:
        return Block("vnr", (20, 20, 20), in_a_row=True)
    if draw < 0.12 and left >= 2:
        return Block("vnr", (30, 30), in_a_row=True)
    if draw < 0.17:
        return Block("round-table", (80,) * random.choice((2, 2, 3)))
    if draw < 0.22:
        return Block("stakeholder-session", (60,))
    return Block(random.choice(OFFICIAL_KINDS[:3]), (random.choice((60, 80, 80)),))


def _room_count(blocks: list[Block], official: int, side: int) -> int:
    outside = sum(block.meetings for block in blocks if block.outside)
    inside = sum(block.meetings for block in blocks) - outside
    filled = (inside + outside) / (official + side)
    count = ceil(filled / MOST_FILLED)
    if filled / count < LEAST_FILLED:
        count -= 1
    return max(2, ceil(inside / official), ceil(outside / side), count)


def _rooms(count: int, random: Random) -> Iterator[Room]:
    yield Room(id="hall", name=Text({"en": "Hall"}), seats=1500, equipment=EQUIPMENT, booths=6, zone=ZONES[0])
    for number in range(1, count):
        wide = number == 1
        yield Room(
            id=f"room-{number:03d}",
            name=Text({"en": f"Room {number}"}),
            seats=600 if wide else random.choice(SEATS),
            equipment=EQUIPMENT if wide else tuple(item for item in EQUIPMENT if random.random() < 0.5),
            booths=6 if wide or random.random() < 0.45 else 0,
            zone=random.choice(ZONES),
            changeover_minutes=5 if wide else random.choice((0, 5, 10, 15)),
            hours=Hours(start=dt.time(8), end=dt.time(20)) if number % 5 == 0 else None,
        )


def _put_blocks(plan: Plan, blocks: list[Block], official: list[str], side: list[str], random: Random) -> None:
    cells = {
        False: [(period, room) for period in official for room in plan.grid.rooms],
        True: [(period, room) for period in side for room in plan.grid.rooms],
    }
    for half in cells.values():
        random.shuffle(half)
    for block in sorted(blocks, key=lambda block: -len(block.minutes)):
        meetings = _take(plan, cells[block.outside], block)
        if block.in_a_row:
            for minutes in block.minutes:
                plan.add(block.kind, (minutes,), meetings)
        else:
            plan.add(block.kind, block.minutes, meetings)


def _take(plan: Plan, cells: list[tuple[str, str]], block: Block) -> list[tuple[str, str]]:
    """Take meetings in different periods, in order of time, that the block fits into."""
    found: list[tuple[str, str]] = []
    for period, room in reversed(cells):
        quick = plan.grid.rooms[room].changeover_minutes <= ROW_CHANGEOVER_MINUTES
        if (
            len(found) < block.meetings
            and period not in {other for other, _ in found}
            and (quick or not block.in_a_row)
        ):
            found.append((period, room))
    for cell in found:
        cells.remove(cell)
    begins = {name: (period.date, period.start) for name, period in plan.grid.periods.items()}
    return sorted(found, key=lambda cell: begins[cell[0]])
