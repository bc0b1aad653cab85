"""How places are shared out among classes or constituencies: Sainte-Laguë with floors and ceilings."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction


def sainte_lague(claims: Sequence[int], places: int, least: Sequence[int], most: Sequence[int]) -> list[int]:
    """Share places out in proportion to claims.

    Place by place, the next goes to whoever has the highest quotient claim / (2 n + 1), n being what it has so far
    (A. Sainte-Laguë, 1910); floors are given first, nobody gets more than its ceiling.

    Parameters
    ----------
    claims
        What each is sized by, at least 0; equal quotients go to the larger claim, then to the earlier one.
    places
        Places in all. Fewer are shared out where all ceilings are reached.
    least, most
        Floor and ceiling of each; a floor above the ceiling counts as the ceiling.

    Raises
    ------
    ValueError
        If the floors ask for more places than there are.

    Returns
    -------
    list of int
        Places of each.
    """
    given = [min(low, high) for low, high in zip(least, most, strict=True)]
    if sum(given) > places:
        raise ValueError(f"floors ask for {sum(given)} places; there are {places}")
    while sum(given) < places:
        open_ones = [i for i, high in enumerate(most) if given[i] < high and claims[i] > 0]
        if not open_ones:
            break
        winner = max(open_ones, key=lambda i: (Fraction(claims[i], 2 * given[i] + 1), claims[i], -i))
        given[winner] += 1
    return given
