"""A forum's framework, history and policy become a rotation problem."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from scheduler.domain.forum import Forum
from scheduler.domain.objective import Objective
from scheduler.domain.rotation import ANY_SPREAD, Depth
from scheduler.domain.rotation_plan import RotationPlan
from scheduler.publish.visible import say
from scheduler.translate.settings import settings_of
from scheduler.translate.urgency import urgency_of
from solver.rotation import problem as solver
from solver.rotation.rulebook import RULES


@dataclass(frozen=True)
class RotationTranslation:
    """A rotation problem with what is needed to read its answers."""

    forum: Forum
    years: tuple[int, ...]
    objectives: tuple[Objective, ...]
    problem: solver.Problem

    @property
    def years_to_come(self) -> tuple[int, ...]:
        """Editions that are planned."""
        return self.years[self.problem.past :]


class RotationLabels:
    """The forum's words for what a rotation names by index."""

    def __init__(self, translation: RotationTranslation) -> None:
        self._translation = translation

    def objective(self, objective: int) -> str:
        found = self._translation.objectives[objective]
        return f"Objective {found.number} ({say(self._translation.forum, found.short or found.title, None)})"

    def cycle(self, cycle: int) -> str:
        return str(self._translation.years[cycle])


def this_year(forum: Forum) -> int:
    """Return the year by which this edition is named."""
    return min(forum.days).year


def years_of(forum: Forum, editions: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Return the years of the editions that took place, and of so many that are to come."""
    past = tuple(sorted(edition.year for edition in forum.editions))
    step = forum.rotation.years_between
    own = this_year(forum)
    first = own if not past or own > past[-1] else past[-1] + step
    return past, tuple(range(first, first + step * editions, step))


def rotation_problem(forum: Forum, editions: int, released: RotationPlan | None = None) -> RotationTranslation:
    """Translate a forum's rotation over some editions to come."""
    past, to_come = years_of(forum, editions)
    years = (*past, *to_come)
    objectives = tuple(sorted(forum.objectives, key=lambda objective: objective.number))
    policy, urgency = forum.rotation, urgency_of(forum)
    problem = solver.Problem(
        cycles=tuple(_cycle(forum, year) for year in years),
        past=len(past),
        objectives=tuple(
            _objective(forum, objective, years, len(past), released, urgency[objective.number])
            for objective in objectives
        ),
        shortest_gap=policy.shortest_gap,
        longest_gap=policy.longest_gap,
        spread=policy.spread if policy.spread < ANY_SPREAD else None,
        sets=tuple(_sets(forum, years)),
        released=None if released is None else _spoken_of(released, years, len(past)),
        settings=settings_of(forum, RULES),
    )
    return RotationTranslation(forum, years, objectives, problem)


def left_of(released: RotationPlan | None, forum: Forum) -> int:
    """Return how many editions of a released plan have not taken place."""
    past, _ = years_of(forum, 0)
    last = past[-1] if past else 0
    return sum(edition.year > last for edition in released.editions) if released else 0


def released_for(released: RotationPlan, years: tuple[int, ...], past: int) -> dict[int, tuple[int, ...]]:
    """Return what a released plan has in focus in each year to come, edition by edition, also where years moved."""
    last = years[past - 1] if past else 0
    later = [focus for year, focus in sorted(released.focus_of.items()) if year > last]
    return dict(zip(years[past:], later, strict=False))


def _spoken_of(released: RotationPlan, years: tuple[int, ...], past: int) -> frozenset[int]:
    """Return the cycles to come that a released plan has; the editions beyond it are free."""
    known = released_for(released, years, past)
    return frozenset(place for place, year in enumerate(years) if place >= past and year in known)


def _cycle(forum: Forum, year: int) -> solver.Cycle:
    edition = next((edition for edition in forum.editions if edition.year == year), None)
    if edition is not None and not edition.has_focus:
        return solver.Cycle(0, 0)
    policy = forum.rotation
    rotating = sum(objective.number not in policy.fixed for objective in forum.objectives)
    if policy.focus_most is None and policy.focus_least is None:
        return solver.Cycle(rotating, None)
    return solver.Cycle(min(policy.focus_least or 0, rotating), policy.focus_most)


def _objective(
    forum: Forum,
    objective: Objective,
    years: tuple[int, ...],
    past: int,
    released: RotationPlan | None,
    urgency: int,
) -> solver.Objective:
    number = objective.number
    place = {year: index for index, year in enumerate(years)}
    reviewed = {r.year for r in forum.past_reviews if r.objective == number and r.depth is Depth.IN_DEPTH}
    pins = [pin for pin in forum.rotation_pins if pin.objective == number and place.get(pin.year, -1) >= past]
    planned = None
    if released is not None:
        focused = {year for year, focus in released_for(released, years, past).items() if number in focus}
        planned = frozenset(place[year] for year in focused)
    return solver.Objective(
        reviewed=frozenset(place[year] for year in reviewed if place.get(year, past) < past),
        is_fixed=number in forum.rotation.fixed,
        wanted=frozenset(place[pin.year] for pin in pins if pin.in_focus),
        unwanted=frozenset(place[pin.year] for pin in pins if not pin.in_focus),
        urgency=1 + urgency,
        planned=planned,
    )


def _sets(forum: Forum, years: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return the sets of editions: those of the past as they began, those to come one after the other."""
    length = forum.rotation.set_editions
    opened = sorted(edition.year for edition in forum.editions if edition.opens_set)
    if length is None:
        return []
    starts = [years.index(year) for year in opened] or [len(years_of(forum, 1)[0])]
    found = list(pairwise(starts))
    start = starts[-1]
    while start < len(years):
        found.append((start, start + length))
        start += length
    return found
