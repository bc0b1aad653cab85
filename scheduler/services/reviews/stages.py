"""The stages of a national review as one table: what each needs, what may follow it, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.services.reviews.dates import follow_ups_of, report_due_of

Need = tuple[str, str, Callable[[Forum, NationalReview], bool]]
"""The column that holds it, what it is called, and whether a review has it."""

Due = Callable[[Forum, NationalReview], dt.date | None]


@dataclass(frozen=True)
class Step:
    """One stage: what a review needs to have come so far, when it is due, and what may follow."""

    stage: Stage
    needs: tuple[Need, ...]
    due: Due
    then: tuple[Stage, ...]


def _never(forum: Forum, review: NationalReview) -> dt.date | None:
    return None


def _last_day(forum: Forum, review: NationalReview) -> dt.date | None:
    return max(forum.days)


def _first_follow_up(forum: Forum, review: NationalReview) -> dt.date | None:
    return next(iter(follow_ups_of(forum, review)), None)


def _has_followed_up(forum: Forum, review: NationalReview) -> bool:
    own = [item for item in forum.recommendations if item.review == review.id]
    return not own or any(item.done for item in own)


STEPS: tuple[Step, ...] = (
    Step(
        Stage.ANNOUNCED,
        (("announced_at", "when it volunteered", lambda _, review: review.announced_at is not None),),
        _never,
        (Stage.REPORTED, Stage.WITHDRAWN),
    ),
    Step(
        Stage.REPORTED,
        (("report", "the public link of its report", lambda _, review: review.report is not None),),
        report_due_of,
        (Stage.PRESENTED, Stage.WITHDRAWN),
    ),
    Step(Stage.PRESENTED, (), _last_day, (Stage.RECORDED,)),
    Step(
        Stage.RECORDED,
        (
            ("progress", "the progress that was noted", lambda _, review: review.progress is not None),
            ("follow_up", "the date of its follow-up", lambda _, review: review.follow_up is not None),
        ),
        _never,
        (Stage.FOLLOWED_UP,),
    ),
    Step(
        Stage.FOLLOWED_UP,
        (("stage", "a recommendation whose follow-up was held", _has_followed_up),),
        _first_follow_up,
        (Stage.FOLLOWED_UP,),
    ),
    Step(Stage.WITHDRAWN, (), _never, (Stage.ANNOUNCED,)),
)
"""Every stage, in the order a review comes to them; one that was followed up is followed up again until the next."""

STEP_OF: Mapping[Stage, Step] = {step.stage: step for step in STEPS}


def missing(forum: Forum, review: NationalReview) -> tuple[tuple[str, str], ...]:
    """Return what a review lacks for the stage it is said to have come to: columns, and what they hold."""
    if review.stage is Stage.WITHDRAWN:
        return ()
    passed = STEPS[: STEPS.index(STEP_OF[review.stage]) + 1]
    return tuple((column, name) for step in passed for column, name, has in step.needs if not has(forum, review))


def comes_next(forum: Forum, review: NationalReview) -> tuple[Step, dt.date | None]:
    """Return the step a review takes next, and when it is due where that is known."""
    step = STEP_OF[STEP_OF[review.stage].then[0]]
    return step, step.due(forum, review)
