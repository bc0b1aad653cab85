"""What the best order of those who wait is, found by trying all: shares nothing with the code that orders them."""

from __future__ import annotations

from fractions import Fraction
from functools import cache
from itertools import accumulate, combinations, groupby

from scheduler.domain.session import Mode
from scheduler.services.floor.floor import Floor
from scheduler.services.floor.setting import Part

Worth = tuple[Fraction, Fraction]


def worth(others: tuple[int, ...], among: tuple[int, ...], carried: int, pattern: tuple[bool, ...]) -> Worth:
    """Return the largest deviation of a pattern and the sum of the squares."""
    total = sum(others) + sum(among)
    share = Fraction(carried + sum(among), total) if total else Fraction(0)
    rows = {False: iter(others), True: iter(among)}
    moves = [next(rows[side]) * (side - share) for side in pattern]
    found = list(accumulate(moves, initial=Fraction(carried)))[1:]
    return max(map(abs, found), default=Fraction(0)), sum((one * one for one in found), Fraction(0))


def keeps_caps(others: tuple[int, ...], among: tuple[int, ...], pattern: tuple[bool, ...]) -> bool:
    """Return whether every run keeps its cap."""
    rows, turns = {False: others, True: among}, {False: iter(others), True: iter(among)}
    runs = [(side, sum(next(turns[side]) for _ in run)) for side, run in groupby(pattern)]
    return all(run <= Fraction(sum(rows[side]), len(rows[not side]) + 1) + max(rows[side]) for side, run in runs)


@cache
def best(others: tuple[int, ...], among: tuple[int, ...], carried: int, first: bool | None) -> Worth:
    """Return the worth of the best pattern that begins with a side, where one must begin."""
    count = len(others) + len(among)
    chosen = combinations(range(count), len(among))
    patterns = [tuple(place in places for place in range(count)) for places in chosen]
    patterns = [pattern for pattern in patterns if first is None or pattern[0] is first]
    capped = [pattern for pattern in patterns if keeps_caps(others, among, pattern)]
    return min(worth(others, among, carried, pattern) for pattern in capped or patterns)


def is_best(floor: Floor, part: Part) -> bool:
    """Return whether a list that has just been put in order is as well interspersed as it can be."""
    state, setting = floor.state, floor.setting
    if setting.mode not in (Mode.THROUGHOUT, Mode.AFTER_OPENING):
        return True
    queue = [state.speakers[one] for one in state.queues[part] if state.speakers[one].place is None]
    pattern = tuple(one.interspersed for one in queue)
    seconds = {side: tuple(one.seconds for one in queue if one.interspersed is side) for side in (False, True)}
    heads = {side: next((one.id for one in queue if one.interspersed is side), None) for side in (False, True)}
    fresh = [side for side, head in heads.items() if head is not None and head not in state.passed]
    first = fresh[0] if len(fresh) == 1 and all(heads.values()) else None
    carried = int(state.tempo[part].ahead)
    return worth(seconds[False], seconds[True], carried, pattern) == best(seconds[False], seconds[True], carried, first)
