"""A review that has a place has a session of its name at once; one that has none leaves nothing that names it."""

from scheduler.domain.national_review import Stage
from scheduler.domain.session import Link, Pin, RoleName, Tie
from scheduler.services.reviews.sessions import lapsed_requests, review_sessions
from tests.scheduler.builders import a_participant, a_request, a_role, a_session
from tests.scheduler.services.reviews.reviewing import a_review, a_review_forum


def test_a_session_has_the_parts_of_its_slot_and_its_presenter() -> None:
    forum = review_sessions(a_review_forum(a_review("kenya", presenter="wanjiru", objectives=()), a_review("peru")))
    session = forum.session_by_id["vnr-kenya"]
    assert (session.kind, session.title.of("en"), session.sittings) == ("vnr", "Vnr: Kenya", (20,))
    assert (session.opening_minutes, session.floor_minutes, session.response_minutes) == (13, 7, 3)
    assert session.opening_minutes + session.floor_minutes == sum(session.sittings)
    assert session.regions == ("un.african",)
    presenting = [(role.session, role.person, role.participant) for role in forum.roles]
    assert presenting == [("vnr-kenya", "wanjiru", "kenya"), ("vnr-peru", None, "peru")]


def test_done_twice_it_is_the_same_and_a_written_session_stands() -> None:
    own = a_session("vnr-peru", "vnr", 60, floor_minutes=40)
    once = review_sessions(a_review_forum(a_review("kenya"), a_review("peru"), sessions=(own,)))
    assert review_sessions(once) == once
    assert once.session_by_id["vnr-peru"] == own


def test_a_session_needs_what_one_of_its_kind_needs() -> None:
    alike = a_session("other", "vnr", 30, seats=80, equipment=("webcast",), languages=("en", "fr"))
    forum = review_sessions(a_review_forum(a_review("kenya"), sessions=(alike,)))
    made = forum.session_by_id["vnr-kenya"]
    assert (made.seats, made.equipment, made.languages) == (80, ("webcast",), ("en", "fr"))


def test_what_names_a_review_that_withdrew_is_left_out() -> None:
    gone = a_review("peru", stage=Stage.WITHDRAWN)
    forum = a_review_forum(
        gone,
        a_review("kenya"),
        requests=(
            a_request("q1", "mali", "vnr-peru"),
            a_request("q2", "mali", "vnr-peru", second_choice="vnr-kenya"),
            a_request("q3", "mali", "vnr-kenya", second_choice="vnr-peru"),
        ),
        sessions=(a_session("vnr-peru", "vnr"), a_session("rt", "round-table", 60)),
        roles=(a_role("vnr-peru", RoleName.CHAIR, person="ana"),),
        ties=(Tie(first="vnr-peru", link=Link.BEFORE, second="rt"),),
        pins=(Pin(session="vnr-peru", period="am"),),
    )
    found = review_sessions(forum)
    assert [request.id for request in lapsed_requests(forum)] == ["q1"]
    kept = [(request.id, request.session, request.second_choice) for request in found.requests]
    assert kept == [("q2", "vnr-kenya", None), ("q3", "vnr-kenya", None)]
    assert [role.session for role in found.roles] == ["vnr-kenya"]
    assert (found.ties, found.pins) == ((), ())
    assert [session.id for session in found.sessions] == ["rt", "vnr-kenya"]


def test_a_forum_without_reviews_is_itself() -> None:
    forum = a_review_forum(participants=(a_participant("kenya"),))
    assert review_sessions(forum) is forum
