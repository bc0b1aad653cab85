"""Who was put off from an earlier edition comes first in the next: its reviews are carried over."""

from __future__ import annotations

from collections.abc import Iterator

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.domain.review_plan import Choice, ReviewPlan
from scheduler.publish.visible import say
from scheduler.services.reviews.choosing import choices
from scheduler.services.reviews.dates import PRESENTED

PUT_OFF_FROM = "put off from"
"""Heading of the note that says from which edition a volunteer was put off, and why."""


def put_off(forum: Forum, plan: ReviewPlan | None) -> tuple[tuple[NationalReview, Choice], ...]:
    """Return who was put off from an edition, by the plan kept beside it; without one, as the choice would be now."""
    reviews = {review.id: review for review in forum.national_reviews}
    decided = plan.choices if plan else choices(forum)
    found = [(reviews[choice.review], choice) for choice in decided if choice.review in reviews]
    gone = (*PRESENTED, Stage.WITHDRAWN)
    return tuple((review, choice) for review, choice in found if not choice.is_chosen and review.stage not in gone)


def with_first_call(forum: Forum, earlier: Forum, plan: ReviewPlan | None) -> Forum:
    """Return the next edition with first call for all who were put off; who has not volunteered again is added."""
    waiting = {review.participant: (review, choice) for review, choice in put_off(earlier, plan)}
    here = {review.participant for review in forum.national_reviews}
    taken = {review.id for review in forum.national_reviews}
    kept = (
        _called(review, _note(earlier, waiting[review.participant][1])) if review.participant in waiting else review
        for review in forum.national_reviews
    )
    missing = [pair for participant, pair in waiting.items() if participant not in here]
    return forum.model_copy(update={"national_reviews": (*kept, *_added(missing, taken, earlier))})


def _added(missing: list[tuple[NationalReview, Choice]], taken: set[str], earlier: Forum) -> Iterator[NationalReview]:
    for review, choice in missing:
        own = review.id if review.id not in taken else f"{review.id}-again"
        carried = NationalReview(
            id=own,
            participant=review.participant,
            announced_at=review.announced_at,
            last_presented=review.last_presented,
            objectives=review.objectives,
        )
        yield _called(carried, _note(earlier, choice))


def _called(review: NationalReview, note: tuple[str, str]) -> NationalReview:
    others = tuple(pair for pair in review.notes if pair[0] != PUT_OFF_FROM)
    return review.model_copy(update={"first_call": True, "notes": (*others, note)})


def _note(earlier: Forum, choice: Choice) -> tuple[str, str]:
    return PUT_OFF_FROM, f"{say(earlier, earlier.title, None)}: {choice.because}"
