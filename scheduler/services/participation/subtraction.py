"""What can be worked out from numbers of several tables together: a table more is told only where that is harmless.

Each number is a sum over requests without a place. A reader can add and subtract what is told, so a number that is kept
back is as good as told where it is such a combination; and where one group lies in another, the rest of it is told too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from scheduler.services.participation.protection import LEAST_ORGANISATIONS, Cell, is_safe

_PRIME = 2**61 - 1
"""Combinations are looked for modulo this prime, in which none that exists is missed."""

Vector = dict[str, int]
Asked = frozenset[tuple[str, str]]
"""Requests, each with the organisation that made it."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a table: the requests of a group, those without a place, and who else could have asked."""

    requests: Asked
    unplaced: Asked
    members: frozenset[str]

    def is_safe(self, least: int) -> bool:
        """Say whether it can be told by itself."""
        return is_safe(Cell(self.members | _bodies(self.requests), _bodies(self.unplaced)), least)

    def without(self, other: Number) -> Number:
        """Return what of this group is not in another."""
        members = self.members - other.members
        return Number(self.requests - other.requests, self.unplaced - other.unplaced, members)


class Ledger:
    """All numbers that are told, and those that are not and would tell of few."""

    def __init__(self, least: int = LEAST_ORGANISATIONS) -> None:
        self._least = least
        self._told: list[Number] = []
        self._kept: list[Number] = []

    def enter(self, told: Iterable[Number], kept: Iterable[Number]) -> None:
        """Take a table's numbers as told, and as kept back."""
        self._told += told
        self._kept += [number for number in kept if not number.is_safe(self._least)]

    def admits(self, told: Sequence[Number], kept: Sequence[Number]) -> bool:
        """Say whether a table can be told beside all others without telling of few."""
        both = [*self._told, *told]
        unsafe = [*self._kept, *(number for number in kept if not number.is_safe(self._least))]
        return not (
            _follows(both, unsafe) or any(_leaves_few(one, other, self._least) for one in told for other in self._told)
        )


def _leaves_few(one: Number, other: Number, least: int) -> bool:
    """Say whether one group lies in the other, and what is left of that is about few."""
    inner, outer = (one, other) if one.requests <= other.requests else (other, one)
    left = outer.without(inner)
    return bool(inner.requests <= outer.requests and left.requests and outer.unplaced) and not left.is_safe(least)


def _follows(told: Sequence[Number], kept: Sequence[Number]) -> bool:
    """Say whether a number that is kept back is a combination of those that are told."""
    basis: dict[str, Vector] = {}
    for number in told:
        rest = _reduced(_vector(number), basis)
        if rest:
            first = min(rest)
            inverse = pow(rest[first], -1, _PRIME)
            basis[first] = {key: value * inverse % _PRIME for key, value in rest.items()}
    return any(number.unplaced and not _reduced(_vector(number), basis) for number in kept)


def _vector(number: Number) -> Vector:
    return {request: 1 for request, _ in number.unplaced}


def _reduced(vector: Vector, basis: dict[str, Vector]) -> Vector:
    """Return what is left of a vector once all that the basis spans is taken away."""
    rest = dict(vector)
    for first in sorted(basis):
        factor = rest.get(first, 0)
        if factor:
            for key, value in basis[first].items():
                rest[key] = (rest.get(key, 0) - factor * value) % _PRIME
            rest = {key: value for key, value in rest.items() if value}
    return rest


def _bodies(asked: Asked) -> frozenset[str]:
    return frozenset(organisation for _, organisation in asked)
