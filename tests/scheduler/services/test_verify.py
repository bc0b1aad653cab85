"""The checker alone judges any agenda, over timetable and lists together, without a solver."""

from __future__ import annotations

import subprocess
import sys

from scheduler.domain.agenda import Agenda, Outcome
from scheduler.domain.forum import Forum
from scheduler.domain.objective import Objective
from scheduler.domain.session import Standing
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.planning import plan
from scheduler.services.verify import Verification, as_it_stands, verify
from solver.result import Limits
from tests.scheduler.builders import (
    a_forum,
    a_kind,
    a_list,
    a_participant,
    a_person,
    a_placement,
    a_request,
    a_role,
    a_room,
    a_session,
    an_agenda,
    an_intervention,
    text,
)


def two_sessions(**fields: object) -> Forum:
    """Return a forum with two sessions in two rooms; Ana wants to speak in the first."""
    defaults: dict[str, object] = {
        "rooms": (a_room("r1"), a_room("r2")),
        "sessions": (a_session("s1", floor_minutes=60), a_session("s2", floor_minutes=60)),
        "participants": (a_participant("chile"), a_participant("peru")),
        "people": (a_person("ana", "chile", name="Ana Rojas"),),
        "requests": (a_request("q1", "chile", "s1", person="ana"),),
    }
    return a_forum(**(defaults | fields))


def side_by_side(*lists: object) -> Agenda:
    """Return an agenda with both sessions at ten, in two rooms."""
    second = a_placement("s2", "2026-05-05 10:00", room="r2")
    return an_agenda(a_placement("s1", "2026-05-05 10:00"), second, lists=lists)


def broken(result: Verification) -> dict[str, tuple[str, ...]]:
    return {outcome.rule: outcome.sentences for outcome in result.broken}


def test_a_good_agenda_is_sound() -> None:
    result = verify(two_sessions(), side_by_side(a_list("s1", an_intervention("q1", "2026-05-05 10:00"))))
    assert (result.is_sound, result.faults, result.broken) == (True, (), ())


def test_a_session_that_is_not_placed_is_named() -> None:
    agenda = an_agenda(
        a_placement("s1", "2026-05-05 10:00"), lists=(a_list("s1", an_intervention("q1", "2026-05-05 10:00")),)
    )
    assert broken(verify(two_sessions(), agenda)) == {"placed-once": ("Session s2 has no place.",)}


def test_a_start_outside_its_period_is_a_broken_rule() -> None:
    agenda = an_agenda(
        a_placement("s1", "2026-05-05 09:30"),
        a_placement("s2", "2026-05-05 10:00", room="r2"),
        lists=(a_list("s1", an_intervention("q1", "2026-05-05 09:30")),),
    )
    assert list(broken(verify(two_sessions(), agenda))) == ["inside-period"]


def test_a_granted_request_without_a_turn_is_a_broken_rule() -> None:
    forum = two_sessions(requests=(*two_sessions().requests, a_request("q2", "peru", "s1")))
    agenda = side_by_side(a_list("s1", an_intervention("q2", "2026-05-05 10:00")))
    assert broken(verify(forum, agenda)) == {
        "every-speaker-once": ("Session s1: Ana Rojas is missing from the list or has the floor more than once.",)
    }


def test_a_list_that_is_missing_is_told_once_and_a_list_that_is_there_is_measured() -> None:
    assert broken(verify(two_sessions(), side_by_side())) == {
        "every-speaker-once": ("Session s1: there is no speakers list for 1 granted request.",)
    }
    assert verify(two_sessions(), side_by_side()).lists == ()
    measured = verify(two_sessions(), side_by_side(a_list("s1", an_intervention("q1", "2026-05-05 10:00")))).lists
    assert [(figures.session, figures.speakers, figures.measures[0].name) for figures in measured] == [
        ("s1", 1, "away-from-protocol")
    ]


def test_a_speaker_who_chairs_elsewhere_at_that_minute_is_named_with_the_duty() -> None:
    forum = two_sessions(roles=(a_role("s2", person="ana"),))
    result = verify(forum, side_by_side(a_list("s1", an_intervention("q1", "2026-05-05 10:00"))))
    assert broken(result) == {
        "within-availability": (
            "Session s1: Ana Rojas has the floor at Tuesday 5 May, 10:00, but Ana Rojas is chair in Session s2 "
            "from Tuesday 5 May, 10:00 until 11:00.",
        )
    }


def test_nobody_speaks_in_two_lists_at_once() -> None:
    requests = (a_request("q1", "chile", "s1", person="ana"), a_request("q2", "chile", "s2", person="ana"))
    lists = (
        a_list("s1", an_intervention("q1", "2026-05-05 10:00")),
        a_list("s2", an_intervention("q2", "2026-05-05 10:00")),
    )
    result = verify(two_sessions(requests=requests), side_by_side(*lists))
    assert [outcome.amount for outcome in result.broken] == [2]
    assert broken(result)["within-availability"][1] == (
        "Session s2: Ana Rojas has the floor at Tuesday 5 May, 10:00, but Ana Rojas is speaker in Session s1 "
        "from Tuesday 5 May, 10:00 until 10:03."
    )


def test_what_is_no_part_of_the_forum_is_a_fault_and_no_crash() -> None:
    agenda = side_by_side(
        a_list("s1", an_intervention("q1", "2026-05-05 10:00")),
        a_list("s1"),
        a_list("s2", an_intervention("ghost", "2026-05-05 10:00")),
    )
    result = verify(
        two_sessions(), agenda.model_copy(update={"placements": (*agenda.placements, agenda.placements[0])})
    )
    assert result.faults == (
        "Placement of session s1, sitting 1: it is placed a second time; keep one of the two.",
        "Speakers list of session s1: the agenda has a second one; keep one of the two.",
        "Speakers list of session s2: nobody asked for the floor there.",
    )


def test_verifying_loads_no_solver() -> None:
    code = (
        "import sys; from scheduler.services.verify import verify; "
        "from tests.scheduler.builders import a_busy_agenda, a_busy_forum; verify(a_busy_forum(), a_busy_agenda()); "
        "print([name for name in ('ortools', 'numpy', 'pandas') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_figures_of_a_list_that_was_edited_are_measured_anew() -> None:
    forum = read_forum(sample_path("tiny"))
    agenda = plan(forum, Limits()).agenda
    assert agenda is not None
    assert as_it_stands(forum, agenda) == agenda
    speakers = agenda.lists[0]
    turned = [
        turn.model_copy(update={"request": other.request, "seconds": other.seconds})
        for turn, other in zip(speakers.interventions, speakers.interventions[::-1], strict=True)
    ]
    edited = agenda.model_copy(update={"lists": (speakers.model_copy(update={"interventions": tuple(turned)}),)})
    found = as_it_stands(forum, edited).lists[0]
    assert found.outcome is Outcome.EDITED
    assert found.measures == verify(forum, edited).lists[0].measures
    assert found.measures != speakers.measures


def test_an_objective_that_no_session_of_the_forum_opens_is_a_violation() -> None:
    side = a_session("s2", "side-event", objectives=(18,))
    forum = a_forum(
        kinds=(a_kind(), a_kind("side-event", Standing.SIDE)),
        objectives=(Objective(number=7, title=text("A")), Objective(number=18, title=text("B"))),
        sessions=(a_session(objectives=(7,)), side),
    )
    found = broken(verify(forum, an_agenda()))["objective-open"]
    assert found == (
        "No session that takes place opens objective 7 for discussion; without a place: Session s1.",
        "No session opens objective 18 for discussion.",
    )
    opening = forum.model_copy(
        update={"kinds": (a_kind(), a_kind("side-event", Standing.SIDE, opens_objectives=True))},
    )
    assert "No session opens" not in str(broken(verify(opening, an_agenda()))["objective-open"])
