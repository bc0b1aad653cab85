"""Places are shared out in proportion, floors first."""

from __future__ import annotations

import pytest

from solver.selection.apportion import sainte_lague

NO_FLOOR = [0, 0, 0]


@pytest.mark.parametrize(
    ("claims", "places", "least", "most", "shares"),
    [
        # 53, 24 and 23 by 1, 3, 5, 7: 53, 24, 23, 17.7, 10.6, 8, 7.7
        ([53, 24, 23], 7, NO_FLOOR, [9, 9, 9], [3, 2, 2]),
        ([53, 24, 23], 4, NO_FLOOR, [9, 9, 9], [2, 1, 1]),
        ([53, 24, 23], 1, NO_FLOOR, [9, 9, 9], [1, 0, 0]),
        ([90, 5, 5], 3, [0, 1, 1], [9, 9, 9], [1, 1, 1]),
        ([90, 5, 5], 5, NO_FLOOR, [2, 9, 1], [2, 2, 1]),
        ([90, 5, 0], 9, NO_FLOOR, [2, 3, 9], [2, 3, 0]),
        ([5, 5, 5], 2, NO_FLOOR, [9, 9, 9], [1, 1, 0]),
        ([5, 5, 5], 0, [1, 0, 0], [0, 9, 9], [0, 0, 0]),
    ],
)
def test_each_place_goes_to_the_highest_quotient(
    claims: list[int], places: int, least: list[int], most: list[int], shares: list[int]
) -> None:
    assert sainte_lague(claims, places, least, most) == shares


def test_floors_that_ask_for_more_than_there_is_are_refused() -> None:
    with pytest.raises(ValueError, match="floors ask for 3 places; there are 2"):
        sainte_lague([1, 1], 2, [2, 1], [9, 9])
