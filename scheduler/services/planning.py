"""A forum becomes an agenda: a timetable, then its speakers lists, and back where a list teaches the timetable."""

from __future__ import annotations

import time
from dataclasses import dataclass, field, replace

from pydantic import Field

from scheduler.domain.agenda import Agenda, Outcome, Placement
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.session import Pin
from scheduler.services.cuts import Lessons, blocked_lessons, depends_on_places, list_lessons
from scheduler.services.explaining import Explanation, explain_list, explain_pinned, explain_timetable
from scheduler.services.pinned import pinned_clash
from scheduler.services.planning_lists import (
    FailedList,
    ListsPlan,
    PossibleLists,
    failed_translation,
    plan_lists,
    plan_possible_lists,
    without_lists,
)
from scheduler.services.verify import verify
from scheduler.translate.placements import to_placements
from scheduler.translate.timetable import Cuts, TimetableTranslation, timetable_problem
from scheduler.translate.voice import Voice
from solver.apart import Ended, run_apart
from solver.errors import DisagreementError
from solver.result import Limits, OnProgress, Progress, Result, Status
from solver.timetable.check import check
from solver.timetable.explain import explain
from solver.timetable.solution import Timetable
from solver.timetable.solve import solve

MAX_ROUNDS = 6
TIMETABLE_SHARE = 0.7
"""Part of the time that is left for one timetable; the rest is for lists, and for another one if they need it."""

TRIAL_EFFORT = 0.1
"""Part of the usual work for finding out whether there is an agenda at all without a pin."""

LAST_LISTS_SECONDS = 3.0
"""Time for lists after somebody has asked to stop."""


class Planned(Value):
    """How a plan ended: its agenda, or the reason why there is none; both where only some lists are missing."""

    outcome: Outcome
    agenda: Agenda | None = None
    explanation: Explanation | None = None
    left_out: tuple[str, ...] = Field((), description="Sessions without a speakers list, since none was found")
    further: tuple[Explanation, ...] = Field((), description="Why the lists left out after the first were not found")
    rounds: int = Field(1, description="Timetables that were made until the lists fitted")


@dataclass
class Planning:
    """One plan on its way: its forum, its clock, and what its rounds have taught so far."""

    forum: Forum
    limits: Limits
    on_progress: OnProgress | None
    keep: Agenda | None
    began: float = field(default_factory=time.monotonic)
    lessons: Lessons = field(default_factory=Lessons)
    stood: tuple[tuple[Placement, ...], Result[Timetable]] | None = None
    is_trial: bool = False
    bound: int | None = None
    round: int = 0

    def run(self) -> Planned:
        """Make timetables until one lets every list be made."""
        while self.round < MAX_ROUNDS:
            self.round += 1
            translation = timetable_problem(self.forum, self.keep, self.lessons.cuts)
            result = self._timetable(translation)
            if result.solution is not None:
                ended = self._with_timetable(to_placements(translation, result.solution), result)
            elif result.status is Status.INFEASIBLE and (looser := self.lessons.looser(self.forum)) is not None:
                self.lessons, ended = looser, None
            else:
                ended = self._without_timetable(translation, result.status)
            if ended is not None:
                return ended
        return self._partly()

    def _with_timetable(self, placements: tuple[Placement, ...], result: Result[Timetable]) -> Planned | None:
        """Make the lists of a timetable; None if something was learnt and another timetable is to be made."""
        is_cancelled = result.status is Status.CANCELLED
        self.stood = placements, result
        self.bound = result.bound if self.bound is None else self.bound
        lessons = None if is_cancelled else blocked_lessons(self.forum, placements, self.lessons)
        if lessons is not None and self.round < MAX_ROUNDS:
            self.lessons = lessons
            return None
        lists, was_interrupted = self._lists(placements)
        is_cancelled = is_cancelled or was_interrupted
        if lists is None:
            return self._end(Outcome.CANCELLED if is_cancelled else Outcome.NONE_FOUND)
        if lists.failed is None:
            return self._whole(placements, result, lists, is_cancelled)
        lessons = None if is_cancelled else list_lessons(self.forum, placements, lists, self.lessons)
        if lessons is None:
            return self._partly(is_cancelled)
        self.lessons = lessons
        return None

    def _left(self, share: float = 1.0) -> Limits:
        if self.limits.wall_seconds is None:
            return self.limits
        left = self.limits.wall_seconds - (time.monotonic() - self.began)
        return replace(self.limits, wall_seconds=max(0.5, left * share))

    def _timetable(self, translation: TimetableTranslation) -> Result[Timetable]:
        limits = self._left(TIMETABLE_SHARE if self.forum.requests else 1.0)
        wall_seconds, problem = limits.wall_seconds, translation.problem
        ended = run_apart(solve, problem, limits, wall_seconds=wall_seconds, on_progress=self.on_progress)
        if ended.answer is not None:
            answer: Result[Timetable] = ended.answer
            return answer
        best = ended.last.best if ended.last else None
        if not isinstance(best, Timetable):
            return Result(Status.CANCELLED if ended.is_cancelled else Status.NONE_FOUND, reproducible=False)
        status = Status.CANCELLED if ended.is_cancelled else Status.FEASIBLE
        bound = (ended.last.bound or 0) if ended.last else 0
        return Result(status, best, check(problem, best), bound, reproducible=False)

    def _lists(self, placements: tuple[Placement, ...]) -> tuple[ListsPlan | None, bool]:
        if not self.forum.requests:
            return ListsPlan(()), False
        ended = self._lists_apart(placements, self._left())
        if ended.is_cancelled:
            hurried = replace(self.limits, wall_seconds=LAST_LISTS_SECONDS)
            return self._lists_apart(placements, hurried).answer, True
        return ended.answer, False

    def _lists_apart(self, placements: tuple[Placement, ...], limits: Limits) -> Ended:
        wall = limits.wall_seconds
        return run_apart(plan_lists, self.forum, placements, limits, wall_seconds=wall, on_progress=self.on_progress)

    def _whole(
        self, placements: tuple[Placement, ...], result: Result[Timetable], lists: ListsPlan, cancelled: bool
    ) -> Planned:
        best = Outcome.OPTIMAL if (result.score or 0) <= (self.bound or 0) else Outcome.FEASIBLE
        outcome = Outcome.CANCELLED if cancelled else best
        agenda = self._agenda(outcome, placements, result, lists)
        return Planned(outcome=outcome, agenda=agenda, rounds=self.round)

    def _agenda(
        self,
        outcome: Outcome,
        placements: tuple[Placement, ...],
        result: Result[Timetable],
        lists: ListsPlan,
        left_out: frozenset[str] = frozenset(),
    ) -> Agenda:
        """Return a verified agenda; nobody is expected to speak in the lists that are left out."""
        score = result.score or 0
        agenda = Agenda(
            forum=self.forum.uid,
            outcome=outcome,
            score=score,
            bound=self.bound or 0,
            reproducible=result.reproducible and lists.reproducible and outcome is not Outcome.CANCELLED,
            seed=self.limits.seed,
            logged=len(self.forum.log),
            placements=placements,
            lists=lists.lists,
        )
        found = verify(self.forum, agenda, self.keep, Voice.PUBLISHED)
        judged = verify(without_lists(self.forum, left_out), agenda, self.keep, Voice.PUBLISHED) if left_out else found
        if not judged.is_sound or (found.score != score and self.lessons.cuts == Cuts()):
            wrong = [*judged.faults, *(sentence for broken in judged.broken for sentence in broken.sentences)]
            raise DisagreementError(f"the checker refuses an agenda the solver made: {wrong or found.score}")
        return agenda.model_copy(update={"rules": found.rules, "score": found.score})

    def _without_timetable(self, translation: TimetableTranslation, status: Status) -> Planned:
        if self.lessons.seen != Cuts():
            return self._partly(status is Status.CANCELLED)
        if status is not Status.INFEASIBLE:
            return self._end(Outcome(status.value))
        limits = self._left()
        args = explain, translation.problem, limits
        ended_explaining = run_apart(*args, wall_seconds=limits.wall_seconds, on_progress=self.on_progress)
        conflict = ended_explaining.answer
        return self._end(Outcome.INFEASIBLE, explain_timetable(translation, conflict) if conflict else None)

    def _partly(self, cancelled: bool = False) -> Planned:
        """End with the agenda of all but the lists that cannot be made, where the last timetable stands."""
        if self.stood is None or self.is_trial:
            return self._end(Outcome.CANCELLED if cancelled else Outcome.NONE_FOUND)
        placements, result = self.stood
        limits = replace(self.limits, wall_seconds=LAST_LISTS_SECONDS) if cancelled else self._left()
        wall = limits.wall_seconds
        args = plan_possible_lists, self.forum, placements, limits
        ended = run_apart(*args, wall_seconds=wall, on_progress=self.on_progress)
        if ended.answer is None:
            return self._end(Outcome.CANCELLED if cancelled or ended.is_cancelled else Outcome.NONE_FOUND)
        possible: PossibleLists = ended.answer
        if not possible.failures:
            return self._whole(placements, result, possible.made, cancelled)
        failed = {
            plan.failed.session: self._explained(placements, plan, plan.failed)
            for plan in possible.failures
            if plan.failed
        }
        is_certain = any(explanation.impossible for explanation in failed.values())
        outcome = Outcome.CANCELLED if cancelled else Outcome.INFEASIBLE if is_certain else Outcome.NONE_FOUND
        agenda = self._agenda(outcome, placements, result, possible.made, frozenset(failed))
        first, *further = failed.values()
        return Planned(
            outcome=outcome,
            agenda=agenda,
            explanation=first,
            further=tuple(further),
            rounds=self.round,
            left_out=tuple(failed),
        )

    def _explained(self, placements: tuple[Placement, ...], lists: ListsPlan, failed: FailedList) -> Explanation:
        """Say why there is no list; it is impossible only if it is wherever sessions may stand."""
        translation = failed_translation(self.forum, placements, lists)
        given = failed.conflict, failed.repair, failed.floor_minutes
        if failed.status is not Status.INFEASIBLE or not depends_on_places(translation, failed):
            return explain_list(translation, *given, impossible=failed.status is Status.INFEASIBLE)
        clash = pinned_clash(translation)
        if clash is None:
            return explain_list(translation, *given, impossible=False)
        explanation = explain_list(translation, failed.conflict_of(clash.turn), impossible=True)
        helping = [pin for pin in clash.pins if self._helps(pin)]
        return explain_pinned(explanation, self.forum, clash.pins, helping)

    def _helps(self, pin: Pin) -> bool:
        """Say whether the forum is known to have an agenda without a pin; nothing is known where time is over."""
        if self.limits.wall_seconds is not None and time.monotonic() - self.began >= self.limits.wall_seconds:
            return False
        if self.on_progress is not None:
            self.on_progress(Progress("finding out what would help", time.monotonic() - self.began))
        freed = self.forum.model_copy(update={"pins": tuple(other for other in self.forum.pins if other != pin)})
        limits = replace(self._left(), effort=min(self.limits.effort, TRIAL_EFFORT))
        planned = Planning(freed, limits, None, self.keep, is_trial=True).run()
        return planned.outcome in (Outcome.OPTIMAL, Outcome.FEASIBLE)

    def _end(self, outcome: Outcome, explanation: Explanation | None = None) -> Planned:
        return Planned(outcome=outcome, explanation=explanation, rounds=max(1, self.round))


def plan(
    forum: Forum, limits: Limits | None = None, on_progress: OnProgress | None = None, keep: Agenda | None = None
) -> Planned:
    """Make an agenda; ``keep`` is one that should change little. What comes back has been verified."""
    return Planning(forum, limits or Limits(), on_progress, keep).run()


def as_far_as_it_stands(forum: Forum, agenda: Agenda) -> Agenda:
    """Return what of an earlier agenda the forum still has: placements of its sittings, in its periods and rooms."""
    kept = tuple(
        placement
        for placement in agenda.placements
        if placement.session in forum.session_by_id
        and placement.sitting <= len(forum.session_by_id[placement.session].sittings)
        and placement.period in forum.period_by_id
        and placement.room in forum.room_by_id
    )
    return agenda.model_copy(update={"placements": kept, "lists": ()})
