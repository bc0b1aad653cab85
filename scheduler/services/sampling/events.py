"""Side events, coordination meetings of stakeholders, and what civil society proposed to add."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from random import Random

from scheduler.domain.base import Text
from scheduler.domain.session import Link, Pin, RoleName, Session
from scheduler.domain.session import Role as SessionRole
from scheduler.services.sampling.draft import LANGUAGES, Draft, texts
from scheduler.services.sampling.facts import Row
from scheduler.services.sampling.official import ROUND_TABLE_PERIODS, ROUND_TABLES
from scheduler.services.sampling.vocabulary import topics

SIDE_EVENT_MINUTES = 60
COORDINATION_START = dt.time(8)
REGIONAL_ROOMS = ("CR2", "CR3")
REVIEW_REGIONS = (
    ("africa", "Africa"),
    ("asia", "Asia"),
    ("europe", "Europe"),
    ("latin-america", "Latin America and the Caribbean"),
    ("mena", "Middle East and North Africa"),
    ("north-america", "North America"),
    ("pacific", "Pacific"),
)


def add_coordination(draft: Draft) -> None:
    """Add the early coordination meeting of stakeholders of every day."""
    for day in range(draft.edition.sizes.days):
        session = Session(
            id=f"coordination-{day}",
            kind="stakeholder-session",
            title=texts("Stakeholder coordination", "Coordination des parties prenantes", "Coordinación"),
            sittings=(60,),
            seats=60,
            audience=100,
            audiences=("stakeholder",),
        )
        draft.add(session, ((f"d{day}-early",),), ("CR12", "CR11"))
        draft.pins.append(Pin(session=session.id, period=f"d{day}-early", start=COORDINATION_START))


def add_side_events(draft: Draft) -> None:
    """Add the side events, spread over the windows outside official hours."""
    random = Random(f"{draft.seed}/side events")
    days = range(draft.edition.sizes.days)
    windows = [f"d{day}-{name}" for name in ("lunch", "evening", "early") for day in days]
    found = topics()
    for number in range(draft.edition.sizes.side_events):
        topic, objectives, audiences = found[number % len(found)]
        audience = random.randrange(25, 75, 5) if number % 4 else random.randrange(75, 115, 5)
        online = not draft.edition.parallel_side_events
        session = Session(
            id=f"side-{number + 1:02d}",
            kind="side-event",
            title=Text({"en": topic["title"] + (f" ({number // len(found) + 1})" if number >= len(found) else "")}),
            sittings=(SIDE_EVENT_MINUTES,),
            seats=audience // 2,
            audience=audience,
            equipment=("online-venue",) if online else ("hybrid",) if number % 3 == 0 else (),
            themes=(topic["theme"],),
            objectives=objectives,
            audiences=audiences,
            organisers=_organisers(draft, random, topic, audiences),
            preferred=tuple(sorted(random.sample(windows[: 2 * len(days)], 2))) if number % 3 else (),
        )
        start = number % len(windows)
        order = windows[start:] + windows[:start]
        draft.add(session, (order,), ("ONLINE",) if online else _halls(draft, session))


def _halls(draft: Draft, session: Session) -> Iterable[str]:
    """Return the rooms that do, the best fit first."""
    fitting = [room for room in draft.rooms if room.zone in ("basement", "lettered") and room.seats <= 120]
    fitting = [room for room in fitting if set(session.equipment) <= set(room.equipment)]
    fitting = [room for room in fitting if room.seats >= session.seats]
    return tuple(room.id for room in sorted(fitting, key=lambda room: (abs(room.seats - session.audience), room.id)))


def _organisers(draft: Draft, random: Random, topic: Row, audiences: tuple[str, ...]) -> tuple[str, ...]:
    """Return a leader that leads no other side event yet, and partners."""
    leaders = draft.cast.of_class(topic["leader"])
    if topic["leader"] == "stakeholder":
        leaders = tuple(item for item in leaders if item.constituency in audiences) or leaders
    led = {session.organisers[0] for session in draft.sessions if session.kind == "side-event"}
    leaders = tuple(item for item in leaders if item.id not in led) or leaders
    others = [*draft.cast.of_class("member_state", "un_entity"), *draft.cast.of_class("stakeholder", "local_authority")]
    chosen = [random.choice(leaders), *random.sample(others, 2)]
    return tuple(dict.fromkeys(item.id for item in chosen))


def add_reviews(draft: Draft) -> None:
    """Add voluntary national reviews in a row, beside round tables, the State presenting."""
    random = Random(f"{draft.seed}/reviews")
    states = random.sample(draft.cast.of_class("member_state"), draft.edition.sizes.vnrs)
    beside = ROUND_TABLE_PERIODS[:3]
    for number, state in enumerate(states):
        minutes = 20 if number % 3 == 0 else 30
        order = beside[number % 3 :] + beside[: number % 3]
        session = Session(
            id=f"vnr-{number + 1:02d}",
            kind="vnr",
            title=Text({"en": f"Voluntary national review: {state.name}"}),
            sittings=(minutes,),
            seats=100,
            audience=180,
            equipment=("webcast",),
            languages=LANGUAGES,
            objectives=tuple(sorted(random.sample(range(1, 24), 3))),
            regions=state.regions,
            audiences=("member_state", "ngo", "migrants"),
            opening_minutes=minutes // 2,
            floor_minutes=minutes - minutes // 2,
        )
        draft.add(session, (order,), ("CR1",))
        draft.roles.append(SessionRole(session=session.id, role=RoleName.PRESENTER, participant=state.id))


def add_proposals(draft: Draft) -> None:
    """Add the regional round tables and the dedicated stakeholder sessions of the civil society proposal."""
    for number, (region, label) in enumerate(REVIEW_REGIONS):
        session = Session(
            id=f"regional-{region}",
            kind="regional-review",
            title=Text({"en": f"Outcome of the regional review: {label}"}),
            sittings=(85,),
            seats=150,
            audience=250,
            equipment=("webcast",),
            languages=LANGUAGES,
            regions=(f"review.{region}",),
            audiences=("member_state", "ngo", "academia"),
            opening_minutes=20,
            floor_minutes=60,
            drawn_letter="M",
        )
        order = ROUND_TABLE_PERIODS[number % 2 : 3]
        draft.add(session, (order,), REGIONAL_ROOMS)
        draft.tie(session.id, Link.BEFORE, "policy-debate")
    _add_dedicated(draft)


def _add_dedicated(draft: Draft) -> None:
    stakeholder = [item for item in draft.cast.of_class("stakeholder") if item.id.endswith("-01")]
    for number, organiser in enumerate(stakeholder):
        group = organiser.constituency or ""
        fed = number % 4
        session = Session(
            id=f"dedicated-{group}",
            kind="stakeholder-session",
            title=Text({"en": f"Stakeholder session: {group.replace('-', ' ')}"}),
            sittings=(75,),
            seats=40,
            audience=80,
            themes=(f"cluster-{fed + 1}",),
            audiences=(group,),
            organisers=(organiser.id,),
        )
        periods = ("d0-lunch", "d0-evening") if fed < 2 else ("d0-evening", "d1-lunch")
        draft.add(session, (periods,), ("CR11", "CR12", "CR5", "CR7", "CR6"))
        draft.tie(session.id, Link.FEEDS, ROUND_TABLES[fed], 2)
