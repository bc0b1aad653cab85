"""The speakers lists of a placed forum, one after the other; this runs where the solver runs, apart from the caller."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from scheduler.domain.agenda import Placement, SpeakersList
from scheduler.domain.forum import Forum
from scheduler.domain.session import Session
from scheduler.services.verify import commitments
from scheduler.translate.measures import to_speakers_list
from scheduler.translate.speakers import SpeakersTranslation, sessions_with_lists, speakers_problem
from solver.result import Conflict, Limits, OnProgress, Progress, Requirement, Status
from solver.speakers.solve import solve


@dataclass(frozen=True)
class FailedList:
    """A session whose speakers cannot all speak where the session stands."""

    session: str
    status: Status
    conflict: Conflict | None
    repair: tuple[Requirement, ...] = ()
    floor_minutes: int | None = None
    """Minutes to reserve for the floor with which the list was found, where they were asked for."""

    def conflict_of(self, turn: int) -> Conflict:
        """Return the conflict as one speaker alone makes it, who has no time at all."""
        hours = Requirement("within-availability", (turn,))
        fixes = [fix for fix in (self.conflict.fixes if self.conflict else ()) if fix == hours]
        return Conflict((hours,), tuple(fixes))


@dataclass(frozen=True)
class ListsPlan:
    """The lists found, in the forum's order of sessions, and the first that was not."""

    lists: tuple[SpeakersList, ...]
    failed: FailedList | None = None
    reproducible: bool = True


def plan_lists(
    forum: Forum, placements: tuple[Placement, ...], limits: Limits, on_progress: OnProgress | None = None
) -> ListsPlan:
    """Make every list; one that fails because its speakers speak elsewhere before is made earlier, and all again."""
    began = time.monotonic()
    order = _most_constrained_first(forum, placements)
    early: list[str] = []
    while True:
        ordered = sorted(order, key=lambda session: early.index(session.id) if session.id in early else len(early))
        plan = _in_order(forum, placements, ordered, limits, began, on_progress)
        failed = plan.failed
        if failed is None or failed.session in early or not _is_held_by_turns(forum, placements, plan):
            return plan
        early.insert(0, failed.session)


@dataclass(frozen=True)
class PossibleLists:
    """Every list that could be made, and for each that could not the plan it failed in."""

    made: ListsPlan
    failures: tuple[ListsPlan, ...]


def plan_possible_lists(
    forum: Forum, placements: tuple[Placement, ...], limits: Limits, on_progress: OnProgress | None = None
) -> PossibleLists:
    """Make every list that can be made, leaving out one that cannot after the other."""
    began = time.monotonic()
    failures: list[ListsPlan] = []
    while True:
        plan = plan_lists(forum, placements, _share(limits, began, 1), on_progress)
        if plan.failed is None:
            return PossibleLists(plan, tuple(failures))
        minutes = _minutes_that_do(forum, placements, plan, _share(limits, began, 1))
        failures.append(replace(plan, failed=replace(plan.failed, floor_minutes=minutes)))
        forum = without_lists(forum, {plan.failed.session})


def _minutes_that_do(forum: Forum, placements: Sequence[Placement], plan: ListsPlan, limits: Limits) -> int | None:
    """Return how many minutes of floor make a list possible that has too few, where its sittings have them."""
    translation = failed_translation(forum, placements, plan)
    session, problem = translation.session, translation.problem
    needed = sum(problem.duration(turn) for turn in range(len(problem.interventions))) - problem.changeover
    minutes = -(-needed // 60) + session.response_minutes
    if not session.floor_minutes < minutes <= sum(session.sittings) - session.opening_minutes:
        return None
    roomier = session.model_copy(update={"floor_minutes": minutes})
    sessions = tuple(roomier if other.id == session.id else other for other in forum.sessions)
    busy = commitments(forum, placements, plan.lists)
    tried = speakers_problem(forum.model_copy(update={"sessions": sessions}), placements, roomier, busy)
    return minutes if solve(tried.problem, limits).solution is not None else None


def without_lists(forum: Forum, sessions: Collection[str]) -> Forum:
    """Return a forum in which nobody asks for the floor of some sessions."""
    kept = tuple(request for request in forum.requests if request.session not in sessions)
    return forum.model_copy(update={"requests": kept})


def _most_constrained_first(forum: Forum, placements: Sequence[Placement]) -> list[Session]:
    def slack_seconds(session: Session) -> int:
        problem = speakers_problem(forum, placements, session, ()).problem
        held = sum(end - start for start, end in problem.stretches)
        return held - sum(problem.duration(turn) for turn in range(len(problem.interventions)))

    return sorted(sessions_with_lists(forum), key=slack_seconds)


def _in_order(
    forum: Forum,
    placements: tuple[Placement, ...],
    order: Sequence[Session],
    limits: Limits,
    began: float,
    on_progress: OnProgress | None,
) -> ListsPlan:
    done: dict[str, SpeakersList] = {}
    reproducible = True
    for place, session in enumerate(order):
        if on_progress:
            title = session.title.of(*forum.languages)
            phase = f"ordering speakers lists, {place + 1} of {len(order)}: {title}"
            on_progress(Progress(phase, time.monotonic() - began))
        busy = commitments(forum, placements, tuple(done.values()))
        translation = speakers_problem(forum, placements, session, busy)
        result = solve(translation.problem, _share(limits, began, len(order) - place))
        if result.solution is None:
            return ListsPlan(
                tuple(done.values()), FailedList(session.id, result.status, result.conflict, result.repair)
            )
        reproducible = reproducible and result.reproducible
        done[session.id] = to_speakers_list(translation, result)
    lists = tuple(done[session.id] for session in sessions_with_lists(forum))
    return ListsPlan(lists, None, reproducible)


def _share(limits: Limits, began: float, remaining: int) -> Limits:
    if limits.wall_seconds is None:
        return limits
    left = max(0.0, limits.wall_seconds - (time.monotonic() - began))
    return replace(limits, wall_seconds=max(0.2, left / remaining * 1.5))


def _is_held_by_turns(forum: Forum, placements: tuple[Placement, ...], plan: ListsPlan) -> bool:
    failed = plan.failed
    if failed is None or failed.conflict is None:
        return False
    translation = failed_translation(forum, placements, plan)
    return any(duty.role is None for turn in held_turns(failed) for duty in translation.commitments[turn])


def held_turns(failed: FailedList) -> tuple[int, ...]:
    """Return the interventions whose hours are part of what makes a list impossible."""
    members = failed.conflict.members if failed.conflict else ()
    return tuple(member.instance[0] for member in members if member.rule == "within-availability")


def failed_translation(forum: Forum, placements: Sequence[Placement], plan: ListsPlan) -> SpeakersTranslation:
    """Return the problem that had no list, as it was when it was tried."""
    session = forum.session_by_id[plan.failed.session if plan.failed else ""]
    return speakers_problem(forum, placements, session, commitments(forum, placements, plan.lists))
