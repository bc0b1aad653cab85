"""Nobody is refused who would fit what stays unused, counted here from the forum's tables and the selection alone."""

from __future__ import annotations

from collections import Counter

from hypothesis import given as given_by
from hypothesis import settings
from hypothesis import strategies as st

from scheduler.domain.forum import Forum
from scheduler.domain.log import Basis, Happening
from scheduler.domain.request import Request, TimeClass
from scheduler.domain.selection import Selection, State
from scheduler.domain.sharing import Per, SelectionSettings
from tests.scheduler.asking import a_balance, a_share, an_asking_forum, an_entry, asks, given, selected, told
from tests.scheduler.builders import a_kind

NAMES = ("youth1", "youth2", "youth3", "ngo1", "ngo2", "ngo3", "kenya", "mexico", "iom")
TIME_CLASSES = (None, None, TimeClass.GROUP, TimeClass.JOINT)
SHARES = (
    (),
    (a_share(percent=50),),
    (a_share(percent=30), a_share("state", percent=60)),
    (a_share(percent=60), a_share(constituency="youth", most=1)),
    (a_share(places=2), a_share("un-entity", percent=20)),
    (a_share("state", percent=100, most=1),),
)


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    """Return a forum in which two sessions have room for some of those who ask, first or second."""
    requests = []
    for number in range(draw(st.integers(2, 10))):
        first, second = draw(st.permutations(["s1", "s2"]))
        requests.append(
            asks(
                f"q{number}",
                draw(st.sampled_from(NAMES)),
                first,
                second_choice=draw(st.sampled_from([second, None])),
                time_class=draw(st.sampled_from(TIME_CLASSES)),
                priority=draw(st.sampled_from([None, 1, 2])),
                flags=draw(st.sampled_from([(), ("migrant-led",)])),
            )
        )
    given_outside = draw(st.sampled_from([(), (an_entry(1, "q0", Happening.GIVEN, Basis.OVERRIDE),)]))
    return an_asking_forum(
        *requests,
        floor=draw(st.integers(7, 20)),
        log=given_outside,
        shares=draw(st.sampled_from(SHARES)),
        balances=(a_balance("led", "flag", "migrant-led", least_percent=50, per=Per.FORUM, kinds=()),),
        kinds=(a_kind(minutes_group=5, minutes_joint=7), a_kind("plenary")),
        speaker_changeover_seconds=draw(st.sampled_from([0, 30])),
        selection=SelectionSettings(most_in_session=1, most_in_forum=draw(st.sampled_from([None, 1]))),
    )


def places(forum: Forum, request: Request, session: str) -> int:
    """Return how many usual statements a request takes, of those who compete for the same time."""
    alike = [other for other in forum.requests if session in (other.session, other.second_choice)]
    if sharing_class(forum, request) is not None:
        alike = [other for other in alike if sharing_class(forum, other) == sharing_class(forum, request)]
    firsts = Counter(seconds(forum, other) for other in alike if other.session == session)
    counts = firsts or Counter(seconds(forum, other) for other in alike)
    usual = max(counts, key=lambda length: (counts[length], -length))
    return -(-seconds(forum, request) // usual)


def _total(forum: Forum, requests: list[Request], session: str) -> int:
    return sum(places(forum, request, session) for request in requests)


def sharing_class(forum: Forum, request: Request) -> str | None:
    """Return the class, where a share is stated for it; None is what all others compete for together."""
    own = forum.participant_by_id[request.participant].participant_class
    return own if any(s.participant_class == own and s.constituency is None for s in forum.shares) else None


def seconds(forum: Forum, request: Request) -> int:
    minutes = {TimeClass.GROUP: 5, TimeClass.JOINT: 7}.get(request.time_class or TimeClass.NATIONAL, 3)
    return minutes * 60 + forum.speaker_changeover_seconds


def could_still_speak(forum: Forum, made: Selection) -> list[tuple[str, str]]:
    """Return the refused requests and the sessions in which they would fit, and break no limit that is stated."""
    have = {d.request: str(d.session) for d in made.decisions if d.state is State.GIVEN}
    by_id = forum.request_by_id
    bodies = Counter(by_id[name].participant for name in have)
    found = []
    for request in (request for request in forum.requests if request.id not in have):
        is_limited = not forum.class_by_id[forum.participant_by_id[request.participant].participant_class].delegation
        for session in filter(None, (request.session, request.second_choice)):
            there = [by_id[name] for name, place in have.items() if place == session]
            floor = (forum.session_by_id[session].floor_minutes or 0) * 60 + forum.speaker_changeover_seconds
            fits = sum(seconds(forum, other) for other in (*there, request)) <= floor
            is_there = request.participant in [other.participant for other in there]
            has_all = is_there or (forum.selection.most_in_forum == 1 and bodies[request.participant] > 0)
            if fits and not (is_limited and has_all) and not exceeds(forum, [*there, request], session):
                found.append((request.id, session))
    return found


def exceeds(forum: Forum, speaking: list[Request], session: str) -> bool:
    """Say whether these would be more than the forum states at most for the last of them."""
    for share in forum.shares:
        most = share.most if share.places is None else share.places
        alike = [
            request
            for request in speaking
            if share.participant_class == forum.participant_by_id[request.participant].participant_class
            and share.constituency in (None, forum.participant_by_id[request.participant].constituency)
        ]
        if most is not None and speaking[-1] in alike and _total(forum, alike, session) > most:
            return True
    return False


@settings(max_examples=200, deadline=None)
@given_by(forum=forums())
def test_nobody_is_refused_who_would_fit_what_stays_unused(forum: Forum) -> None:
    made = selected(forum)
    assert could_still_speak(forum, made) == []
    assert {level.value == level.bound for level in made.levels} == {True}


@settings(max_examples=50, deadline=None)
@given_by(forum=forums())
def test_quotas_tell_the_final_places_which_fit_the_floor(forum: Forum) -> None:
    made = selected(forum)
    for session in forum.sessions:
        quotas = [quota for quota in made.quotas if quota.session == session.id]
        shared = [quota for quota in quotas if quota.seconds is not None]
        floor = (session.floor_minutes or 0) * 60
        assert all(quota.given <= quota.places for quota in quotas)
        assert [quota for quota in shared if quota.seconds > floor + forum.speaker_changeover_seconds] == []


SURE = [asks(f"n{n}", f"ngo{n}", "s1", second_choice="s2") for n in range(1, 4)]
ASKING = [asks(f"y{n}", f"youth{n}", "s2") for n in range(1, 4)]


def test_a_place_that_second_choices_claim_and_do_not_need_passes_to_another_constituency() -> None:
    shares = (a_share(percent=100),)
    forum = an_asking_forum(*SURE, *ASKING[:2], floor=9, shares=shares)
    made = selected(forum)
    assert given(made) == ["n1", "n2", "n3", "y1", "y2"]
    crowded = an_asking_forum(*SURE, *ASKING, floor=9, shares=(*shares, a_share(constituency="youth", most=2)))
    assert (len(given(selected(crowded))), could_still_speak(crowded, selected(crowded))) == (5, [])


def test_a_place_that_a_class_cannot_use_passes_to_another_class() -> None:
    twice = [asks("n1", "ngo1"), asks("n2", "ngo1"), asks("n3", "ngo1")]
    forum = an_asking_forum(
        *twice, asks("k", "kenya"), asks("m", "mexico"), shares=(a_share(percent=75), a_share("state", percent=25))
    )
    made = selected(forum)
    assert [name for name in given(made) if name in ("k", "m")] == ["k", "m"]
    assert [(quota.participant_class, quota.places, quota.given) for quota in made.quotas] == [
        ("state", 2, 2),
        ("stakeholder", 1, 1),
    ]


def test_who_has_a_second_choice_is_given_the_first_where_time_is_left_there() -> None:
    forum = an_asking_forum(
        asks("n1", "ngo1"),
        asks("n2", "ngo1"),
        asks("y1", "youth1", "s1", second_choice="s2"),
        floor=6,
        shares=(a_share(places=2, constituency="ngo"), a_share(percent=100)),
    )
    assert told(selected(forum), "y1").session == "s1"


def test_rounds_end_where_nobody_could_use_what_is_left() -> None:
    forum = an_asking_forum(*SURE, *ASKING, floor=4, shares=(a_share(percent=100),))
    made = selected(forum)
    assert (len(given(made)), could_still_speak(forum, made)) == (2, [])
