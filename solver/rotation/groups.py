"""Objectives that are to share round tables: what is given, what comes out, and the checker of both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

Groups = tuple[frozenset[int], ...]
"""The objectives of each round table, in the order of their first ones."""


@dataclass(frozen=True)
class GroupingProblem:
    """Objectives that are to share round tables.

    Attributes
    ----------
    objectives
        How many there are.
    groups
        How many round tables, 1 to the number of objectives.
    smallest, largest
        Bounds of the size of a group.
    links
        Weight, at least 1, of each pair of objectives that belong together; the smaller index stands first.
    before
        Groups of an earlier cycle; two objectives that shared one stay together where it costs no more.
    stability
        Points for each pair of an earlier group that is parted, at least 0.
    spread
        Objectives that are to be spread evenly over the groups.
    """

    objectives: int
    groups: int
    smallest: int
    largest: int
    links: Mapping[tuple[int, int], int]
    before: Groups = ()
    stability: int = 0
    spread: frozenset[int] = frozenset()

    def together(self) -> dict[tuple[int, int], int]:
        """Return what it costs to part each pair of objectives."""
        costs = dict(self.links)
        for group in self.before:
            for pair in combinations(sorted(group), 2):
                costs[pair] = costs.get(pair, 0) + self.stability
        return {pair: cost for pair, cost in costs.items() if cost}

    @property
    def spread_bounds(self) -> tuple[int, int]:
        """Fewest and most of the objectives to be spread in one group."""
        return len(self.spread) // self.groups, -(-len(self.spread) // self.groups)


def even_sizes(objectives: int, groups: int, slack: int = 0) -> tuple[int, int]:
    """Return the smallest and largest size of groups that are as even as can be, give or take ``slack``."""
    return max(1, objectives // groups - slack), -(-objectives // groups) + slack


def points_of(problem: GroupingProblem, groups: Groups) -> int:
    """Return the cost of the pairs that groups part; this is the checker of a grouping."""
    of = {objective: index for index, group in enumerate(groups) for objective in group}
    return sum(cost for (a, b), cost in problem.together().items() if of[a] != of[b])


def faults_of(problem: GroupingProblem, groups: Groups) -> Iterator[str]:
    """Say what groups do not do that they must."""
    placed = sorted(objective for group in groups for objective in group)
    if placed != list(range(problem.objectives)):
        yield "not every objective is in exactly one group"
    if len(groups) != problem.groups:
        yield f"there are {len(groups)} groups, not {problem.groups}"
    for group in groups:
        if not problem.smallest <= len(group) <= problem.largest:
            yield f"a group has {len(group)} objectives"
        few, many = problem.spread_bounds
        if not few <= len(group & problem.spread) <= many:
            yield f"a group has {len(group & problem.spread)} of those to be spread"


def linked(pairs: Iterable[tuple[int, int, int]]) -> dict[tuple[int, int], int]:
    """Return links as a problem holds them: the smaller index first, weights of one pair added up."""
    found: dict[tuple[int, int], int] = {}
    for a, b, weight in pairs:
        if a != b:
            found[min(a, b), max(a, b)] = found.get((min(a, b), max(a, b)), 0) + weight
    return found


def whole(problem: GroupingProblem) -> Groups | None:
    """Return what hangs together, group by group, where that is a grouping: nothing is parted then."""
    of = list(range(problem.objectives))
    for a, b in problem.together():
        kept, gone = of[a], of[b]
        of = [kept if label == gone else label for label in of]
    groups = tuple(frozenset(i for i, label in enumerate(of) if label == wanted) for wanted in dict.fromkeys(of))
    return None if [*faults_of(problem, groups)] else groups
