"""Rotations: proven as brute force has it, explained where they cannot be, and judged by the checker alone."""

from dataclasses import replace
from itertools import combinations

import pytest

from solver.result import Limits, Status
from solver.rotation.check import check
from solver.rotation.labels import PlainLabels
from solver.rotation.problem import Cycle, Objective, Problem
from solver.rotation.rulebook import RULES
from solver.rotation.solve import solve
from tests.solver.rotation.problems import a_problem, best_of_all

LABELS = PlainLabels()


@pytest.mark.parametrize("seed", range(60))
def test_a_solve_comes_to_what_brute_force_comes_to(seed: int) -> None:
    problem = a_problem(seed)
    best = best_of_all(problem)
    result = solve(problem, Limits())
    assert (result.status, result.score) == ((Status.INFEASIBLE if best is None else Status.OPTIMAL), best)


def test_brute_force_meets_both_ends() -> None:
    best = [best_of_all(a_problem(seed)) for seed in range(60)]
    assert 15 <= sum(points is None for points in best) <= 45


def objectives(*reviewed: set[int]) -> tuple[Objective, ...]:
    return tuple(Objective(reviewed=frozenset(cycles)) for cycles in reviewed)


def broken(problem: Problem, *patterns: set[int]) -> list[tuple[str, tuple[int, ...], int]]:
    report = check(problem, tuple(frozenset(pattern) for pattern in patterns))
    return [(violation.rule, violation.instance, violation.amount) for violation in report.broken]


def test_what_each_rule_finds_counted_by_hand() -> None:
    problem = Problem(
        cycles=(Cycle(1, 1), Cycle(1, 1), Cycle(1, 1), Cycle(1, 1)),
        past=1,
        objectives=(*objectives({0}, set()), Objective(wanted=frozenset({1}), unwanted=frozenset({2}))),
        shortest_gap=2,
        longest_gap=3,
        spread=1,
        sets=((1, 4),),
    )
    assert broken(problem, {0, 3}, {2}, {1}) == []
    assert broken(problem, {3}, {2}, {1}) == [("history-stands", (0,), 1), ("longest-gap", (0,), 1)]
    assert broken(problem, {0, 1}, {3}, {2}) == [
        ("rotation-pin-holds", (2, 1), 1),
        ("rotation-pin-holds", (2, 2), 1),
        ("shortest-gap", (0,), 1),
        ("longest-gap", (1,), 1),
        ("counts-stay-level", (1,), 1),
        ("counts-stay-level", (2,), 1),
    ]
    assert broken(problem, {0}, {2, 3}, {1}) == [
        ("shortest-gap", (1,), 1),
        ("longest-gap", (0,), 1),
        ("once-in-each-set", (0, 1), 1),
        ("once-in-each-set", (1, 1), 1),
    ]
    assert broken(problem, {0, 3}, set(), {1}) == [
        ("longest-gap", (1,), 2),
        ("once-in-each-set", (1, 1), 1),
        ("focus-size", (2,), 1),
        ("counts-stay-level", (3,), 1),
    ]


def test_a_fixed_objective_is_in_focus_in_every_cycle_that_has_a_focus() -> None:
    problem = Problem((Cycle(1, 1), Cycle(0, 0), Cycle(1, 1)), 0, (Objective(is_fixed=True), Objective(), Objective()))
    assert broken(problem, {0, 2}, {0}, {2}) == []
    assert broken(problem, {0}, {0}, {2}) == [("fixed-every-cycle", (0,), 1)]


def test_points_counted_by_hand() -> None:
    planned = Objective(urgency=2, planned=frozenset({1, 2}))
    problem = Problem((Cycle(), Cycle(), Cycle()), 1, (planned, Objective(frozenset({0}), urgency=3)))
    report = check(problem, (frozenset({2}), frozenset({0})))
    # the first waits twice in cycle 1, two cycles are left: 2 x 2 x 2; the other in 1 and 2: 3 x (1 x 2 + 2 x 1)
    assert [(line.rule, line.amount, line.points) for line in report.lines if line.amount] == [
        ("plan-is-kept", 1, 30),
        ("urgent-first", 20, 20),
    ]


def test_the_past_is_judged_where_that_is_asked() -> None:
    problem = Problem((Cycle(1, 1), Cycle(1, 1)), 2, objectives({0, 1}, set()), shortest_gap=2, spread=1)
    patterns = ({0, 1}, set[int]())
    assert broken(problem, *patterns) == []
    assert broken(replace(problem, judged_from=0), *patterns) == [
        ("shortest-gap", (0,), 1),
        ("counts-stay-level", (1,), 1),
    ]


def test_six_cycles_of_23_objectives_are_level_and_proven() -> None:
    cycles = (Cycle(), Cycle(), *(Cycle(8, 8),) * 6)
    problem = Problem(cycles, 2, tuple(Objective(urgency=1 + i % 5) for i in range(23)), 2, 5, 1)
    result = solve(problem, Limits())
    assert result.status is Status.OPTIMAL
    assert result.solution is not None
    for cycle in range(2, 8):
        counts = [sum(c <= cycle for c in pattern) for pattern in result.solution]
        assert (max(counts) - min(counts) <= 1, sum(cycle in pattern for pattern in result.solution)) == (True, 8)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_speaks_in_a_sentence(rule: object) -> None:
    spoken = set()
    for seed in range(40):
        problem = a_problem(seed)
        for patterns in combinations([frozenset({0}), frozenset({1, 2}), frozenset({3})], 3):
            rotation = (*patterns, frozenset[int]())[: len(problem.objectives)]
            for violation in rule.check(problem, rotation):  # type: ignore[attr-defined]
                spoken.add(rule.explain(problem, violation, LABELS))  # type: ignore[attr-defined]
    assert spoken
    assert [text for text in spoken if not text.endswith(".") or text.count(".") > 1 or "None" in text] == []


def test_a_plan_says_nothing_of_cycles_beyond_it() -> None:
    planned = Objective(planned=frozenset({0}))
    problem = Problem((Cycle(), Cycle()), 0, (planned,), released=frozenset({0}))
    kept = [check(problem, (pattern,)).line("plan-is-kept").amount for pattern in (frozenset({0, 1}), frozenset({1}))]
    assert kept == [0, 1]
