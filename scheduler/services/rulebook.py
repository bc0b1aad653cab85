"""All rules of all problems, for those who list or look them up."""

from __future__ import annotations

import sys
from pathlib import Path

from scheduler.domain.base import Value
from solver.rotation.rulebook import RULES as ROTATION_RULES
from solver.rule import Level, Rule, sentence
from solver.selection.rulebook import LEVELS, settable
from solver.selection.rulebook import RULES as SELECTION_RULES
from solver.speakers.rulebook import RULES as SPEAKERS_RULES
from solver.timetable.rulebook import RULES as TIMETABLE_RULES

TABLE_START = "<!-- rules: written by python -m scheduler.services.rulebook solver/README.md -->"
TABLE_END = "<!-- end of rules -->"


class RuleEntry(Value):
    """One rule as it is shown to people."""

    name: str
    about: str
    kind: str
    weight: str
    sentence: str


BOOKS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("timetable", TIMETABLE_RULES),
    ("speakers", SPEAKERS_RULES),
    ("selection", SELECTION_RULES),
    ("rotation", ROTATION_RULES),
)
"""The rules of each problem, by what they are about."""

WEIGHT = "weight"
"""Stands among what may be set of a rule where its points may be."""


def all_rules() -> tuple[Rule, ...]:
    """Return the rules of timetables, of speakers lists, of selections and of rotations."""
    return tuple(rule for _, rules in BOOKS for rule in rules)


def known_rules() -> dict[str, frozenset[str]]:
    """Return every rule by name, with what a forum may set of it: levels, and whether it has a weight."""
    anything = frozenset({*(level.value for level in Level), WEIGHT})
    selecting = {rule.name: frozenset(level.value for level in settable(rule)) for rule in SELECTION_RULES}
    return {rule.name: selecting.get(rule.name, anything) for rule in all_rules()}


def rule_entries() -> tuple[RuleEntry, ...]:
    """Describe every rule, hard before soft in each problem; a level of the selection has its place for a weight."""
    levels = {rule.name: f"level {place}" for place, rule in enumerate(LEVELS, 1)}
    return tuple(
        RuleEntry(
            name=rule.name,
            about=about,
            kind=rule.kind.value,
            weight=levels.get(rule.name, rule.weight),
            sentence=sentence(rule),
        )
        for about, rules in BOOKS
        for rule in rules
    )


def rule_table() -> str:
    """Write all rules as a Markdown table."""
    lines = ["| rule | about | kind | weight | sentence |", "|---|---|---|---|---|"]
    for entry in rule_entries():
        weight = "" if entry.kind == "hard" else entry.weight
        lines.append(f"| `{entry.name}` | {entry.about} | {entry.kind} | {weight} | {entry.sentence} |")
    return "\n".join(lines)


def table_section(text: str) -> str:
    """Return what stands between the table's marks in a page."""
    return text.split(TABLE_START, 1)[1].split(TABLE_END, 1)[0]


def with_table(text: str) -> str:
    """Return a page with the table between its marks written anew."""
    before, rest = text.split(TABLE_START, 1)
    after = rest.split(TABLE_END, 1)[1]
    return f"{before}{TABLE_START}\n\n{rule_table()}\n\n{TABLE_END}{after}"


def main(pages: list[str]) -> None:
    """Write the table of rules anew in each page."""
    for page in map(Path, pages):
        page.write_text(with_table(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
