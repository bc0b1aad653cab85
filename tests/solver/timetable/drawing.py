"""What every random timetable problem is drawn with: sets of indices, what sessions share, starts on the grid."""

from random import Random
from typing import Any

from solver.timetable.problem import Period


def some(random: Random, most: int, share: float = 0.4) -> frozenset[int]:
    """Draw a set of indices below ``most``."""
    return frozenset(i for i in range(most) if random.random() < share)


def shared_sets(random: Random, wanted: float = 0.4) -> dict[str, Any]:
    """Draw the sets by which a session is tied to others; delegations want it with the share ``wanted``."""
    return {
        "people": some(random, 2),
        "delegations": some(random, 2),
        "wanted_by": some(random, 2, wanted),
        "themes": some(random, 2),
        "objectives": some(random, 2),
        "opens": some(random, 2),
        "regions": some(random, 2),
        "audiences": some(random, 2),
    }


def starts_in(period: Period, minutes: int, slot_minutes: int) -> range:
    """Return the minutes at which a sitting can start inside a period, on the grid."""
    return range(period.start, period.end - minutes + 1, slot_minutes)
