"""Planted forums of any size: every demand is drawn so that a plan that was drawn first meets it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from random import Random

from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Text, Window
from scheduler.domain.forum import Forum, Interpretation, Level, RuleSetting, Walk
from scheduler.domain.objective import Habit, Theme
from scheduler.domain.participant import Participant, Person
from scheduler.domain.programme import Period, Room
from scheduler.domain.session import Role, RoleName, Session
from scheduler.services.sampling.cast import FAR_ZONES, REGIONS, delegations, organisations
from scheduler.services.sampling.draft import LANGUAGES
from scheduler.services.sampling.edition import Edition
from scheduler.services.sampling.grid import Diary, Place
from scheduler.services.sampling.planned import planned_agenda
from scheduler.services.sampling.planted_plan import ALONE_KINDS, FIRST_DAY, OFFICIAL_KINDS, ZONES, Plan, draw_plan
from scheduler.services.sampling.planted_ties import draw_pins, draw_ties
from scheduler.services.sampling.vocabulary import classes, constituencies, kinds, objectives, ranks

ZONE = "Europe/Zurich"
SMALLEST = 12
"""Sessions a planted forum has at least."""

WALKS = tuple(
    Walk(first=first, second=second, minutes=5) for place, first in enumerate(ZONES) for second in ZONES[place + 1 :]
)
ROLES = (RoleName.CHAIR, RoleName.PANELLIST, RoleName.PANELLIST, RoleName.MODERATOR)


@dataclass
class _Planter:
    """Draws the demands of one forum around its plan."""

    plan: Plan
    random: Random
    people: tuple[Person, ...]
    participants: tuple[Participant, ...]
    themes: tuple[Theme, ...]
    roles: list[Role] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.diary = Diary({(walk.first, walk.second): walk.minutes for walk in WALKS})
        self.groups = [item for item in self.participants if item.constituency]
        self.states = [item for item in self.participants if item.participant_class == "member_state"]

    def session(self, identity: str) -> Session:
        """Return one session with demands that its places meet."""
        kind, minutes = self.plan.sessions[identity]
        places = self.plan.grid.of(identity)
        seats = min(place.room.seats for place in places)
        equipment = set.intersection(*(set(place.room.equipment) for place in places))
        interpreted = all(place.room.booths for place in places) and kind in OFFICIAL_KINDS + ALONE_KINDS
        self._give_roles(identity, places)
        return Session(
            id=identity,
            kind=kind,
            title=Text({"en": f"{kind.replace('-', ' ').capitalize()} {identity[1:].lstrip('0')}"}),
            sittings=minutes,
            seats=int(seats * self.random.uniform(0.2, 0.7)),
            audience=int(seats * self.random.uniform(0.45, 1.05)),
            equipment=tuple(item for item in sorted(equipment) if self.random.random() < 0.35),
            languages=LANGUAGES if interpreted and self.random.random() < 0.6 else (),
            themes=self._some([theme.id for theme in self.themes], 0.6, 2),
            objectives=self._some(range(1, 24), 0.5, 2),
            regions=self._some(REGIONS, 0.3, 1),
            audiences=self._some(sorted({item.constituency or "" for item in self.groups}), 0.5, 2),
            organisers=self._organisers(kind, places),
            available=self._windows(places),
            preferred=self._preferred(kind, places),
        )

    def _some(self, pool: Sequence[int | str], chance: float, most: int) -> tuple[int | str, ...]:
        if self.random.random() >= chance:
            return ()
        return tuple(sorted(self.random.sample(pool, self.random.randint(1, most))))

    def _give_roles(self, identity: str, places: Sequence[Place]) -> None:
        for role in ROLES[: self.random.randint(1, len(ROLES))]:
            for person in self.random.sample(self.people, min(6, len(self.people))):
                held = any(item.session == identity and item.person == person.id for item in self.roles[-len(ROLES) :])
                if not held and self.diary.is_free(person.id, places):
                    self.diary.bind(person.id, places)
                    capacity = person.affiliations[0]
                    remote = person.timezone is not None
                    self.roles.append(
                        Role(session=identity, role=role, person=person.id, participant=capacity, remote=remote)
                    )
                    break
        if self.plan.sessions[identity][0] == "vnr":
            for state in self.random.sample(self.states, 6):
                if self.diary.is_free(state.id, places):
                    self.diary.bind(state.id, places)
                    self.roles.append(Role(session=identity, role=RoleName.PRESENTER, participant=state.id))
                    break

    def _organisers(self, kind: str, places: Sequence[Place]) -> tuple[str, ...]:
        pool = {"side-event": self.participants, "stakeholder-session": self.groups}.get(kind, ())
        free = [item.id for item in self.random.sample(pool, min(4, len(pool))) if self.diary.is_free(item.id, places)]
        for organiser in free[:2]:
            self.diary.bind(organiser, places)
        return tuple(free[:2])

    def _windows(self, places: Sequence[Place]) -> tuple[Window, ...]:
        if self.random.random() >= 0.12:
            return ()
        dates = {period.date for period in self.plan.grid.periods.values()}
        days = {place.start.date() for place in places} | {self.random.choice(sorted(dates))}
        return tuple(Window(date=day, start=dt.time(8), end=dt.time(20)) for day in sorted(days))

    def _preferred(self, kind: str, places: Sequence[Place]) -> tuple[str, ...]:
        if self.random.random() >= 0.3:
            return ()
        admitted = [name for name, period in self.plan.grid.periods.items() if kind in period.kinds]
        wished = set(self.random.sample(admitted, 2))
        if self.random.random() < 0.7:
            wished |= {place.period for place in places}
        return tuple(sorted(wished))


def _walks(plan: Plan) -> tuple[Walk, ...]:
    """Return the walks between zones that have a room."""
    zones = {room.zone for room in plan.grid.rooms.values()}
    return tuple(walk for walk in WALKS if {walk.first, walk.second} <= zones)


def planted(sessions: int, seed: int) -> tuple[Forum, Agenda]:
    """Return a forum of so many sessions and an agenda that meets all its demands, the same for the same seed."""
    random = Random(f"planted/{sessions}/{seed}")
    plan = draw_plan(max(sessions, SMALLEST), random)
    participants = (*delegations(random), *organisations(random))
    themes = tuple(
        Theme(id=f"theme-{number:02d}", title=Text({"en": f"Theme {number}"}), days=random.choice(tuple(Habit)))
        for number in range(1, 4 + sessions // 12)
    )
    people = _people(max(24, sessions * 11 // 20), participants, random)
    planter = _Planter(plan, random, people, participants, themes)
    drawn = tuple(planter.session(identity) for identity in plan.sessions)
    uid = sha256(f"planted/{sessions}/{seed}".encode()).hexdigest()[:32]
    edition = Edition(uid=uid, cycle=1, hearing_day=FIRST_DAY)
    forum = Forum(
        uid=uid,
        title=Text({"en": f"Planted forum of {len(drawn)} sessions, seed {seed}"}),
        note="Everything but the names of States and objectives is synthetic; the forum is feasible",
        timezone=ZONE,
        languages=("en", "fr", "es", "ru", "zh", "ar"),
        days=tuple(sorted({period.date for period in plan.grid.periods.values()})),
        interpretation=Interpretation(teams=_teams(plan, drawn)),
        walks=_walks(plan),
        kinds=kinds(proposed=False),
        periods=tuple(plan.grid.periods.values()),
        rooms=tuple(_closed(plan, room, random) for room in plan.grid.rooms.values()),
        objectives=objectives(),
        themes=themes,
        classes=classes(edition),
        constituencies=constituencies({}),
        participants=participants,
        ranks=ranks(),
        people=tuple(_available(planter.diary, person, random) for person in people),
        sessions=drawn,
        roles=tuple(planter.roles),
        ties=draw_ties(plan, random),
        pins=draw_pins(plan, random),
        rules=(RuleSetting(rule="objective-open", level=Level.IGNORE),),  # a small one opens few objectives
    )
    return forum, planned_agenda(forum, plan.grid.places, seed)


def _people(count: int, participants: Sequence[Participant], random: Random) -> tuple[Person, ...]:
    return tuple(
        Person(
            id=f"p{number:04d}",
            name=f"Person {number} (synthetic)",
            affiliations=(random.choice(participants).id,),
            timezone=random.choice(FAR_ZONES) if random.random() < 0.05 else None,
        )
        for number in range(1, count + 1)
    )


def _available(diary: Diary, person: Person, random: Random) -> Person:
    days = sorted({place.start.date() for place in diary.places(person.id)})
    if not days or random.random() >= 0.1:
        return person
    windows = tuple(Window(date=day, start=dt.time(8), end=dt.time(20)) for day in days)
    return person.model_copy(update={"available": windows})


def _closed(plan: Plan, room: Room, random: Random) -> Room:
    empty = [period for period in plan.grid.periods.values() if plan.grid.is_empty(period.id, room.id)]
    if not empty or random.random() >= 0.3:
        return room
    period = random.choice(empty)
    return room.model_copy(update={"closed": (Window(date=period.date, start=period.start, end=period.end),)})


def _teams(plan: Plan, sessions: Sequence[Session]) -> int:
    """Return enough teams for the plan and one in ten more; a team serves two meetings a day with a rest between."""
    rules = Interpretation()
    names = {session.id for session in sessions if session.languages}
    meetings = {(place.period, place.room.id) for place in plan.grid.places if place.session in names}
    teams: list[list[Period]] = []
    for period in sorted((plan.grid.periods[period] for period, _ in meetings), key=lambda p: (p.date, p.start)):
        for served in teams:
            rest = dt.datetime.combine(served[-1].date, served[-1].end) + dt.timedelta(minutes=rules.rest_minutes)
            today = sum(other.date == period.date for other in served)
            if rest <= dt.datetime.combine(period.date, period.start) and today < rules.meetings_per_day:
                served.append(period)
                break
        else:
            teams.append([period])
    return len(teams) + 1 + len(teams) // 10
