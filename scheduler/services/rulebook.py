"""All rules of all problems, for those who list or look them up."""

from __future__ import annotations

from scheduler.domain.base import Value
from solver.rule import Rule, sentence
from solver.speakers.rulebook import RULES as SPEAKERS_RULES
from solver.timetable.rulebook import RULES as TIMETABLE_RULES


class RuleEntry(Value):
    """One rule as it is shown to people."""

    name: str
    about: str
    kind: str
    weight: str
    sentence: str


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of timetables, then those of speakers lists."""
    return (*TIMETABLE_RULES, *SPEAKERS_RULES)


def rule_entries() -> tuple[RuleEntry, ...]:
    """Describe every rule, hard before soft in each problem."""
    return tuple(
        RuleEntry(name=rule.name, about=about, kind=rule.kind.value, weight=rule.weight, sentence=sentence(rule))
        for about, rules in (("timetable", TIMETABLE_RULES), ("speakers", SPEAKERS_RULES))
        for rule in rules
    )
