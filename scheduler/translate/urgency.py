"""What speaks for reviewing an objective in depth, each input weighed: what is counted is what is shown."""

from __future__ import annotations

import datetime as dt
from collections import Counter

from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation import Evidence, EvidenceSource
from scheduler.publish.clean import clean_line
from scheduler.publish.visible import say
from scheduler.translate.voice import Voice, participant_words


class Input(Value):
    """One input about an objective, and the points it comes to."""

    objective: int
    source: EvidenceSource
    says: str
    urgency: int
    weight: int
    made_by: str | None = None
    made_at: dt.date | None = None
    link: str | None = None
    left_out: str | None = None
    """Why it does not count."""

    @property
    def points(self) -> int:
        """What it adds to the urgency of its objective."""
        return 0 if self.left_out else self.weight * self.urgency


def inputs_of(forum: Forum) -> tuple[Input, ...]:
    """Return all evidence and the results of regional reviews, also what came outside the call and does not count."""
    weights = _weights(forum)
    found = [_input(forum, item, weights[item.source]) for item in forum.evidence]
    reviews = {review.id: review for review in forum.regional_reviews}
    for result in forum.regional_results:
        review = reviews.get(result.review)
        found.append(
            Input(
                objective=result.objective,
                source=EvidenceSource.REGIONAL_REVIEW,
                says=clean_line(result.finding),
                urgency=result.urgency,
                weight=weights[EvidenceSource.REGIONAL_REVIEW],
                made_by=say(forum, review.title, None) if review else None,
                made_at=review.end if review else None,
                link=result.link or (review.link if review else None),
            )
        )
    return tuple(found)


def _input(forum: Forum, item: Evidence, weight: int) -> Input:
    maker = next((one for one in forum.participants if one.id == item.made_by), None)
    return Input(
        objective=item.objective,
        source=item.source,
        says=clean_line(item.says),
        urgency=item.urgency,
        weight=weight,
        made_by=participant_words(forum, maker, Voice.PUBLISHED) if maker else None,
        made_at=item.made_at,
        link=item.link,
        left_out=_left_out(forum, item),
    )


def _left_out(forum: Forum, item: Evidence) -> str | None:
    """Say why an input does not count; one without a date does."""
    opens, closes = forum.rotation.inputs_open, forum.rotation.inputs_close
    if item.made_at is not None and opens is not None and item.made_at < opens:
        return f"came before the call opened on {opens}"
    if item.made_at is not None and closes is not None and item.made_at > closes:
        return f"came after the call closed on {closes}"
    return None


def _weights(forum: Forum) -> dict[EvidenceSource, int]:
    policy = forum.rotation
    return {
        EvidenceSource.REGIONAL_REVIEW: policy.weight_regional_review,
        EvidenceSource.SECRETARY_GENERAL: policy.weight_secretary_general,
        EvidenceSource.INDICATOR: policy.weight_indicator,
        EvidenceSource.STAKEHOLDER: policy.weight_stakeholder,
        EvidenceSource.MIGRANT_NETWORK: policy.weight_stakeholder,
        EvidenceSource.SPECIAL_PROCEDURE: policy.weight_special_procedure,
    }


def reports_of(forum: Forum) -> Counter[int]:
    """Count the reports on each objective: past reviews, results of regional reviews, national reviews about it."""
    found = Counter(review.objective for review in forum.past_reviews)
    found.update(result.objective for result in forum.regional_results)
    found.update(number for review in forum.national_reviews for number in review.objectives)
    return found


def missing_reports(forum: Forum) -> Counter[int]:
    """Return by how many reports each objective falls short of the one most reported on."""
    reports, policy = reports_of(forum), forum.rotation
    numbers = [objective.number for objective in forum.objectives if objective.number not in policy.fixed]
    most = max((reports[number] for number in numbers), default=0)
    return Counter({number: most - reports[number] for number in numbers})


def urgency_of(forum: Forum) -> Counter[int]:
    """Return the urgency of each objective: of the inputs that count, and of the reports it lacks."""
    found = Counter[int]()
    for item in inputs_of(forum):
        found[item.objective] += item.points
    for number, missing in missing_reports(forum).items():
        found[number] += forum.rotation.weight_reported_least * missing
    return Counter({number: points for number, points in found.items() if points})
