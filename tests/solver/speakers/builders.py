"""Short ways to write speakers problems and lists down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from solver.rule import Rule
from solver.speakers.labels import PlainLabels
from solver.speakers.problem import Intervention, Problem, Window
from solver.speakers.solution import SpeakersList, Turn


def others(count: int, seconds: int = 10, **more: Any) -> tuple[Intervention, ...]:
    """Return speakers who are not interspersed, in protocol order."""
    return tuple(Intervention(seconds, False, (n,), **more) for n in range(count))


def guests(count: int, seconds: int = 10, **more: Any) -> tuple[Intervention, ...]:
    """Return interspersed speakers, in protocol order."""
    return tuple(Intervention(seconds, True, (n,), **more) for n in range(count))


def problem_of(
    interventions: Sequence[Intervention], stretches: Sequence[Window] = ((0, 1000),), **more: Any
) -> Problem:
    """Return a problem of one long stretch unless others are given."""
    return Problem(tuple(interventions), tuple(stretches), **more)


def changed(problem: Problem, intervention: int, **more: Any) -> Problem:
    """Return the problem with one intervention changed."""
    kept = list(problem.interventions)
    kept[intervention] = replace(kept[intervention], **more)
    return replace(problem, interventions=tuple(kept))


def in_a_row(problem: Problem, order: Sequence[int]) -> SpeakersList:
    """Return the list of an order in the first stretch, one speaker after the other, whatever the windows say."""
    turns, free = [], problem.stretches[0][0]
    for i in order:
        turns.append(Turn(i, 0, free))
        free += problem.duration(i)
    return SpeakersList(tuple(turns))


def amounts(rule: Rule, problem: Problem, solution: SpeakersList) -> list[tuple[tuple[int, ...], int]]:
    """Return instance and amount of each violation; each violation can be put in words, and each case stated."""
    labels, found = PlainLabels(), list(rule.check(problem, solution))
    assert all(rule.explain(problem, violation, labels).endswith(".") for violation in found)
    assert all(rule.state(problem, instance, labels).endswith(".") for instance in rule.instances(problem))
    assert {violation.instance for violation in found} <= set(rule.instances(problem))
    return [(violation.instance, violation.amount) for violation in found]
