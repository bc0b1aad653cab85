"""Improving a timetable by freeing a part of it and solving that part anew with all rules.

A step frees some sittings, restricts them to some periods, and lets CP-SAT place them; the rest stays. Which part is
freed is drawn at random, most often where points are lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from solver import engine
from solver.errors import DisagreementError
from solver.rule import Report
from solver.timetable.build import Demand, blocking, build
from solver.timetable.check import check
from solver.timetable.choice import Domain
from solver.timetable.problem import Problem
from solver.timetable.solution import Timetable

CELLS_A_STEP = 900
"""Pairs of time and room that a step decides over, about."""

MOST_CELLS_A_STEP = 12_000
"""The same at most, where sittings find no place in smaller steps."""

WORK_A_STEP = 0.15
"""Deterministic time CP-SAT may spend on one step."""

OF_ABSENCE = ("placed-once", "objective-open")
"""Rules that sittings without a place break while one is still being looked for."""


@dataclass(frozen=True)
class State:
    """A timetable, perhaps with sittings that have no place yet, and the checker's report of it."""

    timetable: Timetable
    report: Report

    @property
    def absent(self) -> tuple[int, ...]:
        """Sittings without a place."""
        return tuple(i for i, placement in enumerate(self.timetable.placements) if placement is None)

    @property
    def rank(self) -> tuple[int, int]:
        """What is minimised: sittings without a place, then points."""
        return len(self.absent), self.report.points

    @property
    def is_feasible(self) -> bool:
        """Whether no rule that blocks is broken."""
        return self.report.is_feasible


def judged(problem: Problem, timetable: Timetable) -> State:
    """Check a timetable; only sittings without a place may be held against it.

    Raises
    ------
    DisagreementError
        If a rule that blocks is broken otherwise: its encoding and its check disagree.
    """
    state = State(timetable, check(problem, timetable))
    absent = frozenset(state.absent)
    broken = [v for v in state.report.broken if v.rule not in OF_ABSENCE or absent.isdisjoint(v.where)]
    if broken:
        raise DisagreementError(f"the model and the checker disagree: {broken[:3]}")
    return state


class Search:
    """The improvement of one timetable, a step at a time, deterministic for a seed."""

    def __init__(
        self, problem: Problem, domains: Sequence[Domain], demands: Sequence[Demand], seed: int, workers: int = 1
    ) -> None:
        self._problem, self._domains, self._demands = problem, domains, demands
        self._blocking = blocking(demands)
        self._random = Random(seed)
        self._workers = workers
        self._cells = [max(1, len(domain.choices) * len(domain.rooms)) for domain in domains]
        self._size = CELLS_A_STEP

    def step(self, state: State, deadline: float | None = None) -> tuple[State, float]:
        """Try one step; return the better of the two states and the deterministic time used."""
        free, periods = self._neighbourhood(state)
        free |= set(state.absent)
        domains = [self._restricted(i, periods, state) if i in free else d for i, d in enumerate(self._domains)]
        fixed = {i: placement for i, placement in enumerate(state.timetable.placements) if i not in free}
        demands = self._blocking if state.absent else self._demands
        variables = build(self._problem, domains, demands, fixed, state.absent)
        work = WORK_A_STEP * self._size / CELLS_A_STEP
        effort = engine.Effort(work, deadline, self._random.randrange(2**31), self._workers, relaxation=1)
        answer = engine.solve(variables.model, effort, variables.hint(state.timetable))
        found = state if answer.values is None else judged(self._problem, variables.solution(answer.values))
        self._resize(has_placed=len(found.absent) < len(state.absent), is_stuck=bool(found.absent))
        return (found if found.rank <= state.rank else state), answer.work

    def _resize(self, has_placed: bool, is_stuck: bool) -> None:
        """Free more at a time while some sittings find no place, as much as ever until one does."""
        if has_placed or not is_stuck:
            self._size = CELLS_A_STEP
        else:
            self._size = min(MOST_CELLS_A_STEP, self._size * 5 // 4)

    def _restricted(self, sitting: int, periods: set[int], state: State) -> Domain:
        domain = self._domains[sitting]
        placement = state.timetable.placements[sitting]
        return domain if placement is None else domain.within(periods | {placement.period})

    def _neighbourhood(self, state: State) -> tuple[set[int], set[int]]:
        """Draw the sittings to free and the periods they may go to."""
        draw = self._random.random()
        if state.absent or draw < 0.5:
            seeds = self._trouble(state)
            with_tied = [i for seed in seeds for i in self._problem.tied[seed]] if self._random.random() < 0.5 else []
            return self._around([*seeds, *with_tied], state)
        if draw < 0.8:
            return self._around([self._random.randrange(len(self._domains))], state)
        return self._scattered()

    def _trouble(self, state: State) -> list[int]:
        """Draw sittings at which points are lost, or for which no place is found."""
        if state.absent:
            return [self._random.choice(state.absent)]
        lines = [line for line in state.report.lines if line.points]
        if not lines:
            return [self._random.randrange(len(self._domains))]
        line = self._random.choices(lines, [line.points for line in lines])[0]
        violation = self._random.choice(line.violations)
        where = list(violation.where)
        return self._random.sample(where, min(2, len(where))) or [self._random.randrange(len(self._domains))]

    def _around(self, seeds: Sequence[int], state: State) -> tuple[set[int], set[int]]:
        """Free some sittings and those in a few periods, first the ones they could go to."""
        by_period: dict[int, list[int]] = {}
        for sitting, placement in state.timetable.placed():
            by_period.setdefault(placement.period, []).append(sitting)
        free = set(seeds)
        periods = {p.period for i in seeds if (p := state.timetable.placements[i]) is not None}
        targets = sorted({choice.period for i in seeds for choice in self._domains[i].choices} - periods)
        others = [index for index in range(len(self._problem.periods)) if index not in {*periods, *targets}]
        self._random.shuffle(targets)
        self._random.shuffle(others)
        order = [*sorted(periods), *targets, *others]
        for period in order:
            here = by_period.get(period, [])
            count = len(free | set(here)) * (len(periods | {period}))
            if len(periods) > 1 and count * len(self._problem.rooms) > self._size:
                break
            periods.add(period)
            room_left = max(1, self._size // (len(periods) * len(self._problem.rooms))) - len(free)
            here = self._random.sample(here, min(len(here), max(4, room_left)))
            free |= set(here)
        return free, periods

    def _scattered(self) -> tuple[set[int], set[int]]:
        """Free sittings drawn from everywhere, to go anywhere."""
        order = list(range(len(self._domains)))
        self._random.shuffle(order)
        free: set[int] = set()
        cells = 0
        for sitting in order:
            if free and cells + self._cells[sitting] > self._size:
                break
            free.add(sitting)
            cells += self._cells[sitting]
        return free, set(range(len(self._problem.periods)))
