"""What the checker and the model of one rule say of the same timetables, side by side."""

from collections.abc import Iterable

from solver.engine import Answer, Verdict
from solver.rule import Level
from solver.timetable.rules.base import TimetableRule
from tests.agreement.timetables import Case, pinned_answer


def is_solved(answer: Answer | None) -> bool:
    """Whether a pinned model has its solution."""
    return answer is not None and answer.verdict is Verdict.OPTIMAL


def said_of(rule: TimetableRule, level: Level, found: Iterable[Case]) -> list[tuple[int | None, int | None]]:
    """Return for each case what the model and what the checker makes of it: points, or None where it is forbidden."""
    return [(modelled(rule, case), checked(rule, level, case)) for case in found]


def modelled(rule: TimetableRule, case: Case) -> int | None:
    """Return the least cost of a timetable in the model of one rule, None where there is no solution."""
    answer = pinned_answer(*case, (rule,))
    return answer.bound if answer is not None and is_solved(answer) else None


def checked(rule: TimetableRule, level: Level, case: Case) -> int | None:
    """Return the points of a timetable by the checker of one rule, None where it blocks the timetable."""
    problem, timetable = case
    amount = sum(violation.amount for violation in rule.check(problem, timetable))
    if level is Level.BLOCK:
        return None if amount else 0
    return amount * problem.settings[rule.name].weight
