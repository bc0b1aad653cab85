"""A forum of national reviews: real States, drawn which of them present; everybody else in it is made up."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from scheduler.domain.base import Text
from scheduler.domain.forum import Forum, Interpretation
from scheduler.domain.national_review import AlternativeReport, Answer, NationalReview, ReviewSettings, Stage
from scheduler.domain.participant import Participant
from scheduler.domain.programme import Period
from scheduler.domain.regional_review import RegionScheme
from scheduler.domain.request import Request
from scheduler.domain.session import Role, RoleName, Session
from scheduler.services.reviews.slot import slot_of
from scheduler.services.sampling.cast import Cast, draw_cast
from scheduler.services.sampling.draft import LANGUAGES
from scheduler.services.sampling.edition import OFFICIAL_HOURS, Sizes
from scheduler.services.sampling.imrf import IMRF_2026_PROPOSED
from scheduler.services.sampling.vocabulary import classes, constituencies, kinds, objectives, ranks, rooms, walks

FIRST_DAY = dt.date(2026, 7, 13)
REGIONS = ("un.african", "un.asia-pacific", "un.grulac", "un.weog")
ROOMS = ("TC", "ECOSOC", "CR1", "CR2", "CR3", "CR4")
ZONES = {"conference", "basement"}
SETTINGS = ReviewSettings(
    kind="vnr",
    presentation_minutes=8,
    civil_society_minutes=3,
    reply_minutes=2,
    report_due=dt.date(2026, 6, 12),
    follow_up_months=12,
)
QUESTION_SECONDS = 180 + 15
OBJECTIVES = 23


def reviews_forum(seed: int = 0, reviews: int = 47, days: int = 4) -> Forum:
    """Return a forum that hears many reviews beside a round table a day, between an opening and a closing plenary."""
    random = Random(f"{seed}/reviews/{reviews}/{days}")
    edition = replace(IMRF_2026_PROPOSED, sizes=Sizes(vnrs=reviews, people=100))
    cast = draw_cast(seed, edition)
    of_regions = [one for one in cast.of_class("member_state") if one.regions[:1] and one.regions[0] in REGIONS]
    states = random.sample(of_regions, reviews)
    dates = tuple(FIRST_DAY + dt.timedelta(days=number) for number in range(days))
    forum = Forum(
        uid=f"a70e55d1-2026-4e09-9b1d-{seed:04d}{reviews:04d}{days:04d}",
        title=Text({"en": f"Forum of {reviews} national reviews in {days} days"}),
        note="States are real and drawn by chance; that they present, and everybody else, is synthetic",
        timezone="America/New_York",
        days=dates,
        languages=("en", "fr", "es", "ru", "zh", "ar"),
        speaker_changeover_seconds=15,
        interpretation=Interpretation(teams=8),
        reviews=SETTINGS,
        walks=tuple(walk for walk in walks() if {walk.first, walk.second} <= ZONES),
        kinds=kinds(proposed=True),
        periods=tuple(_periods(dates)),
        rooms=tuple(room for room in rooms(edition) if room.id in ROOMS),
        objectives=objectives(),
        classes=classes(edition),
        constituencies=constituencies(cast.focal_points),
        participants=tuple(one.model_copy(update={"people": one.people + 2}) for one in cast.participants),
        ranks=ranks(),
        people=tuple(person.model_copy(update={"available": ()}) for person in cast.people),
        sessions=tuple(_others(days)),
        roles=tuple(_chairs(cast, days, random)),
        region_schemes=(RegionScheme(id="un", label=Text({"en": "Five groups of the United Nations"})),),
        national_reviews=tuple(_review(random, number, state) for number, state in enumerate(states, start=1)),
    )
    forum = forum.model_copy(update={"alternative_reports": tuple(_alternative_reports(random, forum, cast))})
    return forum.model_copy(update={"requests": tuple(_questions(random, forum, cast))})


def _periods(dates: Sequence[dt.date]) -> Iterator[Period]:
    for number, date in enumerate(dates):
        for half, (start, end) in OFFICIAL_HOURS.items():
            yield Period(
                id=f"d{number + 1}-{half}",
                date=date,
                start=dt.time.fromisoformat(start),
                end=dt.time.fromisoformat(end),
                kinds=("opening", "round-table", "vnr", "closing"),
            )


def _others(days: int) -> Iterator[Session]:
    """Yield the sessions that are no reviews; the round tables open all objectives between them."""
    plenary: dict[str, Any] = {"seats": 400, "audience": 500, "languages": LANGUAGES, "equipment": ("webcast",)}
    for kind, period in (("opening", "d1-morning"), ("closing", f"d{days}-afternoon")):
        title = Text({"en": kind.capitalize()})
        yield Session(id=kind, kind=kind, title=title, sittings=(45,), preferred=(period,), **plenary)
    for number in range(1, days + 1):
        title = Text({"en": f"Round table {number}"})
        opened = tuple(range(number, OBJECTIVES + 1, days))
        yield Session(id=f"rt{number}", kind="round-table", title=title, sittings=(120,), objectives=opened, **plenary)


def _chairs(cast: Cast, days: int, random: Random) -> Iterator[Role]:
    states = [one for one in cast.people if one.affiliations[0] in {s.id for s in cast.of_class("member_state")}]
    for number, person in enumerate(random.sample(states, days), start=1):
        yield Role(session=f"rt{number}", role=RoleName.CHAIR, person=person.id, participant=person.affiliations[0])


def _review(random: Random, number: int, state: Participant) -> NationalReview:
    first = random.random() < 0.3
    return NationalReview(
        id=f"vnr-{state.id.lower()}",
        participant=state.id,
        stage=Stage.REPORTED if number % 3 else Stage.ANNOUNCED,
        announced_at=dt.datetime(2025, 10, 1, 9) + dt.timedelta(hours=random.randrange(1000)),
        last_presented=None if first else random.choice((2018, 2020, 2022)),
        civil_society=random.choice((Answer.PROPOSED, Answer.CONFIRMED, Answer.CONFIRMED, Answer.DECLINED)),
        objectives=tuple(sorted(random.sample(range(1, 24), 2))),
        report=f"https://example.org/reports/{state.id.lower()}" if number % 3 else None,
    )


def _alternative_reports(random: Random, forum: Forum, cast: Cast) -> Iterator[AlternativeReport]:
    for number, review in enumerate(forum.national_reviews):
        if number % 2:
            continue
        author = random.choice(cast.of_class("stakeholder"))
        yield AlternativeReport(
            id=f"alt-{number + 1:02d}",
            review=review.id,
            author=author.id,
            title=Text({"en": "What the communities see"}),
            link=f"https://example.org/alternative/{number + 1:02d}",
            asks_floor=number % 4 == 0,
        )


def _questions(random: Random, forum: Forum, cast: Cast) -> Iterator[Request]:
    """Yield as many questions as each review has minutes for, half of them by States, half by stakeholders."""
    number = 0
    for review in forum.national_reviews:
        count = slot_of(forum, review).questions * 60 // QUESTION_SECONDS
        states = [one for one in cast.of_class("member_state") if one.id != review.participant]
        asking = random.sample(states, count - count // 2) + random.sample(cast.of_class("stakeholder"), count // 2)
        for participant in asking:
            number += 1
            yield Request(
                id=f"r{number:04d}",
                session=review.id,
                participant=participant.id,
                requested_at=dt.datetime(2026, 6, 15, 9) + dt.timedelta(minutes=random.randrange(9000)),
            )
