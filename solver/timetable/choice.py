"""The places that are open to one sitting."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

Price = int | None
"""Points a place costs by rules about one sitting, or None where one of them forbids it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Starts of one sitting inside one period that cost alike: from ``low`` to ``high``, both included."""

    period: int
    low: int
    high: int
    cost: int = 0


@dataclass(frozen=True, slots=True)
class Domain:
    """What is left for one sitting.

    Attributes
    ----------
    choices
        Its choices of time, in order of period and start.
    rooms
        Points by room.
    prices
        Points by choice and room for rules that look at both; None forbids. Pairs not listed cost nothing.
    """

    choices: tuple[Choice, ...]
    rooms: Mapping[int, int]
    prices: Mapping[tuple[int, int], Price]

    @property
    def least(self) -> int:
        """Points it costs at least, wherever the sitting stands."""
        return min((choice.cost for choice in self.choices), default=0) + min(self.rooms.values(), default=0)

    def within(self, periods: Collection[int]) -> Domain:
        """Return what is left of it in some periods."""
        kept = [index for index, choice in enumerate(self.choices) if choice.period in periods]
        prices = {
            (new, room): price
            for new, old in enumerate(kept)
            for (index, room), price in self.prices.items()
            if index == old
        }
        return Domain(tuple(self.choices[index] for index in kept), self.rooms, prices)
