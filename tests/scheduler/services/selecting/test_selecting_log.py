"""What the log says before a selection is taken into account, and what it says after does not make it out of date."""

from __future__ import annotations

from scheduler.domain.agenda import Outcome
from scheduler.domain.log import Basis, Happening
from scheduler.domain.selection import State
from scheduler.services.selecting.digest import is_current
from scheduler.services.selecting.selecting import why_impossible
from tests.scheduler.asking import a_share, an_asking_forum, an_entry, asks, given, selected, told
from tests.scheduler.builders import a_session

ONE_YOUTH = (a_share(places=1), a_share(places=1, constituency="youth"))


def test_what_was_decided_outside_the_method_is_said_to_be_so() -> None:
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}", priority=n) for n in range(1, 5)),
        shares=ONE_YOUTH,
        log=(
            an_entry(1, "q1", Happening.DECLINED, Basis.OBJECTION),
            an_entry(2, "q2", Happening.WITHDRAWN),
            an_entry(3, "q4", Happening.GIVEN, Basis.OVERRIDE),
        ),
    )
    found = selected(forum)
    assert {d.request: (d.state, d.basis, d.rule, d.position) for d in found.decisions} == {
        "q1": (State.DECLINED, Basis.OBJECTION, "decision-stands", None),
        "q2": (State.DECLINED, Basis.REQUESTER, "decision-stands", None),
        "q3": (State.WAIT_LISTED, Basis.METHOD, "quota-holds", 1),
        "q4": (State.GIVEN, Basis.OVERRIDE, "decision-stands", None),
    }
    assert (
        told(found, "q1").reason == "It was declined by an objection, not by the method of selection: As the rules say."
    )
    assert told(found, "q2").reason == "It was withdrawn by its requester."
    assert [(quota.requested, quota.places, quota.given) for quota in found.quotas] == [(2, 1, 1)]


def test_who_is_put_on_the_waiting_list_by_an_override_is_not_given_a_place_by_the_method() -> None:
    log = (an_entry(1, "q1", Happening.WAIT_LISTED, Basis.OVERRIDE),)
    found = selected(an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2"), floor=30, log=log))
    assert (given(found), told(found, "q1").state, told(found, "q1").position) == (["q2"], State.WAIT_LISTED, None)
    assert told(found, "q1").reason.startswith("It was put on the waiting list by an organiser's override, not by")


def test_what_is_logged_after_a_selection_does_not_make_it_out_of_date() -> None:
    forum = an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2"), shares=ONE_YOUTH)
    found = selected(forum)
    withdrawn = forum.model_copy(update={"log": (an_entry(1, "q1", Happening.WITHDRAWN),)})
    fewer = forum.model_copy(update={"requests": forum.requests[:1]})
    assert [is_current(f, found) for f in (forum, withdrawn, fewer)] == [True, True, False]
    assert selected(withdrawn).made_of != found.made_of


def test_what_is_withdrawn_elsewhere_does_not_make_one_session_s_selection_out_of_date() -> None:
    log = (an_entry(1, "q2", Happening.WITHDRAWN),)
    forum = an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2", "s2"), shares=ONE_YOUTH, log=log)
    alone = selected(forum, sessions=["s1"])
    assert ([d.request for d in alone.decisions], is_current(forum, alone)) == (["q1"], True)
    both = selected(forum)
    assert ([(d.request, d.state) for d in both.decisions], is_current(forum, both)) == (
        [("q1", State.GIVEN), ("q2", State.DECLINED)],
        True,
    )


def test_a_draft_asks_for_nothing_until_it_is_submitted() -> None:
    log = (
        an_entry(1, "q1", Happening.DRAFTED),
        an_entry(2, "q2", Happening.DRAFTED),
        an_entry(3, "q2", Happening.SUBMITTED),
    )
    found = selected(an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2"), shares=ONE_YOUTH, log=log))
    assert [decision.request for decision in found.decisions] == ["q2"]


def test_a_merged_request_takes_no_place_and_its_statement_has_the_longer_limit() -> None:
    # of 12 minutes the joint statement of 5 takes two usual ones of 3, so that two more fit
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}", priority=n) for n in range(1, 5)),
        asks("q5", "ngo1"),
        log=(an_entry(1, "q2", Happening.MERGED, other="q1"),),
    )
    found = selected(forum)
    assert "q2" not in found.decision_of
    assert (len(given(found)), [(q.places, q.requested, q.given) for q in found.quotas]) == (3, [(4, 4, 3)])


def test_decisions_that_break_the_limits_are_a_result_that_says_which() -> None:
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}") for n in range(1, 4)),
        shares=(a_share(places=2),),
        log=tuple(an_entry(n, f"q{n}", Happening.GIVEN, Basis.OVERRIDE) for n in range(1, 4)),
    )
    wide = selected(forum)
    assert (wide.outcome, given(wide)) == (Outcome.OPTIMAL, ["q1", "q2", "q3"])
    narrow = forum.model_copy(update={"sessions": (a_session("s1", floor_minutes=6), a_session("s2"))})
    found = selected(narrow)
    assert (found.outcome, found.decisions, found.levels) == (Outcome.INFEASIBLE, (), ())
    assert len(why_impossible(narrow)) == 1
    assert why_impossible(forum) == ()


def test_a_selection_says_how_long_the_log_was() -> None:
    log = (an_entry(1, "q1", Happening.WITHDRAWN),)
    forum = an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2"), shares=ONE_YOUTH, log=log)
    assert selected(forum).logged == 1
