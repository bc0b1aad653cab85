"""Which edition is sampled, how large it is, and the days and periods it has."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from scheduler.domain.programme import Period
from scheduler.errors import SchedulerError

OFFICIAL_HOURS = {"morning": ("10:00", "13:00"), "afternoon": ("15:00", "18:00")}
SIDE_HOURS = {"early": ("08:00", "09:45"), "lunch": ("13:15", "14:45"), "evening": ("18:15", "19:30")}
HOURS = {**OFFICIAL_HOURS, **SIDE_HOURS}
ORDER = ("early", "morning", "lunch", "afternoon", "evening")
SIDE_KINDS = ("side-event", "stakeholder-session")
TWO_EARLY_SIDE_EVENTS_FROM = "07:30"
BESIDE_ROUND_TABLES = ("vnr", "regional-review", "stakeholder-session")


class SampleSizeError(SchedulerError):
    """The sizes asked for do not fit together; the message says which to lower."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much of everything a sample forum has."""

    side_events: int = 24
    requests: int = 400
    people: int = 160
    vnrs: int = 0
    days: int = 5


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition of the International Migration Review Forum, in the form it is sampled in."""

    uid: str
    cycle: int
    hearing_day: dt.date
    sizes: Sizes = field(default_factory=Sizes)
    proposed: bool = False
    parallel_side_events: bool = True
    asked: bool = False
    """Whether more ask for the floor than can have it."""

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The hearing day and the forum's days."""
        return tuple(self.hearing_day + dt.timedelta(days=number) for number in range(self.sizes.days))

    def date_of(self, period: str) -> dt.date:
        """Return the date of a period by the day number in its id."""
        return self.days[int(period[1 : period.index("-")])]

    @property
    def plenary_periods(self) -> tuple[str, ...]:
        """Periods of the plenary: every half-day after the policy debate."""
        return tuple(f"d{day}-{half}" for day in range(3, self.sizes.days) for half in OFFICIAL_HOURS)


def _official_kinds(edition: Edition, day: int, half: str) -> tuple[str, ...]:
    beside = BESIDE_ROUND_TABLES if edition.proposed else ("vnr",) if edition.sizes.vnrs else ()
    if day == 0:
        return ("hearing", "stakeholder-session") if edition.proposed else ("hearing",)
    if day == 1 or (day == 2 and half == "morning"):
        return ("round-table", *beside)
    if day == 2:
        return ("policy-debate",)
    return ("opening", "plenary", "closing")


def periods(edition: Edition) -> tuple[Period, ...]:
    """Return the periods: official meetings by the days the mandate gives them, side events outside those hours."""
    found = []
    for day, date in enumerate(edition.days):
        for name in ORDER:
            kinds = _official_kinds(edition, day, name) if name in OFFICIAL_HOURS else SIDE_KINDS
            start, end = HOURS[name]
            if name == "early" and not edition.parallel_side_events:
                start = TWO_EARLY_SIDE_EVENTS_FROM
            found.append(
                Period(
                    id=f"d{day}-{name}",
                    date=date,
                    start=dt.time.fromisoformat(start),
                    end=dt.time.fromisoformat(end),
                    kinds=kinds,
                    prime=name == "lunch",
                )
            )
    return tuple(found)
