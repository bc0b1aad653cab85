"""Every fix that is offered is a change of the tables with which the forum has a timetable."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from scheduler.domain.forum import Forum
from scheduler.domain.session import Standing
from scheduler.formats.reading import read_forum
from scheduler.samples import sample_path
from scheduler.services.explaining import Explanation, explain_timetable
from scheduler.translate.timetable import timetable_problem
from solver.result import Limits, Status
from solver.timetable.explain import explain
from solver.timetable.solve import solve
from tests.scheduler.builders import a_forum, a_kind, a_period, a_person, a_room, a_session

SMALL = Limits(effort=0.1)

Change = Callable[[Forum], Forum]


def explained(forum: Forum) -> Explanation:
    translation = timetable_problem(forum)
    conflict = explain(translation.problem, SMALL)
    assert conflict is not None
    return explain_timetable(translation, conflict)


def has_timetable(forum: Forum) -> bool:
    return solve(timetable_problem(forum).problem, SMALL).status in (Status.OPTIMAL, Status.FEASIBLE)


def teams(number: int) -> Change:
    def change(forum: Forum) -> Forum:
        return forum.model_copy(update={"interpretation": forum.interpretation.model_copy(update={"teams": number})})

    return change


def without(session: str) -> Change:
    def change(forum: Forum) -> Forum:
        kept = tuple(one for one in forum.sessions if one.id != session)
        roles = tuple(role for role in forum.roles if role.session != session)
        requests = tuple(request for request in forum.requests if request.session != session)
        ties = tuple(tie for tie in forum.ties if session not in (tie.first, tie.second))
        pins = tuple(pin for pin in forum.pins if pin.session != session)
        return forum.model_copy(
            update={"sessions": kept, "roles": roles, "requests": requests, "ties": ties, "pins": pins}
        )

    return change


def chaired_by_another(session: str) -> Change:
    def change(forum: Forum) -> Forum:
        roles = tuple(
            role.model_copy(update={"person": "another"}) if role.session == session else role for role in forum.roles
        )
        return forum.model_copy(update={"roles": roles, "people": (*forum.people, a_person("another", "ken"))})

    return change


def open_to(period: str, kind: str) -> Change:
    def change(forum: Forum) -> Forum:
        periods = tuple(
            one.model_copy(update={"kinds": (*one.kinds, kind)}) if one.id == period else one for one in forum.periods
        )
        return forum.model_copy(update={"periods": periods})

    return change


def one_more_room(like: str) -> Change:
    def change(forum: Forum) -> Forum:
        room = forum.room_by_id[like].model_copy(update={"id": "one-more"})
        return forum.model_copy(update={"rooms": (*forum.rooms, room)})

    return change


def three_in_a_morning() -> Forum:
    """Return three sessions of a morning each, in one morning with two rooms."""
    sessions = tuple(a_session(id, "round-table", 180) for id in ("s1", "s2", "s3"))
    return a_forum(periods=(a_period(),), rooms=(a_room("r1"), a_room("r2", seats=50)), sessions=sessions)


def beside_a_plenary() -> Forum:
    """Return a side event whose only hour is that of a plenary, the plenary's being the forum's only one."""
    kinds = a_kind("plenary", Standing.ALONE), a_kind("side-event", Standing.SIDE)
    sessions = a_session("s1", "plenary"), a_session("s2", "side-event")
    hour = a_period("hour", "10:00", "11:00", kinds=("plenary", "side-event"))
    return a_forum(kinds=kinds, periods=(hour,), rooms=(a_room("r1"), a_room("r2")), sessions=sessions)


TEAM = "Hire one more interpretation team ({} in all; forum.yaml, interpretation, teams)."
HEARINGS = "Hearing 1: work and rights", "Hearing 2: children and families", "Hearing 3: return and readmission"
TABLES = (
    "Round table 3: Integration and contribution to development",
    "Round table 4: Data, information, vulnerability, discrimination, cooperation",
)
KAMAU = "Name somebody else instead of Wanjiru Kamau in {} (roles.csv)."
WORK, CHILDREN = "Hearing: work and rights", "Hearing: children and families"

OFFERED: dict[str, tuple[Forum, dict[str, Change]]] = {
    "too few interpreters": (
        read_forum(sample_path("infeasible-interpretation")),
        {
            TEAM.format(3): teams(3),
            **{
                f"Leave out {title} (sessions.csv).": without(f"hearing-{number}")
                for number, title in enumerate(HEARINGS, 1)
            },
        },
    ),
    "one chair for two": (
        read_forum(sample_path("infeasible-chair")),
        {
            KAMAU.format(WORK): chaired_by_another("hearing-1"),
            KAMAU.format(CHILDREN): chaired_by_another("hearing-2"),
            "Open another period to sessions of the kind Hearing (periods.csv, kinds).": open_to("tue-pm", "hearing"),
            f"Leave out {WORK} (sessions.csv).": without("hearing-1"),
            f"Leave out {CHILDREN} (sessions.csv).": without("hearing-2"),
        },
    ),
    "one team for a large forum": (
        teams(1)(read_forum(sample_path("imrf-2026"))),
        {
            TEAM.format(2): teams(2),
            f"Leave out {TABLES[0]} (sessions.csv).": without("rt3"),
            f"Leave out {TABLES[1]} (sessions.csv).": without("rt4"),
        },
    ),
    "too few rooms": (
        three_in_a_morning(),
        {
            "Add one more room like Room r1 (rooms.csv).": one_more_room("r1"),
            "Add one more room like Room r2 (rooms.csv).": one_more_room("r2"),
            **{f"Leave out Session s{number} (sessions.csv).": without(f"s{number}") for number in (1, 2, 3)},
        },
    ),
    "a side event beside a plenary": (
        beside_a_plenary(),
        {
            "Leave out Session s1 (sessions.csv).": without("s1"),
            "Leave out Session s2 (sessions.csv).": without("s2"),
        },
    ),
}


@pytest.mark.parametrize("name", OFFERED)
def test_every_fix_that_is_offered_helps_where_it_is_made_in_the_tables(name: str) -> None:
    forum, changes = OFFERED[name]
    explanation = explained(forum)
    assert explanation.fixes == tuple(changes)
    assert (explanation.proven, explanation.together) == (True, ())
    assert not has_timetable(forum)
    assert [has_timetable(change(forum)) for change in changes.values()] == [True] * len(changes)


def test_two_teams_that_lack_are_offered_together() -> None:
    forum = teams(1)(read_forum(sample_path("infeasible-interpretation")))
    explanation = explained(forum)
    told = "Hire 2 more interpretation teams (3 in all; forum.yaml, interpretation, teams)."
    assert (explanation.fixes, explanation.together) == ((), (told,))
    assert [has_timetable(teams(number)(forum)) for number in (2, 3)] == [False, True]
