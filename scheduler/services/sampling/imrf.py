"""Forums like the International Migration Review Forum: real structure, made-up people and requests."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from hashlib import sha256

from scheduler.domain.agenda import Agenda
from scheduler.domain.base import Text
from scheduler.domain.forum import Forum, Interpretation, RuleSetting, Weight
from scheduler.services.sampling.asked import add_wishes, with_wishes
from scheduler.services.sampling.cast import draw_cast
from scheduler.services.sampling.draft import Draft
from scheduler.services.sampling.edition import Edition, Sizes, periods
from scheduler.services.sampling.events import add_coordination, add_proposals, add_reviews, add_side_events
from scheduler.services.sampling.floor import CHANGEOVER_SECONDS, add_requests
from scheduler.services.sampling.history import editions, past_reviews, region_schemes, regional_reviews
from scheduler.services.sampling.official import add_official
from scheduler.services.sampling.planned import planned_agenda
from scheduler.services.sampling.roles import add_roles
from scheduler.services.sampling.vocabulary import (
    classes,
    constituencies,
    kinds,
    objectives,
    ranks,
    rooms,
    themes,
    walks,
)

ZONE = "America/New_York"
NOTE = (
    "Sessions, objectives, States and mandates are real; people, stakeholder organisations, requests, side events, "
    "roles and delegation sizes are synthetic; seats other than the General Assembly Hall's are assumptions"
)
RULES = (RuleSetting(rule="small-delegations", weight=Weight.STRONG),)
PROPOSED_RULES = (*RULES, RuleSetting(rule="prime-share", weight=Weight.VERY_STRONG))
IMRF_2022 = Edition(
    uid="5b1f0c9e-2022-4d7a-9c31-8e6d20f4a7b2",
    cycle=1,
    hearing_day=dt.date(2022, 5, 16),
    sizes=Sizes(side_events=18, requests=400, people=130),
    parallel_side_events=False,
)
IMRF_2026 = Edition(uid="c4e87d13-2026-4b60-a2f5-17d9b3e0c648", cycle=2, hearing_day=dt.date(2026, 5, 4))
IMRF_2026_REQUESTS = replace(IMRF_2026, uid="91d3e6b4-2026-4c0f-b7a8-2f5d60c9e317", asked=True)
IMRF_2026_PROPOSED = replace(
    IMRF_2026,
    uid="e09a52b7-2026-4f18-8d44-6c3b7f915ad0",
    sizes=Sizes(side_events=34, requests=400, vnrs=18),
    proposed=True,
)


def imrf_like(seed: int, sizes: Sizes | None = None, edition: Edition = IMRF_2026) -> Forum:
    """Return a trial forum of this seed and these sizes; it is feasible."""
    opaque = sha256(f"{seed}/{edition.uid}/{sizes}".encode()).hexdigest()[:32]
    return imrf_planned(seed, replace(edition, uid=opaque, sizes=sizes or edition.sizes))[0]


def imrf_planned(seed: int, edition: Edition) -> tuple[Forum, Agenda]:
    """Return a forum and the plan its demands were drawn from, which shows that it is feasible."""
    draft = Draft(edition, seed, draw_cast(seed, edition))
    add_official(draft)
    add_reviews(draft)
    if edition.proposed:
        add_proposals(draft)
    if edition.cycle > 1:
        add_coordination(draft)
    add_side_events(draft)
    add_roles(draft)
    if edition.asked:
        add_wishes(draft)
    else:
        add_requests(draft)
    forum = with_wishes(_forum(draft)) if edition.asked else _forum(draft)
    return forum, planned_agenda(forum, draft.grid.places, seed)


def _forum(draft: Draft) -> Forum:
    edition = draft.edition
    proposed = " as civil society proposed it" if edition.proposed else ""
    return Forum(
        uid=edition.uid,
        title=Text({"en": f"International Migration Review Forum {edition.hearing_day.year}{proposed}"}),
        series="IMRF",
        cycle=edition.cycle,
        note=NOTE,
        timezone=ZONE,
        days=edition.days,
        languages=("en", "fr", "es", "ru", "zh", "ar"),
        speaker_changeover_seconds=CHANGEOVER_SECONDS,
        interpretation=Interpretation(teams=4 if edition.proposed else 3),
        walks=walks(),
        kinds=kinds(edition.proposed),
        periods=periods(edition),
        rooms=rooms(edition),
        objectives=objectives(),
        themes=themes(),
        classes=classes(edition),
        constituencies=constituencies(draft.cast.focal_points),
        participants=draft.cast.participants,
        ranks=ranks(),
        people=draft.cast.people,
        sessions=tuple(draft.sessions),
        roles=tuple(draft.roles),
        ties=tuple(draft.ties),
        pins=tuple(draft.pins),
        requests=tuple(draft.requests),
        editions=editions(edition),
        past_reviews=past_reviews(edition),
        region_schemes=region_schemes(edition),
        regional_reviews=regional_reviews(edition),
        rules=PROPOSED_RULES if edition.proposed else RULES,
    )
