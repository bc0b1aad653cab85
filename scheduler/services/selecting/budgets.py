"""How the floor of one session is shared out among classes: seconds that add up to it exactly, and whole statements.

What is promised comes first, in proportion to the shares. What a class does not ask for is shared out, in proportion to
their shares, among those that ask for more; who has no share has what is left over by all others. Second choices come
after all first ones. Time that makes no whole statement in its class makes one where the greatest part of one is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Claim:
    """What one class asks and is promised of a floor; classes without a share are one claim."""

    weight: Fraction
    """Promised part of the floor; nothing has what all others leave over."""
    length: int
    """Seconds of a usual statement, change of speaker included."""
    asked: int
    """Statements asked for as a first choice."""
    also: int = 0
    """Statements that would come as a second choice."""
    least: int = 0
    """Statements that are given before anything is shared out, as far as they are asked for."""
    most: int | None = None

    @property
    def first(self) -> int:
        """Statements of a first choice that can be given."""
        return self.asked if self.most is None else min(self.asked, self.most)

    @property
    def both(self) -> int:
        """Statements of a first or second choice that can be given."""
        everything = self.asked + self.also
        return everything if self.most is None else min(everything, self.most)


@dataclass(frozen=True, slots=True)
class Budget:
    """What one class has of a floor."""

    seconds: int
    places: int


def budgets(floor: int, claims: Sequence[Claim]) -> list[Budget]:
    """Share a floor out; the seconds add up to it exactly, and the statements of each fit into its seconds."""
    if not claims:
        return []
    given = _shared(floor, claims)
    places = [min(claim.both, part // claim.length) for claim, part in zip(claims, given, strict=True)]
    left = [part - n * claim.length for claim, part, n in zip(claims, given, places, strict=True)]
    spare = floor - sum(n * claim.length for claim, n in zip(claims, places, strict=True))
    while (winner := _next(claims, places, left, spare)) is not None:
        places[winner] += 1
        left[winner] = Fraction(0)
        spare -= claims[winner].length
    rest = in_proportion(spare, left if any(left) else given)
    return [Budget(n * c.length + more, n) for c, n, more in zip(claims, places, rest, strict=True)]


def in_proportion(whole: int, weights: Sequence[Fraction]) -> list[int]:
    """Divide a whole number by largest remainder; equal remainders go to the earlier one."""
    total = sum(weights)
    exact = [Fraction(whole) * weight / total if total else Fraction(whole, len(weights)) for weight in weights]
    found = [int(part) for part in exact]
    by_remainder = sorted(range(len(weights)), key=lambda i: (found[i] - exact[i], i))
    for i in by_remainder[: whole - sum(found)]:
        found[i] += 1
    return found


def _shared(floor: int, claims: Sequence[Claim]) -> list[Fraction]:
    """Return the exact part of each: promises, then what is left for first choices, then for second ones."""
    lows = [Fraction(min(claim.least, claim.both) * claim.length) for claim in claims]
    if sum(lows) > floor:
        return [Fraction(floor) * low / sum(lows) for low in lows]
    weights = [claim.weight for claim in claims]
    given = lows
    for tops in ([c.first * c.length for c in claims], [c.both * c.length for c in claims]):
        given = _filled(floor, weights, given, tops)
        given = _filled(floor, [Fraction(top) for top in tops], given, tops)
    rest = floor - sum(given, Fraction(0))
    total = sum(weights, Fraction(0))
    if not total:
        return [part + rest / len(claims) for part in given]
    return [part + rest * weight / total for part, weight in zip(given, weights, strict=True)]


def _filled(floor: int, weights: Sequence[Fraction], lows: Sequence[Fraction], tops: Sequence[int]) -> list[Fraction]:
    """Give each its weight times one number, but no less than its low and no more than its top, up to the floor."""

    def at(number: Fraction) -> list[Fraction]:
        bounds = zip(weights, lows, tops, strict=True)
        return [max(low, min(weight * number, Fraction(top))) for weight, low, top in bounds]

    ends = zip(weights, lows, tops, strict=True)
    turns = sorted({end / weight for weight, low, top in ends if weight for end in (low, Fraction(top))})
    below = Fraction(0)
    for above in turns:
        if sum(at(above)) > floor:
            has, would = sum(at(below), Fraction(0)), sum(at(above), Fraction(0))
            return at(below + (above - below) * (floor - has) / (would - has))
        below = above
    return at(below)


def _next(claims: Sequence[Claim], places: Sequence[int], left: Sequence[Fraction], spare: int) -> int | None:
    """Return whose next statement is made of time that is no whole one anywhere; first choices come first."""
    able = [i for i, claim in enumerate(claims) if places[i] < claim.both and claim.length <= spare]
    if not able:
        return None
    return max(able, key=lambda i: (places[i] < claims[i].first, left[i] / claims[i].length, claims[i].weight, -i))
