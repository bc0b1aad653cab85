"""The state of a run: what all actions so far have come to. A value, never changed, only replaced."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from scheduler.domain.log import Happening
from scheduler.services.floor.setting import Part, Setting, Speaker, Stretch

Banks = tuple[tuple[str, int], ...]
"""Seconds by class."""


class Phase(Enum):
    """What the session is doing."""

    BEFORE = "not started"
    RUNNING = "running"
    PAUSED = "paused"
    POINT = "point of order"
    STOPPED = "stopped"


class Standing(Enum):
    """What became of a speaker so far; everybody has exactly one."""

    WAITING = "waiting"
    ABSENT = "absent"
    SPEAKING = "speaking"
    SPOKEN = "spoken"
    CUT_OFF = "cut off"
    WITHDRAWN = "withdrawn"


class Doing(Enum):
    """What a second was spent on."""

    SPEAKING = "speaking"
    POINT = "point of order"
    PAUSED = "paused"
    BETWEEN = "between speakers"


@dataclass(frozen=True, slots=True)
class Span:
    """Seconds in a row that were spent on one thing."""

    start: int
    end: int
    doing: Doing


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn at the microphone; ``end`` is None while it lasts."""

    speaker: str
    start: int
    spoken: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Tempo:
    """How far the interspersed speakers are ahead of their share, in seconds, and the share that evens that out.

    The share is of the time of all who waited when the list was last put in order.
    """

    share: Fraction = Fraction(0)
    ahead: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that belongs into the log of requests."""

    at: int
    speaker: str
    happening: Happening
    seconds: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class State:
    """What all actions so far have come to.

    ``queues`` hold who waits, in order, the absent among them. ``banks`` are seconds that a class has kept of what its
    speakers yielded, ``lapsed`` the seconds that nobody has. ``passed`` were called or skipped since somebody last
    took the floor. ``before_turn`` is the tempo, with the banks, as it was before the present turn. ``reply_of``
    says what each right of reply waits for the end of.
    """

    phase: Phase
    clock: int | None
    stretches: tuple[Stretch, ...]
    speakers: Mapping[str, Speaker]
    standing: Mapping[str, Standing]
    queues: Mapping[Part, tuple[str, ...]]
    tempo: Mapping[Part, Tempo]
    reply_of: Mapping[str, int]
    turn: Turn | None = None
    turns: tuple[Turn, ...] = ()
    spans: tuple[Span, ...] = ()
    events: tuple[Event, ...] = ()
    banks: Banks = ()
    lapsed: int = 0
    passed: frozenset[str] = frozenset()
    before_turn: tuple[Tempo, Banks] = (Tempo(), ())
    takes_responses: bool = False
    responses_closed: bool = False

    @property
    def waiting(self) -> tuple[str, ...]:
        """Everybody who waits, the absent among them: list, responses, replies."""
        return tuple(one for part in Part for one in self.queues[part])

    def spoken_by(self, now: int) -> int:
        """Return the seconds the present speaker has had by a moment."""
        if self.turn is None:
            return 0
        running = self.phase is Phase.RUNNING and self.clock is not None
        return self.turn.spoken + (max(0, now - (self.clock or 0)) if running else 0)


def beginning(setting: Setting) -> State:
    """Return the state before the first action."""
    listed = {one: setting.speakers[one] for one in setting.listed}
    return State(
        phase=Phase.BEFORE,
        clock=None,
        stretches=setting.stretches,
        speakers=listed,
        standing=dict.fromkeys(listed, Standing.WAITING),
        queues={part: setting.listed if part is Part.LIST else () for part in Part},
        tempo=dict.fromkeys(Part, Tempo()),
        reply_of={},
    )


def doing(state: State) -> Doing:
    """Return what time is spent on as things stand."""
    if state.phase is Phase.RUNNING and state.turn is not None:
        return Doing.SPEAKING
    return {Phase.POINT: Doing.POINT, Phase.PAUSED: Doing.PAUSED}.get(state.phase, Doing.BETWEEN)


def span_until(state: State, now: int) -> tuple[Span, ...]:
    """Return what the time since the last action was spent on, up to a moment; nothing counts after the end."""
    start = min(now, state.stretches[0].start) if state.clock is None else state.clock
    return (Span(start, now, doing(state)),) if start < now and state.phase is not Phase.STOPPED else ()


def passing(state: State, now: int) -> State:
    """Return the state after time has passed."""
    spans = list(state.spans)
    for span in span_until(state, now):
        if spans and spans[-1].doing is span.doing:
            span = Span(spans.pop().start, span.end, span.doing)
        spans.append(span)
    turn = replace(state.turn, spoken=state.spoken_by(now)) if state.turn else None
    return replace(state, clock=now, spans=tuple(spans), turn=turn)
