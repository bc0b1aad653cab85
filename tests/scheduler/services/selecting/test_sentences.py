"""Each decision has a sentence for whoever asked, which says why and names nobody else."""

from __future__ import annotations

import datetime as dt

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.participant import Constituency
from scheduler.domain.session import RoleName, RolePlaces
from scheduler.domain.sharing import SelectionSettings
from scheduler.services.lot import numbers
from scheduler.services.selecting.selecting import why_impossible
from scheduler.services.selecting.sentences import PROPOSALS, what_is_lost, why
from solver.selection.problem import Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import LEVELS_DECIDE, Reason
from tests.scheduler.asking import CLOSES, a_balance, a_share, an_asking_forum, an_entry, asks, given, selected, told
from tests.scheduler.builders import a_class, a_participant, a_person, a_session, text

ONE_YOUTH = (a_share(places=1), a_share(places=1, constituency="youth"))


def reason(forum: Forum, request: str) -> str:
    return told(selected(forum), request).reason


def test_a_place_for_everybody_and_a_place_among_many_are_told_apart() -> None:
    forum = an_asking_forum(asks("q1", "youth1", priority=1), shares=ONE_YOUTH)
    assert reason(forum, "q1") == "Given: it was the only request for 1 place of Youth in Session s1."
    both = an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2"), shares=(a_share(places=2),))
    assert reason(both, "q1") == ("Given: there was one for each of 2 requests for 2 places of Youth in Session s1.")
    more = an_asking_forum(asks("q1", "youth1", priority=1), asks("q2", "youth2"), shares=ONE_YOUTH)
    assert reason(more, "q1") == (
        "Given: there were 2 requests for 1 place of Youth in Session s1; without it what its requester's own ranking "
        "puts lower would come before it."
    )


def test_the_ranking_is_told_as_how_many_stand_higher() -> None:
    forum = an_asking_forum(*(asks(f"q{n}", f"youth{n}", priority=n) for n in range(1, 4)), shares=ONE_YOUTH)
    assert reason(forum, "q3") == (
        "There were 3 requests for 1 place of Youth in Session s1; 2 requests stand higher in its requester's own "
        "ranking; it is number 2 on the waiting list."
    )


def test_the_lot_is_told_with_the_number_that_was_drawn() -> None:
    forum = an_asking_forum(asks("q1", "kenya"), asks("q2", "mexico"), floor=3)
    drawn = numbers(forum)
    loser = max(drawn, key=lambda name: drawn[name])
    assert reason(forum, loser) == (
        "There were 2 requests for the floor of Session s1, which has time for 1 usual statement; all else was equal "
        f"and the lot decided: the number {drawn[loser]:,} was drawn for it, and lower ones are first; it is number 1 "
        "on the waiting list."
    )


def test_a_late_request_and_a_role_and_a_second_choice_are_told_in_plain_words() -> None:
    late = CLOSES + dt.timedelta(hours=1)
    forum = an_asking_forum(
        asks("q1", "youth1"),
        asks("q2", "youth2", requested_at=late, second_choice="s2"),
        asks("q3", "youth3", "s2"),
        asks("p1", "ngo1", role=RoleName.PANELLIST, priority=1),
        asks("p2", "ngo2", role=RoleName.PANELLIST, priority=2),
        shares=ONE_YOUTH,
        role_places=(RolePlaces(session="s1", role=RoleName.PANELLIST, places=1),),
        selection=SelectionSettings(list_closes=CLOSES),
    )
    assert reason(forum, "q2") == (
        "There were 2 requests for 1 place of Youth in Session s1; it came after the list had closed, and those that "
        "came in time are first; in its second choice, Session s2, it has none either; it is number 1 on the "
        "waiting list."
    )
    assert reason(forum, "p2").startswith(
        "There were 2 requests for 1 place as panellist in Session s1; 1 request stands"
    )


def test_who_falls_under_no_share_is_told_that_no_place_falls_to_them() -> None:
    forum = an_asking_forum(
        asks("q1", "youth1"), asks("q2", "ngo1"), shares=(*ONE_YOUTH, a_share(constituency="ngo", most=0))
    )
    found = told(selected(forum), "q2")
    assert (found.state.value, found.position) == ("declined", None)
    assert found.reason == "By the published shares and the requests made no place falls to Ngo in Session s1."


def test_who_has_no_place_of_its_quota_waits_for_one_that_passes_on() -> None:
    asked = [asks(f"q{n}", name) for n, name in enumerate(("youth1", "youth2", "youth3", "ngo1"), 1)]
    forum = an_asking_forum(*asked, floor=4)
    forum = forum.model_copy(update={"shares": (a_share(percent=100),)})
    found = told(selected(forum), "q4")
    assert (found.state.value, found.position) == ("wait-listed", 1)
    assert found.reason == (
        "By the published shares and the requests made no place falls to Ngo in Session s1; it is number 1 on the "
        "waiting list."
    )


def test_an_organisation_with_all_its_places_is_told_how_many_these_are() -> None:
    forum = an_asking_forum(asks("q1", "youth1", priority=1), asks("q2", "youth1", priority=2), floor=30)
    assert "its organisation has all it may have there, which is 1; it is number 1" in reason(forum, "q2")


def a_secretive_forum() -> Forum:
    """Return a forum all of whose people and organisations are called canaries, with decisions of every sort."""
    names = [f"youth{n}" for n in range(1, 7)]
    return an_asking_forum(
        *(asks(f"q{n}", name, person=f"p-{name}", priority=n % 3 + 1) for n, name in enumerate(names)),
        asks("q6", "youth1", "s2"),
        constituencies=(Constituency(id="youth", label=text("Youth"), focal_point="p-youth1"),),
        classes=(a_class("stakeholder", interspersed=True),),
        participants=tuple(
            a_participant(name, "stakeholder", constituency="youth", name=text(f"Canary {name}")) for name in names
        ),
        people=tuple(
            a_person(
                f"p-{name}", name, name=f"Canary {name}", publication="withheld", gender="canary", gender_counts=True
            )
            for name in names
        ),
        sessions=(a_session("s1", floor_minutes=6), a_session("s2", floor_minutes=3)),
        balances=(a_balance("some", "gender", "nobody", least_percent=50),),
        log=(
            an_entry(1, "q0", Happening.WITHDRAWN, by="Officer Canary"),
            an_entry(2, "q1", Happening.DECLINED, Basis.ACCREDITATION),
        ),
    )


def test_no_reason_holds_the_name_of_a_person_an_organisation_or_an_officer() -> None:
    found = selected(a_secretive_forum())
    assert len(found.decisions) == 7
    assert [decision.reason for decision in found.decisions if "canary" in decision.reason.casefold()] == []


@pytest.mark.parametrize("level", ["withheld", "organisation"])
def test_an_impossible_selection_is_told_without_names_above_their_level(level: str) -> None:
    forum = a_secretive_forum()
    people = tuple(person.model_copy(update={"publication": level}) for person in forum.people)
    given = tuple(an_entry(n, f"q{n}", Happening.GIVEN, Basis.OVERRIDE) for n in range(1, 4))
    crowded = forum.model_copy(update={"people": people, "log": given})
    told_of = why_impossible(crowded)
    assert [sentence for sentence in told_of if "canary" in sentence.casefold()] == []
    assert len(told_of) > 0


def test_a_refusal_for_a_balance_names_the_balance_and_nobody() -> None:
    forum = an_asking_forum(
        asks("q1", "kenya"),
        asks("q2", "mexico"),
        floor=3,
        balances=(a_balance("africa", "region", "un.african", least_percent=50),),
    )
    found = selected(forum)
    assert given(found) == ["q1"]
    assert "; others were needed for the published balances: region Africa; it is" in told(found, "q2").reason


def test_who_is_given_a_place_is_told_what_would_be_lost_without_it_and_nobody_is_named() -> None:
    late = CLOSES + dt.timedelta(hours=1)
    forum = an_asking_forum(asks("q1", "youth1"), asks("q2", "youth2", requested_at=late), shares=ONE_YOUTH)
    early = forum.model_copy(update={"selection": SelectionSettings(list_closes=CLOSES)})
    assert reason(early, "q1") == (
        "Given: there were 2 requests for 1 place of Youth in Session s1; without it the place would go to one that "
        "came after the list had closed."
    )
    drawn = an_asking_forum(asks("q1", "kenya"), asks("q2", "mexico"), floor=3)
    winner = min(numbers(drawn), key=lambda name: numbers(drawn)[name])
    assert reason(drawn, winner).endswith(
        f"all else was equal and the lot decided: the number {numbers(drawn)[winner]:,} was drawn for it, and without "
        "it the place would go to a higher one."
    )


def test_a_place_given_for_a_balance_names_the_balance_that_decides_and_no_other() -> None:
    forum = an_asking_forum(
        asks("q1", "kenya"),
        asks("q2", "mexico"),
        floor=3,
        balances=(
            a_balance("africa", "region", "un.african", least_percent=50),
            a_balance("states", "class", "state", least_percent=50),
        ),
    )
    assert reason(forum, "q1").endswith(
        "; without it these published balances would be further from being met: region Africa."
    )
    assert "; others were needed for the published balances: region Africa; it is" in reason(forum, "q2")


def test_where_no_level_is_proven_to_decide_none_is_told() -> None:
    problem = Problem((Session(360),), (Quota(0, 1),), (Organisation(),), (Request(0, 0, 180), Request(0, 0, 180)))
    assert why(problem, 0, LEVELS_DECIDE) == "by the levels of the published method together, others come first"
    assert what_is_lost(problem, Reason(1, LEVELS_DECIDE, 0)) == (
        "without it the levels of the published method together would be met less"
    )


def test_one_voice_an_organisation_is_told_as_what_would_be_lost() -> None:
    problem = Problem((Session(360),), (Quota(0, 1),), (Organisation(),), (Request(0, 0, 180), Request(0, 0, 180)))
    rule = "everybody-speaks-once"
    assert why(problem, 0, rule) == "with it, fewer organisations would be heard"
    assert why(problem, 0, rule, PROPOSALS) == "with it, fewer organisations would lead an event"
    assert what_is_lost(problem, Reason(1, rule, 0)) == "without it fewer organisations would be heard"
