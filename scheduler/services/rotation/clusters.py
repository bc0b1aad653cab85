"""Which objectives belong together: the forum's own links, else the round tables of a real forum."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from scheduler.domain.forum import Forum
from solver.rotation.groups import linked

CLUSTERS_2022 = (
    (2, 5, 6, 12, 18),
    (4, 8, 9, 10, 11, 13, 21),
    (14, 15, 16, 19, 20, 22),
    (1, 3, 7, 17, 23),
)
"""Round tables of the International Migration Review Forum 2022, from a diaspora platform's report; the fourth is what
the other three leave of the 23 objectives of the Global Compact."""


def links_of(forum: Forum, numbers: Sequence[int]) -> dict[tuple[int, int], int]:
    """Return the weight of each pair of objectives that belong together, by their places among the numbers.

    Where a forum states no links and its framework has the 23 objectives of the Global Compact, those that shared a
    round table in 2022 are linked.
    """
    place = {number: index for index, number in enumerate(numbers)}
    stated = [(link.first, link.second, link.weight) for link in forum.interlinks]
    if not stated and set(numbers) == {number for cluster in CLUSTERS_2022 for number in cluster}:
        stated = [(a, b, 1) for cluster in CLUSTERS_2022 for a, b in combinations(cluster, 2)]
    return linked((place[a], place[b], weight) for a, b, weight in stated)
