"""An agenda: a finished programme. A value: never changed, only replaced."""

from __future__ import annotations

import datetime as dt
from enum import Enum
from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from scheduler.domain.base import Identifier, Line, Moment, Value
from scheduler.domain.forum import Level


class Placement(Value):
    """Where one sitting of a session stands."""

    session: Identifier = Field(description="Session that is placed")
    sitting: Annotated[int, Field(ge=1)] = Field(1, description="Which sitting, the first is 1")
    period: Identifier = Field(description="Period it stands in")
    room: Identifier = Field(description="Room it stands in")
    start: Moment = Field(description="Local time with its UTC offset, as 2026-05-05T10:00:00-04:00")
    minutes: Annotated[int, Field(ge=1)] = Field(description="Length in minutes")

    @property
    def end(self) -> dt.datetime:
        """End, in the offset of the start."""
        return self.start + dt.timedelta(minutes=self.minutes)


class Intervention(Value):
    """One turn at the microphone."""

    request: Identifier = Field(description="Request that is given the floor")
    sitting: Annotated[int, Field(ge=1)] = Field(1, description="Sitting it falls in")
    start: Moment = Field(description="Expected start, local time with offset")
    seconds: Annotated[int, Field(ge=1)] = Field(description="Time limit in seconds")

    @property
    def end(self) -> dt.datetime:
        """Expected end."""
        return self.start + dt.timedelta(seconds=self.seconds)


class Outcome(Enum):
    """How a solve ended."""

    OPTIMAL = "optimal"
    FEASIBLE = "feasible"
    INFEASIBLE = "infeasible"
    NONE_FOUND = "none found in time"
    CANCELLED = "cancelled"
    EDITED = "edited by hand"
    CHANGED = "changed since it was made"


class Measure(Value):
    """One measured quality of a speakers list, its best possible value and what stands in the way."""

    name: Identifier
    value: float
    best: float | None = Field(None, description="Proven bound of the value, in the same unit")
    unit: Line
    because: str | None = Field(None, description="What stands in the way of a better value")


class SpeakersList(Value):
    """The ordered interventions of one session."""

    session: Identifier
    outcome: Outcome
    interventions: tuple[Intervention, ...]
    measures: tuple[Measure, ...] = ()


class RuleOutcome(Value):
    """What one rule cost and where."""

    rule: Identifier
    level: Level
    amount: int
    points: int
    sentences: tuple[str, ...] = Field((), description="One sentence for each violation that may be told")


class Agenda(Value):
    """Placements and speakers lists of one forum, with how they came about."""

    format: Literal[1] = 1
    forum: str = Field(description="uid of the forum")
    outcome: Outcome
    score: int = Field(description="Points of the timetable; lower is better")
    bound: int = Field(description="Proven lower bound of the score")
    reproducible: bool = Field(True, description="False where a clock ended the run")
    seed: int = 0
    logged: Annotated[int, Field(ge=0)] = Field(0, description="Entries of the log there were when it was made")
    placements: tuple[Placement, ...]
    lists: tuple[SpeakersList, ...] = ()
    rules: tuple[RuleOutcome, ...] = ()

    @property
    def gap(self) -> float:
        """(score - bound) / score, 0 where the score is 0."""
        return 0.0 if self.score <= 0 else max(0, self.score - self.bound) / self.score

    @cached_property
    def placements_of(self) -> dict[str, tuple[Placement, ...]]:
        """Placements by session, in the order of the sittings."""
        found: dict[str, list[Placement]] = {}
        for placement in sorted(self.placements, key=lambda p: p.sitting):
            found.setdefault(placement.session, []).append(placement)
        return {session: tuple(placements) for session, placements in found.items()}

    @cached_property
    def list_of(self) -> dict[str, SpeakersList]:
        """Speakers lists by session."""
        return {speakers.session: speakers for speakers in self.lists}
