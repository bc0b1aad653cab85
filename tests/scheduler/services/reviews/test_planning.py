"""First presenters stand alone, the others share panels mixed by region, with least change when some come or go."""

from itertools import pairwise
from random import Random

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.national_review import NationalReview, Stage
from scheduler.domain.review_plan import Panel, ReviewPlan
from scheduler.errors import SchedulerError
from scheduler.services.reviews.planning import review_plan
from scheduler.services.sampling.reviews import reviews_forum
from tests.scheduler.builders import FIRST_DAY
from tests.scheduler.services.reviews.reviewing import a_review, a_review_forum


def states_of(plan: ReviewPlan) -> dict[str, list[str]]:
    """Return the States of each panel."""
    return {panel.id: [review.removeprefix("vnr-") for review in panel.reviews] for panel in plan.panels}


def test_first_presenters_stand_alone_unless_the_forum_says_otherwise() -> None:
    reviews = [a_review(state) for state in ("kenya", "chile", "nepal")]
    first = a_review("mali", last_presented=None)
    assert states_of(review_plan(a_review_forum(first, *reviews))) == {"panel-1": ["kenya", "chile", "nepal"]}
    together = review_plan(a_review_forum(first, *reviews, settings={"first_alone": False}))
    assert states_of(together) == {"panel-1": ["mali", "kenya", "chile", "nepal"]}


def test_who_is_kept_in_a_panel_is_in_it_also_at_first() -> None:
    reviews = [a_review(state) for state in ("kenya", "chile", "nepal")]
    plan = review_plan(a_review_forum(a_review("mali", last_presented=None, panel="afternoon"), *reviews))
    assert states_of(plan) == {"afternoon": ["mali", "kenya", "chile", "nepal"]}


def test_panels_are_mixed_by_region() -> None:
    plan = review_plan(a_review_forum(*(a_review(s) for s in ("kenya", "ghana", "chile", "peru", "nepal", "japan"))))
    assert {panel: sorted(states) for panel, states in states_of(plan).items()} == {
        "panel-1": ["chile", "kenya", "nepal"],
        "panel-2": ["ghana", "japan", "peru"],
    }
    assert (plan.same_region, plan.short, plan.outcome, plan.score) == (0, 0, Outcome.OPTIMAL, plan.bound)


def test_states_that_are_never_there_together_share_no_panel() -> None:
    morning = Window(date=FIRST_DAY, start="10:00", end="13:00")
    afternoon = Window(date=FIRST_DAY, start="15:00", end="18:00")
    reviews = [a_review("kenya", available=(morning,)), a_review("chile", available=(afternoon,))]
    forum = a_review_forum(*reviews, *(a_review(s) for s in ("nepal", "peru", "ghana", "malta")))
    panels = [set(states) for states in states_of(review_plan(forum)).values()]
    assert len(panels) == 2
    assert not any({"kenya", "chile"} <= states for states in panels)


def test_panels_that_cannot_be_are_told_with_what_to_change() -> None:
    reviews = [a_review(state, panel="one") for state in ("kenya", "chile", "nepal", "peru", "mali")]
    with pytest.raises(SchedulerError, match="States are kept together that are more than 4"):
        review_plan(a_review_forum(*reviews))


def earlier(*panels: tuple[str, ...]) -> ReviewPlan:
    """Return a plan made before."""
    named = enumerate(panels, start=1)
    return ReviewPlan(
        forum="forum-0001",
        panels=tuple(Panel(id=f"panel-{n}", reviews=tuple(f"vnr-{state}" for state in states)) for n, states in named),
    )


def test_one_moves_where_one_withdraws_from_a_panel_of_three() -> None:
    before = earlier(("kenya", "chile", "nepal"), ("ghana", "peru", "japan", "malta"))
    reviews = [a_review(state) for state in ("kenya", "chile", "ghana", "peru", "japan", "malta")]
    plan = review_plan(a_review_forum(*reviews, a_review("nepal", stage=Stage.WITHDRAWN)), before)
    assert len(plan.moved) == 1
    assert {len(panel.reviews) for panel in plan.panels} == {3}
    assert {"vnr-kenya", "vnr-chile"} < set(plan.panels[0].reviews)


def test_nobody_moves_for_one_who_comes_late_nor_where_panels_could_mix_better() -> None:
    before = earlier(("kenya", "ghana", "nepal"), ("chile", "peru", "japan"))
    reviews = [a_review(state) for state in ("kenya", "ghana", "nepal", "chile", "peru", "japan")]
    assert states_of(review_plan(a_review_forum(*reviews), before)) == {
        "panel-1": ["kenya", "ghana", "nepal"],
        "panel-2": ["chile", "peru", "japan"],
    }
    late = review_plan(a_review_forum(*reviews, a_review("mali")), before)
    assert (late.moved, late.panel_of["vnr-mali"]) == ((), "panel-2")


def changed(forum: Forum, draw: Random) -> Forum:
    """Let two States withdraw and two others come."""
    gone = set(draw.sample(range(len(forum.national_reviews)), 2))
    kept = [
        review.model_copy(update={"stage": Stage.WITHDRAWN}) if place in gone else review
        for place, review in enumerate(forum.national_reviews)
    ]
    there = {review.participant for review in kept}
    states = [s for s in forum.participants if s.participant_class == "member_state" and s.id not in there]
    late = [NationalReview(id=f"late-{s.id}", participant=s.id, last_presented=2020) for s in draw.sample(states, 2)]
    return forum.model_copy(update={"national_reviews": (*kept, *late)})


@pytest.mark.parametrize(("reviews", "days", "panels"), [(47, 4, 9), (43, 3, 11)])
def test_many_reviews_get_the_best_panels_and_keep_them(reviews: int, days: int, panels: int) -> None:
    forum = reviews_forum(0, reviews, days)
    plan = review_plan(forum)
    assert (plan.outcome, len(plan.panels), plan.short) == (Outcome.OPTIMAL, panels, 0)
    assert {len(panel.reviews) for panel in plan.panels} <= {3, 4}
    assert review_plan(forum, plan).panels == plan.panels
    later = changed(forum, Random(reviews))
    after = review_plan(later, plan)
    assert (after.outcome, len(after.moved) <= 2, after.short) == (Outcome.OPTIMAL, True, 0)
    stayed = [review for review in plan.panel_of if review in after.panel_of and review not in after.moved]
    assert [after.panel_of[review] for review in stayed] == [plan.panel_of[review] for review in stayed]


def test_the_same_forum_has_the_same_plan() -> None:
    first, second = (review_plan(reviews_forum(3, 20, 2)) for _ in range(2))
    assert first == second
    assert all(one.id < other.id for one, other in pairwise(first.panels))
