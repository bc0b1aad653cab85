"""Round tables: linked objectives together, groups even, earlier ones kept; as brute force has it."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations, product
from random import Random

import pytest

from solver.result import Limits, Status
from solver.rotation.grouping import GroupingResult, group, search
from solver.rotation.groups import GroupingProblem, Groups, even_sizes, faults_of, linked, points_of, whole

Method = Callable[[GroupingProblem, Limits], GroupingResult]

CLUSTERS = ((2, 5, 6, 12, 18), (4, 8, 9, 10, 11, 13, 21), (14, 15, 16, 19, 20, 22), (1, 3, 7, 17, 23))
"""Round tables of the International Migration Review Forum 2022."""


def every_grouping(problem: GroupingProblem) -> list[Groups]:
    found = set()
    for choice in product(range(problem.groups), repeat=problem.objectives):
        groups = [frozenset(i for i, g in enumerate(choice) if g == wanted) for wanted in range(problem.groups)]
        if all(problem.smallest <= len(members) <= problem.largest for members in groups):
            found.add(tuple(sorted(groups, key=min)))
    return list(found)


def a_grouping(seed: int) -> GroupingProblem:
    random = Random(seed)
    size, count = random.choice(((5, 2), (6, 2), (6, 3), (7, 2)))
    links = linked((a, b, random.randrange(1, 5)) for a, b in combinations(range(size), 2) if random.random() < 0.6)
    before = (frozenset(range(size // 2)), frozenset(range(size // 2, size))) if random.random() < 0.5 else ()
    sizes = even_sizes(size, count, random.randrange(2))
    spread = frozenset(random.sample(range(size), random.choice((0, 0, 2, 3))))
    return GroupingProblem(size, count, *sizes, links, before, 2, spread)


@pytest.mark.parametrize("method", [group, lambda problem, limits: search(problem, limits, None)])
@pytest.mark.parametrize("seed", range(40))
def test_a_grouping_comes_to_what_brute_force_comes_to(seed: int, method: Method) -> None:
    problem = a_grouping(seed)
    result = method(problem, Limits())
    allowed = [groups for groups in every_grouping(problem) if not [*faults_of(problem, groups)]]
    if not allowed:
        assert (result.status, result.groups) == (Status.INFEASIBLE, None)
        return
    best = min(points_of(problem, groups) for groups in allowed)
    assert (result.status, result.points, result.bound) == (Status.OPTIMAL, best, best)
    assert result.groups in allowed


@pytest.mark.parametrize("seed", range(6))
def test_choosing_among_all_groups_and_searching_come_to_the_same(seed: int) -> None:
    random = Random(seed)
    links = linked((a, b, random.randrange(1, 8)) for a, b in combinations(range(14), 2) if random.random() < 0.5)
    problem = GroupingProblem(14, 3, *even_sizes(14, 3, 1), links, spread=frozenset(random.sample(range(14), 5)))
    searched = search(problem, Limits(), None)
    assert (searched.status, searched.points) == (Status.OPTIMAL, group(problem, Limits()).points)


def test_what_need_not_be_parted_is_kept_together_at_once() -> None:
    links = linked([(0, 1, 2), (1, 2, 1), (3, 4, 1), (4, 5, 1)])
    problem = GroupingProblem(6, 2, 2, 4, links)
    assert whole(problem) == (frozenset({0, 1, 2}), frozenset({3, 4, 5}))
    assert whole(replace(problem, largest=3, smallest=3, spread=frozenset({0, 1}))) is None
    assert group(replace(problem, spread=frozenset({0, 1})), Limits()).points == 2


def test_more_groups_than_can_be_listed_are_searched() -> None:
    links = linked((i, i + 1, 1) for i in range(0, 40, 2))
    result = group(GroupingProblem(40, 4, *even_sizes(40, 4), links), Limits())
    assert (result.status, result.points) == (Status.OPTIMAL, 0)


def test_the_clusters_of_2022_come_out_where_they_are_the_links() -> None:
    links = linked((a - 1, b - 1, 1) for cluster in CLUSTERS for a, b in combinations(cluster, 2))
    result = group(GroupingProblem(23, 4, *even_sizes(23, 4, 1), links), Limits())
    assert result.groups is not None
    assert {frozenset(i + 1 for i in members) for members in result.groups} == set(map(frozenset, CLUSTERS))


def test_sizes_that_cannot_be_kept_are_impossible() -> None:
    assert group(GroupingProblem(7, 2, 4, 4, {}), Limits()).status is Status.INFEASIBLE


def test_earlier_groups_are_kept_where_links_say_nothing() -> None:
    before = (frozenset({0, 3}), frozenset({1, 2}))
    assert group(GroupingProblem(4, 2, 2, 2, {}, before, 1), Limits()).groups == before
    moved = group(GroupingProblem(4, 2, 2, 2, {(0, 1): 3}, before, 1), Limits())
    assert (moved.groups, moved.points) == ((frozenset({0, 1}), frozenset({2, 3})), 2)


def test_what_groups_do_wrong_is_said() -> None:
    problem = GroupingProblem(4, 2, 2, 2, {})
    assert [*faults_of(problem, (frozenset({0, 1, 2}), frozenset({2})))] == [
        "not every objective is in exactly one group",
        "a group has 3 objectives",
        "a group has 1 objectives",
    ]
    assert [*faults_of(problem, (frozenset({0, 1, 2, 3}),))] == [
        "there are 1 groups, not 2",
        "a group has 4 objectives",
    ]
