"""What impossible speakers lists teach the timetable: sessions to keep apart, periods to keep out of.

Cuts are good guesses, not proofs: two sessions that clash for a speaker in one place might leave the speaker a minute
in another. So nothing is called impossible, and no bound is raised, because of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from scheduler.domain.agenda import Placement
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.services.cuts_by_hours import order_for, sitting_for, windows_for
from scheduler.services.planning_lists import FailedList, ListsPlan, failed_translation, held_turns
from scheduler.translate.commitments import by_roles
from scheduler.translate.speakers import (
    SpeakersTranslation,
    limit_seconds,
    listed_minutes,
    sessions_with_lists,
    speakers_problem,
)
from scheduler.translate.timetable import Cuts
from solver.result import Status

Pair = tuple[str, str]


@dataclass(frozen=True)
class Lessons:
    """What is known to clash where sessions stood, and pairs that are expected to clash wherever they stand."""

    seen: Cuts = field(default_factory=Cuts)
    expected: tuple[Pair, ...] = ()
    is_first: bool = True
    overlapping: tuple[Pair, ...] = ()
    """Pairs that no timetable keeps apart: one leaves speakers their minutes before or after the other."""
    speaks_first: bool = True

    @property
    def cuts(self) -> Cuts:
        """Everything the next timetable keeps to."""
        expected = tuple(pair for pair in self.expected if pair not in self.seen.apart)
        return replace(self.seen, apart=(*self.seen.apart, *expected))

    def looser(self, forum: Forum) -> Lessons | None:
        """Ask for less where no timetable keeps to all: to what was seen, then to pairs that overlap either way."""
        if self.expected:
            return replace(self, expected=())
        single = tuple(pair for pair in self.seen.apart if _are_single(forum, pair))
        if single:
            apart = tuple(pair for pair in self.seen.apart if pair not in single)
            return replace(
                self, seen=replace(self.seen, apart=apart), overlapping=(*self.overlapping, *single)
            )._ordered(forum)
        if self.overlapping and self.speaks_first:
            return replace(self, speaks_first=False)._ordered(forum)
        return None

    def _ordered(self, forum: Forum) -> Lessons:
        orders = tuple(order_for(forum, pair, speaks_first=self.speaks_first) for pair in self.overlapping)
        return replace(self, seen=replace(self.seen, ordered=orders))


def blocked_lessons(forum: Forum, placements: Sequence[Placement], known: Lessons) -> Lessons | None:
    """Learn from every speaker whom roles and hours leave no time at all; None where there is nobody to learn from."""
    seen = known.seen
    for translation, turn in blocked_speakers(forum, placements):
        seen = _with_one_more(forum, placements, translation, (turn,), seen) or seen
    return None if seen == known.seen else _lessons(forum, seen, known)


def blocked_speakers(forum: Forum, placements: Sequence[Placement]) -> Iterator[tuple[SpeakersTranslation, int]]:
    """Yield every list and speaker in it whom roles elsewhere and stated hours leave no time at all."""
    busy = tuple(by_roles(forum, placements))
    for session in sessions_with_lists(forum):
        translation = speakers_problem(forum, placements, session, busy)
        for turn in _blocked_turns(translation):
            yield translation, turn


def list_lessons(forum: Forum, placements: Sequence[Placement], lists: ListsPlan, known: Lessons) -> Lessons | None:
    """Learn from a list that failed, or return None where another timetable cannot help."""
    failed = lists.failed
    if failed is None or failed.status is not Status.INFEASIBLE:
        return None
    translation = failed_translation(forum, placements, lists)
    seen = _with_one_more(forum, placements, translation, held_turns(failed), known.seen)
    return None if seen is None else _lessons(forum, seen, known)


def depends_on_places(translation: SpeakersTranslation, failed: FailedList) -> bool:
    """Say whether a list might be possible if sessions stood elsewhere, where any hours are part of why."""
    if failed.conflict is None:
        return any(intervention.windows is not None for intervention in translation.problem.interventions)
    return bool(held_turns(failed))


def _lessons(forum: Forum, seen: Cuts, known: Lessons) -> Lessons:
    expected = tuple(_expected_clashes(forum)) if known.is_first else known.expected
    return replace(known, seen=seen, expected=expected, is_first=False)


def _are_single(forum: Forum, pair: Pair) -> bool:
    return all(len(forum.session_by_id[session].sittings) == 1 for session in pair)


def _blocked_turns(translation: SpeakersTranslation) -> Iterator[int]:
    problem = translation.problem
    for turn, intervention in enumerate(problem.interventions):
        free = (
            min(end, closes) - max(start, opens)
            for start, end in intervention.windows or ()
            for opens, closes in problem.stretches
        )
        if intervention.windows is not None and max(free, default=0) < intervention.seconds:
            yield turn


def _with_one_more(
    forum: Forum, placements: Sequence[Placement], translation: SpeakersTranslation, turns: Sequence[int], seen: Cuts
) -> Cuts | None:
    """Return the cuts with one more that frees some of these turns, or None where there is none."""
    session = translation.session
    ordered = {frozenset((order.first, order.second)) for order in seen.ordered}
    for pair in _clashes(translation, turns):
        if pair not in seen.apart and frozenset(pair) not in ordered:
            return replace(seen, apart=(*seen.apart, pair))
    if not turns:
        return None
    return _with_hours(forum, placements, session, seen) or _with_barred(forum, placements, session, seen)


def _with_hours(forum: Forum, placements: Sequence[Placement], session: Session, seen: Cuts) -> Cuts | None:
    """Return the cuts with a session, or one of its sittings, where its speakers said to be; None if nothing is new."""
    if len(session.sittings) > 1:
        held = sitting_for(forum, placements, session)
        is_new = held is not None and held[:2] not in [known[:2] for known in seen.held]
        return replace(seen, held=(*seen.held, held)) if held is not None and is_new else None
    windows = windows_for(forum, session)
    if not windows or session.id in dict(seen.within):
        return None
    return replace(seen, within=(*seen.within, (session.id, windows)))


def _with_barred(forum: Forum, placements: Sequence[Placement], session: Session, seen: Cuts) -> Cuts | None:
    """Return the cuts with a session kept out of the period it stands in, or None where it has no other."""
    barred = _period_of(forum, placements, session)
    if barred is None or barred in seen.barred:
        return None
    return replace(seen, barred=(*seen.barred, barred))


def _clashes(translation: SpeakersTranslation, turns: Sequence[int]) -> Iterator[Pair]:
    """Yield the pairs of sessions that hold a speaker in both, the longest clash first."""
    seconds: dict[Pair, int] = {}
    for turn in turns:
        for duty in translation.commitments[turn]:
            shared = sum(max(0, min(duty.end, s.end) - max(duty.start, s.start)) for s in translation.stretches)
            if duty.role is not None and shared:
                pair = (translation.session.id, duty.session)
                seconds[pair] = max(shared, seconds.get(pair, 0))
    yield from sorted(seconds, key=lambda pair: (-seconds[pair], pair))


def _period_of(forum: Forum, placements: Sequence[Placement], session: Session) -> tuple[str, str] | None:
    """Return session and period of a session of one sitting that no pin holds there."""
    own = [placement for placement in placements if placement.session == session.id]
    pinned = {pin.session for pin in forum.pins if pin.period is not None}
    return (session.id, own[0].period) if len(own) == 1 and session.id not in pinned else None


def _expected_clashes(forum: Forum) -> Iterator[Pair]:
    """Yield pairs of single sittings in which somebody speaks in the first and is needed all through the second."""
    needed: dict[str, list[Session]] = {}
    for role in forum.roles:
        if role.person:
            needed.setdefault(role.person, []).append(forum.session_by_id[role.session])
    pinned = {pin.session for pin in forum.pins if pin.period is not None}
    found = set()
    for request in forum.requests:
        session = forum.session_by_id[request.session]
        for other in needed.get(request.person or "", ()):
            spare = listed_minutes(session) - other.sittings[0] - 2 * forum.speaker_walk_minutes
            is_single = len(session.sittings) == len(other.sittings) == 1 and session.id != other.id
            is_free = not {session.id, other.id} <= pinned
            if is_single and is_free and spare * 60 < limit_seconds(forum, session, request):
                found.add((session.id, other.id))
    yield from sorted(found)
