"""An exchange of places in a list that stands: two hold each other's places, and the list stays as even as it can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from scheduler.domain.agenda import Agenda, Outcome, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.errors import RefusedError
from scheduler.services.verify import commitments_beside
from scheduler.translate.lists import solver_list_of, to_interventions
from scheduler.translate.measures import measures_of
from scheduler.translate.speakers import SpeakersTranslation, speakers_problem
from solver.result import Limits
from solver.speakers import solution as solver
from solver.speakers.check import check
from solver.speakers.measure import LEVELS, measure
from solver.speakers.problem import Problem
from solver.speakers.solve import solve
from solver.speakers.timeline import timed

EVENNESS = LEVELS.index("protocol-order")
"""Levels before this one say how evenly a list is interspersed; an exchange leaves protocol by consent."""

REFUSED = "They cannot hold each other's places: somebody would have the floor when not present or after its end."


def exchanged(forum: Forum, agenda: Agenda, one: str, other: str, limits: Limits | None = None) -> SpeakersList:
    """Return the list in which two speakers hold each other's places, or raise why there is none.

    Where changing the two leaves the list as even as it was, everybody else stays. Else both are pinned to their new
    places and the rest is put in order anew, without who withdrew since and with who was promoted. ``forum`` is the
    one that planning sees now.
    """
    standing = next((s for s in agenda.lists if {one, other} <= {turn.request for turn in s.interventions}), None)
    if standing is None or one == other or not {one, other} <= forum.request_by_id.keys():
        raise RefusedError(f"{one} and {other} are not in one list of this agenda.")
    session = forum.session_by_id[standing.session]
    busy = commitments_beside(forum, agenda, session.id)
    translation = speakers_problem(forum, agenda.placements, session, busy)
    numbers = {request.id: number for number, request in enumerate(translation.requests)}
    listed = [turn.request for turn in standing.interventions if turn.request in numbers]
    places = {numbers[one]: listed.index(other), numbers[other]: listed.index(one)}
    before = solver_list_of(translation, standing)
    found = _changed_alone(translation.problem, before, places) or _pinned(translation.problem, places, limits)
    return _as_list(translation, found)


def _changed_alone(
    problem: Problem, before: solver.SpeakersList, places: Mapping[int, int]
) -> solver.SpeakersList | None:
    order = [turn.intervention for turn in before.turns]
    for intervention, place in places.items():
        order[place] = intervention
    found = timed(problem, order)
    if found is None or check(problem, found).broken or _evenness(problem, found) > _evenness(problem, before):
        return None
    return found


def _pinned(problem: Problem, places: Mapping[int, int], limits: Limits | None) -> solver.SpeakersList:
    if any(problem.interventions[number].place is not None for number in places):
        raise RefusedError("A place that is pinned is not exchanged. Remove the pin first.")
    turns = list(problem.interventions)
    for number, place in places.items():
        turns[number] = replace(turns[number], place=place + 1)
    found = solve(replace(problem, interventions=tuple(turns)), limits or Limits()).solution
    if found is None:
        raise RefusedError(REFUSED)
    return found


def _evenness(problem: Problem, speakers: solver.SpeakersList) -> tuple[Fraction, ...]:
    return measure(problem, speakers).vector[:EVENNESS]


def _as_list(translation: SpeakersTranslation, found: solver.SpeakersList) -> SpeakersList:
    return SpeakersList(
        session=translation.session.id,
        outcome=Outcome.CHANGED,
        interventions=to_interventions(translation, found),
        measures=measures_of(translation.problem, found),
    )
