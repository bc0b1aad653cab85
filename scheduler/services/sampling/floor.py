"""Granted requests for the floor, as many as it holds, with ministers who leave early and speakers from afar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random

from scheduler.domain.base import Window
from scheduler.domain.participant import Participant, Person
from scheduler.domain.request import Request
from scheduler.domain.session import Session
from scheduler.services.sampling.draft import LANGUAGES, Draft
from scheduler.services.sampling.edition import BESIDE_ROUND_TABLES, SampleSizeError
from scheduler.services.sampling.grid import Place
from scheduler.services.sampling.roles import can_speak

CHANGEOVER_SECONDS = 15
GROUPS = (
    "African Group",
    "European Union and its Member States",
    "Caribbean Community",
    "Least Developed Countries",
    "Small Island Developing States",
    "Group of Friends of Migration",
    "Champion Countries",
)
ORDINARY_RANKS = ("M", "VM", "CD", "CD", "CD")
PLENARY_RANKS = ("HS", "HG", "VP", "DPM", *("M",) * 9, *("VM",) * 4, *("CD",) * 7)
RANK_OF_CLASS = {"observer_entity": "IGO", "un_entity": "UN"}
OTHER_CLASSES = ("local_authority", "nhri", "parliament", "private_sector")
AT_ONCE = {"rt3": "rt4", "rt4": "rt3"}
"""Round tables that share a morning; somebody may speak in both, one after the other."""
SPEAKERS_IN_BOTH = 3
ROUND_TABLE_SHARES = (19, 18, 17, 18)
"""Requests of the round tables in two-hundredths of all."""

SHORT_MINUTES = 2
"""Limit of some stakeholders in a hearing, where the others have three."""

MINUTES_A_SPEAKER = 3.2
SHORTEST_REACH_MINUTES = 45


@dataclass(frozen=True, slots=True)
class Mix:
    """Shares of one list: groups as a number, the other classes in hundredths; States take the rest."""

    groups: int
    stakeholders: int
    entities: int = 8
    observers: int = 5
    others: int = 6


MIXES = {
    "hearing": Mix(groups=0, stakeholders=58, entities=0, observers=0, others=14),
    "round-table": Mix(groups=3, stakeholders=25),
    "policy-debate": Mix(groups=3, stakeholders=22),
    "plenary": Mix(groups=5, stakeholders=0, entities=5, observers=5, others=0),
    "regional-review": Mix(groups=0, stakeholders=40, others=8),
    "vnr": Mix(groups=0, stakeholders=50, entities=0, observers=0, others=0),
}
PROPOSED_PLENARY = Mix(groups=5, stakeholders=15, entities=5, observers=5, others=3)


def shares(draft: Draft, total: int) -> dict[str, int]:
    """Return how many of all requests go to each official session; the general debate takes the rest."""
    parts = {
        "policy-debate": total // 10,
        **{f"rt{number}": total * share // 200 for number, share in enumerate(ROUND_TABLE_SHARES, 1)},
    }
    hearings = [session.id for session in draft.sessions if session.kind == "hearing"]
    parts |= {identity: total * 31 // 200 // len(hearings) for identity in hearings}
    return {"opening": 2, **parts, "general-debate": total - 2 - sum(parts.values())}


def add_requests(draft: Draft) -> None:
    """Add the granted requests of every session that takes any."""
    writer = Writer(draft)
    open_plenary(writer)
    for session in draft.sessions:
        if session.kind in ("vnr", "regional-review"):
            writer.fill(session, 15 if session.kind == "regional-review" else 3 if session.floor_minutes > 10 else 2)
        elif session.floor_minutes and session.id != "opening":
            writer.fill(session, shares(draft, draft.edition.sizes.requests)[session.id])


def open_plenary(writer: Writer) -> None:
    """Let one representative of migrants and one of civil society speak, as the resolution says."""
    groups = {item.id: item for item in writer.draft.cast.of_class("stakeholder")}
    opening = next(session for session in writer.draft.sessions if session.id == "opening")
    writer.add(opening, groups["migrants-01"], place=1, minutes=3)
    writer.add(opening, groups["ngo-01"], place=2, minutes=5)


class Writer:
    """Writes requests one after the other."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.random = Random(f"{draft.seed}/requests")
        self._spoken: dict[str, set[str]] = {}
        self._in_both: set[str] = set()
        self._reached: dict[str, tuple[Place, ...]] = {}
        self._opened = dt.datetime.combine(draft.edition.hearing_day, dt.time(9)) - dt.timedelta(days=90)

    def fill(self, session: Session, count: int) -> None:
        """Give one session so many requests, classes mixed, nobody twice."""
        classes = self._classes(session, count)
        self.reach(session, count)
        for number, name in enumerate(classes):
            if name == "group":
                self.add_group(session, number)
            else:
                self.add(session, self._next(session, name))
        self._check_floor(session)

    def reach(self, session: Session, count: int) -> None:
        """Note how far into its sittings a list of so many speakers goes."""
        self._reached[session.id] = self._reach(session, count)

    def add(self, session: Session, participant: Participant, **fields: object) -> None:
        """Add one request, with a named speaker where somebody of the participant is free."""
        state = participant.participant_class in ("member_state", "observer_state")
        ranks = PLENARY_RANKS if session.kind == "plenary" else ORDINARY_RANKS
        rank = self.random.choice(ranks) if state else RANK_OF_CLASS.get(participant.participant_class, "STK")
        person = self._speaker(session, participant)
        remote = person is not None and person.timezone is not None
        if state and person is None and session.kind == "plenary" and self.random.random() < 0.09:
            fields["available"] = (self._leaves(session),)
        if session.kind == "hearing" and not state and self.random.random() < 0.2:
            fields["minutes"] = SHORT_MINUTES
        asked = self._opened + dt.timedelta(minutes=13 * len(self.draft.requests) + self.random.randrange(20_000))
        request = {
            "id": f"r{len(self.draft.requests) + 1:04d}",
            "session": session.id,
            "participant": participant.id,
            "person": person.id if person else None,
            "rank": rank,
            "requested_at": asked,
            "language": self.random.choice(LANGUAGES),
            "remote": remote,
            "objectives": self._objectives(session),
        }
        self.draft.requests.append(Request.model_validate(request | fields))
        if person:
            spoken = self._spoken.setdefault(person.id, set())
            spoken.add(session.id)
            if AT_ONCE.get(session.id) in spoken:
                self._in_both.add(person.id)

    def _classes(self, session: Session, count: int) -> list[str]:
        proposed = session.kind == "plenary" and self.draft.edition.proposed
        mix = PROPOSED_PLENARY if proposed else MIXES[session.kind]
        found = ["group"] * min(mix.groups, count)
        found += ["stakeholder"] * (count * mix.stakeholders // 100)
        found += ["un_entity"] * (count * mix.entities // 100)
        found += ["observer"] * (count * mix.observers // 100)
        found += [name for name, _ in zip(cycle(OTHER_CLASSES), range(count * mix.others // 100), strict=False)]
        found += ["member_state"] * (count - len(found))
        self.random.shuffle(found)
        return found

    def add_group(self, session: Session, number: int) -> None:
        """Add one statement on behalf of a group."""
        named = [item.on_behalf_of for item in self.draft.requests if item.session == session.id]
        group = next(group for group in GROUPS if group not in named)
        by_id = {item.id: item for item in self.draft.cast.participants}
        speaker = by_id["EUU"] if group.startswith("European") else self._next(session, "member_state")
        fields = {"place": 1} if session.id == "rt1" and not any(named) else {}
        self.add(session, speaker, on_behalf_of=group, **fields)

    def _next(self, session: Session, name: str) -> Participant:
        classes = ("observer_state", "observer_entity") if name == "observer" else (name,)
        asked = {item.participant for item in self.draft.requests if item.session == session.id}
        pool = [item for item in self.draft.cast.of_class(*classes) if item.id not in asked]
        if not pool:
            raise SampleSizeError(f"{session.id}: every {name} speaks already; ask for fewer requests")
        staffed = {body for person in self.draft.cast.people for body in person.affiliations}
        wanted = [item for item in pool if item.id in staffed and self._speaker(session, item)]
        return self.random.choice(wanted or pool) if self.random.random() < 0.6 else self.random.choice(pool)

    def _speaker(self, session: Session, participant: Participant) -> Person | None:
        places = self.draft.grid.of(session.id)
        reached = self._reached.get(session.id, places)
        if session.kind in ("vnr", "regional-review"):
            return None
        bound = self._bound_beside() if session.kind in ("hearing", "round-table") else frozenset()
        for person in self.draft.cast.people:
            spoken = self._spoken.get(person.id, set())
            if participant.id not in person.affiliations or session.id in spoken or len(spoken) > 2:
                continue
            if person.id in bound or (person.timezone and session.kind in ("opening", "plenary")):
                continue
            if AT_ONCE.get(session.id) in spoken and len(self._in_both) >= SPEAKERS_IN_BOTH:
                continue
            if can_speak(person, reached) and self.draft.diary.is_free(person.id, places):
                return person
        return None

    def _bound_beside(self) -> frozenset[str | None]:
        """Return who holds a role in a session that may be moved beside a hearing or a round table."""
        movable = {session.id for session in self.draft.sessions if session.kind in BESIDE_ROUND_TABLES}
        return frozenset(role.person for role in self.draft.roles if role.session in movable)

    def _leaves(self, session: Session) -> Window:
        """Return when a minister is there: one half-day, or only until 11:30 of a morning that starts at 10:00."""
        place = self.random.choice(self._reached[session.id])
        early = self.random.random() < 0.6 and place.start.time() == dt.time(10)
        end = dt.datetime.combine(place.start.date(), dt.time(11, 30)) if early else place.end
        return Window(date=place.start.date(), start=place.start.time(), end=end.time())

    def _reach(self, session: Session, count: int) -> tuple[Place, ...]:
        """Return the sittings a list of so many speakers gets to, the last one as far as it goes."""
        left = count * MINUTES_A_SPEAKER
        found: list[Place] = []
        for place in self.draft.grid.of(session.id):
            minutes = min(place.minutes, int(left))
            if minutes >= SHORTEST_REACH_MINUTES or not found:
                found.append(replace(place, minutes=minutes))
            left -= minutes
        return tuple(found)

    def _objectives(self, session: Session) -> tuple[int, ...]:
        pool: Sequence[int] = session.objectives or tuple(range(1, 24))
        return tuple(sorted(self.random.sample(pool, min(len(pool), 1 + self.random.randrange(2)))))

    def _check_floor(self, session: Session) -> None:
        seconds = sum(self._seconds(session))
        if seconds > session.floor_minutes * 60:
            raise SampleSizeError(f"{session.id} has no floor for so many requests; ask for fewer")

    def _seconds(self, session: Session) -> Iterator[int]:
        for request in self.draft.requests:
            if request.session == session.id:
                minutes = request.minutes or (5 if request.on_behalf_of and session.kind != "vnr" else 3)
                yield round(minutes * 60) + CHANGEOVER_SECONDS
