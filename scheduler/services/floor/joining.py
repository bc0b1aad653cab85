"""Who comes onto the lists and leaves them: additions, withdrawals, swaps, responses from the floor, replies."""

from __future__ import annotations

from dataclasses import replace

from scheduler.domain.log import Happening
from scheduler.domain.request import Request
from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Action
from scheduler.services.floor.forecast import forecast
from scheduler.services.floor.legal import waiting
from scheduler.services.floor.order import at_end_of_class, is_among, put_in_order, rows_of, without
from scheduler.services.floor.setting import Part, Setting, Speaker, speaker_of
from scheduler.services.floor.state import Event, Standing, State


def add(setting: Setting, state: State, action: Action, now: int) -> State:
    """Put a request onto the list that was not on it, at the end of its own class."""
    listed, asked = state.speakers.get(action.speaker or ""), setting.speakers.get(action.speaker or "")
    if listed is not None:
        raise RefusedError(f"{listed.label} is on the list already: {state.standing[listed.id].value}.")
    if asked is None:
        raise RefusedError(f"No request {action.speaker} asks for the floor of this session. Enter the request first.")
    return _joined(setting, state, replace(asked, place=None))


def withdraw(setting: Setting, state: State, action: Action, now: int) -> State:
    """Take somebody who waits off the list."""
    one = waiting(state, action.speaker)
    state = without(state, one.id)
    state = replace(
        state,
        standing={**state.standing, one.id: Standing.WITHDRAWN},
        events=(*state.events, Event(now, one.id, Happening.WITHDRAWN, None, action.by)),
    )
    return put_in_order(setting, state, one.part, rows_of(setting, state, one.part))


def swap(setting: Setting, state: State, action: Action, now: int) -> State:
    """Let two who wait change places, where the list stays interspersed and both are there at their new times."""
    one, other = waiting(state, action.speaker), waiting(state, action.other)
    if one.id == other.id or one.part is not other.part:
        raise RefusedError("A swap needs two speakers of one list.")
    if one.place is not None or other.place is not None:
        raise RefusedError("A pinned place cannot be swapped.")
    if is_among(setting, one) is not is_among(setting, other):
        raise RefusedError("A stakeholder and another speaker cannot swap: the list would be interspersed no longer.")
    taken = {one.id: other.id, other.id: one.id}
    rows = rows_of(setting, state, one.part)
    swapped = {side: tuple(taken.get(each, each) for each in row) for side, row in rows.items()}
    new = put_in_order(setting, state, one.part, swapped)
    before = forecast(setting, state, now).out_of_hours
    late = [each for each in forecast(setting, new, now).out_of_hours if each in taken and each not in before]
    if late:
        raise RefusedError(f"{state.speakers[late[0]].label} is not there at the time of the other place.")
    return new


def open_responses(setting: Setting, state: State, action: Action, now: int) -> State:
    """Open the list of responses from the floor."""
    if not setting.response_seconds:
        raise RefusedError("This session keeps no minutes for responses from the floor.")
    if state.takes_responses:
        raise RefusedError("The list of responses is open.")
    return replace(state, takes_responses=True, responses_closed=False)


def close_responses(setting: Setting, state: State, action: Action, now: int) -> State:
    """Close the list of responses: time kept for more of them goes back to the speakers who are listed."""
    if not state.takes_responses:
        raise RefusedError("The list of responses is not open.")
    return replace(state, takes_responses=False, responses_closed=True)


def respond(setting: Setting, state: State, action: Action, now: int) -> State:
    """Put a participant onto the list of responses, at the end of its own class."""
    if not state.takes_responses:
        raise RefusedError("The list of responses is not open.")
    number = sum(one.part is Part.RESPONSES for one in state.speakers.values()) + 1
    return _joined(setting, state, _from_floor(setting, action, Part.RESPONSES, f"response:{number}"))


def reply(setting: Setting, state: State, action: Action, now: int) -> State:
    """Note a right of reply: it comes at the end of the day, and a participant has no more than practice allows."""
    number = len(state.reply_of) + 1
    one = _from_floor(setting, action, Part.REPLIES, f"reply:{number}")
    practice = setting.practice
    if practice.replies_of_delegations_only and not setting.forum.class_by_id[one.class_id].delegation:
        raise RefusedError(f"{one.label} is no delegation, and the right of reply is for delegations only.")
    had = sum(
        state.speakers[each].participant == one.participant and state.standing[each] is not Standing.WITHDRAWN
        for each in state.reply_of
    )
    if had >= len(practice.reply_seconds):
        most = len(practice.reply_seconds)
        raise RefusedError(f"{one.label} has had {most} {'reply' if most == 1 else 'replies'}, the most there are.")
    started = [stretch.replies for stretch in state.stretches if stretch.start <= now]
    group = started[-1] if started else state.stretches[0].replies
    state = replace(state, reply_of={**state.reply_of, one.id: group})
    return _joined(setting, state, replace(one, seconds=practice.reply_seconds[had]))


def _from_floor(setting: Setting, action: Action, part: Part, id: str) -> Speaker:
    if action.participant not in setting.forum.participant_by_id:
        raise RefusedError("Say which participant of the forum this is about.")
    request = Request(id=part.value, session=setting.session.id, participant=action.participant)
    return replace(speaker_of(setting.forum, setting.session, request, part, action.seconds), id=id)


def _joined(setting: Setting, state: State, one: Speaker) -> State:
    state = replace(
        state,
        speakers={**state.speakers, one.id: one},
        standing={**state.standing, one.id: Standing.WAITING},
    )
    rows = at_end_of_class(setting, state, rows_of(setting, state, one.part), one.id)
    if one.part is Part.REPLIES:
        rows = {False: (*state.queues[Part.REPLIES], one.id), True: ()}
    return put_in_order(setting, state, one.part, rows)
