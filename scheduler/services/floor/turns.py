"""Who has the floor: calling, ending and yielding a turn, and what becomes of those who are not there."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.log import Happening
from scheduler.domain.sharing import Yielded
from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.forecast import forecast
from scheduler.services.floor.legal import seconds_of, speaking, waiting
from scheduler.services.floor.order import at_end_of_class, called, is_among, put_in_order, rows_of, without
from scheduler.services.floor.setting import Part, Setting
from scheduler.services.floor.state import Banks, Doing, Event, Phase, Span, Standing, State, Turn


def start(setting: Setting, state: State, action: Action, now: int) -> State:
    """Open the floor."""
    return replace(state, phase=Phase.RUNNING)


def call(setting: Setting, state: State, action: Action, now: int) -> State:
    """End the present turn and give the floor to the next in order, or to whom the chair names."""
    state = ended(state, now, action.by)
    named = action.speaker is not None
    one = waiting(state, action.speaker if named else next_in_order(setting, state, now))
    is_turn = bool(state.queues[one.part]) and state.queues[one.part][0] == one.id
    tempo = called(setting, state, one.id)
    queue = tuple(other for other in state.queues[one.part] if other != one.id)
    banks = _spent(setting, state, now, one.id)
    state = replace(
        state,
        queues={**state.queues, one.part: queue},
        tempo={**state.tempo, one.part: tempo},
        standing={**state.standing, one.id: Standing.SPEAKING},
        turn=Turn(one.id, now, 0),
        before_turn=(state.tempo[one.part], state.banks),
        banks=banks,
        passed=frozenset(),
    )
    return state if is_turn else put_in_order(setting, state, one.part, rows_of(setting, state, one.part))


def next_in_order(setting: Setting, state: State, now: int) -> str:
    """Return who comes next, or refuse where nobody waits or no time is left."""
    if not state.waiting:
        raise RefusedError("Nobody waits any more. Stop the session, or add a speaker.")
    expected = forecast(setting, state, now).expected
    if not expected:
        raise RefusedError(
            "The time that remains is too short for anybody who waits. "
            "Extend the session, reduce the limits, or name the speaker."
        )
    return expected[0].speaker


def done(setting: Setting, state: State, action: Action, now: int) -> State:
    """End the present turn; the floor is free."""
    speaking(state)
    return ended(state, now, action.by)


def yielded(setting: Setting, state: State, action: Action, now: int) -> State:
    """End the present turn and give what is left of it to whom the forum's rule says."""
    one = speaking(state)
    unused = one.seconds - state.spoken_by(now)
    if unused <= 0:
        raise RefusedError(f"{one.label} has no time left to yield.")
    seconds = min(unused, action.seconds or unused)
    state = ended(state, now, action.by)
    event = Event(now, one.id, Happening.YIELDED, seconds, action.by)
    state = replace(state, events=(*state.events, event))
    rule = setting.forum.selection.yielded
    if rule is Yielded.NOBODY:
        return replace(state, lapsed=state.lapsed + seconds)
    if rule is Yielded.CLASS:
        return replace(state, banks=_with(state.banks, one.class_id, seconds))
    return state


def overrun(setting: Setting, state: State, action: Action, now: int) -> State:
    """Note that the present speaker is over the limit; all who wait are expected later from now on."""
    one = speaking(state)
    if state.spoken_by(now) <= one.seconds:
        raise RefusedError(f"{one.label} is within the time limit.")
    return state


def ended(state: State, now: int, by: str | None) -> State:
    """Return the state with nobody at the microphone."""
    if state.turn is None:
        return state
    speaker = state.turn.speaker
    return replace(
        state,
        turn=None,
        turns=(*state.turns, replace(state.turn, end=now)),
        standing={**state.standing, speaker: Standing.SPOKEN},
        events=(*state.events, Event(now, speaker, Happening.SPOKEN, None, by)),
    )


def absent(setting: Setting, state: State, action: Action, now: int) -> State:
    """Put somebody who is not there at the end of its own class; whoever was just called gives the floor back."""
    speaker = action.speaker or (state.turn.speaker if state.turn else next_in_order(setting, state, now))
    if state.turn is not None and state.turn.speaker == speaker:
        state = _called_in_vain(state)
    one = waiting(state, speaker)
    state = replace(
        state,
        standing={**state.standing, one.id: Standing.ABSENT},
        passed=state.passed | {one.id},
        events=(*state.events, Event(now, one.id, Happening.ABSENT, None, action.by)),
    )
    state = without(state, one.id)
    rows = rows_of(setting, state, one.part)
    return put_in_order(setting, state, one.part, at_end_of_class(setting, state, rows, one.id))


def skip(setting: Setting, state: State, action: Action, now: int) -> State:
    """Pass somebody over for now: the next of the same side comes before."""
    one = waiting(state, action.speaker or next_in_order(setting, state, now))
    if len(state.queues[one.part]) < 2:
        raise RefusedError(f"{one.label} is the last who waits on that list and cannot come later.")
    queue = [other for other in state.queues[one.part] if state.speakers[other].place is None or other == one.id]
    side = is_among(setting, one)
    row = [other for other in queue if is_among(setting, state.speakers[other]) is side]
    at = row.index(one.id)
    if at + 1 == len(row) and state.queues[one.part][0] != one.id:
        raise RefusedError(f"{one.label} is the last of its side and cannot come later.")
    row[at : at + 2] = reversed(row[at : at + 2])
    state = replace(without(state, one.id), passed=state.passed | {one.id})
    rows = {**rows_of(setting, state, one.part), side: tuple(row)}
    return put_in_order(setting, state, one.part, rows)


def pause(setting: Setting, state: State, action: Action, now: int) -> State:
    """Pause the session; the present speaker's time stands still, as under a point of order."""
    return replace(state, phase=Phase.PAUSED if action.act is Act.PAUSE else Phase.POINT)


def resume(setting: Setting, state: State, action: Action, now: int) -> State:
    """Go on after a pause or a point of order."""
    return replace(state, phase=Phase.RUNNING)


def stop(setting: Setting, state: State, action: Action, now: int) -> State:
    """End the session: whoever still waits is cut off, and whoever was absent stays so."""
    state = ended(state, now, action.by)
    cut = {one: Standing.CUT_OFF for one in state.waiting if state.standing[one] is Standing.WAITING}
    queues: dict[Part, tuple[str, ...]] = dict.fromkeys(Part, ())
    return replace(state, phase=Phase.STOPPED, queues=queues, standing={**state.standing, **cut})


def limit(setting: Setting, state: State, action: Action, now: int) -> State:
    """Set the time limit of one speaker, or let nobody who waits have more."""
    seconds = seconds_of(action)
    if action.speaker is not None:
        return with_limits(setting, state, {_present(state, action.speaker): seconds})
    longer = [one for one in state.waiting if state.speakers[one].seconds > seconds and one not in state.reply_of]
    if not longer:
        raise RefusedError("Nobody who waits has a longer limit than that.")
    return with_limits(setting, state, dict.fromkeys(longer, seconds))


def extend(setting: Setting, state: State, action: Action, now: int) -> State:
    """Give one speaker more time, or the whole session."""
    seconds = seconds_of(action)
    if action.speaker is not None:
        speaker = _present(state, action.speaker)
        return with_limits(setting, state, {speaker: state.speakers[speaker].seconds + seconds})
    begun = [n for n, one in enumerate(state.stretches) if one.start <= now]
    at = begun[-1] if begun else 0
    longer = replace(state.stretches[at], end=state.stretches[at].end + seconds)
    if at + 1 < len(state.stretches) and longer.end > state.stretches[at + 1].start:
        raise RefusedError("The session's next sitting begins before that. Extend it by less.")
    return replace(state, stretches=(*state.stretches[:at], longer, *state.stretches[at + 1 :]))


def with_limits(setting: Setting, state: State, seconds: dict[str, int]) -> State:
    """Return the state with other time limits, and what waits put in order."""
    limited = {one: replace(state.speakers[one], seconds=limit) for one, limit in seconds.items()}
    state = replace(state, speakers={**state.speakers, **limited})
    for part in {limited[one].part for one in limited if one in state.waiting}:
        state = put_in_order(setting, state, part, rows_of(setting, state, part))
    return state


def _present(state: State, speaker: str) -> str:
    """Return a speaker who has the floor or waits for it."""
    is_speaking = state.turn is not None and state.turn.speaker == speaker
    return speaker if is_speaking else waiting(state, speaker).id


def _called_in_vain(state: State) -> State:
    """Return the state as if the present speaker had not been called: the time since then passed between speakers."""
    turn = state.turn
    if turn is None:
        return state
    one = state.speakers[turn.speaker]
    spans: list[Span] = []
    for span in state.spans:
        if span.doing is Doing.SPEAKING and span.end > turn.start:
            own = [Span(span.start, turn.start, Doing.SPEAKING)] if span.start < turn.start else []
            spans += [*own, Span(max(span.start, turn.start), span.end, Doing.BETWEEN)]
        else:
            spans.append(span)
    return replace(
        state,
        turn=None,
        spans=tuple(spans),
        standing={**state.standing, one.id: Standing.WAITING},
        queues={**state.queues, one.part: (one.id, *state.queues[one.part])},
        tempo={**state.tempo, one.part: state.before_turn[0]},
        banks=state.before_turn[1],
    )


def _spent(setting: Setting, state: State, now: int, speaker: str) -> Banks:
    """Return what classes have kept, less the time of a speaker who would not be heard without it."""
    kept = sum(seconds for _, seconds in state.banks)
    others = replace(state, banks=(), lapsed=state.lapsed + kept)
    if not kept or speaker not in forecast(setting, others, now).cut:
        return state.banks
    one = state.speakers[speaker]
    return _with(state.banks, one.class_id, -one.seconds - setting.changeover)


def _with(banks: Banks, class_id: str, seconds: int) -> Banks:
    found = dict(banks)
    found[class_id] = max(0, found.get(class_id, 0) + seconds)
    return tuple(sorted((one, left) for one, left in found.items() if left))
