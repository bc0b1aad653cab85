import datetime as dt
from typing import Any

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.log import Entry, Happening
from scheduler.domain.participant import Constituency
from scheduler.domain.session import Standing
from scheduler.domain.sharing import SelectionSettings
from scheduler.publish.compare_text import compare_text
from scheduler.services.models.comparing import AS_IT_IS, TRIAL_LOT, ModelsCompared, Tried, compare_models
from scheduler.services.models.reading import model_named
from scheduler.services.planning import plan
from solver.result import Limits, Progress
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_participant,
    a_period,
    a_person,
    a_request,
    a_session,
    text,
)

QUICK = Limits(effort=0.02)


def debate(**fields: Any) -> Forum:
    """Return a general debate of an hour in which two States ask for the floor, and a group that could meet before."""
    defaults = {
        "kinds": (
            a_kind("plenary", Standing.ALONE),
            a_kind("policy-debate", Standing.ALONE),
            a_kind("stakeholder-session", Standing.FREE),
        ),
        "periods": (
            a_period("early", "08:00", "09:45", kinds=("stakeholder-session",)),
            a_period("morning", kinds=("plenary", "policy-debate")),
        ),
        "classes": (
            a_class("member_state", delegation=True),
            a_class("stakeholder", interspersed=True),
        ),
        "constituencies": (Constituency(id="youth", label=text("Youth"), focal_point="ana"),),
        "participants": (
            a_participant("ken", "member_state"),
            a_participant("mex", "member_state"),
            a_participant("club", "stakeholder", constituency="youth"),
        ),
        "people": (a_person("ana", "club"),),
        "sessions": (
            a_session("debate", "plenary", 60, floor_minutes=60),
            a_session("policy", "policy-debate", 60, floor_minutes=60),
        ),
        "requests": (a_request("q1", "ken", "debate"), a_request("q2", "mex", "debate")),
    }
    return a_forum(**(defaults | fields))


@pytest.fixture(scope="module")
def compared() -> ModelsCompared:
    models = [model_named("imrf-adopted"), model_named("imrf-proposed")]
    return compare_models(debate(), models, QUICK)


def minutes(tried: Tried) -> dict[str, float]:
    return {tally.key: tally.minutes for tally in tried.total.by_class}


def test_as_adopted_two_states_speak_and_as_proposed_the_group_speaks_between_them(compared: ModelsCompared) -> None:
    adopted, proposed = compared.tried
    # three minutes each; the slot that carries the result of the group's own session is the one that is added
    assert minutes(adopted) == {"member_state": 6, "stakeholder": 0}
    assert minutes(proposed) == {"member_state": 6, "stakeholder": 3}
    assert [(one.stakeholders, one.speakers, one.is_mixed) for t in (adopted, proposed) for one in t.lists] == [
        (0, 2, False),
        (1, 3, True),
    ]
    middle = {tally.key: tally.relative_median for tally in proposed.total.by_body}
    assert middle["interspersed"] == 0.5  # second of three: (2 - 0.5) / 3


def test_hours_of_meeting_hold_the_own_session_of_the_group(compared: ModelsCompared) -> None:
    hours = [{one.kind: one.minutes for one in tried.meetings} for tried in compared.tried]
    assert hours == [
        {"plenary": 60, "policy-debate": 60},
        {"plenary": 60, "policy-debate": 60, "stakeholder-session": 75},
    ]


def test_the_text_puts_models_side_by_side(compared: ModelsCompared) -> None:
    rows = [line.split() for line in compare_text(compared).splitlines()]
    assert ["Minutes", "by", "class", "imrf-adopted", "imrf-proposed"] in rows
    assert ["Stakeholder", "0", "3"] in rows
    assert ["Session", "debate", "0", "of", "2", "1", "of", "3"] in rows
    assert ["Stakeholder", "session", "-", "1.25", "(0", "interpreted)"] in rows


def test_more_than_two_models_have_letters_above_their_columns(compared: ModelsCompared) -> None:
    third = compared.model_copy(update={"tried": (*compared.tried, compared.tried[0])})
    lines = compare_text(third).splitlines()
    assert [one for one in lines if one[:1] == "("] == ["(A) imrf-adopted", "(B) imrf-proposed", "(C) imrf-adopted"]
    assert ["Minutes", "by", "class", "(A)", "(B)", "(C)"] in [line.split() for line in lines]


def test_every_model_ends_with_an_agenda(compared: ModelsCompared) -> None:
    assert {(tried.selection, tried.left_out) for tried in compared.tried} == {(Outcome.OPTIMAL, ())}
    assert all(tried.agenda in (Outcome.OPTIMAL, Outcome.FEASIBLE) for tried in compared.tried)


def test_where_one_agenda_is_given_sessions_stand_as_in_it_and_progress_names_the_model() -> None:
    forum, told = debate(), list[Progress]()
    agenda = plan(forum, QUICK).agenda
    assert agenda is not None
    found = compare_models(forum, [None, model_named("imrf-proposed")], QUICK, told.append, agenda)
    as_it_is, proposed = found.tried
    assert (as_it_is.model, proposed.model) == (AS_IT_IS, "imrf-proposed")
    assert [minutes(tried)["stakeholder"] for tried in found.tried] == [0, 3]
    assert {event.phase.partition(":")[0] for event in told} == {"as it is (1 of 2)", "imrf-proposed (2 of 2)"}


def test_the_log_is_left_aside_and_a_lot_that_is_not_drawn_is_tried() -> None:
    forum = debate()
    agenda = plan(forum, QUICK).agenda
    left = Entry(number=1, at=dt.datetime(2026, 3, 1), request="q1", happening=Happening.WITHDRAWN)
    settings = SelectionSettings(lot_commitment="0" * 64)
    changed = forum.model_copy(update={"log": (left,), "selection": settings})
    (tried,) = compare_models(changed, [None], QUICK, None, agenda).tried
    assert (minutes(tried)["member_state"], tried.notes) == (6, (TRIAL_LOT,))


def test_what_would_tell_of_few_refusals_is_not_told() -> None:
    asking = debate(
        requests=(a_request("q1", "ken", "debate"), a_request("q2", "mex", "debate"), a_request("q3", "club", "debate"))
    )
    agenda = plan(asking, QUICK).agenda
    (tried,) = compare_models(asking, [model_named("imrf-adopted")], QUICK, None, agenda).tried
    assert minutes(tried)["stakeholder"] == 0
    assert {(row.key, row.unplaced) for row in tried.requests.by_class} >= {("stakeholder", None)}
    assert not [note for note in tried.notes if "q3" in note or "requests" in note]


def test_a_list_by_lot_is_said_to_be_exempt_from_interspersal() -> None:
    asking = debate(requests=(a_request("q1", "ken", "policy"), a_request("q2", "club", "policy")))
    agenda = plan(asking, QUICK).agenda
    found = compare_models(asking, [None, model_named("upr-adoption")], QUICK, None, agenda)
    rows = [line.split() for line in compare_text(found).splitlines()]
    assert ["Session", "policy", "not", "interspersed", "not", "interspersed"] in rows
    assert [one.is_mixed for tried in found.tried for one in tried.lists] == [False, False]
