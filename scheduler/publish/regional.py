"""Regional reviews as anybody may see them, with what they found on each objective."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.regional_review import RegionalReview
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.translate.regions import region_name


class PublicFinding(Value):
    """What a regional review found about one objective."""

    objective: int
    finding: str
    link: str | None

    @property
    def label(self) -> str:
        """One line that says what was found, and where it can be read."""
        return f"Objective {self.objective}: {self.finding}{f' {self.link}' if self.link else ''}"


class PublicRegionalReview(Value):
    """One regional review, or one of a corridor of migration."""

    id: str
    title: str
    regions: tuple[str, ...] = Field(description="Names of its regions")
    start: dt.date | None
    end: dt.date | None
    place: str | None
    session: str | None = Field(description="Session of this forum that hears it; none is not heard in one")
    link: str | None
    findings: tuple[PublicFinding, ...] = Field(description="What it found, by objective")

    @property
    def label(self) -> str:
        """One line that says what it is and where it can be read."""
        return f"{self.title}{f' {self.link}' if self.link else ''}"


def public_regional_reviews(forum: Forum, language: str | None = None) -> tuple[PublicRegionalReview, ...]:
    """Return all regional reviews, in the forum's order."""
    return tuple(_public(forum, review, language) for review in forum.regional_reviews)


def heard_in(forum: Forum, session: str, language: str | None = None) -> tuple[PublicRegionalReview, ...]:
    """Return the regional reviews a session hears."""
    return tuple(review for review in public_regional_reviews(forum, language) if review.session == session)


def _public(forum: Forum, review: RegionalReview, language: str | None) -> PublicRegionalReview:
    results = sorted((one for one in forum.regional_results if one.review == review.id), key=lambda one: one.objective)
    return PublicRegionalReview(
        id=review.id,
        title=say(forum, review.title, language),
        regions=tuple(region_name(region) for region in review.regions),
        start=review.start,
        end=review.end,
        place=clean_line(review.place) if review.place else None,
        session=review.session,
        link=review.link,
        findings=tuple(
            PublicFinding(objective=one.objective, finding=clean_line(one.finding), link=one.link) for one in results
        ),
    )
