"""Every stage has its step, says what it lacks, and what comes next by when."""

import datetime as dt

from scheduler.domain.national_review import Stage
from scheduler.services.reviews.stages import STEPS, comes_next, missing
from tests.scheduler.builders import text
from tests.scheduler.services.reviews.reviewing import a_recommendation, a_review, a_review_forum, at


def test_every_stage_has_one_step_and_leads_to_stages() -> None:
    assert [step.stage for step in STEPS] == list(Stage)
    assert {stage for step in STEPS for stage in step.then} == set(Stage)


def test_a_stage_needs_what_all_before_it_need() -> None:
    forum = a_review_forum()
    lacking = {stage: [column for column, _ in missing(forum, a_review("peru", stage=stage))] for stage in Stage}
    assert lacking == {
        Stage.ANNOUNCED: ["announced_at"],
        Stage.REPORTED: ["announced_at", "report"],
        Stage.PRESENTED: ["announced_at", "report"],
        Stage.RECORDED: ["announced_at", "report", "progress", "follow_up"],
        Stage.FOLLOWED_UP: ["announced_at", "report", "progress", "follow_up"],
        Stage.WITHDRAWN: [],
    }


def test_who_has_all_lacks_nothing_and_a_follow_up_is_of_something() -> None:
    review = a_review(
        "kenya",
        stage=Stage.FOLLOWED_UP,
        announced_at=at(1),
        report="https://example.org/report",
        progress=text("Much"),
        follow_up=dt.date(2027, 5, 1),
    )
    assert missing(a_review_forum(review), review) == ()
    held = a_review_forum(review, recommendations=(a_recommendation(done=True), a_recommendation("rec-2")))
    assert missing(held, review) == ()
    unheld = a_review_forum(review, recommendations=(a_recommendation(),))
    assert missing(unheld, review) == (("stage", "a recommendation whose follow-up was held"),)


def test_what_comes_next_has_its_date() -> None:
    forum = a_review_forum(settings={"report_due": dt.date(2026, 4, 1)})
    dates = {}
    for stage in Stage:
        step, due = comes_next(forum, a_review("peru", stage=stage, follow_up=dt.date(2027, 5, 1)))
        dates[stage] = step.stage, due
    assert dates == {
        Stage.ANNOUNCED: (Stage.REPORTED, dt.date(2026, 4, 1)),
        Stage.REPORTED: (Stage.PRESENTED, dt.date(2026, 5, 5)),
        Stage.PRESENTED: (Stage.RECORDED, None),
        Stage.RECORDED: (Stage.FOLLOWED_UP, dt.date(2027, 5, 1)),
        Stage.FOLLOWED_UP: (Stage.FOLLOWED_UP, dt.date(2027, 5, 1)),
        Stage.WITHDRAWN: (Stage.ANNOUNCED, None),
    }
