"""A chair's table for tests: a morning with delegations and stakeholders, and actions in short."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from scheduler.clock import moment_at, second_of
from scheduler.domain.agenda import Agenda
from scheduler.domain.forum import Forum
from scheduler.domain.session import Mode, Standing
from scheduler.domain.sharing import SelectionSettings, Yielded
from scheduler.errors import RefusedError
from scheduler.services.floor.actions import Act, Action
from scheduler.services.floor.floor import Floor, act, open_floor
from scheduler.services.floor.forecast import Forecast, forecast
from scheduler.services.floor.practice import Practice
from scheduler.services.floor.setting import Part
from tests.scheduler.builders import (
    a_class,
    a_forum,
    a_kind,
    a_list,
    a_participant,
    a_placement,
    a_request,
    a_session,
    an_agenda,
    an_intervention,
    moment,
)

DAY = "2026-05-05"


def at(clock: str) -> Any:
    """Return a moment on the first day, as ``10:03`` or ``10:03:30``; ``+1 10:00`` is on the second."""
    day, _, time = clock.rpartition(" ")
    return moment(f"{'2026-05-06' if day else DAY} {time}")


def a_table(order: str, minutes: int = 60, mode: Mode = Mode.THROUGHOUT, **fields: Any) -> Floor:
    """Return the list of one session before the first action.

    ``order`` names who is listed, as ``s1 s2 h1 u1``: a State, a stakeholder (h) or a UN entity (u), each with three
    minutes and a request of the same name.
    """
    forum, agenda = forum_of(order.split(), minutes, mode, **fields)
    return open_floor(forum, agenda, "s1", fields.get("practice", Practice()))


def forum_of(order: Sequence[str], minutes: int, mode: Mode, **fields: Any) -> tuple[Forum, Agenda]:
    """Return the forum of :func:`a_table` and an agenda with its list."""
    classes = {"s": "state", "h": "stakeholder", "u": "un-entity"}
    names = [*order, *fields.get("waiting", ())]
    sittings = fields.get("sittings", (minutes,))
    stated: dict[str, dict[str, Any]] = fields.get("requests", {})
    limits: dict[str, int] = fields.get("limits", {})
    session = a_session("s1", "round-table", *sittings, floor_minutes=sum(sittings), **fields.get("session", {}))
    forum = a_forum(
        kinds=(a_kind(standing=Standing.OFFICIAL, mode=mode, **fields.get("kind", {})),),
        sessions=(session,),
        classes=(
            a_class("state", delegation=True, protocol_place=1),
            a_class("un-entity", protocol_place=2),
            a_class("stakeholder", interspersed=True, protocol_place=3),
        ),
        participants=tuple(a_participant(f"p-{name}", classes[name[0]]) for name in names),
        requests=tuple(a_request(name, f"p-{name}", **stated.get(name, {})) for name in names),
        selection=SelectionSettings(yielded=fields.get("yielded", Yielded.FLOOR)),
        **fields.get("forum", {}),
    )
    starts = fields.get("starts", ("10:00",))
    agenda = an_agenda(
        *(
            a_placement("s1", at(start), length, sitting=number)
            for number, (start, length) in enumerate(zip(starts, sittings, strict=True), start=1)
        ),
        lists=(a_list("s1", *(an_intervention(name, f"{DAY} 10:00", limits.get(name, 180)) for name in order)),),
    )
    return forum, agenda


def do(floor: Floor, clock: str, what: str, speaker: str | None = None, **fields: Any) -> Floor:
    """Return the list after one action."""
    return act(floor, Action(at=at(clock), act=Act(what), speaker=speaker, **fields))


def run(floor: Floor, *steps: str) -> Floor:
    """Return the list after some actions, each in a line as ``10:00 next`` or ``10:03 absent s2``."""
    for step in steps:
        clock, what, *rest = step.split()
        floor = do(floor, clock, what, *rest)
    return floor


def waiting(floor: Floor, part: Part = Part.LIST) -> str:
    """Return who waits, in order."""
    return " ".join(floor.state.queues[part])


def look(floor: Floor, clock: str) -> Forecast:
    """Return what is expected at a moment."""
    return forecast(floor.setting, floor.state, second_of(floor.setting.forum, at(clock)))


def expected(floor: Floor, clock: str) -> str:
    """Return who is expected when, as ``s1 10:00, h1 10:03``."""
    forum = floor.setting.forum
    found = look(floor, clock).expected
    return ", ".join(f"{one.speaker} {moment_at(forum, 0, one.start):%H:%M}" for one in found)


def refusal(floor: Floor, clock: str, what: str, speaker: str | None = None, **fields: Any) -> str:
    """Return the sentence that refuses an action, or nothing where it is possible."""
    try:
        do(floor, clock, what, speaker, **fields)
    except RefusedError as refused:
        return str(refused)
    return ""
