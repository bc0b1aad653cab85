"""A list that is run: the fold of all actions at the chair's table, and nothing else.

No action changes or removes another: what is undone stays in the log, with the action that undid it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from scheduler.clock import second_of
from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.errors import RefusedError
from scheduler.services.floor import joining, turns
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.legal import check_phase
from scheduler.services.floor.order import first_tempo
from scheduler.services.floor.practice import Practice
from scheduler.services.floor.setting import Part, Setting, setting_of
from scheduler.services.floor.state import State, beginning, passing

HANDLERS: dict[Act, Callable[[Setting, State, Action, int], State]] = {
    Act.START: turns.start,
    Act.NEXT: turns.call,
    Act.DONE: turns.done,
    Act.YIELD: turns.yielded,
    Act.OVERRUN: turns.overrun,
    Act.PAUSE: turns.pause,
    Act.POINT: turns.pause,
    Act.RESUME: turns.resume,
    Act.ABSENT: turns.absent,
    Act.SKIP: turns.skip,
    Act.LIMIT: turns.limit,
    Act.EXTEND: turns.extend,
    Act.STOP: turns.stop,
    Act.WITHDRAW: joining.withdraw,
    Act.SWAP: joining.swap,
    Act.ADD: joining.add,
    Act.REPLY: joining.reply,
    Act.OPEN: joining.open_responses,
    Act.RESPOND: joining.respond,
    Act.CLOSE: joining.close_responses,
}


@dataclass(frozen=True)
class Floor:
    """A list that is run.

    ``actions`` is the log, ``states`` the state at the beginning and after each action that stands, so that the last
    can be undone at once.
    """

    setting: Setting
    actions: tuple[Action, ...]
    states: tuple[State, ...]

    @property
    def state(self) -> State:
        """What all actions have come to."""
        return self.states[-1]


def open_floor(forum: Forum, agenda: Agenda, session: str, practice: Practice | None = None) -> Floor:
    """Return the list of a session before the first action."""
    setting = setting_of(forum, agenda, session, practice or Practice())
    state = beginning(setting)
    tempo = {part: first_tempo(setting, state, part) for part in Part}
    return Floor(setting, (), (replace(state, tempo=tempo),))


def act(floor: Floor, action: Action) -> Floor:
    """Return the list after one action more; an action that is not possible is refused in a sentence."""
    if floor.actions and action.at < floor.actions[-1].at:
        raise RefusedError("The time of this action lies before that of the last one. Set the clock right.")
    actions = (*floor.actions, action)
    if action.act is Act.UNDO:
        if len(floor.states) == 1:
            raise RefusedError("There is nothing to undo.")
        return Floor(floor.setting, actions, floor.states[:-1])
    check_phase(floor.state, action)
    now = second_of(floor.setting.forum, action.at)
    state = HANDLERS[action.act](floor.setting, passing(floor.state, now), action, now)
    return Floor(floor.setting, actions, (*floor.states, state))


def replay(floor: Floor, actions: Iterable[Action]) -> Floor:
    """Return what some actions come to, one after the other, from a list on."""
    for action in actions:
        floor = act(floor, action)
    return floor
