"""Who is promoted when somebody withdraws, and who would have to be added for a balance."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solver.result import Limits
from solver.selection.check import check
from solver.selection.problem import Balance, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import Unmet, unmet, waiting_list
from solver.selection.solution import Selection
from solver.selection.solve import solve
from solver.selection.tally import Tally
from tests.solver.selection.problems import a_problem


def withdrawn(problem: Problem, request: int) -> Problem:
    """Return a selection after somebody has withdrawn."""
    requests = [replace(r, decided=False) if i == request else r for i, r in enumerate(problem.requests)]
    return replace(problem, requests=tuple(requests))


def plain(*requests: Request, places: int = 2, balances: tuple[Balance, ...] = ()) -> Problem:
    """Return a selection for the places of one quota, with floor time for all."""
    return Problem((Session(9_999),), (Quota(0, places),), (Organisation(most_in_session=1),) * 9, requests, balances)


def test_successive_withdrawals_promote_in_the_order_of_the_waiting_list() -> None:
    problem = plain(*(Request(0, who, 180, is_late=who == 3, lot=who) for who in range(6)))
    chosen: Selection = frozenset({0, 1})
    listed, promoted = waiting_list(problem, chosen, 0), []
    for gone in (0, 1, 2, 4):
        problem, chosen = withdrawn(problem, gone), chosen - {gone}
        following = waiting_list(problem, chosen, 0)[0]
        promoted.append(following)
        chosen |= {following}
    assert (listed, promoted) == ((2, 4, 5, 3), [2, 4, 5, 3])
    assert waiting_list(withdrawn(problem, 5), chosen - {5}, 0) == ()


def test_one_promoted_in_one_list_leaves_the_other() -> None:
    requests = (
        Request(0, 0, 180, lot=1),
        Request(1, 1, 180, lot=2),
        Request(0, 2, 180, lot=3),
        Request(1, 2, 180, lot=3, instead_of=2),
        Request(1, 3, 180, lot=4),
    )
    problem = Problem((Session(999),) * 2, (Quota(0, 1), Quota(1, 1)), (Organisation(),) * 4, requests)
    chosen: Selection = frozenset({0, 1})
    assert (waiting_list(problem, chosen, 0), waiting_list(problem, chosen, 1)) == ((2,), (4, 3))
    problem, chosen = withdrawn(problem, 0), frozenset({1})
    assert waiting_list(problem, chosen, 0) == (2,)
    assert waiting_list(problem, chosen | {2}, 1) == (4,)


def test_a_balance_that_is_missed_names_who_would_have_to_be_added_best_first() -> None:
    trait = frozenset({0})
    requests = (
        Request(0, 0, 180, lot=1),
        Request(0, 1, 180, lot=2),
        Request(0, 2, 180, is_late=True, lot=3, traits=trait),
        Request(0, 3, 180, lot=4, traits=trait),
        Request(0, 4, 180, lot=5, traits=trait, decided=False),
        Request(0, 0, 180, lot=6, traits=trait),
    )
    few, many = Balance(0, frozenset({0}), least=3), Balance(1, frozenset({0}), most=0)
    met = Balance(0, frozenset({0}), most=9)
    problem = plain(*requests, balances=(few, met, many))
    assert unmet(problem, frozenset({0, 1})) == (Unmet(0, 3, 0, (3, 2)),)
    tagged = replace(problem, requests=(replace(requests[0], traits=frozenset({1})), *requests[1:]))
    assert unmet(tagged, frozenset({0, 1})) == (Unmet(0, 3, 0, (3, 2)), Unmet(2, 0, 1, ()))


@pytest.mark.parametrize("seed", range(40))
def test_each_who_would_be_added_lessens_what_is_missing(seed: int) -> None:
    problem = a_problem(seed)
    chosen = solve(problem, Limits()).chosen or frozenset()
    found = unmet(problem, chosen)
    amounts = {v.instance[0]: v.amount for v in check(problem, chosen).line("balance-is-met").violations}
    assert {one.balance: one.short + one.over for one in found} == amounts
    tally = Tally(problem, chosen)
    for one in found:
        for i in one.would_add:
            line = check(problem, chosen | {i}).line("balance-is-met")
            after = {v.instance[0]: v.amount for v in line.violations}
            assert after.get(one.balance, 0) == amounts[one.balance] - 1
            assert tally.limit(i) in (None, "quota-holds", "floor-time-holds", "class-time-holds")
