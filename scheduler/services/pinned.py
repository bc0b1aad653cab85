"""Speakers whom pins leave no time at all: what is certain of a list wherever everything else may stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scheduler.clock import period_minutes
from scheduler.domain.forum import Forum, Level
from scheduler.domain.session import Pin, Session
from scheduler.translate.commitments import Commitment
from scheduler.translate.speakers import SpeakersTranslation, stated_hours
from scheduler.translate.windows import common, without


@dataclass(frozen=True)
class PinnedClash:
    """One speaker of a list and the pins that leave no time to speak."""

    turn: int
    pins: tuple[Pin, ...]


def pinned_clash(translation: SpeakersTranslation) -> PinnedClash | None:
    """Return a speaker who has no time wherever else sessions stand, since pins fix every hour that matters."""
    own = fixing_pins(translation.forum, translation.session)
    if own is None:
        return None
    for turn, duties in enumerate(translation.commitments):
        fixed = [(duty, pins) for duty in duties if (pins := _fixing(translation.forum, duty)) is not None]
        for chosen in (*([one] for one in fixed), fixed):
            if not _has_time(translation, turn, [duty for duty, _ in chosen]):
                return PinnedClash(turn, (*own, *(pin for _, pins in chosen for pin in pins)))
    return None


def fixing_pins(forum: Forum, session: Session) -> tuple[Pin, ...] | None:
    """Return pins that leave the sittings of a session no choice of hours, or None where some have a choice."""
    relaxed = {stated.rule for stated in forum.rules if stated.level not in (None, Level.BLOCK)}
    if relaxed & {"pinned", "placed-once"}:
        return None
    found = []
    for number, minutes in enumerate(session.sittings, start=1):
        pins = (pin for pin in forum.pins if (pin.session, pin.sitting) == (session.id, number))
        fixing = next((p for p in pins if _fixes(forum, p, minutes, may_reach_out="inside-period" in relaxed)), None)
        if fixing is None:
            return None
        found.append(fixing)
    return tuple(found)


def _fixes(forum: Forum, pin: Pin, minutes: int, *, may_reach_out: bool) -> bool:
    if pin.period is None:
        return False
    start, end = period_minutes(forum, forum.period_by_id[pin.period])
    return pin.start is not None or (end - start == minutes and not may_reach_out)


def _fixing(forum: Forum, duty: Commitment) -> tuple[Pin, ...] | None:
    return None if duty.role is None else fixing_pins(forum, forum.session_by_id[duty.session])


def _has_time(translation: SpeakersTranslation, turn: int, duties: list[Commitment]) -> bool:
    """Say whether a speaker has time enough in one stretch beside these duties, walking not counted."""
    return any(
        end - start >= translation.problem.interventions[turn].seconds
        for start, end in _free(translation, turn, duties)
    )


def _free(translation: SpeakersTranslation, turn: int, duties: list[Commitment]) -> Iterator[tuple[int, int]]:
    hours = stated_hours(translation.forum, translation.requests[turn])
    for stretch in translation.stretches:
        floor = [(stretch.start, stretch.end)]
        there = floor if hours is None else common(floor, hours)
        yield from without(there, [(duty.start, duty.end) for duty in duties])
