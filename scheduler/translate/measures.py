"""How good a speakers list is, in words: each level's value, its proven bound, and what stands in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from math import isqrt

from scheduler.domain.agenda import Measure, Outcome, SpeakersList
from scheduler.translate.lists import to_interventions
from scheduler.translate.speakers import SpeakersTranslation, stated_hours
from scheduler.translate.speakers_labels import SpeakersLabels
from scheduler.translate.voice import Voice
from solver.speakers.measure import LEVELS, UNITS, Measures, measure
from solver.speakers.problem import Problem
from solver.speakers.rules.order import ProtocolOrder
from solver.speakers.solution import LevelResult, SpeakersResult
from solver.speakers.solution import SpeakersList as SolverList

IN_MINUTES = {"seconds": 60, "seconds over": 60, "seconds squared": 3600}
UNIT_WORDS = {
    "seconds": "minutes",
    "seconds over": "minutes over the cap",
    "seconds squared": "square minutes",
    "places squared": "squared places",
}
MOST_NAMED = 5
"""Speakers who are named where they stand in the way."""


def to_speakers_list(translation: SpeakersTranslation, result: SpeakersResult) -> SpeakersList:
    """Turn a solve that found a list into a list of the forum, with its measures."""
    if result.solution is None:
        raise ValueError("a solve without a solution has no list")
    labels = SpeakersLabels(translation, Voice.PUBLISHED)
    problem = translation.problem
    levels = [_measure(labels, translation, level) for level in result.levels if _matters(problem, level.name)]
    return SpeakersList(
        session=translation.session.id,
        outcome=Outcome(result.status.value),
        interventions=to_interventions(translation, result.solution),
        measures=(*_counts(problem, result.solution), *levels),
    )


def measures_of(problem: Problem, solution: SolverList) -> tuple[Measure, ...]:
    """Return what can be measured of a list without knowing what the best would be."""
    levels = zip(LEVELS, UNITS, measure(problem, solution).vector, strict=True)
    known = (
        Measure(name=name, value=_in_minutes(value, unit), unit=UNIT_WORDS.get(unit, unit))
        for name, unit, value in levels
        if _matters(problem, name)
    )
    return (*_counts(problem, solution), *known)


def _matters(problem: Problem, level: str) -> bool:
    if level in ("largest-deviation", "sum-of-squares", "run-cap"):
        return _is_mixed(problem)
    if level == "sitting-share":
        return _is_mixed(problem) and len(problem.stretches) > 1
    if level == "late-last":
        return any(turn.late for turn in problem.interventions)
    return level != "groups-first" or problem.groups_first


def _is_mixed(problem: Problem) -> bool:
    sides = {turn.interspersed for turn, counted in zip(problem.interventions, problem.counted, strict=True) if counted}
    return len(sides) == 2


def _measure(labels: SpeakersLabels, translation: SpeakersTranslation, level: LevelResult) -> Measure:
    return Measure(
        name=level.name,
        value=_in_minutes(level.value, level.unit),
        best=_in_minutes(level.bound, level.unit),
        unit=UNIT_WORDS.get(level.unit, level.unit),
        because=_because(labels, translation, level),
    )


def _because(labels: SpeakersLabels, translation: SpeakersTranslation, level: LevelResult) -> str | None:
    """Say whose hours stand in the way, but not which hours they are: those are published at no level."""
    bound: dict[str, list[int]] = {}
    for turn in level.because:
        bound.setdefault(_bounds(translation, turn), []).append(turn)
    return "; ".join(f"{bounds} of {_listed(labels, turns)}" for bounds, turns in bound.items()) or None


def _bounds(translation: SpeakersTranslation, turn: int) -> str:
    hours = stated_hours(translation.forum, translation.requests[turn])
    if hours is None:
        return "the duties elsewhere"
    is_free = translation.problem.interventions[turn].windows == hours
    return "the stated hours" if is_free else "the stated hours and duties elsewhere"


def _listed(labels: SpeakersLabels, turns: Sequence[int]) -> str:
    named = [labels.speaker(turn) for turn in turns if labels.is_told(turn)][:MOST_NAMED]
    more = len(turns) - len(named)
    unnamed = f"{'one' if more == 1 else more} {'other ' if named else ''}speaker{'s' * (more != 1)}"
    *first, last = [*named, *([unnamed] if more else [])]
    return f"{', '.join(first)} and {last}" if first else last


def _counts(problem: Problem, solution: SolverList) -> Iterator[Measure]:
    """Yield how long the runs are, and how many speakers stand away from where protocol puts them."""
    yield from _interspersal(problem, solution, measure(problem, solution))
    away = [isqrt(violation.amount) for violation in ProtocolOrder().check(problem, solution)]
    places = f"{sum(away)} place{'s' * (sum(away) != 1)} in all"
    yield Measure(name="away-from-protocol", value=len(away), unit=f"speakers, {places}" if away else "speakers")


def _interspersal(problem: Problem, solution: SolverList, found: Measures) -> Iterator[Measure]:
    """Yield the longest runs over all speakers, as people see them; the caps are for those who are not pinned."""
    if not problem.is_mixed or len({turn.interspersed for turn in problem.interventions}) < 2:
        return
    names, runs = ("longest-run-without-a-stakeholder", "longest-run-of-stakeholders"), _longest_runs(problem, solution)
    for name, run, counted, cap in zip(names, runs, found.longest_runs, found.caps, strict=True):
        noted = f"cap {_rounded(cap / 60):g}"
        if run != counted:
            noted = f"among speakers who are not pinned: {_rounded(Fraction(counted, 60)):g} minutes, {noted}"
        unit = f"minutes ({noted})" if _is_mixed(problem) else "minutes"
        yield Measure(name=name, value=_rounded(Fraction(run, 60)), unit=unit)


def _longest_runs(problem: Problem, solution: SolverList) -> tuple[int, int]:
    longest = [0, 0]
    listed = (turn.intervention for turn in solution.turns)
    for side, run in groupby(listed, key=lambda i: problem.interventions[i].interspersed):
        longest[side] = max(longest[side], sum(map(problem.duration, run)))
    return longest[0], longest[1]


def _in_minutes(value: Fraction, unit: str) -> float:
    return _rounded(value / IN_MINUTES.get(unit, 1))


def _rounded(value: Fraction) -> float:
    return round(float(value), 2)
