"""A forum with its reviews is solved: panels in a row in one room, presenters free, every part in its minutes."""

from itertools import pairwise

import pytest

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.session import Link, Mode, RoleName
from scheduler.services.planning import plan
from scheduler.services.reviews.planning import review_plan
from scheduler.services.reviews.programme import with_reviews
from scheduler.services.reviews.sessions import review_sessions
from scheduler.services.reviews.slot import slot_of
from scheduler.services.sampling.reviews import reviews_forum
from solver.result import Limits
from tests.scheduler.builders import a_request, a_role
from tests.scheduler.services.reviews.reviewing import a_report, a_review, a_review_forum


def a_panel_of_three(**fields: object) -> Forum:
    """Return a forum with one panel and a report whose author asks for the floor."""
    reviews = (a_review("kenya"), a_review("chile"), a_review("nepal"))
    return a_review_forum(*reviews, alternative_reports=(a_report(asks_floor=True),), **fields)


def test_a_panel_is_tied_in_a_row_and_has_a_theme() -> None:
    found = with_reviews(a_panel_of_three())
    assert [(tie.first, tie.link, tie.second, tie.amount) for tie in found.ties] == [
        ("vnr-kenya", Link.CONSECUTIVE, "vnr-chile", 5),
        ("vnr-chile", Link.CONSECUTIVE, "vnr-nepal", 5),
    ]
    assert {session.themes for session in found.sessions if session.kind == "vnr"} == {("panel-1",)}
    assert [theme.title.of("en") for theme in found.themes] == ["National reviews, panel 1"]


def test_a_state_that_presents_is_kept_out_of_sessions_its_people_are_needed_in() -> None:
    roles = (
        a_role("rt", RoleName.CHAIR, person="ana", participant="chile"),
        a_role("debate", RoleName.ATTENDEE, person="ana", participant="chile"),
        a_role("rt", RoleName.PANELLIST, person="wanjiru", participant=None),
        a_role("debate", RoleName.CHAIR, participant="nepal"),
    )
    apart = [
        (tie.first, tie.second) for tie in with_reviews(a_panel_of_three(roles=roles)).ties if tie.link is Link.APART
    ]
    assert apart == [("vnr-kenya", "rt"), ("vnr-chile", "rt"), ("vnr-nepal", "debate")]


def test_civil_society_opens_the_floor_in_minutes_of_its_own() -> None:
    questions = (a_request("q1", "peru", "vnr-kenya", place=1), a_request("q2", "mali", "vnr-kenya", place=-1))
    found = with_reviews(a_panel_of_three(requests=questions))
    session, slot = found.session_by_id["vnr-kenya"], slot_of(found, found.national_reviews[0])
    assert (session.opening_minutes, session.floor_minutes, session.response_minutes) == (8, 12, 3)
    assert session.mode is Mode.AFTER_OPENING
    asked = [(r.id, r.participant, r.place, r.minutes) for r in found.requests]
    assert asked == [
        ("q1", "peru", 2, None),
        ("q2", "mali", -1, None),
        ("alt-1", "unions", 1, slot.civil_society),
    ]
    other = found.session_by_id["vnr-chile"]
    assert (other.opening_minutes, other.floor_minutes, other.mode) == (13, 7, None)


def test_a_session_that_was_made_before_is_the_same_as_one_made_now() -> None:
    forum = a_panel_of_three()
    assert with_reviews(review_sessions(forum)) == with_reviews(forum)


def test_a_forum_without_reviews_is_itself() -> None:
    forum = a_review_forum()
    assert with_reviews(forum) is forum


@pytest.fixture(scope="module")
def solved() -> tuple[Forum, Agenda]:
    """A forum of 16 reviews in two days with questions, and its agenda."""
    forum = with_reviews(reviews_forum(1, 16, 2))
    planned = plan(forum, Limits(wall_seconds=60))
    assert planned.agenda is not None
    assert planned.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)
    return forum, planned.agenda


def test_panels_follow_each_other_in_one_room(solved: tuple[Forum, Agenda]) -> None:
    forum, agenda = solved
    panels = review_plan(forum).panels
    assert panels
    for panel in panels:
        places = [agenda.placements_of[review][0] for review in panel.reviews]
        assert len({(place.period, place.room) for place in places}) == 1
        waits = [(after.start - place.end).total_seconds() / 60 for place, after in pairwise(places)]
        assert all(0 <= minutes <= 5 for minutes in waits)


def test_reviews_stand_beside_round_tables_at_most(solved: tuple[Forum, Agenda]) -> None:
    forum, agenda = solved
    beside = set()
    for review in forum.national_reviews:
        mine = agenda.placements_of[review.id][0]
        others = [place for place in agenda.placements if place.start < mine.end and mine.start < place.end]
        beside |= {forum.session_by_id[place.session].kind for place in others}
    assert beside <= {"vnr", "round-table"}


def test_nobody_of_a_state_that_presents_is_needed_elsewhere(solved: tuple[Forum, Agenda]) -> None:
    forum, agenda = solved
    clashes = []
    for review in forum.national_reviews:
        mine = agenda.placements_of[review.id][0]
        for role in forum.roles:
            if role.participant == review.participant and role.session != review.id:
                clashes += [p for p in agenda.placements_of[role.session] if p.start < mine.end and mine.start < p.end]
    assert clashes == []


def test_every_question_is_heard_after_civil_society_and_before_the_reply(solved: tuple[Forum, Agenda]) -> None:
    forum, agenda = solved
    assert sum(len(speakers.interventions) for speakers in agenda.lists) == len(forum.requests)
    heard = 0
    for review in forum.national_reviews:
        slot, place = slot_of(forum, review), agenda.placements_of[review.id][0]
        turns = [
            (
                turn.request,
                (turn.start - place.start).total_seconds() / 60,
                (turn.end - place.start).total_seconds() / 60,
            )
            for turn in agenda.list_of[review.id].interventions
        ]
        assert place.minutes == slot.minutes
        assert turns[0][1] >= slot.presentation
        assert turns[-1][2] <= slot.minutes - slot.reply
        authors = [end for request, _, end in turns if request.startswith("alt-")]
        heard += len(authors)
        assert all(end <= slot.presentation + slot.civil_society for end in authors)
    assert heard == sum(request.id.startswith("alt-") for request in forum.requests) > 0


def test_states_and_stakeholders_take_turns(solved: tuple[Forum, Agenda]) -> None:
    forum, agenda = solved
    for review in forum.national_reviews:
        asked = [
            forum.participant_by_id[forum.request_by_id[turn.request].participant].participant_class
            for turn in agenda.list_of[review.id].interventions
            if not turn.request.startswith("alt-")
        ]
        runs = [one == other == "member_state" for one, other in pairwise(asked)]
        assert not any(runs) or asked.count("member_state") > asked.count("stakeholder") + 1
