"""What would help against one requirement of a conflict, as a change of the problem that can be made in fact.

Leaving a requirement out is not always something anybody can do: nobody can let a room hold two sessions, but there
may be one more such room. Where a requirement has no change of its own, leaving it out is the change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from solver.result import Requirement
from solver.rule import Instance, Level, setting_of
from solver.timetable.problem import Problem, Session, Standing
from solver.timetable.rules.openness import ObjectiveOpen

IN_ONE_PLACE = ("person-in-one-place", "delegation-in-one-place")
TEAMS = ("interpretation-at-once", "interpretation-per-day")
ROOM = "room-free"


def remedies(problem: Problem, members: Iterable[Requirement]) -> Iterator[Requirement]:
    """Yield what to try against the members of a conflict, nothing twice.

    One that is about somebody in two places is yielded with each session of the conflict that somebody else could be
    named for: its instance is the person or delegation, then the session.
    """
    members = tuple(members)
    sessions = dict.fromkeys(problem.sittings[m.instance[0]].session for m in members if m.rule == "placed-once")
    seen = set()
    for member in members:
        alike: object = member
        if member.rule in TEAMS:
            alike = TEAMS
        elif member.rule == ROOM:
            alike = problem.rooms[member.instance[0]]
        if alike in seen:
            continue
        seen.add(alike)
        if member.rule not in IN_ONE_PLACE:
            yield member
            continue
        for session in sessions:
            if member.instance[0] in _bound(problem.sessions[session], member.rule):
                yield Requirement(member.rule, (member.instance[0], session))


def unopened(problem: Problem) -> list[Requirement]:
    """Return what asks for objectives that no session opens, where that blocks: each is a conflict by itself."""
    if setting_of(ObjectiveOpen(), problem.settings).level is not Level.BLOCK:
        return []
    opened = problem.tagged("opens")
    return [Requirement(ObjectiveOpen.name, (objective,)) for objective in sorted(problem.framework - opened.keys())]


def remedied(problem: Problem, applied: Iterable[Requirement]) -> tuple[Problem, frozenset[Requirement]]:
    """Return the problem with some remedies, and the requirements that are left out besides."""
    left_out = set()
    for remedy in applied:
        change = CHANGES.get(remedy.rule)
        if change is None:
            left_out.add(remedy)
        else:
            problem = change(problem, remedy.instance)
    return problem, frozenset(left_out)


def _one_more_team(problem: Problem, _: Instance) -> Problem:
    data = problem.interpretation
    return replace(problem, interpretation=replace(data, teams=(data.teams or 0) + 1))


def _one_more_room(problem: Problem, instance: Instance) -> Problem:
    return replace(problem, rooms=(*problem.rooms, problem.rooms[instance[0]]))


def _without_person(problem: Problem, instance: Instance) -> Problem:
    person, session = instance
    return _with_session(
        problem, session, replace(problem.sessions[session], people=problem.sessions[session].people - {person})
    )


def _without_delegation(problem: Problem, instance: Instance) -> Problem:
    delegation, index = instance
    session = problem.sessions[index]
    return _with_session(problem, index, replace(session, delegations=session.delegations - {delegation}))


def _beside_others(problem: Problem, instance: Instance) -> Problem:
    session = problem.sessions[instance[0]]
    return _with_session(problem, instance[0], replace(session, standing=Standing.OFFICIAL))


def _beside_official(problem: Problem, instance: Instance) -> Problem:
    session = problem.sessions[instance[0]]
    return _with_session(problem, instance[0], replace(session, standing=Standing.FREE))


def _with_session(problem: Problem, index: int, session: Session) -> Problem:
    return replace(problem, sessions=(*problem.sessions[:index], session, *problem.sessions[index + 1 :]))


def _bound(session: Session, rule: str) -> frozenset[int]:
    return session.people if rule == "person-in-one-place" else session.delegations


CHANGES: Mapping[str, Callable[[Problem, Instance], Problem]] = {
    "interpretation-at-once": _one_more_team,
    "interpretation-per-day": _one_more_team,
    "person-in-one-place": _without_person,
    "delegation-in-one-place": _without_delegation,
    "stands-alone": _beside_others,
    "side-event-clear": _beside_official,
    ROOM: _one_more_room,
}
"""The change that is made instead of leaving a requirement of a rule out."""
