"""Where the time went: every second of the session is counted once."""

from __future__ import annotations

from dataclasses import dataclass

from scheduler.services.floor.state import Doing, Phase, Span, State, span_until


@dataclass(frozen=True, slots=True)
class Account:
    """Seconds of the floor time, extensions included.

    ``spoken`` + ``points`` + ``paused`` + ``between`` + ``remaining`` = ``total`` + ``outside``. Outside is what was
    spoken, or taken by points of order, before the floor opened, over its end or into a break. Pauses and the time
    between speakers (a late start, changeovers) count inside the floor time only.
    """

    total: int
    spoken: int
    points: int
    paused: int
    between: int
    remaining: int
    outside: int


def account(state: State, now: int) -> Account:
    """Return where the time went by a moment."""
    now = now if state.clock is None else max(now, state.clock)
    if state.phase is Phase.STOPPED and state.clock is not None:
        now = state.clock
    spans = (*state.spans, *span_until(state, now))
    used = {one: sum(span.end - span.start for span in spans if span.doing is one) for one in Doing}
    inside = {one: sum(_inside(state, span) for span in spans if span.doing is one) for one in Doing}
    taken = (Doing.SPEAKING, Doing.POINT)
    return Account(
        total=sum(stretch.end - stretch.start for stretch in state.stretches),
        spoken=used[Doing.SPEAKING],
        points=used[Doing.POINT],
        paused=inside[Doing.PAUSED],
        between=inside[Doing.BETWEEN],
        remaining=sum(max(0, stretch.end - max(stretch.start, now)) for stretch in state.stretches),
        outside=sum(used[one] - inside[one] for one in taken),
    )


def _inside(state: State, span: Span) -> int:
    return sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in state.stretches)
