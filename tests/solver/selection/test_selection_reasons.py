"""A reason is true: were it the other way round, and all else as is best, its level is the first to be worse."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

import pytest

from solver.result import Limits
from solver.selection.check import active_levels, check, levels_of
from solver.selection.depths import MOST_REQUESTS
from solver.selection.problem import Balance, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import LEVELS_DECIDE, Reason, Reasons, reasons
from solver.selection.rulebook import LIMITS
from solver.selection.solution import Selection
from solver.selection.solve import solve
from solver.selection.tally import Tally
from tests.solver.selection.problems import a_problem

NAMES = frozenset(rule.name for rule in LIMITS)
OF_ORGANISATIONS = ("organisation-in-session", "organisation-in-forum")


def all_selections(problem: Problem) -> list[tuple[tuple[int, ...], Selection]]:
    """Return every selection that keeps the limits, with what its levels come to, best first."""
    everybody = range(len(problem.requests))
    subsets = (frozenset(some) for size in range(len(everybody) + 1) for some in combinations(everybody, size))
    kept = [some for some in subsets if check(problem, some).is_feasible]
    return sorted(((levels_of(problem, some), some) for some in kept), key=lambda found: found[0])


def first_worse(problem: Problem, best: tuple[int, ...], others: Iterable[tuple[int, ...]]) -> str | None:
    """Return the first level at which the best of the others is worse; None where there is none."""
    other = min(others, default=None)
    if other is None:
        return None
    names = [rule.name for rule in active_levels(problem)]
    return next((name for name, new, old in zip(names, other, best, strict=True) if new > old), names[-1])


@pytest.mark.parametrize("seed", range(120))
def test_the_level_that_is_told_is_the_first_that_would_be_worse(seed: int) -> None:
    problem = a_problem(seed)
    result = solve(problem, Limits())
    if result.chosen is None:
        return
    found, everything = reasons(problem, result.chosen), all_selections(problem)
    best, tally = levels_of(problem, result.chosen), Tally(problem, result.chosen)
    for reason in (*found.refused, *found.given):
        i = reason.request
        others = [worth for worth, some in everything if (i in some) != (i in result.chosen)]
        worse = first_worse(problem, best, others)
        first = problem.requests[i].instead_of
        if problem.requests[i].decided is not None:
            assert reason.rule == "decision-stands"
        elif first in result.chosen and i not in result.chosen:
            assert reason.rule == "one-choice-holds"
        elif reason.rule in OF_ORGANISATIONS:
            own = set(problem.other_choices[i])
            for other in own & result.chosen:
                tally.remove(other)
            assert reason.rule == tally.limit_of_organisation(i)
            for other in own & result.chosen:
                tally.add(other)
        elif worse is None:
            assert reason.rule in NAMES
        else:
            assert reason.rule == worse


@pytest.mark.parametrize("seed", range(120))
def test_a_refusal_for_the_sake_of_a_request_of_the_same_organisation_is_no_matter_of_the_lot(seed: int) -> None:
    problem = a_problem(seed)
    chosen = solve(problem, Limits()).chosen or frozenset()
    tally = Tally(problem, chosen)
    told = {reason.request: reason.rule for reason in reasons(problem, chosen).refused}
    full = [i for i in told if not problem.other_choices[i] and tally.limit_of_organisation(i)]
    settled = (*OF_ORGANISATIONS, "decision-stands")
    assert [told[i] for i in full if told[i] not in settled] == []


def two_for_one(*requests: Request, **fields: object) -> tuple[Problem, Reasons]:
    """Return a problem of one place, and the reasons of its best selection."""
    problem = Problem((Session(999),), (Quota(0, 1),), (Organisation(),) * 3, requests, **fields)  # type: ignore[arg-type]
    return problem, reasons(problem, solve(problem, Limits()).chosen or frozenset())


def test_who_is_given_a_place_is_told_the_level_that_would_suffer_and_who_would_come_instead() -> None:
    _, found = two_for_one(Request(0, 0, 180, lot=1), Request(0, 1, 180, lot=2), Request(0, 2, 180, is_late=True))
    assert found.given == (Reason(0, "lot-decides", 1),)
    assert found.refused == (Reason(1, "lot-decides", 0), Reason(2, "early-before-late", 0))


def test_a_place_that_nobody_else_wants_would_stay_empty() -> None:
    _, found = two_for_one(Request(0, 0, 180))
    assert found.given == (Reason(0, "places-are-filled"),)


def test_only_the_balances_that_would_be_missed_by_more_are_told() -> None:
    everywhere = frozenset({0})
    balances = (Balance(0, everywhere, 1), Balance(1, everywhere, 1), Balance(2, everywhere, 0, 1))
    requests = (Request(0, 0, 180, traits=frozenset({0, 2}), lot=9), Request(0, 1, 180, traits=frozenset({2})))
    _, found = two_for_one(*requests, balances=balances)
    assert found.refused == (Reason(1, "balance-is-met", 0, (0,)),)
    assert found.given == (Reason(0, "balance-is-met", 1, (0,)),)


def test_what_an_earlier_round_gave_is_told_as_that() -> None:
    _, found = two_for_one(Request(0, 0, 180, lot=9, stays=True), Request(0, 1, 180, lot=1))
    assert found.refused == (Reason(1, "decision-stands", 0),)


def many(*first: Request) -> Problem:
    """More requests for two places than what is proven by solving."""
    requests = (*first, *(Request(0, 0, 180, lot=n) for n in range(len(first), MOST_REQUESTS + 1)))
    return Problem((Session(999_999),), (Quota(0, 2),), (Organisation(),), requests)


def test_where_many_ask_the_best_single_exchange_shows_where_the_last_level_decides() -> None:
    found = reasons(many(), frozenset({0, 1}))
    assert {reason.rule for reason in (*found.refused, *found.given)} == {"lot-decides"}


def test_where_many_ask_a_level_that_is_not_proven_is_not_told() -> None:
    found = reasons(many(Request(0, 0, 180, lot=0, is_late=True)), frozenset({1, 2}))
    assert found.refused[0] == Reason(0, LEVELS_DECIDE, 2)
    assert {reason.rule for reason in found.refused[1:]} == {"lot-decides"}
