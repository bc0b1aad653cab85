"""A forum's tables become the timetable problem's indices and minutes."""

from __future__ import annotations

import datetime as dt

from scheduler.domain.base import Hours, Window
from scheduler.domain.forum import Level, RuleSetting, Walk, Weight
from scheduler.domain.session import Link, Pin, RoleName, Tie
from scheduler.translate.timetable import Cuts, Order, timetable_problem
from solver.timetable import problem as solver
from solver.timetable.rulebook import RULES
from tests.scheduler.builders import (
    FIRST_DAY,
    a_busy_agenda,
    a_busy_forum,
    a_forum,
    a_participant,
    a_period,
    a_person,
    a_request,
    a_role,
    a_room,
    a_session,
)


def clock(text: str) -> dt.time:
    return dt.time.fromisoformat(text)


def window(start: str, end: str) -> Window:
    return Window(date=FIRST_DAY, start=clock(start), end=clock(end))


def test_periods_are_minutes_since_midnight_of_the_first_day() -> None:
    problem = timetable_problem(a_busy_forum()).problem
    assert [(p.day, p.start, p.end) for p in problem.periods] == [
        (0, 600, 780),
        (0, 795, 870),
        (1, 1440 + 600, 1440 + 780),
    ]


def test_a_period_over_a_clock_change_has_its_elapsed_length() -> None:
    night = a_period("night", "22:00", "04:00", date=dt.date(2026, 10, 24))
    forum = a_forum(timezone="Europe/Zurich", days=(dt.date(2026, 10, 24),), periods=(night,))
    assert timetable_problem(forum).problem.periods[0].minutes == 7 * 60


def test_role_holders_bind_people_and_roles_without_a_person_bind_the_delegation() -> None:
    session = timetable_problem(a_busy_forum()).problem.sessions[0]
    assert session.people == frozenset({0})
    assert session.delegations == frozenset({2})
    assert session.wanted_by == frozenset({0, 1, 2, 3, 4})


def test_a_state_that_presents_is_bound_as_a_body() -> None:
    forum = a_forum(
        participants=(a_participant("chile"),),
        people=(a_person("ana", "chile"),),
        roles=(a_role("s1", RoleName.PRESENTER, person="ana", participant="chile"),),
    )
    assert timetable_problem(forum).problem.sessions[0].delegations == frozenset({0})


def test_a_session_led_by_a_stakeholder_is_marked() -> None:
    assert [s.stakeholder_led for s in timetable_problem(a_busy_forum()).problem.sessions] == [False, False, True]


def test_opening_hours_and_closed_times_become_the_rooms_windows() -> None:
    room = a_room(hours=Hours(start=clock("08:00"), end=clock("18:00")), closed=(window("12:00", "13:00"),))
    problem = timetable_problem(a_forum(rooms=(room, a_room("r2")))).problem
    assert problem.rooms[0].open == ((480, 720), (780, 1080), (1440 + 480, 1440 + 1080))
    assert problem.rooms[1].open is None


def test_ties_without_an_amount_have_the_stated_defaults() -> None:
    ties = tuple(Tie(first="rt1", link=link, second="rt2") for link in Link)
    relations = timetable_problem(a_busy_forum(ties=ties)).problem.relations
    assert [(r.link, r.amount) for r in relations] == [
        (solver.Link.BEFORE, 0),
        (solver.Link.SAME_DAY, 0),
        (solver.Link.CONSECUTIVE, 15),
        (solver.Link.FEEDS, 7),
        (solver.Link.APART, 0),
    ]


def test_cuts_keep_sessions_apart_and_out_of_periods() -> None:
    problem = timetable_problem(a_busy_forum(), cuts=Cuts((("rt1", "rt2"),), (("rt1", "tue-am"),))).problem
    assert problem.relations == (solver.Relation(solver.Link.APART, 0, 1),)
    assert problem.sessions[0].windows == ((-2880, 600), (780, 6 * 1440))


def test_cuts_keep_sessions_within_minutes_in_periods_and_in_order() -> None:
    within, barred = (("rt1", ((600, 740), (700, 800))),), (("rt1", "tue-lunch"),)
    cuts = Cuts((), barred, within, (("rt2", 2, "wed-am"),), (Order("rt2", "rt1", -20),))
    problem = timetable_problem(a_busy_forum(), cuts=cuts).problem
    assert problem.sessions[0].windows == ((600, 740), (700, 795))
    assert problem.pins == (solver.Pin(2, period=2),)
    assert problem.relations == (solver.Relation(solver.Link.BEFORE, 1, 0, -20),)


def test_a_pin_after_midnight_is_on_the_next_day() -> None:
    forum = a_forum(
        periods=(a_period("night", "22:00", "04:00"),),
        sessions=(a_session("s1", "round-table", 60, 60),),
        pins=(Pin(session="s1", sitting=2, period="night", start=clock("01:00")), Pin(session="s1", room="r1")),
    )
    assert timetable_problem(forum).problem.pins == (
        solver.Pin(1, period=0, start=1440 + 60),
        solver.Pin(0, room=0),
    )


def test_a_pin_at_midnight_keeps_its_start() -> None:
    forum = a_forum(
        periods=(a_period("night", "22:00", "04:00"),), pins=(Pin(session="s1", period="night", start=clock("00:00")),)
    )
    assert timetable_problem(forum).problem.pins == (solver.Pin(0, period=0, start=1440),)


def test_decent_hours_are_those_of_the_remote_persons_zone() -> None:
    forum = a_forum(
        participants=(a_participant("japan"),),
        people=(a_person("aiko", "japan", timezone="Asia/Tokyo"), a_person("here", "japan", timezone="Asia/Tokyo")),
        roles=(a_role("s1", person="here"),),
        requests=(a_request("q", "japan", person="aiko", remote=True),),
    )
    hours = timetable_problem(forum).problem.sessions[0].remote
    assert hours == (tuple((day * 1440 - 300, day * 1440 + 480) for day in (-1, 0, 1)),)


def test_decent_hours_of_who_is_to_be_named_are_those_of_the_zone_the_request_states() -> None:
    afar = {"timezone": "Asia/Tokyo", "remote": True}
    requests = (a_request("q1", "japan", **afar), a_request("q2", "japan", timezone="Asia/Tokyo"))
    named = a_request("q3", "japan", person="aiko", **afar)
    people = (a_person("aiko", "japan"),)
    forum = a_forum(participants=(a_participant("japan"),), people=people, requests=(*requests, named))
    hours = timetable_problem(forum).problem.sessions[0].remote
    assert hours == (tuple((day * 1440 - 300, day * 1440 + 480) for day in (-1, 0, 1)),)


def test_walking_minutes_hold_both_ways() -> None:
    walks = (Walk(first="north", second="main", minutes=8),)
    problem = timetable_problem(a_forum(rooms=(a_room(), a_room("r2", zone="north")), walks=walks)).problem
    assert problem.walk == ((0, 8), (8, 0))


def test_settings_keep_the_rules_own_level_or_weight_where_blank() -> None:
    hard, soft = RULES[0].name, RULES[-1].name
    forum = a_forum(
        rules=(
            RuleSetting(rule=hard, level=Level.WARN, weight=Weight.STRONG),
            RuleSetting(rule=soft, weight=Weight.VERY_STRONG),
        )
    )
    settings = timetable_problem(forum).problem.settings
    assert {name: (s.level.value, s.weight) for name, s in settings.items()} == {hard: ("warn", 10), soft: ("warn", 30)}


def test_a_baseline_gives_each_sitting_its_old_place() -> None:
    forum = a_busy_forum()
    assert timetable_problem(forum, a_busy_agenda()).problem.baseline == (
        solver.Placement(0, 0, 600),
        solver.Placement(2, 0, 2040),
        solver.Placement(2, 0, 2100),
        solver.Placement(1, 1, 795),
    )


def test_labels_speak_local_time() -> None:
    translation = timetable_problem(a_busy_forum())
    labels = translation.labels
    assert labels.sitting(1) == "Session rt2 (sitting 1)"
    assert labels.time(2040) == "Wednesday 6 May, 10:00"
    assert labels.period(1) == "Tuesday 5 May, 13:15-14:30"
    assert labels.day(1) == "Wednesday 6 May"
    assert labels.tag("objectives", 1) == "18"
    assert labels.tag("themes", 0) == "Labour migration"
