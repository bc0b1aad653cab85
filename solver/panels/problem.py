"""Which States share a panel: sizes in bounds, mixed by region, much as before. This is the checker."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

Panels = tuple[int, ...]
"""For each State the index of its panel."""


class Points(NamedTuple):
    """What panels cost, the first first: nothing of what follows makes up for one more of what stands before.

    ``short`` is the places that panels lack to the fewest States of one, ``moved`` the States that have left an
    earlier panel for another, ``pairs`` the pairs of States of one region that share a panel, ``panels`` their number.
    """

    short: int
    moved: int
    pairs: int
    panels: int


@dataclass(frozen=True)
class Problem:
    """States that are to share panels.

    Attributes
    ----------
    regions
        Index of the region of each State; None where it is in no region, and so never in one with another.
    least, most
        Fewest and most States in a panel, 1 or more; where no panels are of such sizes, the fewest give way.
    before
        For each State the panel it was in earlier, or None; empty is nobody was in any.
    kept
        For each State the panel it must be in, or None; empty is none must.
    periods
        For each State the periods it can present in, None is any; the States of a panel share one. Empty is any.
    """

    regions: tuple[int | None, ...]
    least: int
    most: int
    before: tuple[int | None, ...] = ()
    kept: tuple[int | None, ...] = ()
    periods: tuple[frozenset[int] | None, ...] = ()

    @property
    def states(self) -> int:
        """How many States there are."""
        return len(self.regions)

    def before_of(self, state: int) -> int | None:
        """Return the panel a State was in."""
        return self.before[state] if self.before else None

    def kept_of(self, state: int) -> int | None:
        """Return the panel a State must be in."""
        return self.kept[state] if self.kept else None

    def periods_of(self, state: int) -> frozenset[int] | None:
        """Return the periods a State can present in, None for any."""
        return self.periods[state] if self.periods else None

    @cached_property
    def named(self) -> int:
        """How many panels have a name already: those of earlier, and those that States are kept in."""
        return 1 + max((panel for panel in (*self.before, *self.kept) if panel is not None), default=-1)

    @cached_property
    def region_counts(self) -> tuple[int, ...]:
        """How many States each region has."""
        return tuple(Counter(region for region in self.regions if region is not None).values())

    @property
    def fewest(self) -> int:
        """Fewest panels that have a place for everybody."""
        return -(-self.states // self.most)

    def short_of(self, panels: int) -> int:
        """Return how many places that many panels lack together, at least."""
        return max(0, panels * self.least - self.states)


def points_of(problem: Problem, panels: Sequence[int]) -> Points:
    """Return what panels cost."""
    sizes = Counter(panels)
    together = Counter(
        (panel, region) for panel, region in zip(panels, problem.regions, strict=True) if region is not None
    )
    moved = sum(problem.before_of(state) not in (None, panel) for state, panel in enumerate(panels))
    return Points(
        short=sum(max(0, problem.least - size) for size in sizes.values()),
        moved=moved,
        pairs=sum(count * (count - 1) // 2 for count in together.values()),
        panels=len(sizes),
    )


def faults_of(problem: Problem, panels: Sequence[int]) -> Iterator[str]:
    """Say what panels do not do that they must."""
    if len(panels) != problem.states:
        yield "not every State has one panel"
        return
    for panel, size in sorted(Counter(panels).items()):
        if size > problem.most:
            yield f"panel {panel} has {size} States"
        able = [problem.periods_of(state) for state, own in enumerate(panels) if own == panel]
        limited = [periods for periods in able if periods is not None]
        if limited and not frozenset.intersection(*limited):
            yield f"the States of panel {panel} share no period"
    for state, panel in enumerate(panels):
        if problem.kept_of(state) not in (None, panel):
            yield f"State {state} is not in the panel it is kept in"


def weights(problem: Problem) -> Points:
    """Return the factors that make one number of points, the smaller for the better of two."""
    panels = problem.states + problem.named + 1
    pairs = problem.states * (problem.most - 1) // 2 + 1
    moved = panels * (pairs + 1)
    return Points(short=moved * (problem.states + 1), moved=moved, pairs=panels, panels=1)


def score_of(problem: Problem, points: Points) -> int:
    """Return points as one number."""
    return sum(factor * amount for factor, amount in zip(weights(problem), points, strict=True))


def even_pairs(count: int, panels: int) -> int:
    """Return the pairs of one region where its States are spread evenly over panels; fewer are impossible."""
    each, more = divmod(count, panels)
    return more * (each + 1) * each // 2 + (panels - more) * each * (each - 1) // 2


def bound_of(problem: Problem) -> Points:
    """Return what no panels can be better than, whoever is kept where.

    The fewest panels lack the fewest places. Of numbers of panels that lack no more, each is paired least where every
    region is spread evenly.
    """
    if not problem.states:
        return Points(0, 0, 0, 0)
    short = problem.short_of(problem.fewest)
    numbers = [k for k in range(problem.fewest, problem.states + 1) if problem.short_of(k) == short]
    pairs, panels = min((sum(even_pairs(count, k) for count in problem.region_counts), k) for k in numbers)
    return Points(short, 0, pairs, panels)
