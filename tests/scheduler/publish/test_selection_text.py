"""The summary of a selection tells an organiser what was asked for and given, and what decided."""

from __future__ import annotations

from scheduler.domain.log import Basis, Happening
from scheduler.publish.selection_text import selection_text, side_events_text
from scheduler.services.selecting.proposals import mergeable
from tests.scheduler.asking import a_balance, a_share, an_asking_forum, an_entry, asks, selected
from tests.scheduler.services.selecting.test_proposals import a_proposal, a_side_forum

A_SUMMARY = """\
Trial Review Forum

Decided by the method; every level is proven.
5 requests: 2 given, 2 wait-listed, 1 declined.
1 of these is no outcome of the method, but rests on: objection 1.

Session s1 [s1]
whose places  asked  places  given  waiting
------------  -----  ------  -----  -------
Un entity         1       1      1        0
Youth             3       1      1        2

A statement that is longer than usual takes as many places as its time is worth.

Balances: 0 of 1 are met.
  - flag Led by migrants in Session s1: at least 1, given 0, missed by 1; nobody
    asks who could be added.

"""


def test_a_session_is_told_with_what_was_asked_given_and_waits() -> None:
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}", priority=n) for n in range(1, 4)),
        asks("q4", "iom"),
        asks("q5", "youth4"),
        shares=(a_share(places=1), a_share("un-entity", places=1)),
        balances=(a_balance("migrants", "flag", "migrant-led", least_percent=50),),
        log=(an_entry(1, "q5", Happening.DECLINED, Basis.OBJECTION),),
    )
    told = selection_text(forum, selected(forum))
    assert told[: len(A_SUMMARY)] == A_SUMMARY
    assert "  - lot-decides: " in told
    assert told.endswith(
        "All was decided before it came to the lot.\n"
        "No seed was committed to, so the lot is drawn from the uid of the forum: it\ncould have been foreseen.\n"
    )


def test_the_whole_floor_and_roles_are_told_as_what_they_are() -> None:
    forum = an_asking_forum(asks("q1", "youth1"), asks("q2", "kenya"), floor=3)
    told = selection_text(forum, selected(forum))
    assert "everybody         2       1      1        1\n" in told
    assert "The lot decided about 1 of those that have no place: Session s1 1.\n" in told


def test_side_events_are_told_with_those_that_could_be_one() -> None:
    proposals = [a_proposal(f"p{n}", f"youth{n}", objectives=(7,), priority=n) for n in (1, 2)]
    forum = a_side_forum(*proposals)
    told = selection_text(forum, selected(forum), mergeable(forum))
    assert "Side events: 2 proposals, 1 given, 1 waiting, 0 declined." in told
    assert "and could be one event: - p1 p1; p2 p2 Levels" in " ".join(told.split())


def test_first_and_second_choices_are_counted_apart_in_the_table_and_in_reasons_alike() -> None:
    forum = an_asking_forum(
        asks("q1", "youth1", priority=1),
        asks("q2", "youth2", priority=3, second_choice="s2"),
        asks("q3", "youth3", "s2", priority=2),
        shares=tuple(a_share(session=session, places=1) for session in ("s1", "s2")),
    )
    selection = selected(forum)
    rows = [line.split() for line in selection_text(forum, selection).splitlines() if line.startswith("Youth ")]
    assert rows == [["Youth", "2", "0", "1", "1", "1"], ["Youth", "1", "1", "1", "1", "0"]]
    assert "Given: there were 1 request and 1 second choice for 1 place" in next(
        decision.reason for decision in selection.decisions if decision.request == "q3"
    )


def test_side_events_alone_are_told_without_requests() -> None:
    forum = a_side_forum(a_proposal("p1", "youth1"))
    whole = selected(forum.model_copy(update={"requests": (asks("q1", "youth1"),)}))
    told = side_events_text(forum, whole)
    assert "Side events: 1 proposal, 1 given, 0 waiting, 0 declined." in told
    assert ("requests" in told, "whose places" in told, "Levels of the method" in told) == (False, False, False)


def test_a_balance_that_is_exceeded_says_by_how_many_and_of_whom_fewer_would_be_needed() -> None:
    forum = an_asking_forum(
        asks("q1", "kenya"),
        asks("q2", "mexico"),
        balances=(a_balance("africa", "region", "un.african", most_percent=0),),
    )
    found = selected(forum)
    assert [(outcome.shortfall, outcome.exceeded) for outcome in found.balances] == [(0, 1)]
    told = " ".join(selection_text(forum, found).split())
    assert "Balances: 0 of 1 are met. - region Africa in Session s1: at least 0, at most 0, given 1, exceeded" in told
    assert "exceeded by 1; 1 place fewer would have to go to requests of this kind." in told
