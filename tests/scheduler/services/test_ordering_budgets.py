"""Time shared out by class adds up to what a list has, and those who are chosen fit into it, interspersed."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.domain.forum import Forum
from scheduler.domain.request import TimeClass
from scheduler.domain.session import Mode, Policy
from scheduler.domain.sharing import Share
from scheduler.services.intake.granted import granted
from scheduler.services.lot import numbers
from scheduler.services.selecting.places import sharing
from scheduler.services.selecting.selecting import select
from scheduler.translate.selection_wishes import wishes
from scheduler.translate.speakers import speakers_problem
from solver.result import Limits
from solver.speakers.solve import solve
from tests.scheduler.builders import a_forum, a_kind, a_participant, a_placement, a_request, a_session

CLASSES = ("state", "un-entity", "stakeholder")
ASKED = st.lists(st.tuples(st.sampled_from(CLASSES), st.sampled_from((None, *TimeClass))), min_size=1, max_size=14)
PERCENTS = st.dictionaries(st.sampled_from(CLASSES), st.integers(10, 33), max_size=3)


@st.composite
def forums(draw: st.DrawFn) -> Forum:
    """Return a forum with one session, shares of its floor, minutes for responses, and more or fewer who ask."""
    asked, percents = draw(ASKED), draw(PERCENTS)
    floor = draw(st.integers(6, 40))
    session = a_session(
        floor_minutes=floor, response_minutes=draw(st.integers(0, floor - 1)), policy=draw(st.sampled_from(Policy))
    )
    return a_forum(
        speaker_changeover_seconds=draw(st.sampled_from((0, 15, 60))),
        kinds=(a_kind(mode=Mode.THROUGHOUT),),
        sessions=(session,),
        participants=tuple(a_participant(f"p{n}", group) for n, (group, _) in enumerate(asked)),
        requests=tuple(
            a_request(f"q{n}", f"p{n}", time_class=time_class, requested_at=dt.datetime(2026, 2, 1 + n))
            for n, (_, time_class) in enumerate(asked)
        ),
        shares=tuple(Share(session="s1", participant_class=group, percent=part) for group, part in percents.items()),
    )


@settings(max_examples=60, deadline=None)
@given(forum=forums())
def test_time_by_class_adds_up_to_what_is_left_of_the_floor_after_responses(forum: Forum) -> None:
    session = forum.sessions[0]
    floor = (session.floor_minutes - session.response_minutes) * 60
    shares = sharing(forum, wishes(forum), numbers(forum)).floor_shares
    assert sum(share.seconds for share in shares) == (floor if forum.shares else 0)


@settings(max_examples=25, deadline=None)
@given(forum=forums())
def test_those_who_are_chosen_fit_into_the_list_and_stand_as_evenly_as_can_be(forum: Forum) -> None:
    programme = granted(forum, select(forum, Limits()))
    session = programme.sessions[0]
    problem = speakers_problem(programme, (a_placement("s1", "2026-05-05 10:00"),), session, ()).problem
    result = solve(problem, Limits())
    assert result.solution is not None
    assert len(result.solution.turns) == len(programme.requests)
    assert result.level("largest-deviation").proven
    last = 10 * 3600 + (session.floor_minutes - session.response_minutes) * 60
    ends = [turn.start + problem.interventions[turn.intervention].seconds for turn in result.solution.turns]
    assert [end for end in ends if end > last] == []
