"""A plan is a verified agenda, or the reason why there is none; impossible lists move sessions."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys

import pytest

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Window
from scheduler.domain.forum import Forum
from scheduler.domain.participant import Person
from scheduler.domain.session import Pin, RoleName
from scheduler.formats.agenda_json import agenda_text
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.planning import Planned, as_far_as_it_stands, plan
from scheduler.services.verify import verify
from solver.result import Limits, Progress
from tests.scheduler.builders import (
    FIRST_DAY,
    a_forum,
    a_participant,
    a_period,
    a_person,
    a_request,
    a_role,
    a_room,
    a_session,
    moment,
    text,
)

SECOND_DAY = FIRST_DAY + dt.timedelta(days=1)


def two_mornings(**fields: object) -> Forum:
    """Return two rooms, two mornings of an hour, and two sessions of an hour that would both rather have the first."""
    sessions = tuple(a_session(id, floor_minutes=60, preferred=("day1",)) for id in ("s1", "s2"))
    defaults: dict[str, object] = {
        "days": (FIRST_DAY, SECOND_DAY),
        "periods": (a_period("day1", "10:00", "11:00"), a_period("day2", "10:00", "11:00", date=SECOND_DAY)),
        "rooms": (a_room("r1"), a_room("r2")),
        "sessions": sessions,
        "participants": (a_participant("chile", people=9),),
        "people": (a_person("ana", "chile", name="Ana Rojas"),),
        "requests": (a_request("q1", "chile", "s1", person="ana"),),
    }
    return a_forum(**(defaults | fields))


def periods_of(planned: Planned) -> dict[str, str]:
    assert planned.agenda is not None
    return {placement.session: placement.period for placement in planned.agenda.placements}


def test_a_sample_is_planned_verified_and_the_same_twice() -> None:
    forum = read_forum(sample_path("tiny"))
    seen: list[Progress] = []
    first, second = plan(forum, Limits(seed=3), seen.append), plan(forum, Limits(seed=3))
    assert first.agenda is not None
    assert second.agenda is not None
    assert agenda_text(first.agenda) == agenda_text(second.agenda)
    assert (first.outcome, first.agenda.gap, first.agenda.reproducible) == (Outcome.OPTIMAL, 0.0, True)
    result = verify(forum, first.agenda)
    assert (result.is_sound, result.score, result.rules) == (True, first.agenda.score, first.agenda.rules)
    assert "ordering speakers lists, 1 of 1: General debate" in {event.phase for event in seen}


@pytest.fixture(scope="module")
def moved() -> Planned:
    """Return the plan of a forum where Ana speaks in the first session and chairs the second."""
    return plan(two_mornings(roles=(a_role("s2", person="ana"),)))


def test_a_speaker_who_chairs_at_the_same_time_moves_one_of_the_sessions(moved: Planned) -> None:
    assert (moved.rounds, moved.outcome) == (2, Outcome.FEASIBLE)
    assert sorted(periods_of(moved).values()) == ["day1", "day2"]


def test_a_speaker_who_is_there_on_one_day_moves_the_session() -> None:
    there = Window(date=SECOND_DAY, start=dt.time(9), end=dt.time(12))
    planned = plan(two_mornings(people=(a_person("ana", "chile", available=(there,)),)))
    assert (planned.rounds, periods_of(planned)) == (2, {"s1": "day2", "s2": "day1"})


def test_one_person_speaks_in_two_lists_one_after_the_other() -> None:
    requests = (a_request("q1", "chile", "s1", person="ana"), a_request("q2", "chile", "s2", person="ana"))
    fillers = tuple(a_request(f"f{n}", "chile", session) for n, session in enumerate(("s1", "s2") * 4))
    planned = plan(two_mornings(requests=(*requests, *fillers)))
    assert planned.agenda is not None
    starts = {turn.request: turn.start for speakers in planned.agenda.lists for turn in speakers.interventions}
    assert periods_of(planned) == {"s1": "day1", "s2": "day1"}
    assert abs(starts["q1"] - starts["q2"]) >= dt.timedelta(minutes=8)


def test_more_speakers_than_the_floor_holds_is_explained() -> None:
    sessions = (a_session("s1", floor_minutes=5, title=text("Debate")),)
    requests = tuple(a_request(f"q{n}", "chile", "s1", person="ana" if n == 0 else None) for n in range(2))
    planned = plan(two_mornings(sessions=sessions, requests=requests))
    assert planned.explanation is not None
    assert (planned.outcome, planned.left_out) == (Outcome.INFEASIBLE, ("s1",))
    assert planned.explanation.subject == "The speakers list of Debate (2 speakers need 6 minutes, the floor holds 5)"
    assert planned.explanation.fixes == (
        "Reserve 6 minutes for the floor of Debate instead of 5 (sessions.csv, floor_minutes).",
        "Leave out Chile (requests.csv).",
        "Leave out Ana Rojas (requests.csv).",
    )
    assert planned.explanation.proven


def test_an_agenda_keeps_all_but_the_lists_that_are_impossible() -> None:
    sessions = (a_session("s1", floor_minutes=5), a_session("s2", floor_minutes=5), a_session("s3", floor_minutes=60))
    asked = [("s1", 2), ("s2", 2), ("s3", 1)]
    requests = tuple(a_request(f"{s}-{n}", "chile", s) for s, count in asked for n in range(count))
    forum = two_mornings(sessions=sessions, requests=requests)
    planned = plan(forum)
    assert planned.agenda is not None
    assert (planned.outcome, planned.agenda.outcome) == (Outcome.INFEASIBLE, Outcome.INFEASIBLE)
    assert sorted(planned.left_out) == ["s1", "s2"]
    assert sorted(periods_of(planned)) == ["s1", "s2", "s3"]
    assert [speakers.session for speakers in planned.agenda.lists] == ["s3"]
    assert len(planned.further) == 1
    result = verify(forum, planned.agenda)
    assert [(outcome.rule, outcome.sentences) for outcome in result.broken] == [
        (
            "every-speaker-once",
            tuple(f"Session {s}: there is no speakers list for 2 granted requests." for s in ("s1", "s2")),
        )
    ]


PINS = tuple(Pin(session=session, period="day1") for session in ("s1", "s2"))


def test_a_clash_that_pins_hold_in_place_is_proven_and_each_pin_is_a_fix() -> None:
    planned = plan(two_mornings(roles=(a_role("s2", person="ana"),), pins=PINS))
    assert planned.explanation is not None
    assert (planned.outcome, planned.left_out, planned.explanation.proven) == (Outcome.INFEASIBLE, ("s1",), True)
    assert [reason.sentence for reason in planned.explanation.reasons] == [
        "Ana Rojas is free at no time while the floor is open. "
        "Ana Rojas is chair in Session s2 from Tuesday 5 May, 10:00 until 11:00.",
        "Session s1 is pinned to Tuesday 5 May, 10:00-11:00.",
        "Session s2 is pinned to Tuesday 5 May, 10:00-11:00.",
    ]
    assert planned.explanation.fixes == (
        "Free the pin of Session s1 (pins.csv).",
        "Free the pin of Session s2 (pins.csv).",
        "Agree on other hours with Ana Rojas, or name another speaker (requests.csv and people.csv).",
    )


def test_a_clash_that_another_start_might_end_is_not_called_impossible() -> None:
    periods = (a_period("day1", "10:00", "11:05"), a_period("day2", "10:00", "11:00", date=SECOND_DAY))
    planned = plan(two_mornings(periods=periods, roles=(a_role("s2", person="ana"),), pins=PINS))
    assert planned.explanation is not None
    assert (planned.outcome, planned.left_out, planned.explanation.impossible) == (Outcome.NONE_FOUND, ("s1",), False)


def test_what_is_held_in_place_for_one_speaker_is_not_said_of_another() -> None:
    noon = Window(date=FIRST_DAY, start=dt.time(12), end=dt.time(13))
    people = (a_person("ana", "chile", name="Ana Rojas"), a_person("leo", "chile", name="Leo Paz", available=(noon,)))
    requests = tuple(a_request(f"q-{person.id}", "chile", "s1", person=person.id) for person in people)
    planned = plan(two_mornings(people=people, requests=requests, roles=(a_role("s2", person="ana"),), pins=PINS[:1]))
    assert planned.explanation is not None
    assert (planned.outcome, planned.explanation.impossible) == (Outcome.INFEASIBLE, True)
    assert [reason.sentence for reason in planned.explanation.reasons] == [
        "Leo Paz can speak only from Tuesday 5 May, 12:00 until Tuesday 5 May, 13:00.",
        "Session s1 is pinned to Tuesday 5 May, 10:00-11:00.",
    ]


def one_morning(*people: Person, **fields: object) -> Forum:
    """Return a forum of one morning of three hours and two rooms."""
    requests = tuple(a_request(f"q-{person.id}", "chile", "s1", person=person.id) for person in people)
    own: dict[str, object] = {"days": (FIRST_DAY,), "periods": (a_period("day1"),)}
    return two_mornings(**(own | {"people": people, "requests": requests} | fields))


def test_a_speaker_who_is_there_late_in_a_period_moves_the_start_of_the_session() -> None:
    late = Window(date=FIRST_DAY, start=dt.time(12, 30), end=dt.time(13))
    planned = plan(one_morning(a_person("ana", "chile", available=(late,)), a_person("leo", "chile")))
    assert planned.agenda is not None
    assert (planned.outcome, planned.rounds) == (Outcome.OPTIMAL, 2)
    starts = {turn.request: turn.start for turn in planned.agenda.list_of["s1"].interventions}
    assert starts["q-ana"] >= moment("2026-05-05 12:30")


def test_a_speaker_who_is_there_in_the_last_period_only_moves_one_of_two_sittings() -> None:
    there = Window(date=FIRST_DAY, start=dt.time(17), end=dt.time(18))
    hours = enumerate(("10:00", "15:00", "17:00"), 1)
    periods = tuple(a_period(f"p{n}", start, f"{int(start[:2]) + 1}:00") for n, start in hours)
    sessions = (a_session("s1", "round-table", 60, 60, floor_minutes=120, preferred=("p1", "p2")),)
    planned = plan(one_morning(a_person("ana", "chile", available=(there,)), periods=periods, sessions=sessions))
    assert planned.agenda is not None
    assert (planned.outcome, planned.rounds) == (Outcome.FEASIBLE, 2)
    assert [placement.period for placement in planned.agenda.placements_of["s1"]] == ["p1", "p3"]


@pytest.mark.parametrize("speaking_first", [True, False])
def test_a_panellist_speaks_before_or_after_a_session_that_overlaps(speaking_first: bool) -> None:
    sessions = tuple(a_session(id, "round-table", 120, floor_minutes=120) for id in ("s1", "s2"))
    pinned = Pin(session="s1", period="day1", start=dt.time(10) if speaking_first else dt.time(11))
    panel = (a_role("s2", RoleName.PANELLIST, person="ana"),)
    planned = plan(one_morning(a_person("ana", "chile"), sessions=sessions, roles=panel, pins=(pinned,)))
    assert planned.agenda is not None
    assert (planned.outcome, planned.left_out) == (Outcome.OPTIMAL, ())
    assert verify(one_morning(a_person("ana", "chile"), sessions=sessions, roles=panel), planned.agenda).is_sound


def test_a_kept_agenda_changes_nothing_that_need_not_change(moved: Planned) -> None:
    again = plan(two_mornings(), Limits(seed=11), keep=moved.agenda)
    assert moved.agenda is not None
    assert again.agenda is not None
    assert again.agenda.placements == moved.agenda.placements


def test_a_forum_without_an_agenda_says_who_cannot_be_in_two_places() -> None:
    planned = plan(read_forum(sample_path("infeasible-chair")))
    assert planned.explanation is not None
    assert planned.outcome is Outcome.INFEASIBLE
    assert "person-in-one-place" in [reason.rule for reason in planned.explanation.reasons]
    assert planned.explanation.fixes


def test_planning_leaves_the_solver_out_of_this_process() -> None:
    code = (
        "import sys\nif __name__ == '__main__':\n"
        "    from scheduler.services.planning import plan\n"
        "    from scheduler.formats.reading import read_forum\n"
        "    from scheduler.samples import sample_path\n"
        "    print(plan(read_forum(sample_path('tiny'))).outcome.value, 'ortools' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "optimal False\n"


def test_an_earlier_agenda_is_kept_as_far_as_the_forum_still_has_it() -> None:
    forum = two_mornings()
    agenda = plan(forum, Limits()).agenda
    assert agenda is not None
    smaller = forum.model_copy(update={"sessions": forum.sessions[:1], "rooms": forum.rooms})
    kept = as_far_as_it_stands(smaller, agenda)
    assert [placement.session for placement in kept.placements] == ["s1"]
    again = plan(smaller, Limits(), keep=kept).agenda
    assert again is not None
    assert again.placements == kept.placements
