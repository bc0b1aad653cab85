"""The order of those who wait: each side keeps its own order, and the two are interspersed as evenly as can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from scheduler.services.floor.setting import Part, Setting, Speaker
from scheduler.services.floor.state import State, Tempo
from solver.speakers.interleave import interleave

Rows = dict[bool, tuple[str, ...]]
"""Who waits without a pinned place, the interspersed under True, each row in its order."""


def is_among(setting: Setting, speaker: Speaker) -> bool:
    """Return whether a speaker is one of those who are interspersed among the others of its list."""
    return setting.is_mixed and speaker.part is not Part.REPLIES and speaker.interspersed


def rows_of(setting: Setting, state: State, part: Part) -> Rows:
    """Return the rows of a list as they stand."""
    free = [one for one in state.queues[part] if state.speakers[one].place is None]
    sides = {one: is_among(setting, state.speakers[one]) for one in free}
    return {side: tuple(one for one in free if sides[one] is side) for side in (False, True)}


def without(state: State, speaker: str) -> State:
    """Return the state with a speaker taken out of the list; a pinned place is lost."""
    one = state.speakers[speaker]
    queue = tuple(other for other in state.queues[one.part] if other != speaker)
    return replace(
        state,
        speakers={**state.speakers, speaker: replace(one, place=None)},
        queues={**state.queues, one.part: queue},
    )


def at_end_of_class(setting: Setting, state: State, rows: Rows, speaker: str) -> Rows:
    """Put a speaker behind the last of its class that waits, or at the end of its row where none of it does."""
    one = state.speakers[speaker]
    side = is_among(setting, one)
    row = [other for other in rows[side] if other != speaker]
    alike = [n for n, other in enumerate(row) if state.speakers[other].class_id == one.class_id]
    row.insert(alike[-1] + 1 if alike else len(row), speaker)
    return {**rows, side: tuple(row)}


def put_in_order(setting: Setting, state: State, part: Part, rows: Rows) -> State:
    """Return the state with one list in its best order.

    Pinned speakers keep their places. Whoever was passed over does not come next again before somebody else has had
    the floor, where anybody else waits. How far one side is ahead of its share is carried over, at most by one
    statement, so that nobody is put off for ever by one change after another.
    """
    rows = {side: _fresh_first(row, state.passed) for side, row in rows.items()}
    durations = {side: [state.speakers[one].seconds + setting.changeover for one in rows[side]] for side in rows}
    tempo = _tempo(durations, state.tempo[part])
    before = rows_of(setting, state, part)
    stood = [one in before[True] for one in state.queues[part] if state.speakers[one].place is None]
    pattern = interleave(durations[False], durations[True], int(tempo.ahead), stood, _first(rows, state.passed))
    waiting = {side: iter(row) for side, row in rows.items()}
    order = _with_pins(state, part, [next(waiting[side]) for side in pattern])
    return replace(state, queues={**state.queues, part: order}, tempo={**state.tempo, part: tempo})


def called(setting: Setting, state: State, speaker: str) -> Tempo:
    """Return the tempo of a speaker's list once the speaker has the floor."""
    one = state.speakers[speaker]
    tempo = state.tempo[one.part]
    if one.place is not None:
        return tempo
    seconds = one.seconds + setting.changeover
    return replace(tempo, ahead=tempo.ahead + seconds * (is_among(setting, one) - tempo.share))


def first_tempo(setting: Setting, state: State, part: Part) -> Tempo:
    """Return the tempo of a list as it stands, before anybody of it has spoken."""
    rows = rows_of(setting, state, part)
    return _tempo({s: [state.speakers[i].seconds + setting.changeover for i in rows[s]] for s in rows}, Tempo())


def _tempo(durations: dict[bool, list[int]], tempo: Tempo) -> Tempo:
    part, total = sum(durations[True]), sum(durations[True]) + sum(durations[False])
    longest = max((*durations[True], *durations[False]), default=0)
    ahead = max(-longest, min(longest, round(tempo.ahead)))
    return Tempo(Fraction(ahead + part, total) if total else Fraction(0), Fraction(ahead))


def _fresh_first(row: Sequence[str], passed: frozenset[str]) -> tuple[str, ...]:
    fresh = next((n for n, one in enumerate(row) if one not in passed), 0)
    return (row[fresh], *row[:fresh], *row[fresh + 1 :]) if row else ()


def _first(rows: Rows, passed: frozenset[str]) -> bool | None:
    """Return the side that must come first because all of the other were passed over."""
    fresh = [side for side, row in rows.items() if row and row[0] not in passed]
    return fresh[0] if len(fresh) == 1 and all(rows.values()) else None


def _with_pins(state: State, part: Part, order: list[str]) -> tuple[str, ...]:
    """Put those with a pinned place where they belong: counted from the first turn of the list, or from its end."""
    pinned = {one: state.speakers[one].place or 0 for one in state.queues[part] if state.speakers[one].place}
    had = [turn.speaker for turn in (*state.turns, *([state.turn] if state.turn else ()))]
    gone = sum(state.speakers[one].part is part for one in had)
    whole = len(order) + len(pinned)
    least = 0
    for one in sorted(pinned, key=lambda one: (pinned[one] < 0, pinned[one])):
        index = pinned[one] - 1 - gone if pinned[one] > 0 else whole + pinned[one]
        index = max(least, min(index, len(order)))
        order.insert(index, one)
        least = index + 1
    return tuple(order)
