"""When an action is possible, and the sentence that refuses it where it is not."""

from __future__ import annotations

from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.setting import Speaker
from scheduler.services.floor.state import Phase, Standing, State

_UNDERWAY = frozenset({Phase.RUNNING, Phase.PAUSED, Phase.POINT})
_OPEN = _UNDERWAY | {Phase.BEFORE}
PHASES: dict[Act, frozenset[Phase]] = {
    Act.START: frozenset({Phase.BEFORE}),
    Act.NEXT: frozenset({Phase.RUNNING}),
    Act.DONE: frozenset({Phase.RUNNING}),
    Act.YIELD: frozenset({Phase.RUNNING}),
    Act.OVERRUN: frozenset({Phase.RUNNING}),
    Act.PAUSE: frozenset({Phase.RUNNING}),
    Act.POINT: frozenset({Phase.RUNNING}),
    Act.RESUME: frozenset({Phase.PAUSED, Phase.POINT}),
    Act.REPLY: _UNDERWAY,
    Act.STOP: _UNDERWAY,
    **dict.fromkeys(
        (
            Act.ABSENT,
            Act.SKIP,
            Act.WITHDRAW,
            Act.SWAP,
            Act.ADD,
            Act.LIMIT,
            Act.EXTEND,
            Act.OPEN,
            Act.RESPOND,
            Act.CLOSE,
        ),
        _OPEN,
    ),
}
"""In which phases of the session an action is possible."""

_INSTEAD = {
    Phase.BEFORE: "Start the session first.",
    Phase.RUNNING: "The session is running.",
    Phase.PAUSED: "The session is paused. Resume it first.",
    Phase.POINT: "A point of order is being heard. Resume first.",
    Phase.STOPPED: "The session has ended. Undo that if it was a slip.",
}


def check_phase(state: State, action: Action) -> None:
    """Refuse what is not possible in the phase the session is in."""
    if state.phase not in PHASES[action.act]:
        raise RefusedError(f"{_named(action.act)} is not possible now. {_INSTEAD[state.phase]}")


def speaking(state: State) -> Speaker:
    """Return who has the floor, or refuse where nobody does."""
    if state.turn is None:
        raise RefusedError("Nobody has the floor. Call the next speaker first.")
    return state.speakers[state.turn.speaker]


def waiting(state: State, speaker: str | None) -> Speaker:
    """Return somebody who waits, or say why that is not so."""
    if speaker is None:
        raise RefusedError("Say which speaker this is about.")
    if speaker not in state.speakers:
        raise RefusedError(f"Nobody on this list is called {speaker}. Add the request to the list first.")
    one, standing = state.speakers[speaker], state.standing[speaker]
    if standing is Standing.SPEAKING:
        raise RefusedError(f"{one.label} has the floor.")
    if standing not in (Standing.WAITING, Standing.ABSENT):
        raise RefusedError(f"{one.label} does not wait: {standing.value}.")
    return one


def seconds_of(action: Action) -> int:
    """Return the seconds an action states, or refuse where it states none."""
    if action.seconds is None:
        raise RefusedError(f"{_named(action.act)} needs a number of seconds.")
    return action.seconds


def length(seconds: int) -> str:
    """Return a length as ``3 min`` or ``2 min 30 s``."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([f"{minutes} min"] * (minutes > 0 or not rest) + [f"{rest} s"] * (rest > 0))


def _named(act: Act) -> str:
    return act.value.replace("-", " ").capitalize()
