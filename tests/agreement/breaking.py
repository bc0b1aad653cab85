"""A rule broken for a while, and whether what small problems come to by brute force tells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from solver.rule import Rule, Violation

Way = tuple[str, str, Callable[..., Any]]
"""How a rule is broken: what is said of it, the method, and what stands in its place."""


def ways_of_checking(rule: Rule) -> Iterator[Way]:
    """Yield a checker that finds nothing and one that misses the last violation."""
    check = type(rule).check

    def misses_last(self: Any, problem: Any, solution: Any) -> Iterator[Violation]:
        yield from [*check(self, problem, solution)][:-1]

    yield "checker finds nothing", "check", lambda *_: iter(())
    yield "checker misses the last", "check", misses_last


@contextmanager
def replaced(rule: Rule, method: str, instead: Callable[..., Any]) -> Iterator[None]:
    """Put something in the place of a rule's method for a while."""
    owner, kept = type(rule), vars(type(rule))[method]
    setattr(owner, method, instead)
    try:
        yield
    finally:
        setattr(owner, method, kept)


def outcomes(
    rules: Iterable[Any],
    ways: Callable[[Any], Iterable[Way]],
    problems: Sequence[Any],
    best_of: Callable[[Any], Any],
    is_right: Callable[[Any, Any], bool],
) -> Iterator[tuple[str, str, bool]]:
    """Yield every rule, how it is broken and whether that is noticed; brute force goes by a checker that is broken."""
    drawn = [(problem, best_of(problem)) for problem in problems]
    for rule in rules:
        for what, method, instead in ways(rule):
            with replaced(rule, method, instead):
                tried = drawn if method != "check" else ((problem, best_of(problem)) for problem in problems)
                is_noticed = any(not is_right(*case) for case in tried)
            yield rule.name, what, is_noticed
