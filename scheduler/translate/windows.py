"""Stretches of elapsed time: sorted, disjoint, half-open pairs of whole numbers, in the caller's unit."""

from __future__ import annotations

from collections.abc import Iterable

Window = tuple[int, int]


def merged(windows: Iterable[Window]) -> tuple[Window, ...]:
    """Join what overlaps or touches, and drop what is empty."""
    found: list[Window] = []
    for start, end in sorted(window for window in windows if window[0] < window[1]):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def common(first: Iterable[Window], second: Iterable[Window]) -> tuple[Window, ...]:
    """Keep what lies in both."""
    others = merged(second)
    return merged((max(start, low), min(end, high)) for start, end in merged(first) for low, high in others)


def without(windows: Iterable[Window], taken: Iterable[Window]) -> tuple[Window, ...]:
    """Keep what lies in the first and not in the second."""
    left = list(merged(windows))
    for low, high in merged(taken):
        left = [
            piece
            for start, end in left
            for piece in ((start, min(end, low)), (max(start, high), end))
            if piece[0] < piece[1]
        ]
    return merged(left)
