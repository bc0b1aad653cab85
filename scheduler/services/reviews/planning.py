"""The plan of a forum's reviews: who has a place, and who shares a panel, with the least change to an earlier plan."""

from __future__ import annotations

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview
from scheduler.domain.review_plan import ReviewPlan
from scheduler.errors import SchedulerError
from scheduler.services.reviews.choosing import choices, chosen
from scheduler.services.reviews.slot import minutes_of
from scheduler.translate.panels import panels_problem
from solver.panels.solve import solve
from solver.result import Limits, Status


def review_plan(forum: Forum, before: ReviewPlan | None = None, limits: Limits | None = None) -> ReviewPlan:
    """Choose among volunteers and form panels; who was in a panel of the plan before leaves it only where it must.

    Raises where States are kept in panels that cannot hold them.
    """
    reviews = [review for review in chosen(forum) if shares_panel(forum, review)]
    minutes = {review.id: minutes_of(forum, review) for review in reviews}
    earlier = before.panel_of if before else {}
    translation = panels_problem(forum, reviews, minutes, earlier)
    result = solve(translation.problem, limits or Limits())
    if result.panels is None or result.points is None:
        raise SchedulerError(_no_panels(forum, result.status))
    panels = translation.panels(result.panels)
    now = {review: panel.id for panel in panels for review in panel.reviews}
    return ReviewPlan(
        forum=forum.uid,
        outcome=Outcome(result.status.value),
        score=result.score,
        bound=result.bound,
        short=result.points.short,
        same_region=result.points.pairs,
        moved=tuple(review for review, panel in now.items() if earlier.get(review, panel) != panel),
        choices=choices(forum),
        panels=panels,
    )


def shares_panel(forum: Forum, review: NationalReview) -> bool:
    """Say whether a review is in a panel: not a first one, where those stand alone and it is kept in none."""
    is_alone = forum.reviews.first_alone and review.last_presented is None
    return review.panel is not None or not is_alone


def _no_panels(forum: Forum, status: Status) -> str:
    if status is Status.INFEASIBLE:
        return (
            f"There are no panels: States are kept together that are more than {forum.reviews.panel_most}, or that are "
            "never there in one period. Leave the panel of one of them blank."
        )
    return "No panels were found in time. Allow more time, or keep fewer States where they are."
