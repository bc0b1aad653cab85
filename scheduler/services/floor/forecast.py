"""When everybody who waits can expect the floor, who will be cut off, and what shorter limits would save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scheduler.services.floor.setting import Part, Setting, Speaker
from scheduler.services.floor.state import Phase, State
from scheduler.services.floor.timeline import Free, Timeline, timeline_of

STEP = 30
"""Seconds between two time limits that are proposed."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody who waits, with the second at which the floor is expected and the time limit."""

    speaker: str
    part: Part
    start: int
    seconds: int


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be expected if everybody keeps to their limit from now on.

    ``cut`` no longer fit into the time that remains: the last in order, those with a pinned place excepted.
    ``out_of_hours`` are expected at a time at which they said not to be there. ``over`` are the seconds by which the
    present speaker is over the limit, ``turn_ends`` is when that turn ends, ``ends`` when the last one does.
    """

    now: int
    expected: tuple[Expected, ...]
    cut: tuple[str, ...]
    out_of_hours: tuple[str, ...]
    over: int
    turn_ends: int | None
    ends: int


@dataclass(frozen=True, slots=True)
class Reduction:
    """What it would save to cut every limit of those who wait to some seconds, and whom it would leave unheard."""

    seconds: int
    saves: int
    heard: int
    cut: tuple[str, ...]


def forecast(setting: Setting, state: State, now: int, most: int | None = None) -> Forecast:
    """Return what is to be expected from a moment on; ``most`` tries a limit for all who wait."""
    now = now if state.clock is None else max(now, state.clock)
    turn = state.speakers[state.turn.speaker] if state.turn else None
    over = state.spoken_by(now) - turn.seconds if turn else 0
    turn_ends = now + max(0, -over) if turn else None
    timeline = timeline_of(setting, state, now if turn_ends is None else turn_ends)
    lists = {part: [_limited(state.speakers[one], most) for one in state.queues[part]] for part in Part}
    expected, cut = _heard(setting, state, timeline, lists)
    if state.phase is Phase.STOPPED:
        expected, cut = (), ()
    return Forecast(
        now=now,
        expected=expected,
        cut=cut,
        out_of_hours=tuple(one.speaker for one in expected if not _is_there(state.speakers[one.speaker], one)),
        over=max(0, over),
        turn_ends=turn_ends,
        ends=max((one.start + one.seconds for one in expected), default=now if turn_ends is None else turn_ends),
    )


def reduction(setting: Setting, state: State, now: int, seconds: int) -> Reduction:
    """Return what it would come to if nobody who waits had more than some seconds."""
    waiting = [state.speakers[one] for part in (Part.LIST, Part.RESPONSES) for one in state.queues[part]]
    found = forecast(setting, state, now, seconds)
    saves = sum(max(0, one.seconds - seconds) for one in waiting)
    return Reduction(seconds, saves, len(found.expected), found.cut)


def proposal(setting: Setting, state: State, now: int) -> Reduction | None:
    """Return the longest limit with which everybody is heard, or None where nobody is cut off or none does."""
    if not forecast(setting, state, now).cut:
        return None
    waiting = [state.speakers[one].seconds for part in (Part.LIST, Part.RESPONSES) for one in state.queues[part]]
    least, most = -(-setting.practice.shortest_seconds // STEP), -(-max(waiting, default=0) // STEP) - 1
    best: Reduction | None = None
    while least <= most:
        middle = (least + most) // 2
        tried = reduction(setting, state, now, middle * STEP)
        if tried.cut:
            most = middle - 1
        else:
            best, least = tried, middle + 1
    return best


def _limited(speaker: Speaker, most: int | None) -> Speaker:
    if most is None or speaker.part is Part.REPLIES or speaker.seconds <= most:
        return speaker
    return replace(speaker, seconds=most)


def _is_there(speaker: Speaker, expected: Expected) -> bool:
    end = expected.start + expected.seconds
    return speaker.windows is None or any(a <= expected.start and end <= b for a, b in speaker.windows)


def _heard(
    setting: Setting, state: State, timeline: Timeline, lists: dict[Part, list[Speaker]]
) -> tuple[tuple[Expected, ...], tuple[str, ...]]:
    """Return who is heard, by the time of their turns, and who is cut off: the list, responses, then replies."""
    free = 0, timeline.stretches[0].start if timeline.stretches else 0
    said: list[Expected] = []
    for part, banks in ((Part.LIST, dict(state.banks)), (Part.RESPONSES, {})):
        kept = _kept(timeline, part, lists[part], free, banks)
        chosen = [speaker for speaker in lists[part] if speaker.id in kept]
        starts, free = timeline.walk(part, chosen, free) or ([], free)
        said += [Expected(one.id, part, start, one.seconds) for one, start in zip(chosen, starts, strict=True)]
    said += _replies(state, timeline, lists[Part.REPLIES], said)
    reached = {one.speaker for one in said}
    return tuple(sorted(said, key=lambda one: one.start)), tuple(one for one in state.waiting if one not in reached)


def _kept(
    timeline: Timeline, part: Part, speakers: Sequence[Speaker], free: Free, banks: dict[str, int]
) -> frozenset[str]:
    """Return who of a list is heard: the first in order, and everybody with a pinned place.

    Time that a class has kept of what its speakers yielded goes to the first of that class who would be cut.
    """
    pinned = frozenset(one.id for one in speakers if one.place is not None)
    yielded = sum(banks.values())
    kept = _first(timeline, part, speakers, free, pinned, yielded)
    if not yielded:
        return kept
    own = set(kept)
    for one in speakers:
        if one.id not in own and timeline.duration(one) <= banks.get(one.class_id, 0):
            banks[one.class_id] -= timeline.duration(one)
            own.add(one.id)
    return _first(timeline, part, speakers, free, frozenset(own), 0)


def _first(
    timeline: Timeline, part: Part, speakers: Sequence[Speaker], free: Free, kept: frozenset[str], spare: int
) -> frozenset[str]:
    """Return those who are kept in any case and as many of the others, the first in order, as fit together."""
    rest = [one.id for one in speakers if one.id not in kept]

    def fits(count: int) -> bool:
        heard = kept.union(rest[:count])
        return timeline.walk(part, [one for one in speakers if one.id in heard], free, spare) is not None

    if fits(len(rest)):
        return kept.union(rest)
    if not fits(0):
        return _first(timeline, part, speakers, free, frozenset(), spare) if kept else kept
    least, most = 0, len(rest) - 1
    while least < most:
        middle = (least + most + 1) // 2
        least, most = (middle, most) if fits(middle) else (least, middle - 1)
    return kept.union(rest[:least])


def _replies(state: State, timeline: Timeline, speakers: Sequence[Speaker], said: Sequence[Expected]) -> list[Expected]:
    """Return when the rights of reply come: in the order asked, after the last speaker of their day."""
    found: list[Expected] = []
    for speaker in speakers:
        free = timeline.after(state.reply_of[speaker.id], [(one.start, one.seconds) for one in (*said, *found)])
        walked = timeline.walk(Part.REPLIES, [speaker], free)
        if walked is not None:
            found.append(Expected(speaker.id, Part.REPLIES, walked[0][0], speaker.seconds))
    return found
