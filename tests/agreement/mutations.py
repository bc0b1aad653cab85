"""Breaks each rule on purpose, and says whether the suites notice.

A timetable's by the agreement of checker and model, a speakers list's by small lists and cases by hand, a selection's
and a rotation's by small ones and brute force.

Run as ``python -m tests.agreement.mutations``; exits with 1 where a broken rule goes unnoticed.
"""

from collections.abc import Callable, Iterator
from typing import Any

from solver.rule import Instance, Level, Violation
from solver.timetable.problem import Problem
from solver.timetable.rulebook import RULES
from solver.timetable.rules.base import ModelRule, TimetableRule
from solver.timetable.solution import Timetable
from solver.timetable.variables import Variables
from tests.agreement import rotation, selection, speakers
from tests.agreement.comparing import checked, modelled
from tests.agreement.speakers_mutants import mutants
from tests.agreement.timetables import Case, cases

CASES = 20

COSTS = ("time_cost", "room_cost", "place_cost")

Mutant = tuple[str, TimetableRule]
"""What is broken, and the rule broken so."""


def broken(rule: TimetableRule, **methods: Callable[..., Any]) -> Any:
    """Return a rule with some of its methods replaced."""
    return type(type(rule).__name__, (type(rule),), methods)()


def broken_models(rule: TimetableRule) -> Iterator[Mutant]:
    """Yield the rule with an encoding that says nothing, and with one that says too much."""
    if rule.name != "inside-period":
        # Where no place is outside a period to begin with, an encoding that says nothing is as right as one that does.
        yield "model says nothing", _silent(rule)
    yield "model says too much", _loud(rule)


def _silent(rule: TimetableRule) -> Any:
    if isinstance(rule, ModelRule):
        return broken(rule, encode=lambda *_: None)
    return broken(rule, **{name: lambda *_: 0 for name in COSTS if hasattr(rule, name)})


def _loud(rule: TimetableRule) -> Any:
    if not isinstance(rule, ModelRule):
        costs = {name: getattr(rule, name) for name in COSTS if hasattr(rule, name)}
        return broken(rule, **{name: lambda _, *where, c=cost: c(*where) + 1 for name, cost in costs.items()})

    def encode(_: Any, problem: Problem, variables: Variables, instance: Instance, weight: int | None) -> None:
        rule.encode(problem, variables, instance, weight)
        if weight is None:
            variables.model.clause([])
        else:
            variables.model.cost.constant += weight

    return broken(rule, encode=encode)


def broken_checkers(rule: TimetableRule) -> Iterator[Mutant]:
    """Yield the rule with a checker that finds nothing, and with one that misses the last violation."""

    def misses_last(_: Any, problem: Problem, timetable: Timetable) -> Iterator[Violation]:
        yield from [*rule.check(problem, timetable)][:-1]

    yield "checker finds nothing", broken(rule, check=lambda *_: iter(()))
    yield "checker misses the last", broken(rule, check=misses_last)


def drawn(rule: TimetableRule, count: int) -> Iterator[tuple[Level, Case]]:
    """Yield the cases on which a rule is compared."""
    for level in (Level.BLOCK, Level.WARN):
        if (rule.name, level) != ("inside-period", Level.WARN):
            for case in cases(rule, level, count):
                yield level, case


def noticed(rule: TimetableRule, count: int = CASES) -> Iterator[tuple[str, bool]]:
    """Yield each way of breaking a rule and whether some case shows it."""
    found = [*drawn(rule, count)]
    models = [modelled(rule, case) for _, case in found]
    checks = [checked(rule, level, case) for level, case in found]
    for what, mutant in broken_models(rule):
        yield what, any(modelled(mutant, case) != said for (_, case), said in zip(found, checks, strict=True))
    for what, mutant in broken_checkers(rule):
        yield what, any(checked(mutant, *one) != said for one, said in zip(found, models, strict=True))


def outcomes() -> Iterator[tuple[str, str, bool]]:
    """Yield every rule, how it is broken and whether that is noticed."""
    for rule in RULES:
        for what, is_noticed in noticed(rule):
            yield rule.name, what, is_noticed
    found = speakers.telling_cases()
    for mutant in mutants():
        yield mutant.rule, mutant.what, speakers.noticed(mutant, found)
    yield from selection.outcomes()
    yield from rotation.outcomes()


def main() -> int:
    """Print how each broken rule fared, and return 1 where one went unnoticed."""
    survived = 0
    for rule, what, is_noticed in outcomes():
        print(f"{rule}: {what}: {'noticed' if is_noticed else 'SURVIVED'}", flush=True)
        survived += not is_noticed
    print(f"{survived} survived")
    return int(survived > 0)


if __name__ == "__main__":
    raise SystemExit(main())
