"""What an impossible speakers list teaches the timetable: sessions to keep apart, periods to keep out of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from scheduler.domain.agenda import Placement
from scheduler.domain.forum import Forum
from scheduler.services.planning_lists import FailedList, ListsPlan, failed_translation, held_turns
from scheduler.translate.speakers import SpeakersTranslation
from scheduler.translate.timetable import Cuts
from solver.result import Status


def cuts_from(forum: Forum, placements: Sequence[Placement], lists: ListsPlan, known: Cuts) -> Cuts | None:
    """Return the known cuts with one more, or None where another timetable cannot help."""
    failed = lists.failed
    if failed is None or failed.status is not Status.INFEASIBLE:
        return None
    translation = failed_translation(forum, placements, lists)
    for pair in _clashes(translation, failed):
        if pair not in known.apart:
            return replace(known, apart=(*known.apart, pair))
    barred = _period_of(forum, placements, failed.session)
    if barred is None or barred in known.barred or not held_turns(failed):
        return None
    return replace(known, barred=(*known.barred, barred))


def depends_on_places(failed: FailedList) -> bool:
    """Say whether a list might be possible if sessions stood elsewhere."""
    return bool(held_turns(failed))


def _clashes(translation: SpeakersTranslation, failed: FailedList) -> Iterator[tuple[str, str]]:
    """Yield the pairs of sessions that hold a speaker in both, the longest clash first."""
    seconds: dict[tuple[str, str], int] = {}
    for turn in held_turns(failed):
        for duty in translation.commitments[turn]:
            shared = sum(max(0, min(duty.end, s.end) - max(duty.start, s.start)) for s in translation.stretches)
            if duty.role is not None and shared:
                pair = (failed.session, duty.session)
                seconds[pair] = max(shared, seconds.get(pair, 0))
    yield from sorted(seconds, key=lambda pair: (-seconds[pair], pair))


def _period_of(forum: Forum, placements: Sequence[Placement], session: str) -> tuple[str, str] | None:
    """Return session and period of a session of one sitting that no pin holds there."""
    own = [placement for placement in placements if placement.session == session]
    pinned = {pin.session for pin in forum.pins if pin.period is not None}
    return (session, own[0].period) if len(own) == 1 and session not in pinned else None
