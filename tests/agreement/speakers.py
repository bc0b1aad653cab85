"""Whether the suites of the speakers lists notice that a rule is broken: small lists by brute force, cases by hand."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from solver.errors import DisagreementError
from solver.speakers.problem import Problem
from tests.agreement.speakers_mutants import Mutant
from tests.solver.speakers import test_speakers_golden, test_speakers_measure, test_speakers_rules
from tests.solver.speakers.brute import (
    Vector,
    agrees,
    best_vector,
    last_resort_agrees,
    pressed_problem,
    small_problem,
    with_late,
)

BY_HAND = [
    case
    for module in (test_speakers_rules, test_speakers_measure, test_speakers_golden)
    for name, case in vars(module).items()
    if name.startswith("test_")
]

SMALL = (0, 24, 35, 38, 53, 61, 116)
PRESSED = (6, 8, 12, 16, 92, 164, 432, 462, 463, 478, 565, 585, 730, 1150, 1407, 2202)
LATE = (19, 38, 43)
"""Seeds of the problems that tell most, of three kinds: together they notice all that can be broken in the search."""

Case = tuple[Problem, Vector | None]
"""A problem and what its best list is worth."""


def telling_cases() -> list[Case]:
    """Return the problems that tell most."""
    late = [with_late(pressed_problem(seed, 5), seed) for seed in LATE]
    return cases([*map(small_problem, SMALL), *map(pressed_problem, PRESSED), *late])


def cases(problems: Iterable[Problem]) -> list[Case]:
    """Return problems with their best lists by the rules as they are."""
    return [(problem, best_vector(problem)) for problem in problems]


@contextmanager
def broken(mutant: Mutant) -> Iterator[None]:
    """Replace a part of the product by a wrong one for a while."""
    right = vars(mutant.owner)[mutant.name]
    setattr(mutant.owner, mutant.name, mutant.instead)
    try:
        yield
    finally:
        setattr(mutant.owner, mutant.name, right)


def noticed(mutant: Mutant, found: Iterable[Case]) -> bool:
    """Return whether some case by hand or some small list shows that a rule is broken; a checker, by hand first."""
    with broken(mutant):
        is_shown_by_hand = mutant.is_checker and not all(map(_passes, BY_HAND))
        return is_shown_by_hand or any(_is_shown(mutant, *case) for case in found) or not all(map(_passes, BY_HAND))


def _is_shown(mutant: Mutant, problem: Problem, best: Vector | None) -> bool:
    # What a problem has derived is kept with it, and must not outlive what is broken.
    fresh = replace(problem)
    if mutant.is_checker:
        best = best_vector(fresh)
    return not _passes(lambda: _compare(fresh, best))


def _compare(problem: Problem, best: Vector | None) -> None:
    assert agrees(problem, best)
    assert last_resort_agrees(problem, best)


def _passes(case: Callable[[], None]) -> bool:
    try:
        case()
    except (AssertionError, DisagreementError):
        return False
    return True
