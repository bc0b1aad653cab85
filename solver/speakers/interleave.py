"""Two rows of speakers become one list, each row in its own order: the most even way, exact, in milliseconds.

A list that is under way keeps the order inside each row, so that nobody who waits is sent behind somebody of the same
side. What is left open is the pattern: whose turn it is, one side or the other. That is a way through a grid, and the
deviation after each turn depends on the cell alone.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate, groupby

_FAR = 1 << 200
"""More than any cost."""

Cell = tuple[int, int]
"""How many of the others and of the interspersed have spoken."""


def interleave(
    others: Sequence[int],
    among: Sequence[int],
    carried: int = 0,
    now: Sequence[bool] = (),
    first: bool | None = None,
) -> tuple[bool, ...]:
    """Return for each place of the list whether one of the interspersed speakers stands there.

    Formula: D_k = c + S_k - p T_k with S_k the interspersed and T_k all seconds of the first k turns, and
    p = (c + S_n) / T_n, so that D_n is 0. Where that can be, no run is longer than its cap, as the rule ``run-cap``
    has it. Under that the list minimises the largest abs(D_k), then the sum of D_k squared, then the places whose side
    changes.

    Parameters
    ----------
    others, among
        Durations of both rows in seconds, changeover included, each in its order.
    carried
        c: seconds that the interspersed speakers are ahead of their share (or behind it, below 0) at the start.
    now
        The pattern as it stands, to which ties go.
    first
        The side that must come first, or None for either; the row of that side is not empty.

    Returns
    -------
    tuple of bool
        One for each speaker, True for the interspersed.
    """
    if not others or not among:
        return (bool(among),) * (len(others) + len(among))
    grid = _Grid(others, among, carried, now, first)
    least = grid.largest()
    pattern = grid.evenest(least)
    return pattern if grid.keeps_caps(pattern) else grid.evenest_with_caps(least) or pattern


class _Grid:
    """All ways to merge two rows; numbers are D_k times the sum of all durations, so that they are whole."""

    def __init__(
        self, others: Sequence[int], among: Sequence[int], carried: int, now: Sequence[bool], first: bool | None
    ) -> None:
        part, total = carried + sum(among), sum(among) + sum(others)
        self.rows = (others, among)
        self.down = [carried * total - part * spoken for spoken in accumulate(others, initial=0)]
        self.right = [(total - part) * spoken for spoken in accumulate(among, initial=0)]
        self.closed: Cell | None = None if first is None else (1, 0) if first else (0, 1)
        self.now = now
        self.unit = len(others) + len(among) + 1
        self.caps = [sum(own) // (len(self.rows[not n]) + 1) + max(own) for n, own in enumerate(self.rows)]

    def largest(self) -> int:
        """Return the smallest possible largest deviation."""
        bound = self._near()
        above: dict[int, int] = {}
        for i, base in enumerate(self.down):
            row: dict[int, int] = {0: 0} if i == 0 else {}
            for j in range(bisect_left(self.right, -bound - base), bisect_right(self.right, bound - base)):
                came = min(above.get(j, _FAR), row.get(j - 1, _FAR))
                if came < _FAR and (i, j) != self.closed:
                    row[j] = max(came, abs(base + self.right[j]))
            above = row
        return above[len(self.right) - 1]

    def _near(self) -> int:
        """Return the largest deviation of the list that has the nearer side next at each place."""
        i, j, largest = 0, 0, 0
        while i + 1 < len(self.down) or j + 1 < len(self.right):
            ways = [(i + 1, j)] if i + 1 < len(self.down) else []
            ways += [(i, j + 1)] if j + 1 < len(self.right) else []
            off, i, j = min((abs(self.down[a] + self.right[b]), a, b) for a, b in ways if (a, b) != self.closed)
            largest = max(largest, off)
        return largest

    def evenest(self, most: int) -> tuple[bool, ...]:
        """Return the pattern with the smallest sum of squares among those with no deviation beyond the given one."""
        above: dict[int, int] = {}
        ways: dict[Cell, bool] = {}
        for i, base in enumerate(self.down):
            row: dict[int, int] = {0: 0} if i == 0 else {}
            for j in range(bisect_left(self.right, -most - base), bisect_right(self.right, most - base)):
                if i == j == 0 or (i, j) == self.closed:
                    continue
                over = above.get(j, _FAR) + self._changes(i + j, False)
                along = row.get(j - 1, _FAR) + self._changes(i + j, True)
                if min(over, along) < _FAR:
                    ways[i, j] = along < over
                    row[j] = min(over, along) + (base + self.right[j]) ** 2 * self.unit
            above = row
        pattern: list[bool] = []
        i, j = len(self.down) - 1, len(self.right) - 1
        while i or j:
            side = ways[i, j]
            pattern.append(side)
            i, j = (i, j - 1) if side else (i - 1, j)
        return tuple(reversed(pattern))

    def _changes(self, place: int, side: bool) -> bool:
        return place > len(self.now) or self.now[place - 1] is not side

    def keeps_caps(self, pattern: Sequence[bool]) -> bool:
        """Return whether no run is longer than its cap."""
        rows = [iter(row) for row in self.rows]
        return all(sum(next(rows[side]) for _ in run) <= self.caps[side] for side, run in groupby(pattern))

    def evenest_with_caps(self, least: int) -> tuple[bool, ...] | None:
        """Return the most even pattern whose runs keep their caps, or None where there is none.

        Its largest deviation is looked for from ``least`` on, since it is seldom far beyond.
        """
        furthest = max(abs(base + gain) for base in self.down for gain in (self.right[0], self.right[-1]))
        bound = least
        found = self._largest_within(bound)
        while found is None and bound < furthest:
            bound = 2 * bound + 1
            found = self._largest_within(bound)
        if found is None:
            return None
        most = found[0]

        def squares(label: int, deviation: int, changes: bool) -> int:
            return _FAR if abs(deviation) > most else label + deviation * deviation * self.unit + changes

        best = self._by_runs(squares)
        return None if best is None else best[1]

    def _largest_within(self, bound: int) -> tuple[int, tuple[bool, ...]] | None:
        """Return the smallest largest deviation with caps, where it is not beyond a bound."""

        def largest(label: int, deviation: int, changes: bool) -> int:
            return _FAR if abs(deviation) > bound else max(label, abs(deviation))

        return self._by_runs(largest)

    def _by_runs(self, extend: Callable[[int, int, bool], int]) -> tuple[int, tuple[bool, ...]] | None:
        """Return the smallest label of a pattern that goes from run to run within the caps, and that pattern."""
        count = len(self.down) + len(self.right) - 2
        ends: list[dict[tuple[int, bool], tuple[int, int]]] = [{} for _ in range(count + 1)]
        for side in (False, True):
            self._run(0, 0, side, 0, extend, ends)
        for place in range(1, count):
            for (i, side), (label, _) in sorted(ends[place].items()):
                self._run(i, place - i, not side, label, extend, ends)
        if not ends[count]:
            return None
        (i, side), (label, _) = min(ends[count].items(), key=lambda end: (end[1], end[0]))
        pattern: list[bool] = []
        while len(pattern) < count:
            length = ends[count - len(pattern)][i, side][1]
            pattern += [side] * length
            i -= 0 if side else length
            side = not side
        return label, tuple(reversed(pattern))

    def _run(
        self,
        i: int,
        j: int,
        side: bool,
        label: int,
        extend: Callable[[int, int, bool], int],
        ends: list[dict[tuple[int, bool], tuple[int, int]]],
    ) -> None:
        """Note every run of one side that begins in a cell: by its end the label and the length of the best."""
        row, cap, spoken = self.rows[side], self.caps[side], 0
        for length, seconds in enumerate(row[j if side else i :], start=1):
            spoken += seconds
            i, j = (i, j + 1) if side else (i + 1, j)
            if spoken > cap or (i, j) == self.closed:
                return
            label = extend(label, self.down[i] + self.right[j], self._changes(i + j, side))
            if label >= _FAR:
                return
            known = ends[i + j].get((i, side))
            if known is None or label < known[0]:
                ends[i + j][i, side] = label, length
