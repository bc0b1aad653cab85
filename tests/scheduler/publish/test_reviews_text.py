"""The page of reviews says who has a place and why, panels, parts, what comes next and what is missing."""

import datetime as dt

from scheduler.domain.agenda import Outcome
from scheduler.domain.national_review import Answer, Stage
from scheduler.publish.reviews_text import reviews_text
from scheduler.services.reviews.planning import review_plan
from scheduler.services.reviews.programme import with_reviews
from tests.scheduler.builders import a_participant, a_request
from tests.scheduler.services.reviews.reviewing import a_report, a_review, a_review_forum, at


def test_a_forum_without_volunteers_says_so() -> None:
    forum = a_review_forum()
    assert reviews_text(forum, review_plan(forum)) == "No State has volunteered for a national review.\n"


def test_the_whole_page() -> None:
    came = {"announced_at": at(1)}
    forum = a_review_forum(
        a_review("kenya", last_presented=None, civil_society=Answer.CONFIRMED, **came),
        a_review("chile", civil_society=Answer.DECLINED, **came),
        a_review("nepal", stage=Stage.REPORTED, **came),
        a_review("mali", last_presented=2018, **came),
        a_review("peru", stage=Stage.WITHDRAWN),
        a_review("ghana", announced_at=at(2)),
        settings={"capacity": 4, "report_due": dt.date(2026, 4, 1)},
        participants=(*a_review_forum().participants, *(a_participant(f"a{n}", "stakeholder") for n in range(6))),
        alternative_reports=tuple(a_report(f"alt-{n}", author=f"a{n}", asks_floor=True) for n in range(6)),
        requests=(a_request("q1", "japan", "vnr-ghana"),),
    )
    lines = reviews_text(forum, review_plan(forum)).splitlines()
    assert lines[2] == "4 of 5 volunteers have a place: 1 alone, 3 in 1 panel. 1 has withdrawn."
    assert lines[4:11] == [
        "State  region                           last time  stage      place",
        "-----  -------------------------------  ---------  ---------  ------------",
        "Kenya  Africa                           first      announced  alone",
        "Mali   Africa                           2018       announced  panel-1",
        "Chile  Latin America and the Caribbean  2022       announced  panel-1",
        "Nepal  Asia and the Pacific             2022       reported   panel-1",
        "Ghana  Africa                           2022       announced  next edition",
    ]
    whole = " ".join(" ".join(lines).split())
    for sentence in (
        "Ghana: It is put off, since 4 places cannot hold all who volunteered: Africa has 2 places, and the regions of "
        "others had fewer. It has first call in the next edition.",
        "panel-1: Chile, Nepal, Mali 0 pairs of States of one region share a panel: no panels are better.",
        "Kenya 8+5+14+3=30 confirmed reported by 2026-04-01",
        "Chile 8+0+9+3=20 declined reported by 2026-04-01",
        "Nepal 8+5+4+3=20 proposed presented by 2026-05-05",
        "declined: The State presents without a part for civil society; its minutes are for questions.",
        "Nepal (reported) lacks the public link of its report.",
        "Kenya: Alternative report, the views of its authors (A0): What workers see https://example.org/alt-0 The "
        "State has a right of reply.",
        "Kenya: 6 authors ask for the floor, and have 50 seconds each.",
        "1 request asks for the floor of reviews that have no place, and cannot be heard.",
    ):
        assert sentence in whole


def test_an_author_of_several_reports_has_the_floor_once_and_a_reply_is_shown() -> None:
    reports = a_report("alt-1", asks_floor=True, reply="https://example.org/reply"), a_report("alt-2", asks_floor=True)
    forum = a_review_forum(a_review("kenya"), alternative_reports=reports)
    assert [request.id for request in with_reviews(forum).requests] == ["alt-1"]
    shown = " ".join(reviews_text(forum, review_plan(forum)).split())
    assert "Kenya: Unions has the floor once, for its 2 reports: What workers see; What workers see." in shown
    assert "https://example.org/alt-1 Reply of the State: https://example.org/reply" in shown


def test_authors_who_ask_where_the_state_presents_without_that_part_are_counted() -> None:
    reports = a_report(asks_floor=True), a_report("alt-2", author="diaspora", asks_floor=True)
    forum = a_review_forum(a_review("kenya", civil_society=Answer.DECLINED), alternative_reports=reports)
    shown = " ".join(reviews_text(forum, review_plan(forum)).split())
    assert "Kenya: 2 authors ask for the floor, and there is no part for civil society." in shown


def test_it_says_how_far_panels_are_from_the_plan_before_and_that_fewer_changes_are_impossible() -> None:
    reviews = [a_review(state) for state in ("kenya", "chile", "nepal", "ghana", "peru", "japan", "malta")]
    forum = a_review_forum(*reviews)
    plan = review_plan(forum)
    said = [" ".join(reviews_text(forum, plan, None, before).split()) for before in (None, plan)]
    assert "No plan is kept yet. It is once forum solve has written an agenda, or now with --keep, so" in said[0]
    assert "Against the plan before: no panel has changed." in said[1]
    smaller = next(panel for panel in plan.panels if len(panel.reviews) == 3).reviews[0]
    left = a_review_forum(*(review for review in reviews if review.id != smaller))
    after = review_plan(left, plan)
    assert (len(after.moved), after.outcome) == (1, Outcome.OPTIMAL)
    assert (
        "Against the plan before: 2 panels of 2 changed, since States came or went; 1 State moved to another panel, "
        "the fewest that can, which is proven."
    ) in " ".join(reviews_text(left, after, None, plan).split())
    unproven = after.model_copy(update={"outcome": Outcome.FEASIBLE})
    assert "not proven to be the fewest that can." in " ".join(reviews_text(left, unproven, None, plan).split())
