from dataclasses import replace
from typing import Any

import pytest

from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode
from scheduler.errors import RefusedError
from scheduler.services.intake.exchange import exchanged
from scheduler.services.planning_lists import plan_lists
from scheduler.services.verify import verify
from scheduler.translate.lists import solver_list_of
from scheduler.translate.speakers import speakers_problem
from solver.result import Limits, Status
from solver.speakers.measure import measure
from solver.speakers.solve import solve
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_session,
    an_agenda,
)

STATES = [f"state{n}" for n in range(6)]
OTHERS = [f"ngo{n}" for n in range(3)]


def a_listed_forum(**of_requests: dict[str, Any]) -> Forum:
    """Return a forum with one list of six States and three stakeholders, some requests of which are changed."""
    requests = [
        a_request(name, name, "s1", **({"requested_at": f"2026-02-{day:02}T10:00"} | of_requests.get(name, {})))
        for day, name in enumerate([*STATES, *OTHERS], start=1)
    ]
    return a_forum(
        kinds=(a_kind("round-table", mode=Mode.THROUGHOUT),),
        sessions=(a_session("s1", "round-table", 60, floor_minutes=60),),
        classes=(a_class("state", delegation=True), a_class("stakeholder", interspersed=True, protocol_place=2)),
        participants=(*(a_participant(s) for s in STATES), *(a_participant(o, "stakeholder") for o in OTHERS)),
        people=(a_person("early", "state5", available=({"date": "2026-05-05", "start": "10:00", "end": "10:20"},)),),
        requests=tuple(requests),
    )


def an_agenda_of(forum: Forum) -> Agenda:
    placements = (a_placement("s1", "2026-05-05 10:00"),)
    return an_agenda(*placements, lists=plan_lists(forum, placements, Limits()).lists)


def order(agenda: Agenda) -> list[str]:
    return [turn.request for turn in agenda.lists[0].interventions]


def test_two_of_one_side_change_places_and_everybody_else_stays() -> None:
    forum = a_listed_forum()
    agenda = an_agenda_of(forum)
    before = order(agenda)
    found = [turn.request for turn in exchanged(forum, agenda, "state0", "state5").interventions]
    changed = {"state0": "state5", "state5": "state0"}
    assert found == [changed.get(name, name) for name in before]


def test_where_changing_two_alone_makes_a_list_uneven_the_rest_is_put_in_order_anew() -> None:
    forum = a_listed_forum(state0={"minutes": 9})
    agenda = an_agenda_of(forum)
    before = order(agenda)
    found = [turn.request for turn in exchanged(forum, agenda, "state0", "state5").interventions]
    assert (found.index("state0"), found.index("state5")) == (before.index("state5"), before.index("state0"))
    assert sorted(found) == sorted(before)
    changed = {"state0": "state5", "state5": "state0"}
    assert found != [changed.get(name, name) for name in before]


@pytest.mark.parametrize(("one", "other"), [("state0", "state5"), ("ngo0", "ngo2")])
def test_a_list_in_which_two_alike_changed_is_as_even_as_before(one: str, other: str) -> None:
    forum = a_listed_forum()
    agenda = an_agenda_of(forum)
    problem = speakers_problem(forum, agenda.placements, forum.sessions[0], ())
    lists = (agenda.lists[0], exchanged(forum, agenda, one, other))
    before, after = (measure(problem.problem, solver_list_of(problem, speakers)).vector[:7] for speakers in lists)
    assert after == before


@pytest.mark.parametrize(("one", "other"), [("state0", "state5"), ("state1", "ngo2")])
def test_a_list_put_in_order_anew_is_as_even_as_any_in_which_the_two_are_there(one: str, other: str) -> None:
    forum = a_listed_forum(**{one: {"minutes": 9}})
    agenda = an_agenda_of(forum)
    found = exchanged(forum, agenda, one, other)
    translation = speakers_problem(forum, agenda.placements, forum.sessions[0], ())
    listed = [turn.request for turn in found.interventions]
    pins = {name: listed.index(name) + 1 for name in (one, other)}
    turns = zip(translation.problem.interventions, translation.requests, strict=True)
    pinned = replace(
        translation.problem, interventions=tuple(replace(turn, place=pins.get(request.id)) for turn, request in turns)
    )
    best = solve(pinned, Limits())
    assert best.status is Status.OPTIMAL
    even = measure(pinned, solver_list_of(translation, found)).vector[:7]
    assert even == tuple(level.bound for level in best.levels[:7])
    assert verify(forum, agenda.model_copy(update={"lists": (found,)})).broken == ()


def test_an_exchange_to_a_time_when_somebody_is_not_there_is_refused() -> None:
    forum = a_listed_forum(state5={"person": "early", "requested_at": "2026-01-01T10:00"})
    agenda = an_agenda_of(forum)
    last = next(name for name in reversed(order(agenda)) if name in STATES)
    with pytest.raises(RefusedError, match="They cannot hold each other's places"):
        exchanged(forum, agenda, "state5", last)


def test_a_pinned_place_is_not_exchanged_where_that_breaks_the_pin() -> None:
    forum = a_listed_forum(state0={"place": 1})
    with pytest.raises(RefusedError, match="A place that is pinned is not exchanged"):
        exchanged(forum, an_agenda_of(forum), "state0", "state3")


def test_who_withdrew_since_the_list_was_made_is_left_out_and_who_was_promoted_is_in() -> None:
    agenda = an_agenda_of(a_listed_forum())
    forum = a_listed_forum()
    promoted = a_request("ngo9", "ngo0", "s1", requested_at="2026-03-01T10:00")
    kept = tuple(request for request in forum.requests if request.id != "ngo1")
    later = forum.model_copy(update={"requests": (*kept, promoted)})
    before = [name for name in order(agenda) if name != "ngo1"]
    found = [turn.request for turn in exchanged(later, agenda, "state0", "state5").interventions]
    assert sorted(found) == sorted(request.id for request in later.requests)
    assert (found.index("state0"), found.index("state5")) == (before.index("state5"), before.index("state0"))


def test_two_who_are_not_in_one_list_exchange_nothing() -> None:
    forum = a_listed_forum()
    agenda = an_agenda_of(forum)
    with pytest.raises(RefusedError, match="are not in one list of this agenda"):
        exchanged(forum, agenda, "state0", "nobody")
