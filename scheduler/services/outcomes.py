"""A checker's report becomes lines of an agenda: what each rule cost and where, in sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from scheduler.domain.agenda import RuleOutcome
from scheduler.domain.forum import Level
from solver.rule import Report, Violation


def rule_outcomes(report: Report, explain: Callable[[Violation], str | None]) -> tuple[RuleOutcome, ...]:
    """Turn a report into outcomes, one a rule; a violation that cannot be told is counted and has no sentence."""
    return tuple(
        RuleOutcome(
            rule=line.rule,
            level=Level(line.level.value),
            amount=line.amount,
            points=line.points,
            sentences=tuple(sentence for violation in line.violations if (sentence := explain(violation))),
        )
        for line in report.lines
    )


def joined(outcomes: Iterable[RuleOutcome]) -> tuple[RuleOutcome, ...]:
    """Add up the outcomes of each rule over several reports, in the order the rules first come."""
    found: dict[str, RuleOutcome] = {}
    for outcome in outcomes:
        known = found.get(outcome.rule)
        if known:
            outcome = RuleOutcome(
                rule=known.rule,
                level=known.level,
                amount=known.amount + outcome.amount,
                points=known.points + outcome.points,
                sentences=known.sentences + outcome.sentences,
            )
        found[outcome.rule] = outcome
    return tuple(found.values())
