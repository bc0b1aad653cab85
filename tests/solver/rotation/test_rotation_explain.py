"""Why no rotation keeps a policy: the fewest that cannot hold together, what helps alone, and what helps together."""

import pytest

from solver import engine
from solver.result import Conflict, Limits, Requirement
from solver.rotation.build import HISTORY, Builder, requirements
from solver.rotation.explain import begun_anew, loosened
from solver.rotation.problem import Cycle, Objective, Problem
from solver.rotation.solve import solve
from tests.solver.rotation.problems import a_problem

SEEDS = range(60)


def can_hold(problem: Problem, asked: list[Requirement]) -> bool:
    variables = Builder(problem).build(frozenset(asked))
    return variables is not None and engine.minimise(variables.model).values is not None


def conflict_of(problem: Problem) -> Conflict:
    found = solve(problem, Limits()).conflict
    assert found is not None
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_conflict_cannot_hold_and_without_any_one_of_it_the_rest_can(seed: int) -> None:
    problem = a_problem(seed)
    conflict = solve(problem, Limits()).conflict
    if conflict is None:
        return
    history = [HISTORY] * bool(problem.past)
    members = [member for member in conflict.members if member != HISTORY]
    assert not can_hold(problem, [*history, *members])
    for member in members:
        assert can_hold(problem, [*history, *(other for other in members if other != member)])
    asked = requirements(problem)
    assert [m for m in members if can_hold(problem, loosened(asked, m))] == list(conflict.fixes)
    assert bool(conflict.fixes) != bool(conflict.joint)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_helps_together_does_and_none_of_it_could_be_kept(seed: int) -> None:
    problem = a_problem(seed)
    conflict = solve(problem, Limits()).conflict
    if conflict is None or not conflict.joint:
        return
    asked = requirements(problem)
    assert can_hold(problem, loosened(asked, *conflict.joint))
    for each in conflict.joint:
        assert not can_hold(problem, loosened(asked, *(other for other in conflict.joint if other != each)))


def test_some_problems_are_helped_by_one_change_and_some_by_several_alone() -> None:
    found = [solve(a_problem(seed), Limits()).conflict for seed in SEEDS]
    told = [conflict for conflict in found if conflict is not None]
    assert (sum(bool(one.fixes) for one in told), sum(bool(one.joint) for one in told)) == (28, 2)


def test_too_few_in_focus_for_the_longest_gap_is_said_so() -> None:
    cycles = (Cycle(2, 2),) * 3
    problem = Problem(cycles, 0, tuple(Objective() for _ in range(7)), longest_gap=3)
    conflict = solve(problem, Limits()).conflict
    assert conflict is not None
    assert [member.rule for member in conflict.members] == ["focus-size"] * 3 + ["longest-gap"]
    assert set(conflict.fixes) == set(conflict.members)


def test_sizes_are_loosened_for_all_cycles_at_once_as_their_setting_is() -> None:
    problem = Problem((Cycle(3, 3),) * 4, 0, tuple(Objective() for _ in range(4)), shortest_gap=2)
    assert [fix.rule for fix in conflict_of(problem).fixes] == ["focus-size", "focus-size", "shortest-gap"]


def test_two_pins_in_two_ways_are_both_to_be_removed() -> None:
    pinned = (Objective(wanted=frozenset({0, 1})), Objective(wanted=frozenset({1, 2})), Objective(), Objective())
    conflict = conflict_of(Problem((Cycle(1, 3),) * 3, 0, pinned, shortest_gap=2, longest_gap=3))
    assert conflict.fixes == (Requirement("shortest-gap", ()),)
    both = (*pinned, Objective(unwanted=frozenset({0, 1, 2})))
    conflict = conflict_of(Problem((Cycle(1, 4),) * 3, 0, both, shortest_gap=2, longest_gap=3))
    assert conflict.fixes == ()
    assert sorted(each.rule for each in conflict.joint) == ["rotation-pin-holds"] * 3


def test_the_past_is_named_where_a_series_that_begins_anew_could_keep_the_policy() -> None:
    past = (Cycle(1, 1), Cycle(1, 1))
    objectives = (Objective(frozenset({0, 1})), Objective(), Objective())
    conflict = conflict_of(Problem((*past, Cycle(1, 1)), 2, objectives, spread=1))
    assert [member.rule for member in conflict.members] == ["focus-size", "counts-stay-level", "history-stands"]
    conflict = conflict_of(Problem((*past, *[Cycle(1, 1)] * 3), 2, objectives, longest_gap=1))
    assert HISTORY not in conflict.members


def test_a_series_that_begins_anew_has_the_cycles_to_come_and_what_is_pinned_in_them() -> None:
    objective = Objective(frozenset({0}), wanted=frozenset({2}), unwanted=frozenset({3}), planned=frozenset({2}))
    cycles = (Cycle(1, 1), Cycle(2, 2), Cycle(3, 3), Cycle(4, 4))
    begun = begun_anew(Problem(cycles, 2, (objective,), sets=((0, 2), (1, 4)), released=frozenset({2})))
    fresh = Objective(wanted=frozenset({0}), unwanted=frozenset({1}))
    assert begun == Problem(cycles[2:], 0, (fresh,), sets=((0, 2),))
