"""The cast of a sample forum: real delegations, made-up organisations and people."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from random import Random

from scheduler.domain.base import Text, Window
from scheduler.domain.participant import Participant, Person, Publication
from scheduler.services.sampling.edition import Edition
from scheduler.services.sampling.facts import Row, items, rows

OFFICES = (
    ("opga", "President of the General Assembly", "OPGA"),
    ("eosg", "Secretary-General", "EOSG"),
    ("coordinator", "Coordinator of the United Nations Network on Migration", "IOM"),
)
"""Offices that speak or preside by mandate; they stand for whoever holds them, no person is named."""

REGIONS = ("un.african", "un.asia-pacific", "un.eastern-european", "un.grulac", "un.weog")
ORGANISATIONS_EACH = 9
STATE_FUNCTIONS = (
    "Minister of Labour",
    "Minister of the Interior",
    "Minister for Foreign Affairs",
    "Permanent Representative",
    "State Secretary for Migration",
    "Head of the Migration Department",
)
FAR_ZONES = ("Asia/Bangkok", "Africa/Nairobi", "Pacific/Fiji", "Europe/Athens", "America/Lima", "Asia/Kolkata")
GENDERS = ("woman", "man", "woman", "man", "non-binary")


@dataclass(frozen=True, slots=True)
class Cast:
    """Participants and people, in order."""

    participants: tuple[Participant, ...]
    people: tuple[Person, ...]
    focal_points: dict[str, str]

    def of_class(self, *classes: str) -> tuple[Participant, ...]:
        """Return the participants of some classes."""
        return tuple(item for item in self.participants if item.participant_class in classes)


def delegations(random: Random) -> tuple[Participant, ...]:
    """Return the Member States, observers and United Nations entities with a size drawn for each."""
    sizes = {"member_state": (2, 2, 3, 4, 6, 9), "un_entity": (2, 3, 4)}
    return tuple(
        Participant.model_validate(
            {
                "id": row["id"],
                "name": Text({"en": row["name"]}),
                "class": row["class"],
                "regions": items(row["region"]),
                "people": random.choice(sizes.get(row["class"], (1, 2, 3))),
            }
        )
        for row in rows("participants")
    )


def organisations(random: Random) -> tuple[Participant, ...]:
    """Return made-up stakeholder organisations, the same number for every constituency."""
    found = []
    for row in rows("constituencies"):
        for number in range(1, ORGANISATIONS_EACH + 1):
            found.append(
                Participant.model_validate(
                    {
                        "id": f"{row['id']}-{number:02d}",
                        "name": Text({"en": f"{row['organisation']} {number:02d} (synthetic)"}),
                        "class": row["class"],
                        "constituency": row["id"],
                        "regions": (REGIONS[(number + random.randrange(2)) % len(REGIONS)],),
                        "people": random.choice((1, 1, 2)),
                    }
                )
            )
    return tuple(found)


def _name(random: Random, regions: tuple[str, ...], taken: set[str]) -> str:
    tables = {f"un.{row['region']}": row for row in rows("names")}
    fallback = tables["un.other-scripts"]
    while True:
        home = regions[0] if regions else random.choice(REGIONS)
        table: Row = fallback if random.random() < 0.15 else tables[home]
        given, family = items(table["given"]), items(table["family"])
        place = random.randrange(len(given))
        other = place if table is fallback else random.randrange(len(family))
        name = f"{given[place]} {family[other]}"
        if name in taken and table is not fallback:
            middle = items(tables[random.choice(REGIONS)]["family"])
            name = f"{given[place]} {random.choice(middle)} {family[other]}"
        if name not in taken:
            taken.add(name)
            return name


def _publication(random: Random, is_state: bool) -> Publication | None:
    draw = random.random()
    if is_state:
        return Publication.ORGANISATION if draw < 0.06 else None
    return Publication.NAMED if draw < 0.3 else Publication.WITHHELD if draw < 0.42 else None


def _window(edition: Edition, number: int) -> tuple[Window, ...]:
    """Return when a person is there: most always, some on the first or last days, some until 11:30 of the last."""
    last = edition.days[-1]
    days = {5: edition.days[:3], 11: edition.days[3:], 2: edition.days[:-1]}.get(number % 17, ())
    whole = tuple(Window(date=day, start=dt.time(7), end=dt.time(21)) for day in days)
    leaves = (Window(date=last, start=dt.time(7), end=dt.time(11, 30)),) if number % 17 in (2, 8) else ()
    return whole + leaves


def _person(random: Random, edition: Edition, number: int, affiliations: tuple[Participant, ...], name: str) -> Person:
    home = affiliations[0]
    is_state = home.participant_class == "member_state"
    is_far = not is_state and random.random() < 0.12
    return Person(
        id=f"p{number:03d}",
        name=name,
        affiliations=tuple(item.id for item in affiliations),
        function=random.choice(STATE_FUNCTIONS) if is_state else None,
        publication=_publication(random, is_state),
        gender=random.choice(GENDERS) if random.random() < 0.55 else None,
        timezone=random.choice(FAR_ZONES) if is_far else None,
        available=() if is_far else _window(edition, number),
    )


def draw_cast(seed: int, edition: Edition) -> Cast:
    """Draw participants and people; the same seed and sizes give the same cast in every form of an edition."""
    random = Random(f"{seed}/cast")
    states, groups = delegations(random), organisations(random)
    members = [item for item in states if item.participant_class == "member_state"]
    entities = [item for item in states if item.participant_class in ("un_entity", "observer_entity")]
    people = [Person(id=i, name=name, affiliations=(body,), function=name) for i, name, body in OFFICES]
    taken: set[str] = set()
    focal_points: dict[str, str] = {}
    for number in range(1, edition.sizes.people - len(people) + 1):
        pool = (members, groups, members, groups, entities)[number % 5]
        home = groups[(number * ORGANISATIONS_EACH // 2) % len(groups)] if pool is groups else random.choice(pool)
        second = (random.choice(members),) if pool is groups and number % 6 == 1 else ()
        name = _name(random, home.regions, taken)
        people.append(_person(random, edition, number, (home, *second), name))
        if home.constituency:
            focal_points.setdefault(home.constituency, people[-1].id)
    return Cast((*states, *groups), tuple(people), focal_points)
