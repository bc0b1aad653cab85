"""The vocabulary of a review forum on migration: kinds, classes, ranks, constituencies, objectives, themes, rooms."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Hours, Text, Window
from scheduler.domain.forum import Walk
from scheduler.domain.objective import Habit, Objective, Theme
from scheduler.domain.participant import Confidence, Constituency, ParticipantClass
from scheduler.domain.programme import Room
from scheduler.domain.request import Rank
from scheduler.domain.session import Mode, Policy, SessionKind, Standing
from scheduler.services.sampling.edition import Edition
from scheduler.services.sampling.facts import Row, items, numbers, rows, text

PROPOSAL = "Civil society proposal, not adopted: stakeholders speak throughout, plenary included"
ZONES = ("assembly", "conference", "basement", "lettered")


def _kind(row: Row, proposed: bool) -> SessionKind:
    changed = proposed and row["id"] == "plenary"
    return SessionKind(
        id=row["id"],
        label=text(row, "label"),
        standing=Standing(row["standing"]),
        mode=Mode.THROUGHOUT if changed else Mode(row["mode"]),
        mandate=PROPOSAL if changed else row["mandate"] or None,
        policy=Policy(row["policy"]),
        groups_first=row["groups_first"] == "yes",
        ranks=row["ranks"] == "yes",
        minutes_national=float(row["minutes_national"]),
        minutes_group=float(row["minutes_group"]),
        minutes_interspersed=float(row["minutes_interspersed"]),
    )


def kinds(proposed: bool) -> tuple[SessionKind, ...]:
    """Return the kinds of session, the plenary's speakers list as adopted or as civil society proposed."""
    return tuple(_kind(row, proposed) for row in rows("kinds"))


def classes(edition: Edition) -> tuple[ParticipantClass, ...]:
    """Return the classes of participants with the rights they have, or would have under the proposal."""
    reviews = ("vnr",) if edition.sizes.vnrs else ()
    added = ("plenary", *reviews, "regional-review") if edition.proposed else reviews
    return tuple(
        ParticipantClass(
            id=row["id"],
            label=text(row, "label"),
            interspersed=row["interspersed"] == "yes",
            delegation=row["delegation"] == "yes",
            protocol_place=int(row["protocol_place"]),
            speaks_in=tuple(dict.fromkeys((*items(row["speaks_in"]), *added))),
            basis=row["basis"],
            confidence=Confidence(row["confidence"]),
        )
        for row in rows("classes")
    )


def ranks() -> tuple[Rank, ...]:
    """Return the steps of protocol rank."""
    return tuple(Rank(id=row["id"], label=row["label"], order=int(row["order"])) for row in rows("ranks"))


def constituencies(focal_points: dict[str, str]) -> tuple[Constituency, ...]:
    """Return the stakeholder groups with their focal points."""
    return tuple(
        Constituency(id=row["id"], label=text(row, "label"), focal_point=focal_points.get(row["id"]))
        for row in rows("constituencies")
    )


def objectives() -> tuple[Objective, ...]:
    """Return the 23 objectives of the Global Compact."""
    return tuple(
        Objective(number=int(row["number"]), title=text(row, "title"), short=text(row, "short"))
        for row in rows("objectives")
    )


def cluster(number: int) -> tuple[int, ...]:
    """Return the objectives that one round table reviews."""
    return tuple(int(row["number"]) for row in rows("objectives") if row["cluster"] == str(number))


def themes() -> tuple[Theme, ...]:
    """Return the four clusters and the tracks of side events."""
    return tuple(
        Theme(
            id=row["id"],
            title=text(row, "title"),
            objectives=cluster(int(row["cluster"])) if row["cluster"] else (),
            days=Habit(row["days"]),
        )
        for row in rows("themes")
    )


def topics() -> tuple[tuple[Row, tuple[int, ...], tuple[str, ...]], ...]:
    """Return the topics of side events, with their objectives and the constituencies they draw."""
    return tuple((row, numbers(row["objectives"]), items(row["audiences"])) for row in rows("topics"))


def _room(row: Row, edition: Edition) -> Room:
    lettered = row["zone"] == "lettered"
    mid_forum = Window(date=edition.days[2], start=dt.time(13), end=dt.time(15))
    return Room(
        id=row["id"],
        name=Text({"en": row["name"]}),
        seats=int(row["seats"]),
        equipment=items(row["equipment"]),
        booths=int(row["booths"]),
        zone=row["zone"],
        changeover_minutes=int(row["changeover_minutes"]),
        hours=Hours(start=dt.time(7), end=dt.time(20)) if lettered else None,
        closed=(mid_forum,) if row["id"] == "CR6" else (),
    )


def rooms(edition: Edition) -> tuple[Room, ...]:
    """Return the rooms; where side events may not be parallel, one venue online or outside takes them all."""
    found = [_room(row, edition) for row in rows("rooms")]
    if edition.parallel_side_events:
        return tuple(found)
    online = Room(
        id="ONLINE",
        name=Text({"en": "Side event venue, online or outside United Nations premises"}),
        seats=500,
        equipment=("online-venue", "hybrid"),
        zone="lettered",
        changeover_minutes=15,
    )
    return (*(room for room in found if room.zone != "lettered"), online)


def walks() -> tuple[Walk, ...]:
    """Return walking minutes between the parts of the building, assumed."""
    far = {("assembly", "lettered"): 10, ("conference", "lettered"): 10}
    return tuple(
        Walk(first=first, second=second, minutes=far.get((first, second), 5))
        for place, first in enumerate(ZONES)
        for second in ZONES[place + 1 :]
    )
