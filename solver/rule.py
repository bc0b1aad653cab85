"""What a rule is: one sentence about the real world that can be checked, explained and encoded.

A rule is a small class with ``name``, ``kind``, a docstring whose first line is its sentence, and the methods
of :class:`Rule`. How each of the four problems encodes its rules is said in that problem's ``variables.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

Instance = tuple[int, ...]
"""Which case of a rule is meant: the indices it is about, in the order the rule's ``instances`` states."""

Concerns = tuple[int, ...] | None
"""The indices of the things one case of a rule is about, or None where it may be about any."""


class Kind(Enum):
    """How a rule counts unless a forum's settings say otherwise."""

    HARD = "hard"
    SOFT = "soft"
    OFFERED = "offered"
    """Costs points where a forum asks for it, and says nothing where it does not."""


class Level(Enum):
    """What a forum's settings let a rule do."""

    BLOCK = "block"
    WARN = "warn"
    IGNORE = "ignore"


DEFAULT_LEVELS: Mapping[Kind, Level] = {
    Kind.HARD: Level.BLOCK,
    Kind.SOFT: Level.WARN,
    Kind.OFFERED: Level.IGNORE,
}

WEIGHTS: Mapping[str, int] = {"slight": 1, "normal": 3, "strong": 10, "very strong": 30}
"""The named scale of weights and the points each unit of a violation costs at that name."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The level of a rule in one forum, and its points per unit where the level is ``warn``."""

    level: Level
    weight: int = WEIGHTS["normal"]


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a solution does not do what a rule says.

    Attributes
    ----------
    rule
        Name of the rule.
    instance
        The case of the rule that is violated.
    amount
        Units of the violation, at least 1; the rule's docstring says of what.
    where
        The things it happens at: sittings in a timetable, interventions in a speakers list.
    """

    rule: str
    instance: Instance
    amount: int = 1
    where: tuple[int, ...] = ()


class Rule(Protocol):
    """What the checker, the explanations and the tests need of every rule of every problem."""

    name: str
    kind: Kind
    weight: str
    """Name on the scale :data:`WEIGHTS` that applies where the rule costs points and no setting is given."""

    def instances(self, problem: Any) -> Iterable[Instance]:
        """List the cases of this rule in the problem, in a fixed order."""

    def check(self, problem: Any, solution: Any) -> Iterator[Violation]:
        """Yield what the solution does wrong, reading only the problem and the solution."""

    def state(self, problem: Any, instance: Instance, labels: Any) -> str:
        """Say in one sentence what this case of the rule asks, with the names in it."""

    def explain(self, problem: Any, violation: Violation, labels: Any) -> str:
        """Say in one sentence what is wrong, with the people, rooms and hours in it."""


def sentence(rule: Rule) -> str:
    """Return the rule's sentence: the first line of its docstring."""
    return (type(rule).__doc__ or "").strip().splitlines()[0]


def default_setting(rule: Rule) -> Setting:
    """Return the setting a rule has where a forum says nothing."""
    return Setting(DEFAULT_LEVELS[rule.kind], WEIGHTS[rule.weight])


def setting_of(rule: Rule, settings: Mapping[str, Setting]) -> Setting:
    """Return the setting of a rule among those a problem carries."""
    return settings.get(rule.name) or default_setting(rule)


@dataclass(frozen=True, slots=True)
class Line:
    """What one rule found: its violations, their amount and the points they cost."""

    rule: str
    level: Level
    violations: tuple[Violation, ...]
    points: int

    @property
    def amount(self) -> int:
        """Units of violation in all."""
        return sum(violation.amount for violation in self.violations)


@dataclass(frozen=True, slots=True)
class Report:
    """The checker's judgement of one solution, a line a rule that is not ignored."""

    lines: tuple[Line, ...] = field(default=())

    @property
    def broken(self) -> tuple[Violation, ...]:
        """Violations of rules that block."""
        return tuple(v for line in self.lines if line.level is Level.BLOCK for v in line.violations)

    @property
    def is_feasible(self) -> bool:
        """Whether no rule that blocks is violated."""
        return not self.broken

    @property
    def points(self) -> int:
        """The score: points of all rules that cost points; lower is better."""
        return sum(line.points for line in self.lines)

    def line(self, rule: str) -> Line:
        """Return the line of one rule."""
        return next(line for line in self.lines if line.rule == rule)


def check_all(rules: Iterable[Rule], settings: Mapping[str, Setting], problem: Any, solution: Any) -> Report:
    """Run every rule that is not ignored over a solution."""
    lines = []
    for rule in rules:
        setting = setting_of(rule, settings)
        if setting.level is Level.IGNORE:
            continue
        violations = tuple(rule.check(problem, solution))
        amount = sum(violation.amount for violation in violations)
        points = amount * setting.weight if setting.level is Level.WARN else 0
        lines.append(Line(rule.name, setting.level, violations, points))
    return Report(tuple(lines))
