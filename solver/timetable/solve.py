"""The one way to solve a timetable: construct, bound, prove if it is small, improve."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from solver import engine
from solver.engine import Effort, Verdict
from solver.result import Limits, OnProgress, Progress, Result, Status
from solver.timetable.build import Demand, build, count_rooms, demands_of, single_rooms
from solver.timetable.choice import Domain
from solver.timetable.construct import periods_for_all, rooms_by_period
from solver.timetable.domains import domains_of
from solver.timetable.problem import Problem
from solver.timetable.search import Search, State, judged
from solver.timetable.solution import Timetable

SMALL_CELLS = 8_000
"""Pairs of time and room up to which the whole forum is given to CP-SAT first."""

MIDDLE_CELLS = 40_000
"""The same up to which it is given to CP-SAT last, to raise the bound."""

SMALL_WORK = 2.0
"""Deterministic time for the whole forum where it comes first, whatever the effort: it proves soon or not."""

MIDDLE_WORK = 4.0
"""Deterministic time for the whole forum where it comes last, at effort 1."""

SEARCH_WORK = 6.0
"""Deterministic time for improvement, at effort 1."""

SEARCH_SHARE = 0.75
"""Part of the wall-clock limit that improvement may use up where a bound comes after it."""

LARGE_SITTINGS = 500
"""Sittings from which on the linear relaxation comes after improvement."""

LINEAR_TERMS = 12_000_000_000
"""Terms of a linear relaxation times the iterations spent on it, about: what one costs the other does not get."""

STEP_WORK = 0.02
"""Deterministic time a step costs at least, so that steps are bounded too."""

FIRST_WORK = 30.0
"""Deterministic time for a first model without rooms, whatever the effort."""

ROOMS_WORK = 0.3
"""Deterministic time for the rooms of one period, whatever the effort."""


@dataclass
class Run:
    """What one solve has so far."""

    problem: Problem
    limits: Limits
    on_progress: OnProgress | None
    search: Search
    started: float = field(default_factory=time.monotonic)
    state: State | None = None
    bound: int = 0
    reproducible: bool = True

    @property
    def deadline(self) -> float | None:
        """The moment the wall-clock guard ends the run."""
        return None if self.limits.wall_seconds is None else self.started + self.limits.wall_seconds

    @property
    def is_late(self) -> bool:
        """Whether the guard has ended the run, which is then not reproducible."""
        return self.is_past(1.0)

    def is_past(self, share: float) -> bool:
        """Whether a share of the wall-clock limit is over; what that ends is not reproducible."""
        limit = self.limits.wall_seconds
        is_over = limit is not None and time.monotonic() >= self.started + share * limit
        self.reproducible &= not is_over
        return is_over

    @property
    def is_proven(self) -> bool:
        """Whether the best state has no worse score than the bound."""
        return self.state is not None and not self.state.absent and self.state.report.points <= self.bound

    def tell(self, phase: str) -> None:
        """Report where the run is."""
        if self.on_progress is not None:
            has_all = self.state is not None and not self.state.absent
            score = self.state.report.points if self.state is not None and has_all else None
            best = self.state.timetable if self.state is not None and has_all else None
            self.on_progress(Progress(phase, time.monotonic() - self.started, score, self.bound, best))

    def offer(self, state: State, phase: str) -> None:
        """Keep a state if it is the best."""
        if self.state is None or state.rank < self.state.rank:
            self.state = state
            self.tell(phase)

    def raise_bound(self, bound: int | None, phase: str) -> None:
        """Keep a lower bound if it is the best."""
        if bound is not None and bound > self.bound:
            self.bound = bound
            self.tell(phase)


def solve(problem: Problem, limits: Limits, on_progress: OnProgress | None = None) -> Result[Timetable]:
    """Place every sitting so that no rule that blocks is broken and the score is as low as can be found.

    Parameters
    ----------
    limits
        ``effort`` scales deterministic budgets; ``wall_seconds`` is a guard on top.
    on_progress
        Called with each better score and bound.

    Returns
    -------
    Result
        OPTIMAL only where the checker's score equals a proven bound; INFEASIBLE only where a model without any
        soft rule has no solution; NONE_FOUND where time ran out first.
    """
    started = time.monotonic()
    demands = demands_of(problem)
    domains = domains_of(problem, ((demand.rule, demand.setting, demand.instance) for demand in demands))
    search = Search(problem, domains, demands, limits.seed, limits.workers)
    run = Run(problem, limits, on_progress, search, started, bound=sum(domain.least for domain in domains))
    run.tell("places")
    cells = sum(len(domain.choices) * len(domain.rooms) for domain in domains)
    verdict = _construct(run, domains, demands)
    if cells <= SMALL_CELLS and verdict is not Verdict.INFEASIBLE:
        verdict = _whole(run, domains, demands, SMALL_WORK / run.limits.effort)
    if verdict is Verdict.INFEASIBLE:
        return Result(Status.INFEASIBLE, reproducible=run.reproducible)
    _polish(run, domains, demands, is_middle=cells <= MIDDLE_CELLS)
    run.tell("done")
    return _result(run)


def _polish(run: Run, domains: Sequence[Domain], demands: Sequence[Demand], is_middle: bool) -> None:
    """Improve what is there and bound what can be; the bound of a large forum comes last, as it takes longest."""
    is_large = len(domains) > LARGE_SITTINGS
    if not is_large:
        _raise_linear_bound(run, domains, demands)
    _improve(run, SEARCH_SHARE if is_middle or is_large else 1.0)
    if is_large:
        _raise_linear_bound(run, domains, demands)
    if is_middle and not run.is_proven and not run.is_late:
        _whole(run, domains, demands, MIDDLE_WORK)


def _result(run: Run) -> Result[Timetable]:
    if run.state is None or not run.state.is_feasible:
        return Result(Status.NONE_FOUND, bound=run.bound, reproducible=run.reproducible)
    status = Status.OPTIMAL if run.is_proven else Status.FEASIBLE
    return Result(status, run.state.timetable, run.state.report, run.bound, run.reproducible)


def _whole(run: Run, domains: Sequence[Domain], demands: Sequence[Demand], work: float) -> Verdict:
    """Give the whole forum to CP-SAT, from the best timetable so far if there is one."""
    variables = build(run.problem, domains, demands)
    count_rooms(run.problem, variables, domains, single_rooms(demands))
    hint = None if run.state is None else variables.hint(run.state.timetable)

    def on_values(values: tuple[int, ...], bound: int) -> None:
        run.bound = max(run.bound, bound)
        run.offer(judged(run.problem, variables.solution(values)), "whole forum")

    run.tell("whole forum")
    answer = engine.solve(variables.model, _effort(run, work), hint, on_values)
    run.reproducible &= not answer.clock_ended
    if answer.values is not None:
        run.offer(judged(run.problem, variables.solution(answer.values)), "whole forum")
    if answer.verdict is not Verdict.INFEASIBLE:
        run.raise_bound(answer.bound, "whole forum")
    return answer.verdict


def _construct(run: Run, domains: Sequence[Domain], demands: Sequence[Demand]) -> Verdict:
    """Find times in a model that only counts rooms, then rooms as far as there are."""
    run.tell("times")
    answer, times = periods_for_all(run.problem, domains, demands, _effort(run, FIRST_WORK / run.limits.effort))
    run.reproducible &= not answer.clock_ended
    if answer.values is None:
        return answer.verdict
    run.tell("rooms")
    timetable = rooms_by_period(
        run.problem, domains, demands, times.solution(answer.values), _effort(run, ROOMS_WORK / run.limits.effort)
    )
    run.offer(judged(run.problem, timetable), "rooms")
    _step(run, "rooms", lambda: bool(run.state and run.state.absent))
    return Verdict.FEASIBLE


def _effort(run: Run, work: float) -> Effort:
    return Effort(work * run.limits.effort, run.deadline, run.limits.seed, run.limits.workers)


def _raise_linear_bound(run: Run, domains: Sequence[Domain], demands: Sequence[Demand]) -> None:
    """Bound the score by the linear relaxation of the model without rooms."""
    if run.is_proven or run.is_late:
        return
    run.tell("bound")
    variables = build(run.problem, domains, demands, has_rooms=False)
    count_rooms(run.problem, variables, domains, single_rooms(demands))
    room_points = sum(min(domain.rooms.values(), default=0) for domain in domains)
    if run.is_late:
        return
    terms = sum(len(row.expr.terms) for row in variables.model.rows)
    bound = engine.linear_bound(variables.model, run.deadline, LINEAR_TERMS // max(1, terms))
    run.raise_bound(None if bound is None else bound + room_points, "bound")


def _improve(run: Run, share: float) -> None:
    """Step until the score is proven, the budget is used, or a share of the wall-clock limit is over."""
    _step(run, "improvement", lambda: not run.is_proven and not run.is_past(share))


def _step(run: Run, phase: str, goes_on: Callable[[], bool]) -> None:
    work = 0.0
    while run.state is not None and work < SEARCH_WORK * run.limits.effort and not run.is_late and goes_on():
        state, used = run.search.step(run.state, run.deadline)
        work += max(used, STEP_WORK)
        if state.rank < run.state.rank:
            run.offer(state, phase)
        else:
            run.state = state
