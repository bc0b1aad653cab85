"""Granted requests become a speakers problem that knows who is bound elsewhere."""

from __future__ import annotations

import datetime as dt
from typing import Any

from scheduler.domain.base import Window
from scheduler.domain.request import TimeClass
from scheduler.domain.session import Mode, RoleName
from scheduler.translate.commitments import by_roles, by_speeches
from scheduler.translate.lists import list_faults, solver_list_of, to_interventions
from scheduler.translate.speakers import floor, limit_seconds, sessions_with_lists, speakers_problem
from solver.speakers import problem as solver
from tests.scheduler.builders import (
    FIRST_DAY,
    a_busy_agenda,
    a_busy_forum,
    a_forum,
    a_kind,
    a_list,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_session,
    an_intervention,
)

TEN = 10 * 3600
HOUR = 3600


def hours(start: str, end: str) -> Window:
    return Window(date=FIRST_DAY, start=dt.time.fromisoformat(start), end=dt.time.fromisoformat(end))


def test_the_floor_opens_after_the_opening_and_is_cut_to_its_minutes() -> None:
    forum = a_forum(sessions=(a_session("s1", "round-table", 60, 60, opening_minutes=15, floor_minutes=75),))
    placements = (a_placement("s1", "2026-05-05 12:00", sitting=2), a_placement("s1", "2026-05-05 10:00"))
    translation = speakers_problem(forum, placements, forum.sessions[0], ())
    assert translation.problem.stretches == ((TEN + 900, TEN + HOUR), (TEN + 2 * HOUR, TEN + 2 * HOUR + 1800))
    assert [stretch.sitting for stretch in translation.stretches] == [1, 2]


def test_limits_come_from_the_request_then_from_the_kind() -> None:
    forum = a_busy_forum(
        kinds=(a_kind(minutes_national=2, minutes_group=6, minutes_interspersed=2.5), a_kind("side-event"))
    )
    limits = {request.id: limit_seconds(forum, forum.sessions[0], request) for request in forum.requests}
    assert limits == {"q1": 120, "q2": 300, "q3": 150, "q4": 150, "q5": 120, "q6": 120}


def test_a_limit_follows_from_the_class_of_time_that_is_stated_or_follows_from_the_rest() -> None:
    minutes = {"minutes_national": 1, "minutes_group": 2, "minutes_interspersed": 3, "minutes_joint": 4}

    def limit(participant: str, **fields: Any) -> int:
        forum = a_busy_forum(kinds=(a_kind(**(minutes | fields.pop("kind", {}))), a_kind("side-event")))
        return limit_seconds(forum, forum.sessions[0], a_request("q", participant, "rt1", **fields)) // 60

    assert [limit("kenya"), limit("unions")] == [1, 3]
    assert [limit("kenya", on_behalf_of="African Group"), limit("unions", cosponsors=("caritas",))] == [2, 4]
    assert limit("kenya", on_behalf_of="African Group", cosponsors=("mexico",)) == 4
    assert limit("kenya", on_behalf_of="African Group", cosponsors=("mexico",), kind={"minutes_group": 6}) == 6
    assert [limit("kenya", time_class=one) for one in TimeClass] == [1, 2, 3, 4]
    assert limit("unions", time_class=TimeClass.JOINT, minutes=7) == 7


def test_who_asks_for_a_role_stands_in_no_list() -> None:
    forum = a_busy_forum()
    panellist = a_request("q9", "iom", "rt1", role=RoleName.PANELLIST)
    only_role = a_request("q8", "iom", "side1", role=RoleName.MODERATOR)
    asked = forum.model_copy(update={"requests": (*forum.requests, panellist, only_role)})
    placements = (a_placement("rt1", "2026-05-05 10:00"),)
    translation = speakers_problem(asked, placements, asked.sessions[0], ())
    assert [request.id for request in translation.requests] == ["q1", "q2", "q3", "q4"]
    assert [session.id for session in sessions_with_lists(asked)] == ["rt1", "rt2"]


def test_minutes_for_responses_stay_free_at_the_end_of_the_last_sitting() -> None:
    session = a_session("s1", "round-table", 60, 60, opening_minutes=15, floor_minutes=105, response_minutes=20)
    placements = (a_placement("s1", "2026-05-05 10:00"), a_placement("s1", "2026-05-05 12:00", sitting=2))

    def stretches(responses: int) -> list[tuple[int, int]]:
        changed = session.model_copy(update={"response_minutes": responses})
        forum = a_forum(sessions=(changed,))
        return [(one.start - TEN, one.end - TEN) for one in floor(forum, placements, changed)]

    assert stretches(0) == [(900, HOUR), (2 * HOUR, 3 * HOUR)]
    assert stretches(20) == [(900, HOUR), (2 * HOUR, 3 * HOUR - 1200)]
    assert stretches(65) == [(900, HOUR - 300)]
    assert stretches(105) == []


def test_a_speaker_without_limits_has_no_windows() -> None:
    forum = a_busy_forum(sessions=(a_session("rt1", floor_minutes=60), a_session("rt2"), a_session("side1")))
    problem = speakers_problem(forum, (a_placement("rt1", "2026-05-05 10:00"),), forum.sessions[0], ()).problem
    assert [turn.windows for turn in problem.interventions] == [None] * 4
    assert [turn.interspersed for turn in problem.interventions] == [False, False, True, True]
    assert [turn.group for turn in problem.interventions] == [False, True, False, False]


def one_speaker(*roles: object, **fields: object) -> tuple[object, object]:
    """Return a forum where Ana speaks in s1 in room r1 from 10:00 while s2 stands in r2 from 10:20 to 10:40."""
    forum = a_forum(
        sessions=(a_session("s1", floor_minutes=60), a_session("s2", "round-table", 20)),
        participants=(a_participant("chile"),),
        people=(a_person("ana", "chile", **fields),),
        roles=roles,
        requests=(a_request("q1", "chile", person="ana"),),
    )
    placements = (a_placement("s1", "2026-05-05 10:00"), a_placement("s2", "2026-05-05 10:20", 20, room="r2"))
    return forum, placements


def windows(forum: object, placements: object) -> object:
    problem = speakers_problem(forum, placements, forum.sessions[0], tuple(by_roles(forum, placements))).problem
    return problem.interventions[0].windows


def test_a_chair_elsewhere_is_free_before_and_after_with_walking_minutes() -> None:
    forum, placements = one_speaker(a_role("s2", person="ana"))
    assert windows(forum, placements) == ((TEN, TEN + 900), (TEN + 2700, TEN + HOUR))


def test_somebody_who_chairs_from_afar_walks_nowhere() -> None:
    forum, placements = one_speaker(a_role("s2", RoleName.CHAIR, person="ana", remote=True))
    assert windows(forum, placements) == ((TEN, TEN + 1200), (TEN + 2400, TEN + HOUR))


def test_chairing_the_session_one_speaks_in_binds_nobody() -> None:
    forum, placements = one_speaker(a_role("s1", person="ana"))
    assert windows(forum, placements) is None


def test_hours_of_the_person_and_commitments_are_both_kept() -> None:
    forum, placements = one_speaker(a_role("s2", person="ana"), available=(hours("09:00", "10:50"),))
    assert windows(forum, placements) == ((TEN, TEN + 900), (TEN + 2700, TEN + 3000))


def test_a_person_bound_throughout_has_no_time_at_all() -> None:
    forum, placements = one_speaker(a_role("s2", person="ana"), available=(hours("10:16", "10:44"),))
    assert windows(forum, placements) == ()


def test_a_turn_in_another_list_binds_for_its_minutes_and_the_walk() -> None:
    forum, placements = one_speaker()
    forum = forum.model_copy(update={"requests": (*forum.requests, a_request("q2", "chile", "s2", person="ana"))})
    speakers = a_list("s2", an_intervention("q2", "2026-05-05 10:20"))
    busy = tuple(by_speeches(forum, placements, speakers))
    problem = speakers_problem(forum, placements, forum.sessions[0], busy).problem
    assert problem.interventions[0].windows == ((TEN, TEN + 900), (TEN + 1200 + 180 + 300, TEN + HOUR))


def test_places_pinned_in_a_row_from_the_first_are_the_opening_segment() -> None:
    requests = tuple(a_request(f"q{n}", "chile", place=place) for n, place in enumerate((1, 2, 4, -1, None)))
    forum = a_forum(
        sessions=(a_session(mode=Mode.AFTER_OPENING, floor_minutes=60),),
        participants=(a_participant("chile"),),
        requests=requests,
    )
    problem = speakers_problem(forum, (a_placement("s1", "2026-05-05 10:00"),), forum.sessions[0], ()).problem
    assert [turn.opening for turn in problem.interventions] == [True, True, False, False, False]
    assert problem.mode is solver.Mode.AFTER_OPENING


def test_a_list_survives_the_way_there_and_back() -> None:
    forum, agenda = a_busy_forum(), a_busy_agenda()
    session = forum.sessions[0].model_copy(update={"floor_minutes": 60})
    translation = speakers_problem(forum, agenda.placements, session, ())
    speakers = agenda.lists[0]
    assert to_interventions(translation, solver_list_of(translation, speakers)) == speakers.interventions
    assert list(list_faults(translation, speakers)) == []


def test_what_no_list_can_hold_is_named() -> None:
    forum, agenda = a_busy_forum(), a_busy_agenda()
    session = forum.sessions[0].model_copy(update={"floor_minutes": 60})
    translation = speakers_problem(forum, agenda.placements, session, ())
    speakers = a_list(
        "rt1",
        an_intervention("ghost", "2026-05-05 10:00"),
        an_intervention("q1", "2026-05-05 10:00", sitting=2),
        an_intervention("q2", "2026-05-05 10:10", 240),
    )
    assert [fault.split(": ")[1] for fault in list_faults(translation, speakers)] == [
        "the session has no such request.",
        "sitting 2 has no floor time.",
        "it has 240 seconds, but its limit is 300.",
    ]
    assert [turn.intervention for turn in solver_list_of(translation, speakers).turns] == [1]
