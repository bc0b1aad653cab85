"""First and second choices, the time of a class, joint statements and long ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from solver.result import Limits, Status
from solver.rule import Level, Setting
from solver.selection.check import check, levels_of
from solver.selection.problem import Budget, Organisation, Problem, Quota, Request, Session
from solver.selection.reasons import Reason, reasons, waiting_list
from solver.selection.solve import solve
from tests.solver.selection.problems import a_problem, best_of_all


def two_sessions(first: int, second: int, *requests: Request, organisations: int = 9) -> Problem:
    """Return a selection for so many places in each of two sessions, with floor time for all."""
    quotas = (Quota(0, first), Quota(1, second))
    return Problem((Session(99_999),) * 2, quotas, (Organisation(),) * organisations, requests)


def chosen(problem: Problem) -> list[int]:
    """Return the requests that a proven solve chooses."""
    result = solve(problem, Limits())
    assert result.status is Status.OPTIMAL
    assert result.chosen is not None
    return sorted(result.chosen)


def amounts(problem: Problem, selection: set[int], rule: str) -> int:
    """Return what one rule finds wrong with a selection."""
    return check(problem, frozenset(selection)).line(rule).amount


def test_a_wish_is_given_in_one_session_and_rather_in_its_first() -> None:
    problem = two_sessions(1, 1, Request(0, 0, 180), Request(1, 0, 180, instead_of=0))
    assert chosen(problem) == [0]
    assert amounts(problem, {0, 1}, "one-choice-holds") == 1
    assert reasons(problem, frozenset({0})).refused == (Reason(1, "one-choice-holds", 0),)


def test_a_second_choice_is_given_where_both_speak_only_so() -> None:
    requests = (Request(0, 0, 180, lot=1), Request(0, 1, 180, lot=9), Request(1, 0, 180, lot=1, instead_of=0))
    problem = two_sessions(1, 1, *requests)
    assert chosen(problem) == [1, 2]
    assert amounts(problem, {1, 2}, "first-choice-first") == 1
    assert reasons(problem, frozenset({1, 2})).refused == (Reason(0, "places-are-filled"),)


def test_first_choices_go_before_early_requests() -> None:
    requests = (Request(0, 0, 180), Request(1, 0, 180, instead_of=0), Request(1, 1, 180, is_late=True))
    assert chosen(two_sessions(0, 1, *requests)) == [2]


def test_everybody_once_goes_before_first_choices() -> None:
    requests = (Request(0, 0, 180), Request(1, 0, 180, instead_of=0), Request(1, 1, 180), Request(0, 1, 180, lot=5))
    heard_elsewhere = replace(requests[3], quota=2)
    problem = two_sessions(0, 1, *requests[:3], heard_elsewhere)
    problem = replace(problem, quotas=(*problem.quotas, Quota(0, 1)))
    assert chosen(problem) == [1, 3]


def test_a_second_choice_that_is_settled_is_not_passed_over_in_a_ranking() -> None:
    requests = (
        Request(0, 0, 180, rank=1, ranked_by=0),
        Request(1, 0, 180, rank=1, ranked_by=0, instead_of=0),
        Request(1, 1, 180, rank=2, ranked_by=0),
        Request(0, 2, 180, rank=1, ranked_by=0, lot=1),
    )
    problem = two_sessions(1, 1, *requests)
    assert amounts(problem, {0, 2}, "ranking-is-followed") == 0
    assert amounts(problem, {3, 2}, "ranking-is-followed") == 1
    assert amounts(problem, {0}, "ranking-is-followed") == 0


def test_a_ranking_is_compared_inside_one_focal_points_requests_alone() -> None:
    requests = (
        Request(0, 0, 180, rank=1, ranked_by=0, lot=9),
        Request(0, 1, 180, rank=2, ranked_by=0, lot=1),
        Request(0, 2, 180, rank=1, ranked_by=1, lot=7),
        Request(0, 3, 180, rank=2, lot=2),
        Request(0, 4, 180, rank=5, ranked_by=2, lot=3),
    )
    assert chosen(two_sessions(2, 0, *requests)) == [3, 4]
    assert chosen(two_sessions(4, 0, *requests)) == [0, 1, 3, 4]


def test_who_ranks_its_requests_has_no_fewer_places_for_it() -> None:
    ranked = [Request(0, who, 180, rank=who + 1, ranked_by=0, lot=who) for who in range(3)]
    others = [Request(0, 3 + who, 180, lot=50 + who) for who in range(3)]
    assert chosen(two_sessions(3, 0, *ranked, *others)) == [0, 1, 2]


def test_the_quotas_of_a_class_share_its_time() -> None:
    requests = (Request(0, 0, 300), Request(1, 1, 300), Request(2, 2, 300))
    quotas = (Quota(0, 1), Quota(0, 1), Quota(0, 1))
    problem = Problem((Session(2000, 15),), quotas, (Organisation(),) * 3, requests)
    for seconds, count in ((630, 3), (629, 2)):
        limited = replace(problem, budgets=(Budget(frozenset({0, 1}), seconds),))
        assert len(chosen(limited)) == count
    limited = replace(problem, budgets=(Budget(frozenset({0, 1}), 629),))
    assert amounts(limited, {0, 1}, "class-time-holds") == 1


def test_a_class_without_time_left_is_the_reason_of_a_refusal() -> None:
    problem = two_sessions(2, 0, Request(0, 0, 180, lot=1), Request(0, 1, 300, lot=2))
    problem = replace(problem, budgets=(Budget(frozenset({0}), 180),))
    assert chosen(problem) == [0]
    assert reasons(problem, frozenset({0})).refused == (Reason(1, "class-time-holds"),)


def test_a_role_takes_nothing_of_the_floor() -> None:
    problem = Problem((Session(0, 15),), (Quota(0, 2),), (Organisation(),) * 2, (Request(0, 0, 0), Request(0, 1, 0)))
    assert chosen(problem) == [0, 1]


def test_a_long_statement_that_takes_two_places_is_as_good_as_two_short_ones() -> None:
    long = Request(0, 0, 300, lot=0, places=2)
    short = [Request(0, 1, 180, lot=5), Request(0, 1, 180, lot=6)]
    problem = two_sessions(2, 0, long, *short)
    assert chosen(replace(problem, settings={"everybody-speaks-once": Setting(Level.IGNORE)})) == [0]
    assert amounts(problem, {0, 1}, "quota-holds") == 1
    assert amounts(problem, {1}, "places-are-filled") == 1


def test_organisations_that_join_in_a_statement_are_heard_with_it() -> None:
    joint = Request(0, 0, 300, lot=9, cosponsors=frozenset({1, 2}))
    problem = two_sessions(1, 0, joint, Request(0, 3, 180, lot=1), organisations=4)
    assert chosen(problem) == [0]
    assert levels_of(problem, frozenset({0}))[3] == 1
    assert levels_of(problem, frozenset({1}))[3] == 3


def test_better_marks_go_before_the_lot_and_yield_to_late_ones() -> None:
    marked = (Request(0, 0, 0, shortfall=5, lot=1), Request(0, 1, 0, shortfall=4, lot=9))
    problem = two_sessions(1, 0, *marked)
    assert chosen(problem) == [1]
    assert reasons(problem, frozenset({1})).refused == (Reason(0, "marks-decide", 1),)
    late = replace(marked[1], is_late=True)
    assert chosen(two_sessions(1, 0, marked[0], late)) == [0]


def test_who_has_a_place_waits_for_no_other() -> None:
    requests = (
        Request(0, 0, 180, lot=1),
        Request(1, 0, 180, lot=1, instead_of=0),
        Request(0, 1, 180, lot=2),
        Request(1, 1, 180, lot=2, instead_of=2),
        Request(1, 2, 180, lot=3),
    )
    problem = two_sessions(1, 1, *requests)
    assert waiting_list(problem, frozenset({0, 4}), 1) == (3,)
    assert waiting_list(problem, frozenset({0, 4}), 0) == (2,)
    assert waiting_list(problem, frozenset({0, 3}), 0) == ()


@pytest.mark.parametrize("rule", ["one-choice-holds", "class-time-holds", "quota-holds", "organisation-in-session"])
def test_a_limit_that_is_ignored_keeps_nobody_out(rule: str) -> None:
    for seed in range(6):
        problem = replace(a_problem(seed), settings={rule: Setting(Level.IGNORE)})
        values = tuple(level.value for level in solve(problem, Limits()).levels)
        assert values == (best_of_all(problem) or ())
