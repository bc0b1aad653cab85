"""The rotation of a forum: which objectives the editions to come review in depth, and how round tables share them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pydantic import Field

from scheduler.domain.agenda import Outcome
from scheduler.domain.base import Value
from scheduler.domain.forum import Forum
from scheduler.domain.rotation_plan import EditionPlan, RotationPlan
from scheduler.services.rotation.clusters import links_of
from scheduler.services.rotation.reasons import Reasons, reasons
from scheduler.translate.rotation import RotationLabels, RotationTranslation, left_of, rotation_problem
from solver.result import Conflict, Limits, OnProgress, Requirement, Result, Status
from solver.rotation.build import HISTORY, POLICIES
from solver.rotation.check import check
from solver.rotation.grouping import GroupingResult, group
from solver.rotation.groups import GroupingProblem, Groups, even_sizes
from solver.rotation.rulebook import RULES
from solver.rotation.solution import Rotation
from solver.rotation.solve import solve
from solver.rule import sentence

GROUPING_EFFORT = 0.25
"""Part of the usual effort that one edition's round tables are given."""


class Rotated(Value):
    """How planning a rotation ended."""

    outcome: Outcome
    plan: RotationPlan | None = None
    reasons: Reasons | None = Field(None, description="Why the next edition reviews in depth what it does")
    changes: int | None = Field(None, description="Objectives and editions that a released plan had otherwise")
    history: tuple[str, ...] = Field((), description="What of the past the policy would not have allowed")
    conflict: tuple[str, ...] = Field((), description="Requirements that cannot hold together")
    fixes: tuple[str, ...] = Field((), description="What to change, each of which alone lets there be a rotation")
    joint: tuple[str, ...] = Field((), description="Where nothing does alone: what does when all of it is changed")


def rotate(
    forum: Forum,
    editions: int,
    released: RotationPlan | None,
    limits: Limits,
    on_progress: OnProgress | None = None,
) -> Rotated:
    """Plan a whole horizon at once, with least change to a released plan, or say what cannot hold together.

    What was released is not forgotten: as many editions are planned as it has left, if that is more.
    """
    translation = rotation_problem(forum, max(editions, left_of(released, forum)), released)
    history = tuple(_history(translation))
    result = solve(translation.problem, limits, on_progress)
    outcome = Outcome(result.status.value)
    if result.solution is None:
        return _explained(translation, outcome, history, result.conflict or Conflict((), (), proven=False))
    plan = _plan(translation, result, released, limits)
    return Rotated(
        outcome=outcome, plan=plan, reasons=reasons(forum, plan), changes=_changes(result, released), history=history
    )


def _explained(
    translation: RotationTranslation, outcome: Outcome, history: tuple[str, ...], conflict: Conflict
) -> Rotated:
    labels = RotationLabels(translation)

    def advice(asked: Sequence[Requirement]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(_fix(translation, labels, each) for each in asked))

    return Rotated(
        outcome=outcome,
        history=history,
        conflict=tuple(_said(translation, labels, member) for member in conflict.members),
        fixes=advice(conflict.fixes),
        joint=advice(conflict.joint),
    )


def _changes(result: Result[Rotation], released: RotationPlan | None) -> int | None:
    if result.report is None or released is None:
        return None
    return sum(line.amount for line in result.report.lines if line.rule == "plan-is-kept")


def _history(translation: RotationTranslation) -> list[str]:
    """Return what of the past breaks the policy of now."""
    past = translation.problem.past
    problem = replace(
        translation.problem,
        cycles=translation.problem.cycles[:past],
        objectives=tuple(replace(o, wanted=frozenset(), unwanted=frozenset()) for o in translation.problem.objectives),
        judged_from=0,
    )
    if not past:
        return []
    labels = RotationLabels(translation)
    rules = {rule.name: rule for rule in RULES}
    report = check(problem, tuple(objective.reviewed for objective in problem.objectives))
    return [rules[v.rule].explain(problem, v, labels) for v in report.broken]


def _said(translation: RotationTranslation, labels: RotationLabels, asked: Requirement) -> str:
    """Return a requirement in a sentence: a policy by its rule's own, a single demand with what it is about."""
    rule = next(rule for rule in RULES if rule.name == asked.rule)
    if asked == HISTORY:
        first = translation.years_to_come[0]
        return f"What has taken place stands as it was; a series that begins in {first} could keep the others."
    if asked.rule in POLICIES:
        problem = translation.problem
        amounts = {"shortest-gap": problem.shortest_gap, "longest-gap": problem.longest_gap}
        amounts["counts-stay-level"] = problem.spread
        amount = f" (set to {amounts[asked.rule]})" if asked.rule in amounts else ""
        return f"{sentence(rule)[:-1]}{amount}."
    return rule.state(translation.problem, asked.instance, labels)


WHERE = {
    "fixed-every-cycle": "Take it out of what is fixed (forum.yaml, rotation.fixed)",
    "rotation-pin-holds": "Remove the pin (rotation_pins.csv)",
    "shortest-gap": "Shorten the shortest gap, to 1 if need be (forum.yaml, rotation.shortest_gap)",
    "longest-gap": "Lengthen the longest gap, or leave it blank (forum.yaml, rotation.longest_gap)",
    "once-in-each-set": "Lengthen the sets, or leave their length blank (forum.yaml, rotation.set_editions)",
    "focus-size": "Let more or fewer be in focus (forum.yaml, rotation.focus_least and focus_most)",
    "counts-stay-level": "Let counts differ by more (forum.yaml, rotation.spread), or be as level as they can be, and "
    "level again soon (rules.csv, counts-stay-level as warn)",
}
"""What can be changed so that a requirement is not asked."""


def _fix(translation: RotationTranslation, labels: RotationLabels, asked: Requirement) -> str:
    """Say what to change; sizes are one setting for all editions, so that what frees one frees all."""
    if asked.rule in POLICIES or asked.rule == "focus-size":
        return f"{WHERE[asked.rule]}."
    return f"{WHERE[asked.rule]}: {_said(translation, labels, asked)}"


def _plan(
    translation: RotationTranslation, result: Result[Rotation], released: RotationPlan | None, limits: Limits
) -> RotationPlan:
    forum, problem, rotation = translation.forum, translation.problem, result.solution or ()
    numbers = [objective.number for objective in translation.objectives]
    editions = []
    grouped = GroupingResult(Status.OPTIMAL, _held(translation, released))
    asked: GroupingProblem | None = None
    for index, year in enumerate(translation.years_to_come, start=problem.past):
        focus = [i for i, pattern in enumerate(rotation) if index in pattern]
        wanted = grouping_of(forum, numbers, focus, grouped.groups or ())
        if wanted != asked:
            grouped = group(wanted, replace(limits, effort=limits.effort * GROUPING_EFFORT))
        asked = wanted
        editions.append(_edition(numbers, year, focus, grouped))
    is_own = released is not None and released.forum == forum.uid  # an earlier edition had sessions of its own
    return RotationPlan(
        forum=forum.uid,
        series=forum.series,
        version=released.version + 1 if released else 1,
        outcome=Outcome(result.status.value),
        score=result.score or 0,
        bound=result.bound,
        editions=tuple(editions),
        floors=released.floors if released and is_own else {},
        given=released.given if released and is_own else {},
        earlier=(released.model_copy(update={"earlier": ()}), *released.earlier) if released else (),
    )


def _held(translation: RotationTranslation, released: RotationPlan | None) -> Groups:
    """Return the round tables of the edition held last, as a released plan had them; none where no plan did."""
    last = translation.years[translation.problem.past - 1] if translation.problem.past else 0
    place = {objective.number: i for i, objective in enumerate(translation.objectives)}
    for plan in (released, *released.earlier) if released else ():
        if over := [edition for edition in plan.editions if edition.year <= last]:
            tables = max(over, key=lambda edition: edition.year).round_tables
            return tuple(frozenset(place[number] for number in members if number in place) for members in tables)
    return ()


def grouping_of(forum: Forum, numbers: Sequence[int], focus: Sequence[int], before: Groups) -> GroupingProblem:
    """Ask for round tables in which the objectives in focus are spread evenly, unless all are."""
    policy = forum.rotation
    tables = min(policy.round_tables, len(numbers))
    smallest, largest = even_sizes(len(numbers), tables, policy.size_slack)
    return GroupingProblem(
        objectives=len(numbers),
        groups=tables,
        smallest=smallest,
        largest=largest,
        links=links_of(forum, numbers),
        before=before,
        stability=policy.stability,
        spread=frozenset(focus) if len(focus) < len(numbers) else frozenset(),
    )


def _edition(numbers: Sequence[int], year: int, focus: Sequence[int], grouped: GroupingResult) -> EditionPlan:
    return EditionPlan(
        year=year,
        focus=tuple(numbers[i] for i in focus),
        round_tables=tuple(tuple(numbers[i] for i in sorted(members)) for members in grouped.groups or ()),
        parted=grouped.points,
        parted_bound=grouped.bound,
    )
