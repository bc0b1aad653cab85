"""Who is given a place in small forums, counted by hand."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.forum import Forum
from scheduler.domain.selection import State
from scheduler.domain.session import RoleName, RolePlaces
from scheduler.domain.sharing import Per, SelectionSettings
from scheduler.formats.selection_json import selection_text
from scheduler.services.lot import numbers
from tests.scheduler.asking import (
    CLOSES,
    a_balance,
    a_forum_of_two_sessions,
    a_share,
    an_asking_forum,
    asks,
    given,
    selected,
    told,
)
from tests.scheduler.builders import a_kind, a_person, a_session

CLOSED = SelectionSettings(most_in_session=1, list_closes=CLOSES)
ONE_YOUTH = (a_share(places=1), a_share(places=1, constituency="youth"))


def later(hours: int) -> dt.datetime:
    return CLOSES + dt.timedelta(hours=hours)


def test_the_lowest_numbers_drawn_win_where_all_else_is_equal() -> None:
    forum = an_asking_forum(*(asks(f"q{n}", f"youth{n}") for n in range(1, 5)), shares=(a_share(places=2),))
    drawn = numbers(forum)
    by_lot = sorted(drawn, key=lambda name: drawn[name])
    found = selected(forum)
    assert sorted(given(found)) == sorted(by_lot[:2])
    assert [(told(found, name).position, told(found, name).rule) for name in by_lot[2:]] == [
        (1, "lot-decides"),
        (2, "lot-decides"),
    ]


def test_a_late_request_comes_after_those_in_time_and_one_without_a_time_is_not_late() -> None:
    forum = an_asking_forum(
        asks("late", "youth1", requested_at=later(1)),
        asks("timeless", "youth2", requested_at=None),
        asks("in-time", "youth3", requested_at=later(0)),
        shares=(a_share(places=2),),
        selection=CLOSED,
    )
    found = selected(forum)
    assert given(found) == ["timeless", "in-time"]
    assert (told(found, "late").rule, told(found, "late").position) == ("early-before-late", 1)


def test_a_session_closes_its_own_list_at_its_own_time() -> None:
    forum = an_asking_forum(
        asks("late", "youth1", requested_at=later(3)),
        asks("in-time", "youth2", requested_at=later(1)),
        sessions=(a_session("s1", floor_minutes=12, list_closes=later(2)),),
        shares=ONE_YOUTH,
        selection=CLOSED,
    )
    assert given(selected(forum)) == ["in-time"]


def test_a_focal_point_s_own_ranking_is_followed_before_the_lot() -> None:
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}", priority=5 - n) for n in range(1, 5)), shares=(a_share(places=1),)
    )
    found = selected(forum)
    assert given(found) == ["q4"]
    assert [told(found, name).position for name in ("q3", "q2", "q1")] == [1, 2, 3]


def test_one_delegation_s_priority_is_not_set_against_another_s() -> None:
    forum = an_asking_forum(
        asks("k1", "kenya", priority=2), asks("m1", "mexico", priority=1), floor=3, shares=(a_share(places=1),)
    )
    drawn = numbers(forum)
    assert given(selected(forum)) == [min(drawn, key=lambda name: drawn[name])]


def test_a_second_choice_is_given_where_the_first_has_no_place() -> None:
    forum = an_asking_forum(
        asks("first", "youth1", priority=1),
        asks("second", "youth2", priority=2, second_choice="s2"),
        shares=ONE_YOUTH,
    )
    found = selected(forum)
    assert given(found) == ["first", "second"]
    assert [told(found, name).session for name in given(found)] == ["s1", "s2"]
    assert "second choice, Session s2" in told(found, "second").reason


def test_a_first_choice_comes_before_somebody_s_second_one() -> None:
    forum = an_asking_forum(
        asks("a", "youth1"),
        asks("b", "youth2", second_choice="s2"),
        asks("c", "youth3", "s2"),
        shares=ONE_YOUTH,
    )
    found = selected(forum)
    seconds = [name for name in given(found) if told(found, name).session != forum.request_by_id[name].session]
    assert (len(given(found)), seconds) == (2, [])


def test_gender_counts_only_with_the_consent_of_the_person() -> None:
    people = [
        a_person("p1", "youth1", gender="woman", gender_counts=False),
        a_person("p2", "youth2", gender="Woman", gender_counts=True),
        a_person("p3", "youth3", gender="man", gender_counts=True),
    ]
    requests = [
        asks(f"q{n}", f"youth{n}", person=f"p{n}", priority=priority) for n, priority in ((1, 1), (2, 3), (3, 2))
    ]
    half = a_balance("women", "gender", "woman", least_percent=50)
    forum = an_asking_forum(*requests, people=people, shares=(a_share(places=2),), balances=(half,))
    found = selected(forum)
    assert given(found) == ["q1", "q2"]
    assert [(b.least, b.given, b.shortfall) for b in found.balances] == [(1, 1, 0)]
    silent = forum.model_copy(update={"people": tuple(p.model_copy(update={"gender_counts": False}) for p in people)})
    found = selected(silent)
    assert (given(found), [(b.given, b.shortfall, b.would_add) for b in found.balances]) == (["q1", "q3"], [(0, 1, ())])


def test_a_balance_that_cannot_be_met_says_by_how_much_and_who_would_have_to_be_added() -> None:
    forum = an_asking_forum(
        asks("q1", "kenya"),
        asks("q2", "mexico"),
        asks("y1", "youth1", flags=("migrant-led",)),
        asks("y2", "youth2"),
        floor=9,
        shares=(a_share("state", places=2), a_share(places=1, constituency="youth"), a_share(places=1)),
        balances=(
            a_balance("africa", "region", "un.african", least_percent=60),
            a_balance("migrants", "flag", "migrant-led", participant_class="stakeholder", least_percent=100),
        ),
    )
    found = selected(forum)
    assert {b.balance: (b.least, b.given, b.shortfall, b.would_add) for b in found.balances} == {
        "africa": (2, 1, 1, ()),
        "migrants": (1, 1, 0, ()),
    }
    assert (given(found), told(found, "y2").rule) == (["q1", "q2", "y1"], "balance-is-met")


def test_percentages_round_up_for_the_fewest_and_down_for_the_most() -> None:
    forum = an_asking_forum(
        *(asks(f"q{n}", f"youth{n}", flags=("migrant-led",)) for n in range(1, 4)),
        shares=(a_share(places=3),),
        balances=(a_balance("b", "flag", "migrant-led", least_percent=40, most_percent=60, per=Per.FORUM),),
    )
    assert [(b.least, b.most, b.given, b.exceeded) for b in selected(forum).balances] == [(2, 1, 3, 2)]


def test_one_organisation_has_one_place_in_a_session_and_a_delegation_any_number() -> None:
    forum = an_asking_forum(*(asks(f"y{n}", "youth1") for n in range(2)), *(asks(f"k{n}", "kenya") for n in range(2)))
    found = selected(forum)
    assert (len(given(found)), [name for name in given(found) if name[0] == "k"]) == (3, ["k0", "k1"])
    refused = next(decision for decision in found.decisions if decision.state is not State.GIVEN)
    assert (refused.rule, refused.position) == ("organisation-in-session", 1)


def test_roles_are_given_as_places_of_their_own_and_take_no_floor_time() -> None:
    forum = an_asking_forum(
        asks("p1", "youth1", role=RoleName.PANELLIST),
        asks("p2", "ngo1", role=RoleName.PANELLIST),
        asks("q1", "youth2"),
        floor=3,
        role_places=(RolePlaces(session="s1", role=RoleName.PANELLIST, places=1),),
    )
    found = selected(forum)
    assert [(q.role, q.places, q.requested, q.given) for q in found.quotas] == [
        (None, 1, 1, 1),
        (RoleName.PANELLIST, 1, 2, 1),
    ]
    assert "q1" in given(found)


def test_where_no_share_is_stated_everybody_competes_for_the_floor() -> None:
    forum = an_asking_forum(*(asks(f"y{n}", f"youth{n}") for n in range(1, 4)), asks("k", "kenya"), asks("i", "iom"))
    found = selected(forum)
    drawn = numbers(forum)
    assert sorted(given(found)) == sorted(sorted(drawn, key=lambda name: drawn[name])[:4])
    assert [(q.participant_class, q.places, q.requested, q.seconds) for q in found.quotas] == [(None, 4, 5, None)]


def test_minutes_kept_for_responses_are_not_given_beforehand() -> None:
    sessions = (a_session("s1", floor_minutes=12, response_minutes=6),)
    forum = an_asking_forum(*(asks(f"y{n}", f"youth{n}") for n in range(1, 5)), sessions=sessions)
    assert len(given(selected(forum))) == 2


def test_the_same_forum_gives_the_same_bytes() -> None:
    def forum() -> Forum:
        requests = [asks(f"q{n}", f"{group}{n}", priority=n % 2 + 1) for group in ("youth", "ngo") for n in range(1, 5)]
        renamed = [r.model_copy(update={"id": f"q{i}", "second_choice": "s2"}) for i, r in enumerate(requests)]
        return an_asking_forum(*renamed, shares=(a_share(percent=60),))

    assert selection_text(selected(forum())) == selection_text(selected(forum()))


def test_sessions_decided_alone_keep_what_was_decided_before_and_count_it() -> None:
    forum = a_forum_of_two_sessions()
    first = selected(forum, sessions=["s1"])
    assert ([d.request for d in first.decisions], given(first)) == (["a1", "a2"], ["a1"])
    both = selected(forum, sessions=["s2"], earlier=first)
    assert ([d.request for d in both.decisions], given(both)) == (["a1", "a2", "b1", "b2"], ["a1", "b2"])
    assert [(quota.session, quota.given) for quota in both.quotas] == [("s1", 1), ("s2", 1)]
    assert told(both, "b1").rule == "organisation-in-forum"
    assert [(part.sessions, part.requests, part.levels) for part in both.parts] == [
        (("s1",), ("a1", "a2"), first.parts[0].levels),
        (("s2",), ("b1", "b2"), both.parts[1].levels),
    ]
    assert (both.levels, all(part.levels for part in both.parts)) == ((), True)


def test_a_share_of_one_session_goes_before_that_of_its_kind() -> None:
    forum = an_asking_forum(
        *(asks(f"{s}-{n}", f"youth{n}", s) for s in ("s1", "s2") for n in range(1, 4)),
        shares=(a_share(places=1), a_share(places=2, session="s2")),
    )
    assert {quota.session: quota.places for quota in selected(forum).quotas} == {"s1": 1, "s2": 2}


def test_places_of_a_class_are_apportioned_among_its_constituencies_within_their_bounds() -> None:
    asked = [asks(f"y{n}", f"youth{n}") for n in range(1, 5)] + [asks(f"n{n}", f"ngo{n}") for n in range(1, 3)]
    by_requests = an_asking_forum(*asked, shares=(a_share(places=3),))
    assert [(q.constituency, q.places) for q in selected(by_requests).quotas] == [("youth", 2), ("ngo", 1)]
    bounds = (a_share(places=3), a_share(constituency="youth", most=1))
    assert [(q.constituency, q.places) for q in selected(an_asking_forum(*asked, shares=bounds)).quotas] == [
        ("youth", 1),
        ("ngo", 2),
    ]


def test_a_class_takes_no_more_than_its_time_and_all_time_adds_up_to_the_floor() -> None:
    forum = an_asking_forum(
        *(asks(f"y{n}", f"youth{n}") for n in range(1, 5)),
        *(asks(f"k{n}", "kenya", on_behalf_of="A group") for n in range(3)),
        asks("i1", "iom"),
        kinds=(a_kind(minutes_group=5), a_kind("plenary")),
        floor=20,
        shares=(a_share("state", percent=50), a_share(percent=30)),
    )
    found = selected(forum)
    seconds = {q.participant_class: q.seconds for q in found.quotas}
    assert sum(s for s in seconds.values() if s is not None) == 20 * 60
    assert {q.participant_class: q.places for q in found.quotas} == {"state": 2, "stakeholder": 2, "un-entity": 1}
