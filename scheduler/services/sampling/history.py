"""What came before an edition: the objectives reviewed in earlier ones, and the regional reviews."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Text
from scheduler.domain.participant import Confidence
from scheduler.domain.regional_review import RegionalReview, RegionScheme
from scheduler.domain.rotation import Depth, PastReview
from scheduler.domain.rotation import Edition as PastEdition
from scheduler.services.sampling.edition import Edition
from scheduler.services.sampling.facts import rows
from scheduler.services.sampling.vocabulary import objectives

FIRST_YEAR = 2022
YEARS_BETWEEN = 4
SOURCE = "A/RES/73/326: four round tables discuss all objectives"


def editions(edition: Edition) -> tuple[PastEdition, ...]:
    """Return the editions before this one; none of them chose objectives for a review in depth."""
    years = range(FIRST_YEAR, edition.hearing_day.year, YEARS_BETWEEN)
    return tuple(
        PastEdition(year=year, label=f"IMRF {year}", has_focus=False, source=SOURCE, confidence=Confidence.VERIFIED)
        for year in years
    )


def past_reviews(edition: Edition) -> tuple[PastReview, ...]:
    """Return that every earlier edition reviewed every objective."""
    return tuple(
        PastReview(
            year=past.year,
            objective=objective.number,
            depth=Depth.REVIEWED,
            source=SOURCE,
            confidence=Confidence.VERIFIED,
        )
        for past in editions(edition)
        for objective in objectives()
    )


def region_schemes(edition: Edition) -> tuple[RegionScheme, ...]:
    """Return the schemes of regions that this edition uses."""
    schemes = {
        "un": ("Regional groups of the United Nations", "Electoral groups of the General Assembly"),
        "commission": ("Regional commissions of the United Nations", "Economic and Social Council"),
        "review": ("Regions of the civil society proposal", "Civil society proposal; not adopted"),
    }
    used = schemes if edition.proposed else {"un": schemes["un"]}
    return tuple(
        RegionScheme(id=name, label=Text({"en": label}), source=source) for name, (label, source) in used.items()
    )


def regional_reviews(edition: Edition) -> tuple[RegionalReview, ...]:
    """Return the regional reviews that the proposal's regional round tables hear."""
    return tuple(
        RegionalReview(
            id=row["id"],
            title=Text({"en": row["title"]}),
            regions=(row["region"],),
            start=dt.date.fromisoformat(row["start"]) if row["start"] else None,
            end=dt.date.fromisoformat(row["end"]) if row["end"] else None,
            place=row["place"] or None,
            session=row["session"],
            source=row["source"],
            confidence=Confidence(row["confidence"]),
        )
        for row in (rows("regional_reviews") if edition.proposed else ())
    )
