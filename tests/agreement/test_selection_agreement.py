"""Each rule of a selection says the same in the checker and in the model."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from solver import engine
from solver.engine import Verdict
from solver.model import total
from solver.selection.check import check
from solver.selection.labels import PlainLabels
from solver.selection.problem import Problem
from solver.selection.rulebook import LEVELS, LIMITS
from solver.selection.rules.base import SelectionRule
from solver.selection.solution import Selection
from solver.selection.variables import Variables
from tests.solver.selection.problems import a_problem

DRAWN = {"places-are-filled", "ranking-is-followed"}
"""Levels whose model takes for granted that no quota is exceeded and no wish is given twice."""


def modelled(rule: SelectionRule, problem: Problem, chosen: Selection) -> int | None:
    """Return what the model of one rule makes of a selection, None where it is forbidden."""
    variables = Variables(problem)
    variables.model.cost = rule.encode(problem, variables)
    for i, literal in enumerate(variables.given):
        variables.model.row(total([literal]), int(i in chosen), int(i in chosen))
    answer = engine.minimise(variables.model)
    return answer.bound if answer.verdict is Verdict.OPTIMAL else None


def checked(rule: SelectionRule, problem: Problem, chosen: Selection) -> int | None:
    """Return what the checker of one rule makes of a selection, None where it is forbidden."""
    amount = sum(violation.amount for violation in rule.check(problem, chosen))
    return (None if amount else 0) if rule in LIMITS else amount


def a_selection(problem: Problem, seed: int, share: float) -> Selection:
    """Return requests drawn by chance."""
    draw = Random(seed)
    return frozenset(i for i in range(len(problem.requests)) if draw.random() < share)


def is_meant(rule: SelectionRule, problem: Problem, chosen: Selection) -> bool:
    """Say whether a selection is one that the model of a rule is made for."""
    broken = {violation.rule for violation in check(problem, chosen).broken}
    return rule.name not in DRAWN or broken.isdisjoint({"quota-holds", "one-choice-holds"})


@pytest.mark.parametrize("rule", [*LIMITS, *LEVELS], ids=lambda rule: rule.name)
@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), draw=st.integers(0, 10_000), share=st.sampled_from([0.2, 0.4, 0.7]))
def test_a_rule_says_the_same_in_checker_and_model(rule: SelectionRule, seed: int, draw: int, share: float) -> None:
    problem = a_problem(seed, size=12)
    chosen = a_selection(problem, draw, share)
    if is_meant(rule, problem, chosen):
        assert modelled(rule, problem, chosen) == checked(rule, problem, chosen)


@pytest.mark.parametrize("rule", LIMITS, ids=lambda rule: rule.name)
def test_the_cases_of_a_limit_are_allowed_and_forbidden(rule: SelectionRule) -> None:
    problems = [a_problem(seed, size=12) for seed in range(60)]
    found = [
        checked(rule, problem, a_selection(problem, seed, share))
        for seed, problem in enumerate(problems)
        for share in (0.2, 0.4, 0.7)
    ]
    assert min(found.count(None), found.count(0)) >= len(found) // 10


@pytest.mark.parametrize("rule", [*LIMITS, *LEVELS], ids=lambda rule: rule.name)
def test_what_is_wrong_is_one_of_the_cases_of_the_rule_and_is_said_in_a_sentence(rule: SelectionRule) -> None:
    said = 0
    for seed in range(30):
        problem = a_problem(seed, size=12)
        cases = [*rule.instances(problem)]
        assert sorted(set(cases)) == cases
        for violation in rule.check(problem, a_selection(problem, seed, 0.6)):
            assert violation.instance in cases
            assert rule.explain(problem, violation, PlainLabels())[-1] == "."
            said += 1
    assert said
