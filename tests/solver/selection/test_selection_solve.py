"""A selection is the best by its levels, in their order, and says why each request was refused."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solver.result import Limits, Status
from solver.rule import Level, Setting
from solver.selection.check import check, levels_of
from solver.selection.problem import Balance, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import Reason, reasons, waiting_list
from solver.selection.rulebook import LEVELS
from solver.selection.rules.ties import LotDecides
from solver.selection.solve import solve
from solver.selection.tally import Tally
from tests.solver.selection.problems import a_problem, best_of_all


def one_quota(places: int, *requests: Request, organisations: int = 9, balances: tuple[Balance, ...] = ()) -> Problem:
    """Return a selection for the places of one quota, with floor time for all."""
    return Problem((Session(99_999),), (Quota(0, places),), (Organisation(),) * organisations, requests, balances)


def chosen(problem: Problem) -> list[int]:
    """Return the requests that a proven solve chooses."""
    result = solve(problem, Limits())
    assert result.status is Status.OPTIMAL
    assert result.chosen is not None
    return sorted(result.chosen)


@pytest.mark.parametrize("seed", range(60))
def test_a_selection_is_as_good_as_the_best_of_all_subsets(seed: int) -> None:
    problem = a_problem(seed)
    result = solve(problem, Limits())
    best = best_of_all(problem)
    if best is None:
        assert (result.status, result.chosen) == (Status.INFEASIBLE, None)
    else:
        assert result.status is Status.OPTIMAL
        assert tuple(level.value for level in result.levels) == best
        assert [level.bound for level in result.levels] == list(best)


@pytest.mark.parametrize("rule", LEVELS, ids=lambda rule: rule.name)
def test_a_level_that_is_ignored_decides_nothing(rule: object) -> None:
    name = str(getattr(rule, "name", ""))
    for seed in range(4):
        problem = replace(a_problem(seed), settings={name: Setting(Level.IGNORE)})
        best = best_of_all(problem)
        values = tuple(level.value for level in solve(problem, Limits()).levels)
        assert values == (best or ())


def test_a_place_is_not_left_empty_to_meet_a_balance() -> None:
    balance = Balance(0, frozenset({0}), least=0, most=0)
    assert chosen(one_quota(1, Request(0, 0, 180, traits=frozenset({0})), balances=(balance,))) == [0]


def test_a_balance_goes_before_a_ranking() -> None:
    problem = one_quota(
        1,
        Request(0, 0, 180, rank=1, ranked_by=0),
        Request(0, 1, 180, rank=2, ranked_by=0, traits=frozenset({0})),
        balances=(Balance(0, frozenset({0}), least=1),),
    )
    assert chosen(problem) == [1]
    assert reasons(problem, frozenset({1})).refused == (Reason(0, "balance-is-met", 1, (0,)),)


def test_a_ranking_goes_before_everybody_once() -> None:
    requests = [
        Request(0, 0, 180, rank=1, ranked_by=0),
        Request(0, 0, 180, rank=2, ranked_by=0),
        Request(0, 1, 180, rank=3, ranked_by=0),
    ]
    assert chosen(one_quota(2, *requests)) == [0, 1]
    unranked = [replace(request, rank=None) for request in requests]
    assert 2 in chosen(one_quota(2, *unranked))


def test_what_is_not_ranked_comes_after_what_is() -> None:
    assert chosen(one_quota(1, Request(0, 0, 180, ranked_by=0), Request(0, 1, 180, rank=7, ranked_by=0))) == [1]


def test_everybody_once_goes_before_early_requests() -> None:
    requests = [Request(0, 0, 180, lot=5), Request(0, 0, 180, lot=6), Request(0, 1, 180, is_late=True, lot=7)]
    problem = one_quota(2, *requests)
    assert chosen(problem) == [0, 2]
    assert reasons(problem, frozenset({0, 2})).refused == (Reason(1, "lot-decides", 0),)


def test_early_requests_go_before_the_lot() -> None:
    problem = one_quota(1, Request(0, 0, 180, is_late=True, lot=1), Request(0, 1, 180, lot=9))
    assert chosen(problem) == [1]
    assert reasons(problem, frozenset({1})).refused == (Reason(0, "early-before-late", 1),)


def test_the_lower_number_drawn_has_the_place() -> None:
    assert chosen(one_quota(1, Request(0, 0, 180, lot=8), Request(0, 1, 180, lot=3))) == [1]


def test_an_organisation_at_its_limit_is_told_so() -> None:
    requests = (Request(0, 0, 180, lot=1), Request(0, 0, 180, lot=2))
    problem = Problem((Session(999),), (Quota(0, 2),), (Organisation(most_in_session=1),), requests)
    assert chosen(problem) == [0]
    assert reasons(problem, frozenset({0})).refused == (Reason(1, "organisation-in-session", 0),)


def test_an_organisation_has_no_more_places_in_the_forum_than_it_may() -> None:
    requests = (Request(0, 0, 180, lot=1), Request(1, 0, 180, lot=2))
    problem = Problem((Session(999),) * 2, (Quota(0, 1), Quota(1, 1)), (Organisation(most_in_forum=1),), requests)
    assert chosen(problem) == [0]
    assert check(problem, frozenset({0, 1})).line("organisation-in-forum").amount == 1
    assert reasons(problem, frozenset({0})).refused == (Reason(1, "organisation-in-forum", 0),)


def test_floor_time_counts_the_changeover_between_two_but_not_after_the_last() -> None:
    requests = (Request(0, 0, 180), Request(0, 1, 180))
    fits = Problem((Session(375, 15),), (Quota(0, 2),), (Organisation(),) * 2, requests)
    assert chosen(fits) == [0, 1]
    short = replace(fits, sessions=(Session(374, 15),))
    assert len(chosen(short)) == 1
    assert [line.amount for line in check(short, frozenset({0, 1})).lines if line.rule == "floor-time-holds"] == [1]


def test_decisions_made_elsewhere_stand_and_are_said_to_be_that() -> None:
    requests = (Request(0, 0, 180, lot=9, decided=True), Request(0, 1, 180, lot=1, decided=False), Request(0, 2, 180))
    problem = one_quota(1, *requests)
    assert chosen(problem) == [0]
    assert reasons(problem, frozenset({0})).refused == (Reason(1, "decision-stands"), Reason(2, "quota-holds"))


def test_decisions_that_cannot_stand_together_with_a_quota_are_impossible() -> None:
    requests = (Request(0, 0, 180, decided=True), Request(0, 1, 180, decided=True))
    assert solve(one_quota(1, *requests), Limits()).status is Status.INFEASIBLE


def test_a_waiting_list_counts_whoever_was_promoted_before() -> None:
    requests = [
        Request(0, 0, 180, lot=1),
        Request(0, 1, 180, lot=2),
        Request(0, 1, 180, lot=3),
        Request(0, 2, 180, lot=4),
    ]
    assert waiting_list(one_quota(1, *requests), frozenset({0}), 0) == (1, 3, 2)


@pytest.mark.parametrize("seed", range(20))
def test_a_withdrawal_promotes_the_first_of_the_waiting_list(seed: int) -> None:
    problem = a_problem(seed)
    result = solve(problem, Limits())
    for quota in range(len(problem.quotas)) if result.chosen is not None else ():
        waiting = waiting_list(problem, result.chosen or frozenset(), quota)
        tally = Tally(problem, result.chosen or frozenset())
        open_ones = [i for i in waiting if tally.limit_of_organisation(i) is None]
        if open_ones:
            worths = {i: levels_of(problem, (result.chosen or frozenset()) | {i})[1:] for i in open_ones}
            assert worths[waiting[0]] == min(worths.values())


@pytest.mark.parametrize("seed", range(40))
def test_what_one_more_costs_is_what_the_checker_says(seed: int) -> None:
    problem = a_problem(seed)
    everybody = range(len(problem.requests))
    some = frozenset(i for i in everybody if (seed + i) % 3 == 0)
    tally = Tally(problem, some)
    for i in set(everybody) - some:
        quota = problem.requests[i].quota
        if sum(j in some for j in problem.of_quota[quota]) > problem.quotas[quota].places:
            continue
        pairs = zip(levels_of(problem, some | {i}), levels_of(problem, some), strict=True)
        assert tally.cost(i) == tuple(new - old for new, old in pairs)
        broken = {v.rule for v in check(problem, some | {i}).broken} - {v.rule for v in check(problem, some).broken}
        if not check(problem, some).broken:
            assert (tally.limit(i) is not None) == bool(broken - {"decision-stands"})


def test_of_two_who_are_given_a_place_the_one_drawn_earlier_has_its_first_choice() -> None:
    requests = (
        Request(0, 0, 180, lot=8),
        Request(1, 0, 180, lot=8, instead_of=0),
        Request(0, 1, 180, lot=3),
        Request(1, 1, 180, lot=3, instead_of=2),
    )
    problem = Problem((Session(180), Session(180)), (Quota(0, 1), Quota(1, 1)), (Organisation(),) * 2, requests)
    assert chosen(problem) == [1, 2]
    assert sum(violation.amount for violation in LotDecides().check(problem, frozenset({1, 2}))) == 8 + 2 * 3
